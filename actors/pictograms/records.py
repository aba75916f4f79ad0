"""The records behind cards: services, and the channels by which residents may reach somebody. Four queries."""

from functools import partial

from actors.models import Viewer
from actors.records import read_with_channels
from actors.shelf import Shelf

read_records = partial(read_with_channels, Viewer.RESIDENT)
shelf = Shelf(read_records)

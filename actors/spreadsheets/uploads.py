"""The one form that takes a file."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

from actors.spreadsheets.files import MOST_BYTES

ROOM = 100_000  # bytes that the rest of the form may take
MOST_READ = 100_000_000  # of what is too large, before the connection is cut: a browser that is cut off says nothing
PIECE = 1 << 16


class OneFile(MemoryFileUploadHandler):
    """Takes one file, in memory, of at most `MOST_BYTES`; what else comes is refused."""

    def handle_raw_input(self, input_data, META, content_length, *args, **kwargs):  # noqa: N803 - Django's name
        """Refuse what is too long before any of it is read."""
        if content_length > MOST_BYTES + ROOM:
            raise RequestDataTooBig("A file of this size is not accepted.")
        self.activated, self.files = True, 0

    def new_file(self, *args, **kwargs):
        """Take the first file.

        Raises:
            RequestDataTooBig: of a second one.
        """
        self.files += 1
        if self.files > 1:
            raise RequestDataTooBig("This form takes one file.")
        super().new_file(*args, **kwargs)


def is_too_large(request: HttpRequest) -> bool:
    """Whether more is sent than may come; it is then read and thrown away, so that the browser hears the answer."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length <= MOST_BYTES + ROOM:
        return False
    left = min(length, MOST_READ)
    while left > 0 and (piece := request.read(min(PIECE, left))):
        left -= len(piece)
    return True

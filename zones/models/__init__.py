from zones.models.boundary import Boundary
from zones.models.members import ZoneMember
from zones.models.territory import (
    CareZone,
    Municipality,
    Neighbourhood,
    PostalCode,
    SocialHealthNeighbourhood,
)

__all__ = [
    "Boundary",
    "CareZone",
    "Municipality",
    "Neighbourhood",
    "PostalCode",
    "SocialHealthNeighbourhood",
    "ZoneMember",
]

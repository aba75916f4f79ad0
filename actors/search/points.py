"""Where services are: flat arrays of points, to measure from one point to all of them at once."""

import numpy as np

from zones.geometry import EARTH_RADIUS_M


class Points:
    """Flat arrays of points: service, for professionals only?, withheld?, latitude and longitude in degrees."""

    def __init__(self, rows: list[tuple[int, bool, bool, float, float]]):
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 5)
        self.pk = table[:, 0].astype(np.int64)
        self.professional, self.withheld = table[:, 1].astype(bool), table[:, 2].astype(bool)
        self.lat, self.lon = table[:, 3], table[:, 4]

    def distances(self, lat: float, lon: float, *, professional: bool, size: int) -> np.ndarray:
        """Metres from a point (degrees) to the nearest place of each service, infinite without places."""
        nearest = np.full(size, np.inf)
        lat_from, lon_from, lats, lons = map(np.radians, (lat, lon, self.lat, self.lon))
        chord = (
            np.sin((lats - lat_from) / 2) ** 2 + np.cos(lat_from) * np.cos(lats) * np.sin((lons - lon_from) / 2) ** 2
        )
        metres = np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord)))
        shown = self._shown(professional=professional)
        np.minimum.at(nearest, self.pk[shown], metres[shown])
        return nearest

    def drawn_within(self, box: tuple[float, float, float, float], *, professional: bool) -> np.ndarray:
        """Positions of the points that a map may draw in a box (south, west, north, east)."""
        south, west, north, east = box
        inside = (self.lat >= south) & (self.lat <= north) & (self.lon >= west) & (self.lon <= east)
        return np.flatnonzero(inside & ~self.withheld & self._shown(professional=professional))

    def _shown(self, *, professional: bool) -> np.ndarray:
        return np.ones(len(self.pk), dtype=bool) if professional else ~self.professional

"""Where services are: flat arrays of points, to measure from one point to all of them at once."""

from functools import lru_cache

import numpy as np

from zones.geometry import EARTH_RADIUS_M

FAR = 1e7  # metres; as far as anything is, but not without a place


class Points:
    """Flat arrays of points: service, for professionals only?, withheld?, latitude and longitude in degrees."""

    def __init__(self, rows: list[tuple[int, bool, bool, float, float]]):
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 5)
        self.pk = table[:, 0].astype(np.int64)
        self.professional, self.withheld = table[:, 1].astype(bool), table[:, 2].astype(bool)
        self.lat, self.lon = table[:, 3], table[:, 4]
        self.distances = lru_cache(maxsize=4)(self._distances)  # one search asks twice, to filter and to rank

    def _distances(self, lat: float, lon: float, radius: int | None, *, professional: bool, size: int) -> np.ndarray:
        """Metres from a point (degrees) to the nearest place of each service, infinite without places.

        With a radius, what lies outside it is only known to be far: most of the Region need not be measured.
        """
        nearest = np.full(size, np.inf)
        shown = self._shown(professional=professional)
        nearest[self.pk[shown]] = FAR
        measured = np.flatnonzero(shown if radius is None else shown & self._around(lat, lon, radius))
        metres = np.minimum(self._metres(lat, lon, measured), FAR)
        np.minimum.at(nearest, self.pk[measured], metres)
        return nearest

    def _metres(self, lat: float, lon: float, measured: np.ndarray) -> np.ndarray:
        """Metres from a point to some of the points, along a great circle."""
        lat_from, lon_from, lats, lons = map(np.radians, (lat, lon, self.lat[measured], self.lon[measured]))
        chord = (
            np.sin((lats - lat_from) / 2) ** 2 + np.cos(lat_from) * np.cos(lats) * np.sin((lons - lon_from) / 2) ** 2
        )
        return np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord)))

    def _around(self, lat: float, lon: float, radius: int) -> np.ndarray:
        """Which points lie in a square that has the circle in it, with some room for rounding."""
        high = np.degrees((radius + 1) / EARTH_RADIUS_M) * 1.01
        wide = high / np.cos(np.radians(lat))
        return (np.abs(self.lat - lat) <= high) & (np.abs(self.lon - lon) <= wide)

    def drawn_within(self, box: tuple[float, float, float, float], *, professional: bool) -> np.ndarray:
        """Positions of the points that a map may draw in a box (south, west, north, east)."""
        south, west, north, east = box
        inside = (self.lat >= south) & (self.lat <= north) & (self.lon >= west) & (self.lon <= east)
        return np.flatnonzero(inside & ~self.withheld & self._shown(professional=professional))

    def addresses(self, *, professional: bool) -> np.ndarray:
        """Positions of the points that somebody can be sent to."""
        return np.flatnonzero(~self.withheld & self._shown(professional=professional))

    def _shown(self, *, professional: bool) -> np.ndarray:
        return np.ones(len(self.pk), dtype=bool) if professional else ~self.professional

"""Where services are: flat arrays of points, to measure from one point to all of them at once."""

from functools import lru_cache
from math import cos, degrees, radians

import numpy as np

from zones.geometry import EARTH_RADIUS_M

FAR = 1e7  # metres; as far as anything is, but not without a place


class Points:
    """Flat arrays of points, from south to north: service, for professionals only?, withheld?, degrees."""

    def __init__(self, rows: list[tuple[int, bool, bool, float, float]]):
        table = np.array(rows, dtype=np.float64).reshape(len(rows), 5)
        table = table[np.argsort(table[:, 3], kind="stable")]
        self.pk = table[:, 0].astype(np.int64)
        self.professional, self.withheld = table[:, 1].astype(bool), table[:, 2].astype(bool)
        self.lat, self.lon = table[:, 3], table[:, 4]
        self._radians = np.radians(table[:, 3]), np.radians(table[:, 4]), np.cos(np.radians(table[:, 3]))
        self._shown = {True: np.ones(len(rows), dtype=bool), False: ~self.professional}  # to professionals, to others
        self._placed = lru_cache(maxsize=2)(self._with_a_place)

    def distances(self, lat: float, lon: float, radius: int | None, pks: np.ndarray, *, professional: bool, size: int):
        """Metres from a point (degrees) to the nearest place of each of these services, infinite without places.

        `pks` in their order, all below `size`. With a radius, what lies outside it is only known to be far: most of the
        Region need not be measured.
        """
        band, around = self._around(lat, lon, radius)
        asked = np.zeros(size, dtype=bool)
        asked[pks] = True
        measured = band.start + np.flatnonzero(around & asked[self.pk[band]] & self._shown[professional][band])
        nearest = np.where(self._placed(professional=professional, size=size)[pks], FAR, np.inf)
        np.minimum.at(nearest, pks.searchsorted(self.pk[measured]), self._metres(lat, lon, measured))
        return nearest

    def _with_a_place(self, *, professional: bool, size: int) -> np.ndarray:
        placed = np.zeros(size, dtype=bool)
        placed[self.pk[self._shown[professional]]] = True
        return placed

    def _around(self, lat: float, lon: float, radius: int | None) -> tuple[slice, np.ndarray]:
        """A band of points from south to north, and which of them lie in a square that has the circle in it."""
        if radius is None:
            return slice(0, len(self.pk)), self._shown[True]
        high = degrees((radius + 1) / EARTH_RADIUS_M) * 1.01  # some room for rounding
        wide = high / cos(radians(lat))
        band = slice(*self.lat.searchsorted((lat - high, lat + high)))
        return band, np.abs(self.lon[band] - lon) <= wide

    def _metres(self, lat: float, lon: float, measured: np.ndarray) -> np.ndarray:
        """Metres from a point to some of the points, along a great circle."""
        lat_from, lon_from = radians(lat), radians(lon)
        lats, lons, cosines = (values[measured] for values in self._radians)
        chord = np.sin((lats - lat_from) / 2) ** 2 + cos(lat_from) * cosines * np.sin((lons - lon_from) / 2) ** 2
        return np.minimum(np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord))), FAR)

    def drawn_within(self, box: tuple[float, float, float, float], *, professional: bool) -> np.ndarray:
        """Positions of the points that a map may draw in a box (south, west, north, east), by service."""
        south, west, north, east = box
        inside = (self.lat >= south) & (self.lat <= north) & (self.lon >= west) & (self.lon <= east)
        drawn = np.flatnonzero(inside & ~self.withheld & self._shown[professional])
        return drawn[np.argsort(self.pk[drawn], kind="stable")]

    def addresses(self, *, professional: bool) -> np.ndarray:
        """Positions of the points that somebody can be sent to, by service."""
        shown = np.flatnonzero(~self.withheld & self._shown[professional])
        return shown[np.argsort(self.pk[shown], kind="stable")]

"""Where services are: flat arrays of points, to measure from one point to all of them at once."""

from functools import lru_cache

import numpy as np
from pyroaring import BitMap

from actors.search.postings import bitmap_of
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
        self._measured = lru_cache(maxsize=4)(self._measure)  # one search asks twice, to filter and to rank
        self._unmeasured = lru_cache(maxsize=2)(self._far_or_nowhere)
        self.placed = lru_cache(maxsize=2)(self._with_a_place)

    def distances(self, lat: float, lon: float, radius: int | None, *, professional: bool, size: int) -> np.ndarray:
        """Metres from a point (degrees) to the nearest place of each service, infinite without places.

        With a radius, what lies outside it is only known to be far: most of the Region need not be measured.
        """
        nearest = self._unmeasured(professional=professional, size=size).copy()
        pks, metres = self._measured(lat, lon, radius, professional=professional)
        np.minimum.at(nearest, pks, metres)
        return nearest

    def within(self, lat: float, lon: float, radius: int, *, professional: bool) -> BitMap:
        """The services with a place within a radius (metres) of a point."""
        pks, metres = self._measured(lat, lon, radius, professional=professional)
        return bitmap_of(pks[metres <= radius])

    def _with_a_place(self, *, professional: bool) -> BitMap:
        return bitmap_of(self.pk[self._shown(slice(None), professional=professional)])

    def _far_or_nowhere(self, *, professional: bool, size: int) -> np.ndarray:
        nearest = np.full(size, np.inf)
        nearest[self.pk[self._shown(slice(None), professional=professional)]] = FAR
        return nearest

    def _measure(self, lat: float, lon: float, radius: int | None, *, professional: bool):
        """Services and their distances, of the points that may be shown and can lie within the radius."""
        band, around = self._around(lat, lon, radius)
        measured = band.start + np.flatnonzero(around & self._shown(band, professional=professional))
        return self.pk[measured], np.minimum(self._metres(lat, lon, measured), FAR)

    def _metres(self, lat: float, lon: float, measured: np.ndarray) -> np.ndarray:
        """Metres from a point to some of the points, along a great circle."""
        lat_from, lon_from = np.radians(lat), np.radians(lon)
        lats, lons, cosines = (values[measured] for values in self._radians)
        chord = np.sin((lats - lat_from) / 2) ** 2 + np.cos(lat_from) * cosines * np.sin((lons - lon_from) / 2) ** 2
        return np.rint(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(chord)))

    def _around(self, lat: float, lon: float, radius: int | None) -> tuple[slice, np.ndarray]:
        """A band of points from south to north, and which of them lie in a square that has the circle in it."""
        if radius is None:
            return slice(0, len(self.pk)), np.ones(len(self.pk), dtype=bool)
        high = np.degrees((radius + 1) / EARTH_RADIUS_M) * 1.01  # some room for rounding
        wide = high / np.cos(np.radians(lat))
        band = slice(*np.searchsorted(self.lat, (lat - high, lat + high)))
        return band, np.abs(self.lon[band] - lon) <= wide

    def drawn_within(self, box: tuple[float, float, float, float], *, professional: bool) -> np.ndarray:
        """Positions of the points that a map may draw in a box (south, west, north, east), by service."""
        south, west, north, east = box
        inside = (self.lat >= south) & (self.lat <= north) & (self.lon >= west) & (self.lon <= east)
        drawn = np.flatnonzero(inside & ~self.withheld & self._shown(slice(None), professional=professional))
        return drawn[np.argsort(self.pk[drawn], kind="stable")]

    def addresses(self, *, professional: bool) -> np.ndarray:
        """Positions of the points that somebody can be sent to, by service."""
        shown = np.flatnonzero(~self.withheld & self._shown(slice(None), professional=professional))
        return shown[np.argsort(self.pk[shown], kind="stable")]

    def _shown(self, band: slice, *, professional: bool) -> np.ndarray:
        hidden = self.professional[band]
        return np.ones(len(hidden), dtype=bool) if professional else ~hidden

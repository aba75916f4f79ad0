"""The nineteen municipalities as tiles, each roughly where it lies: a map that can be tapped and needs no borders."""

from typing import NamedTuple


class Cell(NamedTuple):
    """A place in the grid: column from the west, row from the north, both from 1."""

    column: int
    row: int


# By NIS code. Neighbours stay neighbours wherever five columns allow it.
MOSAIC = {
    "21008": Cell(1, 1),  # Ganshoren
    "21010": Cell(2, 1),  # Jette
    "21006": Cell(4, 1),  # Evere
    "21003": Cell(1, 2),  # Sint-Agatha-Berchem
    "21011": Cell(2, 2),  # Koekelberg
    "21004": Cell(3, 2),  # Brussel
    "21015": Cell(4, 2),  # Schaarbeek
    "21012": Cell(2, 3),  # Sint-Jans-Molenbeek
    "21014": Cell(4, 3),  # Sint-Joost-ten-Node
    "21018": Cell(5, 3),  # Sint-Lambrechts-Woluwe
    "21001": Cell(1, 4),  # Anderlecht
    "21013": Cell(2, 4),  # Sint-Gillis
    "21009": Cell(3, 4),  # Elsene
    "21005": Cell(4, 4),  # Etterbeek
    "21019": Cell(5, 4),  # Sint-Pieters-Woluwe
    "21007": Cell(2, 5),  # Vorst
    "21016": Cell(3, 5),  # Ukkel
    "21017": Cell(4, 5),  # Watermaal-Bosvoorde
    "21002": Cell(5, 5),  # Oudergem
}

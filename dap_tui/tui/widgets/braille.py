"""Lines in braille dots: two across and four down in each cell."""

from __future__ import annotations

from typing import Final

_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


class Dots:
    """Dots by cell, as they are set."""

    def __init__(self) -> None:
        """Without any."""
        self.cells: dict[tuple[int, int], int] = {}

    def dot(self, x: int, y: int) -> None:
        """Set the dot in column `x` and row `y`, counted in dots."""
        cell = (x // 2, y // 4)
        self.cells[cell] = self.cells.get(cell, 0) | _BITS[y % 4][x % 2]

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Set the dots from one to another, a dot a column or a row, whichever is more."""
        (x, y), (to_x, to_y) = start, end
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            self.dot(x + round((to_x - x) * step / steps), y + round((to_y - y) * step / steps))

    def character(self, cell: tuple[int, int]) -> str:
        """The character of a cell."""
        return chr(0x2800 + self.cells[cell])

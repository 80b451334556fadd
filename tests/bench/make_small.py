"""Write a workspace in which a tenth of the counts are small, so that much has to be hidden.

    python tests/bench/make_small.py FOLDER [--quarters 8]

500 indicators of ten sources, target 8 and hidden below 5: in turn one alone, one with five wards, a running total
with five wards, and a whole with its two parts.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

INDICATORS = 500
SOURCES = 10
WARDS = tuple(f"Ward {each}" for each in range(1, 6))
SHAPES = ("alone", "wards", "running", "whole", "part", "part")
LAST_YEAR = 2023


def shape_of(number: int) -> str:
    """What an indicator is; a whole is followed by its parts."""
    return SHAPES[number % len(SHAPES)]


def source_of(number: int) -> int:
    """Whose an indicator is: a whole and its parts are of one source."""
    return number // len(SHAPES) % SOURCES


def catalogue() -> str:
    """The catalogue."""
    parts = ['[partnership]\nname = "Partnership of small numbers"\n[defaults]\nsuppress_below = 5\n']
    parts += [f'[[source]]\nid = "s{each}"\nname = "Agency {each}"\n' for each in range(SOURCES)]
    for number in range(INDICATORS):
        lines = [
            f'[[indicator]]\nid = "i{number}"\ntitle = "Measure {number}"\nsource = "s{source_of(number)}"',
            'unit = "count"\npolarity = "higher"\ntarget = { always = { value = 8 } }',
        ]
        if shape_of(number) == "running":
            lines.append('reported = "year-to-date"')
        if shape_of(number) == "whole" and number + 2 < INDICATORS:
            lines.append(f'parts = ["i{number + 1}", "i{number + 2}"]')
        parts.append("\n".join([*lines, ""]))
    return "\n".join(parts)


def count(chance: random.Random) -> int:
    """A count, small in one case of ten."""
    return chance.randint(0, 4) if chance.random() < 0.1 else chance.randint(8, 400)


def rows_of(number: int, running: dict[int, list[int]], chance: random.Random) -> Iterator[tuple[int, str]]:
    """The rows of one quarter of an indicator, of a whole those of its parts too; each with its indicator's number."""
    shape = shape_of(number)
    if shape in {"wards", "running"}:
        wards = [count(chance) for _ in WARDS]
        if shape == "running":
            wards = running[number] = [a + b for a, b in zip(running.get(number, [0] * 5), wards, strict=True)]
        yield number, f"i{number},,{sum(wards)}"
        yield from ((number, f"i{number},{ward},{value}") for ward, value in zip(WARDS, wards, strict=True))
    elif shape == "whole" and number + 2 < INDICATORS:
        parts = [count(chance), count(chance)]
        yield number, f"i{number},,{sum(parts)}"
        yield from ((number + at, f"i{number + at},,{value}") for at, value in enumerate(parts, 1))
    elif shape != "part":
        yield number, f"i{number},,{count(chance)}"


def main() -> None:
    """Write the workspace that the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--quarters", type=int, default=8)
    options = asked.parse_args()
    chance = random.Random(1)  # noqa: S311 # the same figures each time
    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "catalogue.toml").write_text(catalogue())
    running: dict[int, list[int]] = {}
    for ordinal in range((LAST_YEAR + 1) * 4 - options.quarters, (LAST_YEAR + 1) * 4):
        year, quarter = divmod(ordinal, 4)
        if quarter == 0:
            running = {}
        returned: dict[int, list[str]] = {each: ["indicator,breakdown,value"] for each in range(SOURCES)}
        for number in range(INDICATORS):
            for of, row in rows_of(number, running, chance):
                returned[source_of(of)].append(row)
        folder = options.folder / "returns" / f"{year}-{(year + 1) % 100:02}-Q{quarter + 1}"
        folder.mkdir(parents=True, exist_ok=True)
        for source, rows in returned.items():
            (folder / f"s{source}.csv").write_text("\n".join([*rows, ""]))


if __name__ == "__main__":
    main()

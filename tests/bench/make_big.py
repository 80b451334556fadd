"""Write a large workspace that has nothing wrong with it, or a known number of faults.

    python tests/bench/make_big.py FOLDER [--rows 1000000] [--errors 100] [--misspelt]

500 indicators of ten sources; a quarter is ten files of 2,500 rows, each indicator a total and 49 breakdown
rows, so a million rows are 40 quarters in 400 files. Counts and pounds add up. With `--misspelt` there is one
file, of `--rows` rows, with a slip of one letter in every id.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

SOURCES = 10
INDICATORS = 50
PARTS = 49
ROWS_A_FILE = INDICATORS * (PARTS + 1)
AREAS = ("Central", "North", "North East", "South", "Dearne", "Penistone", "St Helens")
GROUPS = ("16 to 24", "25 to 34", "35 to 44", "45 to 54", "55 to 64", "65 and over", "Not known")
BREAKDOWN = [f"{area} {group}" for area in AREAS for group in GROUPS]
HEADER = "indicator,breakdown,value,note\n"


def indicator_ids(source: int) -> list[str]:
    """The ids of a source's indicators; their unit is in them."""
    return [f"agency-{source}-{unit_of(number)}-measure-{number:02}" for number in range(INDICATORS)]


def unit_of(number: int) -> str:
    """Five in nine are counts, three percents, one pounds."""
    return ("count", "percent", "count", "count", "percent", "count", "pounds", "count", "percent")[number % 9]


def catalogue(last_period: str) -> str:
    """The catalogue: every indicator with a priority, nothing overdue."""
    parts = [
        f'[partnership]\nname = "Large Domestic Abuse Partnership"\nlast_period = "{last_period}"\n',
        '[[priority]]\nid = "support"\ntitle = "Support"\n',
    ]
    for source in range(SOURCES):
        parts.append(f'[[source]]\nid = "agency-{source}"\nname = "Agency {source}"\n')
        parts.extend(
            f'[[indicator]]\nid = "{identifier}"\ntitle = "Measure {identifier}"\nsource = "agency-{source}"\n'
            f'unit = "{unit_of(number)}"\npolarity = "higher"\npriorities = ["support"]\nbreakdown = "Area and age"\n'
            f'from = "2014-15-Q1"\n[indicator.target]\nalways = {{ value = 50 }}\n'
            for number, identifier in enumerate(indicator_ids(source))
        )
    return "\n".join(parts)


def rows_of(source: int, chance: random.Random) -> list[str]:
    """A source's return of one quarter; totals wander inside a tenth, so that none stands out."""
    rows = []
    for number, identifier in enumerate(indicator_ids(source)):
        if unit_of(number) == "percent":
            values = [f"{chance.randrange(400, 600) / 10}%" for _ in range(PARTS + 1)]
        else:
            total = chance.randrange(20_000 + 500 * number, 22_000 + 550 * number)
            weights = [chance.randrange(50, 100) for _ in range(PARTS)]
            parts = [total * weight // sum(weights) for weight in weights]
            parts[0] += total - sum(parts)
            cents = unit_of(number) == "pounds"
            values = [f"{value / 100:.2f}" if cents else str(value) for value in (total, *parts)]
        rows.extend(f"{identifier},{name},{value},\n" for name, value in zip(["", *BREAKDOWN], values, strict=True))
    return rows


def planted(rows: list[str], kind: int, chance: random.Random) -> None:
    """One fault of a kind: an unknown id, a bad value, a repeated row, a percent out of range."""
    at = chance.randrange(len(rows))
    identifier, name, value, _ = rows[at].split(",")
    if kind == 0:
        rows[at] = f"{identifier}x,{name},{value},\n"
    elif kind == 1:
        rows[at] = f"{identifier},{name},about {value},\n"
    elif kind == 2:
        rows.append(rows[at])
    else:
        at = next(n for n in range(len(rows)) if "percent" in rows[(at + n) % len(rows)]) + at
        identifier, name, value, _ = rows[at % len(rows)].split(",")
        rows[at % len(rows)] = f"{identifier},{name},1{value},\n"


def main() -> None:
    """Write the workspace that the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--errors", type=int, default=0)
    asked.add_argument("--misspelt", action="store_true")
    options = asked.parse_args()
    chance = random.Random(20231)  # noqa: S311 # the same figures each time
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.misspelt:
        (options.folder / "catalogue.toml").write_text(catalogue("2023-24-Q3"))
        folder = options.folder / "returns/2023-24-Q3"
        folder.mkdir(parents=True, exist_ok=True)
        lines = []
        known = [identifier for source in range(SOURCES) for identifier in indicator_ids(source)]
        for number in range(options.rows):
            identifier = known[number % len(known)]
            at = chance.randrange(len(identifier))
            lines.append(
                f"{identifier[:at]}{chance.choice('abcdefghijklmnopqrstuvwxyz')}{identifier[at:]},,{number},\n"
            )
        (folder / "2023-24-Q3.csv").write_text(HEADER + "".join(lines))
        return
    files = max(1, options.rows // ROWS_A_FILE)
    quarters = [f"{2014 + n // 4}-{15 + n // 4}-Q{n % 4 + 1}" for n in range((files + SOURCES - 1) // SOURCES)]
    (options.folder / "catalogue.toml").write_text(catalogue(quarters[-1]))
    faulty = sorted(chance.randrange(files) for _ in range(options.errors))
    for number in range(files):
        source = number % SOURCES
        rows = rows_of(source, chance)
        for kind, at in enumerate(faulty):
            if at == number:
                planted(rows, kind % 4, chance)
        folder = options.folder / "returns" / quarters[number // SOURCES]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"agency-{source}.csv").write_text(HEADER + "".join(rows))


if __name__ == "__main__":
    main()

"""What the check of a large workspace is measured against: the least that a person would write in polars.

    python tests/bench/floor.py FOLDER

Reads the catalogue and every return once, and finds unknown ids, bad values, repeated rows and percents out of
range. It knows no line numbers, encodings, symbols, notes or broken files.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import polars as pl


def main(folder: Path) -> None:
    """Print how many rows there are, and how many have each fault."""
    known = tomllib.loads((folder / "catalogue.toml").read_text())["indicator"]
    units = pl.DataFrame({"indicator": [each["id"] for each in known], "unit": [each["unit"] for each in known]})
    number = pl.col("value").str.strip_suffix("%").cast(pl.Float64, strict=False)
    rows = (
        pl.scan_csv(folder / "returns/*/*.csv", infer_schema=False, include_file_paths="file")
        .with_columns(number=number, period=pl.col("file").str.extract(r"returns/([^/]+)/"))
        .join(units.lazy(), on="indicator", how="left")
        .select("indicator", "breakdown", "period", "unit", "number")
        .collect()
    )
    unknown = rows["unit"].is_null().sum()
    bad = rows["number"].is_null().sum()
    repeated = rows.select(pl.struct("indicator", "breakdown", "period").is_duplicated().sum()).item()
    outside = rows.filter((pl.col("unit") == "percent") & ~pl.col("number").is_between(0, 100)).height
    print(f"{rows.height} rows: {unknown} unknown, {bad} bad, {repeated} repeated, {outside} out of range")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

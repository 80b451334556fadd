"""How fast, beside a floor measured in the same run: python tests/bench/table.py [--runs 7] [--only TEXT]

Every row times two commands in turn and gives the ratio of their medians, so that it holds on any machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from terminal import Terminal

HERE = Path(__file__).parent
BARNSLEY = HERE.parents[1]
DAP = [str(Path(sys.executable).with_name("dap"))]
PYTHON = sys.executable
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Timed = Callable[[], float]


@dataclass(frozen=True)
class Row:
    """One line of the table: what is timed, against what, and the most it may take."""

    what: str
    against: str
    timed: Timed
    floor: Timed
    most: float
    extra: bool = False
    """Whether `most` is seconds more than the floor, and not a ratio."""


def process(*command: str, status: tuple[int, ...] = (0,)) -> Timed:
    """The wall time of a whole process, whose exit status must be one of `status`."""

    def run() -> float:
        start = time.perf_counter()
        ran = subprocess.run(command, cwd=BARNSLEY, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
        took = time.perf_counter() - start
        if ran.returncode not in status:
            raise SystemExit(f"{' '.join(command)} ended with {ran.returncode}")
        return took

    return run


def first_paint(*command: str, text: str, folder: Path = BARNSLEY) -> Timed:
    """The time from the start of a program to a text on its screen."""

    def run() -> float:
        terminal = Terminal(command, folder)
        try:
            return terminal.painted(text)
        finally:
            terminal.close()

    return run


def key(*command: str, text: str, before: bytes, keys: bytes, folder: Path = BARNSLEY) -> Timed:
    """The time from a key to the finished screen, after other keys were pressed."""

    def run() -> float:
        terminal = Terminal(command, folder)
        try:
            terminal.painted(text)
            terminal.settle(1.0)
            if before:
                terminal.key(before)
            return terminal.key(keys)
        finally:
            terminal.close()

    return run


def workspace(place: Path, name: str, *options: str, maker: str = "make_big.py") -> Path:
    """A large workspace, made once."""
    folder = place / name
    if not folder.exists():
        subprocess.run([PYTHON, str(HERE / maker), str(folder), *options], check=True, stdout=subprocess.DEVNULL)
    return folder


def small_rows() -> Iterator[Row]:
    """The rows on the partnership's own figures."""
    typer_polars = process(PYTHON, "-c", "import typer, polars")
    static = first_paint(PYTHON, str(HERE / "static_app.py"), text="ready")
    yield Row("dap --version", "python -c pass", process(*DAP, "--version"), process(PYTHON, "-c", "pass"), 2)
    yield Row("dap --help", "import typer", process(*DAP, "--help"), process(PYTHON, "-c", "import typer"), 1.2)
    yield Row("dap check, Barnsley", "import typer, polars", process(*DAP, "check"), typer_polars, 1.15)
    yield Row("dap export, Barnsley", "import typer, polars", process(*DAP, "export"), typer_polars, 1.25)
    yield Row("dap tui, Barnsley, to its table", "one Static", first_paint(*DAP, "tui", text="worse"), static, 1.4)


def large_rows(place: Path) -> Iterator[Row]:
    """The rows on a million rows of returns, and on parts of them."""
    clean = workspace(place, "clean")
    errors = workspace(place, "errors", "--errors", "100")
    misspelt = workspace(place, "misspelt", "--rows", "50000", "--misspelt")
    tenth, hundredth = workspace(place, "tenth", "--rows", "100000"), workspace(place, "hundredth", "--rows", "10000")

    def check(folder: Path) -> Timed:
        return process(*DAP, "check", "-C", str(folder), "--format", "concise", status=(0, 1))

    def floor(folder: Path) -> Timed:
        return process(PYTHON, str(HERE / "floor.py"), str(folder))

    yield Row("dap check, 1,000,000 rows", "polars, the same files", check(clean), floor(clean), 1.3)
    yield Row("the same with 100 errors", "polars, the same files", check(errors), floor(errors), 1.5)
    yield Row("50,000 rows, every id misspelt", "polars, the same file", check(misspelt), floor(misspelt), 6)
    yield Row("growth, 100,000 to 1,000,000 rows", "ten times the time", check(clean), ten_times(check(tenth)), 1)
    yield Row("growth, 10,000 to 100,000 rows", "ten times the time", check(tenth), ten_times(check(hundredth)), 1)
    paint = first_paint(*DAP, "tui", "-C", str(clean), text="Measure")
    yield Row("dap tui, 1,000,000 rows, to its table", "polars, the same files", paint, floor(clean), 2.5)
    static = [PYTHON, str(HERE / "static_app.py")]
    for name, before, keys in (("page down", b"", b"\x1b[6~"), ("next quarter", b"", b"["), ("a letter", b"/", b"m")):
        timed = key(*DAP, "tui", "-C", str(clean), text="Measure", before=before, keys=keys)
        pressed = key(*static, text="ready", before=b"", keys=b"a")
        yield Row(f"{name}, 500 indicators × 40 quarters", "one Static", timed, pressed, 0.03, extra=True)


def protected_rows(place: Path) -> Iterator[Row]:
    """What small numbers cost a report, where a tenth of all counts are small: no second for two years held."""
    for quarters, most in ((8, 1), (40, 4)):
        folder = workspace(place, f"small-{quarters}", "--quarters", str(quarters), maker="make_small.py")
        export = [*DAP, "export", "-C", str(folder)]
        what = f"dap export, 500 indicators × {quarters} quarters, a tenth small"
        open_ = process(*export, "--no-suppress")
        yield Row(what, "the same with --no-suppress", process(*export), open_, most, extra=True)


def ten_times(timed: Timed) -> Timed:
    """What ten times as much may take, where growth is linear."""
    return lambda: 10 * timed()


def measured(row: Row, runs: int) -> str:
    """A row of the table: medians after one warm-up of each, and whether the ratio is within bounds."""
    row.timed()
    row.floor()
    pairs = [(row.timed(), row.floor()) for _ in range(runs)]
    took, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    if row.extra:
        result, most = f"{1000 * (took - floor):+.0f} ms", f"{1000 * row.most:+.0f} ms"
        within = took - floor <= row.most
    else:
        result, most, within = f"{took / floor:.2f}×", f"{row.most}×", took / floor <= row.most
    verdict = "" if within else " **over**"
    return f"| {row.what} | {row.against} | {1000 * took:.0f} ms | {1000 * floor:.0f} ms | {result}{verdict} | {most} |"


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    asked = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="dap-bench-"))
    print("| what | against | it took | the floor | ratio | at most |\n| --- | --- | --: | --: | --: | --: |")
    try:
        for rows in (small_rows(), protected_rows(place), large_rows(place)):
            for row in rows:
                if asked.only in row.what:
                    print(measured(row, asked.runs), flush=True)
    finally:
        shutil.rmtree(place)


if __name__ == "__main__":
    main()

"""`dap init`: the files of a first workspace, or of one that ships with dap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from dap_tui.examples import example
from dap_tui.period import Quarter, last_quarter_over
from dap_tui.reading.catalogue import read_catalogue
from dap_tui.sentence import month_in_words
from dap_tui.starting.templates import templates
from dap_tui.workspace import Workspace

CATALOGUE: Final = "catalogue.toml"
_FIRST: Final = "first_catalogue.toml"
_WRITTEN_FOR: Final = Quarter.parse("2023-24-Q3")
"""The quarter that stands in the first catalogue; the one that is written out has a later one."""


def new_workspace(today: date) -> Mapping[str, bytes]:
    """A first catalogue, which explains itself, and the blank returns of the last quarter that is over.

    The catalogue comes last: until it is there the folder is no workspace.
    """
    quarter = last_quarter_over(today)
    text = (files("dap_tui.starting") / _FIRST).read_text(encoding="utf-8")
    content = _in_time(text, quarter).encode()
    blank = templates(Workspace(Path(), read_catalogue(content).catalogue), quarter)
    return {**blank.files, CATALOGUE: content}


def _in_time(text: str, quarter: Quarter) -> str:
    """The first catalogue with that quarter, its months and its years in place of those it was written for."""
    then = _WRITTEN_FOR
    put = {
        then.id: quarter.id,
        _months(then): _months(quarter),
        then.year.next.id: quarter.year.next.id,
        then.year.id: quarter.year.id,
    }
    return re.sub("|".join(map(re.escape, put)), lambda match: put[match[0]], text)


def _months(quarter: Quarter) -> str:
    first, last = (month_in_words(day) for day in (quarter.first_day, quarter.last_day))
    return f"{first} to {last} {quarter.last_day.year}"


def example_workspace(name: str) -> Mapping[str, bytes]:
    """The files of a shipped workspace, its catalogue and all its returns; raises NotKnown."""
    root = example(name)
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "returns").rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return {**found, CATALOGUE: (root / CATALOGUE).read_bytes()}

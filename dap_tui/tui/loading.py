"""Reading the workspace for the screens: at the start, and again when a file of it changes.

Files are looked at by their modification times and sizes, lightly, since network drives tell of no changes.
What an error keeps from being read stays as it was last read, and is marked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dap_tui.errors import DapError
from dap_tui.finding import Level, Place
from dap_tui.measure import Figure
from dap_tui.period import Period
from dap_tui.returns import Returns, Rows, Series
from dap_tui.tui.session import Reading
from dap_tui.workspace import Workspace

Fingerprint = Mapping[str, tuple[int, int]]
"""Modification time and size of each file, by its name from the workspace."""


def read(root: Path) -> Reading:
    """Read all of it, as yet with the findings of reading alone; raises DapError where there is no catalogue."""
    from dap_tui.reading.workspace import read_workspace

    workspace = read_workspace(root)
    return Reading(workspace, datetime.now(), workspace.findings)  # noqa: DTZ005 # the time on the person's own clock


def checked(reading: Reading, as_of: date) -> Reading:
    """The reading with all that `check` finds in it."""
    from dap_tui.check import check

    return reading._replace(findings=tuple(check(reading.workspace, as_of)), is_checked=True)


def read_again(before: Reading, as_of: date) -> Reading:
    """Read all of it again; what can no longer be read stays as it was, marked as such."""
    try:
        after = checked(read(before.workspace.root), as_of)
    except (DapError, OSError) as error:
        return before._replace(trouble=str(error))
    except Exception as error:  # noqa: BLE001 # a fault of ours must not take down what is being looked at
        return before._replace(trouble=f"a fault in dap itself: {type(error).__name__}: {error}")
    return with_last_good(before, after)


def with_last_good(before: Reading, after: Reading) -> Reading:
    """The later reading, with the earlier one's figures from files that now have errors, where they are gone."""
    broken = {each.place.file for each in after.findings if each.level is Level.ERROR}
    broken -= {each.place.file for each in before.findings if each.level is Level.ERROR} - {
        place.file for place in before.kept
    }
    broken = {file for file in broken if file.startswith("returns")}
    if not broken:
        return after
    keeping = _Keeping(before.workspace.returns, after.workspace.returns, frozenset(broken))
    returns = keeping.returns()
    workspace = replace(after.workspace, returns=returns)
    return after._replace(workspace=workspace, kept=keeping.kept(workspace))


class _Keeping:
    """Returns as read later, completed from an earlier reading for files that are broken now."""

    def __init__(self, earlier: Returns, later: Returns, broken: frozenset[str]) -> None:
        self.earlier, self.later, self.broken = earlier, later, broken

    def returns(self) -> Returns:
        """The completed returns."""
        periods = {each.period for each in self.earlier.files if each.file in self.broken}
        known = sorted({*self.later.periods, *periods}, key=_on_one_scale)
        return Returns(tuple(known), self.later.files, self.later.blanks, self._totals, self._rows)

    def _complete(self, earlier: Series, later: Series) -> Series:
        gone = {period: figure for period, figure in earlier.items() if period not in later and self._is_kept(figure)}
        return {**later, **gone} if gone else later

    def _is_kept(self, figure: Figure) -> bool:
        return figure.place is not None and figure.place.file in self.broken

    def _totals(self, indicator: str) -> Series:
        return self._complete(self.earlier.totals(indicator), self.later.totals(indicator))

    def _rows(self, indicator: str) -> Rows:
        earlier, later = self.earlier.rows(indicator), self.later.rows(indicator)
        names = dict.fromkeys([*later, *earlier])
        rows = {name: self._complete(earlier.get(name, {}), later.get(name, {})) for name in names}
        return {name: series for name, series in rows.items() if series}

    def kept(self, workspace: Workspace) -> frozenset[Place]:
        """The places of the figures that stand from the earlier reading."""
        places = set()
        for indicator in workspace.catalogue.indicators:
            now = self.later.totals(indicator.id)
            for period, figure in self.earlier.totals(indicator.id).items():
                if period not in now and self._is_kept(figure) and figure.place is not None:
                    places.add(figure.place)
        return frozenset(places)


def _on_one_scale(period: Period) -> Any:
    from dap_tui.period import on_one_scale

    return on_one_scale(period)


def fingerprint(root: Path) -> Fingerprint:
    """Times and sizes of the catalogue and of everything under `returns`."""
    return dict(_stamps(root))


def _stamps(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        stat = (root / "catalogue.toml").stat()
        yield "catalogue.toml", (stat.st_mtime_ns, stat.st_size)
    except OSError:
        pass
    folders = [root / "returns"]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    stat = entry.stat(follow_symlinks=False)
                    yield entry.path, (stat.st_mtime_ns, stat.st_size)
            except OSError:
                continue

"""What lies under `returns/`: the files that are read, of which period and source, and what is there besides."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dap_tui.catalogue import Catalogue
from dap_tui.finding import Finding, Place
from dap_tui.period import Period, PeriodError, on_one_scale, parse_period
from dap_tui.reading.nearest import Nearest
from dap_tui.reading.period_names import likely_period, year_of_no_quarter
from dap_tui.reading.root import is_inside
from dap_tui.reading.text import quoted, visible
from dap_tui.rules import Rule
from dap_tui.rules import returns as rules
from dap_tui.sentence import listed

MOST_BYTES: Final = 256 * 1024 * 1024
RETURNS: Final = "returns"
NARRATIVE: Final = "narrative.toml"
PUBLISHED: Final = "published.toml"
_TABLES: Final = {"csv", "xlsx"}
_ARCHIVES: Final = {"zip", "7z", "rar"}
_OLD: Final = {"xls", "xlsm", "xlsb", "ods", "numbers"}
_CLUTTER: Final = {"thumbs.db", "desktop.ini"}
_WORDS: Final = Nearest((NARRATIVE, PUBLISHED))
NO_RETURN_YET: Final = f"there is no return under {RETURNS}/ yet"
_FIRST: Final = "put the first return there, a folder a quarter"
_NAMED: Final = 8
"""How many sources a hint names."""


class FoundReturn(NamedTuple):
    """A return's file, named from the workspace; `source` is None where it is named after none."""

    path: Path
    file: str
    period: Period
    source: str | None
    size: int

    @property
    def order(self) -> tuple[tuple[int, int], int, str]:
        """In time; files of a source before those of none, which must not repeat them; exact names before others."""
        rank = 2 if self.source is None else int(self.path.stem != self.source)
        return on_one_scale(self.period), rank, self.file


class Folder:
    """What was found: returns in the order they are read, what people said and published, and what is wrong."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.returns: list[FoundReturn] = []
        self.narratives: list[tuple[Period, Path, str]] = []
        self.published: list[tuple[Period, Path, str]] = []
        self.findings: list[Finding] = []


def look_through(root: Path, catalogue: Catalogue) -> Folder:
    """All that lies under the workspace's `returns/`."""
    return _Search(root, catalogue).folder


class _Search:
    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        self.folder = Folder()
        self.periods: dict[Period, Period] = {}
        self.starts = catalogue.partnership.starts
        self.sources = {identifier.casefold(): identifier for identifier in catalogue.source}
        self.nearest_source = Nearest(self.sources.values())
        self.home = root
        base = root / RETURNS
        if not self._is_folder(base):
            return
        for name, path in self._entries(base, RETURNS):
            self._top(name, path, f"{RETURNS}/{visible(name)}")
        if not any((self.folder.returns, self.folder.narratives, self.folder.published, self.folder.findings)):
            self._add(rules.NO_RETURNS, RETURNS, NO_RETURN_YET, _FIRST)
        self.folder.returns.sort(key=lambda found: found.order)
        self.folder.narratives.sort(key=lambda found: found[1])

    def _add(self, rule: Rule, file: str, message: str, hint: str | None = None) -> None:
        self.folder.findings.append(rule.at(Place(file), message, hint))

    def _is_folder(self, base: Path) -> bool:
        """Whether there is a folder of returns in the workspace, which may be opened; else a finding."""
        if not os.path.lexists(base):
            hint = f"rename {visible(other)} to {RETURNS}" if (other := self._other_case()) else _FIRST
            self._add(rules.NO_RETURNS, RETURNS, f"there is no folder {RETURNS}/ in this workspace", hint)
        elif not self._is_inside(base):
            self._leads_out(RETURNS, "put the folder itself here")
        elif not base.is_dir():
            self._add(rules.NO_RETURNS, RETURNS, f"{RETURNS} is no folder", "make a folder of that name")
        else:
            return True
        return False

    def _other_case(self) -> str | None:
        """A folder that has the name of the returns' but for its letters' case."""
        try:
            names = sorted(each.name for each in self.home.iterdir() if each.is_dir())
        except OSError:
            return None
        return next((each for each in names if each.casefold() in {RETURNS, RETURNS[:-1]}), None)

    def _entries(self, folder: Path, name: str) -> Iterator[tuple[str, Path]]:
        """The names in a folder that are no clutter, in order."""
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError as error:
            self._add(rules.NO_FILE, name, f"this folder cannot be opened: {_reason(error)}", "see who may read it")
            return
        for each in names:
            if not each.startswith((".", "~$")) and each.casefold() not in _CLUTTER:
                yield each, folder / each

    def _top(self, name: str, path: Path, file: str) -> None:
        """A file or folder right under returns/."""
        stem, dot, kind = name.rpartition(".")
        is_table = bool(dot) and kind.casefold() in _TABLES
        try:
            named = parse_period(stem if is_table else name, self.starts)
        except PeriodError as error:
            if is_table and path.is_dir():
                self._add(
                    rules.NO_FILE,
                    file,
                    "this is a folder with the name of a file",
                    "put the file itself here",
                )
            else:
                self._no_period(name, stem if is_table else name, file, visible(str(error)))
            return
        period = self.periods.setdefault(named, named)  # one object for each, which compares at once
        if is_table:
            self._return(path, file, period, None)
        elif not path.is_dir():
            if self._is_file(path, file) is not None:
                self._other(file, "this is a file, and is not read: it has no .csv at its end", "add it")
        elif not self._is_inside(path):
            self._leads_out(file)
        elif path.is_symlink() and Path(os.path.realpath(path)).parent == Path(os.path.realpath(path.parent)):
            message = f"this is a link to {RETURNS}/{visible(Path(os.path.realpath(path)).name)}, which is read already"
            self._add(rules.NO_FILE, file, message, "delete it; a period has a folder of its own")
        else:
            for each, inner in self._entries(path, file):
                self._inner(each, inner, f"{file}/{visible(each)}", period)

    def _no_period(self, name: str, stem: str, file: str, why: str) -> None:
        likely = likely_period(stem, self.starts)
        hint = f"is it {likely.shown}? then rename it to {likely}{name[len(stem) :]}" if likely else None
        if likely is None and (year := year_of_no_quarter(stem, self.starts)) is not None:
            hint = f"a year has Q1 to Q4: rename it to one of {year}-Q1 to {year}-Q4"
        if name[0].isdigit():
            self._add(rules.NO_PERIOD, file, why, None if why.endswith(f"write {likely}") else hint)
        else:
            self._other(file, f"{quoted(name)} is not read: it is no period", hint or "move it out of returns/")

    def _inner(self, name: str, path: Path, file: str, period: Period) -> None:
        """A file in a period's folder."""
        stem, dot, kind = name.rpartition(".")
        if name == NARRATIVE:
            if self._is_file(path, file) is not None:
                self.folder.narratives.append((period, path, file))
        elif name == PUBLISHED:
            if self._is_file(path, file) is not None:
                self.folder.published.append((period, path, file))
        elif not dot or kind.casefold() not in _TABLES:
            self._not_a_table(name, path, file)
        elif (source := self.sources.get(stem.casefold())) is not None:
            self._return(path, file, period, source)
        else:
            self._of_no_source(stem, path, file, period)

    def _not_a_table(self, name: str, path: Path, file: str) -> None:
        if path.is_dir():
            self._other(file, f"the folder {quoted(name)} is not read", "returns lie right in their period's folder")
        elif self._is_file(path, file) is not None:
            if (words := _WORDS.to(name)) is not None:
                self._other(file, f"{quoted(name)} is not read: it is not the name {words}", f"rename it to {words}")
                return
            self._other(file, f"{quoted(name)} is not read: it is no .csv or .xlsx file", self._kind_hint(name))

    def _kind_hint(self, name: str) -> str:
        """What to do with a file that is no table by its name."""
        source = self.sources.get(name.partition(".")[0].casefold())
        kind = name.rpartition(".")[2].casefold()
        if kind in _ARCHIVES:
            return "unpack it, and put the returns themselves here"
        if source is not None and (kind == "txt" or "." not in name):
            return f"if it is a CSV file, rename it to {source}.csv"
        return "save it as .xlsx or CSV UTF-8" if kind in _OLD else "save it as .xlsx or CSV UTF-8, or move it out"

    def _of_no_source(self, stem: str, path: Path, file: str, period: Period) -> None:
        try:
            named = parse_period(stem, self.starts)
        except PeriodError:
            if self._return(path, file, period, None):
                message = f"{quoted(stem)} is no source of the catalogue; the file is read all the same"
                self._add(rules.NO_SOURCE, file, message, self._sources_hint(stem))
            return
        if named == period:
            self._return(path, file, period, None)
        else:
            message = f"this file is named after {named}, and lies in the folder of {period}"
            self._add(rules.OTHER_PERIOD, file, message, f"move it into returns/{named.id}/, or rename it")

    def _sources_hint(self, stem: str) -> str:
        named = list(self.sources.values())
        likely = next(
            (each for each in named if stem.casefold().strip().startswith((f"{each} ", f"{each}_", f"{each}."))), None
        )
        near = likely or self.nearest_source.to(stem.strip())
        if near is not None:
            return f"did you mean {near}?"
        if not named:
            return "the catalogue has no [[source]] yet"
        return f"sources are {listed(named, _NAMED)}"

    def _return(self, path: Path, file: str, period: Period, source: str | None) -> bool:
        status = self._is_file(path, file)
        if status is None:
            return False
        if status.st_size > MOST_BYTES:
            message = f"this file is larger than {MOST_BYTES >> 20} MiB ({status.st_size:,} bytes), and is not read"
            self._add(rules.TOO_LARGE, file, message, "look what got into it")
            return False
        self.folder.returns.append(FoundReturn(path, file, period, source, status.st_size))
        return True

    def _is_file(self, path: Path, file: str) -> os.stat_result | None:
        """What kind of file it is, where it is one that may be opened; a finding where it is not."""
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                if not self._is_inside(path):
                    self._leads_out(file)
                    return None
                status = path.stat()
        except OSError as error:
            self._add(rules.NO_FILE, file, f"this link leads nowhere: {_reason(error)}", "put the file itself here")
            return None
        if stat.S_ISREG(status.st_mode):
            return status
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "no file (a pipe, a socket or a device)"
        self._add(rules.NO_FILE, file, f"this is {what}, and is not opened", "put the file itself here")
        return None

    def _is_inside(self, path: Path) -> bool:
        return is_inside(path, self.home)

    def _leads_out(self, file: str, hint: str = "put the file itself here") -> None:
        self._add(rules.NO_FILE, file, "this link leads out of the workspace, and is not followed", hint)

    def _other(self, file: str, message: str, hint: str) -> None:
        self._add(rules.OTHER_NAME, file, message, hint)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__

"""Rows that are there and could not be read: what they were meant to be is not missing as well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from dap_tui.check.source_lines import SourceLines
from dap_tui.finding import Finding, Level, Place
from dap_tui.workspace import Workspace

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Rejected:
    """The errors that reading found, by file, and the ids on their lines and in their hints."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lines = SourceLines(workspace.root)
        self._named: dict[str, frozenset[str]] = {}

    def is_at_fault(self, file: str) -> bool:
        """Whether there is an error in a file."""
        return file in self._errors

    def names(self, files: Iterable[str], indicator: str) -> bool:
        """Whether a row that could not be read was probably of that indicator; of an unread file, any may be."""
        return any(self._is_named(file, indicator) for file in files if file in self._errors)

    def is_at(self, place: Place | None) -> bool:
        """Whether there is an error at a place."""
        return place is not None and any(each.place == place for each in self._errors.get(place.file, ()))

    @cached_property
    def _errors(self) -> Mapping[str, list[Finding]]:
        errors: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self._workspace.findings:
            if finding.level is Level.ERROR:
                errors[finding.place.file].append(finding)
        return dict(errors)

    @cached_property
    def _refused(self) -> Mapping[str, frozenset[str]]:
        """The words of rows with an error, by workbook, which has no lines to look at."""
        return {file.file: file.refused for file in self._workspace.returns.files if file.refused}

    @cached_property
    def _unread(self) -> frozenset[str]:
        """The returns of which nothing was read."""
        files = self._workspace.returns.files
        return frozenset(file.file for file in files if not file.figures + file.symbols + file.blanks)

    def _is_named(self, file: str, indicator: str) -> bool:
        if file not in self._named:
            self._named[file] = frozenset(self._names_in(file))
        return indicator in self._named[file] or file in self._unread

    def _names_in(self, file: str) -> Iterable[str]:
        yield from self._refused.get(file, ())
        for finding in self._errors[file]:
            yield from _ID.findall(finding.hint or "")
            if finding.place.cell is not None:
                continue
            line = self._lines.line(file, finding.place.line)
            if line is not None:
                yield from _ID.findall(line)

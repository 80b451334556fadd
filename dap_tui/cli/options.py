"""Options that commands share, and what they lead to: a workspace that has been read, a period, a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dap_tui.cli import offers
from dap_tui.cli.browse import root_at
from dap_tui.cli.console import say
from dap_tui.cli.progress import doing
from dap_tui.errors import NotKnown
from dap_tui.export.options import By

if TYPE_CHECKING:
    from dap_tui.period import Period as PeriodOf
    from dap_tui.workspace import Workspace as ReadWorkspace


Workspace = Annotated[
    Path | None,
    typer.Option("-C", "--workspace", metavar="DIR", help="The workspace, in place of the one found from here."),
]
Period = Annotated[
    str | None,
    typer.Option(
        "--period",
        "-p",
        metavar="PERIOD",
        help="A quarter (2023-24-Q3) or a year (2023-24).",
        autocompletion=offers.periods,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="What day it is, for what is due (2024-01-31); today if left out."),
]

Indicators = Annotated[
    list[str] | None,
    typer.Argument(metavar="[INDICATOR]...", help="Indicators: id, code or title.", autocompletion=offers.indicators),
]
Grouping = Annotated[By, typer.Option("--by", help="What the tables are grouped by.")]
LastYear = Annotated[
    bool, typer.Option("--last-year", "-y", help="Put last year's figure in brackets beside each quarter's.")
]


def root_of(context: typer.Context, workspace: Path | None) -> Path:
    """The workspace's folder: the nearest with a catalogue at or above `-C`, `DAP_WORKSPACE`, or here.

    Raises WorkspaceNotFound.
    """
    return root_at(workspace or context.obj)


def day(as_of: str | None) -> date:
    """The day that `--as-of` names, today where it names none; raises NotKnown."""
    if as_of is None:
        return date.today()  # noqa: DTZ011 # the day where the person sits decides what is late
    try:
        named = date.fromisoformat(as_of)
    except ValueError as error:
        raise NotKnown(f"'{as_of}' is no date; write it as 2024-01-31") from error
    if named.isoformat() != as_of:  # Python reads week numbers and more, which nobody here would read alike
        raise NotKnown(f"write the day {named.day}/{named.month}/{named.year} as {named.isoformat()}")
    if not 1900 <= named.year <= 2200:
        raise NotKnown(f"'{as_of}' is a day that cannot be meant; write it as 2024-01-31")
    return named


def say_of_last_year(period: PeriodOf, *, last_year: bool) -> None:
    """One line where last year's figures were asked for of a year, so that nobody looks for brackets."""
    from dap_tui.period import Year

    if last_year and isinstance(period, Year):
        say("--last-year changes nothing in a report of a year: the years before have columns of their own")


def say_of_grouping(found: ReadWorkspace, asked: PeriodOf, by: By) -> None:
    """One line where the tables are to be grouped by what no indicator of the period has."""
    words = {By.PRIORITY: "a priority", By.TAG: "a tag", By.LEVEL: "a level"}
    indicators = [each for each in found.catalogue.indicators if each.is_expected(asked)]
    has_any = {
        By.PRIORITY: any(each.priorities for each in indicators),
        By.TAG: any(each.tags for each in indicators),
        By.LEVEL: any(each.level for each in indicators),
    }
    if by in words and indicators and not has_any[by]:
        say(f"no indicator has {words[by]} in the catalogue, so --by {by} makes one group of them all")


def read(context: typer.Context, workspace: Path | None) -> ReadWorkspace:
    """Read the workspace; what is wrong with it is said in one line, and what stands is gone on with."""
    from dap_tui.finding import Level
    from dap_tui.reading.workspace import read_workspace

    root = root_of(context, workspace)
    with doing("reading the returns"):
        found = read_workspace(root)
    errors = [finding for finding in found.findings if finding.level is Level.ERROR]
    if errors:
        count = "is an error" if len(errors) == 1 else f"are {len(errors)} errors, the first"
        say(f"there {count} at {errors[0].place}: what cannot be read is not in what follows; see 'dap check'")
    return found

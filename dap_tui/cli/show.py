"""`dap show`: the tables of a period in the terminal, or all there is on the indicators named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dap_tui.cli.console import answer, wants_ascii, wants_colour, width
from dap_tui.cli.named import known
from dap_tui.cli.options import (
    AsOf,
    Grouping,
    Indicators,
    LastYear,
    Period,
    Workspace,
    day,
    read,
    say_of_grouping,
    say_of_last_year,
)
from dap_tui.cli.progress import doing
from dap_tui.export.options import By, Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dap_tui.assess.assessment import Assessor
    from dap_tui.disclosure import Cell
    from dap_tui.period import Period as PeriodOf


def show(
    context: typer.Context,
    indicators: Indicators = None,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    by: Grouping = By.SOURCE,
    last_year: LastYear = False,
    as_published: Annotated[
        bool, typer.Option("--as-published", help="As a report has it: small numbers are hidden.")
    ] = False,
    returns: Annotated[bool, typer.Option("--returns", help="What is in, part in, overdue, and whom to ask.")] = False,
) -> None:
    """Show the tables of a quarter or a year, or all there is on the indicators named, as text."""
    from dap_tui.assess.assessment import Assessor
    from dap_tui.disclosure import Publisher

    found = read(context, workspace)
    asked = found.latest_file if returns and period is None else found.period(period)
    say_of_last_year(asked, last_year=last_year and not returns)
    if not returns and not indicators:
        say_of_grouping(found, asked, by)
    options = Options(by=by, last_year=last_year, indicators=known(found, asked, indicators))
    assessor = (Publisher if as_published else Assessor)(found, day(as_of))
    with doing("working out the figures"):
        text = _shown(assessor, asked, options, returns=returns)
    answer(text)


def _shown(assessor: Assessor, period: PeriodOf, options: Options, *, returns: bool) -> str:
    from dap_tui.show.terminal import Terminal

    terminal = Terminal(width(), wants_colour(), wants_ascii())
    assessment = assessor.assess(period)
    if returns:
        from dap_tui.show.returns import show_returns

        return show_returns(assessment, assessor, terminal)
    hidden = _hidden(assessor, period, options.indicators)
    if options.indicators:
        from dap_tui.show.indicator import show_indicators

        return show_indicators(assessment, terminal, options, hidden)
    from dap_tui.show.tables import show_tables

    return show_tables(assessment, assessor, terminal, options, hidden)


def _hidden(assessor: Assessor, period: PeriodOf, indicators: Sequence[str]) -> frozenset[Cell]:
    """What a report of the period would hide, of `indicators` or of all; none of a page shown as published."""
    from dap_tui.disclosure import Publisher

    if isinstance(assessor, Publisher):
        return frozenset()
    known = assessor.workspace.catalogue.indicator
    asked = [known[each] for each in indicators if each in known]
    return Publisher(assessor.workspace, assessor.as_of).hidden_cells(period, *asked)

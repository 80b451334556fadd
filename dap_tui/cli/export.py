"""`dap export`: the report of a quarter or a year, or a page on each indicator named."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dap_tui.cli.console import answer, say
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
from dap_tui.cli.outgoing import say_gone, say_quoted, say_unprotected
from dap_tui.cli.progress import doing
from dap_tui.export.formats import Format, report_text
from dap_tui.export.options import By, Options, View


def export(
    context: typer.Context,
    indicators: Indicators = None,
    workspace: Workspace = None,
    period: Period = None,
    as_of: AsOf = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="What it is written as.")] = Format.MARKDOWN,  # noqa: A002 # the option's name
    view: Annotated[View, typer.Option("--view", help="The whole report, or the board's page.")] = View.REPORT,
    by: Grouping = By.SOURCE,
    last_year: LastYear = False,
    no_suppress: Annotated[
        bool, typer.Option("--no-suppress", help="Print small numbers too; the report says it is not for publication.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it there, whole or not at all.")
    ] = None,
) -> None:
    """Write the report of a quarter or a year, or a page on each indicator named; small numbers are hidden."""
    from dap_tui.assess.assessment import Assessor
    from dap_tui.disclosure import Publisher

    _say_what_changes_nothing(context, format, is_of_indicators=bool(indicators))
    found = read(context, workspace)
    asked = found.period(period)
    say_of_last_year(asked, last_year=last_year and format in {Format.MARKDOWN, Format.HTML})
    if not format.has_all and view is View.REPORT and not indicators:
        say_of_grouping(found, asked, by)
    options = Options(view, by, last_year, known(found, asked, indicators))
    assessor = Assessor(found, day(as_of)) if no_suppress else Publisher(found, day(as_of))
    with doing("writing the report"):
        text = report_text(assessor, asked, format, options)
    if isinstance(assessor, Publisher):
        say_unprotected(assessor, asked)
        say_quoted(assessor, asked)
    if not indicators:
        say_gone(found, asked, assessor.as_of)
    if output is None:
        answer(text)
        return
    from dap_tui.writing.report_file import refuse_own_files
    from dap_tui.writing.whole import write_whole

    refuse_own_files(found.root, output)
    write_whole(output, text.encode())
    say(f"wrote {output}")


def _say_what_changes_nothing(context: typer.Context, format: Format, *, is_of_indicators: bool) -> None:  # noqa: A002 # likewise
    """One line on options that were given and do nothing here, so that nobody takes the whole for a part."""
    names: tuple[str, ...]
    if format.has_all:
        names, what = ("view", "by", "last_year"), f"{format}: it has every field of every indicator"
    elif is_of_indicators:
        names, what = ("view", "by"), "a page on an indicator"
    else:
        return
    sources = {name: context.get_parameter_source(name) for name in names}
    given = [
        f"--{name.replace('_', '-')}" for name, source in sources.items() if source and source.name == "COMMANDLINE"
    ]
    if given:
        say(f"{' and '.join(given)} {'changes' if len(given) == 1 else 'change'} nothing in {what}")

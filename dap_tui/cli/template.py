"""`dap template`: blank returns for a period."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dap_tui.cli import offers
from dap_tui.cli.console import answer, say
from dap_tui.cli.options import Workspace, read
from dap_tui.cli.progress import doing


class Format(StrEnum):
    """What a blank return is written as."""

    CSV = "csv"
    XLSX = "xlsx"


def template(
    context: typer.Context,
    period: Annotated[
        str,
        typer.Argument(
            metavar="PERIOD",
            help="A quarter (2023-24-Q4) or a year (2023-24).",
            autocompletion=offers.periods_to_return,
        ),
    ],
    workspace: Workspace = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            "-s",
            metavar="SOURCE",
            help="Of this source alone, by id; once for each.",
            autocompletion=offers.sources,
        ),
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="A CSV file or a workbook.")] = Format.CSV,  # noqa: A002 # the option's name
) -> None:
    """Write blank returns for a period, one a source, that Excel opens and saves unharmed."""
    from dap_tui.starting import Form, templates
    from dap_tui.writing.several import write_all_new

    found = read(context, workspace)
    asked = found.period(period)
    with doing("laying out blank returns"):
        made = templates(found, asked, Form(format), source or ())
        written = write_all_new(found.root, made.files)
    for path in written:
        answer(path.relative_to(found.root).as_posix())
    say("send each to its source, and put what comes back in its place; 'dap show --returns' says what is in")
    for kept in made.kept:
        say(f"{kept}")
    last = found.catalogue.partnership.last_period
    if last is not None and asked.last_day > last.last_day:
        say(f"{asked} is after last_period in catalogue.toml, so nothing of it is ever overdue; set it to {asked}")

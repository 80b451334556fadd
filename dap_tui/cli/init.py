"""`dap init`: a new workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dap_tui.cli import offers
from dap_tui.cli.console import say
from dap_tui.cli.options import day
from dap_tui.errors import WriteRefused


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; it may be there already.")],
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="NAME",
            help="A shipped workspace: barnsley, cambridgeshire or rotherham.",
            autocompletion=offers.examples,
        ),
    ] = None,
) -> None:
    """Start a workspace: a small catalogue that explains itself, and a first blank return."""
    from dap_tui.starting import example_workspace, new_workspace
    from dap_tui.writing.several import write_all_new

    if (folder / "catalogue.toml").exists():
        raise WriteRefused(
            f"{folder} is a workspace already, and is not written over; "
            f"go on with it ('dap check -C {_quoted(folder)}'), or name another folder"
        )
    files = new_workspace(day(None)) if example is None else example_workspace(example)
    written = write_all_new(folder, files)
    step = "" if folder.resolve() == Path.cwd() else f"'cd {_quoted(folder)}', "
    say(f"wrote {len(written)} files into {folder}; next: {step}'dap check', read its catalogue.toml")


def _quoted(folder: Path) -> str:
    """A folder as it is typed: every shell takes double quotes around a space."""
    return f'"{folder}"' if " " in str(folder) else str(folder)

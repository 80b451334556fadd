"""Standard output and error, colour, and exit statuses: all that stands between a command and a terminal."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from typing import Final, TextIO

from dap_tui.errors import DapError

_USUAL: Final = 80
"""The columns of a terminal that nobody changed."""


class Exit(IntEnum):
    """How a command ends."""

    DONE = 0
    FOUND = 1
    NOT_DONE = 2
    STOPPED = 130


def run(command: Callable[[], int]) -> int:
    """Run a command and give its exit status; whatever stops it is said in one line on standard error.

    With `DAP_DEBUG` set, what should not have happened comes with its traceback.
    """
    _speak_utf8()
    try:
        status = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except DapError as error:
        say(str(error))
        return Exit.NOT_DONE
    except KeyboardInterrupt:
        say("stopped")
        return Exit.STOPPED
    except BrokenPipeError:
        # The reader has had enough (`dap show | head`): nothing is left to flush at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except OSError as error:
        # What has a name is a file; what is written without one is the answer, on its way out.
        what = (
            f"'{error.filename}' could not be read or written" if error.filename else "the output could not be written"
        )
        say(f"{what}: {error.strerror or type(error).__name__}")
        return Exit.NOT_DONE
    except Exception as error:  # noqa: BLE001 # the last place where a fault of ours can be said in words
        if os.environ.get("DAP_DEBUG"):
            traceback.print_exc()
        say(f"a fault in dap itself: {type(error).__name__}: {error}. DAP_DEBUG=1 shows where; please report it")
        return Exit.NOT_DONE
    return status


def say(text: str) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    line = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text)
    with suppress(OSError, AttributeError):  # a closed or full standard error leaves nobody to tell
        sys.stderr.write(f"dap: {line}\n")


def answer(text: str) -> None:
    """The answer, on standard output, ending in a line end; raises DapError where there is no such place."""
    if sys.stdout is None:
        raise DapError("standard output is closed, so there is nowhere to answer")
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def explained(text: str) -> None:
    """An answer that is the program's own words: in ASCII where the terminal shows nothing else."""
    if wants_ascii():
        from dap_tui.show.terminal import to_ascii

        text = to_ascii(text)
    answer(text)


def wants_colour() -> bool:
    """Whether a person is looking who has not asked for no colour (`NO_COLOR`), or one asked (`FORCE_COLOR`)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def wants_ascii() -> bool:
    """Whether the locale says that the terminal shows nothing but ASCII (`LC_ALL=C`)."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "UTF-8")
    return "UTF8" not in locale.upper().replace("-", "")


def width(stream: TextIO | None = None) -> int:
    """How many columns there are: `COLUMNS`, or the terminal's, that of standard output or of another stream of ours.

    What goes through a pipe into a pager is read on a terminal all the same. Where nobody says, there are 80.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    for each in (stream or sys.stdout, sys.stderr, sys.stdin):
        with suppress(OSError, ValueError, AttributeError):  # no terminal, or closed
            found = os.get_terminal_size(each.fileno()).columns
            if found:
                return found
    return _USUAL


def _speak_utf8() -> None:
    """Write UTF-8 wherever the output goes: a pipe of another encoding would lose what it cannot say."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

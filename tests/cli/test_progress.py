"""What takes a while says so on a terminal's standard error, and nowhere else, and leaves nothing behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from types import SimpleNamespace

import pyte
import pytest

from dap_tui.cli import progress
from dap_tui.cli.progress import doing

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


class Watched(io.StringIO):
    """A standard error that is a terminal, and knows when the first line has come."""

    def __init__(self) -> None:
        super().__init__()
        self.came = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        if self.getvalue():
            self.came.set()


@pytest.fixture
def watched(monkeypatch) -> Watched:
    stream = Watched()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))  # pytest has its own in the program's
    monkeypatch.setattr(progress, "AFTER", -1e9)
    for name in ("NO_COLOR", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return stream


def on_screen(sent: str) -> list[str]:
    screen = pyte.Screen(80, 3)
    pyte.Stream(screen).feed(sent)
    return [line.rstrip() for line in screen.display]


def test_the_line_says_what_is_being_done_and_is_gone_when_it_is_done(watched):
    with doing("reading the returns"):
        assert watched.came.wait(30)
        assert on_screen(watched.getvalue())[0].startswith("dap: reading the returns… ")
    assert on_screen(watched.getvalue()) == ["", "", ""]


def test_it_is_gone_before_an_error_is_said_and_so_is_the_key_that_stopped_it(watched):
    def stopped() -> None:
        with doing("reading the returns"):
            assert watched.came.wait(30)
            watched.write("^C")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert on_screen(watched.getvalue()) == ["", "", ""]


def test_it_never_takes_a_second_line(watched, monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    with doing("reading the returns"):
        assert watched.came.wait(30)
    assert on_screen(watched.getvalue()) == ["", "", ""]
    assert all(len(line) < 10 for line in watched.getvalue().split("\r"))


def test_it_has_no_colour_and_no_escape_and_is_ascii_where_that_is_all_there_is(watched, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    with doing("reading the returns"):
        assert watched.came.wait(30)
    assert watched.getvalue().isascii()
    assert "\x1b" not in watched.getvalue()


@pytest.mark.parametrize("why", ["soon done", "no terminal", "dumb", "closed"])
def test_nothing_is_said_where_nobody_waits_or_looks(watched, monkeypatch, why):
    if why == "soon done":
        monkeypatch.setattr(progress, "AFTER", 1e9)
    elif why == "no terminal":
        monkeypatch.setattr(watched, "isatty", lambda: False)
    elif why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    else:
        monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=None))
    threads = threading.active_count()
    with doing("reading the returns"):
        assert why == "soon done" or threading.active_count() == threads
    assert watched.getvalue() == ""


STOPPED = """
import fcntl, sys, termios, threading
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # the terminal whose keys interrupt this process
from dap_tui.cli import main, progress
import dap_tui.reading.workspace
progress.AFTER = -1e9

def never(root):
    print("reading", flush=True)
    threading.Event().wait(60)

dap_tui.reading.workspace.read_workspace = never
sys.argv = ["dap", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize("command", ["check", "show", "export", "publish"])
def test_ctrl_c_leaves_quietly(place, command):
    """In a real terminal: the line comes, the key is pressed, and in its place stands that it was stopped."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    ran = subprocess.Popen(
        [sys.executable, "-c", STOPPED, command],
        stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    assert ran.stdout is not None
    assert ran.stdout.readline() == b"reading\n"
    sent = b""
    while b" s" not in sent:
        sent += os.read(ours, 4096)
    os.write(ours, b"\x03")
    assert ran.wait(60) == 130
    try:
        while more := os.read(ours, 4096):
            sent += more
    except OSError:  # Linux ends a terminal that nobody holds with an error
        pass
    os.close(ours)
    with ran.stdout:
        assert ran.stdout.read() == b""
    assert b"Traceback" not in sent
    assert on_screen(sent.decode()) == ["dap: stopped", "", ""]

"""How wide a command's words may be."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import termios

import pytest

SAYS = "from dap_tui.cli.console import width; print(width())"


@pytest.fixture
def terminal():
    """One end of a terminal of 72 columns."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 72, 0, 0))
    yield theirs
    os.close(ours)
    os.close(theirs)


def width(*, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, columns=None) -> int:
    """What a command takes the width to be whose output goes through a pipe."""
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    environment |= {"COLUMNS": columns} if columns else {}
    command = [sys.executable, "-c", SAYS]
    ran = subprocess.run(command, check=True, stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, env=environment)
    return int(ran.stdout)


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_through_a_pipe_it_is_that_of_the_terminal_behind_another_stream(terminal, stream):
    assert width(**{stream: terminal}) == 72


def test_columns_goes_before_any_terminal(terminal):
    assert width(stderr=terminal, columns="60") == 60


def test_without_a_terminal_it_is_80():
    assert width() == 80

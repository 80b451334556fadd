"""The program in a real pseudo-terminal, read back as a terminal would show it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte
import pytest

START = "import sys; from dap_tui.cli import main; sys.argv[1:] = ['tui', '-C', sys.argv[1]]; main()"
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
NOT_KNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1b\]52;[^\x07\x1b]*(?:\x07|\x1b\\)"
)


RULED = f"import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); {START}"
"""The program on a terminal that rules it, as a shell's does: it is told when that is closed."""
FAULTY = f"from dap_tui.tui.deeds import Deeds; Deeds.down = lambda self: 1 / 0; {START}"
UNPAINTABLE = f"""
from dap_tui.tui import app
painted = app.paint_page
def paint_page(deeds, width, height):
    assert deeds.session.view != "targets", "this view"
    return painted(deeds, width, height)
app.paint_page = paint_page
{START}
"""


class Terminal:
    """A pseudo-terminal of 100 by 30 with the program in it."""

    def __init__(self, folder: Path, program: str = START, **environment: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.is_open = True
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
        kept |= {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "EDITOR": "true"} | environment
        self.program = subprocess.Popen(
            [sys.executable, "-c", program, str(folder)], stdin=slave, stdout=slave, stderr=slave, env=kept,
            start_new_session=True,
        )  # fmt: skip
        self.screen = pyte.Screen(100, 30)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    def until(self, words: str, seconds: float = 20, *, cursor: bool = False) -> str:
        """Read until the screen has these words, and its cursor on the chosen row where that is waited for."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if words in self.text and (not cursor or self.is_on_the_chosen_row):
                return self.text
            self._read(0.05)
        raise AssertionError(f"{words!r} never came:\n{self.text}")

    def until_sent(self, data: bytes, after: int, seconds: float = 20) -> None:
        """Read until these bytes have come, after so many of them."""
        end = time.monotonic() + seconds
        while data not in self.sent[after:]:
            assert time.monotonic() < end, f"{data!r} was never sent"
            self._read(0.05)

    def _read(self, wait: float) -> None:
        if select.select([self.master], [], [], wait)[0]:
            data = os.read(self.master, 65536)
            self.sent += data
            self.stream.feed(NOT_KNOWN_TO_PYTE.sub(b"", data))

    @property
    def is_on_the_chosen_row(self) -> bool:
        cursor = self.screen.cursor
        return not cursor.hidden and cursor.x == 0 and self.screen.display[cursor.y].startswith("▌")

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def ended(self) -> int:
        """Wait for the program's end, and give its exit status."""
        end = time.monotonic() + 20
        while self.program.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while select.select([self.master], [], [], 0.2)[0]:
            self._read(0)
        return self.program.wait(1)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self.master)
        os.close(self.slave)
        self.is_open = False

    def close(self) -> None:
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        if self.is_open:
            self.hang_up()


@pytest.fixture
def terminal(sample_folder, state):
    opened = []

    def start(program=START, **environment):
        opened.append(Terminal(sample_folder, program, XDG_STATE_HOME=str(state), **environment))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def restored(terminal):
    """Whether the terminal is as it was found: its modes, its screen, its cursor."""
    sent = terminal.sent
    assert termios.tcgetattr(terminal.slave)[:4] == terminal.before[:4]
    assert sent.rindex(b"\x1b[?1049l") > sent.rindex(b"\x1b[?1049h")
    assert sent.rindex(b"\x1b[?25h") > sent.rindex(b"\x1b[?25l")
    return True


def test_a_journey_from_the_table_to_an_indicator_and_out(terminal):
    one = terminal()
    one.until("1. Sampleshire Refuge")
    one.until("■ 3 ", cursor=True)
    assert one.screen.display[one.screen.cursor.y].startswith("▌ ■ red   % of people offered")
    one.press(b"j")
    one.until("289 to date")
    one.press(b"\r")
    one.until("By year")
    one.press(b"q")
    assert one.ended() == 0
    assert restored(one)


def test_only_the_lines_that_are_others_now_are_sent_and_all_of_them_when_the_files_are_read_again(terminal):
    one = terminal()
    one.until("Checks 1", cursor=True)
    before = len(one.sent)
    one.press(b"j")
    one.until("289 to date", cursor=True)
    assert b"Targets" not in one.sent[before:]
    before = len(one.sent)
    one.press(b"r")
    one.until_sent(b"Targets", before)


def test_without_colour_no_colour_code_is_sent(terminal):
    one = terminal(NO_COLOR="1")
    one.until("■ 3 ")
    one.press(b"1")
    one.until("None of the 4 targets is met")
    one.press(b"4")
    one.until("125% over")
    one.press(b"q")
    assert one.ended() == 0
    assert not COLOUR.search(one.sent)


def test_where_the_locale_has_no_utf_8_no_byte_is_over_127(terminal):
    one = terminal(LC_ALL="C")
    one.until("# 3 ")
    one.press(b"\r")
    one.until("By year")
    one.press(b"q")
    assert one.ended() == 0
    assert max(one.sent) < 128


def test_words_are_written_without_colour_in_ascii_and_where_the_cursor_stands(terminal, sample_folder):
    one = terminal(NO_COLOR="1", LC_ALL="C")
    one.until("# 3 ")
    one.press(b"5")
    one.until("x decide")
    one.press(b"x")
    one.until("Started from")
    one.press(b" Because of Law \xe2\x80\x93 and more.")
    one.until("and more.")
    one.press(b"\x13")
    one.until("Saved at")
    end, cursor = time.monotonic() + 20, one.screen.cursor
    while not one.screen.display[cursor.y][: cursor.x].rstrip().endswith("more."):
        assert time.monotonic() < end, "the cursor never stood behind the words"
        one._read(0.05)
    one.press(b"\x1b")
    one.until("x decide")
    one.press(b"q")
    assert one.ended() == 0
    assert not COLOUR.search(one.sent)
    assert max(one.sent) < 128
    assert "more." in (sample_folder / "returns/2023-24-Q3/narrative.toml").read_text(encoding="utf-8")


def test_a_file_that_changes_is_read_again_by_itself(terminal, sample_folder):
    one = terminal()
    one.until("■ 3 ")
    path = sample_folder / "returns/2023-24-Q3/refuge.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("referred,,92,", "referred,,499,"), encoding="utf-8")
    one.until("499")


def test_copying_goes_through_the_terminal(terminal):
    one = terminal()
    one.until("■ 3 ")
    one.press(b"c")
    one.until("Sent to the terminal’s clipboard")
    assert b"\x1b]52;c;" in one.sent


def test_it_is_all_there_again_after_the_shell_had_the_terminal(terminal):
    one = terminal()
    one.until("Checks 1", cursor=True)
    one.program.send_signal(signal.SIGTSTP)
    one.until_sent(b"\x1b[?1049l", 0)
    assert os.WIFSTOPPED(os.waitpid(one.program.pid, os.WUNTRACED)[1])
    one.screen.reset()
    one.program.send_signal(signal.SIGCONT)
    one.until("% of people offered", cursor=True)
    assert "Targets" in one.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(terminal, number):
    one = terminal()
    one.until("■ 3 ")
    one.program.send_signal(number)
    one.ended()
    assert restored(one)


@pytest.mark.parametrize(
    ("program", "key", "what"), [(FAULTY, b"j", "ZeroDivisionError"), (UNPAINTABLE, b"4", "AssertionError: this view")]
)
def test_a_fault_of_ours_is_said_in_one_line_on_a_terminal_that_is_as_it_was(terminal, program, key, what):
    one = terminal(program)
    one.until("■ 3 ")
    one.press(key)
    assert one.ended() == 2
    assert restored(one)
    said = one.sent.rpartition(b"\x1b[?1049l")[2].decode()
    assert f"dap: a fault in dap itself: {what}" in said
    assert "DAP_DEBUG=1 shows where" in said
    assert "Traceback" not in one.sent.decode(errors="replace")


def test_a_fault_of_ours_is_shown_in_full_where_that_is_asked_for(terminal):
    one = terminal(FAULTY, DAP_DEBUG="1")
    one.until("■ 3 ")
    one.press(b"j")
    assert one.ended() == 2
    assert b"Traceback" in one.sent.rpartition(b"\x1b[?1049l")[2]


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_words_that_were_not_saved_are_given_back_when_the_program_is_ended(terminal, locale):
    one = terminal(LC_ALL=locale)
    one.until("Sources")
    one.press(b"5")
    one.until("x decide")
    one.press(b"x")
    one.until("Started from")
    one.press(" Because of Zoë.".encode())
    one.until("Because of Zo")
    one.program.send_signal(signal.SIGTERM)
    one.ended()
    assert restored(one)
    said = one.sent.rpartition(b"\x1b[?1049l")[2].decode()
    assert "this was not saved" in said
    assert ("Because of Zo\\xeb." if locale == "C" else "Because of Zoë.") in said


def written_in(one):
    """An exception's words, begun and not saved."""
    one.until("Sources")
    one.press(b"5")
    one.until("x decide")
    one.press(b"x")
    one.until("Started from")
    one.press(" Because of Zoë.".encode())
    one.until("Because of Zoë.")


def kept_in(state):
    """The files in a person's own folder, but for one that is just being swapped in."""
    return sorted(each for each in (state / "dap").glob("*") if not each.name.startswith("."))


def being_typed(state, words):
    """Wait until the file that is kept while one types has these words; it is given."""
    end = time.monotonic() + 20
    while not any(words in each.read_text(encoding="utf-8") for each in (state / "dap").glob("*-typed.txt")):
        assert time.monotonic() < end, "it was never kept"
        time.sleep(0.05)
    (kept,) = kept_in(state)
    return kept


def until_told(terminal, name):
    """Wait until the name stands there, which may be parted at a line's end."""
    end = time.monotonic() + 20
    while name not in terminal.text.replace("\n", "").replace("▌ ", ""):
        assert time.monotonic() < end, "it was never told"
        terminal._read(0.05)


def test_words_that_are_being_typed_outlive_a_kill_and_are_told_of_only_then(terminal, state):
    one = terminal()
    written_in(one)
    kept = being_typed(state, "Because of Zoë.")
    assert kept.stat().st_mode & 0o777 == 0o600
    other = terminal()
    other.until("■ 3 ")
    time.sleep(0.5)
    other.press(b"q")
    other.ended()
    assert b"dismiss" not in other.sent
    one.press(b" And more.")
    being_typed(state, "Because of Zoë. And more.")
    one.program.kill()
    one.program.wait()
    again = terminal()
    again.until("esc dismiss")
    until_told(again, kept.name)
    assert kept.read_text(encoding="utf-8").endswith("Because of Zoë. And more.\n")


@pytest.mark.parametrize(
    ("keys", "said"), [(b"\x13", "Saved at"), (b"\x1b\x1b", "x decide"), (b"\x7f" * 16, "Not saved")],
    ids=["saved", "thrown away", "taken out"],
)  # fmt: skip
def test_what_is_kept_while_one_types_goes_once_it_is_safe_or_nobodys(terminal, state, keys, said):
    one = terminal()
    written_in(one)
    being_typed(state, "Because of Zoë.")
    for key in keys.split(b"\0"):
        one.press(key)
    one.until(said)
    end = time.monotonic() + 20
    while kept_in(state):
        assert time.monotonic() < end
        one._read(0.05)


def test_nothing_is_left_of_what_was_typed_once_it_was_given_back(terminal, state):
    one = terminal()
    written_in(one)
    being_typed(state, "Because of Zoë.")
    one.program.send_signal(signal.SIGTERM)
    one.ended()
    assert "Because of Zoë." in one.sent.rpartition(b"\x1b[?1049l")[2].decode()
    assert kept_in(state) == []


@pytest.mark.parametrize("program", [RULED, START])
def test_words_that_were_not_saved_are_kept_when_the_window_is_closed_and_told_of_until_put_by(
    terminal, sample_folder, state, program
):
    one = terminal(program)
    written_in(one)
    one.hang_up()
    one.program.wait(20)
    (kept,) = kept_in(state)
    assert kept.stat().st_mode & 0o777 == 0o600
    said = kept.read_text(encoding="utf-8")
    assert f"Workspace: {sample_folder}\n" in said
    assert "Quarter: Q3 2023/24\nOn: % of people offered a first appointment within 10 days\nDecision: report" in said
    assert said.endswith("of ordinary variation. Because of Zoë.\n")

    again = terminal()
    again.until("esc dismiss")
    until_told(again, kept.name)
    again.press(b"\x1b")
    while "esc dismiss" in again.text:
        again._read(0.05)
    again.press(b"q")
    assert again.ended() == 0
    assert kept.exists()

    third = terminal()
    third.until("■ 3 ")
    time.sleep(0.5)
    third.press(b"q")
    third.ended()
    assert b"dismiss" not in third.sent


def test_nothing_is_kept_where_nothing_was_unsaved(terminal, state):
    one = terminal(RULED)
    written_in(one)
    one.press(b"\x13")
    one.until("Saved at")
    one.hang_up()
    one.program.wait(20)
    assert kept_in(state) == []


def test_words_are_kept_where_the_program_is_ended_and_nobody_can_be_told(terminal, state):
    one = terminal()
    written_in(one)
    one.program.send_signal(signal.SIGTERM)
    one.hang_up()
    one.program.wait(20)
    (kept,) = kept_in(state)
    assert "Because of Zoë." in kept.read_text(encoding="utf-8")


def test_told_to_hang_up_while_the_terminal_is_there_it_gives_the_words_back_and_says_where_they_are(terminal, state):
    one = terminal()
    written_in(one)
    one.program.send_signal(signal.SIGHUP)
    one.ended()
    assert restored(one)
    (kept,) = kept_in(state)
    said = one.sent.rpartition(b"\x1b[?1049l")[2].decode()
    assert "Because of Zoë." in said
    assert f"it is kept in '{kept}'" in said


def test_words_that_are_given_back_are_not_kept_besides(terminal, state):
    one = terminal()
    written_in(one)
    one.program.send_signal(signal.SIGTERM)
    one.ended()
    assert kept_in(state) == []


def test_control_c_leaves(terminal):
    one = terminal()
    one.until("■ 3 ")
    one.press(b"\x03")
    assert one.ended() == 0
    assert restored(one)


def test_a_terminal_that_can_show_no_screens_is_told_of_dap_show(terminal):
    one = terminal(TERM="dumb")
    one.until("dap show")
    assert one.ended() == 2


def test_a_paste_with_escapes_in_it_goes_into_the_field_as_text_and_presses_no_key(terminal):
    one = terminal()
    written_in(one)
    one.press(b"\x1b[200~ \x1b[31mMore\x1b \x1b" + b"and " * 12 + b"no less.\x1b[20\x1b[201~")
    one.until("less.[20")
    assert "[31mMore and and" in " ".join(one.text.split())
    assert "^s save" in one.text

"""A file is opened in the editor people have named, else by the desktop; a workbook never as text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dap_tui.tui.editing import Desk, Opening, opening

DESKTOP = {"DISPLAY": ":0"}
EVERYTHING = lambda name: f"/usr/bin/{name}" if "/" not in name and " " not in name else None  # noqa: E731


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    path = tmp_path / "some {one}.csv"
    path.write_text("indicator,value\n")
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "some.XLSX"
    path.write_bytes(b"PK")
    return path


def linux(find=EVERYTHING, **environment: str) -> Desk:
    return Desk("linux", environment, find)


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+4", "{}"]),
        ("nano -w", ["nano", "-w", "+4", "{}"]),
        ("/opt/bin/nvim", ["/opt/bin/nvim", "+4", "{}"]),
        ("code --wait", ["code", "--wait", "--goto", "{}:4:2"]),
        ("hx", ["hx", "{}:4:2"]),
        ("kate", ["kate", "--line", "4", "--column", "2", "{}"]),
        ("an-editor-of-ones-own", ["an-editor-of-ones-own", "{}"]),
        ("'/my editors/vim' -n", ["/my editors/vim", "-n", "+4", "{}"]),
        ("vim '", ["vim", "'", "+4", "{}"]),
    ],
)
def test_the_editor_that_is_named_opens_text_at_the_line_where_it_knows_how(csv, editor, words):
    expected = Opening([word.replace("{}", str(csv)) for word in words], takes_terminal=True)
    assert opening(csv, 4, 2, linux(EDITOR=editor)) == expected
    assert opening(csv, 4, 2, linux(VISUAL=editor, EDITOR="ed", **DESKTOP)) == expected


def test_on_windows_a_path_is_no_escape(csv):
    desk = Desk("win32", {"EDITOR": r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst'}, lambda _: None)
    assert opening(csv, 4, 2, desk) == Opening(
        [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst", "-n4", "-c2", str(csv)], takes_terminal=True
    )


def test_an_editor_whose_path_has_spaces_needs_no_quotes(csv):
    named = r"C:\Program Files\Vim\vim.exe"
    desk = Desk("win32", {"EDITOR": named}, lambda name: name if name == named else None)
    assert opening(csv, 4, 2, desk) == Opening([named, "+4", str(csv)], takes_terminal=True)


@pytest.mark.parametrize(
    ("desk", "command"),
    [
        (linux(**DESKTOP), ["xdg-open"]),
        (linux(WAYLAND_DISPLAY="wayland-0"), ["xdg-open"]),
        (linux(WSL_DISTRO_NAME="Ubuntu"), ["wslview"]),
        (Desk("darwin", {}, EVERYTHING), ["open"]),
        (Desk("win32", {}, EVERYTHING), ["start"]),
    ],
)
@pytest.mark.parametrize("editor", ["", "vim"])
def test_a_workbook_goes_to_the_desktop_whatever_the_editor(workbook, desk, command, editor):
    named = Desk(desk.system, {**desk.environment, "EDITOR": editor}, desk.find)
    assert opening(workbook, 4, 2, named) == Opening([*command, str(workbook)], takes_terminal=False)


@pytest.mark.parametrize(
    "desk",
    [
        linux(EDITOR="vim"),
        linux(lambda _: None, EDITOR="vim", **DESKTOP),
        Desk("darwin", {"SSH_CONNECTION": "1 2 3 4"}, EVERYTHING),
        Desk("win32", {"SSH_CONNECTION": "1 2 3 4"}, EVERYTHING),
    ],
)
def test_where_no_desktop_is_a_workbook_is_left_alone_and_that_is_said(workbook, desk):
    said = opening(workbook, 4, 2, desk)
    assert said == "some.XLSX: open it in Excel or LibreOffice; no desktop is here."


@pytest.mark.parametrize(
    ("desk", "command"),
    [
        (linux(**DESKTOP), ["xdg-open"]),
        (Desk("darwin", {}, EVERYTHING), ["open", "-t"]),
        (Desk("win32", {}, EVERYTHING), ["notepad"]),
    ],
)
def test_without_an_editor_the_desktop_opens_text(csv, desk, command):
    assert opening(csv, 4, 2, desk) == Opening([*command, str(csv)], takes_terminal=False)


def test_without_editor_and_desktop_it_is_nano_which_says_how_to_leave_and_never_vi(csv):
    assert opening(csv, 4, 2, linux()) == Opening(["nano", "+4", str(csv)], takes_terminal=True)
    said = opening(csv, 4, 2, linux(lambda name: name if name == "vi" else None))
    assert isinstance(said, str)
    assert "EDITOR" in said


def test_a_file_that_has_not_come_is_not_begun_by_an_editor(tmp_path):
    said = opening(tmp_path / "some.csv", 1, 1, linux(EDITOR="vim"))
    assert said == "some.csv is not there yet; 'dap template' writes blank returns."


def program(folder: Path, name: str, body: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
@pytest.mark.parametrize(
    ("body", "takes_terminal", "said"),
    [
        ("exit 0", True, ""),
        ("exit 3", True, "editor ended with 3."),
        ("exit 0", False, "Opened in a window of its own; what you save there is read again."),
        ("exit 4", False, "editor ended with 4."),
        ("exec sleep 2", False, "Opened in a window of its own; what you save there is read again."),
    ],
)
def test_how_it_went_is_said(tmp_path, body, takes_terminal, said):
    assert Opening([program(tmp_path, "editor", body), "x"], takes_terminal=takes_terminal).run() == said


@pytest.mark.parametrize("takes_terminal", [True, False])
def test_a_program_that_is_not_there_is_said_with_what_to_do(tmp_path, takes_terminal):
    said = Opening([str(tmp_path / "nowhere"), "x"], takes_terminal=takes_terminal).run()
    assert said.startswith("nowhere cannot be started: ")
    assert said.endswith("Set EDITOR to your editor.")

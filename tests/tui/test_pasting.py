"""What a terminal sends for a paste, through the parser that reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from dap_tui.tui.pasting import PasteParser

START, END = "\x1b[200~", "\x1b[201~"


def read(*pieces):
    """The events of what is sent, piece by piece."""
    parser = PasteParser()
    return [event for piece in pieces for event in parser.feed(piece)]


def texts(found):
    return [each.text for each in found if isinstance(each, events.Paste)]


def keys(found):
    return [each.key for each in found if isinstance(each, events.Key)]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("One worker left.", "One worker left."),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("ends in one\x1b", "ends in one"),
        ("ends in a part \x1b[20", "ends in a part [20"),
        ("\x1b\x1b\x1b", ""),
        ("\x1b[200~inside", "[200~inside"),
        ("two\nlines\tand 日本 🙂", "two\nlines\tand 日本 🙂"),
        ("\x1b" + "long" * 40, "long" * 40),
    ],
)
def test_a_paste_is_its_text_without_escapes_and_presses_no_key(pasted, text):
    found = read(f"{START}{pasted}{END}")
    assert "".join(texts(found)) == text
    assert keys(found) == []


@given(st.text(st.sampled_from("ab[2016~\x1b\n"), max_size=30), st.integers(1, 7))
def test_in_whatever_pieces_it_comes_it_is_the_same_and_what_follows_is_read(pasted, size):
    pasted = pasted.replace(END, "")
    sent = f"x{START}{pasted}{END}y"
    found = read(*(sent[at : at + size] for at in range(0, len(sent), size)))
    assert "".join(texts(found)) == pasted.replace("\x1b", "")
    assert keys(found) == ["x", "y"]


def test_keys_are_read_as_ever():
    assert keys(read("\x1b[A", "\x1b", "[B", "a", "\x1bOP", "\t")) == ["up", "down", "a", "f1", "tab"]


def test_two_pastes_in_one_piece_are_two():
    assert texts(read(f"{START}one\x1b{END}{START}two{END}")) == ["one", "two"]


def test_a_long_paste_full_of_escapes_takes_no_longer_than_one_without():
    def seconds(text):
        began = time.process_time()
        assert texts(read(START, *(text[at : at + 4096] for at in range(0, len(text), 4096)), END))
        return time.process_time() - began

    plain = seconds("a" * 200_000)
    assert seconds("\x1ba" * 100_000) < 5 * plain + 0.5

"""Text is laid out in cells, and nothing of a file reaches the terminal as anything but text."""

import pytest

from dap_tui.show.paragraphs import prose
from dap_tui.show.terminal import Terminal, balanced, cells, pad, to_ascii, wrapped


@pytest.mark.parametrize(("text", "width"), [("30%", 3), ("▁▄▇", 3), ("日本", 4), ("e\u0301", 1), ("a\u200bb", 2)])
def test_a_text_takes_the_cells_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


def test_lines_break_between_words_and_long_words_where_they_must() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert wrapped("日本語", 4) == ["日本", "語"]
    assert wrapped("", 5) == [""]


def test_a_word_of_any_length_is_broken_into_full_lines() -> None:
    word = "abcdefghij" * 2_000
    assert wrapped(word, 30) == [*["abcdefghij" * 3] * 666, "abcdefghij" * 2]
    assert wrapped("日" * 20_000, 5) == ["日日"] * 10_000
    assert wrapped("e\u0301" * 10_000, 4) == ["e\u0301" * 4] * 2_500
    assert balanced(f"of {word}", 78) == ["of", *[word[at : at + 78] for at in range(0, 20_000, 78)]]
    assert wrapped("日a", 1) == ["日", "a"]


def test_a_title_takes_as_few_lines_as_fit_and_those_are_even() -> None:
    assert balanced("No. Individuals referred to community services", 44) == [
        "No. Individuals referred", "to community services",
    ]  # fmt: skip


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert (pad("abcdef", 4), pad("ab", 4), pad("ab", 4, right=True)) == ("abc…", "ab  ", "  ab")


def test_no_escape_of_a_file_comes_out_with_colour_or_without() -> None:
    line = [("a\x1b[31m\x07\u202e", "red bold")]
    assert Terminal(80).drawn([line]) == "a\\x1b[31m\\x07\\u202e\n"
    assert Terminal(80, colour=True).drawn([line]) == "\x1b[31;1ma\\x1b[31m\\x07\\u202e\x1b[0m\n"


def test_ascii_says_the_same_with_what_it_has() -> None:
    assert to_ascii("Clare’s Law – ● café £5 日") == "Clare's Law - * cafe GBP 5 ?"


def test_no_blanks_stand_at_the_end_of_a_line() -> None:
    assert Terminal(80, colour=True).drawn([[("a  ", "quiet"), ("   ", "bold")]]) == "\x1b[2ma\x1b[0m\n"


def test_prose_has_its_paragraphs_and_bullets_whatever_its_line_ends() -> None:
    text = "Two\r\nlines\r\n- one\r\n- two\r\n\r\nAnd more"
    lines = ["".join(piece for piece, _ in line) for line in prose(text, Terminal(40))]
    assert lines == ["Two lines", "- one", "- two", "", "And more"]

"""Text from files on a screen: what it may not do, and how it wraps."""

from __future__ import annotations

import pytest

from dap_tui.tui.text import balanced, cut, first_words, in_ascii, on_screen, paragraphs, width_of, wrapped


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[x] [/] [@click=app.bell]it[/]", "[x] [/] [@click=app.bell]it[/]"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("\u202eevil", "\\u202eevil"),
        ("two\n lines\tand  more", "two lines and more"),
        ("no\u200bwidth", "nowidth"),
    ],
)
def test_text_from_files_is_only_text(written, seen):
    assert on_screen(written) == seen


def test_in_ascii_every_sign_is_spelt_out():
    assert in_ascii("28–40% → “café” £5 …") == '28-40% to "cafe" GBP 5 ...'
    assert in_ascii("日本").isascii()


def test_a_title_takes_as_few_lines_as_fit_and_these_as_even_as_possible():
    title = "Percentage of people who, having completed the training, feel more confident"
    lines = balanced(title, 51)
    assert lines == ("Percentage of people who, having completed", "the training, feel more confident")
    assert " ".join(lines) == title


def test_a_word_is_broken_only_where_it_is_longer_than_the_line():
    assert wrapped("multi-agency work", 14) == ("multi-agency", "work")
    assert wrapped("a-word-longer-than-all", 8) == ("a-word-l", "onger-th", "an-all")


def test_wide_characters_count_for_two():
    assert width_of("日本") == 4
    assert cut("日本語です", 6) == "日本…"
    assert all(width_of(line) <= 5 for line in wrapped("日本語です 日本語", 5))


def test_prose_is_paragraphs_and_bullets():
    assert paragraphs("One\nstill one.\n\n- a\n- b\nand two") == ["One still one.", "– a", "– b", "and two"]


def test_names_without_room_keep_the_words_that_tell_them_apart():
    assert first_words(["South Yorkshire Police", "IDAS"]) == ["South…", "IDAS"]
    assert first_words(["Adult Social Care", "Adult Safeguarding"]) == ["Adult Social…", "Adult Safeguarding"]
    assert first_words(["Refuge North", "Refuge"]) == ["Refuge North", "Refuge"]

"""A TOML text cut at its headings and put together again is what it was."""

from __future__ import annotations

import pytest

from dap_tui.writing.toml_pieces import pieces_of

TEXT = '''\
# What people say.
format = 1

# Of the whole.
[[section]]
text = """
[[not]] a heading
# nor this a comment"""   # seen
# under the settings

[[exception]] # one
indicators = [
  # first
  "a",
[ "no heading" ],
]

[exception.mine]
x = 1

# of the commentary
[[commentary]]
text = "a"
'''


@pytest.mark.parametrize("text", ["", "\n", "# a", "a = 1", TEXT, TEXT.replace("\n", "\r\n"), TEXT.rstrip("\n")])
def test_the_pieces_are_the_text(text):
    assert "".join(piece.text for piece in pieces_of(text)) == text


def test_a_piece_is_a_heading_with_what_stands_under_it():
    assert [(piece.kind, piece.part_of) for piece in pieces_of(TEXT)] == [
        (None, None),
        ("section", None),
        ("exception", None),
        (None, "exception"),
        ("commentary", None),
    ]


def test_what_stands_inside_a_value_is_no_heading_and_no_comment():
    section, exception = pieces_of(TEXT)[1:3]
    assert section.body.endswith("# seen\n")
    assert section.tail == "# under the settings\n\n"
    assert exception.entry["indicators"] == ["a", ["no heading"]]


def test_comments_under_the_settings_stay_with_them_and_others_go_with_what_follows():
    section, exception, mine = pieces_of(TEXT)[1:4]
    assert (section.give_up_tail(), section.tail) == ("\n", "# under the settings\n")
    assert (mine.give_up_tail(), mine.tail) == ("\n# of the commentary\n", "")
    assert (exception.give_up_tail(), exception.tail) == ("\n", "")


def test_a_comment_that_no_blank_line_parts_from_the_next_heading_is_its_own():
    first = pieces_of("[[a]]\nx = 1\n# of b\n[[b]]\n")[0]
    assert (first.give_up_tail(), first.tail) == ("# of b\n", "")

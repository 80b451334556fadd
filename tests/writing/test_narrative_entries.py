"""Words put into a narrative: they come back as typed, and all that people wrote by hand stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dap_tui.errors import WriteRefused
from dap_tui.narrative import (
    ActionStatus,
    ActionUpdate,
    Commentary,
    DecidedException,
    Decision,
    Narrative,
    Resolution,
    Section,
)
from dap_tui.reading.narrative import Known, read_narrative
from dap_tui.writing.narrative_entries import (
    with_commentary,
    with_decision,
    with_resolution,
    with_section,
    with_update,
    without_decision,
    words,
)

KNOWN = Known(("a", "b", "c"), ("idas",), ("right-support",), ("safe-together",))
REPORT = DecidedException(("a",), Decision.REPORT, ("worsening",), "It fell.")

HAND = '''\
# The words of quarter 3.
notes = "ask Jo"   # unknown to dap

[[section]]   # of the whole
text = """
[[exception]] is how an exception begins
# no comment"""
# after the section

# A first exception, agreed on Monday.
[[exception]]
indicators = [ "a",  # the first
  "b" ]
rules = ['worsening'] # so
  decision = "report"    # agreed
mine = { x = 1 }
text = "It fell."

[[commentary]]
indicator = "b"
where_we_are = "Here."   # by Sam
[commentary.kept]
x = 1

# Not by a rule.
[[exception]]
indicators = ["c"]
decision = "hold"
text = \'\'\'One
late return\'\'\'
# the end'''


def read(content: bytes) -> Narrative:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "narrative.toml"
        path.write_bytes(content)
        return read_narrative(path, "narrative.toml", KNOWN)[0]


def bare(entries) -> list:
    """Entries without where they stand."""
    return [each._replace(place=None) for each in entries]


def changed(before: str, after: bytes) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    old, new = before.splitlines(), after.decode().splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_a_new_narrative_is_its_first_entry():
    assert with_decision(None, REPORT).decode() == (
        '[[exception]]\nindicators = ["a"]\nrules = ["worsening"]\ndecision = "report"\ntext = "It fell."\n'
    )
    raised = DecidedException(("a", "b"), Decision.HOLD, (), "One.\n\nTwo.")
    assert with_decision(None, raised).decode() == (
        '[[exception]]\nindicators = ["a", "b"]\ndecision = "hold"\ntext = """\nOne.\n\nTwo."""\n'
    )


def test_a_new_decision_stands_after_the_last_and_nothing_else_changes():
    decided = DecidedException(("a",), Decision.HOLD, ("off-target",), "Seen.")
    after = with_decision(HAND.encode(), decided)
    assert after.decode() == HAND + (
        '\n\n[[exception]]\nindicators = ["a"]\nrules = ["off-target"]\ndecision = "hold"\ntext = "Seen."\n'
    )


def test_an_entry_put_between_others_stands_where_a_person_would_put_it():
    text = '[[exception]]\nindicators = ["a"]\ndecision = "report"\n# so far\n\n# words\n[[section]]\ntext = "x"\n'
    after = with_decision(text.encode(), DecidedException(("b",), Decision.REPORT, (), "New.")).decode()
    assert after == text.replace(
        "# so far\n", '# so far\n\n[[exception]]\nindicators = ["b"]\ndecision = "report"\ntext = "New."\n'
    )


def test_a_change_of_mind_is_an_edit_where_it_stands():
    decided = DecidedException(("a", "b"), Decision.HOLD, ("worsening",), "Not for the board.")
    after = with_decision(HAND.encode(), decided)
    assert changed(HAND, after) == (
        ['  decision = "report"    # agreed', 'text = "It fell."'],
        ['  decision = "hold"    # agreed', 'text = "Not for the board."'],
    )
    assert bare(read(after).exceptions)[0] == decided


def test_the_same_decision_again_changes_no_byte():
    for each in bare(read(HAND.encode()).exceptions):
        assert with_decision(HAND.encode(), each) == HAND.encode()


def test_what_people_raised_is_another_entry_than_what_a_rule_found():
    after = with_decision(HAND.encode(), REPORT._replace(indicators=("c",)))
    assert [each.rules for each in read(after).exceptions] == [("worsening",), (), ("worsening",)]


def test_deciding_on_one_of_several_leaves_the_others_as_they_were():
    after = with_decision(HAND.encode(), DecidedException(("b",), Decision.HOLD, ("worsening",), "Late."))
    assert bare(read(after).exceptions) == [
        DecidedException(("a",), Decision.REPORT, ("worsening",), "It fell."),
        DecidedException(("c",), Decision.HOLD, (), "One\nlate return"),
        DecidedException(("b",), Decision.HOLD, ("worsening",), "Late."),
    ]
    assert "# the first" in after.decode()
    assert "mine = { x = 1 }" in after.decode()


def test_deciding_on_one_of_several_rules_leaves_the_others():
    before = with_decision(None, REPORT._replace(rules=("worsening", "off-target")))
    after = with_decision(before, REPORT._replace(decision=Decision.HOLD))
    assert [(each.rules, each.decision) for each in read(after).exceptions] == [
        (("off-target",), "report"),
        (("worsening",), "hold"),
    ]


def test_deciding_on_one_rule_of_one_of_several_splits_the_rest_in_two():
    before = with_decision(None, DecidedException(("a", "b"), Decision.REPORT, ("worsening", "off-target"), "Both."))
    decided = REPORT._replace(decision=Decision.HOLD)
    assert sorted(bare(read(with_decision(before, decided)).exceptions), key=str) == [
        DecidedException(("a",), Decision.HOLD, ("worsening",), "It fell."),
        DecidedException(("a",), Decision.REPORT, ("off-target",), "Both."),
        DecidedException(("b",), Decision.REPORT, ("worsening", "off-target"), "Both."),
    ]


def test_one_decision_on_several_takes_the_place_of_one_on_each():
    first = with_decision(None, REPORT)
    both = with_decision(first, REPORT._replace(indicators=("b",), text="Also."))
    joint = REPORT._replace(indicators=("a", "b"), text="Together.")
    assert bare(read(with_decision(both, joint)).exceptions) == [joint]
    assert bare(read(with_decision(both, joint, replacing=REPORT)).exceptions) == [joint]


def test_a_decision_can_be_taken_back_and_its_comments_stay():
    held = DecidedException(("a", "b"), Decision.REPORT, ("worsening",), "It fell.")
    after = without_decision(HAND.encode(), held)
    assert bare(read(after).exceptions) == bare(read(HAND.encode()).exceptions)[1:]
    for comment in ("# A first exception, agreed on Monday.", "# so", "# agreed"):
        assert comment in after.decode()
    assert without_decision(with_decision(None, REPORT), REPORT) == b""
    with pytest.raises(WriteRefused, match=r"not in narrative\.toml any more"):
        without_decision(after, held)


def test_an_entry_with_ids_that_could_not_be_read_is_still_found():
    before = b'[[exception]]\nindicators = ["a", "misspelt"]\nrules = ["worsening", "wrosening"]\ndecision = "report"\n'
    after = with_decision(before, REPORT, replacing=REPORT._replace(text=None))
    assert bare(read(after).exceptions) == [REPORT]


@pytest.mark.parametrize(
    ("decided", "message"),
    [
        (REPORT._replace(decision=Decision.HOLD, text=" \n"), "needs its reason"),
        (REPORT._replace(decision=Decision.UNDECIDED), "to report or to hold"),
        (REPORT._replace(indicators=()), "at least one indicator"),
        (REPORT._replace(text="a\nb\x1b[31m"), r"control character \(U\+001B\) in line 2, column 2"),
        (REPORT._replace(text="a\u202eb"), r"U\+202E"),
        (REPORT._replace(text="\ud800"), r"U\+D800"),
    ],
)
def test_what_cannot_be_decided_is_refused(decided, message):
    with pytest.raises(WriteRefused, match=message):
        with_decision(None, decided)


def test_a_commentary_is_put_in_place_of_what_was_said():
    said = Commentary("b", where_we_are="Here.", what_we_are_doing="This.\nThat.")
    after = with_commentary(HAND.encode(), said)
    assert changed(HAND, after) == ([], ['what_we_are_doing = """', "This.", 'That."""'])
    assert read(after).commentary[0]._replace(place=None) == said
    again = with_commentary(after, Commentary("b", text="All."))
    assert read(again).commentary[0]._replace(place=None) == Commentary("b", text="All.")
    assert 'where_we_are = ""   # by Sam' in again.decode()


def test_a_commentary_that_says_nothing_is_taken_out_with_what_belongs_to_it():
    after = with_commentary(HAND.encode(), Commentary("b")).decode()
    assert "commentary" not in after
    assert "# by Sam" in after
    assert "# Not by a rule." in after
    assert with_commentary(None, Commentary("b")) == b""


def test_an_update_of_an_action_is_kept_the_same_way():
    update = ActionUpdate("safe-together", ActionStatus.ON_TRACK, "Two units bought.")
    after = with_update(HAND.encode(), update)
    assert after.decode().startswith(HAND)
    assert read(after).actions[0]._replace(place=None) == update
    done = with_update(after, update._replace(status=ActionStatus.DONE))
    assert changed(after.decode(), done) == (['status = "on-track"'], ['status = "done"'])


def test_a_section_is_edited_where_it_stands_and_a_new_one_comes_after_the_last():
    (standing,) = read(HAND.encode()).sections
    meant = standing._replace(heading="Key successes", text="All went well.")
    after = with_section(HAND.encode(), meant, standing)
    assert bare(read(after).sections) == bare([meant])
    assert b"[[section]]   # of the whole" in after
    assert b"# after the section" in after
    of_source = Section("Training", "Two\nlines.", source="idas")
    both = with_section(after, of_source)
    assert bare(read(both).sections) == bare([meant, of_source])
    assert both.index(b"Key successes") < both.index(b"Training") < both.index(b"[[exception]]\nindicators")


def test_of_two_sections_the_one_that_is_meant_is_edited_or_taken_out():
    first, second = Section("One", "First.", priority="right-support"), Section("One", "Second.", source="idas")
    content = with_section(with_section(None, first), second)
    edited = with_section(content, second._replace(text="Third."), second)
    assert bare(read(edited).sections) == [first, second._replace(text="Third.")]
    assert bare(read(with_section(edited, None, first)).sections) == [second._replace(text="Third.")]
    with pytest.raises(WriteRefused, match="the section to be changed is not in"):
        with_section(edited, first, second)


def test_a_resolution_has_its_day_without_quotes():
    said = Resolution("That the report be noted", "Safer Barnsley Partnership Board", date(2024, 3, 4))
    after = with_resolution(HAND.encode(), said)
    assert b"\ndate = 2024-03-04\n" in after
    assert bare(read(after).resolutions) == [said]
    later = said._replace(date=date(2024, 3, 5))
    assert changed(after.decode(), with_resolution(after, later, said)) == (
        ["date = 2024-03-04"],
        ["date = 2024-03-05"],
    )
    undated = with_resolution(after, said._replace(date=None), said)
    assert changed(after.decode(), undated) == (["date = 2024-03-04"], [])
    assert with_resolution(after, None, said).decode().strip() == HAND


@pytest.mark.parametrize("write", [with_section, with_resolution], ids=["section", "resolution"])
def test_a_heading_or_a_board_without_a_text_is_refused(write):
    said = Section("Key successes") if write is with_section else Resolution(" ", "Board")
    with pytest.raises(WriteRefused, match="needs its text"):
        write(None, said)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[[exception]\n", "line 1, column"),
        (b"a = '\xff'", "UTF-8"),
        (b"exception = []\n", r"write it as \[\[exception\]\] first"),
        (b"[exception]\na = 1\n", "cannot be written to before it is mended"),
        (b"a." * 50 + b"a = 1", "a key of more than 32 parts"),
    ],
)
def test_a_file_that_is_no_narrative_is_left_to_a_person(content, message):
    with pytest.raises(WriteRefused, match=message):
        with_decision(content, REPORT)


def test_line_ends_and_a_byte_order_mark_stay_as_they_are():
    before = b"\xef\xbb\xbf" + HAND.replace("\n", "\r\n").encode()
    decided = DecidedException(("a", "b"), Decision.HOLD, ("worsening",), "One.\nTwo.")
    after = with_decision(with_decision(before, decided), decided._replace(indicators=("c",)))
    assert after.startswith(b"\xef\xbb\xbf# The words")
    assert after.count(b"\n") == after.count(b"\r\n")
    assert bare(read(after).exceptions)[0] == decided


typed = st.text(
    st.one_of(
        st.sampled_from("\"'\\\n\t#[]=ab \u2019é\U0001f642{}\r,"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u061c\u200e\u200f\u2028\u2029"),
    ),
    max_size=40,
).filter(lambda text: not any(0x202A <= ord(each) <= 0x202E or 0x2066 <= ord(each) <= 0x2069 for each in text))


@settings(deadline=None)  # the first loads tomlkit
@given(typed, typed, st.sampled_from([None, HAND.encode(), HAND.replace("\n", "\r\n").encode()]))
@example('"""', 'a"""', None)
@example('\\"', "\\", None)
@example('a\n"', '"""\n"""""', HAND.encode())
@example("a\n\\", "\\u0041\nb", HAND.encode())
def test_texts_come_back_as_typed(first: str, second: str, before: bytes | None):
    """Whatever is in them; only line ends are of one kind, and blanks around them go."""
    content = before
    for text in (first, second):
        content = with_decision(content, DecidedException(("a",), Decision.REPORT, ("off-target",), text))
        content = with_commentary(content, Commentary("a", "So.", text, what_we_are_doing=text))
        narrative = read(content)
        as_typed = text.replace("\r\n", "\n").replace("\r", "\n").strip() or None
        assert words(text) == as_typed
        assert next(each.text for each in narrative.exceptions if each.rules == ("off-target",)) == as_typed
        said = next(each for each in narrative.commentary if each.indicator == "a")
        assert (said.where_we_are, said.what_we_are_doing) == (as_typed, as_typed)
        if before is not None:
            assert all(line in content.decode().splitlines() for line in before.decode().splitlines())


decisions = st.builds(
    DecidedException,
    st.sets(st.sampled_from("abc"), min_size=1).map(lambda ids: tuple(sorted(ids))),
    st.sampled_from([Decision.REPORT, Decision.HOLD]),
    st.sets(st.sampled_from(["worsening", "off-target", "over-limit"])).map(lambda rules: tuple(sorted(rules))),
    st.sampled_from(["One.", "Two.\nLines.", "Three"]),
)


@settings(deadline=None)  # the first loads tomlkit
@given(st.lists(decisions, max_size=6), st.sampled_from([None, HAND.encode()]))
def test_the_last_decision_on_an_exception_holds_and_there_is_one_only(made, before):
    content = before
    expected = {
        (indicator, rule): (each.decision, each.text)
        for each in (read(before).exceptions if before else ())
        for indicator in each.indicators
        for rule in each.rules or ("",)
    }
    for decided in made:
        content = with_decision(content, decided)
        for indicator in decided.indicators:
            expected |= {(indicator, rule): (decided.decision, decided.text) for rule in decided.rules or ("",)}
    held = [
        ((indicator, rule), (each.decision, each.text))
        for each in (read(content).exceptions if content else ())
        for indicator in each.indicators
        for rule in each.rules or ("",)
    ]
    assert sorted(held) == sorted(expected.items())
    if before is not None:
        for kept in ("# A first exception, agreed on Monday.", "# Not by a rule.", "# the end", 'notes = "ask Jo"'):
            assert kept in content.decode()

"""Whole screens at named sizes, as a person reads them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small import indicators, quarters

import dap_tui
from dap_tui import look
from dap_tui.export.summary import changed_since
from dap_tui.look import ARROW, DECISION, STATUS
from dap_tui.measure import Arrow, Mark, Status
from dap_tui.tui.navigation import VIEWS

BARNSLEY = Path(__file__).parents[2]
EXAMPLES = BARNSLEY / "dap_tui" / "examples"

SIZES = [(80, 24), (120, 40), (200, 60)]


def test_the_quarter_3_report_is_read_off_the_first_screen(barnsley):
    """At 120×40: titles whole, the year's quarters right-aligned, target and travel in words."""
    screen = barnsley.screen
    assert screen.splitlines()[0].split("  ")[1] == "Barnsley Domestic Abuse Partnership"
    assert "■ 0 red   ▲ 1 amber   ● 7 green   ○ 16 data only   ! " in screen
    assert "‹ Q3 2023/24 ›" in screen
    assert barnsley.line("% of repeat") == (
        "▌ ● green % of repeat domestic abuse cases submitted to MARAC  low  28–40%    26%    28%    30%   ↑ worse"
        "        ▁▄▇ »"
    )
    assert barnsley.line("No. Individuals supported")[:-1] == (
        "  ● green No. Individuals supported by community services      high    752*   270    255    263   ↑ better"
        "       ▇▁▄ "
    )
    assert "TBC†    14      7      6   ↓ worse" in barnsley.line("made to Childrens")


def test_at_80_by_24_nothing_needed_is_cut(barnsley):
    barnsley.width, barnsley.height = 80, 24
    lines = barnsley.screen.splitlines()
    assert lines[0][:-1] == "  Barnsley Domestic Abuse Partnership     ‹ Q3 2023/24 ›  ■ 0 ▲ 1 ● 7 ○ 16 ! "
    assert lines[6:8] == [
        "▌ ● % of repeat domestic abuse         28–40%    26%    28%    30%  ↑ worse  »",
        "▌   cases submitted to MARAC ‡",
    ]
    assert lines[21].startswith("  ● green  » to be reported  30% in Q3 2023/24, up 2 percentage ")
    assert lines[22].rstrip() == "    points on Q2, a worsening. Inside the 28–40% range."
    assert lines[21].endswith("1 of 11 ↓")


def test_at_40_by_12_it_says_how_many_columns_are_out_of_sight(barnsley):
    barnsley.width, barnsley.height = 40, 12
    assert "4 columns out of sight, ⏎ shows them" in barnsley.screen
    assert "30%" in barnsley.line("% of repeat")
    assert "26%" in barnsley.press("enter", "G")


def test_at_200_by_60_every_source_and_the_indicator_stand_side_by_side(barnsley):
    barnsley.width, barnsley.height = 200, 60
    screen = barnsley.screen
    for heading in ("1. IDAS: Domestic abuse service", "4. BSARCS: Ask the Question"):
        assert heading in screen
    assert "Sources" in screen.splitlines()[5]
    assert "2023-24-Q3/idas.csv:2" in screen
    assert "2023/24 ──" in screen


def test_footnotes_and_the_key_to_the_signs_stand_under_the_table(barnsley):
    barnsley.height = 60
    screen = barnsley.screen
    assert "* A year’s target, held against the year so far." in screen
    assert "† Targets for these will be set by Childrens and Adults Social Care." in screen
    assert "» to be reported" in screen
    assert "[x] not available" in screen


def test_in_ascii_the_sign_of_a_note_cannot_be_read_as_a_digit_of_its_target(sample_folder, desk_at):
    catalogue = sample_folder / "catalogue.toml"
    more = "".join(
        f'[[indicator]]\nid = "more{at}"\ntitle = "No. of more {at}"\nsource = "court"\nunit = "count"\n'
        f'polarity = "higher"\n[indicator.target]\n"2023-24" = {{ value = 1000, note = "Note {at}" }}\n'
        for at in range(6)
    )
    catalogue.write_text(f"{catalogue.read_text(encoding='utf-8')}{more}", encoding="utf-8")
    desk = desk_at(sample_folder, 120, 60, ascii_only=True)
    desk.press(".")
    lines = desk.screen.splitlines()
    signs = ["@", ";", "<", "`", "a", "d", "g"]
    for sign, note in zip(signs, ["Set by the court", *(f"Note {at}" for at in range(6))], strict=True):
        assert any(line.strip().endswith(f"{sign} {note}") for line in lines)
    assert "TBC@" in desk.line("% convicted")
    for at, sign in enumerate(signs[1:]):
        assert f"1,000{sign} " in desk.line(f"No. of more {at}")


def test_last_years_figures_stand_in_brackets_beside_this_years(sample):
    sample.press("y")
    assert "101     (97)    96    (103)    92     (99)" in sample.line("No. of people referred")
    sample.press("y")
    assert "(97)" not in sample.line("No. of people referred")


def test_overview_says_how_we_are_doing(barnsley):
    screen = barnsley.press("1")
    for words in (
        "7 of the 8 targets are met; 1 is amber. None is red.",
        "16 indicators are data only, without a target. Since Q2, 3 got better",
        "stayed level, 7 got worse (3 of them with no target) and 11 could not be",
        "Status since Q2               1 changed",
        "Green to amber: Confident",
        "South Yorkshire Police: all",
        "1,471         1,961    1,000",
    ):
        assert words in screen


def test_overview_tells_what_changed_status_as_the_report_does(desk_at):
    rotherham = desk_at(EXAMPLES / "rotherham")
    screen = rotherham.press("1")
    assert "1 changed" in screen
    assert "Data only to green: Incidents" in screen
    said, found = changed_since(rotherham.session.assessment, rotherham.session.assessor)
    assert said[-1] == "Status has changed since 2012/13:"
    assert [each.indicator.short_title for each, _, _ in found] == ["Incidents reported to the police"]


def test_each_pair_of_figures_says_what_the_first_is_of(desk_at):
    cambridgeshire = desk_at(EXAMPLES / "cambridgeshire")
    overview, exceptions = cambridgeshire.press("1"), cambridgeshire.press("5")
    for screen in (overview, exceptions):
        assert "Q3 13/14 1,818 → 1,758" in screen
        assert "not returned" in screen
    assert "Status since Q2            none changed" in overview
    assert "Since Q3 2013/14, 5 got" in overview
    assert "CPS: nothing returned;" in overview
    assert "its one figure not available" in overview


@pytest.mark.parametrize("key", ["1", "5"])
def test_a_figure_past_its_limit_stands_beside_the_limit(barnsley, key):
    assert "263, limit 188" in barnsley.press(key)


def test_overview_names_late_actions_and_the_words_of_the_report_and_opens_them(desk_at, sample):
    screen = sample.press("1")
    assert "Recruit a second coordinator" in screen
    assert "1 late" in screen
    sample.deeds.view.opens(("action", "second"))
    assert sample.line("Recruit a second coordinator").startswith("▌")
    rotherham = desk_at(EXAMPLES / "rotherham")
    assert "5 sections and 5 resolutions" in rotherham.press("1")
    assert "Words of the report" in rotherham.screen
    rotherham.press("right", "down", "enter")
    assert rotherham.session.overlay == "words"


def test_overview_has_no_key_to_a_mark_that_stands_nowhere_on_it(desk_at):
    cambridgeshire = desk_at(EXAMPLES / "cambridgeshire")
    cambridgeshire.deeds.settle()
    assert cambridgeshire.session.publishing.is_settled(cambridgeshire.session.period)
    assert "hidden in reports" not in cambridgeshire.press("1")


def test_in_one_column_a_blank_line_stands_before_each_heading(desk_at):
    lines = desk_at(EXAMPLES / "cambridgeshire", 80, 70).press("1").splitlines()
    at = next(index for index, line in enumerate(lines) if "Status since" in line)
    assert not lines[at - 1].strip()


def test_targets_are_sorted_by_how_far_from_them_the_worst_first(sample):
    screen = sample.press("4")
    order = [screen.index(words) for words in ("No. of breaches", "No. of nights", "10 days", "No. of people referred")]
    order[2:] = [screen.index("11 points below"), screen.index("4% short")]
    assert order == sorted(order)
    assert "125% over" in sample.line("No. of breaches")
    assert "to date, of 900 a year" in screen


def test_an_indicator_has_everything_on_one_screen(sample):
    sample.height = 70
    screen = sample.press("enter")
    for words in (
        "% of people offered a first appointment within 10 days",
        "Ref.       R1",
        "target range 75–90%",
        "upper 83.3",
        "◆",
        "2022/23",
        "By area",
        "Area C  49%",
        "Special cause: 64% is special cause",
        "One worker left in October.",
        "– a second coordinator",
        "Of those referred in the quarter",
        "MARAC: Multi-agency risk assessment",
        "Recruit a second coordinator",
        "77%, England and Wales",
        "Q3 64%",
    ):
        assert words in screen, words


def test_exceptions_stand_with_what_is_undecided_first_and_why(sample):
    screen = sample.press("5")
    headings = [screen.index(words) for words in ("Undecided", "To be reported to the board", "Held  ")]
    assert headings == sorted(headings)
    assert "Off target: 64% is 11 percentage points below" in screen
    assert "( ) report" in screen
    assert "(•) report" in sample.press("G")
    assert "Two trials were put off." in sample.screen


def test_checks_show_the_lines_of_the_file_and_how_to_mend_it(sample):
    screen = sample.press("6")
    assert "! warning   DUE201   catalogue.toml" in screen
    assert "│ due = 2023-11-30" in screen
    assert "│       ^^^^^^^^^^" in screen
    assert "How to mend it" in screen
    assert "Why it matters" in sample.press("enter")
    assert "Read for Q3 2023/24" in sample.press("escape")


def test_actions_have_the_late_one_first_with_its_indicators(sample):
    lines = sample.press("7").splitlines()
    at = next(index for index, line in enumerate(lines) if "Recruit a second coordinator" in line)
    assert lines[at].endswith("late, said to be at risk")
    assert "was due 30 Nov 2023" in lines[at + 1]
    assert "■ % of people offered" in lines[at + 3]
    assert any("Train every advisor" in line for line in lines[at + 4 :])


def test_help_names_every_key_of_the_view_and_the_terms(sample):
    sample.height = 80
    screen = sample.press("?")
    for words in ("Keys in Sources", "Last year’s figures in brackets", "special cause for the worse", "MARAC:"):
        assert words in screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", [name for name, _ in VIEWS])
def test_every_view_has_its_title_its_footer_and_the_cursor_in_the_first_column(sample, view, size):
    sample.width, sample.height = size
    sample.deeds.open_view(view)
    lines = sample.screen.splitlines()
    assert "Sampleshire Domestic Abuse Partnership" in lines[0]
    assert "? keys" in lines[-1]
    assert "q quit" in lines[-1]
    assert sample.canvas.cursor is not None
    assert sample.canvas.cursor[0] in {0, sample.canvas.cursor[0] if size[0] >= 188 else 0}


@pytest.mark.parametrize("view", [name for name, _ in VIEWS])
def test_in_ascii_no_other_character_is_on_any_screen(sample, view):
    sample.session.glyphs.ascii_only = True
    sample.ascii_only = True
    sample.deeds.open_view(view)
    assert sample.screen.isascii()
    assert sample.press("enter").isascii()


def test_in_ascii_each_status_decision_and_arrow_has_a_sign_of_its_own():
    looks = [*STATUS.values(), *DECISION.values(), *(ARROW[each] for each in Arrow if each is not Arrow.NONE)]
    looks += [look.ACTUAL, look.TARGET, look.LAST_YEAR, *look.RANGE, look.BEYOND, look.POINT, look.EARLIER, look.LATER]
    looks += [look.NO_FIGURE, look.HAS_NOTE, *look.SPECIAL_CAUSE.values()]
    looks += {each.ascii: each for each in look.TREND}.values()
    signs = [each.ascii for each in looks]
    assert all(len(each) == 1 and each.isascii() for each in signs)
    assert len(signs) == len(set(signs))
    assert not set(signs) & {*Mark, "-", "|", "@", "~", "(", ")"} - {STATUS[Status.NO_DATA].ascii}


def test_in_ascii_a_trend_a_decision_and_a_note_share_no_sign_with_what_stands_beside_them(barnsley):
    barnsley.session.glyphs.ascii_only = barnsley.ascii_only = True
    assert barnsley.line("Throughput").endswith("\\ worse        ,': h")
    assert barnsley.line("referred to community").split("1,000")[1].startswith("@ ")
    held = next(line for line in barnsley.press("4").splitlines() if "repeat" in line)
    assert "T" in held
    assert "}" in held
    assert "{} range" in barnsley.screen


@pytest.mark.parametrize("ascii_only", [True, False])
def test_without_grounds_a_range_has_a_sign_at_each_end_and_the_key_names_it(sample_folder, desk_at, ascii_only):
    desk = desk_at(sample_folder, 120, 40, ascii_only=ascii_only, bands=ascii_only)
    opens, closes = ("{", "}") if ascii_only else ("├", "┤")
    assert f"{opens}{closes} range" in desk.press("4")
    assert closes in desk.line("offered a first")


def test_in_ascii_tables_tell_a_rise_from_a_fall_and_help_has_the_signs(sample):
    sample.session.glyphs.ascii_only = sample.ascii_only = True
    sample.height = 70
    assert "/ worse" in sample.press(".")
    assert "\\ worse" in sample.press(",")
    lines = [line.split() for line in sample.press("?").splitlines()]
    for sign, word in (
        ("/", "up"),
        ("\\", "down"),
        ("_", "level"),
        ("^", "amber"),
        ("h", "held"),
        ("{", "range,"),
        ("L", "last"),
    ):
        assert any([sign, word] == line[at : at + 2] for line in lines for at in range(len(line))), word


@pytest.mark.parametrize("width", [80, 60, 50, 40])
def test_however_narrow_tabs_are_whole_words_with_the_current_one_among_them(desk_at, width):
    desk = desk_at(EXAMPLES / "cambridgeshire", width, 24)
    titles = {title for _, title in VIEWS}
    for key, (_, title) in enumerate(VIEWS, 1):
        head, tabs, *_ = desk.press(str(key)).splitlines()
        names = [word for word in tabs.split() if word.isalpha()]
        assert title in names
        assert set(names) <= titles
        assert ("…" in tabs) == (len(names) < len(VIEWS))
        assert "! 5" in head


def test_a_click_beyond_the_tabs_in_sight_opens_the_next_one(desk_at):
    desk = desk_at(BARNSLEY, 40, 24)
    tabs = desk.press("4").splitlines()[1]
    desk.canvas.hit_at(tabs.index("…"), 1).action()
    assert "Priorities" in desk.screen.splitlines()[1]
    desk.canvas.hit_at(desk.screen.splitlines()[1].rindex("…"), 1).action()
    assert desk.session.view == "exceptions"


@pytest.mark.parametrize(("width", "ascii_only", "sign"), [(80, False, "*"), (120, False, "*"), (120, True, "@")])
def test_overview_marks_a_years_target_beside_a_figure_to_date_as_tables_do(
    sample_folder, desk_at, width, ascii_only, sign
):
    desk = desk_at(sample_folder, width, 60, ascii_only=ascii_only)
    screen = desk.press("1")
    column = [line[: width - 43 if width > 100 else None].rstrip() for line in screen.splitlines()]
    lines = column[next(at for at, line in enumerate(column) if "Off target" in line) :]
    of_a_year = next(line for line in lines if "No. of people referred" in line)
    assert of_a_year.endswith(f"400{sign}")
    not_of_a_year = next(line for line in lines if "Offered in 10 days" in line)
    assert f"75{'-' if ascii_only else '–'}90%" in not_of_a_year
    assert f"90%{sign}" not in not_of_a_year
    assert any(f"{sign} A year" in line and "held against the year so far" in line for line in lines)


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
def test_long_figures_stand_apart_from_long_targets(tmp_path, desk_at, width, height):
    target = 'target = { "2023-24" = { value = 1600000, per = "year" } }'
    (tmp_path / "catalogue.toml").write_text(
        indicators(f'saved; unit = "pounds"; polarity = "higher"; {target}'), encoding="utf-8"
    )
    for name, text in quarters("2023-24-Q1", "saved=400000", "saved=401000", "saved=402000").items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    desk = desk_at(tmp_path, width, height, ascii_only=True)
    desk.press("4")
    assert re.search(" {2}GBP 1,203,000 {2,}GBP 1,200,000 {2}", desk.screen)
    desk.press("1")
    desk.height = 60
    assert "  GBP 1,203,000  GBP 1,604,000  GBP 1,600,000" in desk.screen


def test_what_is_over_its_target_is_not_called_short_of_it(tmp_path, desk_at):
    (tmp_path / "catalogue.toml").write_text(
        indicators(
            'waits; polarity = "lower"; unit = "count"; target = { always = { value = 100, floor = 150 } }',
            'seen; polarity = "higher"; unit = "count"; target = { always = { value = 100 } }',
        ),
        encoding="utf-8",
    )
    for name, text in quarters("2023-24-Q1", "waits=128 seen=50").items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    screen = desk_at(tmp_path).press("1")
    assert "None of the 2 targets is met; 1 is amber. 1 is red." in screen
    assert "short" not in screen


@pytest.mark.parametrize(
    ("keys", "times"),
    [(("1",), 3), (("2",), 1), (("4",), 1), (("5",), 1), (("7",), 1), (("4", "enter"), 3)],
)
@pytest.mark.parametrize("size", [(80, 120), (120, 120)])
def test_a_mark_stands_after_its_figure_wherever_that_stands_and_is_explained(
    sample_folder, desk_at, keys, times, size
):
    catalogue = sample_folder / "catalogue.toml"
    text = catalogue.read_text(encoding="utf-8").replace('["offered", "referred"]', '["running"]')
    catalogue.write_text(text, encoding="utf-8")
    desk = desk_at(sample_folder, *size)
    desk.press("4", "down")
    screen = desk.press(*keys)
    assert screen.count(" 560p") >= times
    assert "p provisional" in screen


def test_where_a_trend_is_of_a_running_total_what_it_shows_is_said(sample):
    said = "trend, of a running total by each quarter’s own figure"
    assert said in sample.screen
    assert said not in sample.press(".")


def test_a_copied_target_of_a_year_says_as_the_screen_does_of_what_its_share_to_date_is(sample):
    sample.press("4", "C")
    copied = sample.asked[-1]
    assert "| 560p | 675 to date, of 900 a year | 17% short | red |" in copied
    assert "| 64% | 75–90% | 11 points below | red |" in copied


def test_at_60_columns_targets_keep_their_target_and_nothing_is_cut(desk_at):
    desk = desk_at(BARNSLEY, 60, 40)
    desk.press("4")
    assert desk.line("Distance").split() == ["Indicator", "Actual", "Target", "Distance"]
    assert "100%" in desk.line("Confident")
    assert "to date, of 752 a year" in desk.screen
    assert desk.line("targets are met").rstrip().endswith("met")


@pytest.mark.parametrize("size", [(80, 60), (120, 40)])
def test_a_year_that_is_not_over_shows_the_year_to_date(desk_at, size):
    desk = desk_at(BARNSLEY, *size)
    desk.press("down", "down", "down", "enter")
    assert "788 to date" in desk.line("2023/24               270    255    263")
    cambridgeshire = desk_at(EXAMPLES / "cambridgeshire", *size)
    cambridgeshire.press("enter")
    assert "7,289 " in f"{cambridgeshire.line('2013/14           1,670')} "
    assert "7,289 to date" not in cambridgeshire.screen
    assert "5,603 to date" in cambridgeshire.line("1,880  1,965  1,758")


def test_a_heading_that_does_not_fit_is_wrapped_whole(desk_at):
    desk = desk_at(BARNSLEY, 80, 24)
    lines = desk.press("3").splitlines()
    assert " ".join(line[:60].strip() for line in lines[3:5]).startswith(
        "1. Providing victims and survivors of domestic abuse with the right support"
    )


@pytest.mark.parametrize("keys", [("1",), ("7",), ("?",), ("2", "enter")])
def test_what_is_below_is_said_and_at_the_end_no_more(desk_at, keys):
    desk = desk_at(BARNSLEY, 80, 24)
    assert desk.press(*keys).splitlines()[-1].endswith("↓ more")
    assert "↓ more" not in desk.press("end", *["pagedown"] * 9).splitlines()[-1]


def test_marks_of_sources_and_priorities_stand_in_one_column(barnsley):
    lines = barnsley.press("1").splitlines()
    rows = [line for line in lines if line[2:].startswith(("IDAS ", "BSARCS ", "2. ", "4. "))]
    assert len({min(line.find(sign) for sign in "▲●○" if sign in line) for line in rows}) == 1


@pytest.mark.parametrize("keys", ["1", "2", "3", "4", "5", "6", "7", "?", ":"])
def test_in_a_very_small_window_words_do_not_run_into_one_another(desk_at, keys):
    desk = desk_at(BARNSLEY, 44, 16)
    assert "IDAS  " in desk.press("1")
    desk.press(keys)
    assert desk.canvas.cursor is not None, "a screen reader finds a place on every screen"


def test_a_title_without_room_beside_its_status_has_lines_of_its_own(desk_at):
    lines = desk_at(BARNSLEY, 44, 16).press("2", "enter").splitlines()
    assert [line.strip() for line in lines[3:6]] == [
        "% of repeat domestic abuse", "cases submitted to MARAC", "● green    » to be reported",
    ]  # fmt: skip


def test_what_is_cut_in_ascii_does_not_look_like_the_end_of_a_sentence(desk_at):
    desk = desk_at(BARNSLEY, 80, 17, ascii_only=True)
    assert "..." in desk.screen.splitlines()[-2]


def test_where_there_is_room_overview_lists_what_got_worse_and_better_with_its_figures(barnsley):
    barnsley.press("1")
    for size, whole in (((120, 40), False), ((200, 60), True), ((80, 200), True)):
        barnsley.width, barnsley.height = size
        lines = barnsley.screen.splitlines()
        at = next(at for at, line in enumerate(lines) if "Got worse since Q2" in line)
        assert lines[at].split()[-1] == "7"
        assert lines[at + 2].split("●")[-1].split("  ")[0].strip() == "Repeat cases at MARAC"
        assert lines[at + 2].endswith("28% → 30%")
        assert ("Got better since Q2" in barnsley.screen) == whole
        assert ("and 2 more, in Sources" in barnsley.screen) != whole


def test_where_there_is_room_overview_lists_what_the_board_is_to_hear(barnsley):
    barnsley.width, barnsley.height = 200, 60
    assert "To be reported to the board" in barnsley.press("1")
    assert "» Professionals training" in barnsley.screen


def test_the_chart_of_an_indicator_has_what_the_rest_leaves_of_the_screen(barnsley):
    barnsley.width, barnsley.height = 200, 60
    lines = barnsley.press("2", "enter").splitlines()
    last = max(at for at, line in enumerate(lines[:-2]) if line.strip())
    assert last >= 52
    assert "Commentary" in barnsley.screen


def test_where_the_targets_leave_room_what_is_chosen_is_said_below_them(barnsley):
    assert "Variation" not in barnsley.press("4")
    barnsley.width, barnsley.height = 200, 60
    assert "Variation" in barnsley.screen
    assert "2023-24-Q3/bsarcs.csv" in barnsley.screen


def test_the_label_of_the_lowest_figure_stands_below_its_point_and_on_no_line(desk_at):
    cambridgeshire = desk_at(Path(dap_tui.__file__).parent / "examples" / "cambridgeshire")
    lines = cambridgeshire.press("2", "j").splitlines()
    at = next(at for at, line in enumerate(lines) if "Q4" in line and "Target" not in line and "Travel" not in line)
    assert "26.9%" in lines[at - 1]
    assert not any(0x2800 < ord(each) < 0x2900 for each in lines[at - 1])


def test_a_term_is_explained_where_the_indicator_that_has_it_is_chosen(barnsley):
    barnsley.width, barnsley.height = 200, 60
    said = " ".join(" ".join(line[150:].split()) for line in barnsley.screen.splitlines())
    assert "Term MARAC: Multi-agency risk" in said


@pytest.mark.parametrize(("width", "name"), [(120, "2014-15-Q3/narrative.toml"), (80, " narrative.toml")])
def test_a_finding_names_its_file_whole(desk_at, width, name):
    cambridgeshire = desk_at(Path(dap_tui.__file__).parent / "examples" / "cambridgeshire", width=width)
    cambridgeshire.press("6")
    assert name in cambridgeshire.line("NAR401")


def test_the_key_names_what_is_hidden_only_where_a_figure_bears_that_mark(desk_at):
    cambridgeshire = desk_at(Path(dap_tui.__file__).parent / "examples" / "cambridgeshire")
    assert "hidden in reports" not in cambridgeshire.press("2", "y")


@pytest.mark.parametrize(("width", "is_said"), [(120, True), (80, True), (44, False)])
def test_what_the_marks_of_a_source_are_is_said_where_there_is_room(barnsley, width, is_said):
    barnsley.width = width
    assert ("one mark, one indicator" in barnsley.press("1")) == is_said


@pytest.mark.parametrize("width", [40, 44, 50, 60, 80, 120])
def test_no_heads_of_targets_touch(barnsley, width):
    barnsley.width = width
    barnsley.press("4")
    assert {"Indicator", "Actual", "Distance"} <= set(barnsley.line("Distance").split())


def test_a_years_target_beside_a_quarters_figure_is_marked_as_one(barnsley):
    assert "1,000*" in barnsley.line("referred to community")
    barnsley.press("down", "down", "c")
    assert "| 1,000 a year |" in barnsley.asked[-1]
    assert "50% " in barnsley.press(".")


def test_targets_says_by_what_its_order_is(barnsley):
    assert "furthest first, as a share of the target" in barnsley.press("4")
    assert "The furthest from its target first, as a share of it." in barnsley.press("s", "s", "s")
    barnsley.width, barnsley.height = 80, 24
    assert "furthest first, as a share of the target" in barnsley.press("down")


def test_in_ascii_keys_that_are_arrows_have_their_names(sample):
    sample.session.glyphs.ascii_only = sample.ascii_only = True
    sample.height = 70
    lines = [" ".join(line.split()) for line in sample.press("?").splitlines()]
    for words in ("left h To the left", "right l To the right", "shift+tab View before", "enter Open what is chosen"):
        assert any(line.startswith(words) for line in lines), words
    assert any(line.startswith("shift+tab View before") for line in lines)
    assert "shift+left" in sample.press("escape", "5", "x", "f1")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 60)])
def test_a_click_on_a_head_sorts_by_it_and_another_goes_back_to_the_reports_order(barnsley, width, height):
    barnsley.width, barnsley.height = width, height
    lines = barnsley.screen.splitlines()
    at = next(at for at, line in enumerate(lines) if "Indicator" in line)
    for head, said in (("Indicator", "By title."), ("Travel", "By travel, the worst first.")):
        for words in (said, "In the report’s order."):
            barnsley.canvas.hit_at(lines[at].index(head), at).action()
            assert words in barnsley.screen
    barnsley.press("4")
    lines = barnsley.screen.splitlines()
    at = next(at for at, line in enumerate(lines) if "Distance" in line)
    barnsley.canvas.hit_at(2, at).action()
    assert "By status, the worst first." in barnsley.screen
    barnsley.canvas.hit_at(lines[at].index("Distance"), at).action()
    assert "The furthest from its target first" in barnsley.screen

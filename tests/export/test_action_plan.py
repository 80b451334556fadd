"""The action plan of a report: what is late stands out, and what an action is meant to move stands beside it."""

from collections.abc import Callable
from datetime import date

import pytest

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Assessed = Callable[..., tuple[Assessment, Assessor]]
Written = Callable[..., Assessor]

CATALOGUE = """
[partnership]
name = "Sample"
[[priority]]
id = "first"
title = "Safe housing"
[[priority]]
id = "second"
title = "Perpetrators"
[[source]]
id = "s"
name = "Sample source"
[[indicator]]
id = "repeat"
title = "Repeat cases"
source = "s"
unit = "count"
polarity = "lower"
[[action]]
id = "later"
title = "Later of two"
owner = "Housing"
due = 2024-06-30
priorities = ["second", "first"]
aim = "Hold to account"
[[action]]
id = "overdue"
title = "Overdue | one"
due = 2023-12-31
priorities = ["second"]
aim = "Hold to account"
indicators = ["repeat"]
[[action]]
id = "units"
title = "Buy units"
priorities = ["first"]
aim = "More capacity"
[[action]]
id = "loose"
title = "Of no priority"
"""

FILES = {
    "catalogue.toml": CATALOGUE,
    "returns/2023-24-Q1/s.csv": "indicator,value\nrepeat,8\n",
    "returns/2023-24-Q2/s.csv": "indicator,value\nrepeat,9\n",
    "returns/2023-24-Q3/s.csv": "indicator,value\nrepeat,12\n",
    "returns/2023-24-Q2/narrative.toml": '[[action]]\nid = "overdue"\nstatus = "on-track"\ntext = "Begun."\n',
    "returns/2023-24-Q3/narrative.toml": '[[action]]\nid = "overdue"\nstatus = "at-risk"\n',
}


def markdown(assessor: Assessor, options: Options | None = None) -> str:
    return to_markdown(assessor.assess(assessor.workspace.current), assessor, options or Options()).replace(
        "\u00a0", " "
    )


def plan(assessor: Assessor) -> list[str]:
    """The blocks of the chapter."""
    chapter = markdown(assessor).split("## Action plan\n")[1].split("\n## ")[0]
    return chapter.strip().split("\n\n")


def test_it_is_grouped_by_priority_in_their_order_and_by_aim_with_what_has_none_last(written: Written) -> None:
    headings = [each for each in plan(written(FILES)) if each.startswith(("#", "**"))]
    assert headings == [
        "### Safe housing",
        "**More capacity**",
        "### Perpetrators",
        "**Hold to account**",
        "### Other actions",
    ]


def test_what_is_late_on_the_day_stands_first_with_a_word_and_a_sign(written: Written) -> None:
    table = next(each for each in plan(written(FILES)) if each.startswith("|"))
    rows = [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table.splitlines()]
    assert rows[0] == [
        "Action", "Owner", "Due", "Status", "By quarter", "How it stands",
        "Indicators, and how they have moved on Q1",
    ]  # fmt: skip
    assert rows[2] == [
        r"Overdue \| one", "", "31 December 2023", "**! late**, said to be at risk", "Q2 on track, Q3 at risk",
        "Q2: Begun.", "Repeat cases: ↑ worsening",
    ]  # fmt: skip
    assert rows[3][:4] == ["Later of two", "Housing", "30 June 2024", ""]


@pytest.mark.parametrize(("as_of", "is_late"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)])
def test_the_day_decides_what_is_late(written: Written, as_of: date, is_late: bool) -> None:
    blocks = plan(written(FILES, as_of))
    assert blocks[0].startswith("4 actions, 1 late" if is_late else "4 actions.") is True
    assert ("! late" in "".join(blocks)) is is_late


def test_actions_of_which_only_the_title_is_known_are_a_list(written: Written) -> None:
    blocks = plan(written(FILES))
    assert "- Buy units" in blocks
    assert "- Of no priority" in blocks


def test_a_plan_without_priorities_has_no_headings(assessed: Assessed) -> None:
    assessment, assessor = assessed("rotherham", "2013-14")
    chapter = to_markdown(assessment, assessor, Options()).split("## Action plan\n")[1].split("\n## ")[0]
    assert "###" not in chapter
    assert "9 actions; none has a due date." in chapter


def test_the_strategys_points_say_that_nobody_has_settled_owners_and_dates(assessed: Assessed) -> None:
    _, assessor = assessed("barnsley")
    blocks = plan(assessor)
    assert blocks[0].startswith(
        "31 actions (from: Domestic Abuse Strategy 2022 to 2027); none has an owner or a due date."
    )
    tables = [each for each in blocks if each.startswith("|")]
    assert {each.splitlines()[0] for each in tables} == {
        "| Action | Indicators, and how they have moved on Q2 |",
        "| Action | Indicators, and how they have moved |",  # where none has
    }
    assert sum(block.count("\n") - 1 for block in tables) + sum(
        len(block.splitlines()) for block in blocks if block.startswith("- ")
    ) == len(assessor.workspace.catalogue.actions)


def test_a_page_the_terminal_and_the_boards_page_say_it_too(written: Written) -> None:
    assessor = written(FILES)
    assessment = assessor.assess(assessor.workspace.current)
    page = to_html(assessment, assessor, Options())
    assert '<strong><span class="amber loud">! late</span></strong>, said to be at risk' in page
    assert "Indicators, and how they have moved on Q1</th>" in page
    assert "Repeat cases: ↑ worsening</td>" in page
    shown = show_tables(assessment, assessor, Terminal(80), Options())
    assert "! Overdue | one\n    due 31 December 2023, late, said to be at risk\n    Q2 on track, Q3 at risk\n" in shown
    assert "    Repeat cases: ↑ worsening on Q1\n    Q2: Begun.\n" in shown
    board = markdown(assessor, Options(view=View.EXCEPTIONS))
    assert "**! late**" in board
    assert "Later of two" not in board


def test_indicators_that_have_moved_alike_are_named_together(assessed: Assessed) -> None:
    _, assessor = assessed("barnsley")
    alike = "Referred to community services and Referrals from Childrens Social Care: ↓ worsening"
    for view in View:
        assert f"{alike}; Referrals from Adults Social Care: → level" in markdown(assessor, Options(view=view))

"""What people say of a quarter: read as it is written, and every fault at its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dap_tui.narrative import ActionStatus, Decision
from dap_tui.period import Quarter
from dap_tui.reading.workspace import read_workspace
from dap_tui.rules.base import BASE, CATALOGUE, NARRATIVE
from dap_tui.workspace import Workspace

ACTION = '[[action]]\nid = "refuge"\ntitle = "A second refuge"\n'


def read(root: Path, narrative: str, name: str = NARRATIVE) -> Workspace:
    """The small workspace with an action and a narrative."""
    for file, text in {**BASE, "catalogue.toml": CATALOGUE + ACTION, name: narrative}.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_workspace(root)


WHOLE = """\
[[exception]]
indicators = ["idas-referred"]
rules = ["worsening"]
decision = "hold"
text = "One late return"

[[exception]]
indicators = ["idas-grant", "idas-referred"]
decision = "report"

[[commentary]]
indicator = "idas-referred"
where_we_are = "Fewer"
what_we_are_doing = \"\"\"
- Training
- More training\"\"\"

[[section]]
heading = "About"
text = "Words"

[[section]]
source = "idas"
text = "Of a source"

[[action]]
id = "refuge"
status = "on-track"

[[resolution]]
board = "The board"
date = 2024-03-04
text = "Noted"
"""


def test_everything_a_narrative_may_hold(tmp_path: Path) -> None:
    """Each part, with where it stands."""
    workspace = read(tmp_path, WHOLE)
    assert workspace.findings == ()
    narrative = workspace.narratives[Quarter.parse("2023-24-Q3")]
    held, raised = narrative.exceptions
    assert (held.decision, held.rules, held.text) == (Decision.HOLD, ("worsening",), "One late return")
    assert (raised.decision, raised.rules, raised.indicators) == (Decision.REPORT, (), ("idas-grant", "idas-referred"))
    assert str(raised.place) == f"{NARRATIVE}:7:1"
    (commentary,) = narrative.commentary
    assert (commentary.where_we_are, commentary.what_we_are_doing) == ("Fewer", "- Training\n- More training")
    assert [(section.source, section.heading) for section in narrative.sections] == [(None, "About"), ("idas", None)]
    assert [(update.id, update.status) for update in narrative.actions] == [("refuge", ActionStatus.ON_TRACK)]
    assert [(each.board, each.date, each.text) for each in narrative.resolutions] == [
        ("The board", date(2024, 3, 4), "Noted")
    ]


def test_a_year_may_have_one(tmp_path: Path) -> None:
    """For an annual report."""
    workspace = read(tmp_path, '[[section]]\ntext = "Words"\n', "returns/2023-24/narrative.toml")
    assert [period.id for period in workspace.narratives] == ["2023-24"]


FAULTS = [
    ("[[exception]\n", "1:12 NAR101"),
    ('[[section]]\ntext = "a"\nheadign = "b"\n', "3:1 NAR102"),
    ("[[section]]\ntext = 5\n", "2:8 NAR103"),
    ('[[exception]]\nindicators = ["idas-grant"]\n', "1:1 NAR104"),
    ('[[exception]]\nindicators = ["idas-grant"]\ndecision = "yes"\n', "3:12 NAR105"),
    ('[[exception]]\nindicators = ["idas-grant"]\ndecision = "report"\nrules = ["late"]\n', "4:10 NAR105"),
    ('[[section]]\ntext = "a\\u202eb"\n', "2:8 NAR106"),
    ('[[exception]]\nindicators = ["idas-grants"]\ndecision = "report"\n', "2:15 NAR201"),
    ('[[section]]\nsource = "syp"\ntext = "a"\n', "2:10 NAR201"),
    ('[[action]]\nid = "refuges"\n', "2:6 NAR201"),
    ('[[exception]]\nindicators = ["idas-grant"]\ndecision = "hold"\n', "3:12 NAR202"),
    ('[[action]]\nid = "refuge"\nstatus = "done"\n[[action]]\nid = "refuge"\n', "5:6 NAR203"),
    ('[[action]]\nid = "refuge"\ntext = " "\n', "3:8 NAR204"),
    ('[[exception]]\nindicators = []\ndecision = "report"\n', "2:14 NAR104"),
    ('[[exception]]\nindicators = ["idas-referred"]\ndecision = ""\n', "3:12 NAR104"),
    ('[[commentary]]\nindicator = ""\ntext = "Fewer"\n', "2:13 NAR104"),
    ('[[resolution]]\nboard = "b"\n', "1:1 NAR204"),
]


@pytest.mark.parametrize(("text", "found"), FAULTS)
def test_a_fault_stands_at_its_place(text: str, found: str, tmp_path: Path) -> None:
    """And does not hide what else is there."""
    good = "" if "NAR101" in found else '[[commentary]]\nindicator = "idas-referred"\ntext = "Fewer"\n'
    workspace = read(tmp_path, text + good)
    shown = [f"{each.place.line}:{each.place.column} {each.code}" for each in workspace.findings]
    assert shown == [found]
    assert len(workspace.narratives[Quarter.parse("2023-24-Q3")].commentary) == (1 if good else 0)

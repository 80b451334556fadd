"""Workspaces to look at, and a desk to look at them without a terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from dap_tui.tui.deeds import Deeds
from dap_tui.tui.glyphs import Glyphs
from dap_tui.tui.loading import checked, read
from dap_tui.tui.page import paint_page
from dap_tui.tui.session import Session

BARNSLEY = Path(__file__).parents[2]
AS_OF = date(2024, 2, 1)

CATALOGUE = """\
[partnership]
name = "Sampleshire Domestic Abuse Partnership"
last_period = "2023-24-Q3"
[glossary]
MARAC = "Multi-agency risk assessment conference"
[exceptions]
rules = ["off-target", "worsening", "over-limit", "special-cause", "not-returned"]
[[priority]]
id = "support"
title = "The right support"
[[priority]]
id = "accountable"
title = "Holding perpetrators to account"
[[source]]
id = "refuge"
name = "Sampleshire Refuge"
title = "Accommodation"
contact = "figures@refuge.example"
[[source]]
id = "court"
name = "Court"
[[indicator]]
id = "offered"
code = "R1"
title = "% of people offered a first appointment within 10 days"
short_title = "Offered in 10 days"
source = "refuge"
priorities = ["support"]
tags = ["Protect"]
level = [3]
unit = "percent"
polarity = "higher"
definition = "Of those referred in the quarter, the share whose first appointment was offered within 10 days."
note = "Agreed with MARAC in 2019"
breakdown = "Area"
[indicator.target]
always = { low = 75, high = 90 }
[indicator.benchmark]
"2023-24" = { value = 77, label = "England and Wales" }
[[indicator]]
id = "referred"
title = "No. of people referred"
source = "refuge"
priorities = ["support"]
unit = "count"
polarity = "higher"
compare = "same-quarter-last-year"
[indicator.target]
"2023-24" = { value = 400, per = "year" }
[[indicator]]
id = "running"
title = "No. of nights of accommodation, to date"
source = "refuge"
priorities = ["support"]
unit = "count"
polarity = "higher"
reported = "year-to-date"
[indicator.target]
"2023-24" = { value = 900, per = "year" }
[[indicator]]
id = "breaches"
title = "No. of breaches"
source = "court"
priorities = ["accountable"]
unit = "count"
polarity = "lower"
limit = { max = 40, note = "The court can hear 40 in a quarter" }
[indicator.target]
"2023-24" = { value = 20, note = "Set by the court" }
[[indicator]]
id = "convicted"
title = "% convicted"
source = "court"
priorities = ["accountable"]
unit = "percent"
polarity = "higher"
[indicator.target]
"2023-24" = { tbc = true, note = "Set by the court" }
[[action]]
id = "second"
title = "Recruit a second coordinator"
owner = "Sampleshire Refuge"
due = 2023-11-30
origin = "Strategy 2020"
indicators = ["offered", "referred"]
[[action]]
id = "train"
title = "Train every advisor"
due = 2024-06-30
"""

OFFERED = (80, 78, 81, 79, 82, 80, 79, 81, 80, 79, 81, 78, 76, 75, 64)
REFERRED = (90, 95, 101, 99, 100, 96, 104, 98, 97, 103, 99, 100, 101, 96, 92)
NIGHTS = (200, 410, 600, 820, 210, 430, 650, 860, 190, 400, 610, 810, 200, 380, 560)
BREACHES = (18, 19, 21, 20, 22, 18, 19, 20, 21, 22, 19, 20, 23, 26, 45)

NARRATIVE = """\
[[exception]]
indicators = ["breaches"]
rules = ["off-target", "over-limit"]
decision = "hold"
text = "The court sat twice as often this quarter."
[[exception]]
indicators = ["convicted"]
decision = "report"
text = "Two trials were put off."
[[commentary]]
indicator = "offered"
where_we_are = "One worker left in October."
what_we_are_doing = "- a second coordinator\\n- evening appointments"
[[action]]
id = "second"
status = "at-risk"
text = "Advertised twice."
"""


def write_sample(root: Path) -> Path:
    """Fifteen quarters of five indicators: every status, a breakdown, a special cause, decisions, actions."""
    (root / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    for at in range(15):
        year, number = 2020 + at // 4, at % 4 + 1
        folder = root / "returns" / f"{year}-{(year + 1) % 100:02}-Q{number}"
        folder.mkdir(parents=True)
        rows = ["indicator,breakdown,value,note", f"offered,,{OFFERED[at]}%,"]
        rows += [f"offered,Area {area},{OFFERED[at] - less}%," for area, less in (("A", 0), ("B", 3), ("C", 15))]
        rows += [f"referred,,{REFERRED[at]},", f"running,,{NIGHTS[at]}{' [p]' if at == 14 else ''},"]
        (folder / "refuge.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        convicted = "[x]" if at == 14 else "61%"
        court = f"indicator,breakdown,value,note\nbreaches,,{BREACHES[at]},\nconvicted,,{convicted},\n"
        (folder / "court.csv").write_text(court, encoding="utf-8")
    (folder / "narrative.toml").write_text(NARRATIVE, encoding="utf-8")
    return root


@dataclass
class Desk:
    """A session with its deeds, and in place of a terminal what was asked of it."""

    root: Path
    width: int = 120
    height: int = 40
    ascii_only: bool = False
    bands: bool = True
    read_only: bool = False
    asked: list[str] = field(default_factory=list)
    session: Session = field(init=False)
    deeds: Deeds = field(init=False)

    def __post_init__(self) -> None:
        reading = checked(read(self.root), AS_OF)
        glyphs = Glyphs(ascii_only=self.ascii_only)
        current = reading.workspace.current
        self.session = Session(reading, AS_OF, current, glyphs, bands=self.bands, read_only=self.read_only)
        self.deeds = Deeds(self.session, self)

    def press(self, *keys: str) -> str:
        """Press keys, painting after each as the program does; gives the screen as text."""
        screen = self.screen
        for key in keys:
            self.deeds.press(key)
            screen = self.screen
        return screen

    @property
    def screen(self) -> str:
        """The screen as text, once the period is counted."""
        self.session.count.go_on(60)
        self.canvas = paint_page(self.deeds, self.width, self.height)
        return self.canvas.text

    def line(self, having: str) -> str:
        """The first line of the screen that has these words."""
        return next(line for line in self.screen.splitlines() if having in line)

    def copy(self, text: str) -> str:
        self.asked.append(text)
        return "Sent to the terminal’s clipboard"

    def edit(self, path: Path, line: int, column: int) -> str:
        self.asked.append(f"{path.relative_to(self.root)}:{line}:{column}")
        return ""

    def aside(self, work, then) -> None:
        then(work())

    def reread(self) -> None:
        self.asked.append("reread")

    def switch_theme(self) -> None:
        self.asked.append("theme")

    def leave(self) -> None:
        self.asked.append("leave")


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what is kept, so that nobody's own is looked into."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setattr("dap_tui.writing.kept_words.state_folder", lambda: folder / "dap")
    return folder


@pytest.fixture
def barnsley() -> Desk:
    return Desk(BARNSLEY)


@pytest.fixture
def sample(tmp_path: Path) -> Desk:
    return Desk(write_sample(tmp_path))


@pytest.fixture
def sample_folder(tmp_path: Path) -> Path:
    return write_sample(tmp_path)


@pytest.fixture
def desk_at() -> type[Desk]:
    """A desk in front of any folder."""
    return Desk

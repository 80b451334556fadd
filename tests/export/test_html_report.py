"""What the page carries: all that the report says, and nothing that it hides."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from export.html_page import Element, parsed

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.disclosure import Publisher
from dap_tui.errors import NotKnown
from dap_tui.export.html import to_html
from dap_tui.export.options import Options, View
from dap_tui.export.rows import columns_of, table_of
from dap_tui.export.wording import travel_text
from dap_tui.look import NO_FIGURE, STATUS
from dap_tui.reading.workspace import read_workspace

Assessed = Callable[..., tuple[Assessment, Assessor]]


def rows_of(root: Element) -> dict[str, list[str]]:
    """The rows of the tables of indicators, by title, without the letters of notes."""
    found: dict[str, list[str]] = {}
    for table in root.all("table"):
        if any(each.text == "Good is" for each in table.all("th")):
            for row in table.first("tbody").all("tr"):
                for letters in row.all("sup"):
                    letters.inside.clear()
                found[row.first("th").text] = [each.text for each in row.all("td", "th")]
    return found


@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
@pytest.mark.parametrize("last_year", [False, True])
def test_every_figure_of_the_reports_tables_is_there(assessed: Assessed, name: str, *, last_year: bool) -> None:
    assessment, assessor = assessed(name, "2013-14" if name == "rotherham" else None)
    options = Options(last_year=last_year)
    rows = rows_of(parsed(to_html(assessment, assessor, options)))
    columns = columns_of(assessment.period, assessment.positions, options)
    for row in table_of(assessment.positions, columns, options).rows:
        drawn = rows[" ".join(row.position.indicator.title.split())]
        cells = [each.text.replace(NO_FIGURE.shape, f"{NO_FIGURE.shape}no figure") for each in row.cells if each.text]
        assert [each for each in cells if each not in drawn] == []
        assert drawn[0].startswith(f"{STATUS[row.position.status].shape} {STATUS[row.position.status].word}")
        assert any(each.startswith(travel_text(row.position.travel)) for each in drawn)


def test_every_note_and_every_word_that_people_wrote_is_there(assessed: Assessed) -> None:
    assessment, assessor = assessed("barnsley")
    said = parsed(to_html(assessment, assessor, Options())).text
    columns = columns_of(assessment.period, assessment.positions, Options())
    notes = [note for _, note in table_of(assessment.positions, columns, Options()).notes]
    words = [section.text for section in assessment.sections] + [each.text for each in assessment.exceptions]
    terms = assessment.catalogue.glossary.values()
    for text in (*notes, *(line for each in words for line in (each or "").split("\n")), *terms):
        assert " ".join(text.removeprefix("- ").split()) in said


def test_the_tally_is_there_first_and_what_is_undecided_with_it(assessed: Assessed) -> None:
    assessment, assessor = assessed("barnsley")
    tally = next(each for each in parsed(to_html(assessment, assessor, Options())).all("ul") if "tally" in each.classes)
    shown = [each.text for each in tally.all("li")]
    assert shown[:3] == ["0 ■ red", "1 ▲ amber", "7 ● green"]
    assert shown[-1].endswith("undecided") == bool(assessment.undecided)


def test_chapters_stand_in_the_reports_order(assessed: Assessed) -> None:
    headings = [each.text for each in parsed(to_html(*assessed("barnsley"), Options())).all("h2")]
    assert headings == [
        "Contents", "About this report", "Summary", "1. IDAS: Domestic abuse service",
        "2. Cranstoun: Perpetrator programme – Inspire to Change", "3. South Yorkshire Police",
        "4. BSARCS: Ask the Question", "Against the targets", "Outlook for the year", "Exceptions", "Variation",
        *(["Action plan"] if assessed("barnsley")[0].actions else []), "How to read this report", "Glossary",
    ]  # fmt: skip


def test_small_numbers_unprotected_are_said_first_and_last(assessed: Assessed) -> None:
    for options in (Options(), Options(view=View.EXCEPTIONS), Options(indicators=("incidents",))):
        words = parsed(to_html(*assessed("cambridgeshire"), options)).first("body").text
        warning = "! Not for publication: counts from 1 to 4 are not hidden here, and can name people."
        assert words.removeprefix("Skip to the content").strip().startswith(warning)
        assert words.endswith(warning)
    assert "Not for publication" not in to_html(*assessed("barnsley"), Options())


def test_an_indicator_that_is_not_in_the_report_is_said_to_be_so(assessed: Assessed) -> None:
    with pytest.raises(NotKnown, match="no indicator 'idas'"):
        to_html(*assessed("barnsley"), Options(indicators=("idas",)))


CATALOGUE = """
[partnership]
name = "Anytown"
[defaults]
suppress_below = 5
[exceptions]
rules = ["off-target", "worsening"]
[[source]]
id = "s"
name = "Some"
[[indicator]]
id = "offences"
title = "Offences by ward"
source = "s"
unit = "count"
polarity = "lower"
breakdown = "Ward"
[[indicator]]
id = "small"
title = "Reviews"
source = "s"
unit = "count"
polarity = "monitor"
"""


def workspace(folder: Path, north: int, east: int) -> Path:
    for at, south in enumerate((30, 34, 29)):
        path = folder / f"returns/2023-24-Q{at + 1}/s.csv"
        path.parent.mkdir(parents=True)
        rows = f"offences,,{south + 5},\noffences,North,{north},\noffences,South,{south},\noffences,East,{east},\n"
        path.write_text(f"indicator,breakdown,value,note\n{rows}small,,2,\n", encoding="utf-8")
    (folder / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "options",
    [Options(), Options(last_year=True), Options(view=View.EXCEPTIONS), Options(indicators=("offences", "small"))],
    ids=["report", "last year", "board", "pages"],
)
def test_what_is_hidden_leaves_no_trace_in_the_bytes(tmp_path: Path, options: Options) -> None:
    """Two workspaces that differ only in hidden numbers give one and the same page: no mark of a chart tells them."""
    workspaces = [
        read_workspace(workspace(tmp_path / "a", north=1, east=4)),
        read_workspace(workspace(tmp_path / "b", north=3, east=2)),
    ]
    published = [Publisher(each, date(2024, 2, 1)) for each in workspaces]
    true = [Assessor(each, date(2024, 2, 1)) for each in workspaces]
    one, other = (to_html(each.assess(each.workspace.current), each, options) for each in published)
    assert one == other
    if options.view is View.REPORT:
        assert "[c]" in one
        assert len({to_html(each.assess(each.workspace.current), each, options) for each in true}) == 2

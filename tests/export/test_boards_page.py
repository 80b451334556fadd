"""The board's page names what is red, amber, held or not available, though nobody reports it."""

from collections.abc import Callable
from html import unescape

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.export.summary import missing_counted

Written = Callable[..., Assessor]

TARGET = 'unit = "count"; polarity = "higher"; tolerance = "10%"; target.always = { value = 100 }'
FILES = {
    "catalogue.toml": indicators(*(f"{name}; {TARGET}" for name in ("near", "far", "unknown")))
    + '\n[exceptions]\nrules = ["off-target"]\n',
    **quarters("2023-24-Q3", "near=95 far=20 unknown=[x]"),
    "returns/2023-24-Q3/narrative.toml": """
[[commentary]]
indicator = "far"
text = "Two posts are vacant."
[[exception]]
indicators = ["far"]
decision = "hold"
rules = ["off-target"]
text = "The posts are filled."
""",
}


@pytest.fixture
def pages(written: Written) -> list[str]:
    """The page in both formats, without its markup, as one line each."""
    assessor = written(FILES)
    assessment, options = assessor.assess(assessor.workspace.current), Options(view=View.EXCEPTIONS)
    markdown = to_markdown(assessment, assessor, options).replace("*", "").replace("\u00a0", " ")
    page = unescape(to_html(assessment, assessor, options)).split("<body", 1)[1]
    return [" ".join(each.split()) for each in (markdown, page)]


def test_red_and_amber_are_named_with_their_sentences(pages: list[str]) -> None:
    for page in pages:
        red, amber = "20 in Q3 2023/24. Target 100: missed by 80.", "95 in Q3 2023/24. Target 100: missed by 5"
        assert page.index(red) < page.index(amber)


def test_what_is_held_stands_there_with_its_reason(pages: list[str]) -> None:
    for page in pages:
        sign = page.index(">=</span> held" if "<b>" in page else "= held: far")
        assert sign < page.index("The posts are filled.")


def test_what_is_not_available_is_said_with_its_source(pages: list[str]) -> None:
    for page in pages:
        said = "1 indicator has no figure for the period (no data, with a target); not available: Some (1)."
        assert said in page


def test_what_has_no_figure_is_told_from_what_the_tally_calls_no_data(written: Written) -> None:
    aimed = "target.always = { value = 8 }"
    catalogue = indicators(
        *(f'{each}; unit = "count"; polarity = "higher"; {aimed}' for each in "ab"), 'c; unit = "count"'
    )
    assessor = written({"catalogue.toml": catalogue} | quarters("2023-24-Q1", "a=[x] c=[x] b=9"))
    said = missing_counted(assessor.assess(assessor.workspace.period(None)))
    assert said is not None
    assert said.startswith(
        "2 indicators have no figure for the period (1 no data, with a target; 1 data only, without one);"
    )


@pytest.mark.parametrize(
    ("period", "returns", "kinds"),
    [
        (
            "2022-23-Q3",
            ["here=8 away=[x] secret=[c] beside=[z] parts=8"],
            "not returned: Some (1); not available: Some (1); hidden: 1; not applicable: 1",
        ),
        (
            "2022-23-Q3",
            ["here=8 away=8 secret=8 beside=8 silent=8 parts/North=[x]"],
            "returned without a total: Some (1)",
        ),
        (
            "2022-23",
            ["here=8 away=8 parts=8 silent=8", "here=8 away=[x] parts=8"] + ["here=8 away=8 parts=8"] * 2,
            "not returned: Some (2); not all quarters returned: Some (1); a quarter without a figure: Some (1)",
        ),
    ],
)
def test_whatever_has_no_figure_is_counted_by_its_kind(
    written: Written, period: str, returns: list[str], kinds: str
) -> None:
    names = ("here", "away", "secret", "beside", "parts", "silent")
    files = {"catalogue.toml": indicators(*(f'{each}; unit = "count"' for each in names))}
    assessor = written(files | quarters(period if "Q" in period else f"{period}-Q1", *returns))
    said = missing_counted(assessor.assess(assessor.workspace.period(period)))
    assert said is not None
    assert said.split("; ", 1)[1] == f"{kinds}."


def test_each_status_of_the_key_reads_alone(pages: list[str]) -> None:
    for page in pages:
        assert "■ short of the target by more than 10%; ▲ short by up to 10%" in page


def test_a_page_of_a_few_chapters_has_no_contents(pages: list[str]) -> None:
    assert ">Contents<" not in pages[1]


def test_what_nobody_decided_on_stands_there_with_its_figure(written: Written) -> None:
    worse = {"catalogue.toml": indicators('worse; unit = "count"; polarity = "lower"')}
    assessor = written(worse | quarters("2023-24-Q2", "worse=5", "worse=8"))
    text = to_markdown(assessor.assess(assessor.workspace.current), assessor, Options(view=View.EXCEPTIONS))
    assert "- **worse**: 8 in Q3 2023/24, up 3 (60.0%) on Q2, a worsening." in text


def test_what_awaits_a_decision_is_the_first_thing_that_is_asked(pages: list[str], written: Written) -> None:
    for page in pages:
        assert "For decision" not in page
    assessor = written(FILES | {"returns/2023-24-Q3/narrative.toml": ""})
    assessment, options = assessor.assess(assessor.workspace.current), Options(view=View.EXCEPTIONS)
    for text in (to_markdown(assessment, assessor, options), to_html(assessment, assessor, options).split("<body")[1]):
        asked = text.index("For decision: exceptions that nobody has decided on")
        assert asked < text.index("20 is 80 below the target of 100.") < text.index("For the board")


PUBLISHED = """format = 1
period = "2023-24-Q2"
published = 2023-11-14
"""


def test_what_was_revised_since_it_was_published_is_said_in_a_line(pages: list[str], written: Written) -> None:
    for page in pages:
        assert "Changed since it was published" not in page
    told = "".join(f'[[indicator]]\nid = "{each}"\nvalue = 4\n' for each in "abcde")
    catalogue = indicators(*(f'{each}; unit = "count"' for each in "abcde"))
    files = quarters("2023-24-Q2", "a=1 b=2 c=4 d=5 e=6", "a=1 b=2 c=3 d=4 e=5")
    assessor = written({"catalogue.toml": catalogue, "returns/2023-24-Q2/published.toml": PUBLISHED + told, **files})
    assessment, options = assessor.assess(assessor.workspace.current), Options(view=View.EXCEPTIONS)
    first = "Changed since it was published: a: 1 in Q2 2023/24 (published as 4 on 14 November 2023); b: 2 in Q2"
    for write in (to_markdown, to_html):
        assert first in write(assessment, assessor, options)
        assert "; and 1 more." in write(assessment, assessor, options)
        assert "e: 6 in Q2 2023/24 (published as 4 on 14 November 2023)." in write(assessment, assessor, Options())


STEADY = [f"a={each}" for each in (30, 31, 29, 28, 33, 30, 31, 32, 29, 30, 31, 29, 30, 31, 90)]


def test_limits_that_the_page_names_are_explained_there(written: Written) -> None:
    assessor = written(
        {"catalogue.toml": indicators('a; unit = "count"; polarity = "lower"')} | quarters("2020-21-Q1", *STEADY)
    )
    pages = Options(view=View.EXCEPTIONS), Options(), Options(indicators=("a",))
    for quarter, is_told in (("2021-22-Q4", False), ("2023-24-Q3", True)):
        assessment = assessor.assess(assessor.workspace.period(quarter))
        for options in pages:
            for write in (to_markdown, to_html):
                text = write(assessment, assessor, options)
                assert ("2.66 times the mean moving range to either side" in text) is is_told


TWO_REASONS = """
[[exception]]
indicators = ["far"]
decision = "report"
rules = ["off-target"]
text = "Two posts are vacant."
"""


def test_an_indicator_with_one_exception_reported_and_one_undecided_is_counted_with_both(written: Written) -> None:
    catalogue = indicators(f"far; {TARGET}") + '\n[exceptions]\nrules = ["off-target", "worsening"]\n'
    files = {"catalogue.toml": catalogue, "returns/2023-24-Q3/narrative.toml": TWO_REASONS}
    assessor = written(files | quarters("2023-24-Q2", "far=30", "far=20"))
    text = to_markdown(assessor.assess(assessor.workspace.current), assessor, Options(view=View.EXCEPTIONS))
    assert "Exceptions: 1 indicator for the board, 0 held, 1 undecided." in text

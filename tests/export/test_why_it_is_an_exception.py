"""Why an indicator is an exception stands under it in every report, whatever was decided on it."""

from collections.abc import Callable
from html import unescape

import pytest
from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options, View
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]

FILES = {
    "catalogue.toml": indicators(
        'people; unit = "count"; polarity = "higher"; limit.max = 188; target.always = { value = 200, per = "year" }'
    )
    + '\n[exceptions]\nrules = ["worsening", "over-limit"]\n',
    **quarters("2023-24-Q2", "people=255", "people=263"),
}
REASON = "263 is above the limit of 188."


def decided(decision: str, rules: str) -> str:
    return f"""
[[exception]]
indicators = ["people"]
decision = "{decision}"
rules = [{rules}]
text = "We know of it."
"""


def reports(assessor: Assessor) -> dict[str, str]:
    """Every report of the quarter as one line each; the page for the board holds what is held as well."""
    assessment = assessor.assess(assessor.workspace.current)
    written = {"terminal": show_tables(assessment, assessor, Terminal(100), Options())}
    for view in View:
        written[f"markdown {view}"] = to_markdown(assessment, assessor, Options(view=view))
        written[f"html {view}"] = unescape(to_html(assessment, assessor, Options(view=view)))
    return {name: " ".join(text.split()) for name, text in written.items()}


@pytest.mark.parametrize("decision", ["report", None])
def test_the_reason_stands_there_before_a_decision_and_after(written: Written, decision: str | None) -> None:
    said = decided(decision, '"over-limit"') if decision else ""
    for name, text in reports(written(FILES | {"returns/2023-24-Q3/narrative.toml": said})).items():
        assert REASON in text, name


def test_why_it_was_raised_stands_beside_what_is_held(written: Written) -> None:
    found = reports(written(FILES | {"returns/2023-24-Q3/narrative.toml": decided("hold", '"over-limit"')}))
    for name in ("terminal", "markdown report", "html report"):
        assert REASON in found[name], name


def test_what_the_sentence_says_is_not_said_twice(written: Written) -> None:
    worse = FILES | quarters("2023-24-Q2", "people=271", "people=263")
    said = decided("report", '"worsening", "over-limit"')
    for name, text in reports(written(worse | {"returns/2023-24-Q3/narrative.toml": said})).items():
        figures = "" if "exceptions" in name else " 263 in Q3 2023/24, down 8 (3.0%) on Q2, a worsening."
        assert f"{REASON}{figures}" in text, name
        assert "Down 8" not in text, name


def test_what_people_raised_has_no_reason_but_theirs(written: Written) -> None:
    for name, text in reports(written(FILES | {"returns/2023-24-Q3/narrative.toml": decided("report", "")})).items():
        assert "raised by the partnership" in text.casefold(), name
        assert "Raised by the partnership." not in text, name

"""The glossary's terms stand with the indicators whose words have them, and at the end of the tables."""

from collections.abc import Callable
from html import unescape

from small import indicators, quarters

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.markdown import to_markdown
from dap_tui.export.options import Options
from dap_tui.show.indicator import show_indicators
from dap_tui.show.tables import show_tables
from dap_tui.show.terminal import Terminal

Written = Callable[..., Assessor]

FILES = {
    "catalogue.toml": indicators('cases; unit = "count"; definition = "Cases heard at MARAC after a DASH."')
    + '\n[glossary]\nMARAC = "a conference"\nDASH = "a checklist"\nDAS = "another"\n',
    **quarters("2023-24-Q3", "cases=20"),
}


def test_an_indicators_page_has_the_terms_of_its_own_words(written: Written) -> None:
    assessor = written(FILES)
    assessment, asked = assessor.assess(assessor.workspace.current), Options(indicators=("cases",))
    shown = show_indicators(assessment, Terminal(100), asked)
    for text in (shown, to_markdown(assessment, assessor, asked), unescape(to_html(assessment, assessor, asked))):
        assert "a conference" in text
        assert "a checklist" in text
        assert "another" not in text


def test_the_tables_in_the_terminal_end_with_the_glossary(written: Written) -> None:
    assessor = written(FILES)
    text = show_tables(assessor.assess(assessor.workspace.current), assessor, Terminal(100), Options())
    assert [each.split() for each in text.split("Glossary")[1].splitlines()[2:]] == [
        ["MARAC", "a", "conference"],
        ["DASH", "a", "checklist"],
        ["DAS", "another"],
    ]

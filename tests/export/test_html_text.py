"""Text from files is text: whatever it holds, the page shows it, and is changed by none of it."""

from collections.abc import Callable

import pytest
from export.html_page import parsed

from dap_tui.assess.assessment import Assessor
from dap_tui.export.html import to_html
from dap_tui.export.html.markup import element, prose, text
from dap_tui.export.options import Options, View
from dap_tui.reading.text import folded, visible

Written = Callable[..., Assessor]

HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "&lt;b&gt; &amp;amp; &#60; &nbsp",
    "{{ 7*7 }} ${7*7} <%= 7 %>",
    "javascript:alert(1) https://example.org/ [x]",
]

CATALOGUE = """
[partnership]
name = {text}
reports_to = [{text}]
[glossary]
{text} = {text}
[[priority]]
id = "p"
title = {text}
text = {text}
aims = [{text}]
[[source]]
id = "s"
name = {text}
title = {text}
[[indicator]]
id = "i"
title = {text}
code = {text}
section = {text}
source = "s"
priorities = ["p"]
tags = [{text}]
unit = "count"
polarity = "higher"
breakdown = {text}
definition = {text}
note = {text}
limit = {{ max = 20, note = {text} }}
target = {{ always = {{ value = 10, note = {text} }} }}
benchmark = {{ always = {{ value = 12, label = {text} }} }}
[[action]]
id = "a"
title = {text}
owner = {text}
origin = {text}
aim = {text}
indicators = ["i"]
"""

NARRATIVE = """
[[exception]]
indicators = ["i"]
decision = "report"
text = {text}
[[commentary]]
indicator = "i"
text = {text}
where_we_are = {text}
[[section]]
heading = {text}
text = {text}
[[action]]
id = "a"
status = "late"
text = {text}
[[resolution]]
board = {text}
text = {text}
"""


def hostile(written: Written, words: str) -> Assessor:
    toml = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    cell = '"' + words.replace('"', '""') + '"'
    rows = [f"indicator,breakdown,value,note\ni,,{value},{cell}\ni,{cell},{value},{cell}\n" for value in (7, 9)]
    return written(
        {
            "catalogue.toml": CATALOGUE.format(text=toml),
            "returns/2023-24-Q1/s.csv": rows[0],
            "returns/2023-24-Q2/s.csv": rows[1],
            "returns/2023-24-Q2/narrative.toml": NARRATIVE.format(text=toml),
        }
    )


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "options",
    [Options(), Options(view=View.EXCEPTIONS), Options(indicators=("i",))],
    ids=["report", "board", "page"],
)
def test_hostile_words_are_seen_and_change_nothing(written: Written, words: str, options: Options) -> None:
    assessor, harmless = hostile(written, words), "plain words"
    page = to_html(assessor.assess(assessor.workspace.current), assessor, options)
    calm = hostile(written, harmless)
    expected = to_html(calm.assess(calm.workspace.current), calm, options)
    root = parsed(page)
    assert [each.name for each in root.all()] == [each.name for each in parsed(expected).all()]
    assert parsed(expected).text.count(harmless) == root.text.lower().count(words.lower()) > 3
    assert not [each for each in root.all("script", "img") or () if each]


def test_control_characters_are_written_out() -> None:
    assert text("a\x1b[1m\u202eb\x00") == r"a\x1b[1m\u202eb\x00"
    assert element("i", title="\x07") == r'<i title="\x07"></i>'


def test_an_attribute_cannot_be_left() -> None:
    assert element("i", title="\"'><b>") == '<i title="&quot;&#39;&gt;&lt;b&gt;"></i>'


def test_prose_has_paragraphs_and_bullets() -> None:
    assert prose("One\nline.\n\n- a\n- b\n  more\n\nLast <b>.") == [
        "<p>One line.</p>",
        "<ul>\n<li>a</li>\n<li>b more</li>\n</ul>",
        "<p>Last &lt;b&gt;.</p>",
    ]
    assert prose(None) == prose(" \n\n ") == []


def test_what_is_read_back_is_what_was_written() -> None:
    for words in HOSTILE:
        assert parsed(f"<p>{text(words)}</p>").text == visible(folded(words))

"""The page as a browser and a screen reader take it: closed, named, in order, and complete in itself."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from export.html_page import Element, parsed

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.export.html import to_html
from dap_tui.export.options import By, Options, View

Assessed = Callable[..., tuple[Assessment, Assessor]]

PAGES = {
    "barnsley": ("barnsley", None, Options()),
    "barnsley by priority": ("barnsley", None, Options(by=By.PRIORITY)),
    "barnsley's board": ("barnsley", None, Options(view=View.EXCEPTIONS)),
    "two indicators": ("barnsley", None, Options(indicators=("idas-marac-repeat", "syp-crime"))),
    "cambridgeshire with last year": ("cambridgeshire", None, Options(last_year=True)),
    "cambridgeshire by tag": ("cambridgeshire", None, Options(by=By.TAG)),
    "cambridgeshire's year": ("cambridgeshire", "2013-14", Options()),
    "rotherham's year": ("rotherham", "2013-14", Options()),
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, assessed: Assessed) -> str:
    name, period, options = PAGES[request.param]
    assessment, assessor = assessed(name, period)
    return to_html(assessment, assessor, options)


def test_every_element_is_closed_and_the_page_says_its_language(page: str) -> None:
    root = parsed(page)
    assert root.first("html").attributes == {"lang": "en-GB"}
    assert root.first("title").text
    assert page.startswith("<!doctype html>\n")


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(page: str) -> None:
    root = parsed(page)
    for element in root.all():
        assert element.name not in {"script", "link", "img", "iframe", "object", "base", "form", "image", "use"}
        for name, value in element.attributes.items():
            assert name not in {"src", "srcset", "style", "xlink:href", "action"}
            assert not name.startswith("on")
            assert name != "href" or value.startswith("#")
    style = next(each for each in root.first("style").inside if isinstance(each, str))
    assert not re.search(r"url\(|@import|@font-face|https?:|//", style)


def test_headings_are_in_order(page: str) -> None:
    levels = [int(each.name[1]) for each in parsed(page).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_anchors_are_unique_and_every_link_leads_somewhere(page: str) -> None:
    root = parsed(page)
    names = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(names) == len(set(names))
    for element in root.all():
        for attribute in ("href", "aria-labelledby", "aria-describedby"):
            for target in element.attributes.get(attribute, "").split():
                assert target.removeprefix("#") in names


def test_every_table_has_a_caption_and_headings_with_a_scope(page: str) -> None:
    for table in parsed(page).all("table"):
        assert table.first("caption").text
        width = len([*table.first("thead").all("th")])
        assert all(each.attributes["scope"] == "col" for each in table.first("thead").all("th"))
        assert all(each.text for each in table.first("thead").all("th"))
        for row in table.first("tbody").all("tr"):
            cells = [each for each in row.inside if isinstance(each, Element)]
            assert len(cells) == width
            assert [each.attributes["scope"] for each in row.all("th")] == ["row"]


def test_what_may_scroll_can_have_the_focus_and_has_a_name(page: str) -> None:
    for frame in (each for each in parsed(page).all("div") if "frame" in each.classes):
        assert frame.attributes["tabindex"] == "0"
        assert frame.attributes["role"] == "group"
        assert frame.attributes.get("aria-labelledby") or frame.attributes.get("aria-label")


def test_a_drawing_is_told_in_words_or_stands_beside_them(page: str) -> None:
    for drawing in parsed(page).all("svg"):
        if drawing.attributes.get("aria-hidden") == "true":
            assert "role" not in drawing.attributes
        else:
            assert drawing.attributes["role"] == "img"
            assert drawing.first("title").text
            assert "chart" not in drawing.classes or drawing.first("desc").text


def test_no_status_is_said_by_colour_or_shape_alone(page: str) -> None:
    for sign in (each for each in parsed(page).all("span") if each.classes & {"status", "decision"}):
        shape = sign.first("span")
        assert shape.attributes["aria-hidden"] == "true"
        assert sign.text.removeprefix(shape.text).strip()


def test_every_note_is_led_to_and_leads_back(page: str) -> None:
    root = parsed(page)
    links = [each.attributes["href"] for each in root.all("a")]
    for notes in (each for each in root.all("ul") if "notes" in each.classes):
        for note in notes.all("li"):
            assert f"#{note.attributes['id']}" in links
            assert note.first("a").attributes["href"] == f"#{note.attributes['id']}-from"


def test_the_same_workspace_gives_the_same_bytes(assessed: Assessed) -> None:
    assert to_html(*assessed("barnsley"), Options()) == to_html(*assessed("barnsley"), Options())

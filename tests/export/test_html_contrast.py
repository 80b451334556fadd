"""Contrast by WCAG 2.2 AA, measured: 4.5 to 1 for words, 3 to 1 for what a drawing says, on both palettes.

axe-core leaves words in a drawing and single signs undecided; here they are worked out from the style itself.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dap_tui.export import html
from dap_tui.look import DARK, LIGHT

STYLE = (Path(html.__file__).parent / "page.css").read_text(encoding="utf-8")
PALETTES = {"dark": DARK, "light": LIGHT}
DECORATION = {"rule", "band", "band2"}
"""Hairlines, and grounds whose edges are drawn and whose bounds stand in words."""


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rules() -> Iterator[tuple[str, str, str]]:
    """Selector, property and token of the palette of everything that the style colours."""
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)):
        for name, token in re.findall(r"([a-z-]+):[^;]*?var\(--([a-z0-9]+)\)", body):
            yield " ".join(selectors.split()), name, token


def is_words(selector: str, name: str) -> bool:
    return name == "color" or (name == "fill" and (".chart text" in selector or selector.startswith(".chart .")))


WORDS = sorted({token for selector, name, token in rules() if is_words(selector, name)})
DRAWN = sorted(
    {
        token
        for selector, name, token in rules()
        if not is_words(selector, name) and name in {"fill", "stroke", "background", "border", "outline"}
    }
    - DECORATION
    - {"bg"}
)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_style_is_read() -> None:
    assert {"text", "soft", "quiet", "red", "amber", "green", "accent"} <= set(WORDS)
    assert {"line", "spark", "quiet", "text", "amber", "green", "red"} <= set(DRAWN)
    assert "faint" not in WORDS


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("token", WORDS)
def test_words_can_be_read_on_the_page(token: str, palette: str) -> None:
    colours = PALETTES[palette]
    assert contrast(colours[token], colours["bg"]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("token", ["text", "soft"])
def test_a_charts_figures_can_be_read_on_the_band_of_its_target_too(token: str, palette: str) -> None:
    colours: Mapping[str, str] = PALETTES[palette]
    assert contrast(colours[token], colours["band"]) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("token", DRAWN)
def test_what_a_drawing_says_can_be_seen(token: str, palette: str) -> None:
    colours = PALETTES[palette]
    assert contrast(colours[token], colours["bg"]) >= 3


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(
    ("token", "ground"), [("line", "band"), ("quiet", "band"), ("line", "band2"), ("text", "band2")]
)
def test_lines_can_be_seen_on_the_grounds_they_cross(token: str, ground: str, palette: str) -> None:
    colours: Mapping[str, str] = PALETTES[palette]
    assert contrast(colours[token], colours[ground]) >= 3


@pytest.mark.parametrize("selector", [".edge", ".range"])
def test_a_target_range_has_an_edge_that_can_be_seen(selector: str) -> None:
    strokes = [token for at, name, token in rules() if at == selector and name == "stroke"]
    assert strokes
    for colours in PALETTES.values():
        assert all(contrast(colours[token], colours["bg"]) >= 3 for token in strokes)

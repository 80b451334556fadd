"""The chart in letters: for the terminal, for a report in Markdown, in ASCII."""

from collections.abc import Callable

import pytest
from made import between, indicator, position, quarters_from, value

from dap_tui.assess.assessment import Assessment, Assessor
from dap_tui.catalogue import Indicator, VariationSettings
from dap_tui.export.plot import Frame, Letters, plot
from dap_tui.export.series import series_of


def drawn(
    *figures: object, of: Indicator | None = None, letters: Letters = Letters.ASCII, width: int = 24, height: int = 6
) -> list[str]:
    series = quarters_from("2023-24-Q1", *figures)
    lines = plot(series_of(position(max(series).id, of or indicator(), series)), Frame(width, height, letters))
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_a_chart_has_its_points_its_line_its_figures_and_the_ends_of_its_scale() -> None:
    assert drawn(0, 10, 5) == [
        "            10",
        "10         ..o...",
        "         ...    .....",
        "        ..          ..o",
        "    0 ..              5",
        " 0  o.",
        "   Q1       Q2       Q3",
        "   2023/24",
    ]


def test_nothing_joins_across_a_missing_figure() -> None:
    text = "".join(drawn(0, "[x]", 10))
    assert "." not in text
    assert text.count("o") == 2


def test_a_target_lies_where_it_held_and_is_named_at_the_right() -> None:
    lines = drawn(0, 10, of=indicator(targets=value(5)), letters=Letters.BRAILLE, width=34)
    named = next(each for each in lines if each.endswith("  target 5"))
    assert "───" in named


def test_a_range_has_two_lines_and_its_words_between_them() -> None:
    lines = drawn(26, 28, 30, of=indicator("percent", targets=between(28, 40)), width=60, height=10)
    ruled = [at for at, each in enumerate(lines) if "____" in each]
    named = next(at for at, each in enumerate(lines) if "target 28–40%" in each)
    assert len(ruled) == 2
    assert ruled[0] < named < ruled[1]


def test_a_special_cause_stands_out() -> None:
    text = "\n".join(drawn(*[10, 11] * 7, 40, width=70, height=12, letters=Letters.PLAIN))
    assert VariationSettings().points <= 15
    assert "◇" in text
    assert "mean " in text


@pytest.mark.parametrize("letters", Letters)
@pytest.mark.parametrize("width", [20, 40, 76])
@pytest.mark.parametrize("count", [2, 5, 24])
def test_it_fits_its_width_with_any_number_of_points(letters: Letters, width: int, count: int) -> None:
    lines = drawn(*range(1000, 1000 + count), letters=letters, width=width, of=indicator(targets=value(1003)))
    assert max(map(len, lines)) <= width


def test_a_report_has_only_letters_that_a_word_processors_font_of_one_width_has() -> None:
    """Those of WGL4, which Word's and LibreOffice's have."""
    of = indicator("percent", targets=between(28, 40))
    text = "\n".join(drawn(26, 28, 30, "[x]", 31, of=of, letters=Letters.PLAIN, width=76, height=12))
    assert {each for each in text if not each.isascii()} <= {"·", "─", "●", "–"}


def test_one_figure_makes_no_chart() -> None:
    assert drawn(5) == []


def test_no_figure_stands_on_the_line_of_a_target(assessed: Callable[..., tuple[Assessment, Assessor]]) -> None:
    position = assessed("barnsley", "2023-24-Q3")[0].position["idas-marac-repeat"]
    drawn = plot(series_of(position), Frame(68, 12))
    across = [text for line in drawn if "───" in (text := "".join(said for said, _ in line))]
    assert len(across) == 2
    assert not any("26%─" in text for text in across)


@pytest.mark.parametrize("height", [6, 7, 8, 9, 12, 20])
@pytest.mark.parametrize(
    ("target", "figures"), [(30, (20, 25, 29, 31)), (20, ("19.5", 25, 29, 31)), (100, (101, 40, 99, 20))]
)
def test_a_point_that_is_past_a_target_is_not_drawn_on_its_line_nor_is_an_end_of_the_scale_named_there(
    height: int, target: int, figures: tuple[object, ...]
) -> None:
    lines = drawn(*figures, of=indicator(targets=value(target)), width=60, height=height)
    (ruled,) = (line for line in lines if "___" in line)
    assert "o" not in ruled.partition("  target")[0]
    assert ruled.startswith("  ")


def test_a_point_that_meets_its_target_is_drawn_on_the_line() -> None:
    lines = drawn(20, 25, 30, of=indicator(targets=value(30)), width=60)
    assert "o" in next(line for line in lines if "___" in line)

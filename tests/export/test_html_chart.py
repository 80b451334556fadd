"""Charts: what is joined and what is not, shapes of special causes, targets where they held, and round scales."""

from decimal import Decimal

import pytest
from export.html_page import Element, parsed
from made import assess, between, indicator, position, quarters_from, value, years_from

from dap_tui.assess.position import Position
from dap_tui.catalogue import Limit, Target, VariationSettings
from dap_tui.export.html.chart.bars import bar, trend_line
from dap_tui.export.html.chart.figure import line_chart
from dap_tui.export.html.chart.scale import scale_of
from dap_tui.export.html.page import Page
from dap_tui.export.html.targets import against_target, distance
from dap_tui.export.options import Options
from dap_tui.export.series import series_of
from dap_tui.measure import Unit
from dap_tui.period import Year


def drawing(of: Position) -> Element:
    page = Page(assess(of.period.id, of.indicator, returned={of.indicator.id: {}}), Options())
    return parsed(line_chart(of, page))


def described(of: Position) -> str:
    return drawing(of).first("desc").text


def of_class(root: Element, name: str) -> list[Element]:
    return [each for each in root.all() if name in each.classes]


def test_a_line_has_a_gap_where_a_figure_is_missing_and_its_symbol_stands_there() -> None:
    chart = drawing(position("2023-24-Q2", indicator(), quarters_from("2022-23-Q1", 10, 12, "[x]", 11, 13, 12)))
    lines = of_class(chart, "series")
    assert [len(each.attributes["points"].split()) for each in lines] == [2, 3]
    assert [each.text for each in of_class(chart, "missing")] == ["[x]"]
    assert "1 quarter has no figure." in chart.first("desc").text


def test_a_figure_that_is_hidden_is_not_called_missing() -> None:
    words = described(position("2023-24-Q2", indicator(), quarters_from("2022-23-Q1", 10, 12, "[c]", 11, "[x]", 12)))
    assert "1 quarter has no figure. 1 quarter is hidden." in words


def test_two_figures_make_a_chart_and_one_does_not() -> None:
    assert drawing(position("2023-24-Q2", indicator(), quarters_from("2023-24-Q1", 1, 2))).all("svg")
    assert not [*drawing(position("2023-24-Q1", indicator(), quarters_from("2023-24-Q1", 1))).all()]


def test_a_chart_is_told_in_words() -> None:
    words = described(position("2023-24-Q3", indicator(targets=value(12)), quarters_from("2023-24-Q1", 10, 14, 13)))
    assert words == (
        "3 quarters from Q1 2023/24 to Q3 2023/24. Lowest 10 in Q1 2023/24, highest 14 in Q2 2023/24. Latest 13. "
        "Target 12. 13 in Q3 2023/24, down 1 (7.1%) on Q2, a worsening. Target 12: met."
    )


def test_a_target_is_drawn_where_it_held_and_not_before() -> None:
    targets = {Year(2022): value(10)[None], Year(2023): between(8, 20)[None]}
    series = series_of(
        position("2023-24-Q1", indicator(targets=targets), quarters_from("2021-22-Q4", 9, 9, 9, 9, 9, 9))
    )
    assert series is not None
    assert [(point.target, point.low, point.high) for point in series.points] == [
        (None, None, None), *[(Decimal(10), None, None)] * 4, (None, Decimal(8), Decimal(20)),
    ]  # fmt: skip


def test_special_causes_have_shapes_of_their_own_and_a_key() -> None:
    figures = [10, 11, 10, 12, 11, 10, 11, 12, 10, 11, 12, 11, 10, 30]
    for polarity, name, element, count in (
        ("lower", "concern", "polygon", 1),
        ("higher", "improvement", "polygon", 1),
        ("monitor", "neutral", "circle", 14),
    ):
        chart = drawing(
            position(
                "2023-24-Q2", indicator(polarity=polarity), quarters_from("2020-21-Q1", *figures),
                variation=VariationSettings(13),
            )
        )  # fmt: skip
        shapes = [each for each in of_class(chart, name) if each.name == element]
        assert len(shapes) == count
        assert "special cause" in next(each for each in chart.all("ul")).text
        assert len(of_class(chart, "limit")) + len(of_class(chart, "mean")) >= 2
        assert "outside the limits of ordinary variation" in chart.first("desc").text


def test_a_capacity_is_a_line_of_its_own() -> None:
    chart = drawing(position("2023-24-Q2", indicator(limit=Limit(max=Decimal(20))), quarters_from("2023-24-Q1", 9, 12)))
    assert len(of_class(chart, "room")) == 1
    assert "At most 20." in chart.first("desc").text


def test_years_are_the_points_where_there_are_no_quarters() -> None:
    series = series_of(position("2023-24", indicator(frequency="year"), years_from("2020-21", 4, 5, None, 6)))
    assert series is not None
    assert [point.shown for point in series.points] == ["4", "5", "", "6"]


def test_many_points_take_the_width_of_the_page() -> None:
    wide = drawing(position("2023-24-Q4", indicator(), quarters_from("2013-14-Q1", *range(10, 54))))
    assert of_class(wide, "wide")
    assert not of_class(drawing(position("2023-24-Q2", indicator(), quarters_from("2023-24-Q1", 1, 2))), "wide")


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ((26, 40), Unit.PERCENT, "25 30 35 40"),
        ((99, 100), Unit.PERCENT, "88 91 94 97 100"),
        ((1, 7), Unit.COUNT, "0 2 4 6 8"),
        ((6, 6), Unit.COUNT, "5 6 7"),
        ((1758, 1965), Unit.COUNT, "1700 1800 1900 2000"),
        ((-40, 60), Unit.COUNT, "-50 -25 0 25 50 75"),
        ((0, 0), Unit.COUNT, "0 1"),
    ],
)
def test_a_scale_has_round_values_and_no_percentage_beyond_100(values: tuple[int, int], unit: Unit, ticks: str) -> None:
    assert " ".join(map(str, scale_of(map(Decimal, values), unit, is_whole=True).ticks)) == ticks


def test_a_trend_line_is_for_the_eye_only_and_needs_three_figures() -> None:
    two = position("2023-24-Q2", indicator(), quarters_from("2023-24-Q1", 1, 2))
    assert trend_line(two) == ""
    three = position("2023-24-Q4", indicator(), quarters_from("2023-24-Q1", 1, 2, None, 4))
    drawn = parsed(trend_line(three)).first("svg")
    assert drawn.attributes["aria-hidden"] == "true"
    assert [len(each.attributes["points"].split()) for each in drawn.all("polyline")] == [2]


def test_bars_are_as_long_as_their_figures() -> None:
    widths = [parsed(bar(Decimal(each), Decimal(12))).first("rect").attributes["width"] for each in (12, 6, 3)]
    assert widths == ["120", "60", "30"]
    assert bar(None, Decimal(12)) == bar(Decimal(0), Decimal(12)) == ""


@pytest.mark.parametrize(
    ("figure", "polarity", "target", "words", "brief"),
    [
        (62, "higher", value(50), "12 points over", "12 pts over"),
        (49, "higher", value(50), "1 point short", "1 pt short"),
        (48.5, "lower", value(50), "1.5 points under", "1.5 pts under"),
        (20, "higher", between(28, 40), "8 points below", "8 pts below"),
        (4, "lower", value(0), "4 points over", "4 pts over"),
    ],
)
def test_a_percentage_is_points_from_its_target(
    figure: float, polarity: str, target: dict[Year | None, Target], words: str, brief: str
) -> None:
    rule = indicator("percent", polarity=polarity, targets=target)
    at = position("2023-24-Q1", rule, quarters_from("2023-24-Q1", figure))
    assert (distance(at), distance(at, brief=True)) == (words, brief)


@pytest.mark.parametrize(
    ("figure", "polarity", "target", "words"),
    [
        (9, "higher", value(8), "13% over"),
        (31, "higher", value(50), "38% short"),
        (15, "lower", value(20), "25% under"),
        (20, "lower", value(20), "on target"),
        (30, "lower", between(28, 40), "inside"),
        (20, "lower", between(28, 40), "29% below"),
        (3, "lower", value(0), "3 over"),
    ],
)
def test_a_bullet_is_told_in_words(figure: int, polarity: str, target: dict[Year | None, Target], words: str) -> None:
    at = position("2023-24-Q1", indicator(polarity=polarity, targets=target), quarters_from("2023-24-Q1", figure))
    assert distance(at) == words
    if words != "3 over":
        assert parsed(against_target(at)).first("figcaption").text.endswith(words)

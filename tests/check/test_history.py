"""Values against their own past: fractions, outliers, returns sent again. None may cry wolf."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import Check, codes, indicators, quarters

PERCENT = indicators('a; unit = "percent"')


@pytest.mark.parametrize(
    ("values", "finds"),
    [
        (("66", "62", "0.61"), ["VAL301 2023-24-Q3/s.csv:2:4"]),
        (("0.66", "61", "62"), ["VAL301 2023-24-Q1/s.csv:2:4"]),
        (("0.6", "0.5", "0.7"), []),
        (("2", "3", "0.8"), []),
        (("66", "62", "0"), []),
        (("66", "62", "1"), []),
        (("[x]", "[x]", "0.61"), []),
    ],
)
def test_a_fraction_stands_out_where_the_rest_are_percentages(
    checked: Check, values: tuple[str, ...], finds: list[str]
) -> None:
    files = quarters("2023-24-Q1", *(f"a={each}" for each in values))
    assert codes(checked(PERCENT, files)) == finds
    assert codes(checked(PERCENT, files, bulk_bytes=-1)) == finds


HIGHER = 'polarity = "higher"; target.always = { value = 80 }'
LOWER = 'polarity = "lower"; target.always = { value = 28 }'
BETWEEN = "target.always = { low = 28, high = 40 }"
BY_QUARTER = 'polarity = "higher"; target.always = { quarters = [0.5, 1, 2, 80] }'


@pytest.mark.parametrize(
    ("settings", "values", "found"),
    [
        (HIGHER, ("0.78",), [1]),
        (HIGHER, ("1",), [1]),
        (HIGHER, ("0.78", "0.8", "0.81"), [1, 2, 3]),
        (HIGHER, ("0.78", "0.8", "0.81", "0.7"), []),
        (HIGHER, ("2", "3", "0.8"), []),
        (HIGHER, ("0",), []),
        (HIGHER, ("1.2",), []),
        (LOWER, ("0.31",), [1]),
        (LOWER, ("1",), []),
        ('polarity = "lower"; target.always = { value = 4 }', ("0.3",), []),
        ('polarity = "lower"; target.always = { value = 5 }', ("0.9",), []),
        (BETWEEN, ("0.31",), [1]),
        ("target.always = { low = 0, high = 40 }", ("0.31",), []),
        ("target.always = { high = 40 }", ("0.31",), [1]),
        ('polarity = "higher"; target."2022-23" = { value = 80 }', ("0.78",), []),
        (BY_QUARTER, ("0.4", "0.9", "1", "0.9"), []),
        (BY_QUARTER, ("0.4", "[x]", "[x]", "0.9"), [4]),
        ('polarity = "higher"; target.always = "last-year"', ("0.78",), []),
    ],
)
def test_where_there_is_little_past_the_target_tells_a_fraction(
    checked: Check, settings: str, values: tuple[str, ...], found: list[int]
) -> None:
    """A figure that is not a tenth of it was not written as a percentage; enough of a past says otherwise."""
    catalogue = indicators(f'a; unit = "percent"; {settings}')
    files = quarters("2023-24-Q1", *(f"a={each}" for each in values))
    for bulk_bytes in (1_000_000, -1):
        said = [each for each in checked(catalogue, files, bulk_bytes=bulk_bytes) if each.code == "VAL301"]
        assert [int(each.place.file.split("-Q")[1][0]) for each in said] == found


def test_a_fraction_is_told_with_the_target_and_what_to_write(checked: Check) -> None:
    percent = indicators('a; unit = "percent"; polarity = "higher"; target.always = { value = 80 }')
    (found,) = checked(percent, quarters("2023-24-Q3", "a=0.78"))
    assert found.message == "0.78% is less than one in a hundred, and the target of 'a' is 80%"
    assert found.hint == "write 78%"
    (found,) = checked(percent, quarters("2023-24-Q3", "a=1"))
    assert found.message == "1% is one in a hundred, and the target of 'a' is 80%"
    assert found.hint == "write 100%"


def of(unit: str, values: tuple[object, ...], **settings: str) -> tuple[str, dict[str, str]]:
    more = "".join(f"; {key} = {value}" for key, value in settings.items())
    catalogue = indicators(f'a; unit = "{unit}"{more}')
    start, quarter = divmod(2023 * 4 + 3 - len(values), 4)
    first = f"{start}-{(start + 1) % 100:02}-Q{quarter + 1}"
    return catalogue, quarters(first, *(f"a={each}" for each in values))


STEADY = (441, 437, 452, 460, 431, 448, 455, 439)


@pytest.mark.parametrize(
    ("unit", "values"),
    [
        ("count", (*STEADY, 4480)),
        ("count", (*STEADY, 45)),
        ("count", (4480, *STEADY)),
        ("count", (0, 0, 0, 0, 0, 0, 0, 0, 9)),
        ("percent", (98, 100, 97, 99, 100, 98, 99, 97, 12)),
        ("pounds", (1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 10000)),
        ("days", (12, 14, 11, 13, 12, 15, 12, 13, 130)),
    ],
)
def test_a_slip_of_the_keyboard_is_far_outside(checked: Check, unit: str, values: tuple[int, ...]) -> None:
    assert [each.code for each in checked(*of(unit, values))] == ["VAL302"]
    assert [each.code for each in checked(*of(unit, values), bulk_bytes=-1)] == ["VAL302"]


@pytest.mark.parametrize(
    ("unit", "values"),
    [
        ("count", (*STEADY[:7], 4480)),
        ("count", (*STEADY, 520)),
        ("count", (0, 1, 0, 0, 2, 0, 1, 0, 5)),
        ("count", (8, 8, 8, 8, 8, 8, 8, 8, 12)),
        ("count", (100, 130, 160, 190, 220, 250, 280, 310, 340)),
        ("percent", (100, 100, 100, 100, 100, 100, 100, 100, 99)),
        ("percent", (100, 100, 100, 100, 100, 100, 100, 100, 75)),
        ("count", (400, 500, 450, 700, 410, 510, 440, 720, 405)),
    ],
)
def test_few_points_small_numbers_trends_and_seasons_are_not(
    checked: Check, unit: str, values: tuple[int, ...]
) -> None:
    assert checked(*of(unit, values)) == ()


def test_a_new_level_is_not_far_outside_once_it_has_stayed_or_was_marked(checked: Check) -> None:
    assert checked(*of("count", (*STEADY, *(each * 10 for each in STEADY)))) == ()
    assert checked(*of("count", (*STEADY, "4480[b]"))) == ()
    assert checked(*of("count", (*STEADY, 4480), rebase='["2023-24-Q3"]')) == ()
    assert checked(*of("count", (*STEADY, 4480, "[x]", "[x]"), rebase='["2023-24"]')) == ()


def test_of_a_running_total_the_quarters_own_figures_are_compared(checked: Check) -> None:
    running = tuple(10 * (at % 4 + 1) + at % 3 for at in range(2, 15))
    assert checked(*of("count", (*running[:-1], 3), reported='"year-to-date"'))[0].code == "SUM201"
    assert checked(*of("count", running, reported='"year-to-date"')) == ()


def test_a_value_that_cannot_be_is_not_also_far_outside(checked: Check) -> None:
    found = checked(*of("percent", (41, 43, 40, 42, 41, 44, 42, 43, 430)))
    assert [each.code for each in found] == ["VAL201"]


plain = st.sampled_from(["0", "0.4", "1", "2", "9", "40", "41", "42.5", "60", "90", "400"])
usual = st.sampled_from(["40", "41", "42.5"])
odd = st.sampled_from(["41", "[x]", "41[b]"])


@given(
    st.sampled_from(["count", "percent", "rate"]),
    st.tuples(*[plain, *[usual] * 8, st.one_of(plain, odd)]),
    st.sampled_from([{}, {}, {"rebase": '["2023-24-Q1"]'}, {"reported": '"year-to-date"'}]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_stands_out_of_many_rows_as_of_few(
    checked: Check, unit: str, values: tuple[str, ...], more: dict[str, str]
) -> None:
    """The bulk tells of most series by their floats alone that nothing stands out."""
    files = of(unit, values, **more)
    assert checked(*files, bulk_bytes=-1) == checked(*files)


def test_ordinary_variation_is_left_alone(checked: Check) -> None:
    """Forty quarters of a hundred indicators, small and large: chance alone finds next to nothing."""
    chance = Random(4)  # noqa: S311 # figures, not secrets
    levels = [chance.choice([1, 3, 8, 30, 120, 1500]) for _ in range(100)]
    catalogue = indicators(*(f'i{number}; unit = "count"' for number in range(100)))
    rows = [
        " ".join(
            f"i{at}={max(0, round(chance.gauss(mu, (mu + (mu / 12) ** 2) ** 0.5)))}" for at, mu in enumerate(levels)
        )
        for _ in range(40)
    ]
    assert len(checked(catalogue, quarters("2013-14-Q4", *rows))) <= 1


FIVE = indicators(*(f'{name}; unit = "percent"' for name in "abcde"))


@pytest.mark.parametrize(
    ("before", "now", "finds"),
    [
        ("a=1 b=2 c=3 d=4 e=5", "a=1 b=2 c=3 d=4 e=5", True),
        ("a=1 b=2 c=3 d=4 e=5", "a=1 b=2 c=3 d=4 e=6", False),
        ("a=1 b=2 c=3 d=4 e=5", "a=1 b=2 c=3 d=4 e=[x]", False),
        ("a=1 b=2 c=3 d=4 e=[x]", "a=1 b=2 c=3 d=4 e=5", False),
        ("a=100 b=100 c=0 d=0 e=100", "a=100 b=100 c=0 d=0 e=100", False),
        ("a=1 b=2 c=3 d=[z] e=5 a/N=7", "a=1 b=2 c=3 d=[z] e=5 a/N=7", True),
        ("a=1 b=2 c=3 d=4 e=5 a/N=7", "a=1 b=2 c=3 d=4 e=5 a/N=8", False),
    ],
)
def test_a_return_of_five_unchanged_numbers_was_sent_again(checked: Check, before: str, now: str, finds: bool) -> None:
    found = codes(checked(FIVE, quarters("2023-24-Q2", before, now)))
    assert found == (["VAL303 2023-24-Q3/s.csv:1:1"] if finds else [])


def test_the_quarter_before_is_the_one_next_to_it(checked: Check) -> None:
    row = "a=1 b=2 c=3 d=4 e=5"
    found = checked(
        FIVE.replace('"Anytown"', '"Anytown"\nlast_period = "2023-24-Q1"'), quarters("2023-24-Q1", row, None, row)
    )
    assert [each.code for each in found] == []

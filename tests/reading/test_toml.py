"""TOML files: faults in words, exact numbers, bombs refused at once, and the place of every value."""

from __future__ import annotations

import time
import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dap_tui.reading.toml_places import Places
from dap_tui.reading.toml_text import NotToml, load_toml

FAULTS = [
    ('a = 1\ntitle = "A\nb = 2\n', (2, 9), "not closed by a quote"),
    ("a = 1\ntext = 'A\n", (2, 8), "single quotes is not closed"),
    ("title = A title\n", (1, 9), "double quotes"),
    ("title\n", (1, 6), "'=' is missing"),
    ("b = 0\na = 1\n  a = 2\n", (3, 3), "second time (first in line 2)"),
    ("[a]\nx = 1\n[b]\n[a]\n", (4, 1), "second time (first in line 1)"),
    ("[source]\n[source]\n", (2, 1), "[[indicator]]"),
    ('[a]\nx = 1\n[b]\nx = 1\n"x" = 2\n', (5, 1), "second time;"),
    ("last_period = 2023-24-Q3\n", (1, 19), '"2023-24-Q3"'),
    ("from = 2023-24\n", (1, 12), "double quotes"),
    ("target = { low = 28%, high = 40 }\n", (1, 20), "without the %"),
    ('a = """one\nb = """two"""\n', (2, 8), "further up is not closed"),
    ("a = [1, 2\nb = 3\n", (2, 1), "not closed"),
    ("a = 1 b = 2\n", (1, 7), "more on this line"),
    ("title = \u201cA\u201d\n", (1, 9), "curly quote"),
    ('a = "x\\y"\n', (1, 9), "'\\'"),
    ("<<<<<<< HEAD\na = 1\n=======\n", (1, 1), "merge"),
    ("a = 2023-02-30\n", (1, 5), "no such day"),
    ("a = '''open\n\nb = 1\n", (1, 5), "not closed"),
    ('a = """one"""\nb = """open\n\nc = 1\n', (2, 5), "not closed"),
    ("[indicator]\na = 1\n[[indicator]]\nb = 1\n", (1, 1), "double brackets: [[indicator]], as in line 3"),
    ("[[indicators]]\na = 1\n [indicator.target]\n[[indicator]]\n", (3, 2), "under no [[indicator]]"),
    ("[[[indicator]]]\n", (1, 3), "one bracket or two"),
    ("a = 1\nname: x\n", (2, 5), "with = and not :"),
    ("// words\na = 1\n", (1, 1), "a comment begins with #"),
    ("a = {\n b = 1\n}\n", (1, 6), "braces stands on one line"),
    ('target."2023-24" = £8\n', (1, 20), "a number alone"),
    ("due = 31/03/2024\n", (1, 9), "2024-03-31"),
    ("due = 2024-13-01\n", (1, 11), "2024-03-31"),
    ("tolerance = 10%\n", (1, 15), '"10%"'),
    ("value = 1,000\n", (1, 10), "no comma"),
    ("screen = True\n", (1, 10), "small letters"),
    ("value = .5\n", (1, 9), "both sides"),
    ("value = £5\n", (1, 9), "a number alone"),
    ("value\u00a0= 5\n", (1, 6), "type it anew"),
    ("value =\u00a05\n", (1, 8), "type it anew"),
    ('note = "10%" x\n', (1, 14), "more on this line"),
]


@pytest.mark.parametrize(("text", "place", "words"), FAULTS)
def test_a_fault_is_said_in_words_at_its_place(text: str, place: tuple[int, int], words: str) -> None:
    """Line and column from 1, and what to do."""
    with pytest.raises(NotToml) as caught:
        load_toml(text.encode())
    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message


BOMBS = [
    "a = " + "[" * 50_000,
    "a = " + "{b=" * 50_000,
    ".".join(["a"] * 20_000) + " = 1",
    "[" + ".".join(["a"] * 20_000) + "]",
    "x = { " + " . ".join(["'a'"] * 20_000) + " = 1 }",
    "a = " + "9" * 100_000,
    "a = 1e99999999999999999999",
]


@pytest.mark.parametrize("text", BOMBS, ids=range(len(BOMBS)))
def test_bombs_end_at_once(text: str) -> None:
    """Deep nesting, a long dotted key, numbers without measure."""
    start = time.perf_counter()
    refused_at, number = line_or_number(text)
    assert refused_at == 1 or not number.is_finite()
    assert time.perf_counter() - start < 5


def line_or_number(text: str) -> tuple[int, Decimal]:
    """The line at which a text is refused, or 0 and the number that stands under `a`."""
    try:
        return 0, load_toml(text.encode()).data["a"]
    except NotToml as error:
        return error.line, Decimal(0)


def test_text_with_many_full_stops_is_no_bomb() -> None:
    """Prose is not a key."""
    text = "One sentence. " * 100
    assert load_toml(f'a = "{text}"\n'.encode()).data == {"a": text}


def test_encodings() -> None:
    """A byte-order mark is read past; other encodings are refused where they show."""
    assert load_toml(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n").data == {"a": 1, "b": 2}
    with pytest.raises(NotToml):
        load_toml("a = 1".encode("utf-16"))
    with pytest.raises(NotToml) as caught:
        load_toml(b'a = 1\nb = "caf\xe9"\n')
    assert (caught.value.line, caught.value.column) == (2, 9)


def test_numbers_are_exact() -> None:
    """A decimal stays what was written; nan and inf are not numbers."""
    data = load_toml(b"a = 30.10\nb = nan\nc = inf\nd = 1e400\n").data
    assert str(data["a"]) == "30.10"
    assert all(data[key].is_nan() for key in "bcd")


TRAPS = '''\
# a comment [with] = "brackets"
title = "a \\" quote # no comment" # one
"quoted key" = 1
'sin.gle' . part = 2
long = """
[[not]]
a = "x" """"
four = """ends in a quote""""
five = """ends in two"""""
literal = \'\'\'
it's \'\'\'\'
when = 2024-03-31 10:00:00Z
list = [ # why
  "one", # because
  [1, 2],
  { a = 1, b = { c = [3] } },
]
[[x]]
y = 1
[x.sub]
z = 2
[[x]]
[[x.deep]]
w = true
[x.deep.er]
v = "\u00e9t\u00e9" # after é
u = 5
'''


def test_the_place_of_every_value() -> None:
    """Whatever quotes, comments and tables stand around it."""
    toml = load_toml(TRAPS.replace("\n", "\r\n").encode())
    places = Places(toml.text)
    lines = toml.text.split("\n")

    def at(*path: str | int) -> str:
        line, column, width = places.value(path)
        return f"{line} {lines[line - 1][column - 1 : column - 1 + width]}"

    assert at("title") == '2 "a \\" quote # no comment"'
    assert at("quoted key") == "3 1"
    assert at("sin.gle", "part") == "4 2"
    assert at("four") == '8 """ends in a quote""""'
    assert at("five") == '9 """ends in two"""""'
    assert at("literal") == "10 '''"
    assert at("when") == "12 2024-03-31 10:00:00Z"
    assert at("list", 1, 1) == "15 2"
    assert at("list", 2, "b", "c", 0) == "16 3"
    assert at("x", 0, "sub", "z") == "21 2"
    assert at("x", 1, "deep", 0, "w") == "24 true"
    assert at("x", 1, "deep", 0, "er", "u") == "27 5"
    assert places.key(("x", 1)) == (22, 1, 5)
    assert places.key(("x", 1, "deep", 0, "er")).line == 25
    assert places.key(("x", 0, "nothing")).line == 18
    assert places.value(()) == (1, 1, 0)


KEY = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,5}", fullmatch=True), st.text(max_size=4))
SCALAR = st.one_of(
    st.integers(-99, 99),
    st.booleans(),
    st.text(max_size=6),
    st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    st.datetimes(),
)
VALUE = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3), max_leaves=8
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEY, VALUE, max_size=5))
def test_a_value_stands_where_it_is_said_to(data: dict[str, object]) -> None:
    """What stands at a value's place is that value, of whatever a writer writes."""
    import tomli_w

    text = tomli_w.dumps(data)
    toml = load_toml(text.encode())
    places = Places(toml.text)
    lines = toml.text.split("\n")
    for path, value in leaves(toml.data, ()):
        line, column, width = places.value(path)
        written = lines[line - 1][column - 1 : column - 1 + width]
        assert tomllib.loads(f"v = {written}", parse_float=Decimal)["v"] == value


def leaves(value: object, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], object]]:
    """Every value that is no table or list, with the way to it."""
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, item in enumerate(value) for leaf in leaves(item, (*path, number))]
    return [(path, value)]

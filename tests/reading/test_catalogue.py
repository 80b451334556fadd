"""The catalogue: settings resolved over defaults, and every fault at its own line and column."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from dap_tui.catalogue import Bounds, Target, TargetKind
from dap_tui.errors import CatalogueUnreadable
from dap_tui.finding import Level
from dap_tui.measure import Aggregate, Compare, Polarity, Symbol, Tolerance, ToleranceKind
from dap_tui.period import Quarter, Year
from dap_tui.reading.catalogue import CatalogueRead, read_catalogue
from dap_tui.reading.toml_places import Places
from dap_tui.reading.toml_text import load_toml
from dap_tui.reading.workspace import read_workspace

START = """\
[[priority]]
id = "support"
title = "Support"
aims = ["More housing"]
[[source]]
id = "idas"
name = "IDAS"
[[indicator]]
id = "referred"
title = "Referred"
source = "idas"
unit = "count"
"""
TOLERANCES = '"15%", "5pp" or a number of its own unit, from 0'
EXCEPTION_RULES = "off-target, worsening, over-limit, special-cause, exceeding, not-returned"
LINES = START.count("\n")
_TAKE_OUT = "take it out of the parts of one of them"


def read(added: str) -> CatalogueRead:
    """The small catalogue with lines added at its end, which belong to its indicator."""
    return read_catalogue((START + added).encode())


FAULTS = [
    ('titel = "A"', "+1:1+5 CAT101 unknown key 'titel'", "did you mean 'title'?"),
    ('"poliarity" = "lower"', "+1:1+11 CAT101 unknown key 'poliarity'", "did you mean 'polarity'?"),
    ("decimals = true", "+1:12+4 CAT102 'decimals' is a whole number from 0 to 6, not true", None),
    ("decimals = 1.5", "+1:12+3 CAT102 'decimals' is a whole number from 0 to 6, not 1.5", None),
    ("suppress_below = -1", "+1:18+2 CAT102 'suppress_below' is a whole number from 0 to 1000, not -1", None),
    ('tags = ["a", 2]', "+1:14+1 CAT102 'tags: an entry' is a text in quotes, not 2", None),
    ('tags = "a"', "+1:8+3 CAT102 'tags' is a list of texts, as in [\"one\", \"two\"], not the text 'a'", None),
    (
        "level = [1, 5]",
        "+1:9+6 CAT102 'level' is a list of levels of risk from 1 to 4, as in [3, 4], not a list of 2",
        None,
    ),
    (
        'tolerance = "5 %%"',
        "+1:13+6 CAT102 'tolerance' is \"15%\", \"5pp\" or a number of its own unit, from 0, not the text '5 %%'",
        None,
    ),
    (
        "tolerance = nan",
        f"+1:13+3 CAT102 'tolerance' is {TOLERANCES}, not nan, inf or one beyond all measure",
        None,
    ),
    (
        "bounds = { min = inf }",
        "+1:18+3 CAT102 'min' is a number of ordinary size, not nan, inf or one beyond all measure",
        None,
    ),
    ("limit = 5", "+1:9+1 CAT102 'limit' is a table, as in [indicator.limit], not 5", None),
    (
        'polarity = "highr"',
        "+1:12+7 CAT104 'polarity' cannot be 'highr': it is one of higher, lower, range, monitor",
        "did you mean 'higher'?",
    ),
    ('note = "a\\u001bb"', "+1:8+10 CAT105 there is the control character \\x1b in 'note'", "delete it"),
    ('section = """a\nb"""', "+1:11+4 CAT105 there is a line break in 'section'", "delete it"),
    ('from = "2023-25-Q1"', "+1:8+12 CAT106 '2023-25-Q1': 25 does not follow 2023; write 2023-24-Q1", None),
    ('priorities = ["suport"]', "+1:15+8 CAT203 unknown priority 'suport'", "did you mean 'support'?"),
    ('parts = ["refered"]', "+1:10+9 CAT203 unknown indicator 'refered'", "did you mean 'referred'?"),
    ('parts = ["referred"]', "+1:9+12 CAT402 its parts form a circle: referred → referred", _TAKE_OUT),
    ('aggregate = "sum"\nunit2 = 1', "+2:1+5 CAT101 unknown key 'unit2'", "did you mean 'unit'?"),
    ("bounds = { min = 5, max = 1 }", "+1:18+1 CAT302 the least, 5, is above the most, 1", "exchange the two"),
    (
        '[indicator.target]\n"2023-24" = { low = 9, high = 1 }',
        "+2:21+1 CAT302 the low end, 9, is above the high end, 1",
        "exchange the two",
    ),
    (
        '[indicator.target]\n"2023-24-Q1" = { value = 1 }',
        "+2:1+12 CAT106 '2023-24-Q1' is a quarter, not a year; write 2023-24",
        'entries are by year, or "always"',
    ),
    (
        '[indicator.target]\n"2026/27" = { value = 1 }',
        "+2:1+9 CAT106 '2026/27' is no year; write 2026-27",
        'entries are by year, or "always"',
    ),
    (
        '[indicator.target]\n"next" = { value = 1 }',
        "+2:1+6 CAT106 'next' is no year; write 2023-24",
        'entries are by year, or "always"',
    ),
    (
        '[indicator.benchmark]\n"2026" = { value = 1 }',
        "+2:1+6 CAT106 '2026' is part of two years; write 2026-27",
        'entries are by year, or "always"',
    ),
    ('from = "2026/27-Q1"', "+1:8+12 CAT106 '2026/27-Q1' is no period; write 2026-27-Q1", None),
    (
        'from = "Q3 2023/24"',
        "+1:8+12 CAT106 'Q3 2023/24' is no period; write 2023-24-Q3 or 2023-24",
        "is it Q3 2023/24? then write 2023-24-Q3",
    ),
    ("due_days = 20", "+1:1+8 CAT101 unknown key 'due_days'", "it stands in a [[source]]"),
    (
        '[variation]\nmet_within = "5%"',
        "+2:1+10 CAT101 unknown key 'met_within'",
        "it stands under [defaults] or in an [[indicator]]",
    ),
    ('until = "later"', "+1:9+7 CAT106 'later' is no period; write 2023-24-Q3 or 2023-24", None),
    ('[indicator.target]\n"2023-24" = 8', "+2:13+1 CAT102 '2023-24' is a table, as in { value = 8 }, not 8", None),
    (
        '[indicator.target]\n"2023-24" = { vaule = 8, note = "n" }',
        "+2:15+5 CAT101 unknown key 'vaule'",
        "did you mean 'value'?",
    ),
    (
        "[indicator.target]\nalways = { quarters = [1, 2, 3] }",
        "+2:23+9 CAT102 'quarters' is a list of four numbers, a quarter each, not a list of 3",
        None,
    ),
    (
        "[indicator.target]\nalways = { quarters = [1, true, 3, 4] }",
        "+2:27+4 CAT102 'quarters: an entry' is a number, not true",
        None,
    ),
    ("[indicator.target]\nalways = { value = -1 }", "+2:20+2 CAT305 no figure can reach −1: it is at least 0", None),
    (
        '[[source]]\nid = "idas"\nname = "Again"',
        "+2:6+6 CAT202 a source with the id 'idas' stands in line 6 already",
        "give one of the two another id",
    ),
    (
        '[[source]]\nid = "id\u0430s"\nname = "A"',
        "+2:6+6 CAT201 'id<U+0430>s' is no id: lower-case letters, digits and single hyphens, at most 64",
        None,
    ),
    (
        '[[source]]\nid = "IDAS two"\nname = "A"',
        "+2:6+10 CAT201 'IDAS two' is no id: lower-case letters, digits and single hyphens, at most 64",
        "write 'idas-two'",
    ),
    ('[[source]]\nid = "syp"', "+1:1+10 CAT103 a source needs 'name'", None),
    ('[symbols]\n"5%" = "x"', "+2:1+4 CAT406 the mark '5%' has a meaning of its own in a return", None),
    ('[symbols]\n"*" = "y"', "+2:7+3 CAT104 '*' cannot be 'y': it is one of x, c, z, low, u", None),
    (
        "target = { value = 8, note = 'n' }",
        "+1:12+5 CAT106 'value' is no year; write 2023-24",
        'entries are by year, or "always", as in target.always = { value = … }',
    ),
    (
        '[[indicators]]\nid = "a"\ntitle = "A"\nsource = "idas"\nunit = "count"',
        "+1:1+14 CAT101 unknown key 'indicators'",
        "did you mean 'indicator'?",
    ),
    (
        "[indicator.target]\nalways = { values = 8 }",
        "+2:12+6 CAT101 unknown key 'values'",
        "did you mean 'value'?",
    ),
    (
        '[exceptions]\nrules = ["worsning"]',
        f"+2:10+10 CAT104 'rules' cannot be 'worsning': it is one of {EXCEPTION_RULES}",
        "did you mean 'worsening'?",
    ),
    (
        '[[action]]\nid = "a"\ntitle = "A"\ndue = "2024-03-31"',
        "+4:7+12 CAT102 'due' is a date without quotes, as in 2024-03-31, not the text '2024-03-31'",
        None,
    ),
    ('[partnershp]\nname = "A"', "+1:1+12 CAT101 unknown key 'partnershp'", "did you mean 'partnership'?"),
    ("[indicators]\na = 1", "+1:1+12 CAT101 unknown key 'indicators'", "did you mean 'indicator'?"),
    ("[source2]", "+1:1+9 CAT101 unknown key 'source2'", "did you mean 'source'?"),
]


@pytest.mark.parametrize(("added", "found", "hint"), FAULTS, ids=[each[1] for each in FAULTS])
def test_a_fault_stands_at_its_line_and_column(added: str, found: str, hint: str | None) -> None:
    """Each with its message and, where it helps, a hint."""
    (finding,) = read(added + "\n").findings
    place = finding.place
    shown = f"+{place.line - LINES}:{place.column}+{finding.width} {finding.code} {finding.message}"
    assert (shown, finding.hint) == (found, hint)


def of_percent(target: str) -> str:
    """The small catalogue with a target; its indicator is a percent."""
    return START.replace('unit = "count"', f'unit = "percent"\npolarity = "higher"\ntarget.always = {target}')


@pytest.mark.parametrize(
    ("target", "hints"),
    [
        ("{ value = 0.28 }", ["28, not 0.28"]),
        ("{ low = 0.28, high = 0.4 }", ["28, not 0.28", "40, not 0.4"]),
        ("{ value = 28, floor = 0.255 }", ["25.5, not 0.255"]),
        ("{ quarters = [0.9, 90, 1, 0.95] }", ["90, not 0.9", "95, not 0.95"]),
        ("{ value = 0 }", []),
        ("{ low = 1, high = 28 }", []),
    ],
)
def test_a_percents_target_is_no_fraction_of_one(target: str, hints: list[str]) -> None:
    """A warning at each number, with the percentage that was probably meant."""
    text = of_percent(target)
    found = read_catalogue(text.encode()).findings
    assert {(each.code, each.level) for each in found} <= {("CAT306", Level.WARNING)}
    assert [each.hint for each in found] == [f"write {hint}" for hint in hints]
    lines = text.splitlines()
    meant = [lines[each.place.line - 1][each.place.column - 1 :][: each.width] for each in found]
    assert meant == [hint.split()[-1] for hint in hints]


def test_a_small_target_is_meant_where_nothing_is_a_percent_or_bounds_say_so() -> None:
    """A rate of 0.28 is one, and so is a percentage that ends at 1."""
    small = of_percent("{ value = 0.28 }")
    assert read_catalogue(small.replace('"percent"', '"rate"').encode()).findings == []
    assert read_catalogue(f"{small}bounds = {{ min = 0, max = 1 }}\n".encode()).findings == []


def test_all_faults_are_found_in_one_run() -> None:
    """One does not hide another."""
    added = 'titel = 1\ndecimals = true\npolarity = "up"\n[[indicator]]\nid = "x"\n[nothing]\n'
    codes = sorted(finding.code for finding in read(added).findings)
    assert codes == ["CAT101", "CAT101", "CAT102", "CAT103", "CAT104"]


def test_an_indicator_that_cannot_be_read_does_not_make_its_rows_unknown(tmp_path: Path) -> None:
    """Its own fault is said once."""
    (tmp_path / "catalogue.toml").write_text(START.replace('unit = "count"', 'unit = "cuont"'))
    (tmp_path / "returns/2023-24-Q3").mkdir(parents=True)
    (tmp_path / "returns/2023-24-Q3/idas.csv").write_text("indicator,value\nreferred,5\n")
    assert [finding.code for finding in read_workspace(tmp_path).findings] == ["CAT104"]


def test_defaults_hold_where_an_indicator_sets_nothing() -> None:
    """The standing values, then the catalogue's, then the indicator's own."""
    (standing,) = read("").catalogue.indicators
    assert standing.tolerance == Tolerance(Decimal(10))
    assert standing.polarity is Polarity.MONITOR
    assert standing.aggregate is Aggregate.SUM
    assert standing.bounds == Bounds(Decimal(0), None, whole=True)
    assert standing.breakdown_adds_up
    assert standing.compare is Compare.PREVIOUS_QUARTER
    assert standing.suppress_below is None
    (own,) = read(
        'tolerance = "5pp"\ndecimals = 0\n'
        '[defaults]\ntolerance = 3\ncompare = "same-quarter-last-year"\nsuppress_below = 5\n'
    ).catalogue.indicators
    assert own.tolerance == Tolerance(Decimal(5), ToleranceKind.POINTS)
    assert own.compare is Compare.LAST_YEAR
    assert (own.suppress_below, own.decimals) == (5, 0)


TARGETS = [
    ("{ value = 8 }", Target(TargetKind.VALUE, Decimal(8))),
    ('{ value = 1000, per = "year", floor = 900 }', Target(TargetKind.YEAR, Decimal(1000), floor=Decimal(900))),
    (
        "{ quarters = [90, 95, 100, 110.5] }",
        Target(TargetKind.QUARTERS, quarters=tuple(map(Decimal, ("90", "95", "100", "110.5")))),
    ),
    ("{ low = 28, high = 40 }", Target(TargetKind.RANGE, low=Decimal(28), high=Decimal(40))),
    ("{ high = 40 }", Target(TargetKind.RANGE, high=Decimal(40))),
    ("{ last_year = true }", Target(TargetKind.LAST_YEAR)),
    ('{ tbc = true, note = "Set elsewhere" }', Target(TargetKind.TBC, note="Set elsewhere")),
    ('{ note = "Monitored" }', Target(TargetKind.NOTE, note="Monitored")),
]


@pytest.mark.parametrize(("entry", "target"), TARGETS)
def test_targets_of_every_kind(entry: str, target: Target) -> None:
    """As the table of what a target may be has them."""
    found = read(f'polarity = "higher"\n[indicator.target]\n"2023-24" = {entry}\nalways = {{ value = 1 }}\n')
    assert found.findings == []
    (indicator,) = found.catalogue.indicators
    assert indicator.target_in(Year(2023)) == target
    assert indicator.target_in(Year(2022)).value == 1


def test_what_an_indicator_lists_twice_is_meant_once() -> None:
    """A part is not added twice, nor a tag shown twice; a level is from 1 to 4 all the same."""
    other = '[[indicator]]\nid = "women"\ntitle = "Women"\nsource = "idas"\nunit = "count"\n'
    lists = 'level = [4, 3, 4]\ntags = ["b", "a", "b"]\npriorities = ["support", "support"]\n'
    found = read(lists + 'parts = ["women", "women"]\n' + other)
    one = found.catalogue.indicators[0]
    assert (one.level, one.tags, one.priorities, one.parts) == ((4, 3), ("b", "a"), ("support",), ("women",))
    assert [(each.code, each.place.column) for each in found.findings] == [("CAT205", 26), ("CAT205", 19)]
    assert [each.code for each in read("level = [0, 1, 1]").findings] == ["CAT102"]


def test_a_list_that_names_an_id_twice_says_which() -> None:
    """It counts once, in the lists of an action too; the other was probably meant to be another."""
    action = '[[action]]\nid = "a"\ntitle = "A"\npriorities = ["support"]\nindicators = ["referred", "referred"]\n'
    found = read(action)
    assert found.catalogue.actions[0].indicators == ("referred",)
    assert [each.message for each in found.findings] == ["'referred' is in this list already, as the 1."]


def test_a_ratio_is_of_two() -> None:
    """One indicator out of itself is always 100%."""
    percent = START.replace('unit = "count"', 'unit = "percent"\nratio = ["women", "women"]')
    women = '[[indicator]]\nid = "women"\ntitle = "Women"\nsource = "idas"\nunit = "count"\n'
    found = read_catalogue((percent + women).encode())
    assert [(each.code, each.place.column) for each in found.findings] == [("CAT404", 9)]
    assert found.catalogue.indicators[0].ratio is None


def test_what_an_entry_lacks_is_one_finding() -> None:
    """At its heading; a key that is there and empty stands at its own place."""
    found = sorted(read('[[indicator]]\n[[indicator]]\nid = "b"\ntitle = " "\n').findings, key=lambda each: each.place)
    assert [(each.place.line - LINES, each.place.column, each.message) for each in found] == [
        (1, 1, "an indicator needs 'id', 'title', 'source' and 'unit'"),
        (2, 1, "an indicator needs 'source' and 'unit'"),
        (4, 9, "an indicator needs 'title', and it is empty"),
    ]


def test_a_key_that_is_misspelt_is_not_missing_as_well() -> None:
    """One mistake is one finding."""
    found = read('[[source]]\nid = "syp"\nnmae = "Police"\n').findings
    assert [(each.code, each.hint) for each in found] == [("CAT101", "did you mean 'name'?")]


def test_a_circle_of_very_many_names_a_few() -> None:
    """A message is a line, whatever the catalogue holds."""
    entry = '[[indicator]]\nid = "i{0}"\ntitle = "I"\nsource = "idas"\nunit = "count"\nparts = ["i{1}"]\n'
    (found,) = read("".join(entry.format(number, (number + 1) % 500) for number in range(500))).findings
    assert found.message.endswith("i0 → i1 → i2 → i3 → i4 → i5 → i6 → (493 more) → i0")


def test_a_part_of_another_unit_is_found_where_it_stands_in_the_list() -> None:
    """What is listed before it does not count, whether it is repeated or not known."""
    other = '[[indicator]]\nid = "{0}"\ntitle = "{0}"\nsource = "idas"\nunit = "{1}"\n'
    lines = 'parts = ["women", "women", "nobody", "share"]\n' + other.format("women", "count")
    found = read(lines + other.format("share", "percent")).findings
    assert [(each.code, each.place.column) for each in found] == [("CAT205", 19), ("CAT203", 28), ("CAT403", 38)]


def test_years_that_start_in_january() -> None:
    """Periods are then named by one year."""
    found = read('from = "2023-Q2"\n[partnership]\nyear_starts = "january"\n')
    assert found.findings == []
    assert found.catalogue.indicators[0].from_ == Quarter(Year(2023, 1), 2)


def test_symbols_and_glossary() -> None:
    """Partners' marks, and terms to explain."""
    catalogue = read('[symbols]\n"*" = "x"\n"No  joining" = "z"\n[glossary]\nMARAC = "A conference"\n').catalogue
    assert catalogue.symbols == {"*": Symbol.NOT_AVAILABLE, "No joining": Symbol.NOT_APPLICABLE}
    assert catalogue.glossary == {"MARAC": "A conference"}


@pytest.mark.parametrize("content", [b"format = 2\n", b"format = true\n", b'format = "1"\n'])
def test_another_format_is_refused(content: bytes) -> None:
    """With a clear message."""
    with pytest.raises(CatalogueUnreadable, match=r"catalogue\.toml:1:1: .*format"):
        read_catalogue(content)


def test_a_catalogue_that_is_no_toml_is_refused_at_its_place() -> None:
    """In words a person understands."""
    with pytest.raises(CatalogueUnreadable, match=r"catalogue\.toml:2:5: a text is not closed by a quote"):
        read_catalogue(b'[a]\nb = "two\nc = 1\n')


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("[[source]]", "[[Source]]", "5:1 CAT101 unknown key 'Source'"),
        ("[[priority]]", "[[priorities]]", "1:1 CAT101 unknown key 'priorities'"),
        ('id = "referred"', 'id = "Referred"', "9:6 CAT201"),
    ],
)
def test_what_hangs_on_a_slip_in_a_heading_or_an_id_is_not_said_as_well(old: str, new: str, found: str) -> None:
    added = 'priorities = ["support"]\n[[action]]\nid = "a"\ntitle = "A"\nindicators = ["referred"]\n'
    (one,) = read_catalogue((START.replace(old, new) + added).encode()).findings
    assert f"{one.place.line}:{one.place.column} {one.code} {one.message}".startswith(found)


def test_the_defaults_under_a_heading_that_is_misspelt_hold() -> None:
    """Small numbers are hidden all the same."""
    read = read_catalogue((START + "[default]\nsuppress_below = 5\n").encode())
    assert read.catalogue.suppress_below == 5
    assert [(each.code, each.hint) for each in read.findings] == [("CAT101", "did you mean 'defaults'?")]


def test_the_place_of_anything_in_the_catalogue() -> None:
    """For rules that find something wrong with it later."""
    places = Places(load_toml(START.encode()).text)
    assert places.key(("indicator", 0)) == (8, 1, 13)
    assert places.value(("indicator", 0, "source")) == (11, 10, 6)
    assert places.key(("indicator", 0, "source")) == (11, 1, 6)


def test_an_id_that_shows_what_was_meant_is_one_finding_and_what_names_it_stands() -> None:
    """A slip in one place is not said again at every row and reference."""
    text = (
        '[[source]]\nid = "Some One"\nname = "S"\n'
        '[[indicator]]\nid = "IDAS_MARAC repeat"\ntitle = "A"\nsource = "some-one"\nunit = "percent"\n'
    )
    read = read_catalogue(text.encode())
    assert [(each.code, each.hint) for each in read.findings] == [
        ("CAT201", "write 'some-one'"),
        ("CAT201", "write 'idas-marac-repeat'"),
    ]
    assert list(read.catalogue.indicator) == ["idas-marac-repeat"]

"""Words that tell a hidden figure, and a partner's own sums that do."""

from __future__ import annotations

from datetime import date

import pytest
from small import Check, indicators, quarters

from dap_tui.check import check
from dap_tui.examples import example
from dap_tui.reading.workspace import read_workspace


def test_cambridgeshires_own_words_quote_the_four_men_that_its_report_hides_and_nothing_else():
    findings = check(read_workspace(example("cambridgeshire")), date(2015, 2, 14))
    quoted = [each for each in findings if each.code == "NAR401"]
    assert [each.message for each in quoted] == ["these words on 'ormiston' quote 4, a figure that the report hides"]
    assert quoted[0].place.file == "returns/2014-15-Q3/narrative.toml"


def test_where_nothing_is_hidden_words_may_quote_every_figure(tmp_path):
    (tmp_path / "returns/2023-24-Q3").mkdir(parents=True)
    (tmp_path / "catalogue.toml").write_text(
        '[partnership]\nname = "A"\nlast_period = "2023-24-Q3"\n[[source]]\nid = "a"\nname = "A"\n'
        '[[indicator]]\nid = "seen"\ntitle = "Seen"\nsource = "a"\nunit = "count"\nfrom = "2023-24-Q3"\n'
    )
    (tmp_path / "returns/2023-24-Q3/a.csv").write_text("indicator,value\nseen,4\n")
    (tmp_path / "returns/2023-24-Q3/narrative.toml").write_text(
        '[[commentary]]\nindicator = "seen"\ntext = "Only 4."\n'
    )
    assert check(read_workspace(tmp_path), date(2024, 2, 1)) == ()


@pytest.mark.parametrize(("words", "codes"), [("Only 2 in the quarter.", ["NAR401"]), ("Only 9 so far.", [])])
def test_words_that_quote_the_hidden_quarter_of_a_running_total_are_found(tmp_path, words, codes):
    (tmp_path / "catalogue.toml").write_text(
        '[partnership]\nname = "A"\nlast_period = "2023-24-Q2"\n[defaults]\nsuppress_below = 5\n'
        '[[source]]\nid = "a"\nname = "A"\n[[indicator]]\nid = "seen"\ntitle = "Seen"\nsource = "a"\n'
        'unit = "count"\nreported = "year-to-date"\nfrom = "2023-24-Q1"\n'
    )
    for quarter, count in ((1, 20), (2, 22)):
        (tmp_path / f"returns/2023-24-Q{quarter}").mkdir(parents=True)
        (tmp_path / f"returns/2023-24-Q{quarter}/a.csv").write_text(f"indicator,value\nseen,{count}\n")
    (tmp_path / "returns/2023-24-Q2/narrative.toml").write_text(
        f'[[commentary]]\nindicator = "seen"\ntext = "{words}"\n'
    )
    assert [each.code for each in check(read_workspace(tmp_path), date(2023, 12, 1))] == codes


@pytest.mark.parametrize(
    ("about", "words", "quoted"),
    [
        ("share", "It was 30% this time.", ["30%, a figure"]),
        ("share", "It was 30.0% this time.", ["30.0%, a figure"]),
        ("share", "30 per cent of them.", ["30%, a figure"]),
        ("share", "Only 3 cases.", ["3, a figure of 'repeat'"]),
        ("share", "Of 10 women 3.", ["3, a figure of 'repeat'"]),
        ("share", "3 of 10, or 30%, and 3 again.", ["3, a figure of 'repeat'", "30%, a figure"]),
        ("share", "Fewer than a third; 12 were seen, up 4%.", []),
        ("seen", "It was 30%.", []),
        ("repeat", "There were 3.", ["3, a figure"]),
    ],
)
def test_words_on_a_percentage_quote_its_own_figure_or_the_counts_it_is_made_from(tmp_path, about, words, quoted):
    """In a commentary and in the words on an exception; what is printed may be quoted."""
    (tmp_path / "catalogue.toml").write_text(
        '[partnership]\nname = "A"\nlast_period = "2023-24-Q2"\n[defaults]\nsuppress_below = 5\n'
        '[[source]]\nid = "a"\nname = "A"\n'
        + "".join(
            f'[[indicator]]\nid = "{each}"\ntitle = "{each}"\nsource = "a"\nunit = "count"\nfrom = "2023-24-Q2"\n'
            for each in ("repeat", "seen")
        )
        + '[[indicator]]\nid = "share"\ntitle = "Share"\nsource = "a"\nunit = "percent"\nratio = ["repeat", "seen"]\n'
    )
    (tmp_path / "returns/2023-24-Q2").mkdir(parents=True)
    (tmp_path / "returns/2023-24-Q2/a.csv").write_text("indicator,value\nrepeat,3\nseen,10\n")
    for entry in (
        f'[[commentary]]\nindicator = "{about}"\n',
        f'[[exception]]\nindicators = ["{about}"]\ndecision = "hold"\n',
    ):
        (tmp_path / "returns/2023-24-Q2/narrative.toml").write_text(f'{entry}text = "{words}"\n')
        found = [each for each in check(read_workspace(tmp_path), date(2023, 12, 1)) if each.code == "NAR401"]
        assert [each.message for each in found] == [
            f"these words on '{about}' quote {each} that the report hides" for each in quoted
        ]


def contradicting(folder):
    """Women and men who are not all there are, in quarter 2."""
    (folder / "catalogue.toml").write_text(
        '[partnership]\nname = "A"\nlast_period = "2022-23-Q2"\n[defaults]\nsuppress_below = 5\n'
        '[[source]]\nid = "a"\nname = "A"\n'
        + "".join(
            f'[[indicator]]\nid = "{each}"\ntitle = "{each}"\nsource = "a"\nunit = "count"\n{more}'
            for each, more in (("men", ""), ("women", ""), ("all", 'parts = ["women", "men"]\n'))
        )
    )
    for quarter, figures in enumerate(((8, 4, 4), (7, 2, 4)), 1):
        place = folder / f"returns/2022-23-Q{quarter}"
        place.mkdir(parents=True)
        rows = zip(("all", "women", "men"), figures, strict=True)
        (place / "a.csv").write_text("indicator,value\n" + "".join(f"{each},{count}\n" for each, count in rows))
    return folder


def test_a_hidden_figure_that_contradicting_returns_tell_is_found_at_its_line_and_the_returns_are_named(tmp_path):
    findings = check(read_workspace(contradicting(tmp_path)), date(2023, 6, 1))
    told = [each for each in findings if each.code == "SUM302"]
    assert [str(each.place) for each in told] == [
        f"returns/2022-23-Q{quarter}/a.csv:{place}" for quarter in (1, 2) for place in ("3:7", "4:5")
    ]
    assert told[0].message.startswith("the hidden figure of 'women' may be worked out: the returns of 'all'")
    assert told[0].message.endswith("'all' for 2022-23-Q2 contradict themselves")
    assert told[0].hint is not None
    assert told[0].hint.startswith("mend those returns")


@pytest.mark.parametrize(
    ("returned", "lines"),
    [
        ("a=5 a/N=5 a/S=[c]", [4]),
        ("a=9 a/N=5 a/S=[c]", [4]),
        ("a=4 a/N=5 a/S=[c]", []),
        ("a=9 a/N=[c] a/S=[c]", []),
    ],
)
def test_a_partners_only_hidden_row_is_told_by_the_rest_be_it_a_nought(checked: Check, returned, lines):
    """Not where the rest contradict themselves, which is said as such."""
    found = checked(indicators('a; unit = "count"; breakdown_adds_up = true'), quarters("2023-24-Q3", returned))
    assert [each.place.line for each in found if each.code == "SUM301"] == lines

"""Words that tell a hidden figure, and a partner's own sums that do."""

from __future__ import annotations

from datetime import date

from dap_tui.check import check
from dap_tui.examples import example
from dap_tui.reading import read_workspace


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

"""Finding the workspace, exit statuses, and what is said where."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def test_a_clean_workspace_is_checked_with_status_0(dap, place):
    assert dap("check").status == 0


def test_an_error_is_status_1_and_stands_with_its_line(dap, place):
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseem,11\n")
    answer = dap("check")
    assert answer.status == 1
    assert "returns/2023-24-Q2/some.csv:2:1: error RET204 unknown indicator 'seem'" in answer.out
    assert "did you mean 'seen'?" in answer.out


def test_a_catalogue_that_does_not_parse_is_one_line_on_standard_error_and_status_2(dap, place):
    (place / "catalogue.toml").write_text("[partnership]\nname = 'A\n")
    for words in (["check"], ["check", "--format", "json"], ["show"], ["export"]):
        answer = dap(*words)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("dap: catalogue.toml:2:")
        assert answer.err.count("\n") == 1


def test_a_catalogue_with_faults_is_findings_and_the_returns_are_still_checked(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('polaritie = "lower"\n')
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,eleven\n")
    answer = dap("check", "--format", "json")
    files = [each["file"] for each in json.loads(answer.out)["findings"]]
    assert answer.status == 1
    assert "catalogue.toml" in files
    assert "returns/2023-24-Q2/some.csv" in files


def test_no_workspace_is_said_in_one_line(dap, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = dap("check")
    assert (answer.status, answer.out) == (2, "")
    assert "no catalogue.toml" in answer.err


@pytest.mark.parametrize("words", [["-C", "{}", "check"], ["check", "-C", "{}"]])
def test_another_workspace_is_named_before_or_after_the_command(dap, place, monkeypatch, tmp_path_factory, words):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert dap(*(word.format(place) for word in words)).status == 0


def test_another_workspace_is_named_by_the_environment(dap, place, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setenv("DAP_WORKSPACE", str(place))
    assert dap("check").status == 0


def test_the_workspace_is_found_from_a_folder_inside_it(dap, place, monkeypatch):
    monkeypatch.chdir(place / "returns/2023-24-Q1")
    assert json.loads(dap("export", "--format", "json").out)["period"] == "2023-24-Q2"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "No such command 'chek'"),
        (["check", "--perod", "x"], "No such option: --perod"),
        (["export", "--period", "2023-25"], "25 does not follow 2023; write 2023-24"),
        (["export", "--as-of", "soon"], "'soon' is no date"),
        (["export", "seem"], "there is no indicator 'seem'; did you mean 'seen'?"),
        (["export", "--format", "word"], "'word' is not one of"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(dap, place, words, said):
    answer = dap(*words)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_an_exception_nobody_decided_on_fails_only_where_that_is_asked_for(dap, place):
    assert dap("check", "--fail-on", "warning").status == 0
    failed = dap("check", "--fail-on", "exception")
    assert failed.status == 1, "12 to 11 is a worsening"
    assert failed.err.startswith("dap: 1 indicator has exceptions in Q2 2023/24 that nobody has decided on")
    narrative = '[[exception]]\nindicators = ["seen"]\nrules = ["worsening"]\ndecision = "hold"\ntext = "Seen."\n'
    (place / "returns/2023-24-Q2/narrative.toml").write_text(narrative)
    assert dap("check", "--fail-on", "exception").status == 0


def test_where_nothing_was_returned_there_is_no_exception_to_fail_on(dap, place):
    for file in (place / "returns").rglob("*.csv"):
        file.unlink()
    assert dap("check", "--fail-on", "exception", "--as-of", "2023-01-01").status == 0


def test_other_commands_go_on_with_what_stands_and_say_so_in_one_line(dap, place):
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,11\nseem,3\n")
    answer = dap("export", "--format", "json")
    assert answer.status == 0
    assert json.loads(answer.out)["indicators"][0]["value"] == 11
    assert answer.err == (
        "dap: there is an error at returns/2023-24-Q2/some.csv:3:1: what cannot be read is not in what follows; "
        "see 'dap check'\n"
    )


def test_of_several_errors_the_first_is_named(dap, place):
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseem,11\nseem,3\n")
    assert "dap: there is 2 errors" not in dap("export").err
    assert "dap: there are 2 errors, the first at returns/2023-24-Q2/some.csv:2:1: what cannot" in dap("export").err


def test_a_report_is_written_whole_to_the_file_named_and_that_is_said(dap, place):
    answer = dap("export", "--format", "json", "-o", "report.json")
    assert (answer.out, answer.err) == ("", "dap: wrote report.json\n")
    assert json.loads((place / "report.json").read_text())["format"] == 1


def test_a_folder_that_is_not_there_is_an_error(dap, place):
    answer = dap("export", "-o", "nowhere/report.md")
    assert answer.status == 2
    assert "nowhere" in answer.err


def test_dap_alone_is_answered_with_the_help(dap):
    answer = dap()
    assert answer.status == 0
    assert answer.out.startswith("Usage: dap")


def test_a_name_full_of_escapes_is_said_as_text(dap, place):
    answer = dap("export", "\x1b[31mred\x1b[0m\nmore")
    assert answer.status == 2
    assert "\x1b" not in answer.err
    assert answer.err.count("\n") == 1


LOADED = """
import sys
from dap_tui.cli import main
sys.argv = ["dap", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def loaded_by(*words: str, status: int = 0) -> set[str]:
    """The packages that a command has loaded by its end, in a process of its own that ends with `status`."""
    ran = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=False)
    assert ran.returncode == status, ran.stderr
    return {name.partition(".")[0] for name in ran.stderr.split()}


def test_a_version_is_said_without_loading_anything_heavy():
    assert loaded_by("--version").isdisjoint({"typer", "click", "rich", "textual", "polars"})


def test_a_small_workspace_is_checked_without_polars_textual_or_rich(place):
    assert loaded_by("check").isdisjoint({"rich", "textual", "polars"})


def test_the_screens_are_opened_without_typer_where_there_are_no_options_to_parse(place):
    assert "typer" not in loaded_by("tui", status=2)
    assert "typer" in loaded_by("tui", "-C", str(place), status=2)


@pytest.mark.parametrize("words", [["tui"], ["tui", "--as-of", "2024-01-31"]])
def test_screens_without_a_terminal_or_a_workspace_are_refused_in_one_line(place, tmp_path, words):
    def said(folder):
        ran = subprocess.run(
            [sys.executable, "-m", "dap_tui", *words], cwd=folder, capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
        return ran.stderr

    (nowhere := tmp_path / "nowhere").mkdir()
    (place / "catalogue.toml").rename(place / "kept.toml")
    assert "dap init" in said(nowhere)
    (place / "kept.toml").rename(place / "catalogue.toml")
    assert "dap show" in said(place)


def test_a_new_workspace_is_gone_into_only_where_one_is_not_there_already(dap, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "next: 'cd ours', 'dap check'" in dap("init", "ours").err
    assert "next: 'dap check'" in dap("init", ".").err


def test_a_new_workspace_checks_without_an_error_and_is_never_written_over(dap, tmp_path):
    folder = tmp_path / "ours"
    assert dap("init", str(folder)).status == 0
    assert dap("check", "-C", str(folder), "--as-of", "2020-01-01").status == 0
    before = (folder / "catalogue.toml").read_bytes()
    again = dap("init", str(folder))
    assert again.status == 2
    assert "not written over" in again.err
    assert (folder / "catalogue.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["barnsley", "cambridgeshire", "rotherham"])
def test_a_shipped_workspace_is_written_whole_and_has_no_error(dap, tmp_path, name):
    assert dap("init", str(tmp_path / name), "--example", name).status == 0
    assert dap("check", "-C", str(tmp_path / name)).status == 0
    assert {path.name for path in (tmp_path / name).iterdir()} == {"catalogue.toml", "returns"}


def test_blank_returns_are_named_and_what_is_there_stays(dap, place):
    answer = dap("template", "2023-24-Q3")
    assert answer.out == "returns/2023-24-Q3/some.csv\n"
    assert "send each to its source" in answer.err
    again = dap("template", "2023-24-Q3")
    assert again.status == 2
    assert "rows of returns/2023-24-Q3/some.csv are still to be filled in" in again.err
    assert dap("check").status == 0, "a blank return is said, not punished"


def test_a_blank_workbook_filled_in_is_a_return(dap, place):
    import openpyxl

    assert dap("template", "2023-24-Q3", "--format", "xlsx").out == "returns/2023-24-Q3/some.xlsx\n"
    path = place / "returns/2023-24-Q3/some.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "Value" for cell in row))
    at = next(cell.column for cell in head if cell.value == "Value")
    sheet.cell(head[0].row + 1, at, 15)
    book.save(path)
    report = json.loads(dap("export", "--format", "json").out)
    assert (report["period"], report["indicators"][0]["value"]) == ("2023-24-Q3", 15)
    assert report["indicators"][0]["cell"]


def test_what_is_published_is_frozen_once_all_is_decided_and_a_later_figure_is_found(dap, place):
    refused = dap("publish")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert "seen" in refused.err, "12 to 11 is a worsening nobody has decided on"
    narrative = '[[exception]]\nindicators = ["seen"]\nrules = ["worsening"]\ndecision = "hold"\ntext = "Seen."\n'
    (place / "returns/2023-24-Q2/narrative.toml").write_text(narrative)
    assert dap("publish", "--as-of", "2023-11-01").status == 0
    assert dap("publish").status == 2, "what was told stays"
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,10\n")
    found = json.loads(dap("check", "--format", "json").out)["findings"]
    assert [each["code"][:3] for each in found] == ["REV"]
    forced = dap("publish", "--force")
    assert forced.status == 0
    assert "what was told of Q2 2023/24 on 2023-11-01 is lost" in forced.err


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_every_format_has_the_figures_and_the_same_bytes_each_time(dap, place, form):
    first, second = dap("export", "--format", form), dap("export", "--format", form)
    assert first.status == 0
    assert "People seen" in first.out
    assert first.out == second.out


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_a_small_number_leaves_in_no_format_unless_that_is_asked_for_and_said(dap, place, form):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write("suppress_below = 5\n")
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value,note\nseen,3,marked\n")
    hidden, true = dap("export", "--format", form).out, dap("export", "--format", form, "--no-suppress").out
    assert hidden != true
    if form == "json":
        assert (json.loads(hidden)["for_publication"], json.loads(true)["for_publication"]) == (True, False)
        assert [json.loads(each)["indicators"][0]["value"] for each in (hidden, true)] == [None, 3]
    elif form != "csv":
        assert "ot for publication" in true
        assert "ot for publication" not in hidden


@pytest.mark.parametrize("command", [("export",), ("publish", "--force")])
def test_a_hidden_figure_that_can_be_worked_out_all_the_same_is_said_with_what_to_do(dap, place, command):
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,1\n")
    before = (place / "catalogue.toml").read_text()
    (place / "catalogue.toml").write_text(f"{before}suppress_below = 5\nbounds = {{ max = 2 }}\n")
    assert "worked out" not in dap(*command).err
    (place / "catalogue.toml").write_text(f"{before}suppress_below = 5\nbounds = {{ max = 1 }}\n")
    said = dap(*command)
    assert said.status == 0
    assert (
        "dap: a hidden figure may be worked out from this report, 'seen' in 2023-24-Q2: its bounds in the catalogue "
        "leave nothing else that it could be; widen the bounds, or leave the indicator out of what goes out\n"
    ) in said.err
    assert "worked out" not in dap("export", "--no-suppress").err


@pytest.mark.parametrize("printed", ["Q1 2023/24", "q1 2023/24", "2023-24-Q1", "2023_24 q1"])
def test_a_period_may_be_named_as_it_is_printed(dap, place, printed):
    assert json.loads(dap("export", "--format", "json", "--period", printed).out)["period"] == "2023-24-Q1"


def test_a_year_may_be_named_as_it_is_printed(dap, place):
    assert json.loads(dap("export", "--format", "json", "--period", "2023/24").out)["period"] == "2023-24"


def test_an_indicator_may_be_named_by_what_only_it_has_in_its_title(dap, place):
    assert "People seen" in dap("show", "people").out
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "heard"\ntitle = "People heard"\nsource = "some"\nunit = "count"\n')
    assert "may be seen (People seen), heard (People heard); name one" in dap("show", "people").err
    assert "may be seen (People seen), heard (People heard); name one" in dap("show", "peoples").err


@pytest.mark.parametrize("name", ["Repeat cases at panel", "REPEAT CASES AT PANEL", "at panel", "repeat panel"])
def test_an_indicator_may_be_named_by_its_short_title_or_a_piece_of_it(dap, place, name):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "again"\ntitle = "% of cases submitted more than once"\n')
        catalogue.write('short_title = "Repeat cases at panel"\nsource = "some"\nunit = "percent"\n')
    for command in ("show", "export"):
        answer = dap(command, name)
        assert "% of cases submitted more than once" in answer.out
        assert answer.err == ""


def test_a_whole_title_names_its_indicator_though_others_have_it_in_theirs(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "twice"\ntitle = "People seen twice"\nsource = "some"\nunit = "count"\n')
    answer = dap("show", "people seen")
    assert "11 in Q2 2023/24" in answer.out
    assert answer.err == ""


def test_what_has_no_place_in_the_report_stands_behind_what_has_one_and_is_told_of(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "old"\ntitle = "People once a year"\nsource = "some"\nunit = "count"\n')
        catalogue.write('frequency = "year"\n')
    answer = dap("show", "people")
    assert answer.status == 0
    assert "People seen" in answer.out
    assert "may also be old (People once a year), not in the report of Q2 2023/24" in answer.err


def test_a_code_names_every_indicator_that_has_it(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        for name in ("north", "south"):
            catalogue.write(f'[[indicator]]\nid = "{name}"\ncode = "15"\ntitle = "Beds in the {name}"\n')
            catalogue.write('source = "some"\nunit = "count"\n')
    for command in ("show", "export"):
        page = dap(command, "15").out
        assert "Beds in the north" in page
        assert "Beds in the south" in page


def test_an_indicator_of_other_periods_says_of_which(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[[indicator]]\nid = "old"\ntitle = "Once a year"\nsource = "some"\nunit = "count"\n')
        catalogue.write('frequency = "year"\n')
    (place / "returns/2020-21").mkdir()
    (place / "returns/2020-21/some.csv").write_text("indicator,breakdown,value,note\nold,,12,\n")
    error = dap("show", "old").err
    assert "'old' is not in the report of Q2 2023/24; it has figures for 2020-21; name one with --period" in error
    assert "12 in 2020/21" in dap("show", "old", "--period", "2020-21").out


def test_a_term_of_the_glossary_is_told_where_no_indicator_is_called_so(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write('[glossary]\nIDVA = "Independent Domestic Violence Adviser"\n')
    assert "no indicator 'idva'; IDVA: Independent Domestic Violence Adviser" in dap("show", "idva").err


def test_blank_returns_after_the_last_period_say_that_nothing_is_overdue(dap, place):
    assert "after last_period" in dap("template", "2023-24-Q3").err


def test_what_is_in_is_asked_of_the_latest_quarter_with_a_file_though_it_is_blank(dap, place):
    dap("template", "2023-24-Q3")
    assert "Missing in Q3 2023/24" in dap("show", "--returns").out


def test_so_it_is_of_the_latest_year_where_figures_are_yearly(dap, tmp_path, monkeypatch):
    dap("init", str(tmp_path / "yearly"), "--example", "rotherham")
    monkeypatch.chdir(tmp_path / "yearly")
    dap("template", "2014-15")
    assert "Missing in 2014/15" in dap("show", "--returns").out


def test_a_period_in_which_nothing_is_reported_is_said(dap, place):
    answer = dap("show", "--period", "1999-00")
    assert answer.status == 0
    assert "No indicator is in the report of 1999/00." in answer.out


@pytest.mark.parametrize("form", ["[]", "{}", "[1]", "2"])
def test_a_published_file_of_another_format_hides_nothing_else(dap, place, form):
    (place / "returns/2023-24-Q2/published.toml").write_text(f"format = {form}\n")
    found = json.loads(dap("check", "--format", "json").out)["findings"]
    assert {each["file"] for each in found} == {"returns/2023-24-Q2/published.toml"}
    assert dap("show").status == 0


@pytest.mark.parametrize("own", ["catalogue.toml", "returns/2023-24-Q2/some.csv", "returns/new.csv"])
def test_a_report_never_takes_the_place_of_what_it_is_made_from(dap, place, own):
    before = (place / "catalogue.toml").read_bytes(), (place / "returns/2023-24-Q2/some.csv").read_bytes()
    answer = dap("export", "-o", own)
    assert answer.status == 2
    assert "its own files" in answer.err
    assert before == ((place / "catalogue.toml").read_bytes(), (place / "returns/2023-24-Q2/some.csv").read_bytes())


def test_blank_returns_are_not_written_through_a_link(dap, place, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (place / "returns/2023-24-Q3").symlink_to(outside)
    answer = dap("template", "2023-24-Q3")
    assert answer.status == 2
    assert "is a link" in answer.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_that_cannot_be_meant_is_refused(dap, place, day):
    answer = dap("check", "--as-of", day)
    assert answer.status == 2
    assert "cannot be meant" in answer.err


def test_a_folder_name_that_is_too_long_is_refused(dap):
    answer = dap("-C", "x" * 5000, "check")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "fault in dap" not in answer.err


@pytest.mark.parametrize(("stream", "words"), [("stdout", ["show"]), ("stderr", ["show", "--period", "x"])])
def test_a_closed_stream_is_no_fault_of_ours(dap, place, monkeypatch, stream, words):
    monkeypatch.setattr(sys, stream, None)
    status = run_quietly(words, monkeypatch)
    assert status == 2


def run_quietly(words, monkeypatch):
    from dap_tui.cli.console import run
    from dap_tui.cli.program import program

    monkeypatch.setattr(sys, "argv", ["dap", *words])
    return run(program())


def test_what_a_report_would_hide_is_marked_and_one_switch_hides_it(dap, place):
    with (place / "catalogue.toml").open("a") as catalogue:
        catalogue.write("suppress_below = 5\n")
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,3\n")
    inside, outside = dap("show").out, dap("show", "--as-published").out
    assert "3c" in inside
    assert "hidden in reports" in inside
    assert "3c" not in outside
    assert "[c]" in outside
    assert "12c" not in inside, "only what is hidden is marked"


def test_where_nothing_is_hidden_nothing_is_marked(dap, place):
    assert "hidden in reports" not in dap("show").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "csv", "--by", "tag"], "dap: --by changes nothing in csv"),
        (["--format", "json", "--view", "exceptions", "-y"], "dap: --view and --last-year change nothing in json"),
        (["seen", "--view", "exceptions"], "dap: --view changes nothing in a page on an indicator"),
        (["--period", "2023-24", "--last-year"], "dap: --last-year changes nothing in a report of a year"),
    ],
)
def test_an_option_that_changes_nothing_is_said_to(dap, place, words: list[str], said: str) -> None:
    del place
    answer = dap("export", *words)
    assert answer.status == 0
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == 1


def test_an_option_left_out_or_of_use_is_not_spoken_of(dap, place) -> None:
    del place
    for words in (["--format", "csv"], ["seen"], ["--by", "source"], ["--view", "exceptions"]):
        assert dap("export", *words).err == ""


def test_a_grouping_that_makes_one_group_of_all_is_said_to(dap, place):
    said = "dap: no indicator has a {} in the catalogue, so --by {} makes one group of them all\n"
    for by in ("priority", "tag", "level"):
        assert dap("export", "--by", by).err == said.format(by, by)
        assert dap("show", "--by", by).err == said.format(by, by)
    assert dap("export", "--by", "source").err == ""
    text = (place / "catalogue.toml").read_text().replace('unit = "count"', 'unit = "count"\ntags = ["Protect"]')
    (place / "catalogue.toml").write_text(text)
    assert dap("export", "--by", "tag").err == ""


QUOTING = """
[[commentary]]
indicator = "seen"
text = "3 people came."
"""


def test_whoever_exports_hears_of_words_that_quote_a_hidden_figure(dap, place):
    (place / "returns/2023-24-Q2/narrative.toml").write_text(QUOTING)
    assert "quote" not in dap("export").err
    text = (place / "catalogue.toml").read_text() + "suppress_below = 5\n"
    (place / "catalogue.toml").write_text(text)
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,3\n")
    said = (
        "dap: people's words quote a figure that the report hides, at returns/2023-24-Q2/narrative.toml:4:9: "
        "say it without the number; see 'dap explain NAR401'\n"
    )
    for view in ("report", "exceptions"):
        assert dap("export", "--view", view).err == said
    assert said in dap("publish", "--force").err
    assert dap("export", "--no-suppress").err == ""
    assert dap("export", "--period", "2023-24-Q1").err == ""


WORSE = """
[[exception]]
indicators = ["seen"]
rules = ["worsening"]
decision = "report"
text = "Two posts are vacant."
"""


def test_whoever_exports_hears_of_words_that_no_figure_raises_any_longer(dap, place):
    (place / "returns/2023-24-Q2/narrative.toml").write_text(WORSE)
    assert dap("export").err == ""
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,13\n")
    said = (
        "dap: a decision and its words are not in this report, since none of the rules named holds any longer of "
        "'seen': see 'dap explain NAR301'\n"
    )
    answer = dap("export", "--view", "exceptions")
    assert answer.err == said
    assert "Two posts are vacant." not in answer.out
    assert dap("export", "--period", "2023-24-Q1").err == ""
    (place / "returns/2023-24-Q2/some.csv").write_text("indicator,value\nseen,1x\n")
    assert "a decision" not in dap("export").err

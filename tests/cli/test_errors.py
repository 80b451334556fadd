"""What cannot be done is said in one line that names the next step."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("show -C nowhere", "there is no folder nowhere; name another, by -C or DAP_WORKSPACE"),
        ("init . ", "is a workspace already, and is not written over; go on with it"),
        ("init new --example nonsense", "there are barnsley, cambridgeshire, rotherham"),
        ("init new --example", "Try 'dap init --help'"),
        ("show --last-year=3", "Try 'dap show --help'"),
        ("show nonsense", "there is no indicator 'nonsense'; ids and titles stand in catalogue.toml"),
        ("show --as-of 2999-01-01", "write it as 2024-01-31"),
        ("show --as-of 20240131", "write the day 31/1/2024 as 2024-01-31"),
        ("show --period 2023", "is part of two years; write 2023-24"),
        ("show --period 2023-24-Q5", "write 2023-24-Q3 or 2023-24"),
        ("export -o .", "is a folder; name a file in it"),
        ("export -o nowhere/report.md", "there is no folder 'nowhere'; make one, or name another"),
        ("export -o catalogue.toml", "write the report beside them"),
        ("export seen --period 2019-20-Q1", "it has figures for 2023-24-Q1 and 2023-24-Q2; name one with --period"),
        ("publish --period 2019-20-Q1", "name another --period"),
        ("publish --period 2023-24", "name a quarter of it"),
        ("publish", "report or hold them ('dap tui', then x), or publish all the same with --force"),
        ("template 2023-24-Q2", "there is nothing left to return for Q2 2023/24: see returns/2023-24-Q2/some.csv"),
        ("template 2023-24", "name a quarter"),
        ("template 2022-23-Q4", "see 'from' and 'until' in the catalogue"),
        ("template 2023-24-Q3 --source sone", "did you mean 'some'?"),
        ("explain RET20", "did you mean 'RET20"),
        ("help nonsense", "there is catalogue, returns, narrative, measures"),
        ("nonsense", "Try 'dap --help'"),
    ],
)
def test_each_names_what_to_do(dap, place, words, said):
    answer = dap(*words.split())
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err


def test_before_anything_was_returned_a_new_workspace_shows_what_is_to_come_and_the_rest_says_how_to_begin(dap, place):
    for path in place.glob("returns/*/some.csv"):
        path.write_text("indicator,value\nseen,\n")
    (place / "catalogue.toml").write_text((place / "catalogue.toml").read_text().replace("last_period", "#"))
    assert "Q2 2023/24" in dap("show").out
    assert "nothing was returned for Q2 2023/24" in dap("publish").err
    for path in place.glob("returns/*/some.csv"):
        path.unlink()
    assert "'dap template' writes blank returns of a quarter to fill in" in dap("show").err


def test_who_stops_a_command_is_told_so(dap, place, monkeypatch):
    def stopped(root):
        raise KeyboardInterrupt

    monkeypatch.setattr("dap_tui.reading.workspace.read_workspace", stopped)
    answer = dap("show")
    assert (answer.status, answer.out, answer.err) == (130, "", "dap: stopped\n")

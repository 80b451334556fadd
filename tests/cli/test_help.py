"""Help in the terminal says what the program knows."""

from __future__ import annotations

import pytest

from dap_tui.catalogue import ExceptionRule, Indicator
from dap_tui.help import TOPICS, topic
from dap_tui.measure import Mark, Symbol


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_is_said_in_the_width_of_a_terminal(dap, name):
    answer = dap("help", name)
    assert answer.status == 0
    assert max(map(len, answer.out.splitlines())) <= 120
    assert f"dap help {name}" in dap("help").out


def test_another_topic_is_refused_with_those_there_are(dap):
    answer = dap("help", "weather")
    assert answer.status == 2
    assert "catalogue, returns, narrative, measures" in answer.err


def test_every_key_of_an_indicator_is_told():
    known = {name.rstrip("_") for name in Indicator._fields} - {"place", "targets", "benchmarks"}
    told = topic("catalogue")
    assert {name for name in known if name not in told} == set()


def test_every_symbol_mark_and_rule_is_told():
    assert all(f"[{each}]" in topic("returns") for each in (*Symbol, *Mark))
    assert all(each in topic("measures") for each in ExceptionRule if each is not ExceptionRule.RAISED)


@pytest.mark.parametrize("words", [("explain",), ("explain", "VAL103"), ("help", "measures"), ("help", "returns")])
def test_what_the_program_explains_is_ascii_where_nothing_else_is_shown(dap, words, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    assert dap(*words).out.isascii()


@pytest.mark.parametrize("words", [("explain",), ("explain", "VAL302"), ("explain", "NAR301")])
def test_what_a_finding_means_is_as_narrow_as_the_terminal(dap, words, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, dap(*words).out.splitlines())) <= 60

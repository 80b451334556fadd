"""Did you mean …? One edit is always found; likeness beyond it only while there are few words to compare."""

from __future__ import annotations

import difflib

import pytest

from dap_tui.reading.catalogue import read_catalogue
from dap_tui.reading.nearest import COMPARISONS, Nearest

IDS = [f"referrals-{each:04}-ward" for each in range(1_000)]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many words each search by likeness compares with."""
    counts: list[int] = []
    search = difflib.get_close_matches

    def counting(word: str, words: list[str], n: int, cutoff: float) -> list[str]:
        counts.append(len(words))
        return search(word, words[:5], n, cutoff)

    monkeypatch.setattr(difflib, "get_close_matches", counting)
    return counts


def test_a_thousand_misspelt_words_are_compared_a_limited_number_of_times(compared: list[int]) -> None:
    nearest = Nearest(IDS)
    answers = [nearest.to(f"{each}s-of") for each in IDS]
    assert sum(compared) == COMPARISONS
    assert answers[0] == IDS[0]
    assert answers[-1] is None


def test_one_edit_is_found_however_many_words_were_asked_before(compared: list[int]) -> None:
    nearest = Nearest(IDS)
    for each in IDS:
        nearest.to(f"{each}s-of")
    compared.clear()
    assert [nearest.to(f"{each}s") for each in IDS] == IDS
    assert compared == []


def test_more_words_than_may_be_compared_are_not_compared_at_all(compared: list[int]) -> None:
    nearest = Nearest(str(each) for each in range(COMPARISONS + 1))
    assert nearest.to("123456789") is None
    assert compared == []


def test_the_limit_holds_for_a_whole_catalogue(compared: list[int]) -> None:
    """Each of its lists of ids has not a limit of its own."""
    wrong = "".join(
        f'[[action]]\nid = "a{at}"\ntitle = "A"\nindicators = ["{each}s-of"]\n' for at, each in enumerate(IDS)
    )
    known = "".join(f'[[indicator]]\nid = "{each}"\ntitle = "A"\nsource = "s"\nunit = "count"\n' for each in IDS)
    found = read_catalogue(f'[[source]]\nid = "s"\nname = "S"\n{known}{wrong}'.encode()).findings
    assert len(found) == len(IDS)
    assert sum(compared) == COMPARISONS

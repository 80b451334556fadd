"""What words that are typed find: one rule for the palette and for every list that is narrowed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_STEM: Final = 6
"""Words that begin with the same letters, so many, are forms of one: referrals, referred."""
_WORD: Final = re.compile(r"\w+")

NOT_FOUND: Final = 3
"""The rank of what lacks one of the words, in any form."""


def rank(words: Sequence[str], said: str, name: str = "") -> int:
    """How well what is said has the words, 0 the best: its name begins with the first, it has them, or forms of them.

    All of it is casefolded already.

    >>> [rank(["referrals"], said, said) for said in ("referrals made", "no. of referrals", "people referred", "beds")]
    [0, 1, 2, 3]
    """
    if not words:
        return 0
    lacking = [word for word in words if word not in said]
    if not lacking:
        bare = name.lstrip("0123456789. ")
        return 0 if any(each.startswith(words[0]) for each in (bare, name)) else 1
    if any(len(word) < _STEM for word in lacking):
        return NOT_FOUND
    stems = {each[:_STEM] for each in _WORD.findall(said)}
    return 2 if all(word[:_STEM] in stems for word in lacking) else NOT_FOUND

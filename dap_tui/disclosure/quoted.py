"""Small numbers in people's own words."""

from __future__ import annotations

import re


def numbers_in(text: str) -> bool:
    """Whether a text holds a number."""
    return bool(re.search(r"\d", text))

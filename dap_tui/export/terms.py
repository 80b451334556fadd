"""The glossary's terms that an indicator's own texts have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dap_tui.assess.position import Position


def terms_of(position: Position) -> list[tuple[str, str]]:
    """The glossary's terms that stand as words of their own in an indicator's title, note or definition."""
    own = position.indicator
    texts = " ".join(each for each in (own.title, own.note, own.definition) if each)
    glossary = position.catalogue.glossary.items()
    return [each for each in glossary if re.search(rf"(?<!\w){re.escape(each[0])}(?!\w)", texts)]

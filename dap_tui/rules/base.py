"""The small workspace that every rule's examples are laid over; nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CATALOGUE: Final = """\
[partnership]
name = "Anytown Domestic Abuse Partnership"
last_period = "2023-24-Q3"

[[priority]]
id = "right-support"
title = "The right support"
aims = ["More safe housing"]

[[source]]
id = "idas"
name = "IDAS"

[[indicator]]
id = "idas-referred"
title = "Referred to the service"
source = "idas"
priorities = ["right-support"]
unit = "count"
polarity = "higher"
from = "2023-24-Q3"

[[indicator]]
id = "idas-marac-repeat"
title = "% of repeat cases at MARAC"
source = "idas"
priorities = ["right-support"]
unit = "percent"
polarity = "lower"
from = "2023-24-Q3"

[[indicator]]
id = "idas-grant"
title = "Grant spent"
source = "idas"
priorities = ["right-support"]
unit = "pounds"
from = "2023-24-Q3"
"""

RETURN: Final = "returns/2023-24-Q3/idas.csv"

HEADER: Final = "indicator,breakdown,value,note\n"

ROWS: Final = 'idas-referred,,448,\nidas-marac-repeat,,30%,\nidas-grant,,"1,200",\n'

NARRATIVE: Final = "returns/2023-24-Q3/narrative.toml"

BASE: Final[Mapping[str, str]] = {"catalogue.toml": CATALOGUE, RETURN: HEADER + ROWS}
"""Files by name from the workspace. Bytes that are not UTF-8 stand in an example as surrogate escapes."""


def laid_over(files: Mapping[str, str]) -> Mapping[str, str]:
    """The small workspace with an example's files over it; what lies below a file that it names is gone."""
    kept = {name: text for name, text in BASE.items() if not any(name.startswith(f"{over}/") for over in files)}
    return {**kept, **files}


def catalogue(old: str, new: str) -> Mapping[str, str]:
    """The catalogue with its first `old` put as `new`; with an empty `old`, `new` at its end."""
    return {"catalogue.toml": CATALOGUE.replace(old, new, 1) if old else CATALOGUE + new}


def rows(text: str) -> Mapping[str, str]:
    """A return of these rows under the usual header."""
    return {RETURN: HEADER + text}


def row(old: str, new: str) -> Mapping[str, str]:
    """The return with its first `old` put as `new`."""
    return {RETURN: (HEADER + ROWS).replace(old, new, 1)}


def narrative(text: str) -> Mapping[str, str]:
    """A narrative of the quarter."""
    return {NARRATIVE: text}

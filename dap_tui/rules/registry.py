"""All rules by their codes, collected from the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from dap_tui.rules import Rule

MODULES: Final = (
    "catalogue",
    "coverage",
    "returns",
    "values",
    "figures",
    "sums",
    "due",
    "narrative",
    "decisions",
    "small_numbers",
    "published",
)
"""The modules of rules, in the order in which they are listed."""


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, in the order of the modules and of the codes in each.

    Raises ValueError where two rules have one code.
    """
    found: dict[str, Rule] = {}
    for name in MODULES:
        module = import_module(f"dap_tui.rules.{name}")
        own = [value for value in vars(module).values() if isinstance(value, Rule)]
        for rule in sorted(own, key=lambda rule: rule.code):
            if rule.code in found and found[rule.code] is not rule:
                raise ValueError(f"two rules are {rule.code}")
            found[rule.code] = rule
    return found

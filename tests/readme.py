"""Write what the README takes from the program: `python tests/readme.py` after a rule was added or reworded."""

from __future__ import annotations

from pathlib import Path

from dap_tui.check.explain import rules_table

README = Path(__file__).parents[1] / "README.md"
FIRST, LAST = "<!-- the rules -->\n", "<!-- the end of the rules -->"


def with_rules(readme: str) -> str:
    """The README with the table of rules as the program has it now."""
    before, _, rest = readme.partition(FIRST)
    _, _, after = rest.partition(LAST)
    return f"{before}{FIRST}\n{rules_table()}\n{LAST}{after}"


if __name__ == "__main__":
    README.write_text(with_rules(README.read_text(encoding="utf-8")), encoding="utf-8")

"""The file formats and the measures, as texts for the terminal: `dap help TOPIC`."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from dap_tui.errors import NotKnown

TOPICS: Final = {
    "catalogue": "catalogue.toml: what is measured, by whom, against which targets",
    "returns": "returns/: how figures are sent in, and what stands where there is none",
    "narrative": "narrative.toml: commentary, decisions on exceptions, the action plan's progress",
    "measures": "how status, direction of travel, exceptions and variation are worked out",
}


def topic(name: str | None) -> str:
    """The text of a topic; without a name, the list. Raises NotKnown."""
    if name is None:
        return "\n".join(f"dap help {each:<10} {what}" for each, what in TOPICS.items()) + "\n"
    if name.lower() not in TOPICS:
        raise NotKnown(f"there is no help on '{name}'; there is {', '.join(TOPICS)}")
    return (files("dap_tui.help") / f"{name.lower()}.txt").read_text(encoding="utf-8")

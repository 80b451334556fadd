"""The floor of the screens: a Textual app that shows one Static, and says the key that was pressed."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Floor(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("ready")

    def on_key(self, event: Key) -> None:
        self.query_one(Static).update(f"pressed {event.key} {self.size}")


if __name__ == "__main__":
    Floor().run()

"""The program in the terminal: keys and mouse in, painted lines out, files watched on the side."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.strip import Strip

from dap_tui.errors import WriteRefused
from dap_tui.tui.canvas import Canvas, Spot
from dap_tui.tui.deeds import Deeds
from dap_tui.tui.loading import Fingerprint, checked, fingerprint, read_again
from dap_tui.tui.page import paint_page
from dap_tui.tui.painted import Page
from dap_tui.tui.session import Reading, Session
from dap_tui.tui.terminal import Result
from dap_tui.tui.theme import Theme

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from dap_tui.tui.writing.field import WordsField

_LOOK_EVERY = 1.0
"""Seconds between looks at the files."""
_KEEP_EVERY = 1.0
"""Seconds between moments at which what is typed is kept."""
_LOOK_FOR_EVERY = 0.02
"""Seconds between looks at whether work on the side is done."""
_COUNT_FOR = 0.008
"""Seconds of counting between two keys."""
_COUNT_AFTER = 0.03
"""Seconds from a painting to the counting, so that it is on the screen by then."""
_TOLD_EVERY = 100
"""After so many indicators it is painted how far the counting is."""


class DapApp(App[None]):
    """`dap tui`."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = []
    CSS = "Screen { layers: base words; overflow: hidden; } ToastRack { display: none; }"

    def __init__(self, session: Session, theme: Theme, stamps: Fingerprint | None = None) -> None:
        """The session holds what was read, from files of these `stamps`; the theme says how it is drawn."""
        super().__init__(ansi_color=True)
        # On Windows, and with a Textual whose parser has another name, pastes are read as Textual reads them.
        with suppress(ImportError):
            from dap_tui.tui.pasting import heed_pastes

            heed_pastes()
        self.session, self.drawn = session, theme
        self.deeds = Deeds(session, self)
        self._page = Page(self._draw, self.leave_room)
        self._reader = ThreadPoolExecutor(1, "reading")
        self._is_reading = self._is_counting = self._is_keeping = False
        self._words: WordsField | None = None
        self._mounting: AwaitMount | None = None
        self._look: Future[Fingerprint] | None = None
        self._stamps = stamps
        self.fault: Exception | None = None
        self.kept: Path | None = None

    @property
    def page_text(self) -> str:
        """What stands on the screen, as plain text."""
        return "" if self._page.canvas is None else self._page.canvas.text

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None: the lines are in the terminal's form already, and without colour where that is asked for."""
        return ()

    def compose(self) -> ComposeResult:
        """One widget."""
        yield self._page

    def on_mount(self) -> None:
        """Start to look at the files and for the terminal, and to answer those who would end the program."""
        self.set_interval(_LOOK_EVERY, self._look_at_files)
        self.set_interval(_KEEP_EVERY, self._keep_typed)
        self.app_resume_signal.subscribe(self, self._come_back)
        if os.name == "posix" and not self.is_headless:
            self.set_interval(_LOOK_EVERY, self._look_for_terminal)
        if hasattr(self, "_loop") and self._loop is not None and os.name == "posix":
            self._loop.add_signal_handler(signal.SIGTERM, self.exit)

    def on_ready(self) -> None:
        """Show the terminal's own cursor, which stands on the chosen row; then go on with what can wait."""
        self._show_cursor()
        # The figures stay for as long as they are looked at: not to be gone through at every collection.
        gc.freeze()
        gc.enable()
        # What check finds is not needed for the first table.
        self.aside(partial(checked, self.session.reading, self.session.as_of), self._take_findings)
        self.deeds.settle()
        self.deeds.seek_kept()
        self._count_soon()

    def _show_cursor(self) -> None:
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")

    def _come_back(self, _: App[None]) -> None:
        """Show all of it again, after an editor or a shell had the terminal."""
        self._show_cursor()
        self._page.refresh()

    def hang_up(self) -> None:
        """End, as the terminal has gone; nobody sees what is printed now, so that unsaved words are kept."""
        self.keep_words()
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.exit)

    def _look_for_terminal(self) -> None:
        """A terminal that does not rule the program goes without a signal."""
        if sys.__stdin__ is not None and not sys.__stdin__.isatty():
            self.hang_up()

    def keep_words(self) -> None:
        """Put unsaved words into a file, once, where that can be written."""
        if self.kept is None and not self._is_keeping:
            self._is_keeping = True  # a second signal may come in the middle of it
            with suppress(WriteRefused):
                self.kept = self.deeds.keep_words()
            self._is_keeping = False

    def _keep_typed(self) -> None:
        """Keep what is being typed, on the side: whatever ends the program, no more than a moment of it is lost."""
        before = self.session.not_kept
        keep = self.deeds.hold_typed()
        if keep is not None:
            self._reader.submit(keep)
        if self.session.not_kept != before:
            self.repaint()

    def _handle_exception(self, error: Exception) -> None:
        """Close the screens after a fault of ours, here where Textual would show its traceback on them.

        Whoever opened them raises it again, once the terminal is as it was.
        """
        if self.fault is None:
            self.fault = self._exception = error
            self._exception_event.set()  # as tests that run the program wait for
        self.panic()

    def aside(self, work: Callable[[], Result], then: Callable[[Result], object]) -> None:
        """Do work on the side, and go on with what it gives; nothing waits for it."""
        self._look_for(self._reader.submit(work), then)

    def _look_for(self, result: Future[Result], then: Callable[[Result], object]) -> None:
        if result.cancelled():  # the program is ending
            return
        if result.done():
            then(result.result())
            self.repaint()
        else:
            self.set_timer(_LOOK_FOR_EVERY, partial(self._look_for, result, then))

    def _take_findings(self, reading: Reading) -> None:
        """Take what check found, unless the files were read again since."""
        if not self.session.reading.is_checked:
            self.session.reading = reading

    def _draw(self, width: int, height: int) -> tuple[list[Strip], Canvas]:
        canvas = paint_page(self.deeds, width, height)
        return self.drawn.strips(canvas), canvas

    def repaint(self) -> None:
        """Paint again, and count on where a period is not yet worked out."""
        self._page.paint()
        self._count_soon()

    def _count_soon(self) -> None:
        if not self._is_counting and not self.session.count.is_done:
            self._is_counting = True
            self.set_timer(_COUNT_AFTER, self._count_on)

    def _count_on(self) -> None:
        count = self.session.count
        before = count.seen
        if not count.is_done:
            count.go_on(_COUNT_FOR)
        passed = count.seen // _TOLD_EVERY > before // _TOLD_EVERY
        if count.is_done or (passed and self.deeds.view.tells_counting):
            self._page.paint()
        if count.is_done:
            self._is_counting = False
        else:
            self.set_timer(0.001, self._count_on)

    # Keys and mouse

    async def on_event(self, event: events.Event) -> None:
        """Keys go to the commands alone: nothing here has a focus of its own."""
        if isinstance(event, events.Key):
            if self._words is not None and self._words.is_written_in:
                self._words.take(event)
                return
            key = event.character if event.is_printable and event.character else event.key
            self.deeds.press(key)
            self.repaint()
            if self._mounting is not None:
                await self._mounting  # no key that comes right after is lost
                self._mounting = None
            return
        await super().on_event(event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is typed where one seeks."""
        for character in event.text.splitlines()[0] if event.text else "":
            if self.session.is_seeking or self.session.overlay == "palette":
                self.deeds.press(character)
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click chooses; a second one opens."""
        hit = self._page.canvas.hit_at(event.x, event.y) if self._page.canvas else None
        if hit is not None:
            self.session.message = ""
            (hit.again if event.chain > 1 and hit.again else hit.action)()
            self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls."""
        self.deeds.view.scroll(3)
        self.repaint()

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls."""
        self.deeds.view.scroll(-3)
        self.repaint()

    def leave_room(self, spot: Spot | None) -> None:
        """Put the field of words where the page leaves room for it, and take it away where it leaves none."""
        if self._words is None and spot is not None:
            from dap_tui.tui.writing.field import WordsField

            self._words = WordsField(self.deeds, lambda: self.drawn)
            self._mounting = self.mount(self._words)
        if self._words is not None:
            self._words.place(spot)

    # What the commands want of a terminal

    def copy(self, text: str) -> str:
        """Send a text to the clipboard, through the terminal (OSC 52), which answers nothing."""
        self.copy_to_clipboard(text)
        if os.environ.get("TMUX"):
            return "Sent to tmux, which passes it on where set-clipboard is on"
        return "Sent to the terminal’s clipboard"

    def edit(self, path: Path, line: int, column: int) -> str:
        """Open a file; an editor in the terminal is left the screen, and the files are read again afterwards."""
        from dap_tui.tui.editing import Desk, opening

        how = opening(path, line, column, Desk())
        if isinstance(how, str):
            return how
        if not how.takes_terminal:
            return how.run()
        with self.suspend():
            said = how.run()
        self.reread()
        return said

    def switch_theme(self) -> None:
        """From the dark page to the light one, and back."""
        if not self.drawn.is_plain:
            self.drawn = Theme("dark" if self.drawn.name == "light" else "light")

    def leave(self) -> None:
        """End the program."""
        self.exit()

    # Files

    def reread(self) -> None:
        """Read the files again, on the side; and send the whole screen, whatever another program left on it."""
        self._page.refresh()
        if not self._is_reading:
            self._is_reading = True
            self.aside(partial(read_again, self.session.reading, self.session.as_of), self._take)

    def _take(self, reading: Reading) -> None:
        """Take what was read."""
        self._is_reading = False
        self.session.take(reading)
        gc.unfreeze()
        gc.freeze()
        self.deeds.settle()

    def _look_at_files(self) -> None:
        """Compare times and sizes with those of the last look; the looking itself is done on the side."""
        if self._look is not None:
            if not self._look.done() or self._look.cancelled():
                return
            stamps, self._look = self._look.result(), None
            if self._stamps is None:
                self._stamps = stamps
            elif stamps != self._stamps and not self._is_reading:
                self._stamps = stamps
                self.reread()
        self._look = self._reader.submit(fingerprint, self.session.reading.workspace.root)

    def on_unmount(self) -> None:
        """Let the reader go."""
        self._reader.shutdown(wait=False, cancel_futures=True)

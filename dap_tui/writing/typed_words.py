"""Words as they are being typed, in one private file that outlives the program and goes once they are safe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from dap_tui.errors import WriteRefused
from dap_tui.writing import kept_words
from dap_tui.writing.whole import write_new, write_whole


class Unsaved(NamedTuple):
    """Words under their headings, of the workspace at `root`, with what else they are `about`."""

    root: Path
    about: Sequence[tuple[str, str]]
    words: Sequence[tuple[str, str]]


class TypedWords:
    """The file of one sitting, made when there is first something to lose; it may be used from any thread."""

    def __init__(self) -> None:
        """Nothing is typed yet."""
        self._lock = RLock()
        self._path: Path | None = None
        self._is_over = False
        self.refused = ""

    def hold(self, unsaved: Unsaved | None, now: datetime) -> None:
        """Have the file hold this, and nothing else; without anything to lose there is none.

        Where it cannot be written (a full disk) it stays as it was, and `refused` says why: the words stand on the
        screen all the same.
        """
        with self._lock:
            if self._is_over:
                return
            self.refused = ""
            if unsaved is None:
                self._drop()
                return
            try:
                self._write(kept_words.content_of(*unsaved, now), now)
            except (WriteRefused, OSError) as error:
                self.refused = str(error)

    def _write(self, content: bytes, now: datetime) -> None:
        if self._path is None:
            self._path = kept_words.made_folder() / kept_words.typed_name(now)
        if os.path.lexists(self._path):
            write_whole(self._path, content)
        else:
            write_new(self._path, content, mode=0o600)

    def end(self) -> None:
        """The words are safe elsewhere, or nobody's any more: the file goes, and none is made again."""
        with self._lock:
            self._is_over = True
            self._drop()

    def _drop(self) -> None:
        if self._path is not None:
            with suppress(OSError):  # it is told of at the next start
                self._path.unlink(missing_ok=True)
            self._path = None

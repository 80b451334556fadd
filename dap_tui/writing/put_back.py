"""Kept words found again, for the form that they were typed in: what `kept_words` wrote, read anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from dap_tui.reading.text import visible
from dap_tui.writing import kept_words

_BACK: Final = ".back"
"""Beside a file whose words were put back, and then saved or left by the person who typed them."""
_LARGEST: Final = 1_000_000
"""Bytes; nobody types more, and a file that is larger is none of ours."""


class KeptWords(NamedTuple):
    """A file of kept words: what it says it is about, by name, and what follows that."""

    path: Path
    about: Mapping[str, str]
    body: str

    @property
    def is_told(self) -> bool:
        """Whether nobody is told of it any more."""
        return kept_words.is_told(self.path)

    def words(self, headings: Sequence[str]) -> dict[str, str]:
        """The words under each of some headings, which stand in that order; none where it begins with another."""
        places: list[tuple[str, int, int]] = []
        for heading in headings:
            mark = f"\n{heading}:\n\n"
            at = self.body.find(mark, places[-1][2]) if places else 0 if self.body.startswith(mark) else -1
            if at >= 0:
                places.append((heading, at, at + len(mark)))
        ends = [*(at for _, at, _ in places[1:]), len(self.body)]
        under = {heading: self.body[start:end] for (heading, _, start), end in zip(places, ends, strict=True)}
        return {heading: words.strip("\n") for heading, words in under.items()}


def kept_for(root: Path, about: Sequence[tuple[str, str]]) -> list[KeptWords]:
    """What was kept of the workspace at `root` with all of this said of it and not put back since, the latest last."""
    wanted = {name: visible(value) for name, value in about}
    kept = [_read(each) for each in kept_words.files_of(root) if not each.with_suffix(_BACK).exists()]
    return [each for each in kept if each is not None and wanted.items() <= each.about.items()]


def is_back(files: Iterable[Path]) -> None:
    """These were put back, and what became of them was up to the person: neither told of nor put back again."""
    kept_words.put_by(files)
    for each in files:
        with suppress(OSError):  # they are put back again
            each.with_suffix(_BACK).touch(mode=0o600)


def _read(path: Path) -> KeptWords | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    _, _, rest = text.partition("\n\n")
    head, gap, body = rest.partition("\n\n")
    pairs = (line.partition(": ") for line in head.split("\n"))
    return KeptWords(path, {name: value for name, _, value in pairs}, f"\n{body}") if gap else None

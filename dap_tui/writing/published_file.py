"""`published.toml`, written: a file that is dap's own, made once and never over one that is there, unless forced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dap_tui.published import Published, PublishedIndicator
from dap_tui.writing.period_folder import make_folder
from dap_tui.writing.whole import write_new, write_whole

FORMAT = 1


def write_published(path: Path, published: Published, *, over: bool = False) -> None:
    """Writes what was published, whole or not at all; `over` one that is there only if that is asked for.

    Raises WriteRefused.
    """
    make_folder(path)
    content = published_text(published).encode()
    if over:
        write_whole(path, content)
    else:
        write_new(path, content)


def published_text(published: Published) -> str:
    """What was published, as the file has it: what is not known, or was not told, is left out."""
    return "\n".join(_tables(published))


def _tables(published: Published) -> Iterator[str]:
    import tomli_w

    head = {"format": FORMAT, "period": published.period.id, "published": published.day}
    yield tomli_w.dumps(_known(head))
    for each in published.indicators.values():
        yield f"[[indicator]]\n{tomli_w.dumps(_known(_settings(each)))}"


def _settings(told: PublishedIndicator) -> dict[str, Any]:
    return {
        "id": told.id,
        "value": told.value,
        "symbol": told.symbol,
        "target": told.target or None,
        "status": told.status,
        "arrow": told.arrow,
        "judgement": told.judgement,
        "hidden": list(told.hidden) or None,
    }


def _known(settings: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if value is not None}

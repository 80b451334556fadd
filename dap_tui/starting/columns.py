"""The columns of a blank return, and what stands in them before anybody has filled it in."""

from __future__ import annotations

from dap_tui.period import Quarter
from dap_tui.sentence import day_in_words
from dap_tui.starting.blank_return import BlankReturn, BlankRow


def columns_of(blank: BlankReturn) -> tuple[str, ...]:
    """The names of the columns; a year's return has no last quarter, and its titles say the year before."""
    last = ("last_quarter",) if isinstance(blank.period, Quarter) else ()
    return ("indicator", "title", "breakdown", *last, "due", "value", "note")


def cells_of(blank: BlankReturn, row: BlankRow) -> dict[str, str]:
    """The texts of a row by column; value and note are there to be filled in."""
    return {
        "indicator": row.indicator.id,
        "title": _title(blank, row),
        "breakdown": row.breakdown,
        "last_quarter": row.before,
        "due": day_in_words(blank.due),
        "value": "",
        "note": "",
    }


def _title(blank: BlankReturn, row: BlankRow) -> str:
    """The title, and what whoever fills it in has to know besides."""
    period, title = blank.period, row.indicator.title
    if isinstance(period, Quarter):
        since = f" (the total since {day_in_words(period.year.first_day)})"
        return f"{title}{since}" if row.indicator.is_running else title
    return f"{title} ({period.previous.shown}: {row.before})" if row.before else title

"""What a return is asked for of one indicator, by what was returned of it in its last year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dap_tui.catalogue import Indicator
from dap_tui.period import Period, Quarter
from dap_tui.returns import Returns


class AskedFor(NamedTuple):
    """Whether the total of an indicator is asked for, and which rows of its breakdown."""

    total: bool
    rows: tuple[str, ...]


def asked_for(indicator: Indicator, returns: Returns, period: Period) -> AskedFor:
    """What is asked for in a period: a total that dap works out, only where it was returned in the last year."""
    totals, rows = returns.totals(indicator.id), returns.rows(indicator.id)
    year = _last_year({*totals, *(each for series in rows.values() for each in series)}, period)
    names = tuple(name for name, series in rows.items() if not year.isdisjoint(series))
    is_worked_out = bool(names) or indicator.ratio is not None
    return AskedFor(not (is_worked_out and year.isdisjoint(totals)), names)


def _last_year(known: Iterable[Period], period: Period) -> set[Period]:
    """The last four quarters, or the last year, up to the latest one before in which it was returned."""
    earlier = [each for each in known if type(each) is type(period) and each.first_day < period.first_day]
    if not earlier:
        return set()
    latest = max(earlier, key=lambda each: each.first_day)
    return {latest.shifted(-back) for back in range(4)} if isinstance(latest, Quarter) else {latest}

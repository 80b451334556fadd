"""One random count: what happened in each quarter, and what is returned of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from disclosure.invented import Invented
from hypothesis import strategies as st

from dap_tui.catalogue import Indicator
from dap_tui.measure import Aggregate
from dap_tui.period import Period, Quarter

counts = st.one_of(
    st.integers(1, 4), st.integers(0, 6), st.integers(0, 12), st.integers(0, 40), st.sampled_from([0, 1, 5, 100])
)
slips = st.sampled_from([0, 0, 0, -3, -1, 1, 2, 6])
"""By how much a return is wrong: a total that its rows do not make, a running total that falls."""

often = st.sampled_from([False, False, True])


@dataclass(frozen=True)
class Oddities:
    """What is out of the ordinary in returns.

    `dirty` ones do not add up. `breaks` are series that break, with or without a leap. `changing` ones have breakdown
    rows and parts that come and go, and quarters without a breakdown. `close` bounds leave little room.
    """

    dirty: bool = False
    breaks: bool = False
    changing: bool = False
    close: bool = False


@dataclass
class Count:
    """A count with so many breakdown rows; one that is alone is no part of another, and can leap where it breaks."""

    draw: st.DrawFn
    made: Invented
    one: Indicator
    rows: int
    odd: Oddities
    is_alone: bool = field(kw_only=True)

    def __post_init__(self) -> None:
        self.names = [f"Ward {each}" for each in range(self.rows)]
        self.is_total_returned = not self.rows or self.draw(st.booleans())
        adds_up = bool(self.rows or self.one.parts or self.one.is_running)
        self.has_slips = self.odd.dirty and self.is_total_returned and adds_up
        symbols = ["", "", "", "[c]", "[x]", "missing"]
        self.symbols = st.sampled_from(symbols if self.draw(st.booleans()) else [""])
        self.is_changing = self.odd.changing and self.draw(st.booleans())
        self.has_breaks = self.odd.breaks and self.draw(st.booleans())
        self.running = dict.fromkeys([*self.names, ""], 0)
        self.there: list[str] = []

    def write(self, periods: Iterable[Period]) -> None:
        """Invents it in every period in which it is expected."""
        for at in periods:
            if self.one.is_expected(at):
                self._write_period(at)
        if self.draw(often) and not self.one.is_yearly:
            rows = self.names if self.draw(st.booleans()) else []
            self._write_years([*rows, *([""] if self.draw(st.booleans()) else [])])

    def _write_period(self, at: Period) -> None:
        is_first = not isinstance(at, Quarter) or at.number == 1
        if is_first:
            self.running = dict.fromkeys([*self.names, ""], 0)
        self.there = self._there(is_first=is_first) if self.is_changing else self.names
        is_break = self.has_breaks and self.draw(often)
        is_leap = is_break and self.is_alone and self.one.is_running and not is_first and self.draw(st.booleans())
        if is_leap:
            self.running |= {name: self.draw(counts) for name in self.there}
            self.running[""] = sum(self.running[name] for name in self.there) if self.rows else self.draw(counts)
        has_rows = is_leap or not (self.is_changing and self.is_total_returned and self.draw(often))
        for name, count in self._own(at).items():
            self.running[name] += count
            true = self.running[name] if self.one.is_running else count
            true += max(-true, self.draw(slips)) if self.has_slips and not name else 0
            self.made.truth[self.one.id, name, at] = true
            if has_rows if name else self.is_total_returned:
                symbol = "" if is_leap else self._symbol(true)
                mark = " [b]" if is_leap or (is_break and self.draw(st.booleans())) else ""
                if symbol != "missing":
                    self.made.written[self.one.id, name, at] = symbol or f"{true}{mark}"

    def _there(self, *, is_first: bool) -> list[str]:
        """The rows that are there: any; of a running total, those before and more."""
        kept = self.there if self.one.is_running and not is_first else []
        return [name for name in self.names if name in kept or self.draw(st.booleans())] or self.names[:1]

    def _own(self, at: Period) -> dict[str, int]:
        """What happened in the period alone, of each row and of all."""
        own = {name: self.draw(counts) for name in self.there}
        own[""] = sum(own.values()) if self.rows else self.draw(counts)
        if self.one.parts:
            total = sum(self.made.truth.get((part, "", at), 0) for part in self.one.parts)
            own[""] = total - (self.running[""] if self.one.is_running else 0)
        return own

    def _symbol(self, true: int) -> str:
        """What stands in place of a number, if anything: a symbol, or "missing"."""
        symbol = (self.draw(often) and self.draw(self.symbols)) or ""
        if symbol == "missing" and (self.rows or not self.is_alone):
            return "[x]"
        return "[z]" if symbol == "[c]" and not true else symbol

    def _write_years(self, names: list[str]) -> None:
        """Years returned as years, beside their quarters; a mean where it is a whole number."""
        one, made = self.one, self.made
        is_last = one.is_running or one.aggregate is Aggregate.LATEST
        times = 4 if one.aggregate is Aggregate.MEAN else 1
        for year in sorted({key[2].year for key in made.truth if key[0] == one.id}):
            for name in names:
                own = [made.truth.get((one.id, name, each)) for each in year.quarters]
                there = [each for each in (own[3:] if is_last else own) if each is not None]
                if there and len(there) >= times and not sum(there) % times:
                    made.truth[one.id, name, year] = sum(there) // times
                    made.written[one.id, name, year] = str(sum(there) // times)

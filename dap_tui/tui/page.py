"""The whole screen: masthead, the view that is open, the footer or what is being sought or said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dap_tui.period import Quarter
from dap_tui.tui.canvas import ACCENT, AMBER, QUIET, STRONG, TEXT, Area, Canvas
from dap_tui.tui.commands import footer_commands
from dap_tui.tui.navigation import VIEWS
from dap_tui.tui.text import cut, wrapped
from dap_tui.tui.widgets.footer import paint_footer
from dap_tui.tui.widgets.kept import kept_lines, paint_kept
from dap_tui.tui.widgets.masthead import ROOMY, Masthead, Tab, masthead_height, paint_masthead

if TYPE_CHECKING:
    from dap_tui.tui.deeds import Deeds

_SAID: Final = 3
"""The lines that what is said may take."""


def paint_page(deeds: Deeds, width: int, height: int) -> Canvas:
    """The screen as it stands, `width` by `height` cells."""
    session = deeds.session
    canvas = Canvas(width, height, ascii=session.glyphs.ascii_only, bands=session.bands)
    area = canvas.area
    head = masthead_height(height)
    _paint_masthead(area.part(0, 0, width, head), deeds)
    message = _message(deeds, width)
    foot = max(2 if height >= ROOMY else 1, len(message))
    kept = () if session.overlay else kept_lines(session.kept, width, height, session.glyphs)
    trouble = _trouble(deeds, width, height)
    below = height - foot - len(kept) - len(trouble)
    deeds.view.paint(area.part(0, head, width, max(below - head, 0)))
    for y, line in enumerate(trouble, below):
        area.fill("panel", 0, y, width, 1)
        area.put(2, y, line, AMBER if y == below else TEXT)
    paint_kept(area.part(0, below + len(trouble), width, len(kept)), kept, deeds.put_kept_by)
    if message:
        for y, line in enumerate(message, height - len(message)):
            area.put(2, y, line, TEXT)
    else:
        _paint_foot(area.part(0, height - 1, width, 1), deeds)
    if canvas.cursor is None:
        area.stand(head)
    return canvas


def _message(deeds: Deeds, width: int) -> tuple[str, ...]:
    """What is said, in place of the keys until the next one; in as many lines as it takes, up to three."""
    session = deeds.session
    if not session.message or session.is_seeking:
        return ()
    lines = wrapped(session.glyphs.text(session.message), width - 4)
    return lines if len(lines) <= _SAID else (*lines[: _SAID - 1], cut(f"{lines[_SAID - 1]} …", width - 4))


def _trouble(deeds: Deeds, width: int, height: int) -> tuple[str, ...]:
    """Why the files cannot be read now, above the keys: in a line, or in three where there is room."""
    trouble = deeds.session.reading.trouble
    if trouble is None:
        return ()
    words = deeds.session.glyphs.text(f"! The last good figures stay: {trouble}")
    lines, most = wrapped(words, width - 4), _SAID if height >= ROOMY else 1
    return lines if len(lines) <= most else (*lines[: most - 1], cut(f"{lines[most - 1]} …", width - 4))


def _paint_masthead(area: Area, deeds: Deeds) -> None:
    session = deeds.session
    count, assessment = session.count, session.assessment
    findings = session.reading.findings
    counts = {
        "exceptions": assessment.undecided if count.is_done else 0,
        "checks": len(findings),
        "actions": sum(each.is_late for each in assessment.plan),
    }
    wanting = {"exceptions"} | ({"checks"} if any(each.level == "error" for each in findings) else set())
    tabs = [Tab(view, title, counts.get(view, 0), view in wanting) for view, title in VIEWS]
    partnership = assessment.catalogue.partnership
    head = Masthead(
        (partnership.name or partnership.short_name or "dap") + (", as published" if session.as_published else ""),
        session.period.shown,
        assessment.summary if count.is_done else None,
        assessment.undecided if count.is_done else 0,
        tabs,
        session.view,
        deeds.open_view,
        deeds.turn_period,
        session.neighbour(-1) is not None,
        session.neighbour(1) is not None,
    )
    paint_masthead(area, head, session.glyphs)


def _paint_foot(area: Area, deeds: Deeds) -> None:
    session = deeds.session
    if session.is_seeking or session.sought:
        _paint_sought(area, deeds)
        return
    if deeds.view.has_more_below:
        end = area.right(area.width - 2, 0, "more below" if session.glyphs.ascii_only else "↓ more", QUIET)
        area = area.part(0, 0, end, 1)
    in_years = not isinstance(session.period, Quarter)
    view = deeds.view
    commands = footer_commands(view.footer_view(), in_years=in_years, has_chosen=view.has_chosen, idle=view.idle)
    paint_footer(area, commands, session.glyphs, deeds.do)


def _paint_sought(area: Area, deeds: Deeds) -> None:
    """The field one seeks in: a tint with the bar at its left, and what can be done."""
    session = deeds.session
    text = session.glyphs.text
    area.fill("field")
    area.put(0, 0, "▌", ACCENT if session.is_seeking else QUIET)
    x = area.put(area.put(2, 0, "/", QUIET) + 1, 0, text(session.sought) or "", STRONG)
    if session.is_seeking:
        area.put(x, 0, "_", ACCENT)
        area.canvas.cursor = (min(x, area.width - 1), area.y)
    words = "⏎ keep · esc leave" if session.is_seeking else "/ seek again · esc show all"
    area.right(area.width - 2, 0, text(words), QUIET)

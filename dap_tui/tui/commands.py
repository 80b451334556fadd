"""Every command with its keys and its words, once: the footer, the help and the palette read them from here."""

from __future__ import annotations

from typing import Final, NamedTuple

from dap_tui.sentence import listed

TABLES: Final = frozenset({"sources", "priorities"})
TICKS: Final = frozenset({"ticking"})
DECIDING: Final = TICKS | {"writing"}
LINES: Final = frozenset({"naming", "resolving"})
WRITING: Final = DECIDING | LINES | {"commenting", "updating"}
LISTS: Final = frozenset({"sources", "priorities", "targets", "exceptions", "checks", "actions"})


class Command(NamedTuple):
    """Something a person can do.

    `name` is that of the deed; `keys` are what is typed, as characters or Textual's names; `shown` is the key
    as it is written; `words` say what it does, `footer` is the short word for the footer (none: not there);
    `where` are the views it is for (none: everywhere), `not_where` those it is not for.
    """

    name: str
    keys: tuple[str, ...]
    shown: str
    words: str
    footer: str = ""
    where: frozenset[str] | None = None
    not_where: frozenset[str] = frozenset()
    footer_key: str = ""

    def is_for(self, view: str) -> bool:
        """Whether it does something in that view; while words are written, only what is meant for that does."""
        if self.where is None:
            return view not in self.not_where and view not in WRITING
        return view in self.where and view not in self.not_where


INDICATOR: Final = frozenset({"indicator"})
CHOOSING: Final = TABLES | INDICATOR | {"overview", "targets", "exceptions", "actions"}
WORDS: Final = frozenset({"words"})
PROPOSALS: Final = frozenset({"proposals"})
OVERLAYS: Final = WORDS | PROPOSALS | {"help", "palette", "lines", "exporting"}
EXPORTING: Final = frozenset({"exporting"})
SIDEWAYS: Final = TABLES | INDICATOR | {"overview"}
UNTURNED: Final = PROPOSALS | {"palette", "exporting"}

COMMANDS: Final[tuple[Command, ...]] = (
    Command("back", ("escape",), "esc", "Back one step", "back", INDICATOR | OVERLAYS),
    Command("earlier", ("[",), "[", "The quarter before", "quarter", footer_key="[ ]", not_where=UNTURNED),
    Command("later", ("]",), "]", "The quarter after", not_where=UNTURNED),
    Command("before", (",",), ",", "Source, priority or indicator before", "next",
            TABLES | INDICATOR, footer_key=", ."),
    Command("after", (".",), ".", "Source, priority or indicator after", where=TABLES | INDICATOR),
    Command("find", ("/",), "/", "Find: narrow what is shown as you type", "find", LISTS),
    Command("look_through_all", ("/",), "/", "Look through everything by name", "find",
            not_where=LISTS | {"palette", "exporting"}),
    Command("next_exception", ("n",), "n", "Next exception, across sources", "next exception", not_where=OVERLAYS),
    Command("previous_exception", ("N",), "N", "Exception before, across sources", not_where=OVERLAYS),
    Command("enter", ("enter",), "⏎", "Open what is chosen", "open",
            not_where=INDICATOR | WORDS | PROPOSALS | {"help", "lines", "exporting"}),
    Command("undecided", ("u",), "u", "The first exception that nobody has decided on", "undecided",
            not_where=OVERLAYS),
    Command("decide", ("x",), "x", "Report or hold the exception; raise one where there is none", "decide", CHOOSING),
    Command("decide_one", ("enter", "x"), "⏎", "Decide on what is chosen", "decide", PROPOSALS),
    Command("raise_exception", ("X",), "X", "Raise an exception that no rule found", where=CHOOSING),
    Command("comment", ("w",), "w", "Write the commentary", "write commentary", INDICATOR),
    Command("update", ("w",), "w", "Write how the action stands", "write how it stands", frozenset({"actions"})),
    Command("report_words", ("W",), "W", "The words of the report: sections, and what boards decided",
            "words of the report", not_where=OVERLAYS),
    Command("write_words", ("enter", "w"), "⏎", "Write what is chosen", "write", WORDS),
    Command("last_year", ("y",), "y", "Last year’s figures in brackets, on and off", "last year", TABLES),
    Command("published", ("z",), "z", "As published, small numbers hidden, on and off", "as published",
            not_where=OVERLAYS),
    Command("sort", ("s",), "s", "Sort another way", "sort", TABLES | {"targets"}),
    Command("errors_only", ("E",), "E", "Errors only, or all findings", "errors only", frozenset({"checks"})),
    Command("editor", ("o",), "o", "Open the file, at the line, in your editor", "open the file",
            LISTS | INDICATOR | WORDS | {"overview", "lines"}),
    Command("copy_row", ("c",), "c", "Copy the row as Markdown", "copy row", not_where=OVERLAYS),
    Command("copy_table", ("C",), "C", "Copy the table as Markdown", "copy table", not_where=OVERLAYS),
    Command("export", ("e",), "e", "Export the quarter into a file, as it may be published", "export",
            not_where=OVERLAYS),
    Command("write_report", ("enter",), "⏎", "Write the report", "write", EXPORTING),
    Command("export_format", ("tab",), "tab", "Markdown, HTML, JSON or CSV", "format", EXPORTING),
    Command("export_format_before", ("shift+tab",), "⇧tab", "The format before", where=EXPORTING),
    Command("export_view", ("ctrl+t",), "^t", "The whole report, or what goes to the board", "report or board",
            EXPORTING),
    Command("export_by", ("ctrl+g",), "^g", "By source, priority, tag or level", "grouping", EXPORTING),
    Command("reread", ("r",), "r", "Read the files again", "read again", not_where=OVERLAYS),
    Command("theme", ("t",), "t", "Dark page or light page", not_where=OVERLAYS),
    Command("palette", ("ctrl+p", ":"), "^p", "Everything by name: commands, indicators, findings", "commands"),
    Command("help", ("?", "f1"), "?", "The keys of where you are", "keys"),
    Command("quit", ("q", "ctrl+c", "ctrl+q"), "q", "Leave", "quit"),
    Command("up", ("up", "k"), "↑ k", "Up", not_where=EXPORTING),
    Command("down", ("down", "j"), "↓ j", "Down", not_where=EXPORTING),
    Command("left", ("left", "h"), "← h", "To the left: the one before, or an earlier figure", where=SIDEWAYS),
    Command("right", ("right", "l"), "→ l", "To the right: the one after, or a later figure", where=SIDEWAYS),
    Command("page_up", ("pageup", "ctrl+b"), "PgUp", "A screen up", not_where=EXPORTING),
    Command("page_down", ("pagedown", "ctrl+f", " "), "PgDn", "A screen down, as the space bar", not_where=EXPORTING),
    Command("first", ("home", "g"), "Home g", "To the first", not_where=EXPORTING),
    Command("last", ("end", "G"), "End G", "To the last", not_where=EXPORTING),
    Command("next_view", ("tab",), "tab", "Next view", not_where=OVERLAYS),
    Command("previous_view", ("shift+tab",), "⇧tab", "View before", not_where=OVERLAYS),
    Command("view_1", ("1",), "1", "Overview", not_where=OVERLAYS),
    Command("view_2", ("2",), "2", "Sources", not_where=OVERLAYS),
    Command("view_3", ("3",), "3", "Priorities, tags and levels", not_where=OVERLAYS),
    Command("view_4", ("4",), "4", "Targets", not_where=OVERLAYS),
    Command("view_5", ("5",), "5", "Exceptions", not_where=OVERLAYS),
    Command("view_6", ("6",), "6", "Checks", not_where=OVERLAYS),
    Command("view_7", ("7",), "7", "Actions", not_where=OVERLAYS),
    Command("save_words", ("ctrl+s",), "^s", "Save", "save", WRITING),
    Command("leave_words", ("escape", "ctrl+q"), "esc", "Leave; asks where words are not saved", "leave", WRITING),
    Command("report_or_hold", ("ctrl+t",), "^t", "Report or hold; take back what was decided", "report or hold",
            DECIDING),
    Command("next_status", ("ctrl+t",), "^t", "Another status", "status", frozenset({"updating"})),
    Command("next_board", ("ctrl+t",), "^t", "Another of the catalogue’s boards", "board", frozenset({"resolving"})),
    Command("save_and_next", ("ctrl+n",), "^n", "Save, and on to the next undecided exception", "save, next undecided",
            DECIDING),
    Command("next_field", ("tab",), "tab", "Next field, or what a decision is on", "next field", WRITING),
    Command("line_done", ("enter",), "⏎", "On to the next field", where=LINES),
    Command("previous_field", ("shift+tab",), "⇧tab", "Field before", where=WRITING),
    Command("words_keys", ("f1",), "F1", "These keys", "keys", WRITING),
    Command("tick", ("space", " ", "enter"), "space", "Put it under the decision, or take it out",
            "in or out", TICKS),
    Command("tick_up", ("up", "k"), "↑ k", "Up", where=TICKS),
    Command("tick_down", ("down", "j"), "↓ j", "Down", where=TICKS),
)  # fmt: skip

_FOOTER_ORDER: Final[dict[str, tuple[str, ...]]] = {
    "writing": ("save_words", "leave_words", "next_field", "report_or_hold", "save_and_next", "words_keys"),
    "commenting": ("save_words", "leave_words", "next_field", "words_keys"),
    "updating": ("save_words", "leave_words", "next_status", "words_keys"),
    "naming": ("save_words", "leave_words", "next_field", "words_keys"),
    "resolving": ("save_words", "leave_words", "next_field", "next_board", "words_keys"),
    "ticking": ("tick", "save_words", "leave_words", "next_field", "report_or_hold", "save_and_next", "words_keys"),
    "indicator": (
        "back", "decide", "comment", "before", "editor", "earlier", "next_exception", "copy_row", "palette", "help",
        "quit",
    ),
    "words": ("write_words", "back", "earlier", "editor", "palette", "help", "quit"),
    "proposals": ("decide_one", "back", "palette", "help", "quit"),
    "overview": (
        "enter", "undecided", "look_through_all", "earlier", "next_exception", "report_words", "export", "copy_table",
        "palette", "help",
        "quit",
    ),
    "checks": ("enter", "editor", "errors_only", "earlier", "find", "reread", "palette", "help", "quit"),
    "lines": ("back", "editor", "palette", "help", "quit"),
    "help": ("back", "quit"),
    "palette": ("enter", "back"),
    "exporting": ("write_report", "back", "export_format", "export_view", "export_by"),
    "exceptions": (
        "decide", "enter", "earlier", "find", "next_exception", "editor", "copy_row", "palette", "help", "quit",
    ),
    "targets": ("enter", "sort", "earlier", "find", "next_exception", "copy_table", "palette", "help", "quit"),
    "actions": ("update", "enter", "earlier", "find", "editor", "copy_table", "palette", "help", "quit"),
}  # fmt: skip
_FOOTER: Final = (
    "earlier", "before", "enter", "find", "next_exception", "last_year", "sort", "copy_row", "published", "editor",
    "report_words", "palette", "help", "quit",
)  # fmt: skip
_OF_A_ROW: Final = frozenset({"enter", "decide", "update", "copy_row", "editor"})
_ALWAYS: Final = frozenset({"help", "quit", "words_keys", "leave_words"})


def command_for(key: str, view: str) -> Command | None:
    """The command that a key gives in a view."""
    return next((command for command in COMMANDS if key in command.keys and command.is_for(view)), None)


_NAMES: Final = {
    "sources": "Sources", "priorities": "Priorities", "targets": "Targets", "exceptions": "Exceptions",
    "checks": "Checks", "actions": "Actions", "indicator": "an indicator", "overview": "Overview",
}  # fmt: skip


def of_no_use(key: str, view: str) -> str:
    """What is said of a key that gives no command in a view: where it gives one, or that it gives none anywhere."""
    if view in WRITING:
        return "Nothing is on that key; F1 shows the keys."
    there = [each for each in COMMANDS if key in each.keys and not (each.where or frozenset()) & WRITING]
    if any(each.where is None for each in there):
        return "Not here: esc goes back first."
    said = []
    for each in there:
        places = [name for place, name in _NAMES.items() if each.is_for(place)]
        said += [f"in {listed(places)}, {each.words[:1].lower()}{each.words[1:]}"] if places else []
    return f"{there[0].shown}: {'; '.join(said)}." if said else "Nothing is on that key; ? shows the keys."


def commands_of(view: str, *, in_years: bool = False) -> list[Command]:
    """The commands of a view; `in_years` where one goes through years, and not through quarters."""
    return [_of_years(each) if in_years else each for each in COMMANDS if each.is_for(view)]


def _of_years(command: Command) -> Command:
    words, footer = (each.replace("quarter", "year") for each in (command.words, command.footer))
    return command._replace(words=words, footer=footer)


def footer_commands(
    view: str, *, in_years: bool = False, has_chosen: bool = True, idle: frozenset[str] = frozenset()
) -> list[Command]:
    """The commands that the footer of a view names, the most wanted first, without those that are `idle`.

    Without `has_chosen` a list is empty, and what needs a row of it is not named.
    """
    found = {each.name: each for each in commands_of(view, in_years=in_years)}
    idle |= frozenset() if has_chosen or view not in LISTS | {"overview"} else _OF_A_ROW
    return [found[name] for name in _FOOTER_ORDER.get(view, _FOOTER) if name in found and name not in idle]


def is_always_shown(command: Command) -> bool:
    """Whether the footer keeps room for it however narrow it is."""
    return command.name in _ALWAYS

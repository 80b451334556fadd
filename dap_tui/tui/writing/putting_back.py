"""Words that were kept as the program was ended, put back into the form that they were typed in."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dap_tui.tui.writing.about import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dap_tui.tui.session import Session
    from dap_tui.tui.writing.form import AnyForm
    from dap_tui.writing.put_back import KeptWords

_BEGAN: str = "Began from"


def identity_of(session: Session, form: AnyForm) -> list[tuple[str, str]]:
    """What tells a form from every other of a workspace, as a file of kept words says it."""
    of = [("Quarter", form.period.shown), ("On", subject_of(session, form))]
    return [*of, *([("Which", form.which)] if form.which else []), ("Meant for", form.file_shown)]


def about_of(session: Session, form: AnyForm) -> list[tuple[str, str]]:
    """All that is said of a form beside its words: which it is, what is chosen in it, and what it began from."""
    quarter, on, *which = identity_of(session, form)
    chosen = [(form.choices_heading, each.word) for each in form.choices if each.is_chosen]
    return [quarter, on, *chosen, *form.chosen_besides, *which, (_BEGAN, _began(form))]


def put_back(form: AnyForm, kept: Sequence[KeptWords]) -> bool:
    """Put the latest of what was kept of a form into it, unsaved, and have the form say so; False where nothing was.

    What the file says now and did not say then is put below: nobody's words are lost. What nobody is told of any more
    comes back only where the file still says what it said.
    """
    since = [each for each in kept if not each.is_told or each.about.get(_BEGAN) == _began(form)]
    if not since:
        return False
    latest = since[-1]
    is_as_it_was = latest.about.get(_BEGAN) == _began(form) or bool(form.starts_from)
    for choice in form.choices:
        if not choice.is_chosen and choice.word == latest.about.get(form.choices_heading):
            choice.choose()
    form.choose_besides(latest.about)
    words = latest.words([each.heading for each in form.fields])
    for field in form.fields:
        back, theirs = words.get(field.heading), field.began
        if back is None:
            continue
        field.text = back
        if not is_as_it_was and theirs.strip() not in back:
            field.add(theirs)
    if form.is_unsaved:
        below = "" if is_as_it_was else " What the file says stands below them."
        form.tell(f"These words were kept when dap was ended, and are not saved yet.{below}")
    return form.is_unsaved


def _began(form: AnyForm) -> str:
    """What the fields began from, in few letters: the same for the same words."""
    words = "\0".join(each.began.strip() for each in form.fields)
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]

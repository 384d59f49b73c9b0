"""What settles a notice, in words: what its button says, and what the change is called when it has been made."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.choices import Kind
from sessions.domain.adjustments import Adjustment, Insert
from sessions.domain.notice import Notice
from sessions.plan import SessionPlan
from sessions.words import clock_in_words
from sessions.words_repairing import minutes as minutes_of

TITLES = {
    Kind.BREAK: gettext_lazy("Break"),
    Kind.OPENING: gettext_lazy("Opening"),
    Kind.CLOSING: gettext_lazy("Closing"),
    Kind.OTHER: gettext_lazy("Looking back together"),
}
"""What a row is called that a fix adds."""


def fix_of(notice: Notice) -> tuple[Adjustment, ...]:
    """What settles it. A row that is added gets its name, in the language of whoever adds it."""
    return tuple(_named(one) if isinstance(one, Insert) else one for one in notice.fix)


def fix_in_words(notice: Notice) -> str:
    """What the button says: "Add a break after TRIZ"; "" where nothing is proposed."""
    return _FIXES[notice.name](_said(notice))[0] if notice.fix else ""


def fixed_in_words(notice: Notice) -> str:
    """What the change is called: "Added a break after TRIZ"."""
    return _FIXES[notice.name](_said(notice))[1]


def settled_in_words(what: str, plan: SessionPlan | None) -> str:
    """What was done, and when its session ends now."""
    if plan is None:
        return f"{what}."
    if plan.ends:
        return _("%(what)s. It ends at %(end)s.") % {"what": what, "end": clock_in_words(plan.ends)}
    return _("%(what)s. It takes %(end)s.") % {"what": what, "end": minutes_of(plan.layout.end)}


def _named(one: Insert) -> Insert:
    return replace(one, item=replace(one.item, title=str(TITLES[Kind(one.item.kind)])))


def _said(notice: Notice) -> dict[str, Any]:
    """What the notice says, and the minutes that its fix gives."""
    return notice.said | {"to": getattr(notice.fix[0], "minutes", None) if notice.fix else None}


Words = tuple[str, str]


def _break(said: dict[str, Any]) -> Words:
    titles, count = ", ".join(said["after"]), len(said["after"])
    words = {"titles": titles, "n": count}
    add = ngettext("Add a break after %(titles)s", "Add %(n)s breaks: after %(titles)s", count)
    added = ngettext("Added a break after %(titles)s", "Added %(n)s breaks: after %(titles)s", count)
    return add % words, added % words


def _look_back(said: dict[str, Any]) -> Words:
    return _("Add ten minutes to look back after %(title)s") % said, _(
        "Added ten minutes to look back"
    ) % said


def _minutes(said: dict[str, Any]) -> Words:
    words = said | {"minutes": minutes_of(said["to"] or 0)}
    return _("Give %(title)s %(minutes)s") % words, _("Gave %(title)s %(minutes)s") % words


def _unpin(said: dict[str, Any]) -> Words:
    return _("Unpin %(title)s") % said, _("Unpinned %(title)s") % said


def _park(said: dict[str, Any]) -> Words:
    return _("Park %(title)s") % said, _("Parked %(title)s") % said


def _protect(said: dict[str, Any]) -> Words:
    return _("Protect %(title)s") % said, _("Protected %(title)s") % said


def _bring_back(said: dict[str, Any]) -> Words:
    return _("Bring back %(parked)s") % said, _("Brought back %(parked)s") % said


_FIXES: dict[str, Callable[[dict[str, Any]], Words]] = {
    "overlap": _unpin,
    "too-few": _park,
    "too-short": _minutes,
    "no-break": _break,
    "no-debrief": _look_back,
    "no-closing": lambda said: (_("Add a closing"), _("Added a closing")),
    "cold-start": lambda said: (_("Add an opening"), _("Added an opening")),
    "closing-open": _protect,
    "closing-short": _minutes,
    "unanswered": _bring_back,
    "out-of-order": lambda said: (_("Put them in order"), _("Put the questions in order")),
}

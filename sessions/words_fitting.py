"""What makes a session fit in words: when it ends then, and what stands in the way."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.domain.fitting import Fit, Kept, Why
from sessions.domain.outline import Outline
from sessions.plan import SessionPlan
from sessions.words import clock_in_words
from sessions.words_adjusting import find
from structures.words_score import full_minutes


def fits_in_words(spare: int) -> str:
    """Why nothing needs to be changed, with so many minutes to spare."""
    if not spare:
        return _("It fits exactly.")
    return ngettext(
        "It fits, with %(n)s minute to spare.", "It fits, with %(n)s minutes to spare.", spare
    ) % {"n": spare}


def result_in_words(found: Fit, minutes: int, session: SessionPlan) -> str:
    """How the session stands with all of it: "Ends 15:00 instead of 15:12: 12 minutes less."."""
    return " ".join([_end(found, session), *_rest(found, minutes)])


def _end(found: Fit, session: SessionPlan) -> str:
    was, end = (session.session.clock.clock_time(minute) for minute in (found.before, found.after))
    if was is None or end is None:
        words = {"minutes": full_minutes(found.after), "was": found.before}
        return _("Takes %(minutes)s instead of %(was)s.") % words
    if was == end:
        return _("Ends %(end)s, as before.") % {"end": clock_in_words(end)}
    less = full_minutes(found.before - found.after)
    words = {"end": clock_in_words(end), "was": clock_in_words(was), "less": less}
    return _("Ends %(end)s instead of %(was)s: %(less)s less.") % words


def _rest(found: Fit, minutes: int) -> Iterator[str]:
    if found.short_by:
        n = found.short_by
        yield ngettext("Still %(n)s minute over.", "Still %(n)s minutes over.", n) % {"n": n}
        return
    if found.over > max(0, found.before - minutes):
        yield _("What is pinned begins in time.")
    if spare := minutes - found.after:
        yield ngettext("%(n)s minute to spare.", "%(n)s minutes to spare.", spare) % {"n": spare}


def stands_in_words(session: SessionPlan) -> str:
    """How a session stands: "It ends at 15:06, 6 minutes over." Without a start it says how long it takes."""
    words = (
        {"end": clock_in_words(session.ends)} if session.ends else {"end": full_minutes(session.layout.end)}
    )
    words["apart"] = _apart(session.layout.spare)
    if words["apart"]:
        sentence = _("It ends at %(end)s, %(apart)s.") if session.ends else _("It takes %(end)s, %(apart)s.")
    else:
        sentence = _("It ends at %(end)s.") if session.ends else _("It takes %(end)s.")
    return " ".join([sentence % words, *_late(session)])


def _apart(spare: int | None) -> str:
    """How far the end is from the booked one; "" where it is right there, or nothing is booked."""
    if not spare:
        return ""
    words = (
        ngettext("%(n)s minute to spare", "%(n)s minutes to spare", spare)
        if spare > 0
        else ngettext("%(n)s minute over", "%(n)s minutes over", -spare)
    )
    return words % {"n": abs(spare)}


def _late(session: SessionPlan) -> Iterator[str]:
    """What is pinned, and begins before what stands before it has ended."""
    for row in session.rows:
        if row.placed and (n := row.placed.overlap):
            words = ngettext("%(n)s minute runs into %(title)s.", "%(n)s minutes run into %(title)s.", n)
            yield words % {"n": n, "title": row.activity.title}


def in_the_way(kept: tuple[Kept, ...], outline: Outline) -> list[str]:
    """Why it cannot be shorter, a sentence for each reason: "Protected: Harvest (15), Closing (10)."."""
    said = []
    for why, words in _WHY.items():
        rows = [f"{find(one.code, outline)[0].title} ({one.minutes})" for one in kept if one.why == why]
        if rows:
            said.append(words() % {"rows": ", ".join(rows)})
    return said


def stuck_in_words(found: Fit, outline: Outline) -> str:
    """Nothing can be shorter, and why."""
    n = found.short_by
    over = ngettext(
        "It runs %(n)s minute over, and nothing may be shorter.",
        "It runs %(n)s minutes over, and nothing may be shorter.",
        n,
    )
    return " ".join([over % {"n": n}, *in_the_way(found.kept, outline)])


_WHY: dict[Why, Callable[[], str]] = {
    Why.PROTECTED: lambda: _("Protected: %(rows)s."),
    Why.PINNED: lambda: _("Pinned: %(rows)s."),
    Why.CLOSING: lambda: _("A closing is never parked: %(rows)s."),
    Why.SHORTEST: lambda: _("As short as can be: %(rows)s."),
}

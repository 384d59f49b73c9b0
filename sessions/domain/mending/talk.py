"""Somebody wants to speak: the talk where it hurts least, a shorter one, or an interview with them instead."""

from collections.abc import Iterator
from dataclasses import replace

from sessions.domain.adjustments import Insert
from sessions.domain.changes import Talk
from sessions.domain.document import Kind
from sessions.domain.mending.case import Case, Idea, Reason
from sessions.domain.outline import Item, Meeting

SHORT = 10
"""Minutes of a talk after which people still remember how it began."""
SHORTER = 2
"""A short talk is at the most this part of what was asked for: a half."""
INTERVIEW = "celebrity-interview"


def ideas(case: Case) -> Iterator[Idea]:
    wish = case.change
    assert isinstance(wish, Talk)
    yield _talk(case, wish, "talk", wish.minutes, _where(case.meeting, wish))
    short = min(SHORT, wish.minutes // SHORTER)
    if wish.minutes > SHORT:
        yield _talk(case, wish, "short", short, Reason("short_and_ask", (wish.who,), n=short))
    yield from _interview(case, wish)


def _where(meeting: Meeting, wish: Talk) -> Reason:
    """What it comes after: the opening, a row by its title, or nothing."""
    place = place_for(meeting)
    if not place:
        return Reason("as_asked_first", (wish.who,), n=wish.minutes)
    before = meeting.items[place - 1]
    code = "as_asked" if before.kind == Kind.OPENING else "as_asked_after"
    return Reason(code, (wish.who, before.title), n=wish.minutes)


def _talk(case: Case, wish: Talk, key: str, minutes: int, reason: Reason) -> Idea:
    item = Item(kind=Kind.TALK, title=wish.title, minutes=minutes, lead="")
    return Idea(key, (_in_place(case.meeting, item),), (reason,), cost=wish.minutes - minutes)


def _interview(case: Case, wish: Talk) -> Iterator[Idea]:
    """The group asks what it wants to know: no minutes for slides, and most of what is said is wanted."""
    known = next((one for one in case.catalogue if one.slug == INTERVIEW), None)
    people, runs = case.meeting.people, case.meeting.runs
    if known is None or not known.item.structure or (people or 0) < known.item.structure.people_min:
        return
    span = known.item.span(people, runs)
    minutes = max(span.min, min(wish.minutes, span.ideal))
    item = replace(known.item, kind=Kind.STRUCTURE, minutes=None if minutes == span.ideal else minutes)
    reason = Reason("asked_instead", (wish.who, known.item.title), n=minutes)
    yield Idea("interview", (_in_place(case.meeting, item),), (reason,), cost=max(0, wish.minutes - minutes))


def _in_place(meeting: Meeting, item: Item) -> Insert:
    return Insert(meeting.code, place_for(meeting), item)


def place_for(meeting: Meeting) -> int:
    """Right after the opening: people have arrived, and work has not begun. Never right before the closing."""
    kinds = [item.kind for item in meeting.items]
    opened = next((place for place, kind in enumerate(kinds) if kind != Kind.OPENING), len(kinds))
    place = opened or min(1, len(kinds))
    return max(0, place - 1) if kinds[place : place + 1] == [Kind.CLOSING] else place

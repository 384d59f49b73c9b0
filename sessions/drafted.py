"""A draft as it is read: session by session its picture and its rows, and in a few figures how it compares."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from sessions.domain.drafting import Draft, Row
from sessions.domain.outline import Item, Meeting
from sessions.domain.timeline import Placed
from sessions.plan import Plan, SessionPlan
from sessions.words_drafting import TITLES, facts_in_words, why_in_words
from structures.domain import timing
from structures.domain.score import Strip
from structures.domain.staff import lane

APART = 20
"""Minutes between two sessions in a picture of all."""


@dataclass(frozen=True)
class Line:
    """A row of a draft as it is read. ``begins`` is a time, or the minute where the session has no start."""

    begins: str
    minutes: int
    title: str
    number: int
    why: str
    invitation: str
    is_kept: bool
    is_rest: bool

    @property
    def hue(self) -> int:
        return self.number


@dataclass(frozen=True)
class Drafted:
    """One session of a draft: its picture, and its rows."""

    name: str
    strips: tuple[Strip, ...]
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Shown:
    """A draft in full, and at a glance: one picture of all its sessions, so many minutes long, and its ``facts``."""

    sessions: tuple[Drafted, ...]
    strips: tuple[Strip, ...]
    minutes: int
    facts: tuple[str, ...]


def shown(one: Draft, plan: Plan, asked: int) -> Shown:
    """All of a draft for so many questions. Pictures of several have the same length, so that they compare."""
    sessions = tuple(
        drafted(meeting, rows, plan) for meeting, rows in zip(one.meetings, one.rows, strict=True) if rows
    )
    strips: list[Strip] = []
    begin = 0
    for meeting, rows in zip(one.meetings, one.rows, strict=True):
        strips += [replace(strip, begin=strip.begin + begin) for strip in strips_of(meeting, rows)]
        begin += max(meeting.booked or 0, meeting.layout.end) + APART
    return Shown(sessions, tuple(strips), begin - APART, facts_of(one, asked, strips))


def facts_of(one: Draft, asked: int, strips: Sequence[Strip]) -> tuple[str, ...]:
    """Questions that it answers, structures, and how many minutes people work alone, in pairs, in groups, together."""
    used = sum(item.structure is not None for meeting in one.meetings for item in meeting.items)
    spent: Counter[int] = Counter()
    for strip in strips:
        for turn in strip.turns:
            spent[lane(turn.grouping)] += turn.minutes
    return facts_in_words(asked - len(one.left_out), asked, used, spent)


def named(item: Item) -> Item:
    """A row that is no structure gets its name, in the language of whoever asks."""
    return replace(item, title=item.title or str(TITLES[item.kind]))


def drafted(meeting: Meeting, rows: Sequence[Row], plan: Plan) -> Drafted:
    places = meeting.layout.placed
    session = next(each for each in plan.sessions if each.session.code == meeting.code)
    return Drafted(
        name=session.name,
        strips=strips_of(meeting, rows),
        end=meeting.layout.end,
        lines=tuple(line_of(row, place, session) for row, place in zip(rows, places, strict=True)),
    )


def line_of(row: Row, place: Placed, session: SessionPlan) -> Line:
    item = named(row.item)
    begins: time | None = session.session.clock.clock_time(place.begin)
    return Line(
        begins=f"{begins:%H:%M}" if begins else f"{place.begin}′",
        minutes=place.minutes,
        title=item.title,
        number=0 if item.question is None else item.question + 1,
        why=why_in_words(row.why),
        invitation="" if row.is_kept else item.invitation,
        is_kept=row.is_kept,
        is_rest=item.is_rest,
    )


def strips_of(meeting: Meeting, rows: Sequence[Row]) -> tuple[Strip, ...]:
    places = meeting.layout.placed
    return tuple(strip_of(row.item, place, meeting) for row, place in zip(rows, places, strict=bool(rows)))


def strip_of(item: Item, place: Placed, meeting: Meeting) -> Strip:
    turns = () if item.is_split else item.turns(meeting.people, meeting.runs)
    spread = timing.spread(turns, item.steps, place.minutes) if turns else ()
    hue = 0 if item.question is None else item.question + 1
    return Strip(place.begin, place.minutes, spread, hue, item.kind, named(item).title, item.code)

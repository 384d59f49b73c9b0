"""A journey laid out on the clock: what the builder, the agenda and every export read.

Built once per request with a constant number of queries, however long the journey is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from sessions.choices import SessionMode
from sessions.domain.timeline import Layout, Placed, Slot, lay_out
from sessions.domain.tracks import shares
from sessions.models import Activity, Journey, JourneyQuestion, Session
from sessions.models.contents import Contents
from sessions.rows import Row
from sessions.tracks import TrackPlan
from structures.domain import shapes
from structures.domain.score import Strip

Lists = Mapping[tuple[int | None, int | None, int | None], list[Activity]]
"""Activities by the list they stand in: the keys of a session or of a parent, and the number of a track."""


@dataclass(frozen=True)
class SessionPlan:
    """One session with its rows in time. ``rows`` are its own; those of tracks stand inside them."""

    session: Session
    people: int | None
    rows: list[Row]
    layout: Layout

    @property
    def name(self) -> str:
        return str(self.session)

    @property
    def starts(self) -> time | None:
        return self.session.starts_at

    @property
    def ends(self) -> time | None:
        return self.session.clock.clock_time(self.layout.end)

    @property
    def booked_end(self) -> time | None:
        booked = self.layout.booked
        return None if booked is None else self.session.clock.clock_time(booked)

    @property
    def over(self) -> int:
        """Minutes past the booked end, or 0."""
        return max(0, -(self.layout.spare or 0))

    @property
    def is_late(self) -> bool:
        """Whether it runs over, or into something pinned: then it wants to be made fit."""
        return self.over > 0 or any(row.placed and row.placed.overlap for row in self.rows)

    @property
    def overlap(self) -> int:
        """Minutes of its own rows that run into pinned times."""
        return sum(row.placed.overlap for row in self.rows if row.placed)

    @property
    def begins(self) -> datetime | None:
        """The start as a moment in the session's zone; on any day when the date is open; None without a start."""
        if self.starts is None:
            return None
        return self.session.clock.at(0) or datetime.combine(date(2000, 1, 1), self.starts)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The session as its score: one strip per row, those of tracks behind the row that holds them."""
        return tuple(strip for row in self.rows for strip in strips_of(row))

    @cached_property
    def told_strips(self) -> tuple[Strip, ...]:
        """The same, where every turn says who works with whom."""
        rows = (row for one in self.rows for row in one.with_inside)
        return tuple(replace(strip, groups=row.groups) for row, strip in zip(rows, self.strips, strict=True))

    @property
    def homes(self) -> list[tuple[str, str]]:
        """Itself and its tracks, by the value that names them in a form."""
        return [(self.session.code, self.name), *(home for row in self.rows for home in row.homes)]

    @property
    def state(self) -> tuple[Any, ...]:
        """Everything that shows in the score."""
        # One moment in two time zones is equal, but not what their clocks show.
        clock = (self.session.date, self.starts, self.session.timezone)
        return self.session.code, self.name, clock, self.layout.end, self.layout.booked, self.strips

    @property
    def frame(self) -> tuple[Any, ...]:
        """Everything that shows of the session itself, whatever its rows are."""
        fields = tuple(str(getattr(self.session, field.attname)) for field in Session._meta.concrete_fields)
        return (
            fields,
            self.session.journey.people,
            self.layout.end,
            self.layout.booked,
            self.overlap,
            bool(self.rows),
        )


@dataclass(frozen=True)
class Plan:
    """The whole journey: its questions, its sessions in time, and what is parked."""

    journey: Journey
    questions: list[JourneyQuestion]
    sessions: list[SessionPlan]
    parked: list[Row]

    @classmethod
    def of(cls, journey: Journey, contents: Contents | None = None) -> "Plan":
        """``contents`` are the journey's, where they have been read already."""
        contents = contents or Contents.of(journey)
        lists = in_lists(contents.activities)
        parked = rows_in(lists, (None, None, None), journey.people, shapes.Mode.BOTH)
        for row in parked:
            measure(row, lay_out([slot_for(row, None)]).placed[0])
        return cls(
            journey,
            contents.questions,
            [lay_out_session(journey, session, lists) for session in contents.sessions],
            parked,
        ).with_ends()

    def with_ends(self) -> "Plan":
        """Mark the rows that cannot move further up or down: at the start of the first session, the end of the last."""
        for session in self.sessions[:1]:
            for row in session.rows[:1]:
                row.is_first = True
        for session in self.sessions[-1:]:
            for row in session.rows[-1:]:
                row.is_last = True
        return self

    @property
    def rows(self) -> list[Row]:
        """The sessions' own rows, those in tracks left out."""
        return [row for plan in self.sessions for row in plan.rows]

    @property
    def on_the_clock(self) -> list[Row]:
        """Everything on the clock: the sessions' own rows, and those of their tracks."""
        return [one for row in self.rows for one in row.with_inside]

    @property
    def homes(self) -> list[tuple[str, str]]:
        """Every list on the clock, sessions and tracks, by the value that names it in a form."""
        return [home for one in self.sessions for home in one.homes]

    @property
    def every_row(self) -> list[Row]:
        """What is on the clock, and what is parked."""
        return [*self.on_the_clock, *(one for row in self.parked for one in row.with_inside)]

    @property
    def structures(self) -> set[int]:
        """The keys of the structures that the rows run, with steps that were copied from them."""
        activities = (row.activity for row in self.every_row)
        return {one.structure_id for one in activities if one.structure_id and one.recipe}


def in_lists(activities: Iterable[Activity]) -> Lists:
    lists: dict[tuple[int | None, int | None, int | None], list[Activity]] = {}
    for one in activities:
        lists.setdefault((one.session_id, one.parent_id, one.track), []).append(one)
    return lists


def strips_of(row: Row) -> Iterator[Strip]:
    """The row in the score, followed by what runs in its tracks."""
    yield row.strip
    for track in row.tracks:
        for one in track.rows:
            yield replace(one.strip, room=track.name, track=track.number, tracks=len(row.tracks))


def rows_in(
    lists: Lists,
    key: tuple[int | None, int | None, int | None],
    people: int | None,
    mode: str,
    session: Session | None = None,
) -> list[Row]:
    """The rows of one list, with their tracks."""
    rows = [Row(activity, people, mode, session=session) for activity in lists.get(key, ())]
    for row in rows:
        each = shares(people, len(row.activity.tracks))
        row.tracks = [
            track_of(row, number, one, rows_in(lists, (None, row.activity.pk, number), one, mode, session))
            for number, one in enumerate(each)
        ]
    return rows


def track_of(row: Row, number: int, people: int | None, rows: list[Row]) -> TrackPlan:
    """A track. Its first row cannot move up, nor its last one down."""
    if rows:
        rows[0].is_first = rows[-1].is_last = True
    return TrackPlan(row.activity, number, people, rows)


def lay_out_session(journey: Journey, session: Session, lists: Lists) -> SessionPlan:
    """Place the session's rows in time; pins count only where there is a start."""
    people, mode = session.people or journey.people, mode_of(session)
    rows = rows_in(lists, (session.pk, None, None), people, mode, session)
    layout = lay_out([slot_for(row, session) for row in rows], session.minutes)
    for row, place in zip(rows, layout.placed, strict=True):
        put(row, place, layout.booked)
    return SessionPlan(session, people, rows, layout)


def slot_for(row: Row, session: Session | None) -> Slot:
    """What the row wants of the session; a parked one has no pins."""
    pin = pinned_minute(row.activity, session) if session else None
    tracks = tuple(tuple(slot_for(one, session) for one in track.rows) for track in row.tracks)
    return Slot(row.own_minutes, pin, tracks)


def put(row: Row, place: Placed, booked: int | None) -> None:
    """Give the row its place, and what its tracks hold theirs."""
    row.placed = place
    row.is_over = booked is not None and place.begin >= booked
    measure(row, place)
    for track, placed in zip(row.tracks, place.tracks, strict=True):
        for one, inside in zip(track.rows, placed, strict=True):
            put(one, inside, booked)


def measure(row: Row, place: Placed) -> None:
    """Say how long its tracks are, and how much shorter than the longest."""
    for track, minutes in zip(row.tracks, place.lengths, strict=True):
        track.minutes, track.spare = minutes, max(place.lengths) - minutes


def mode_of(session: Session) -> str:
    """Which steps run: in a hybrid session there is a room, so those of the room do."""
    return shapes.Mode.ONLINE if session.mode == SessionMode.ONLINE else shapes.Mode.IN_PERSON


def pinned_minute(activity: Activity, session: Session) -> int | None:
    return None if activity.pinned_at is None else session.clock.minutes_until(activity.pinned_at)

"""A journey laid out on the clock: what the builder, the agenda and every export read.

Built once per request with a constant number of queries, however long the journey is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Prefetch

from sessions.choices import SessionMode
from sessions.domain.timeline import Layout, Slot, lay_out
from sessions.models import Activity, ActivityStep, Journey, JourneyQuestion, Session
from sessions.rows import Row
from structures.domain import shapes
from structures.domain.score import Strip
from structures.models import Structure


@dataclass(frozen=True)
class SessionPlan:
    """One session with its rows in time."""

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
    def begins(self) -> datetime | None:
        """The start as a moment in the session's zone; on any day when the date is open; None without a start."""
        if self.starts is None:
            return None
        return self.session.clock.at(0) or datetime.combine(date(2000, 1, 1), self.starts)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The session as its score: one strip per row."""
        return tuple(row.strip for row in self.rows)

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
        return fields, self.session.journey.people, self.layout.end, self.layout.booked, bool(self.rows)


@dataclass(frozen=True)
class Plan:
    """The whole journey: its questions, its sessions in time, and what is parked."""

    journey: Journey
    questions: list[JourneyQuestion]
    sessions: list[SessionPlan]
    parked: list[Row]

    @classmethod
    def of(cls, journey: Journey) -> "Plan":
        """Four queries: questions, sessions, activities, steps."""
        questions = list(journey.questions.select_related("question"))
        sessions = list(journey.sessions.all())
        by_id = {question.pk: question for question in questions}
        activities = list(
            journey.activities.select_related("structure")
            .defer(*unshown("structure"))
            .prefetch_related(Prefetch("steps", ActivityStep.objects.defer(*unshown("nested"))))
            .order_by("position")
        )
        for activity in activities:
            activity.journey, activity.question = journey, by_id.get(activity.question_id)
        return cls(
            journey,
            questions,
            [lay_out_session(journey, session, activities) for session in sessions],
            [
                Row(activity, journey.people, shapes.Mode.BOTH)
                for activity in activities
                if activity.session_id is None and activity.parent_id is None
            ],
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
        """What is on the clock."""
        return [row for plan in self.sessions for row in plan.rows]

    @property
    def every_row(self) -> list[Row]:
        """What is on the clock, and what is parked."""
        return [*self.rows, *self.parked]


SHOWN = {"id", "slug", "name", "status", "remainder"}
"""What a plan shows or reckons with of a structure. Everything else would only be fetched."""


def unshown(name: str) -> list[str]:
    """The other fields of a structure that comes along as ``name``."""
    return [f"{name}__{field.name}" for field in Structure._meta.concrete_fields if field.name not in SHOWN]


def lay_out_session(journey: Journey, session: Session, activities: Iterable[Activity]) -> SessionPlan:
    """Place the session's own rows of ``activities`` in time; pins count only where there is a start."""
    people, mode = session.people or journey.people, mode_of(session)
    rows = [
        Row(activity, people, mode, session=session)
        for activity in activities
        if activity.session_id == session.pk
    ]
    slots = [Slot(row.minutes, pinned_minute(row.activity, session)) for row in rows]
    layout = lay_out(slots, session.minutes)
    for row, place in zip(rows, layout.placed, strict=True):
        row.placed = place
        row.is_over = layout.booked is not None and place.begin >= layout.booked
    return SessionPlan(session, people, rows, layout)


def mode_of(session: Session) -> str:
    """Which steps run: in a hybrid session there is a room, so those of the room do."""
    return shapes.Mode.ONLINE if session.mode == SessionMode.ONLINE else shapes.Mode.IN_PERSON


def pinned_minute(activity: Activity, session: Session) -> int | None:
    return None if activity.pinned_at is None else session.clock.minutes_until(activity.pinned_at)

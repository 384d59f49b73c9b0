"""A journey laid out on the clock: what the builder, the agenda and every export read.

Built once per request with a constant number of queries, however long the journey is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from django.db.models import Prefetch

from sessions.choices import Kind, SessionMode
from sessions.domain.timeline import Layout, Placed, Slot, lay_out
from sessions.models import Activity, ActivityStep, Journey, JourneyQuestion, Session
from structures.domain import shapes, timing
from structures.domain.score import Strip
from structures.words import configuration_in_words


@dataclass(frozen=True)
class StepLine:
    """One step of a row as it will run: its own minutes for one turn, and how many turns."""

    step: ActivityStep
    minutes: int
    times: int

    @property
    def total(self) -> int:
        return self.minutes * self.times


@dataclass
class Row:
    """One activity in its place. ``people`` are those of its session, or the journey's when parked."""

    activity: Activity
    people: int | None
    mode: str
    placed: Placed | None = None
    session: Session | None = None
    is_first: bool = False
    is_last: bool = False
    is_over: bool = False

    @cached_property
    def _shapes(self) -> tuple[tuple[shapes.Step, ...], tuple[shapes.Repeat, ...]]:
        return self.activity.shapes()

    @cached_property
    def span(self) -> shapes.Span:
        """Shortest, ideal and longest minutes of the steps, for these people."""
        steps, repeats = self._shapes
        return timing.duration(
            steps, self.people, repeats, counts(repeats), self.mode, self.activity.remainder
        )

    @cached_property
    def minutes(self) -> int:
        own = self.activity.minutes
        return self.span.ideal if own is None else own

    @cached_property
    def turns(self) -> tuple[shapes.Turn, ...]:
        """What happens, turn by turn, in the minutes the row has. A row without steps is one turn for everyone."""
        steps, repeats = self._shapes
        if not steps:
            return (shapes.Turn(0, self.activity.title, shapes.Grouping.WHOLE_GROUP, self.minutes),)
        ideal = timing.turns(steps, self.people, repeats, counts(repeats), self.mode, self.activity.remainder)
        return ideal if self.minutes == self.span.ideal else timing.spread(ideal, steps, self.minutes)

    @property
    def url(self) -> str:
        """Where the verbs on this row are posted to: ``edit/``, ``move/`` …"""
        return f"{self.activity.journey.get_absolute_url()}activities/{self.activity.code}/"

    @property
    def pinned(self) -> str:
        return f"{self.activity.pinned_at:%H:%M}" if self.activity.pinned_at else ""

    @cached_property
    def step_lines(self) -> list[StepLine]:
        steps = list(self.activity.steps.all())
        first = {turn.index: turn for turn in reversed(self.turns)}
        return (
            [StepLine(steps[index], first[index].minutes, first[index].of) for index in sorted(first)]
            if steps
            else []
        )

    @cached_property
    def configuration(self) -> str:
        steps, _repeats = self._shapes
        return configuration_in_words(steps, self.people, self.activity.remainder, mode=self.mode)

    @property
    def nested(self) -> str:
        """The structures that run inside its steps."""
        names = dict.fromkeys(step.nested.name for step in self.activity.steps.all() if step.nested)
        return ", ".join(names)

    @property
    def is_rest(self) -> bool:
        return self.activity.kind == Kind.BREAK

    @property
    def hue(self) -> int:
        return self.activity.question.hue if self.activity.question else 0

    @property
    def begins(self) -> time | None:
        return self._clock(self.placed.begin) if self.placed else None

    @property
    def ends(self) -> time | None:
        return self._clock(self.placed.end) if self.placed else None

    @property
    def day(self) -> int:
        """Midnights between the session's start and this row."""
        return self.session.clock.day(self.placed.begin) if self.session and self.placed else 0

    @property
    def strip(self) -> Strip:
        activity = self.activity
        return Strip(
            begin=self.placed.begin if self.placed else 0,
            minutes=self.minutes,
            turns=self.turns,
            hue=self.hue,
            kind=activity.kind,
            title=activity.title,
            code=activity.code,
            mark=str(activity.question.number) if activity.question else "",
        )

    def _clock(self, minute: int) -> time | None:
        return self.session.clock.clock_time(minute) if self.session else None

    @property
    def too_short(self) -> bool:
        """The convenor's own minutes are fewer than the steps need at their shortest."""
        return bool(self._shapes[0]) and self.minutes < self.span.min

    @property
    def too_long(self) -> bool:
        return bool(self._shapes[0]) and self.minutes > self.span.max


def counts(repeats: Iterable[shapes.Repeat]) -> dict[str, int]:
    """The convenor's own number of turns, which the activity's copy of the steps carries."""
    return {repeat.key: repeat.count for repeat in repeats}


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
    def strips(self) -> list[Strip]:
        """The session as its score: one strip per row."""
        return [row.strip for row in self.rows]


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
            .prefetch_related(Prefetch("steps", ActivityStep.objects.all()))
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
                if activity.session_id is None
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
        return [row for plan in self.sessions for row in plan.rows]


def lay_out_session(journey: Journey, session: Session, activities: Iterable[Activity]) -> SessionPlan:
    """Place the session's own rows of ``activities`` in time; pins count only where there is a start."""
    people = session.people or journey.people
    mode = shapes.Mode.ONLINE if session.mode == SessionMode.ONLINE else shapes.Mode.IN_PERSON
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


def pinned_minute(activity: Activity, session: Session) -> int | None:
    return None if activity.pinned_at is None else session.clock.minutes_until(activity.pinned_at)

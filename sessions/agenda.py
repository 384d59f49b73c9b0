"""A journey as one audience sees it: what they may not see never gets into an ``Agenda``.

Everybody who has a link sees the purpose, the questions, the times and the titles. Participants see what they
need to take part; hosts also see how the rows are run. What is parked and what was answered is for nobody here.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from sessions import bringing
from sessions.choices import Audience, SessionMode
from sessions.domain.naming import names
from sessions.models import ShareLink
from sessions.plan import Plan, SessionPlan
from sessions.rows import Row
from sessions.steps import StepLine
from sessions.words import clock_or_offset, day_in_words, times_in_words, zone_in_words
from structures.choices import Status
from structures.domain.logistics import Room, Supply
from structures.domain.score import Strip
from structures.domain.shapes import Turn
from structures.words import minutes_in_words

TAKING_PART = {Audience.PARTICIPANTS, Audience.HOSTS}


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    number: int
    hue: int
    text: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One row. ``clock`` is its begin, or hours and minutes from the start while that is open.

    ``moment`` is its begin for machines, ``day`` the midnights since the start, ``gap`` the free minutes
    before it. What the audience does not see keeps its default.
    """

    code: str
    title: str
    clock: str
    moment: str
    day: int
    gap: int
    minutes: int
    is_rest: bool
    hue: int
    mark: str

    structure: str = ""
    slug: str = ""
    nested: str = ""
    invitations: tuple[str, ...] = ()
    groups: str = ""
    brief: str = ""
    lead: str = ""
    turns: tuple[Turn, ...] = ()

    steps: tuple[StepLine, ...] = ()
    set_up: str = ""
    notes: str = ""

    tracks: tuple["AgendaTrack", ...] = ()

    @property
    def length(self) -> str:
        return minutes_in_words(self.minutes)


@dataclass(frozen=True, slots=True)
class AgendaTrack:
    """What happens in one of the rooms, say, beside what happens in the others."""

    name: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """One session. ``minutes`` run to its booked end, or to the end of its last row where that is later.

    ``spare`` are the free minutes before that end.
    """

    code: str
    title: str
    day: str
    times: str
    zone: str
    ends: str
    begins: datetime | None
    minutes: int
    spare: int
    rows: tuple[AgendaRow, ...]

    mode: str = ""
    place: str = ""
    link: str = ""
    strips: tuple[Strip, ...] = ()
    needs: tuple[Supply, ...] = ()

    people: int | None = None
    supplies: tuple[Supply, ...] = ()
    room: Room | None = None

    @property
    def length(self) -> str:
        return minutes_in_words(self.minutes)

    @property
    def when(self) -> str:
        """Day, times and whose time it is, as far as they are known."""
        return ", ".join(filter(None, [self.day, self.times, self.times and self.zone]))


@dataclass(frozen=True, slots=True)
class Agenda:
    """What the page of one link shows."""

    audience: Audience
    title: str
    purpose: str
    questions: tuple[AgendaQuestion, ...]
    sessions: tuple[AgendaSession, ...]

    @classmethod
    def of(cls, link: ShareLink) -> "Agenda":
        """The journey for the link's audience: four queries, and one more for those who need materials."""
        audience, journey = Audience(link.audience), link.journey
        plan = Plan.of(journey)
        if audience in TAKING_PART:
            bringing.with_materials(plan.on_the_clock)
        return cls(
            audience,
            journey.title,
            journey.purpose,
            questions_of(plan),
            tuple(session_for(audience, one) for one in plan.sessions),
        )

    @property
    def is_empty(self) -> bool:
        return not any(session.rows for session in self.sessions)


def questions_of(plan: Plan) -> tuple[AgendaQuestion, ...]:
    """The questions this agenda answers; all of them while nothing answers any."""
    answered = {row.activity.question_id for row in plan.on_the_clock}
    asked = [one for one in plan.questions if one.pk in answered] or plan.questions
    return tuple(AgendaQuestion(one.number, one.hue, one.text) for one in asked)


def session_for(audience: Audience, plan: SessionPlan) -> AgendaSession:
    seen = session_for_everyone(plan)
    if audience in TAKING_PART:
        seen |= session_for_taking_part(plan)
    if audience == Audience.HOSTS:
        seen |= session_for_hosting(plan)
    return AgendaSession(rows=tuple(row_for(audience, row) for row in plan.rows), **seen)


def session_for_everyone(plan: SessionPlan) -> dict[str, Any]:
    session = plan.session
    minutes = max(plan.layout.end, session.minutes or 0)
    return {
        "code": session.code,
        "title": session.title,
        "day": day_in_words(session.date) if session.date else "",
        "times": times_in_words(session, minutes),
        "zone": zone_in_words(session.timezone),
        "ends": clock_or_offset(session.clock.clock_time(minutes), minutes),
        "begins": plan.begins,
        "minutes": minutes,
        "spare": minutes - plan.layout.end,
    }


def session_for_taking_part(plan: SessionPlan) -> dict[str, Any]:
    """The link to the meeting belongs to those who join it, and only where it is met online."""
    session = plan.session
    return {
        "mode": session.mode,
        "place": session.place,
        "link": "" if session.mode == SessionMode.IN_PERSON else session.link,
        "strips": tuple(replace(strip, turns=nameless(strip.turns)) for strip in plan.strips),
        "needs": bringing.needs(plan.rows),
    }


def session_for_hosting(plan: SessionPlan) -> dict[str, Any]:
    return {
        "people": plan.people,
        "supplies": bringing.supplies(plan.rows),
        "room": bringing.room(plan.rows),
    }


def row_for(audience: Audience, row: Row) -> AgendaRow:
    seen = row_for_everyone(row)
    if audience in TAKING_PART:
        seen |= row_for_taking_part(row)
    if audience == Audience.HOSTS:
        seen |= row_for_hosting(row)
    return AgendaRow(**seen, tracks=tracks_for(audience, row))


def tracks_for(audience: Audience, row: Row) -> tuple[AgendaTrack, ...]:
    """What is in the tracks, as much of it as this audience sees of any row; empty tracks are left out."""
    held = (track for track in row.tracks if track.rows)
    return tuple(
        AgendaTrack(track.name, tuple(row_for(audience, one) for one in track.rows)) for track in held
    )


def row_for_everyone(row: Row) -> dict[str, Any]:
    activity, begin = row.activity, row.placed.begin
    return {
        "code": activity.code,
        "title": activity.title,
        "clock": clock_or_offset(row.begins, begin),
        "moment": for_machines(row.session.clock.at(begin), row.begins),
        "day": row.day,
        "gap": row.placed.gap,
        "minutes": row.minutes,
        "is_rest": row.is_rest,
        "hue": row.hue,
        "mark": str(activity.question.number) if activity.question else "",
    }


def row_for_taking_part(row: Row) -> dict[str, Any]:
    """A structure that the title already names is not named again; a retired one has no page to lead to."""
    activity, structure = row.activity, row.activity.structure
    return {
        "structure": structure.name if structure and not names(activity.title, structure.name) else "",
        "slug": structure.slug if structure and structure.status == Status.PUBLISHED else "",
        "invitations": tuple(text for text in activity.invitations if text.strip()),
        "groups": "" if row.is_rest or row.is_split else row.configuration,
        "brief": activity.brief,
        "lead": activity.lead,
        "turns": nameless(row.turns) if activity.steps.all() else (),
    }


def row_for_hosting(row: Row) -> dict[str, Any]:
    activity = row.activity
    steps = tuple(line for line in row.step_lines if line.minutes)  # optional ones are at 0 until wanted
    return {"steps": steps, "nested": row.nested, "set_up": activity.set_up, "notes": activity.notes}


def nameless(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """What the picture needs of the turns: how the steps are called is for the hosts."""
    return tuple(replace(turn, title="") for turn in turns)


def for_machines(moment: datetime | None, clock: time | None) -> str:
    if moment:
        return moment.isoformat(timespec="minutes")
    return clock.isoformat(timespec="minutes") if clock else ""

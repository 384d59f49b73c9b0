"""What can happen to a session that was planned, and what it leaves no choice about.

Each change is about one session, by its code; minutes are whole minutes. What is ``given`` belongs to every repair:
that six people came is no choice.
"""

from dataclasses import dataclass

from sessions.domain.adjustments import Adjustment, Delay, Hold, Lead
from sessions.domain.document import SessionMode
from sessions.domain.leading import person
from sessions.domain.outline import Meeting, Outline

NO_ROOMS = 0


@dataclass(frozen=True, slots=True)
class People:
    """Others came than were expected: ``people`` altogether."""

    session: str
    people: int


@dataclass(frozen=True, slots=True)
class LessTime:
    """``minutes`` are booked now, from the start."""

    session: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Late:
    """It begins ``minutes`` later than planned, and ends when it was to end."""

    session: str
    minutes: int


@dataclass(frozen=True, slots=True)
class RoomLost:
    """``rooms`` are left for groups to work in at once."""

    session: str
    rooms: int


@dataclass(frozen=True, slots=True)
class Online:
    """Everybody is on a call."""

    session: str


@dataclass(frozen=True, slots=True)
class InPerson:
    """Everybody is in a room."""

    session: str


@dataclass(frozen=True, slots=True)
class NoBreakouts:
    """On a call without breakout rooms, or without anybody to open them."""

    session: str


@dataclass(frozen=True, slots=True)
class LeadIll:
    """``lead`` cannot come. ``others`` may lead, besides those who lead something already."""

    session: str
    lead: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """``who`` wants to speak for ``minutes``; the row is to be called ``title``."""

    session: str
    minutes: int
    who: str
    title: str


Change = People | LessTime | Late | RoomLost | Online | InPerson | NoBreakouts | LeadIll | Talk


def given(change: Change, outline: Outline) -> tuple[Adjustment, ...]:
    """What the change itself makes of the plan. () where the plan has it so already, and for a wish."""
    meeting = outline.meeting(change.session)
    if isinstance(change, LeadIll):
        return tuple(Lead(code, "") for code in led_by(change.lead, meeting))
    if isinstance(change, Talk):
        return ()
    if isinstance(change, Late):
        return (Delay(change.session, change.minutes),) if change.minutes else ()
    hold = _held(change)
    return () if getattr(meeting, hold.field) == hold.value else (hold,)


def _held(change: People | LessTime | RoomLost | Online | InPerson | NoBreakouts) -> Hold:
    match change:
        case People(session, people):
            return Hold(session, "people", people)
        case LessTime(session, minutes):
            return Hold(session, "booked", minutes)
        case RoomLost(session, rooms):
            return Hold(session, "rooms", rooms)
        case NoBreakouts(session):
            return Hold(session, "rooms", NO_ROOMS)
        case Online(session):
            return Hold(session, "mode", SessionMode.ONLINE.value)
        case InPerson(session):
            return Hold(session, "mode", SessionMode.IN_PERSON.value)


def led_by(lead: str, meeting: Meeting) -> tuple[str, ...]:
    """The codes of the rows that this person was to lead."""
    name = person(lead)
    return tuple(seat.item.code for seat in meeting.everything if name and person(seat.item.lead) == name)

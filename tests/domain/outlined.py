"""Small plans for the engine, by hand: rows of so many minutes, sessions of rows, journeys of sessions."""

from typing import Any

from sessions.domain.document import Kind
from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from structures.domain.shapes import Grouping, Step


def row(code: str, minutes: int | None = 20, **fields: Any) -> Item:
    """A structure with an invitation, by its code; without steps unless said."""
    return Item(**({"code": code, "title": code, "minutes": minutes, "invitation": "What?"} | fields))


def opening(minutes: int = 10, **fields: Any) -> Item:
    return row("opening", minutes, **({"kind": Kind.OPENING} | fields))


def pause(minutes: int = 15, code: str = "pause", **fields: Any) -> Item:
    return row(code, minutes, **({"kind": Kind.BREAK} | fields))


def talk(code: str = "talk", minutes: int = 20, **fields: Any) -> Item:
    return row(code, minutes, **({"kind": Kind.TALK} | fields))


def closing(minutes: int = 10, **fields: Any) -> Item:
    return row("closing", minutes, **({"kind": Kind.CLOSING} | fields))


def beside(code: str, *tracks: tuple[Item, ...], **fields: Any) -> Item:
    """Tracks side by side, called red, blue, green."""
    rooms = ("red", "blue", "green")[: len(tracks)]
    return row(code, None, **({"kind": Kind.OTHER, "tracks": tracks, "rooms": rooms} | fields))


def steps(*groupings: str, minutes: int = 5, least: int = 5, **fields: Any) -> tuple[Step, ...]:
    """One step in each of the configurations, of five minutes unless said."""
    return tuple(Step(one, one, least, minutes, 3 * minutes, **fields) for one in groupings)


ALL = steps(Grouping.ALONE, Grouping.PAIRS, Grouping.FOURS, Grouping.WHOLE_GROUP)
"""The steps of 1-2-4-All."""


def profile(slug: str = "triz", least: int = 4, most: int | None = None, online: str = "well") -> Profile:
    return Profile(slug, slug, least, most, online)


def meeting(*items: Item, **fields: Any) -> Meeting:
    """A session in a room for 18 people, with no time booked."""
    return Meeting(**({"code": "am", "title": "Morning", "items": items, "people": 18} | fields))


def journey(*meetings: Meeting, questions: int = 0, parked: tuple[Item, ...] = ()) -> Outline:
    """A journey with so many questions: q1, q2 …"""
    asked = tuple(Asked(f"q{number + 1}", f"Question {number + 1}?") for number in range(questions))
    return Outline(meetings, asked, parked)

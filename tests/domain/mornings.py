"""Sessions to repair, small enough to add up in one's head, and structures to choose from."""

from dataclasses import replace

from sessions.domain.document import Kind
from sessions.domain.mending.case import Candidate
from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from structures.domain.shapes import Repeat, Step

QUESTIONS = (Asked("q0", "Why?", "why"), Asked("q1", "Where?", "where"), Asked("q2", "What now?", "now"))


def step(grouping, least, ideal=None, most=None, **fields):
    """A step of so many minutes: always the same ones, or from the least to the most."""
    ideal = least if ideal is None else ideal
    return Step(grouping, grouping, least, ideal, ideal if most is None else most, **fields)


def structure(name, *steps, repeats=(), least=2, most=None, online="well", remainder="smaller", **fields):
    """A row that runs a structure; its code and slug are its name."""
    profile = Profile(name, name, least, most, online)
    return Item(name, name, steps=steps, repeats=repeats, remainder=remainder, structure=profile, **fields)


def row(kind, minutes, title="", **fields):
    title = title or str(kind)
    return Item(title, title, kind, minutes, **fields)


WELCOME = row(Kind.OPENING, 10, "Welcome")
COFFEE = row(Kind.BREAK, 15, "Coffee")
LUNCH = row(Kind.BREAK, 45, "Lunch", pinned_at=90)
CLOSING = row(Kind.CLOSING, 10, "Closing")

PAIRS = structure("Pairs", step("pairs", 10, 15), question=0)
FOURS = structure("Fours", step("alone", 5), step("fours", 15, 20), step("whole_group", 5, 10), question=1)
CROWD = structure("Crowd", step("whole_group", 10), step("pairs", 20), least=12, online="poorly", question=2)
"""15, 35 and 30 minutes; Crowd asks for twelve people, and for a room."""


def morning(*items, people=12, booked=120, **fields):
    return Meeting("am", "Morning", items, booked, people, **fields)


def plan(*items, parked=(), questions=QUESTIONS, **fields):
    """One session of these rows."""
    return Outline((morning(*items, **fields),), questions, tuple(parked))


USUAL = (WELCOME, PAIRS, COFFEE, FOURS, CROWD, CLOSING)
"""115 minutes: 10, 15, 15, 35, 30, 10."""


def candidate(name, *steps, fits=(), purposes=(), **fields):
    return Candidate(replace(structure(name, *steps, **fields), code=""), tuple(fits), frozenset(purposes))


CATALOGUE = (
    candidate("Pairs", step("pairs", 10, 15), fits=[("why", 0)]),
    candidate("Fours", step("fours", 20, 35), fits=[("where", 0)]),
    candidate("Crowd", step("pairs", 30), fits=[("now", 0)], least=12, online="poorly"),
    candidate("Chat", step("alone", 5), step("whole_group", 15), fits=[("now", 1), ("where", 2)]),
    candidate("Sketch", step("alone", 10), fits=[("now", 2), ("why", 2)]),
    candidate("Feast", step("whole_group", 90), fits=[("now", 0), ("why", 0)], least=40),
)
"""For the last question: Crowd for twelve and more, Feast for forty and more, Chat (20 minutes), Sketch (10)."""

INTERVIEW = candidate("celebrity-interview", step("stage", 15, 22, 30), step("fours", 5, 7, 10), least=12)

ROUND = structure(
    "Round",
    step("whole_group", 1, repeat="P"),
    repeats=(Repeat("P", "person", 1, 1, 1, "group_size"),),
)
"""Everybody says one minute."""


def in_rooms(*tracks, **fields):
    """A row with tracks: each is a list of (name, minutes) or of items."""
    made = tuple(
        tuple(one if isinstance(one, Item) else row(Kind.OTHER, one[1], one[0]) for one in track)
        for track in tracks
    )
    rooms = tuple(f"Room {number + 1}" for number in range(len(made)))
    return Item("rooms", "In rooms", Kind.OTHER, 0, tracks=made, rooms=rooms, **fields)

"""Whatever is done to a journey, undo and redo lead through exactly the same states, and any of them comes back."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.domain.undone import Link, undone
from structures.models import Structure
from tests.domain.profile import CALM
from tests.factories import create_repeat, create_structure
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)
from tests.journeys.lists import fresh, misnumbered

pytestmark = pytest.mark.django_db


def pick(rows, number):
    """One of the rows, or None where there is none."""
    rows = list(rows)
    return rows[number % len(rows)] if rows else None


def some_place(journey, number):
    """A session, a track, or the parking: arguments for the verbs that put rows somewhere."""
    tracks = [
        {"session": None, "track": (row, place)}
        for row in journey.activities.order_by("code")
        for place in range(len(row.tracks))
    ]
    return pick([*({"session": one} for one in journey.sessions.all()), *tracks, {"session": None}], number)


def some_rows(journey, one, two):
    """One or two rows, wherever they stand."""
    rows = list(journey.activities.order_by("code"))
    return list(dict.fromkeys([pick(rows, one), pick(rows, two)])) if rows else []


def on_rows(verb):
    def deed(journey, one, two):
        rows = some_rows(journey, one, two)
        return rows and verb(journey, rows, two)

    return deed


def on_row(verb):
    return on_rows(lambda journey, rows, two: verb(journey, rows[0], two))


def on_question(verb):
    def deed(journey, one, two):
        row = pick(journey.questions.all(), one)
        return row and verb(journey, row, two)

    return deed


def on_session(verb):
    def deed(journey, one, two):
        row = pick(journey.sessions.all(), one)
        return row and verb(journey, row, two)

    return deed


def put(verb):
    """Into any place; tracks hold no tracks again, so rows that have some stay out of them."""

    def deed(journey, rows, two):
        place = some_place(journey, two)
        fitting = rows if "track" not in place else [row for row in rows if not row.tracks]
        return fitting and getattr(journey, verb)(*fitting, to=two % 4, **place)

    return on_rows(deed)


def a_structure():
    return Structure.objects.first() or structure_of_three_rounds()


def structure_of_three_rounds():
    structure = create_structure(steps=2)
    create_repeat(structure=structure, key="A", count=3)
    structure.steps.filter(position=2).update(repeat="A")
    return structure


def a_question(journey, number):
    return pick([*journey.questions.all(), None], number)


DEEDS = {
    "add a row": lambda j, a, b: j.add_activity(title=f"Row {b}", minutes=b, at=b % 3, **some_place(j, a)),
    "add a row with tracks": lambda j, a, b: j.add_activity(
        session=pick([*j.sessions.all(), None], a), title=f"Rooms {b}", tracks=["Garden", "Library"]
    ),
    "add a structure": lambda j, a, b: j.add_structure(
        a_structure(), question=a_question(j, b), at=b % 3, **some_place(j, a)
    ),
    "add below": on_row(lambda j, row, b: j.add_below(row, title=f"Below {b}", minutes=b)),
    "move": put("move"),
    "move in its list": on_rows(lambda j, rows, b: j.move(*rows[:1], to=b % 4)),
    "bring back": put("bring_back"),
    "park": on_rows(lambda j, rows, b: j.park(*rows)),
    "remove": on_rows(lambda j, rows, b: j.remove(*rows)),
    "duplicate": on_rows(lambda j, rows, b: j.duplicate_activities(*rows)),
    "answer": on_rows(lambda j, rows, b: j.answer(*rows, question=a_question(j, b))),
    "edit a row": on_row(
        lambda j, row, b: j.edit_activity(
            row,
            minutes=b or None,
            pinned_at=time(b % 24, b % 60),
            protected=b % 2 == 0,
            question=a_question(j, b),
            invitations=["Why?", f"And {b}?"],
            notes="One line\nand another 🌱",
            materials=[{"item": "pen", "quantity": b + 1, "per": "pair", "required": False, "mode": "both"}],
        )
    ),
    "edit the journey": lambda j, a, b: j.edit({"title": f"Title {a}", "people": b + 1, "who": "Nurses"}),
    "add a question": lambda j, a, b: j.add_question(f"Question {b}?"),
    "edit a question": on_question(lambda j, row, b: j.edit_question(row, outcome=f"So {b}")),
    "move a question": on_question(lambda j, row, b: j.move_question(row, to=b % 3)),
    "remove a question": on_question(lambda j, row, b: j.remove_question(row)),
    "add a session": lambda j, a, b: j.add_session(title=f"Session {b}", starts_at=time(a % 24)),
    "edit a session": on_session(
        lambda j, row, b: j.edit_session(row, minutes=b + 1, people=b + 1, date=date(2027, 1, 1 + b % 28))
    ),
    "remove a session": on_session(lambda j, row, b: j.remove_session(row)),
    "duplicate a session": on_session(lambda j, row, b: j.duplicate_session(row)),
    "undo": lambda j, a, b: j.undo(),
    "redo": lambda j, a, b: j.redo(),
    "restore": lambda j, a, b: j.restore(1 + a % j.revision),
}


class Told:
    """What undo, redo and restore should do, told with plain lists.

    ``way`` are the changes that undo and redo walk along, by their numbers, and ``now`` is how far along we are;
    ``states`` are the journey's states by the numbers of all entries of its history.
    """

    def __init__(self, journey):
        self.journey, self.now = journey, 0
        self.way, self.states = [journey.revision], {}
        self.changes = set()
        self.note()

    def note(self):
        self.states[self.journey.revision] = fresh(self.journey).snapshot()

    def do(self, name, one=0, two=0):
        before = self.journey.revision
        DEEDS[name](self.journey, one, two)
        self.note()
        if name == "undo":
            self.now = max(0, self.now - 1)
        elif name == "redo":
            self.now = min(len(self.way) - 1, self.now + 1)
        elif self.journey.revision > before:
            self.way[self.now + 1 :] = [self.journey.revision]
            self.changes.add(self.journey.revision)
            self.now += 1
        if name == "restore":
            assert self.present == self.states[1 + one % before]
        self.check()

    @property
    def present(self):
        return self.states[self.journey.revision]

    def check(self):
        assert self.present == self.states[self.way[self.now]]
        assert misnumbered(self.journey) == {}
        links = [Link(*row) for row in self.journey.revisions.values_list("number", "before", "after")]
        assert undone(links, self.journey.revision) == self.changes - set(self.way[: self.now + 1])


NUMBERS = st.integers(0, 60)
AGAIN = {"undo", "redo", "restore"}
DEED = st.tuples(st.sampled_from(sorted(DEEDS)), NUMBERS, NUMBERS)
MANY = st.lists(DEED, min_size=7, max_size=12, unique_by=lambda deed: deed if deed[0] in AGAIN else deed[0])
"""Deeds of many kinds, with undo, redo and restore between them."""


@settings(CALM, max_examples=20)
@given(MANY)
def test_whatever_is_done_every_state_comes_back_exactly(deeds):
    journey = create_journey()
    question = create_journey_question(journey=journey)
    create_journey_question(journey=journey, text="What now?")
    morning, _afternoon = create_session(journey=journey), create_session(journey=journey)
    create_structured(journey=journey, structure=a_structure(), session=morning, question=question)
    rooms = create_activity(journey=journey, session=morning, title="Rooms", tracks=["Garden", "Library"])
    journey.add_structure(a_structure(), session=None, track=(rooms, 1))
    journey.revisions.filter(number__lt=journey.revision).delete()
    journey.revisions.update(number=1, before=None)  # the example begins here
    journey.revision = 1
    journey.save()
    told = Told(journey)

    for deed in deeds:
        told.do(*deed)
    last = told.states[told.way[-1]]
    for way in ("undo", "redo"):
        for _change in told.way:
            told.do(way)
        assert told.present == {"undo": told.states[1], "redo": last}[way]

    journey.write(told.present)
    assert fresh(journey).snapshot() == last

"""Every change can be taken back and done again, in any order, and comes back exactly as it was."""

import json
import zlib
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.models import Revision
from structures.models import Structure
from tests.domain.profile import CALM
from tests.factories import create_structure, create_user
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)
from tests.journeys.lists import agenda, fresh, history, misnumbered

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    journey = create_journey()
    session = create_session(journey=journey, title="Morning")
    for title in "AB":
        create_activity(journey=journey, session=session, title=title)
    return journey


def order(journey):
    return "".join(agenda(journey)["Morning"])


def move_to_front(journey, title):
    journey.move(journey.activities.get(title=title), to=0)


def test_undo_says_what_it_took_back_and_redo_what_it_brought_back(journey):
    move_to_front(journey, "B")

    assert (journey.undo(), order(journey)) == ("Moved B", "AB")
    assert (journey.undo(), order(journey)) == ("Added B", "A")
    assert (journey.redo(), order(journey)) == ("Added B", "AB")
    assert (journey.redo(), order(journey)) == ("Moved B", "BA")
    assert (journey.redo(), order(journey)) == ("", "BA")


def test_undo_ends_where_the_journey_began(journey):
    taken_back = [journey.undo() for _ in range(5)]

    assert taken_back == ["Added B", "Added A", "Added a session", "", ""]
    assert agenda(journey) == {"parked": []}
    assert [journey.redo() for _ in range(4)] == ["Added a session", "Added A", "Added B", ""]
    assert order(journey) == "AB"


def test_a_new_change_after_an_undo_closes_the_way_forward(journey):
    move_to_front(journey, "B")
    journey.undo()
    create_activity(journey=journey, session=journey.sessions.get(), title="C")

    assert (journey.redo(), order(journey)) == ("", "ABC")
    assert (journey.undo(), order(journey)) == ("Added C", "AB")
    assert (journey.undo(), order(journey)) == ("Added B", "A")
    assert (journey.redo(), journey.redo(), order(journey)) == ("Added B", "Added C", "ABC")


def test_nothing_is_ever_lost_from_the_history(journey):
    ana = create_user()
    journey.undo(who=ana)
    journey.redo(who=ana)

    assert history(journey) == [
        "Started the journey",
        "Added a session",
        "Added A",
        "Added B",
        "Undone: Added B",
        "Done again: Added B",
    ]
    assert [revision.who for revision in journey.revisions.all()[:3]] == [ana, ana, None]


def test_a_change_that_changes_nothing_is_not_recorded(journey):
    before = fresh(journey)

    journey.edit({"title": "Discharge", "people": 18})
    journey.edit_activity(journey.activities.get(title="A"), title="A", minutes=10)
    journey.move(journey.activities.get(title="A"), to=0)

    assert (fresh(journey).revision, fresh(journey).touched_at) == (before.revision, before.touched_at)
    assert journey.revisions.count() == before.revision


def test_a_failed_change_leaves_no_trace(journey):
    before, number = journey.snapshot(), journey.revision

    with pytest.raises(RuntimeError), journey.changing("Broke it"):
        journey.activities.all().delete()
        raise RuntimeError

    assert (fresh(journey).snapshot(), fresh(journey).revision) == (before, number)


def test_the_newest_revision_holds_the_journey_compressed_and_readable(journey):
    revision = Revision.objects.get(journey=journey, number=journey.revision)

    assert revision.read() == journey.snapshot()
    text = json.dumps(revision.read(), sort_keys=True, ensure_ascii=False).encode()
    assert zlib.decompress(revision.document) == text
    assert len(revision.document) < len(text)
    assert [journey.newest.number, journey.newest.what] == [journey.revision, "Added B"]


def test_a_change_named_at_length_is_cut_to_what_the_history_holds(journey):
    with journey.changing("x" * 400):
        journey.activities.update(title="C")
    journey.undo()

    assert history(journey)[-2:] == ["x" * 300, "Undone: " + "x" * 292]


def test_undo_gets_past_a_change_that_the_catalogue_made(journey):
    """A structure left the catalogue: the step back to it writes the journey as it already is."""
    structure = create_structure(name="TRIZ", steps=1)
    row = create_structured(journey=journey, structure=structure, session=journey.sessions.get())
    structure.delete()
    journey.move(row, to=2)  # where it is; but the structure is gone since the last revision

    assert [journey.undo() for _ in range(3)] == ["Moved TRIZ", "Added TRIZ", "Added B"]
    assert order(journey) == "A"


# Any changes at all


def pick(rows, number):
    rows = list(rows)
    return rows[number % len(rows)] if rows else None


def some_session(journey, number):
    """One of the sessions, or None: the place for parked rows."""
    return pick([*journey.sessions.all(), None], number)


def on_row(verb):
    def deed(journey, one, two):
        row = pick(journey.activities.order_by("code"), one)
        return row and verb(journey, row, two)

    return deed


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


DEEDS = {
    "add": lambda j, a, b: j.add_activity(session=some_session(j, a), title=f"Row {b}", minutes=b, at=b % 3),
    "add structure": lambda j, a, b: j.add_structure(
        a_structure(), session=some_session(j, a), question=pick(j.questions.all(), b), at=b % 3
    ),
    "move": on_row(lambda j, row, b: j.move(row, to=b % 4, session=some_session(j, b))),
    "park": on_row(lambda j, row, b: j.park(row)),
    "bring back": on_row(
        lambda j, row, b: (
            j.sessions.exists() and j.bring_back(row, session=pick(j.sessions.all(), b), to=b % 3)
        )
    ),
    "remove": on_row(lambda j, row, b: j.remove(row)),
    "edit": on_row(
        lambda j, row, b: j.edit_activity(
            row,
            minutes=b or None,
            pinned_at=time(b % 24),
            question=pick([*j.questions.all(), None], b),
            invitations=["Why?", f"And {b}?"],
        )
    ),
    "edit the journey": lambda j, a, b: j.edit({"title": f"Title {a}", "people": b + 1, "who": "Nurses"}),
    "add question": lambda j, a, b: j.add_question(f"Question {b}?"),
    "edit question": on_question(lambda j, row, b: j.edit_question(row, outcome=f"So {b}")),
    "move question": on_question(lambda j, row, b: j.move_question(row, to=b % 3)),
    "remove question": on_question(lambda j, row, b: j.remove_question(row)),
    "add session": lambda j, a, b: j.add_session(title=f"Session {b}", starts_at=time(a % 24)),
    "edit session": on_session(lambda j, row, b: j.edit_session(row, minutes=b + 1, people=b + 1)),
    "remove session": on_session(lambda j, row, b: j.remove_session(row)),
    "undo": lambda j, a, b: j.undo(),
    "redo": lambda j, a, b: j.redo(),
}
NUMBERS = st.integers(0, 60)


def a_structure():
    return Structure.objects.first() or create_structure(steps=2)


class Told:
    """What undo and redo should do, told with plain lists: the states behind, and how far back we are."""

    def __init__(self, state):
        self.states, self.now = [state], 0

    def after(self, deed, state):
        if deed == "undo":
            self.now = max(0, self.now - 1)
        elif deed == "redo":
            self.now = min(len(self.states) - 1, self.now + 1)
        elif state != self.states[self.now]:
            self.states[self.now + 1 :] = [state]
            self.now += 1
        assert state == self.states[self.now]


@settings(CALM, max_examples=10)
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), NUMBERS, NUMBERS), min_size=4, max_size=7))
def test_whatever_is_done_undo_and_redo_lead_through_exactly_the_same_states(deeds):
    journey = create_journey()
    session = create_session(journey=journey)
    question = create_journey_question(journey=journey)
    create_structured(journey=journey, structure=a_structure(), session=session, question=question)
    told = Told(journey.snapshot())
    journey.revisions.filter(number=journey.revision).update(before=None)  # the example begins here

    steps_back_and_forth = [("undo", 0, 0)] * len(deeds) + [("redo", 0, 0)] * len(deeds)
    for name, one, two in [*deeds, *steps_back_and_forth]:
        DEEDS[name](journey, one, two)
        told.after(name, journey.snapshot())
        assert misnumbered(journey) == {}

"""Moving rows about, parking them, bringing them back, removing them."""

from datetime import time

import pytest

from sessions.models import Activity
from tests.factories import create_structure
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)
from tests.journeys.lists import agenda, fresh, history, laid_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    """A morning of A B C, an afternoon of D E, and P Q parked."""
    rows = {name: [{"title": title, "minutes": 10} for title in name] for name in ("ABC", "DE", "PQ")}
    sessions = [
        {"title": "Morning", "start": "13:30", "activities": rows["ABC"]},
        {"title": "Afternoon", "start": "15:00", "activities": rows["DE"]},
    ]
    return laid_out(create_journey(), sessions=sessions, parked=rows["PQ"])


@pytest.fixture
def rows(journey):
    return {row.title: row for row in journey.activities.all()}


@pytest.fixture
def sessions(journey):
    return {str(session): session for session in journey.sessions.all()}


def in_words(journey):
    """The agenda as words: "ABC DE PQ"."""
    return " ".join("".join(titles) for titles in agenda(journey).values())


@pytest.mark.parametrize(
    ("title", "to", "expected"),
    [
        ("A", 1, "BAC DE PQ"),
        ("A", 2, "BCA DE PQ"),
        ("C", 0, "CAB DE PQ"),
        ("B", 0, "BAC DE PQ"),
        ("B", 99, "ACB DE PQ"),
        ("B", 10**30, "ACB DE PQ"),
        ("B", -1, "BAC DE PQ"),
        ("E", 0, "ABC ED PQ"),
        ("Q", 0, "ABC DE QP"),
    ],
)
def test_a_row_moves_within_its_own_list(journey, rows, title, to, expected):
    journey.move(rows[title], to=to)

    assert in_words(journey) == expected
    assert history(journey)[-1] == f"Moved {title}"


@pytest.mark.parametrize(
    ("title", "session", "to", "expected"),
    [
        ("A", "Afternoon", 0, "BC ADE PQ"),
        ("B", "Afternoon", 1, "AC DBE PQ"),
        ("C", "Afternoon", 99, "AB DEC PQ"),
        ("E", "Morning", 1, "AEBC D PQ"),
        ("P", "Morning", 3, "ABCP DE Q"),
        ("A", "Morning", 2, "BCA DE PQ"),
    ],
)
def test_a_row_moves_to_another_session(journey, rows, sessions, title, session, to, expected):
    journey.move(rows[title], to=to, session=sessions[session])

    assert in_words(journey) == expected


@pytest.mark.parametrize(("title", "to"), [("A", 0), ("B", 1), ("C", 2), ("C", 99), ("A", -5), ("P", 0)])
def test_a_move_to_where_the_row_is_records_nothing(journey, rows, title, to):
    before = fresh(journey)

    journey.move(rows[title], to=to)

    assert in_words(journey) == "ABC DE PQ"
    assert (fresh(journey).revision, fresh(journey).touched_at) == (before.revision, before.touched_at)


def test_the_same_move_twice_is_one_change(journey, rows, sessions):
    before = journey.revision

    for _ in range(2):
        journey.move(rows["A"], to=1, session=sessions["Afternoon"])

    assert in_words(journey) == "BC DAE PQ"
    assert fresh(journey).revision == before + 1


def test_a_move_goes_by_where_the_row_is_now_and_not_where_it_was_when_the_page_was_made(journey, rows):
    journey.move(rows["A"], to=2)

    journey.move(rows["A"], to=1)  # the page still thinks that A is first

    assert in_words(journey) == "BAC DE PQ"


@pytest.mark.parametrize(
    ("title", "expected"), [("A", "BC DE PQA"), ("B", "AC DE PQB"), ("E", "ABC D PQE"), ("P", "ABC DE PQ")]
)
def test_a_parked_row_comes_after_the_others(journey, rows, title, expected):
    journey.park(rows[title])

    assert in_words(journey) == expected


def test_a_parked_row_loses_its_pin_and_keeps_everything_else(journey, sessions):
    question = create_journey_question(journey=journey)
    row = create_structured(
        journey=journey,
        structure=create_structure(name="TRIZ", steps=2),
        session=sessions["Morning"],
        question=question,
    )
    journey.edit_activity(row, pinned_at=time(14, 0), notes="Bring the bell.", protected=True)

    parked = journey.park(row)

    parked = Activity.objects.get(pk=parked.pk)
    assert (parked.session, parked.pinned_at) == (None, None)
    assert (parked.question, parked.notes, parked.protected) == (question, "Bring the bell.", True)
    assert [step.title for step in parked.steps.all()] == ["Step 1", "Step 2"]


def test_parking_what_is_parked_records_nothing(journey, rows):
    before = journey.revision

    journey.park(rows["P"])

    assert fresh(journey).revision == before


@pytest.mark.parametrize(
    ("title", "session", "to", "expected"),
    [
        ("P", "Morning", None, "ABCP DE Q"),
        ("P", "Morning", 0, "PABC DE Q"),
        ("Q", "Afternoon", 1, "ABC DQE P"),
        ("Q", "Afternoon", 99, "ABC DEQ P"),
    ],
)
def test_a_parked_row_comes_back_where_it_is_wanted_or_at_the_end(
    journey, rows, sessions, title, session, to, expected
):
    journey.bring_back(rows[title], session=sessions[session], to=to)

    assert in_words(journey) == expected
    assert history(journey)[-1] == f"Brought back {title}"


def test_parked_and_brought_back_a_row_is_the_same_row(journey, rows, sessions):
    row = rows["B"]

    journey.bring_back(journey.park(row), session=sessions["Morning"], to=1)

    assert in_words(journey) == "ABC DE PQ"
    assert journey.activities.get(title="B").code == row.code


@pytest.mark.parametrize(
    ("title", "expected"), [("A", "BC DE PQ"), ("C", "AB DE PQ"), ("D", "ABC E PQ"), ("P", "ABC DE Q")]
)
def test_a_removed_row_leaves_no_gap(journey, rows, title, expected):
    journey.remove(rows[title])

    assert in_words(journey) == expected
    assert history(journey)[-1] == f"Removed {title}"


def test_removing_twice_is_one_change(journey, rows):
    before = journey.revision

    for _ in range(2):
        journey.remove(rows["A"])

    assert in_words(journey) == "BC DE PQ"
    assert fresh(journey).revision == before + 1


def test_a_row_that_somebody_moved_meanwhile_is_removed_from_where_it_is_now(journey, rows, sessions):
    fresh(journey).move(rows["A"], to=0, session=sessions["Afternoon"])

    journey.remove(rows["A"])

    assert in_words(journey) == "BC DE PQ"


def test_undo_brings_a_removed_row_back_with_everything_it_held(journey, sessions):
    question = create_journey_question(journey=journey)
    structure = create_structure(name="TRIZ", steps=3)
    row = create_structured(
        journey=journey, structure=structure, session=sessions["Morning"], question=question, at=1
    )
    materials = [{"item": "pen", "quantity": 2, "per": "pair", "required": True, "mode": "both"}]
    held = {
        "title": "Creative destruction",
        "minutes": 40,
        "pinned_at": time(14, 5),
        "protected": True,
        "lead": "Ana",
        "invitations": ["How could we make it worse?", "What of it do we do?"],
        "brief": "Bring an example.",
        "notes": "Let them laugh.",
        "set_up": "Fours",
        "outcome": "We stop the Monday meeting.",
    }
    row = journey.edit_activity(row, materials=materials, **held)
    steps = row.shapes()

    journey.remove(row)
    assert not journey.activities.filter(code=row.code).exists()
    journey.undo()

    assert agenda(journey)["Morning"] == ["A", "Creative destruction", "B", "C"]
    back = journey.activities.get(code=row.code)
    assert {field: getattr(back, field) for field in held} == held
    assert (back.question.text, back.structure, back.materials) == (question.text, structure, materials)
    assert back.shapes() == steps


@pytest.mark.parametrize("verb", ["park", "bring_back", "move", "edit_activity"])
def test_a_row_of_another_journey_or_a_row_that_is_gone_cannot_be_reached(journey, sessions, verb):
    other = create_journey()
    theirs = create_activity(journey=other, session=create_session(journey=other), title="Theirs")
    gone = create_activity(journey=journey, session=sessions["Morning"], title="Gone")
    journey.remove(gone)
    arguments = {
        "bring_back": {"session": sessions["Morning"]},
        "move": {"to": 0},
        "edit_activity": {"title": "Ours"},
    }
    before = journey.snapshot(), other.snapshot()

    for row in (theirs, gone):
        with pytest.raises(Activity.DoesNotExist):
            getattr(journey, verb)(row, **arguments.get(verb, {}))

    assert (fresh(journey).snapshot(), fresh(other).snapshot()) == before


def test_another_journeys_row_cannot_be_removed(journey):
    other = create_journey()
    theirs = create_activity(journey=other, title="Theirs")

    journey.remove(theirs)

    assert agenda(other) == {"parked": ["Theirs"]}

"""A journey to its document and back."""

from datetime import date, time

import pytest

from sessions.domain.document import FORMAT
from sessions.domain.problems import DocumentError
from sessions.models import Activity, Run, Session
from structures.models import Question, Structure
from tests.factories import create_question, create_repeat, create_step, create_structure
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)
from tests.journeys.lists import agenda, fresh, laid_out

pytestmark = pytest.mark.django_db

MATERIAL = {"item": "pen", "quantity": 2, "per": "pair", "required": False, "mode": "in_person"}


@pytest.fixture
def triz():
    inner = create_structure(slug="1-2-4-all", name="1-2-4-All")
    triz = create_structure(slug="triz", name="TRIZ")
    create_repeat(structure=triz, key="A", count=3, unit="statement")
    create_step(structure=triz, minutes=4, minutes_max=6, repeat="A", grouping="small_groups", size_max=7)
    create_step(structure=triz, minutes=9, nested=inner, nested_note="without All", protected=True)
    return triz


@pytest.fixture
def journey(triz):
    """A journey that says something everywhere."""
    journey = create_journey(title="Discharge 🌱", purpose="Sooner\r\nhome", who="Nurses")
    question = journey.add_question(question=create_question(slug="purpose", text="Why?"))
    journey.edit_question(question, outcome="Because of Mrs Bell.")
    create_journey_question(journey=journey, text="أين نبدأ؟")
    morning = create_session(
        journey=journey,
        title="Morning",
        date=date(2027, 1, 14),
        timezone="Europe/London",
        mode="hybrid",
        place="Hall",
        link="https://meet.example/a?b=c",
        people=12,
        rooms=3,
        packing=[{"item": "pen", "by": "client", "packed": True}],
    )
    create_session(journey=journey, starts_at=None, minutes=None)
    row = create_structured(journey=journey, structure=triz, session=morning, question=question)
    journey.edit_activity(
        row,
        pinned_at=time(14, 5),
        lead="Ana",
        invitations=["How could we make it worse?", ""],
        alternatives=["What is it all for?"],
        brief="Bring an example.",
        notes="Let them laugh.",
        set_up="Fours",
        outcome="We stop.",
        materials=[MATERIAL],
    )
    create_activity(journey=journey, title="Parked", protected=True)
    journey.dismissed = ["no-break"]
    journey.save()
    return journey


def test_what_is_written_is_what_was_read_codes_included(journey):
    before = journey.snapshot()

    journey.write(before)

    assert fresh(journey).snapshot() == before
    assert agenda(journey) == {"Morning": ["TRIZ"], "Session 2": [], "parked": ["Parked"]}


def test_another_journey_becomes_the_same_with_codes_of_its_own(journey):
    other = create_journey(title="Empty")

    other.write(journey.snapshot(codes=False))

    assert other.snapshot(codes=False) == journey.snapshot(codes=False)
    codes = [{row.code for row in Activity.objects.filter(journey=one)} for one in (journey, other)]
    assert (len(codes[1]), codes[0] & codes[1]) == (2, set())


def test_codes_are_in_a_snapshot_for_ourselves_and_not_in_one_for_others(journey):
    [row] = journey.sessions.first().activities.all()

    ours, others = journey.snapshot(), journey.snapshot(codes=False)

    assert ours["sessions"][0]["activities"][0]["code"] == row.code
    assert "code" not in str(others)


@pytest.mark.parametrize("activities", [1, 30])
def test_a_snapshot_takes_four_queries_however_long_the_journey(triz, activities, django_assert_num_queries):
    rows = [{"structure": "triz", "question": 0}] * activities
    journey = laid_out(create_journey(), questions=[{"text": "Why?"}], sessions=[{"activities": rows}])

    with django_assert_num_queries(4):
        journey.snapshot()


def test_sessions_keep_their_rows_and_so_their_runs(journey):
    morning = journey.sessions.first()
    run = Run.objects.create(session=morning, log=[{"at": "2027-01-14T13:31:00Z", "activity": "x"}])

    journey.edit_session(morning, title="Forenoon")
    journey.undo()
    journey.undo()
    journey.redo()

    assert Session.objects.get(title="Morning").pk == morning.pk
    assert list(morning.runs.all()) == [run]


def test_sessions_that_change_places_stay_themselves(journey):
    before = {session.code: session.pk for session in journey.sessions.all()}
    document = journey.snapshot()
    document["sessions"].reverse()

    journey.write(document)

    assert [session.code for session in journey.sessions.all()] == list(reversed(before))
    assert {session.code: session.pk for session in journey.sessions.all()} == before


def test_a_structure_missing_in_the_catalogue_is_left_empty_and_its_steps_stay(journey):
    document = journey.snapshot()
    Structure.objects.all().delete()

    journey.write(document)

    row = journey.sessions.first().activities.get()
    assert (row.title, row.structure, [step.minutes for step in row.steps.all()]) == ("TRIZ", None, [4, 9])
    assert [step.nested for step in row.steps.all()] == [None, None]


def test_a_question_missing_in_the_catalogue_keeps_its_words(journey):
    document = journey.snapshot()
    Question.objects.all().delete()

    journey.write(document)

    first = journey.questions.first()
    assert (first.text, first.question, first.outcome) == ("Why?", None, "Because of Mrs Bell.")


def test_steps_that_a_document_does_not_name_are_the_catalogues(triz):
    journey = create_journey()
    row = {"structure": "triz"}
    document = {"format": FORMAT, "title": "T", "sessions": [{"activities": [row, row | {"steps": []}]}]}

    journey.write(document)

    copied, bare = journey.sessions.get().activities.all()
    assert copied.shapes() == triz.shapes()
    assert bare.shapes() == ((), ())
    assert (copied.title, bare.title) == ("TRIZ", "TRIZ")


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ({"kind": "break"}, "Break"),
        ({"kind": "break", "title": "Lunch"}, "Lunch"),
        ({"structure": "triz", "title": "Worse"}, "Worse"),
        ({"structure": "gone"}, "gone"),
    ],
)
def test_a_row_without_a_title_is_called_by_what_it_is(triz, row, title):
    journey = create_journey()

    journey.write({"format": FORMAT, "title": "T", "parked": [row]})

    assert journey.activities.get().title == title


def test_a_broken_document_changes_nothing(journey):
    before = journey.snapshot()

    with pytest.raises(DocumentError):
        journey.write(before | {"people": -1})

    assert fresh(journey).snapshot() == before

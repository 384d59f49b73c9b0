"""Editing a row and what frames the agenda: the journey's words, its questions, its sessions."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from sessions.domain import limits
from sessions.models import JourneyQuestion, Session
from tests.factories import create_question
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
)
from tests.journeys.lists import agenda, fresh, history, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey(title="Discharge", purpose="Sooner home", who="Nurses")


@pytest.fixture
def questions(journey):
    return [create_journey_question(journey=journey, text=text) for text in ("Why?", "What?", "Who?")]


@pytest.fixture
def morning(journey):
    return create_session(journey=journey, title="Morning")


@pytest.fixture
def row(journey, morning):
    return create_activity(journey=journey, session=morning, title="Welcome", minutes=10)


def asked(journey):
    assert agenda(journey)
    return list(journey.questions.values_list("text", flat=True))


# An activity


def test_an_edit_writes_the_named_fields_and_only_those(journey, row):
    """Two people have the page open: each changed another field."""
    stale = fresh(journey).activities.get(pk=row.pk)
    journey.edit_activity(row, title="Warm welcome", notes="Tea is ready.")

    fresh(journey).edit_activity(stale, minutes=15)

    row.refresh_from_db()
    assert (row.title, row.notes, row.minutes) == ("Warm welcome", "Tea is ready.", 15)
    assert history(journey)[-2:] == ["Edited Welcome", "Edited Welcome"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "This field cannot be blank."),
        ({"minutes": 1441}, "An activity lasts at most a day: 1440 minutes."),
        ({"minutes": -1}, "Ensure this value is greater than or equal to 0."),
        ({"lead": "x" * 121}, "Ensure this value has at most 120 characters (it has 121)."),
        ({"kind": "party"}, "Value 'party' is not a valid choice."),
    ],
)
def test_what_is_not_possible_is_refused_and_nothing_is_written(journey, row, wrong, sentence):
    before = journey.snapshot()

    with pytest.raises(ValidationError) as caught:
        journey.edit_activity(row, **({"notes": "Also written?"} | wrong))

    assert caught.value.messages == [sentence]
    assert (fresh(journey).snapshot(), fresh(journey).revision) == (before, journey.revision)


def test_a_row_answers_a_question_and_stops_answering_it(journey, row, questions):
    assert journey.edit_activity(row, question=questions[1]).question == questions[1]
    assert journey.edit_activity(row, question=None).question is None


def test_a_question_that_undo_wrote_anew_meanwhile_is_found_again(journey, row, questions):
    """Undo writes every row anew: the ones this request holds are of a time before."""
    journey.edit_activity(row, title="Hello")
    fresh(journey).undo()

    edited = journey.edit_activity(row, question=questions[1])

    assert (edited.code, edited.question.code, edited.title) == (row.code, questions[1].code, "Welcome")


# The journey


def test_the_journeys_own_words_are_edited(journey):
    journey.edit({"title": "Going home", "people": 24, "who": "Nurses and families"})

    found = fresh(journey)
    assert (found.title, found.purpose, found.people, found.who) == (
        "Going home",
        "Sooner home",
        24,
        "Nurses and families",
    )


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"title": "x" * 201}, {"people": 0}, {"people": 5001}, {"who": "x" * 301}]
)
def test_words_that_are_not_possible_are_refused_and_stay_unwritten(journey, wrong):
    before = journey.snapshot()

    with pytest.raises(ValidationError):
        journey.edit(wrong)
    journey.edit({"purpose": "Home by noon"})

    assert fresh(journey).snapshot() == before | {"purpose": "Home by noon"}


# Questions


def test_questions_are_asked_in_the_groups_words_or_in_the_catalogues(journey):
    catalogue = create_question(slug="purpose", text="What is our purpose?")

    journey.add_question("Why are we here?")
    journey.add_question(question=catalogue)
    journey.add_question("What for?", question=catalogue)

    assert asked(journey) == ["Why are we here?", "What is our purpose?", "What for?"]
    assert [row.question for row in journey.questions.all()] == [None, catalogue, catalogue]
    assert [row.number for row in journey.questions.all()] == [1, 2, 3]


def test_a_question_is_edited(journey, questions):
    journey.edit_question(questions[0], text="Why at all?", outcome="Because.")

    found = journey.questions.first()
    assert (found.text, found.outcome, found.code) == ("Why at all?", "Because.", questions[0].code)


def test_a_question_must_say_something_and_be_brief(journey, questions):
    for wrong in ("", "x" * 301):
        with pytest.raises(ValidationError):
            journey.edit_question(questions[0], text=wrong)
    with pytest.raises(ValidationError):
        journey.add_question("x" * 301)

    assert asked(journey) == ["Why?", "What?", "Who?"]


@pytest.mark.parametrize(
    ("place", "to", "expected"),
    [
        (0, 1, ["What?", "Why?", "Who?"]),
        (0, 99, ["What?", "Who?", "Why?"]),
        (0, 10**30, ["What?", "Who?", "Why?"]),
        (2, 0, ["Who?", "Why?", "What?"]),
        (1, 1, ["Why?", "What?", "Who?"]),
        (1, -4, ["What?", "Why?", "Who?"]),
    ],
)
def test_a_question_moves_along_the_arc(journey, questions, place, to, expected):
    journey.move_question(questions[place], to=to)

    assert asked(journey) == expected


def test_a_removed_question_leaves_its_activities_on_the_agenda(journey, questions, row):
    journey.edit_activity(row, question=questions[1])

    journey.remove_question(questions[1])

    assert asked(journey) == ["Why?", "Who?"]
    row.refresh_from_db()
    assert (row.question, row.title, agenda(journey)["Morning"]) == (None, "Welcome", ["Welcome"])


def test_undo_brings_a_removed_question_back_with_its_activities(journey, questions, row):
    journey.edit_activity(row, question=questions[1])
    journey.edit_question(questions[1], outcome="This.")
    before = journey.snapshot()

    journey.remove_question(questions[1])
    journey.undo()

    assert fresh(journey).snapshot() == before
    assert journey.activities.get().question.text == "What?"


def test_a_journey_holds_sixty_questions_and_not_one_more(journey):
    JourneyQuestion.objects.bulk_create(
        JourneyQuestion(journey=journey, position=place, text=f"{place}?") for place in range(59)
    )
    journey.add_question("The last?")

    with pytest.raises(ValidationError, match="at most 60 questions"):
        journey.add_question("One too many?")

    assert (journey.questions.count(), limits.MAX_QUESTIONS) == (60, 60)


# Sessions


def test_a_session_comes_after_the_others_in_the_last_ones_zone_and_mode(journey):
    journey.add_session(title="Day one", timezone="Europe/London", mode="online", place="Hall", minutes=90)

    second = journey.add_session()

    second = Session.objects.get(pk=second.pk)
    assert (second.position, second.timezone, second.mode) == (1, "Europe/London", "online")
    assert (second.place, second.minutes, second.starts_at, str(second)) == ("", None, None, "Session 2")


def test_a_session_is_edited(journey, morning):
    journey.edit_session(morning, date=date(2027, 1, 14), starts_at=time(9), people=12)

    found = Session.objects.get(pk=morning.pk)
    assert (found.title, found.date, found.starts_at, found.people, found.minutes) == (
        "Morning",
        date(2027, 1, 14),
        time(9),
        12,
        90,
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"minutes": 0}, "A session lasts between a minute and four days."),
        ({"minutes": 4 * 1440 + 1}, "A session lasts between a minute and four days."),
        ({"people": 0}, "The number of people must lie between 1 and 5,000."),
        ({"people": 5001}, "The number of people must lie between 1 and 5,000."),
        ({"timezone": "Mars/Olympus"}, "“Mars/Olympus” is no time zone. Type a place like Europe/London."),
        ({"date": date(207, 1, 14)}, "That year is too long ago, or too far ahead."),
        ({"date": date(3000, 1, 1)}, "That year is too long ago, or too far ahead."),
        (
            {"link": "ftp://example.org/room"},
            "The link to the meeting must begin with https:// or http://.",
        ),
    ],
)
def test_a_session_that_is_not_possible_is_refused_and_nothing_is_written(journey, morning, wrong, sentence):
    before = journey.snapshot()

    with pytest.raises(ValidationError) as caught:
        journey.edit_session(morning, **wrong)
    with pytest.raises(ValidationError):
        journey.add_session(**wrong)

    assert caught.value.messages == [sentence]
    assert fresh(journey).snapshot() == before


def test_a_removed_session_parks_its_rows_in_their_order_and_without_pins(journey, morning, row):
    create_activity(journey=journey, title="Parked before")
    create_activity(journey=journey, session=morning, title="Lunch", kind="break", pinned_at=time(12, 30))
    afternoon = create_session(journey=journey, title="Afternoon")
    create_activity(journey=journey, session=afternoon, title="Closing")

    journey.remove_session(morning)

    assert agenda(journey) == {"Afternoon": ["Closing"], "parked": ["Parked before", "Welcome", "Lunch"]}
    assert list(journey.activities.filter(pinned_at__isnull=False)) == []


def test_undo_brings_a_removed_session_back_with_its_rows_and_pins(journey, morning, row):
    create_activity(journey=journey, session=morning, title="Lunch", kind="break", pinned_at=time(12, 30))
    create_session(journey=journey, title="Afternoon")
    before = journey.snapshot()

    journey.remove_session(morning)
    journey.undo()

    assert fresh(journey).snapshot() == before
    assert titles(journey.sessions.get(title="Morning").activities) == ["Welcome", "Lunch"]


def test_a_session_moves_with_its_rows_and_undo_takes_it_back(journey, morning, row):
    for title in ("Noon", "Evening"):
        create_session(journey=journey, title=title)

    journey.move_session(morning, to=1)
    journey.move_session(journey.sessions.get(title="Evening"), to=0)

    assert agenda(journey) == {"Evening": [], "Noon": [], "Morning": ["Welcome"], "parked": []}
    assert history(journey)[-2:] == ["Moved Morning", "Moved Evening"]
    journey.undo()
    assert list(agenda(journey)) == ["Noon", "Morning", "Evening", "parked"]


def test_a_journey_holds_forty_sessions_and_not_one_more(journey):
    Session.objects.bulk_create(Session(journey=journey, position=place) for place in range(39))
    journey.add_session(title="The last")

    with pytest.raises(ValidationError, match="at most 40 sessions"):
        journey.add_session(title="One too many")

    assert (journey.sessions.count(), limits.MAX_SESSIONS) == (40, 40)

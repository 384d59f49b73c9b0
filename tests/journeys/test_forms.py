"""Forms that edit in place: what counts as a change, and what somebody else's change does to it."""

from datetime import time

import pytest
from django.http import QueryDict

from sessions.forms import ActivityForm, JourneyForm, SessionForm
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
)
from tests.journeys.lists import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey()


@pytest.fixture
def morning(journey):
    return create_session(journey=journey, title="Morning")


@pytest.fixture
def row(journey, morning):
    return create_activity(journey=journey, session=morning, title="TRIZ", minutes=20)


def sent(**fields):
    """What a browser posts: each field as (what stood there, what stands there now); None is not sent at all."""
    data = QueryDict(mutable=True)
    for name, (was, now) in fields.items():
        if was is not None:
            data[f"initial-{name}"] = was
        if now is not None:
            data[name] = now
    return data


def changes(form):
    assert form.errors == {}
    return form.changes


# What counts as a change


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"title": ("TRIZ", "TRIZ"), "lead": ("", "")}, {}),
        ({"title": ("TRIZ", "Worse"), "lead": ("", "")}, {"title": "Worse"}),
        ({"title": ("TRIZ", " Worse ")}, {"title": "Worse"}),
        ({"lead": ("Ana", "")}, {"lead": ""}),
        # textareas: a browser sends two characters for a line's end
        ({"notes": ("one\ntwo", "one\r\ntwo")}, {}),
        ({"notes": ("one\r\ntwo", "one\r\ntwo")}, {}),
        ({"notes": ("one\r\ntwo", "one\r\ntwo\r\nthree")}, {"notes": "one\r\ntwo\r\nthree"}),
        # a checkbox left empty is not sent
        ({"protected": ("", None)}, {}),
        ({"protected": ("", "on")}, {"protected": True}),
        ({"protected": ("on", "on")}, {}),
        ({"protected": ("on", None)}, {"protected": False}),
        # a form of our own that has no hidden initials: everything it sends is meant
        ({"title": (None, "TRIZ"), "minutes": (None, "")}, {"title": "TRIZ", "minutes": None}),
        # what the page did not send at all is no change
        ({"csrfmiddlewaretoken": (None, "x")}, {}),
        # minutes as they were typed
        ({"minutes": ("20", "20")}, {}),
        ({"minutes": ("20", "1h15")}, {"minutes": 75}),
        ({"minutes": ("20", "+5")}, {"minutes": 25}),
        ({"minutes": ("20", "-10")}, {"minutes": 10}),
        ({"minutes": ("20", "")}, {"minutes": None}),
        ({"begins": ("", "12.30")}, {"pinned_at": time(12, 30)}),
        ({"begins": ("12:30", "")}, {"pinned_at": None}),
    ],
)
def test_only_what_the_person_changed_is_a_change(row, fields, changed):
    assert changes(ActivityForm(sent(**fields), row)) == changed


@pytest.mark.parametrize(
    ("field", "was", "typed", "sentence"),
    [
        ("minutes", "20", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("minutes", "20", "-21", "“-21” is less than nothing. Minutes start at 0."),
        ("minutes", "", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("minutes", "soon", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("minutes", "20", "100000", "“100000” is longer than a day. The most is 1440 minutes."),
        ("begins", "", "25:00", "“25:00” is not a time of day. Type it as 13:30."),
        ("title", "TRIZ", "  ", "This field is required."),
        ("title", "TRIZ", "x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(row, field, was, typed, sentence):
    form = ActivityForm(sent(**{field: (was, typed)}, lead=("", "Ana")), row)

    assert form.errors == {field: [sentence]}


@pytest.mark.parametrize("text", ["🌱", "صباح الخير", "<script>alert(1)</script>", "x" * 200])
def test_any_words_may_be_a_title(row, text):
    assert changes(ActivityForm(sent(title=("TRIZ", text)), row)) == {"title": text}


# Somebody else was quicker


def test_somebody_elses_change_in_another_field_is_not_overwritten(journey, row):
    """Ana's page is a minute old. Meanwhile Ben changed the title; she changes the minutes."""
    page = {"title": ("TRIZ", "TRIZ"), "minutes": ("20", "35"), "notes": ("", "")}
    journey.edit_activity(row, title="Making space", notes="Ben's")

    stale = fresh(journey).activities.get()
    fresh(journey).edit_activity(stale, **changes(ActivityForm(sent(**page), stale)))

    row.refresh_from_db()
    assert (row.title, row.minutes, row.notes) == ("Making space", 35, "Ben's")


def test_a_question_that_somebody_removed_does_not_stand_in_the_way_of_another_field(journey, row):
    question = create_journey_question(journey=journey)
    journey.edit_activity(row, question=question)
    page = {"question": (question.code, question.code), "lead": ("", "Ana")}
    journey.remove_question(question)

    assert changes(ActivityForm(sent(**page), row)) == {"lead": "Ana"}


def test_choosing_a_question_that_is_gone_or_another_journeys_is_refused(journey, row):
    gone = create_journey_question(journey=journey)
    journey.remove_question(gone)
    theirs = create_journey_question(journey=create_journey())

    for question in (gone, theirs):
        form = ActivityForm(sent(question=("", question.code)), row)
        assert list(form.errors) == ["question"]


def test_a_row_takes_a_question_and_gives_it_up(journey, row):
    question = create_journey_question(journey=journey)

    assert changes(ActivityForm(sent(question=("", question.code)), row)) == {"question": question}
    assert changes(ActivityForm(sent(question=(question.code, "")), row)) == {"question": None}


def test_a_session_longer_than_a_day_can_still_be_edited(journey, morning):
    """Booked in a document that came from outside; in the page one books a day at most."""
    journey.edit_session(morning, minutes=2880)

    form = SessionForm(sent(minutes=("2880", "2880"), title=("Morning", "Retreat")), morning)

    assert changes(form) == {"title": "Retreat"}


# Invitations: one per round, and the page edits the first


@pytest.mark.parametrize(
    ("were", "typed", "become"),
    [
        ([], "Why?", ["Why?"]),
        (["What?"], "Why?", ["Why?"]),
        (["What?", "So what?"], "Why?", ["Why?", "So what?"]),
        (["What?"], "", []),
        (["What?", "So what?"], "", ["", "So what?"]),
    ],
)
def test_the_first_invitation_is_edited_and_the_others_stay(journey, row, were, typed, become):
    row = journey.edit_activity(row, invitations=were)
    was = were[0] if were else ""

    journey.edit_activity(row, **changes(ActivityForm(sent(invitation=(was, typed)), row)))

    row.refresh_from_db()
    assert row.invitations == become


# The journey and its sessions


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ("0", "A group has at least one person."),
        ("-3", "A group has at least one person."),
        ("10000", "The most is 5,000 people."),
        ("many", "Type the number of people in figures, like 18."),
    ],
)
def test_people_are_counted_in_figures(journey, morning, people, sentence):
    data = sent(people=("18", people))

    assert JourneyForm(data, journey).errors == {"people": [sentence]}
    assert SessionForm(data, morning).errors == {"people": [sentence]}


def test_the_people_of_a_journey_may_be_left_open(journey):
    assert changes(JourneyForm(sent(people=("18", "")), journey)) == {"people": None}


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Europe/London", "Europe/London"), (" America/New York ", "America/New_York")],
)
def test_a_time_zone_is_a_place(morning, typed, zone):
    assert changes(SessionForm(sent(timezone=("UTC", typed)), morning)) == {"timezone": zone}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("timezone", "Mars", "“Mars” is no time zone. Type a place like Europe/London."),
        ("date", "14th of May", "That is no date. Type it as 2027-01-14."),
        ("starts_at", "25:00", "“25:00” is not a time of day. Type it as 13:30."),
        ("minutes", "0", "It takes at least 1 minute."),
        ("mode", "astral", "Select a valid choice. astral is not one of the available choices."),
        ("link", "javascript:alert(1)", "Enter a valid URL."),
    ],
)
def test_when_and_where_must_make_sense(morning, field, typed, sentence):
    assert SessionForm(sent(**{field: ("", typed)}), morning).errors == {field: [sentence]}

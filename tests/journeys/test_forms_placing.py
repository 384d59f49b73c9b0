"""Forms that say what to add and where a row goes."""

import pytest

from sessions.forms import AddForm, MoveForm
from sessions.models.placing import Home
from tests.factories import create_structure
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey()


@pytest.fixture
def morning(journey):
    return create_session(journey=journey, title="Morning")


# Adding


def test_adding_takes_a_published_structure_and_parts_of_this_journey(journey, morning):
    structure = create_structure(slug="triz", steps=1)
    question = create_journey_question(journey=journey)

    form = AddForm({"structure": "triz", "question": question.code, "home": morning.code}, journey)

    assert form.is_valid()
    found = [form.cleaned_data[name] for name in ("structure", "question", "home")]
    assert found == [structure, question, Home(morning)]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({}, "__all__"),
        ({"title": "A row of no kind"}, "__all__"),
        ({"structure": "draft"}, "structure"),
        ({"structure": "nonesuch"}, "structure"),
        ({"kind": "party"}, "kind"),
        ({"kind": "break", "minutes": "soon"}, "minutes"),
        ({"kind": "break", "home": "theirs"}, "home"),
        ({"kind": "break", "question": "theirs"}, "question"),
        ({"kind": "talk", "title": "x" * 201}, "title"),
    ],
)
def test_adding_refuses_what_there_is_not(journey, data, wrong):
    create_structure(slug="draft", status="draft")
    other = create_journey()
    create_session(journey=other, code="theirs")
    other.questions.filter(pk=create_journey_question(journey=other).pk).update(code="theirs")

    assert list(AddForm(data, journey).errors) == [wrong]


# Moving


@pytest.fixture
def three(journey, morning):
    """Rows A and B in the morning, C in the afternoon, P and Q parked."""
    afternoon = create_session(journey=journey, title="Afternoon")
    return {
        title: create_activity(journey=journey, session=session, title=title)
        for title, session in [("A", morning), ("B", morning), ("C", afternoon), ("P", None), ("Q", None)]
    }


@pytest.mark.parametrize(
    ("title", "data", "session", "to"),
    [
        ("A", {"direction": "up"}, "Morning", 0),  # the first of all stays
        ("A", {"direction": "down"}, "Morning", 1),
        ("B", {"direction": "up"}, "Morning", 0),
        ("B", {"direction": "down"}, "Afternoon", 0),  # over the border between sessions
        ("C", {"direction": "up"}, "Morning", None),
        ("C", {"direction": "down"}, "Afternoon", 1),  # the last of all stays
        ("P", {"direction": "down"}, None, 1),
        ("Q", {"direction": "up"}, None, 0),
        ("A", {"to": "5"}, "Morning", 5),
        ("A", {"home": "parked"}, None, None),
        ("P", {"home": "Morning"}, "Morning", None),
        ("A", {"to": "0", "home": "Afternoon"}, "Afternoon", 0),
    ],
)
def test_a_row_moves_by_one_or_to_a_place(journey, three, title, data, session, to):
    codes = {str(session): session.code for session in journey.sessions.all()}
    home = {"home": codes.get(data["home"], data["home"])} if "home" in data else {}
    form = MoveForm(data | home, journey)

    assert form.is_valid()
    where, place = form.target_in(journey, three[title])
    assert (where.session and str(where.session), place) == (session, to)
    assert where.is_parking == (session is None)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({}, "__all__"),
        ({"direction": "sideways"}, "direction"),
        ({"to": "-1"}, "to"),
        ({"to": "first"}, "to"),
        ({"to": "0", "home": "theirs"}, "home"),
    ],
)
def test_a_move_must_say_where_to(journey, data, wrong):
    create_session(journey=create_journey(), code="theirs")

    assert list(MoveForm(data, journey).errors) == [wrong]

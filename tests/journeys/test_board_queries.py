"""The builder and its changes ask the database the same number of times, however long the journey is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sessions.models import Journey
from sessions.visitor import Visitor
from tests import factories
from tests.cast import with_key
from tests.journeys.ritual import press


def long_journey(visitor, rows):
    """A journey of so many structures, in sessions of fifteen."""
    journey = Journey.start(visitor, title="Long", people=18)
    activity = {"structure": "min-specs", "question": 0}
    sizes = [min(15, rows - first) for first in range(0, rows, 15)]
    with journey.changing("Wrote the plan"):
        journey.write(
            {
                "format": "convening.journey/1",
                "title": "Long",
                "questions": [{"question": "needs"}, {"text": "And then?"}],
                "sessions": [{"start": "09:00", "activities": [activity] * size} for size in sizes],
            }
        )
    return journey


@pytest.fixture
def catalogue_of_two(db):
    needs = factories.create_question(slug="needs")
    for slug in ("min-specs", "triz"):
        structure = factories.create_structure(slug=slug, steps=4)
        factories.create_repeat(structure=structure)
        factories.create_fit(question=needs, structure=structure)


def changes(journey):
    """Name → the change, as its address and its form."""
    rows = list(journey.activities.order_by("session__position", "position"))
    return {
        "edit": (f"activities/{rows[0].code}/edit/", {"minutes": "33"}),
        "move": (f"activities/{rows[-1].code}/move/", {"to": "0"}),
        "park": (f"activities/{rows[-1].code}/park/", {}),
        "return": (f"activities/{rows[-1].code}/return/", {"to": "0"}),
        "remove": (f"activities/{rows[-1].code}/remove/", {}),
        "add": ("activities/add/", {"structure": "triz", "question": journey.questions.first().code}),
        "step": (f"activities/{rows[0].code}/steps/{rows[0].steps.first().pk}/edit/", {"minutes": "7"}),
        "step_add": (f"activities/{rows[0].code}/steps/add/", {}),
        "steps_reset": (f"activities/{rows[0].code}/steps/reset/", {}),
        "question": (f"questions/{journey.questions.first().code}/edit/", {"text": "Why?"}),
        "session": (f"sessions/{journey.sessions.first().code}/edit/", {"starts_at": "10:00"}),
        "people": ("edit/", {"people": "24"}),
        "refused": (f"activities/{rows[0].code}/edit/", {"minutes": "soon"}),
    }


PLANNERS = {
    "account": lambda cast: (cast.ana, Visitor(user=cast.owner)),
    "guest": lambda cast: (with_key(cast.nobody, "that-browser"), Visitor(guest="that-browser")),
}


def counted(ask):
    with CaptureQueriesContext(connection) as said:
        answer = ask()
    assert answer.status_code in (200, 422)
    return len(said)


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(("who", "queries"), [("account", 12), ("guest", 10)])
def test_the_page(cast, catalogue_of_two, who, queries, rows):
    browser, visitor = PLANNERS[who](cast)
    journey = long_journey(visitor, rows)
    chosen = {"chosen": journey.questions.first().code}

    assert counted(lambda: browser.get(journey.get_absolute_url(), chosen)) == queries


def test_tracks_ask_for_nothing_more(cast, catalogue_of_two):
    browser, journey = cast.ana, long_journey(Visitor(user=cast.owner), 1)
    for _number in range(3):
        rooms = journey.add_parallel(session=journey.sessions.get())
        for track in (0, 1):
            journey.add_activity(session=None, track=(rooms, track), title="A talk", minutes=10)

    chosen = {"chosen": journey.questions.first().code}
    assert counted(lambda: browser.get(journey.get_absolute_url(), chosen)) == 12


@pytest.mark.parametrize("rows", [1, 60])
def test_an_open_row_asks_once_more(cast, catalogue_of_two, rows):
    """For what its structures usually need; what the catalogue has now is known from the help beside it."""
    journey = long_journey(Visitor(user=cast.owner), rows)
    asked = {"chosen": journey.questions.first().code}
    opened = asked | {"open": ",".join(row.code for row in journey.activities.all())}
    cast.ana.get(journey.get_absolute_url(), opened)  # the names of all structures are kept for a while

    folded = counted(lambda: cast.ana.get(journey.get_absolute_url(), asked))

    assert counted(lambda: cast.ana.get(journey.get_absolute_url(), opened)) == folded + 1


@pytest.mark.parametrize("rows", [2, 60])
def test_every_view(cast, catalogue_of_two, rows):
    """A view shows less, and asks for nothing more."""
    browser, visitor = PLANNERS["account"](cast)
    journey = long_journey(visitor, rows)
    journey.add_session()
    asked = [
        {"chosen": journey.questions.first().code, "view": view}
        for view in ("", "overview", journey.sessions.first().code)
    ]

    found = [counted(lambda query=query: browser.get(journey.get_absolute_url(), query)) for query in asked]

    assert found == [12, 12, 12]


MANY = {"account": 60, "guest": 30}


@pytest.mark.parametrize("who", PLANNERS)
def test_every_change(cast, catalogue_of_two, who):
    """Checks, the record of the change and the board after it; adding also copies the steps."""
    browser, visitor = PLANNERS[who](cast)

    few, many = (of_every_change(browser, long_journey(visitor, rows)) for rows in (2, MANY[who]))

    assert few == many
    assert [name for name, queries in many.items() if queries > (41 if name == "add" else 34)] == []


def of_every_change(browser, journey):
    base, chosen = journey.get_absolute_url(), {"chosen": journey.questions.first().code}
    return {
        name: counted(lambda path=path, form=form: press(browser, base + path, **form, **chosen))
        for name, (path, form) in changes(journey).items()
    }

"""The ledger of questions beside the agenda, as the builder shows it."""

import re
from html import unescape

import pytest

from sessions.board import Board
from tests import factories
from tests.journeys.lists import fresh, laid_out

MORNING = [
    {"title": "TRIZ", "minutes": 30, "question": 1, "outcome": "We wait for each other."},
    {"title": "Min Specs", "minutes": 30, "question": 1, "code": "specs"},
    {
        "kind": "other",
        "title": "Rooms",
        "code": "rooms",
        "tracks": [{"activities": [{"title": "9 Whys", "minutes": 15, "question": 0, "code": "whys"}]}],
    },
]


@pytest.fixture
def journey(journey):
    return laid_out(
        journey,
        questions=[{"text": "Why?"}, {"text": "Where do we start?"}, {"text": "Who else?"}],
        sessions=[
            {"title": "Morning", "minutes": 100, "activities": MORNING, "code": "am"},
            {
                "title": "Evening",
                "activities": [{"title": "Story", "minutes": 10, "question": 1, "code": "story"}],
                "code": "pm",
            },
        ],
    )


def lines(journey, **asked):
    return Board.of(fresh(journey), **asked).ledger


def test_each_question_says_what_answers_it_and_how_it_is_served(journey):
    found = [(line.minutes, [one.title for one in line.answers], line.flags) for line in lines(journey)]

    assert found == [
        (15, ["9 Whys"], []),
        (
            70,
            ["TRIZ", "Min Specs", "Story"],
            ["more than its share of the time", "answered before question 1"],
        ),
        (0, [], []),
    ]


def test_what_single_activities_brought_is_read_there(journey):
    assert [[one.outcome for one in line.said] for line in lines(journey)] == [
        [],
        ["We wait for each other."],
        [],
    ]


def test_a_row_that_the_view_does_not_show_is_linked_to_in_its_session(cast, journey):
    hrefs = {}
    for view in ("", "overview", "am", "pm"):
        page = cast.ana.get(journey.get_absolute_url(), {"view": view}).text
        ledger = page.partition('id="ledger"')[2].partition("</section>")[0]
        hrefs[view] = [
            unescape(one) for one in re.findall(r'<a href="([^"]*#activity-(?:whys|story))"', ledger)
        ]

    base = journey.get_absolute_url()
    assert hrefs == {
        "": ["#activity-whys", "#activity-story"],
        "overview": ["#activity-whys", "#activity-story"],
        "am": ["#activity-whys", f"{base}?view=pm#activity-story"],
        "pm": [f"{base}?view=am#activity-whys", "#activity-story"],
    }


def test_a_question_can_be_linked_to_what_the_catalogue_no_longer_offers(journey):
    factories.create_question(slug="purpose", short="Purpose")
    old = factories.create_question(slug="old", short="Old", status="draft")
    journey.edit_question(journey.questions.first(), question=old)

    links = [[slug for slug, _short in line.links] for line in lines(journey)]

    assert links == [["", "purpose", "old"], ["", "purpose"], ["", "purpose"]]


def test_the_state_holds_everything_that_shows(journey):
    first, second, third = (line.state for line in lines(journey))

    assert len({first, second, third}) == 3
    assert [line.state for line in lines(journey)] == [first, second, third]

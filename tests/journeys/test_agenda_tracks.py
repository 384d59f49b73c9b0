"""Tracks on the agenda: side by side with their names and times, and as much of each row as an audience may see."""

import re

import pytest

from sessions.agenda import Agenda
from tests.journeys import shared
from tests.journeys.shared import plain, seen

INSIDE = {
    "kind": "other",
    "title": "Workshops",
    "tracks": [
        {"title": "Garden", "activities": [shared.ROW, {"kind": "break", "title": "Tea", "minutes": 5}]},
        {
            "title": "Library",
            "activities": [
                {"kind": "talk", "title": "Story", "minutes": 30, "notes": "Whisper it", "lead": "Mo"},
            ],
        },
        {"title": "Cellar"},
    ],
}


TOLD = {
    "participants": ["with Mo", "three pairs"],
    "sponsors": [],
    "hosts": ["Whisper it", "with Mo", "three pairs", "Ask why."],
}


@pytest.fixture
def journey(ana):
    """Everything that could leak stands in a track."""
    shared.create_catalogue()
    welcome = {"kind": "opening", "title": "Welcome", "minutes": 10}
    return shared.create_shared_journey(owner=ana, activities=[welcome, INSIDE])


def page(cast, journey, audience):
    return cast.nobody.get(journey.share(audience).get_absolute_url())


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("participants", shared.PARTICIPANTS),
        ("sponsors", shared.EVERYBODY),
        ("hosts", shared.HOSTS),
    ],
)
def test_an_audience_sees_what_it_may_and_nothing_else(cast, journey, audience, words):
    answer = page(cast, journey, audience)

    assert seen(answer) == words - {"groups"}  # nine pairs would be everybody; in this track are six
    told = [word for word in ("Whisper it", "with Mo", "three pairs", "Ask why.") if word in answer.text]
    assert told == TOLD[audience]


def tracks(answer):
    """The tracks on the page, each on one line."""
    found = re.findall(r'<section class="track"[^>]*>(.*?)</section>', answer.text, re.S)
    return [plain(re.sub(r"<svg.*?</svg>", "", one, flags=re.S)) for one in found]


def test_tracks_stand_side_by_side_with_their_times(cast, journey):
    answer = page(cast, journey, "sponsors")

    assert tracks(answer) == [
        "Garden 13:40 20 min Question 1 Asking why 14:00 5 min Tea",
        "Library 13:40 30 min Story",
    ]
    assert "13:40 30 min Workshops" in plain(answer.text)


def test_the_score_of_the_agenda_has_what_is_in_the_tracks(cast, journey):
    text = page(cast, journey, "participants").text

    assert re.findall(r'<a href="#activity-\w+" aria-label="([^"]*)" class', text) == [
        "13:30 Welcome: 10 minutes with everyone.",
        "13:40 Workshops: 30 minutes, in parallel: Garden, Library, Cellar.",
        "13:40 Garden, Asking why: two rounds of 10 minutes in pairs.",
        "14:00 Garden, Tea: 5 minutes.",
        "13:40 Library, Story: 30 minutes with everyone.",
    ]
    assert "Interview in turns" not in text


def test_what_to_bring_is_for_the_people_of_the_track(cast, journey):
    """Of 18, six are in each of three tracks: two cards each are twelve."""
    (session,) = Agenda.of(journey.share("hosts")).sessions

    assert [(one.item, one.quantity) for one in session.supplies] == [
        ("index card", 12),
        ("folding chair", 6),
        ("red pen", 6),
        (shared.WORDS["what the hosts bring"], 1),
    ]
    assert [(one.item, one.quantity) for one in session.needs] == [("index card", 2)]
    assert (session.room.groups, session.room.breakout_rooms, session.room.largest_group) == (4, 4, 6)


@pytest.mark.parametrize(("audience", "queries"), [("participants", 6), ("sponsors", 5), ("hosts", 6)])
@pytest.mark.parametrize("rows", [1, 20])
def test_the_queries_are_the_same_however_many(cast, ana, audience, queries, rows, django_assert_num_queries):
    journey = shared.create_shared_journey(owner=ana, activities=[INSIDE] * rows)
    path = journey.share(audience).get_absolute_url()

    with django_assert_num_queries(queries):
        answer = cast.nobody.get(path)

    assert len(tracks(answer)) == 2 * rows

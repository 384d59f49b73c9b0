"""Breakout rooms and the way there, in numbers a tech host can check."""

import pytest

from structures.domain.choreography import breakouts, in_two_places, minutes_to_add, needs_second_host
from structures.domain.shapes import Grouping, Repeat, RepeatUnit, Step
from structures.domain.timing import turns
from tests.domain.catalogue import structure
from tests.domain.test_scenes import lived, scenes


def online(slug, people):
    steps, repeats, remainder = structure(slug)
    run = turns(steps, people, repeats, mode="online", remainder=remainder)
    return scenes(steps, run, people, repeats, remainder)


@pytest.mark.parametrize(
    ("words", "people", "expected"),
    [
        ("alone pairs fours all", 8, [(5, 5, 4), (10, 5, 2)]),
        ("alone pairs fours all", 9, [(5, 5, 4), (10, 5, 2)]),
        ("all 5-7 all", 6, []),  # one room has everybody already
        ("all 5-7 all", 12, [(5, 5, 2)]),
        ("pairs alone pairs all", 8, [(0, 15, 4)]),
        ("fishbowl 2-4 fishbowl", 12, [(5, 5, 4)]),
        ("all", 250, []),
    ],
)
def test_when_how_long_and_how_many_rooms(words, people, expected):
    found = breakouts(lived(words, people))

    assert [(one.begin, one.minutes, len(one.sizes)) for one in found] == expected


@pytest.mark.parametrize(
    ("words", "people", "expected"),
    [
        ("all", 12, 0),
        ("all pairs all", 12, 2),  # out and back
        ("pairs", 12, 2),
        ("alone pairs fours all", 12, 3),  # out, on, back
        ("pairs all pairs all", 12, 4),
        ("all 5-7 all", 6, 0),
        ("pairs fours 4-6", 8, 3),
        ("fishbowl all", 12, 0),
    ],
)
def test_a_minute_for_each_way(words, people, expected):
    assert minutes_to_add(lived(words, people)) == expected


def test_new_partners_are_another_way_to_go():
    steps = (Step("Round", Grouping.PAIRS, 5, 5, 5, repeat="R"),)
    repeats = (Repeat("R", RepeatUnit.ROUND, 3, 3, 3),)
    found = scenes(steps, turns(steps, 8, repeats), 8, repeats)

    assert [(one.begin, one.follows, one.leads_on) for one in breakouts(found)] == [
        (0, False, True),
        (5, True, True),
        (10, True, False),
    ]
    assert minutes_to_add(found) == 4


@pytest.mark.parametrize(
    ("slug", "people", "rooms", "minutes"),
    [
        ("1-2-4-all", 18, [9, 5], 3),
        ("troika-consulting", 18, [6], 2),
        ("troika-consulting", 19, [6], 2),
        ("impromptu-networking", 18, [9, 9, 9], 4),
        ("what-so-what-now-what", 18, [3, 3, 3], 6),
        ("user-experience-fishbowl", 18, [6], 2),
        ("25-10-crowd-sourcing", 18, [9, 9, 9, 9, 9], 6),
        ("design-storyboards", 18, [], 0),
        ("folding-spectrogram", 18, [], 0),  # the folds are for the room
    ],
)
def test_published_structures_online(slug, people, rooms, minutes):
    found = online(slug, people)

    assert ([len(one.sizes) for one in breakouts(found)], minutes_to_add(found)) == (rooms, minutes)


@pytest.mark.parametrize(
    ("slug", "places", "needed"),
    [
        ("user-experience-fishbowl", ["fishbowl"], True),
        ("folding-spectrogram", ["line"], True),
        ("grief-walking", ["walk"], True),
        ("improv-prototyping", ["stage"], True),
        ("1-2-4-all", [], True),  # rooms for those online
        ("design-storyboards", [], False),
    ],
)
def test_what_needs_a_second_host_in_two_places(slug, places, needed):
    steps, repeats, remainder = structure(slug)
    run = turns(steps, 18, repeats, mode="in_person", remainder=remainder)
    found = scenes(steps, run, 18, repeats, remainder)

    assert (list(in_two_places(run)), needs_second_host(found)) == (places, needed)

"""Tracks on the clock: a row lasts as long as the longest of its tracks, and what they hold counts everywhere."""

from datetime import time

import pytest

from sessions.board import Board
from sessions.models import Journey
from sessions.plan import Plan
from tests import factories
from tests.journey_factories import create_journey
from tests.journeys.lists import laid_out, lines

pytestmark = pytest.mark.django_db

GARDEN = [
    {"title": "TRIZ", "minutes": 35, "question": 0},
    {"kind": "talk", "title": "What we saw", "minutes": 10},
]
LIBRARY = [{"kind": "talk", "title": "Story", "minutes": 20, "question": 1}]


def workshops(*tracks, **fields):
    """A row with these tracks, each given by its rows."""
    names = ["Garden", "Library", "Hall"]
    named = [
        {"title": name, "activities": rows} for name, rows in zip(names[: len(tracks)], tracks, strict=True)
    ]
    return {"kind": "other", "title": "Workshops", "minutes": 5, "tracks": named} | fields


def morning(*rows, people=23, parked=(), **session):
    return laid_out(
        create_journey(people=people),
        questions=[{"text": "Where are we?"}, {"text": "What is possible?"}, {"text": "And then?"}],
        sessions=[{"title": "Morning", "start": "09:00", "minutes": 90, "activities": list(rows)} | session],
        parked=list(parked),
    )


WELCOME = {"kind": "opening", "title": "Welcome", "minutes": 10}
TEA = {"kind": "break", "title": "Tea", "minutes": 15}


@pytest.fixture
def journey():
    return morning(WELCOME, workshops(GARDEN, LIBRARY), TEA)


def the_row(journey):
    return next(row for row in Plan.of(journey).every_row if row.activity.title == "Workshops")


def times(row):
    return [[f"{one.begins:%H:%M} {one.minutes} {one.activity.title}" for one in t.rows] for t in row.tracks]


def test_the_longest_track_lasts(journey):
    (plan,) = Plan.of(journey).sessions

    assert lines(plan) == ["09:00 10 Welcome", "09:10 45 Workshops", "09:55 15 Tea"]
    assert times(plan.rows[1]) == [["09:10 35 TRIZ", "09:45 10 What we saw"], ["09:10 20 Story"]]
    assert [(one.name, one.minutes, one.spare, one.people) for one in plan.rows[1].tracks] == [
        ("Garden", 45, 0, 12),
        ("Library", 20, 25, 11),
    ]
    assert (plan.ends, plan.layout.spare) == (time(10, 10), 20)


def test_empty_tracks_leave_the_row_its_own_minutes():
    (plan,) = Plan.of(morning(WELCOME, workshops([], []), TEA)).sessions

    assert lines(plan) == ["09:00 10 Welcome", "09:10 5 Workshops", "09:15 15 Tea"]
    assert [(row.is_split, len(row.tracks)) for row in plan.rows] == [(False, 0), (False, 2), (False, 0)]


def test_a_pin_in_a_track_is_honoured_and_its_gap_said():
    late = {"kind": "talk", "title": "Story", "minutes": 20, "pinned": "09:30"}
    early = {"kind": "talk", "title": "Film", "minutes": 5, "pinned": "09:05"}
    (plan,) = Plan.of(morning(WELCOME, workshops([late], [early]), TEA)).sessions
    garden, library = plan.rows[1].tracks

    assert lines(plan) == ["09:00 10 Welcome", "09:10 40 Workshops", "09:50 15 Tea"]
    assert (garden.rows[0].begins, garden.rows[0].placed.gap) == (time(9, 30), 20)
    assert (library.rows[0].begins, library.rows[0].placed.overlap) == (time(9, 5), 5)


def test_rows_in_tracks_past_the_booked_end_are_over():
    journey = morning(workshops(GARDEN, LIBRARY), minutes=30)

    assert [(row.activity.title, row.is_over) for row in Plan.of(journey).on_the_clock] == [
        ("Workshops", False),
        ("TRIZ", False),
        ("What we saw", True),
        ("Story", False),
    ]


def test_a_track_has_its_share_of_the_people_and_the_sessions_mode():
    structure = factories.create_structure(slug="triz", name="TRIZ")
    factories.create_step(structure=structure, grouping="fours", minutes=10)
    factories.create_step(structure=structure, minutes=5, mode="in_person")
    journey = morning(workshops([{"structure": "triz"}], [], []), people=11, mode="online")

    (inside,) = the_row(journey).tracks[0].rows

    assert (inside.people, inside.minutes, inside.configuration) == (4, 10, "a four")


def test_the_ends_of_a_track_are_ends(journey):
    assert [
        (row.activity.title, row.is_first, row.is_last)
        for row in Plan.of(journey).sessions[0].rows[1].with_inside
    ] == [
        ("Workshops", False, False),
        ("TRIZ", True, False),
        ("What we saw", False, True),
        ("Story", True, True),
    ]


def test_steps_of_a_row_that_holds_tracks_are_not_run():
    structure = factories.create_structure(slug="triz", name="TRIZ", steps=3)
    row = the_row(morning(workshops(GARDEN, LIBRARY, structure=structure.slug, minutes=None)))

    assert (row.minutes, row.turns, row.step_lines, row.too_short, row.too_long) == (45, (), [], False, False)


def test_parked_tracks_are_off_the_clock_with_all_they_hold(journey):
    row = journey.activities.get(title="Workshops")
    journey.edit_activity(journey.activities.get(title="TRIZ"), pinned_at=time(9, 30))

    journey.park(row)

    plan = Plan.of(journey)
    assert lines(plan.sessions[0]) == ["09:00 10 Welcome", "09:10 15 Tea"]
    assert [one.activity.title for one in plan.on_the_clock] == ["Welcome", "Tea"]
    (parked,) = plan.parked
    assert (parked.minutes, [track.minutes for track in parked.tracks]) == (45, [45, 20])
    assert [(one.placed, one.begins, one.activity.pinned_at) for one in parked.with_inside] == [
        (None, None, None)
    ] * 4
    assert len(plan.every_row) == 6


def test_a_removed_session_parks_tracks_with_all_they_hold(journey):
    journey.edit_activity(journey.activities.get(title="TRIZ"), pinned_at=time(9, 30))

    journey.remove_session(journey.sessions.get())

    (_welcome, parked, _tea) = Plan.of(journey).parked
    assert [one.activity.title for one in parked.with_inside] == ["Workshops", "TRIZ", "What we saw", "Story"]
    assert journey.activities.filter(pinned_at__isnull=False).count() == 0


# What counts


def test_questions_are_answered_in_tracks(journey):
    board = Board.of(journey)

    assert [(line.minutes, [one.title for one in line.answers]) for line in board.ledger] == [
        (35, ["TRIZ"]),
        (20, ["Story"]),
        (0, []),
    ]
    assert board.help.question.text == "And then?"


def test_what_runs_side_by_side_is_counted_once():
    """Both tracks, and the row that holds them, answer the same question from 09:00 to 09:45."""
    same = [row | {"question": 0} for row in LIBRARY]
    journey = morning(workshops(GARDEN, same, question=0), TEA | {"question": 0})

    assert Board.of(journey).ledger[0].minutes == 45 + 15


def test_a_structure_inside_a_step_is_shown_and_never_counted():
    """1-2-4-All runs within TRIZ's ten minutes: it adds none, and does not answer for itself."""
    inner = factories.create_structure(slug="1-2-4-all", name="1-2-4-All", steps=4)
    triz = factories.create_structure(slug="triz", name="TRIZ")
    factories.create_step(structure=triz, minutes=10, nested=inner)
    journey = morning({"structure": "triz", "question": 0}, workshops([{"structure": "triz"}], LIBRARY))

    plan = Plan.of(journey)

    assert lines(plan.sessions[0]) == ["09:00 10 TRIZ", "09:10 20 Workshops"]
    assert [(row.nested, row.minutes) for row in plan.on_the_clock if row.activity.structure] == [
        ("1-2-4-All", 10)
    ] * 2
    line = Board.of(journey).ledger[0]
    assert (line.minutes, [one.title for one in line.answers]) == (10, ["TRIZ"])


def test_what_is_in_a_track_is_in_the_plan(journey):
    structure = factories.create_structure(name="Min Specs", steps=1)
    journey.add_structure(structure, session=None, track=(journey.activities.get(title="Workshops"), 1))

    found = Board.of(journey, query="min specs").help.suggestions

    assert [(one.structure.name, one.is_there) for one in found] == [("Min Specs", True)]


@pytest.mark.parametrize(
    ("into", "people", "spare"),
    [
        ("", 23, 35),
        ("Morning", 23, 35),
        ("Workshops.0", 12, 35),
        ("Workshops.1", 11, 60),
        ("nowhere", 23, 35),
    ],
)
def test_help_is_for_the_room_there_is(into, people, spare):
    """90 minutes are booked and 55 planned; the Library ends 25 before the Garden, and may grow into that, too."""
    journey = morning(WELCOME, workshops(GARDEN, LIBRARY))
    factories.create_structure(name="Min Specs", steps=1)
    known = {
        "Morning": journey.sessions.get().code,
        "Workshops": journey.activities.get(title="Workshops").code,
    }
    name, dot, number = into.partition(".")

    helped = Board.of(journey, query="min specs", into=known.get(name, name) + dot + number).help

    (room,) = {one.room for one in helped.suggestions}
    assert (room.people, room.spare) == (people, spare)


def test_every_list_is_named(journey):
    row = journey.activities.get(title="Workshops")

    assert Board.of(journey).homes == [
        (journey.sessions.get().code, "Morning"),
        (f"{row.code}.0", "Garden · Workshops"),
        (f"{row.code}.1", "Library · Workshops"),
        ("parked", "Parked"),
    ]


def test_a_plan_with_tracks_takes_four_queries(django_assert_num_queries):
    journey = morning(*[workshops(GARDEN, LIBRARY)] * 10, parked=[workshops(GARDEN, LIBRARY)] * 5)
    fresh = Journey.objects.get(pk=journey.pk)

    with django_assert_num_queries(4):
        shown = [(row.home, row.state, row.place, row.strip) for row in Plan.of(fresh).every_row]

    assert len(shown) == 15 * 4

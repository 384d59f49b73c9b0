"""A journey read from the document of one of its changes: the same times and words as the plan had then."""

from datetime import time
from pathlib import Path

import pytest

from sessions.domain.document import FORMAT, ActivityDoc, TrackDoc
from sessions.domain.reading import parse
from sessions.models import Journey
from sessions.past import Past
from sessions.past_rows import Around, minutes_of
from sessions.plan import Plan
from sessions.visitor import Visitor
from structures.domain.shapes import Mode
from structures.models import Structure
from tests.factories import create_repeat, create_step, create_structure
from tests.journey_factories import create_activity, create_journey, create_session, create_structured

DAY = Path(__file__).parent.parent / "data" / "day.json"


def read(**document):
    return Past.of(parse({"format": FORMAT, "title": "Discharge", "people": 18, **document}))


def met(*rows, **session):
    """The one session of a journey with these rows."""
    (session,) = read(sessions=[{"start": "09:00", "activities": list(rows), **session}]).sessions
    return session


def talk(title, minutes, **fields):
    return {"kind": "talk", "title": title, "minutes": minutes, **fields}


def told(rows):
    """Rows as "09:15 25 Talk", with what lies before them."""
    return [
        f"{row.begins or '-'!s:.5} {row.minutes} {row.doc.title}"
        + (f" gap {row.placed.gap}" if row.placed and row.placed.gap else "")
        + (f" +{row.day}" if row.day else "")
        for row in rows
    ]


SESSIONS = {
    "one after the other": ([talk("A", 10), talk("B", 20)], {}, ["09:00 10 A", "09:10 20 B"], "09:30"),
    "a pin": (
        [talk("A", 10), talk("B", 20, pinned="09:30")],
        {},
        ["09:00 10 A", "09:30 20 B gap 20"],
        "09:50",
    ),
    "after midnight": (
        [talk("A", 40), talk("B", 20)],
        {"start": "23:30"},
        ["23:30 40 A", "00:10 20 B +1"],
        "00:30",
    ),
    "no start": ([talk("A", 10, pinned="09:30")], {"start": None}, ["- 10 A"], ""),
    "the night the clocks change": (
        [talk("A", 60), talk("B", 10)],
        {"start": "00:30", "date": "2027-03-28", "timezone": "Europe/London"},
        ["00:30 60 A", "02:30 10 B"],
        "02:40",
    ),
    "nothing": ([], {}, [], "09:00"),
}


@pytest.mark.parametrize(("rows", "session", "expected", "ends"), SESSIONS.values(), ids=SESSIONS)
def test_rows_in_time(rows, session, expected, ends):
    found = met(*rows, **session)

    assert (told(found.rows), f"{found.ends or ''!s:.5}") == (expected, ends)


STEPS = [
    {"title": "Think", "grouping": "alone", "minutes": 5},
    {
        "title": "Share",
        "grouping": "fours",
        "minutes": 2,
        "repeat": {"key": "A", "count": 4, "set_by": "group_size"},
    },
    {"title": "On the screen", "minutes": 7, "mode": "online"},
]


@pytest.mark.parametrize(
    ("fields", "session", "minutes", "steps"),
    [
        ({}, {}, 13, [("Think", 5, 1), ("Share", 2, 4)]),
        ({}, {"people": 3}, 11, [("Think", 5, 1), ("Share", 2, 3)]),
        ({}, {"mode": "online"}, 20, [("Think", 5, 1), ("Share", 2, 4), ("On the screen", 7, 1)]),
        ({"minutes": 26}, {}, 26, [("Think", 10, 1), ("Share", 4, 4)]),
        ({"minutes": 0}, {}, 0, [("Think", 0, 1), ("Share", 0, 4)]),
    ],
)
def test_minutes_are_the_convenors_or_those_of_the_steps(fields, session, minutes, steps):
    (row,) = met({"structure": "gone", "title": "A", "steps": STEPS, **fields}, **session).rows

    assert (row.minutes, row.steps) == (minutes, steps)
    assert sum(turn.minutes for turn in row.turns) == minutes


def rows(*minutes):
    return tuple(ActivityDoc(kind="talk", minutes=one) for one in minutes)


@pytest.mark.parametrize(
    ("tracks", "minutes"),
    [
        ([(10, 20), (25,)], 30),
        ([(10,), (25,), ()], 25),
        ([(), ()], 99),
        ([(5,) * 12], 60),
    ],
)
def test_a_row_lasts_as_long_as_its_longest_track(tracks, minutes):
    doc = ActivityDoc(minutes=99, tracks=tuple(TrackDoc("", rows(*one)) for one in tracks))

    assert minutes_of(doc, Around(18, Mode.BOTH)) == minutes


def test_tracks_begin_with_their_row_and_the_next_row_waits_for_the_longest():
    garden, library = [talk("A", 10), talk("B", 20)], [talk("C", 25)]
    tracks = [{"title": "Garden", "activities": garden}, {"title": "Library", "activities": library}]
    session = met(talk("Before", 15), talk("Rooms", 0, tracks=tracks), talk("After", 5))

    assert told(session.rows) == ["09:00 15 Before", "09:15 30 Rooms", "09:45 5 After"]
    assert [(name, told(inside)) for name, inside in session.rows[1].tracks] == [
        ("Garden", ["09:15 10 A", "09:25 20 B"]),
        ("Library", ["09:15 25 C"]),
    ]


def test_parked_rows_have_no_time_nor_have_those_in_their_tracks():
    past = read(parked=[talk("Rooms", 0, tracks=[{"activities": [talk("A", 10)]}])])

    assert told(past.parked) == ["- 10 Rooms"]
    assert told(past.parked[0].tracks[0][1]) == ["- 10 A"]


def test_a_session_without_a_title_is_called_by_its_number():
    assert [one.name for one in read(sessions=[{"title": "Morning"}, {}]).sessions] == [
        "Morning",
        "Session 2",
    ]


# Against the plan, which reads the database


def same(journey):
    """What both say of the newest state, the past and the plan."""
    past, plan = Past.after(journey.revisions.first(), journey), Plan.of(journey)
    assert past.since == ()
    return shown_past(past), shown_plan(plan)


def shown_past(past):
    lists = [(one.name, one.ends, one.rows) for one in past.sessions] + [("", None, past.parked)]
    return [
        (
            name,
            ends,
            [(row.doc.title, row.placed, row.begins, row.hue, row.turns, row.groups) for row in found],
        )
        for name, ends, found in lists
    ], [session.strips for session in past.sessions]


def shown_plan(plan):
    lists = [(one.name, one.ends, one.rows) for one in plan.sessions] + [("", None, plan.parked)]
    return [
        (
            name,
            ends,
            [
                (row.activity.title, row.placed, row.begins, row.hue, row.turns, row.configuration)
                for row in found
            ],
        )
        for name, ends, found in lists
    ], [session.strips for session in plan.sessions]


def test_a_whole_day_reads_as_in_the_plan(catalogue, ana):
    past, plan = same(Journey.import_document(Visitor(user=ana), DAY.read_bytes()))

    assert past == plan


@pytest.mark.django_db
def test_people_left_over_do_as_the_structure_says():
    structure = create_structure(remainder="larger")
    create_repeat(structure=structure, key="A", count=3, set_by="group_size")
    create_step(structure=structure, grouping="trios", minutes=5, repeat="A")
    journey = create_journey(people=10)
    session = create_session(journey=journey, starts_at=time(9))
    create_structured(journey=journey, structure=structure, session=session)

    past, plan = same(journey)

    assert past == plan
    (row,) = Past.after(journey.revisions.first(), journey).sessions[0].rows
    assert (row.minutes, row.groups) == (20, "two trios and a four")  # the four's turns are four


@pytest.mark.django_db
def test_reading_an_earlier_state_writes_nothing_and_asks_as_often_however_long(django_assert_num_queries):
    structure = create_structure(steps=3)
    journey = create_journey()
    session = create_session(journey=journey)
    for _ in range(20):
        create_structured(journey=journey, structure=structure, session=session)
    create_activity(journey=journey, title="Parked")
    before = journey.snapshot()
    revision = journey.revisions.get(number=12)

    with django_assert_num_queries(5) as said:
        past = Past.after(revision, journey)

    assert {query["sql"].split()[0] for query in said} == {"SELECT"}
    assert (len(past.sessions[0].rows), len(past.added)) == (10, 11)
    assert journey.snapshot() == before


@pytest.mark.django_db
def test_a_structure_that_left_the_catalogue_leaves_the_row_as_it_was():
    structure = create_structure(name="TRIZ", steps=2)
    journey = create_journey()
    create_structured(journey=journey, structure=structure, session=create_session(journey=journey))
    Structure.objects.all().delete()

    past = Past.after(journey.revisions.first(), journey)

    assert told(past.sessions[0].rows) == ["13:30 10 TRIZ"]
    assert past.sessions[0].rows[0].marks == ["Changed since: structure"]


def test_tracks_are_read_as_the_builder_shows_them():
    """Pins hold within them, their people are their share of the session's, and the score has them."""
    garden = [talk("A", 20), talk("B", 10, pinned="09:30")]
    tracks = [{"title": "Garden", "activities": garden}, {"activities": [talk("C", 5)]}]
    session = met(talk("Rooms", 0, tracks=tracks), talk("After", 5))
    [(_name, inside), (_other, beside)] = session.rows[0].tracks

    assert told(session.rows) == ["09:00 40 Rooms", "09:40 5 After"]
    assert told(inside) == ["09:00 20 A", "09:30 10 B gap 10"]
    assert [row.around.people for row in [*inside, *beside]] == [9, 9, 9]
    assert [(one.title, one.room, one.track, one.tracks, one.beside) for one in session.strips] == [
        ("Rooms", "", 0, 1, ("Garden", "Room 2")),
        ("A", "Garden", 0, 2, ()),
        ("B", "Garden", 0, 2, ()),
        ("C", "Room 2", 1, 2, ()),
        ("After", "", 0, 1, ()),
    ]

"""One row of a plan: its people, its room, and its minutes shared among the steps."""

import pytest

from sessions.plan import Plan
from tests.factories import create_repeat, create_step, create_structure
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
    create_structured,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey(people=18)


def planned(journey, structure, *, minutes=None, **session):
    """The row that runs ``structure`` in a session of its own; without fields of a session it is parked."""
    where = create_session(journey=journey, **session) if session else None
    activity = create_structured(journey=journey, structure=structure, session=where)
    if minutes is not None:
        journey.edit_activity(activity, minutes=minutes)
    plan = Plan.of(journey)
    return next(row for row in [*plan.rows, *plan.parked] if row.activity.pk == activity.pk)


def shared(row):
    return [turn.minutes for turn in row.turns]


# People


@pytest.fixture
def report_outs():
    """Ten minutes in fours, then two minutes for each group to report."""
    structure = create_structure()
    create_step(structure=structure, grouping="fours", minutes=10)
    create_repeat(structure=structure, key="A", count=3, count_min=1, count_max=9, set_by="groups")
    create_step(structure=structure, minutes=2, repeat="A")
    return structure


@pytest.mark.parametrize(
    ("session", "people", "minutes", "configuration"),
    [
        ({"people": None}, 18, 20, "four fours and a pair → everyone"),
        ({"people": 8}, 8, 14, "two fours → everyone"),
        ({"people": 12}, 12, 16, "three fours → everyone"),
        ({}, 18, 20, "four fours and a pair → everyone"),  # parked: the journey's people
    ],
)
def test_a_session_may_have_people_of_its_own(journey, report_outs, session, people, minutes, configuration):
    row = planned(journey, report_outs, **session)

    assert (row.people, row.minutes, row.configuration) == (people, minutes, configuration)


def test_without_a_number_of_people_the_recipe_says_how_often(report_outs):
    row = planned(create_journey(people=None), report_outs, people=None)

    assert (row.people, row.minutes, row.configuration) == (None, 16, "fours → everyone")


# In the room or online


@pytest.mark.parametrize(
    ("session", "titles", "minutes"),
    [
        ({"mode": "in_person"}, ["Talk", "Walk"], 15),
        ({"mode": "hybrid"}, ["Talk", "Walk"], 15),
        ({"mode": "online"}, ["Talk", "Chat"], 12),
        ({}, ["Talk", "Walk"], 15),  # parked
    ],
)
def test_a_step_runs_only_where_it_can(journey, session, titles, minutes):
    structure = create_structure()
    create_step(structure=structure, title="Talk", minutes=5)
    create_step(structure=structure, title="Walk", minutes=10, mode="in_person", grouping="pairs")
    create_step(structure=structure, title="Chat", minutes=7, mode="online")

    row = planned(journey, structure, **session)

    assert ([line.step.title for line in row.step_lines], row.minutes) == (titles, minutes)
    assert [turn.title for turn in row.turns] == titles


# The convenor's own minutes


@pytest.fixture
def elastic():
    """10 minutes that can be 5 to 15, a protected 10, and twice 5 that can be 2 to 5."""
    structure = create_structure()
    create_step(structure=structure, minutes=10, minutes_min=5, minutes_max=15)
    create_step(structure=structure, minutes=10, protected=True)
    create_repeat(structure=structure, key="A", count=2)
    create_step(structure=structure, minutes=5, minutes_min=2, repeat="A")
    return structure


@pytest.mark.parametrize(
    ("own", "turns", "too_short", "too_long"),
    [
        (None, [10, 10, 5, 5], False, False),
        (30, [10, 10, 5, 5], False, False),
        (19, [5, 10, 2, 2], False, False),
        (35, [15, 10, 5, 5], False, False),
        (18, [4, 10, 2, 2], True, False),
        (13, [1, 10, 1, 1], True, False),
        (36, None, False, True),
        (0, [0, 0, 0, 0], True, False),
    ],
)
def test_own_minutes_are_shared_among_the_steps(journey, elastic, own, turns, too_short, too_long):
    row = planned(journey, elastic, minutes=own, people=None)

    assert row.minutes == sum(shared(row)) == (30 if own is None else own)
    assert (row.span.min, row.span.ideal, row.span.max) == (19, 30, 35)
    assert turns is None or shared(row) == turns
    assert (row.too_short, row.too_long) == (too_short, too_long)


@pytest.mark.parametrize(
    ("own", "turns", "too_short"), [(20, [8, 10, 2], False), (18, [6, 10, 2], False), (17, [5, 10, 2], True)]
)
def test_a_protected_step_gives_no_minutes_however_far_it_could(journey, own, turns, too_short):
    """Its shortest run as printed is 16 minutes, but below 18 another step would have to go below its own."""
    structure = create_structure()
    create_step(structure=structure, minutes=10, minutes_min=6)
    create_step(structure=structure, minutes=10, minutes_min=8, protected=True)
    create_step(structure=structure, minutes=2)

    row = planned(journey, structure, minutes=own, people=None)

    assert (row.span.min, row.least, shared(row), row.too_short) == (16, 18, turns, too_short)


def test_a_step_line_is_one_turn_and_how_many(journey, elastic):
    row = planned(journey, elastic, minutes=19, people=None)

    assert [(line.minutes, line.times, line.total) for line in row.step_lines] == [
        (5, 1, 5),
        (10, 1, 10),
        (2, 2, 4),
    ]


def test_the_convenors_own_count_of_rounds_counts(journey):
    structure = create_structure()
    create_repeat(structure=structure, key="A", count=2, count_max=5, set_by="convenor")
    create_step(structure=structure, minutes=4, repeat="A")
    row = planned(journey, structure, people=None)
    assert row.minutes == 8

    row.activity.steps.update(count=3)

    assert Plan.of(journey).rows[0].minutes == 12


def test_a_row_without_steps_is_one_turn_for_everyone(journey):
    create_activity(
        journey=journey, session=create_session(journey=journey), title="Lunch", kind="break", minutes=60
    )

    [row] = Plan.of(journey).rows

    assert [(turn.title, turn.grouping, turn.minutes) for turn in row.turns] == [("Lunch", "whole_group", 60)]
    assert (row.step_lines, row.is_rest, row.too_short, row.too_long) == ([], True, False, False)


# What else a row says


def test_a_row_names_the_structures_that_run_inside_its_steps_once(journey):
    structure, inner = create_structure(), create_structure(name="1-2-4-All")
    for _ in range(2):
        create_step(structure=structure, nested=inner)
    create_step(structure=structure, nested=create_structure(name="Drawing Together"))

    assert planned(journey, structure).nested == "1-2-4-All, Drawing Together"


def test_the_eighth_question_has_a_number_of_its_own(journey):
    questions = [create_journey_question(journey=journey, text=f"{n}?") for n in range(8)]
    journey.add_activity(session=create_session(journey=journey), question=questions[7])

    [row] = Plan.of(journey).rows

    assert (row.hue, row.strip.mark) == (8, "8")


def test_a_rows_verbs_are_posted_below_its_own_address(journey):
    row = planned(journey, create_structure())

    assert row.url == f"/journeys/{journey.code}/activities/{row.activity.code}/"

"""Adding to an agenda: structures with their own copy of the steps, rows of other kinds, and how many."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from sessions.domain import limits
from sessions.models import Activity, ActivityStep
from structures.models import Step, Structure
from tests.factories import create_repeat, create_step, create_structure, create_user
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_journey_question,
    create_session,
)
from tests.journeys.lists import agenda, history

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    return create_journey()


@pytest.fixture
def morning(journey):
    return create_session(journey=journey, title="Morning")


@pytest.fixture
def troika():
    """Two consulting rounds of three minutes and a harvest that keeps its own time, with 1-2-4-All inside."""
    inner = create_structure(slug="1-2-4-all", name="1-2-4-All")
    troika = create_structure(slug="troika", name="Troika", invitation="What is your challenge?")
    create_repeat(structure=troika, key="A", count=2, count_max=3, unit="client", set_by="convenor")
    create_step(structure=troika, title="Welcome", minutes=2)
    create_step(
        structure=troika,
        title="Consult",
        what="Two help, one listens.",
        grouping="trios",
        size_min=3,
        size_max=4,
        minutes=3,
        minutes_min=1,
        minutes_max=5,
        repeat="A",
        nested=inner,
        nested_note="without All",
        optional=True,
        mode="in_person",
    )
    create_step(structure=troika, title="Harvest", minutes=4, protected=True)
    return troika


def recipe(owner):
    """Steps and repeats as the engine sees them, of a structure or of an activity."""
    return owner.shapes()


def test_a_structure_comes_with_its_own_copy_of_the_steps(journey, morning, troika):
    activity = journey.add_structure(troika, session=morning)

    assert recipe(activity) == recipe(troika)
    copied = activity.steps.get(title="Consult")
    assert (copied.what, copied.nested.slug, copied.nested_note) == (
        "Two help, one listens.",
        "1-2-4-all",
        "without All",
    )
    assert (copied.unit, copied.count_min, copied.count, copied.count_max, copied.set_by) == (
        "client",
        2,
        2,
        3,
        "convenor",
    )
    assert list(activity.steps.values_list("position", flat=True)) == [0, 1, 2]


def test_a_curators_later_change_leaves_the_plan_as_it_was(journey, morning, troika):
    activity = journey.add_structure(troika, session=morning)
    planned = recipe(activity)

    Step.objects.filter(structure=troika).update(minutes=1, minutes_min=0, minutes_max=99, title="Other")
    troika.repeats.update(count=3)
    troika.steps.last().delete()

    assert recipe(Activity.objects.get(pk=activity.pk)) == planned


def test_a_structure_that_leaves_the_catalogue_leaves_its_steps_in_the_plan(journey, morning, troika):
    activity = journey.add_structure(troika, session=morning)
    planned = recipe(activity)

    Structure.objects.get(slug="troika").delete()

    activity = Activity.objects.get(pk=activity.pk)
    assert (activity.title, activity.structure) == ("Troika", None)
    assert recipe(activity) == planned


def test_a_step_that_repeats_with_nothing_runs_once(journey, morning):
    structure = create_structure()
    create_step(structure=structure, minutes=5, repeat="X")

    activity = journey.add_structure(structure, session=morning)

    assert activity.steps.get().repeat_shape().count == 1


def test_a_structure_has_its_own_name_and_invitation_and_answers_no_question(journey, morning, troika):
    activity = journey.add_structure(troika, session=morning)

    assert (activity.kind, activity.title, activity.invitations, activity.minutes, activity.question) == (
        "structure",
        "Troika",
        ["What is your challenge?"],
        None,
        None,
    )


def test_a_structure_answers_a_question_with_that_questions_invitation(journey, morning, troika):
    question = create_journey_question(journey=journey)

    activity = journey.add_structure(troika, session=morning, question=question, invitation="Who helps whom?")

    activity = Activity.objects.get(pk=activity.pk)
    assert (activity.question, activity.invitations) == (question, ["Who helps whom?"])


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (None, ["One", "Two", "New"]),
        (0, ["New", "One", "Two"]),
        (1, ["One", "New", "Two"]),
        (2, ["One", "Two", "New"]),
        (99, ["One", "Two", "New"]),
        (-3, ["New", "One", "Two"]),
    ],
)
def test_a_row_goes_where_it_is_wanted_or_to_the_end(journey, morning, at, expected):
    for title in ("One", "Two"):
        create_activity(journey=journey, session=morning, title=title)

    journey.add_activity(session=morning, title="New", at=at)

    assert agenda(journey) == {"Morning": expected, "parked": []}


def test_without_a_session_what_is_added_is_parked(journey, morning, troika):
    journey.add_activity(session=None, title="Later")
    journey.add_structure(troika, session=None, at=0)

    assert agenda(journey) == {"Morning": [], "parked": ["Troika", "Later"]}


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("opening", "Opening"),
        ("break", "Break"),
        ("talk", "Talk"),
        ("closing", "Closing"),
        ("other", "Other"),
    ],
)
def test_a_row_that_nobody_has_named_is_called_by_its_kind(journey, morning, kind, title):
    activity = journey.add_activity(session=morning, kind=kind)

    assert (activity.kind, activity.title, activity.minutes) == (kind, title, 0)


def test_a_row_takes_further_fields(journey, morning):
    lunch = journey.add_activity(
        session=morning, kind="break", title="Lunch", minutes=60, pinned_at=time(12, 30)
    )

    lunch = Activity.objects.get(pk=lunch.pk)
    assert (lunch.title, lunch.minutes, lunch.pinned_at) == ("Lunch", 60, time(12, 30))


def test_adding_is_recorded_with_who_did_it(journey, morning, troika):
    ana = create_user()

    journey.add_structure(troika, session=morning, who=ana)
    with translation.override("en"):
        journey.add_activity(session=morning, kind="break")

    assert history(journey)[-2:] == ["Added Troika", "Added Break"]
    assert list(journey.revisions.values_list("who", flat=True)[:2]) == [None, ana.pk]


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 1441},
        {"title": "x" * 201},
        {"kind": "party"},
        {"lead": "x" * 121},
    ],
)
def test_what_is_not_possible_is_refused_and_nothing_is_written(journey, morning, wrong):
    with pytest.raises(ValidationError):
        journey.add_activity(session=morning, **({"kind": "talk", "title": "Talk"} | wrong))

    assert (Activity.objects.count(), history(journey)) == (0, ["Started the journey", "Added a session"])


@pytest.mark.parametrize("part", ["session", "question"])
def test_a_part_of_another_journey_is_as_good_as_none(journey, morning, part):
    other = create_journey()
    theirs = {
        "session": create_session(journey=other),
        "question": create_journey_question(journey=other),
    }

    with pytest.raises(type(theirs[part]).DoesNotExist):
        journey.add_activity(**({"session": morning} | {part: theirs[part]}))

    assert Activity.objects.count() == 0


def test_a_journey_holds_four_hundred_activities_and_not_one_more(journey, morning, troika):
    """Half of them are parked: those count too."""
    Activity.objects.bulk_create(
        Activity(journey=journey, session=[morning, None][place % 2], position=place // 2, title=f"{place}")
        for place in range(limits.MAX_ACTIVITIES - 1)
    )
    journey.add_activity(session=morning, title="The last")

    with pytest.raises(ValidationError, match="at most 400 activities"):
        journey.add_activity(session=morning, title="One too many")
    with pytest.raises(ValidationError, match="at most 400 activities"):
        journey.add_structure(troika, session=None)

    assert journey.activities.count() == 400
    assert ActivityStep.objects.count() == 0
    assert history(journey)[-1] == "Added The last"

"""Adding, editing, moving and removing the steps of an activity, and taking the catalogue's again."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sessions.domain import limits
from sessions.models import ActivityStep
from sessions.models.changing import Conflict
from sessions.plan import Plan
from structures.models import Step
from tests.factories import create_repeat, create_step, create_structure
from tests.journey_factories import create_activity, create_journey, create_session, create_structured
from tests.journeys.lists import fresh, history

pytestmark = pytest.mark.django_db


@pytest.fixture
def triz():
    """Introduce 5 · List and Compare three times, 4 and 2 · Stop 10, with 1-2-4-All inside."""
    inner = create_structure(slug="1-2-4-all", name="1-2-4-All", steps=4)
    triz = create_structure(slug="triz", name="TRIZ")
    create_repeat(structure=triz, count=3)
    create_step(structure=triz, title="Introduce")
    create_step(structure=triz, title="List", minutes=4, minutes_max=6, repeat="A", grouping="small_groups")
    create_step(structure=triz, title="Compare", minutes=2, repeat="A", grouping="pairs")
    create_step(structure=triz, title="Stop", minutes=10, nested=inner, protected=True)
    return triz


@pytest.fixture
def journey(triz):
    journey = create_journey()
    create_structured(journey=journey, structure=triz, session=create_session(journey=journey))
    return journey


@pytest.fixture
def row(journey):
    return journey.activities.get(title="TRIZ")


@pytest.fixture
def talk(journey):
    return create_activity(journey=journey, session=journey.sessions.get(), title="The wards", minutes=15)


def step(row, title):
    return row.steps.select_related("activity").get(title=title)


def lines(row):
    """The steps as "3×4 List"; they are numbered 0, 1, 2 …"""
    steps = list(ActivityStep.objects.filter(activity=row))
    assert [one.position for one in steps] == list(range(len(steps)))
    return [f"{one.count}×{one.minutes} {one.title}" for one in steps]


AS_COPIED = ["1×5 Introduce", "3×4 List", "3×2 Compare", "1×10 Stop"]


def minutes(journey):
    """How long the first row takes, by the clock."""
    return Plan.of(fresh(journey)).rows[0].minutes


def test_a_structure_inside_a_step_is_never_counted_twice(journey, row):
    """1-2-4-All takes twenty minutes on its own; inside a step of ten it takes ten."""
    assert (lines(row), minutes(journey)) == (AS_COPIED, 5 + 3 * (4 + 2) + 10)

    journey.edit_step(step(row, "Stop"), minutes=12)
    journey.add_step(row, below=step(row, "Stop"), like=step(row, "Stop"))

    assert minutes(journey) == 5 + 3 * (4 + 2) + 12 + 12
    assert [one.nested.name for one in row.steps.filter(title="Stop")] == ["1-2-4-All"] * 2


@pytest.mark.parametrize(
    ("below", "place", "repeat"),
    [(None, 4, ""), ("Introduce", 1, ""), ("List", 2, "A"), ("Compare", 3, ""), ("Stop", 4, "")],
)
def test_a_step_is_added_below_another_or_at_the_end(journey, row, below, place, repeat):
    """Between two that repeat together it repeats with them."""
    added = journey.add_step(row, below=below and step(row, below))

    added.refresh_from_db()
    assert (added.position, added.repeat, added.count) == (place, repeat, 3 if repeat else 1)
    assert (added.title, added.minutes, added.grouping) == ("New step", 5, "whole_group")
    assert [line for line in lines(row) if not line.endswith("New step")] == AS_COPIED
    assert history(journey)[-1] == "Added a step to TRIZ"


def test_a_copy_has_everything_its_original_has(journey, row):
    journey.edit_step(step(row, "List"), what="Worse!", size_min=4, size_max=7, optional=True)

    copy = journey.add_step(row, below=step(row, "List"), like=step(row, "List"))

    assert lines(row) == [*AS_COPIED[:2], *AS_COPIED[1:]]
    assert (copy.what, copy.size_max, copy.optional, copy.repeat) == ("Worse!", 7, True, "A")


def test_a_talk_has_parts_and_keeps_its_own_minutes(journey, talk):
    journey.add_step(talk)
    part = journey.add_step(talk)
    journey.edit_step(part, title="Questions", minutes=4)

    assert lines(talk) == ["1×5 New step", "1×4 Questions"]
    told = Plan.of(fresh(journey)).rows[1]
    assert (told.minutes, told.too_long) == (15, True)


def test_there_is_an_end_to_steps(journey, row, monkeypatch):
    monkeypatch.setattr(limits, "MAX_STEPS", 4)

    with pytest.raises(ValidationError, match="at most 4 steps"):
        journey.add_step(row)

    assert lines(row) == AS_COPIED


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"minutes": 5}, (4, 5, 6)),
        ({"minutes": 9}, (4, 9, 9)),
        ({"minutes": 2}, (2, 2, 6)),
        ({"minutes_min": 3}, (3, 4, 6)),
        ({"minutes_max": None}, (4, 4, 4)),
    ],
)
def test_an_ideal_takes_the_edge_of_the_range_along(journey, row, typed, expected):
    journey.edit_step(step(row, "List"), **typed)

    found = step(row, "List")
    assert (found.minutes_min, found.minutes, found.minutes_max) == expected


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"minutes_min": 5}, "minutes_min"),
        ({"minutes_max": 3}, "minutes_max"),
        ({"size_min": 8, "size_max": 4}, "size_min"),
        ({"grouping": "unheard"}, "grouping"),
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"minutes": 1441}, "minutes"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(journey, row, typed, field):
    before = journey.snapshot()

    with pytest.raises(ValidationError) as refused:
        journey.edit_step(step(row, "List"), **typed)

    assert list(refused.value.message_dict)[0] == field
    assert fresh(journey).snapshot() == before


def test_only_groups_of_no_fixed_size_have_sizes(journey, row):
    journey.edit_step(step(row, "List"), size_min=4, size_max=7)
    journey.edit_step(step(row, "List"), grouping="stations")
    stations = step(row, "List")
    journey.edit_step(step(row, "List"), grouping="trios")

    trios = step(row, "List")
    assert [(one.size_min, one.size_max) for one in (stations, trios)] == [(4, 7), (None, None)]


def test_turns_are_those_of_all_that_repeat_together(journey, row):
    journey.edit_step(step(row, "Compare"), count=5)
    journey.edit_step(step(row, "List"), unit="client")

    assert lines(row) == ["1×5 Introduce", "5×4 List", "5×2 Compare", "1×10 Stop"]
    units = {(one.unit, one.set_by, one.count_max) for one in row.steps.filter(repeat="A")}
    assert (units, minutes(journey)) == ({("client", "convenor", 5)}, 5 + 5 * 6 + 10)


def test_what_runs_once_begins_to_repeat_and_ends_to(journey, row):
    journey.edit_step(step(row, "Introduce"), count=2)
    twice = step(row, "Introduce")
    journey.edit_step(twice, count=1)

    once = step(row, "Introduce")
    assert [(one.repeat, one.count, one.set_by) for one in (twice, once)] == [
        ("B", 2, "convenor"),
        ("", 1, "fixed"),
    ]
    assert once.count_max == 1


def test_turns_set_by_the_people_follow_them(journey, row):
    journey.edit_step(step(row, "Compare"), set_by="group_size")

    assert minutes(journey) == 5 + 6 * (4 + 2) + 10  # 18 people: three groups of six


@pytest.mark.parametrize(
    ("moved", "to", "order"),
    [
        ("Stop", 0, ["Stop", "Introduce", "List", "Compare"]),
        ("Introduce", 1, ["List", "Introduce", "Compare", "Stop"]),
        ("Introduce", None, ["List", "Compare", "Stop", "Introduce"]),
        ("Introduce", 10**30, ["List", "Compare", "Stop", "Introduce"]),
        ("List", -1, ["List", "Introduce", "Compare", "Stop"]),
    ],
)
def test_a_step_moves_and_nothing_runs_more_or_less_often(journey, row, moved, to, order):
    before = minutes(journey)

    journey.move_step(step(row, moved), to=to)

    assert [line.split(" ")[1] for line in lines(row)] == order
    assert (sorted(lines(row)), minutes(journey)) == (sorted(AS_COPIED), before)


def test_a_step_is_removed_and_comes_back(journey, row):
    journey.remove_step(step(row, "Introduce"))
    left = lines(row)
    journey.undo()

    row = journey.activities.get(title="TRIZ")
    assert (left, lines(row)) == (AS_COPIED[1:], AS_COPIED)


def test_the_last_step_may_go_too(journey, row):
    for title in ("Introduce", "List", "Compare", "Stop"):
        journey.remove_step(step(row, title))

    assert (lines(row), minutes(journey)) == ([], 0)


def test_the_same_field_changed_twice_is_a_conflict(journey, row):
    seen = step(row, "List")
    journey.edit_step(seen, title="Worst", minutes=5)

    with pytest.raises(Conflict) as caught:
        journey.edit_step(seen, title="Bad", was={"title": "List"})
    journey.edit_step(seen, what="More!", was={"what": ""})

    assert caught.value.theirs == {"title": "Worst"}
    assert step(row, "Worst").what == "More!"


def test_a_step_that_is_gone_is_not_changed(journey, row):
    gone = step(row, "List")
    journey.remove_step(gone)
    before = journey.snapshot()

    for verb in (journey.edit_step, journey.remove_step, lambda one: journey.move_step(one, to=0)):
        with pytest.raises(ActivityStep.DoesNotExist):
            verb(gone)
    with pytest.raises(ActivityStep.DoesNotExist):
        create_journey().edit_step(step(row, "Stop"), title="Theirs")

    assert fresh(journey).snapshot() == before


def test_a_step_stays_the_same_one_through_undo(journey, row):
    """So that a page somebody has open, and what is on its way, still mean the same step."""
    keys = {one.title: one.pk for one in row.steps.all()}
    journey.edit_step(step(row, "List"), title="Worst")
    journey.move_step(step(row, "Stop"), to=0)
    journey.remove_step(step(row, "Introduce"))

    for _change in range(3):
        journey.undo()

    again = {one.title: one.pk for one in journey.activities.get(title="TRIZ").steps.all()}
    assert {title: again[title] == keys[title] for title in keys} == {
        "Introduce": False,  # it was gone
        "List": True,
        "Compare": True,
        "Stop": True,
    }


def test_resetting_takes_the_catalogue_as_it_is_now_and_undo_brings_ones_own_back(journey, row):
    journey.edit_activity(row, minutes=30)
    journey.edit_step(step(row, "List"), title="Mine", minutes=9)
    before = journey.snapshot()
    Step.objects.filter(structure=row.structure, title="Stop").update(minutes=11, minutes_max=11)

    journey.reset_steps(row)

    row.refresh_from_db()
    assert (lines(row), row.minutes) == ([*AS_COPIED[:3], "1×11 Stop"], None)
    assert not Plan.of(fresh(journey)).rows[0].catalogue_changes
    assert history(journey)[-1] == "Reset the steps of TRIZ"
    journey.undo()
    assert fresh(journey).snapshot() == before


def test_keeping_ones_own_changes_nothing_but_what_is_known_of_the_catalogue(journey, row):
    journey.edit_step(step(row, "List"), title="Mine")
    Step.objects.filter(structure=row.structure, title="Stop").update(minutes=11, minutes_max=11)
    before, known, revision = lines(row), row.recipe, journey.revision

    journey.keep_steps(row)
    journey.keep_steps(row)

    row.refresh_from_db()
    assert (lines(row), journey.revision - revision) == (before, 1)
    assert row.recipe != known


@pytest.mark.parametrize("verb", ["reset_steps", "keep_steps"])
def test_without_a_structure_there_is_no_catalogue_to_ask(journey, talk, verb):
    with pytest.raises(ValidationError, match="runs no structure"):
        getattr(journey, verb)(talk)


NUMBERS = st.integers(0, 20)
EDITS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["List", "Stop", "Other"]),
        "minutes": NUMBERS,
        "minutes_min": st.none() | NUMBERS,
        "minutes_max": st.none() | NUMBERS,
        "grouping": st.sampled_from(["small_groups", "pairs", "whole_group"]),
        "size_min": st.none() | st.integers(1, 9),
        "size_max": st.none() | st.integers(1, 9),
        "count": st.integers(1, 4),
        "set_by": st.sampled_from(["fixed", "group_size"]),
        "optional": st.booleans(),
    },
)
VERBS = st.one_of(
    st.tuples(st.just("edit"), NUMBERS, EDITS),
    st.tuples(st.just("add"), NUMBERS, st.booleans()),
    st.tuples(st.just("move"), NUMBERS, NUMBERS),
    st.tuples(st.just("remove"), NUMBERS, st.none()),
    st.tuples(st.sampled_from(["reset", "undo", "redo"]), st.none(), st.none()),
)


def do(journey, verb, number, wish):
    """One change of the step at ``number``, counted round and round."""
    row = journey.activities.get(title="TRIZ")
    steps = list(row.steps.select_related("activity"))
    if verb in ("undo", "redo"):
        getattr(journey, verb)()
        if not journey.activities.exists():  # undone to before there was a row
            journey.redo()
    elif verb == "reset":
        journey.reset_steps(row)
    elif verb == "add" or not steps:
        one = steps[(number or 0) % len(steps)] if steps else None
        journey.add_step(row, below=one, like=one if wish else None)
    elif verb == "edit":
        journey.edit_step(steps[number % len(steps)], **wish)
    elif verb == "move":
        journey.move_step(steps[number % len(steps)], to=wish)
    else:
        journey.remove_step(steps[number % len(steps)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(VERBS, max_size=12))
def test_whatever_is_done_minutes_rise_and_the_document_says_it_all(triz, changes):
    journey = create_journey()
    create_structured(journey=journey, structure=triz, session=create_session(journey=journey))

    for verb, number, wish in changes:
        try:
            do(journey, verb, number, wish)
        except ValidationError:
            continue
        row = journey.activities.get(title="TRIZ")
        lines(row)  # numbered
        for one in row.steps.all():
            assert one.minutes_min <= one.minutes <= one.minutes_max
            assert one.count_min <= one.count <= one.count_max
            assert not one.size_min or not one.size_max or one.size_min <= one.size_max
    before = journey.snapshot()
    keys = list(ActivityStep.objects.filter(activity__journey=journey).values_list("pk", flat=True))

    journey.write(before)

    assert fresh(journey).snapshot() == before
    again = ActivityStep.objects.filter(activity__journey=journey)
    assert sorted(again.values_list("pk", flat=True)) == sorted(keys)

"""The published strings laid out with the real catalogue: the list's minutes, and the journeys that start from them."""

import pytest

from sessions.models import Journey
from sessions.plan import Plan
from sessions.repertoire import published_strings, repertoire
from sessions.visitor import Visitor
from structures.models import Structure

pytestmark = pytest.mark.usefixtures("catalogue")

MINUTES = {
    "crisis-recovery": ([5, 15, 19, 12], 51),
    "first-taste": ([15, 12, 27, 15], 69),
    "six-hats": ([15, 28, 41], 84),
    "coach-camp-evening": ([15, 28, 10, 33], 86),
    "london-service-design": ([54, 12, 23], 89),
    "zoom-engagement": ([15, 21, 12, 54], 102),
    "addis-process-problems": ([10, 45, 28, 23, 10], 116),
    "vancouver-practice": ([15, 12, 35, 33, 33], 128),
    "sprint-goal": ([40, 12, 46, 33], 131),
    "user-group-purpose": ([20, 46, 83], 149),
    "seattle-storyboard": ([25, 20, 35, 25, 20, 25], 150),  # as published
    "teaching-online": ([10, 15, 35, 33, 32, 28], 153),
    "product-goal": ([54, 54, 20, 33], 161),
    "learning-from-success": ([15, 58, 95, 15, 5], 188),
    "groningen-teamwork": ([54, 30, 40, 10, 60], 194),
    "immersion-second-day": ([21, 90, 54, 45], 210),
}
GUEST = Visitor(guest="this-browser")


def started(slug):
    (string,) = (one for one in published_strings() if one.slug == slug)
    return Journey.begin_with(GUEST, string.starting("Europe/Berlin"))


def test_all_are_offered_the_shortest_first():
    shown = [(one.string.slug, [strip.minutes for strip in one.strips], one.minutes) for one in repertoire()]

    assert shown == [(slug, minutes, total) for slug, (minutes, total) in MINUTES.items()]


@pytest.mark.parametrize("slug", MINUTES)
def test_a_journey_lasts_as_long_as_the_list_says(slug):
    (plan,) = Plan.of(started(slug)).sessions

    assert ([row.minutes for row in plan.rows], plan.layout.end) == MINUTES[slug]


def test_the_pictures_are_those_of_the_journeys():
    drawn = {one.string.slug: [strip.turns for strip in one.strips if strip.turns] for one in repertoire()}
    plans = {slug: Plan.of(started(slug)).sessions[0] for slug in MINUTES}

    assert drawn == {
        slug: [row.turns for row in plan.rows if row.activity.structure] for slug, plan in plans.items()
    }


@pytest.mark.parametrize("slug", MINUTES)
def test_no_structure_is_mute_and_the_credit_is_in_the_first_rows_notes(slug):
    (string,) = (one for one in published_strings() if one.slug == slug)

    rows = list(started(slug).activities.order_by("position"))

    assert [row for row in rows if row.structure and not "".join(row.invitations)] == []
    assert rows[0].notes.endswith(f"{string.credit}\n{string.source}")
    assert [row for row in rows[1:] if string.source in row.notes] == []


def test_the_words_of_the_source_go_before_those_of_the_catalogue():
    journey = started("seattle-storyboard")
    answering = journey.activities.get(structure__slug="troika-consulting")
    evening = started("coach-camp-evening").activities.get(structure__slug="troika-consulting")
    fit = evening.structure.fits.get(question__slug="needs")

    assert answering.invitations == [
        "Which liberating act do you have in mind, and what help do you want with it?"
    ]
    assert evening.invitations == [fit.invitation]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_string_with_a_structure_that_is_not_offered_is_not_offered_either(status):
    Structure.objects.filter(slug="panarchy").update(status=status)  # in none of them
    Structure.objects.filter(slug="spiral-journal").update(status=status)

    assert {one.string.slug for one in repertoire()} == set(MINUTES) - {"crisis-recovery"}


def test_it_takes_three_queries(django_assert_num_queries):
    with django_assert_num_queries(3):
        repertoire()

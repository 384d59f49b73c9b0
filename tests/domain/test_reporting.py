"""What report-outs cost, and what nobody can know of them."""

import pytest

from structures.domain.reporting import Harvest, Reporting, harvests, reporting
from structures.domain.shapes import Grouping, Repeat, RepeatUnit, SetBy, Step
from structures.domain.timing import turns
from tests.domain.catalogue import structure


def step(grouping, minutes, repeat="", title="A step"):
    return Step(title, grouping, minutes, minutes, minutes, repeat=repeat)


FOURS = step(Grouping.FOURS, 10)
HEAR = step(Grouping.WHOLE_GROUP, 2, "Q")
BY_GROUPS = Repeat("Q", RepeatUnit.ROUND, 1, 3, 9, SetBy.GROUPS)
FOUR_GROUPS = Repeat("Q", RepeatUnit.GROUP, 4, 4, 4)


def counted(steps, repeats, people):
    return reporting(steps, turns(steps, people, repeats), repeats)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (4, Reporting(2, 1, 2)),
        (8, Reporting(4, 2, 2)),
        (23, Reporting(12, 6, 2)),
        (24, Reporting(12, 6, 2)),
        (60, Reporting(30, 15, 2)),
        (250, Reporting(126, 63, 2)),
    ],
)
def test_one_report_for_each_group_grows_with_the_groups(people, expected):
    assert counted((FOURS, HEAR), (BY_GROUPS,), people) == expected


@pytest.mark.parametrize("people", [12, 23, 250])
def test_four_reports_stay_four(people):
    assert counted((FOURS, HEAR), (FOUR_GROUPS,), people) == Reporting(8, 4, 0)


@pytest.mark.parametrize(
    ("last", "repeats"),
    [
        pytest.param(step(Grouping.WHOLE_GROUP, 5), (), id="a harvest that does not repeat"),
        pytest.param(HEAR, (Repeat("Q", RepeatUnit.ROUND, 3, 3, 3),), id="three rounds are no reports"),
        pytest.param(
            step(Grouping.STATIONS, 5, "Q"), (BY_GROUPS,), id="groups that walk from group to group"
        ),
    ],
)
def test_no_report_is_made_up(last, repeats):
    assert counted((FOURS, last), repeats, 24) == Reporting()


def test_two_steps_of_a_report_both_count():
    ask = step(Grouping.WHOLE_GROUP, 1, "Q")

    assert counted((FOURS, HEAR, ask), (BY_GROUPS,), 12) == Reporting(9, 6, 3)


@pytest.mark.parametrize("people", [12, 23, 60])
def test_critical_uncertainties_hears_its_four_quadrants_twice(people):
    steps, repeats, _remainder = structure("critical-uncertainties")

    assert counted(steps, repeats, people) == Reporting(16, 8, 0)


@pytest.mark.parametrize(
    ("words", "people", "expected"),
    [
        pytest.param("fours all", 24, [Harvest(1, 5, 6)], id="six fours come back"),
        pytest.param("fours all", 4, [], id="one four is everyone"),
        pytest.param("all fours", 24, [], id="nobody has been away yet"),
        pytest.param("fours all all", 24, [Harvest(1, 5, 6)], id="they come back once"),
        pytest.param("fours alone all", 24, [Harvest(2, 5, 6)], id="a silent minute before it"),
        pytest.param("pairs fours all", 24, [Harvest(2, 5, 6)], id="the last groups speak"),
        pytest.param("fours all pairs all", 24, [Harvest(1, 5, 6), Harvest(3, 5, 12)], id="twice"),
    ],
)
def test_a_harvest_is_found_where_groups_meet_again(words, people, expected):
    names = {
        "fours": Grouping.FOURS,
        "all": Grouping.WHOLE_GROUP,
        "alone": Grouping.ALONE,
        "pairs": Grouping.PAIRS,
    }
    steps = tuple(step(names[word], 5) for word in words.split())

    assert list(harvests(steps, turns(steps, people), people)) == expected


def test_what_has_its_own_reports_is_no_harvest():
    steps = (FOURS, HEAR)

    assert harvests(steps, turns(steps, 24, (BY_GROUPS,)), 24, (BY_GROUPS,)) == ()


@pytest.mark.parametrize(
    ("minutes", "groups", "seconds"), [(5, 6, 50), (5, 15, 20), (10, 4, 150), (1, 63, 0)]
)
def test_how_much_each_would_have(minutes, groups, seconds):
    assert Harvest(0, minutes, groups).seconds == seconds

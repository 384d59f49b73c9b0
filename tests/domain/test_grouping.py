"""Groups as a facilitator would make them on the floor."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.grouping import groups, size_range, split
from structures.domain.shapes import Grouping, Remainder, Step


def step(grouping, size_min=None, size_max=None):
    return Step("A step", grouping, 5, 5, 5, size_min=size_min, size_max=size_max)


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (1, 1, (1,)),
        (5, 1, (1, 1, 1, 1, 1)),
        (1, 2, (1,)),
        (2, 2, (2,)),
        (3, 2, (3,)),
        (5, 2, (3, 2)),
        (7, 2, (3, 2, 2)),
        (18, 2, (2,) * 9),
        (10, 3, (4, 3, 3)),
        (11, 3, (3, 3, 3, 2)),
        (3, 4, (3,)),
        (4, 4, (4,)),
        (5, 4, (5,)),
        (6, 4, (4, 2)),
        (7, 4, (4, 3)),
        (16, 4, (4, 4, 4, 4)),
        (17, 4, (5, 4, 4, 4)),
        (18, 4, (4, 4, 4, 4, 2)),
        (23, 4, (4, 4, 4, 4, 4, 3)),
    ],
)
def test_leftover_people_form_a_smaller_group_and_nobody_sits_alone(people, size, expected):
    assert split(people, size, size, Remainder.SMALLER) == expected


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (2, 3, (2,)),
        (4, 3, (4,)),
        (5, 3, (3, 2)),  # two people cannot join one trio one each
        (7, 2, (3, 2, 2)),
        (10, 3, (4, 3, 3)),
        (11, 3, (4, 4, 3)),
        (13, 3, (4, 3, 3, 3)),
        (7, 4, (4, 3)),
        (23, 4, (5, 5, 5, 4, 4)),
    ],
)
def test_leftover_people_join_other_groups_one_each(people, size, expected):
    assert split(people, size, size, Remainder.LARGER) == expected


@pytest.mark.parametrize(
    ("people", "size", "expected"),
    [
        (7, 2, (3, 2, 2)),
        (10, 3, (4, 3, 3)),
        (17, 4, (5, 4, 4, 4)),
        (18, 4, (4, 4, 4, 3, 3)),
        (23, 4, (4, 4, 4, 4, 4, 3)),
    ],
)
def test_even_groups_are_as_equal_as_the_size_allows(people, size, expected):
    assert split(people, size, size, Remainder.EVEN) == expected


@pytest.mark.parametrize(
    ("people", "low", "high", "expected"),
    [
        (3, 4, 7, (3,)),
        (7, 4, 7, (7,)),
        (8, 4, 7, (4, 4)),
        (14, 5, 7, (7, 7)),
        (16, 4, 6, (4, 4, 4, 4)),
        (18, 4, 7, (6, 6, 6)),
        (20, 4, 5, (4, 4, 4, 4, 4)),
        (23, 4, 7, (6, 6, 6, 5)),
        (60, 4, 6, (5,) * 12),
        (100, 5, 15, (10,) * 10),
    ],
)
@pytest.mark.parametrize("remainder", list(Remainder))
def test_a_range_of_sizes_gives_equal_groups_near_its_middle(people, low, high, expected, remainder):
    assert split(people, low, high, remainder) == expected


@pytest.mark.parametrize(
    ("people", "low", "high", "remainder", "expected"),
    [
        (7, 4, 6, Remainder.SMALLER, (4, 3)),  # one too few or one too many: the rule decides
        (7, 4, 6, Remainder.EVEN, (4, 3)),
        (7, 4, 6, Remainder.LARGER, (7,)),
        (8, 5, 7, Remainder.SMALLER, (8,)),  # one too many is nearer than two too few
        (9, 5, 7, Remainder.LARGER, (5, 4)),  # one too few is nearer than two too many
        (11, 4, 5, Remainder.SMALLER, (4, 4, 3)),
        (11, 4, 5, Remainder.LARGER, (6, 5)),
    ],
)
def test_a_range_that_cannot_work_out_is_missed_by_as_few_people_as_possible(
    people, low, high, remainder, expected
):
    assert split(people, low, high, remainder) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((0, 2, 2), "Cannot divide 0 people into groups: at least one person is needed."),
        ((-3, 2, 2), "Cannot divide -3 people into groups: at least one person is needed."),
        ((5, 0, 2), "A group cannot have 0 people: at least one is needed."),
        ((5, 4, 3), "Groups of 4 to 3 people: the largest size is below the smallest."),
        ((5, 2, 2, "bigger"), "'bigger' is not a valid Remainder"),
    ],
)
def test_nonsense_is_refused_in_words(arguments, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        split(*arguments)


people_ = st.integers(1, 400)
remainders = st.sampled_from(list(Remainder))


@given(people_, st.integers(1, 12), st.integers(0, 8), remainders)
def test_everyone_has_a_group_largest_first(people, low, more, remainder):
    sizes = split(people, low, low + more, remainder)
    assert sum(sizes) == people
    assert list(sizes) == sorted(sizes, reverse=True)


@given(people_, st.integers(1, 12), st.integers(0, 8), remainders)
def test_sizes_are_in_the_range_whenever_they_can_be(people, low, more, remainder):
    high = low + more
    possible = any(low * count <= people <= high * count for count in range(1, people + 1))
    sizes = split(people, low, high, remainder)
    assert all(low <= size <= high for size in sizes) == possible


@given(st.integers(2, 400), st.integers(2, 12), st.integers(0, 8), remainders)
def test_nobody_is_alone_in_a_group_of_two_and_more(people, low, more, remainder):
    assert split(people, low, low + more, remainder)[-1] >= 2


@given(people_, st.integers(1, 12), st.integers(1, 8))
def test_ranges_and_even_groups_differ_by_one_person_at_most(people, low, more):
    sizes = split(people, low, low + more, Remainder.EVEN)
    assert sizes[0] - sizes[-1] <= 1


def test_ten_thousand_people_find_their_groups():
    assert split(10_000, 4, 4) == (4,) * 2500
    assert split(10_001, 2, 2) == (3, *(2,) * 4999)
    assert split(10_000, 4, 7) == (5,) * 2000


@pytest.mark.parametrize(
    ("a_step", "expected"),
    [
        (step(Grouping.ALONE), (1, 1)),
        (step(Grouping.PAIRS), (2, 2)),
        (step(Grouping.TRIOS), (3, 3)),
        (step(Grouping.FOURS), (4, 4)),
        (step(Grouping.FOURS, 5, 7), (4, 4)),
        (step(Grouping.SMALL_GROUPS), (4, 6)),
        (step(Grouping.SMALL_GROUPS, 5, 7), (5, 7)),
        (step(Grouping.SMALL_GROUPS, 8), (8, 8)),
        (step(Grouping.SMALL_GROUPS, None, 3), (3, 3)),
        (step(Grouping.SMALL_GROUPS, 2), (2, 6)),
        (step(Grouping.STATIONS, 8, 12), (8, 12)),
        (step(Grouping.QUADRANTS, 3, 6), (3, 6)),
        (step(Grouping.SELF_ORGANISED), (4, 6)),
        (step(Grouping.FISHBOWL, 3, 7), None),
        (step(Grouping.STAGE), None),
        (step(Grouping.CIRCLES), None),
        (step(Grouping.LINE), None),
        (step(Grouping.WALK), None),
        (step(Grouping.WHOLE_GROUP), None),
    ],
)
def test_a_step_says_how_many_people_sit_together(a_step, expected):
    assert size_range(a_step) == expected


@pytest.mark.parametrize(
    ("a_step", "people", "expected"),
    [
        (step(Grouping.WHOLE_GROUP), 18, ()),
        (step(Grouping.FISHBOWL, 3, 7), 18, ()),
        (step(Grouping.ALONE), 3, (1, 1, 1)),
        (step(Grouping.FOURS), 18, (4, 4, 4, 4, 2)),
        (step(Grouping.SMALL_GROUPS, 5, 7), 18, (6, 6, 6)),
        (step(Grouping.QUADRANTS, 3, 6), 18, (5, 5, 4, 4)),
        (step(Grouping.QUADRANTS, 3, 6), 10, (3, 3, 2, 2)),
        (step(Grouping.QUADRANTS, 3, 6), 25, (4, 3, 3, 3, 3, 3, 3, 3)),
        (step(Grouping.QUADRANTS, 3, 6), 7, (4, 3)),
    ],
)
def test_a_step_makes_its_groups(a_step, people, expected):
    assert groups(a_step, people) == expected

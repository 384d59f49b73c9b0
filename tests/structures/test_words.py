"""Groups and minutes as a host would say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.grouping import split
from structures.domain.shapes import Grouping, Mode, Remainder, Step
from structures.words import (
    configuration_in_words,
    groups_in_words,
    minutes_in_words,
    number_in_words,
)


def step(grouping, size_min=None, size_max=None, minutes=5, **other):
    return Step("A step", grouping, minutes, minutes, minutes, size_min=size_min, size_max=size_max, **other)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (1, "one"), (9, "nine"), (12, "twelve"), (13, "13"), (100, "100")]
)
def test_numbers_are_spelled_to_twelve(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("grouping", "sizes", "words"),
    [
        (Grouping.ALONE, (1,) * 18, "alone"),
        (Grouping.WHOLE_GROUP, (), "everyone"),
        (Grouping.FISHBOWL, (), "fishbowl"),
        (Grouping.CIRCLES, (), "two circles"),
        (Grouping.PAIRS, (), "pairs"),
        (Grouping.PAIRS, (1,), "one person"),
        (Grouping.PAIRS, (2,), "a pair"),
        (Grouping.PAIRS, (3,), "a trio"),
        (Grouping.PAIRS, (2,) * 9, "nine pairs"),
        (Grouping.PAIRS, (2,) * 13, "13 pairs"),
        (Grouping.PAIRS, (3, 2), "a pair and a trio"),
        (Grouping.PAIRS, (3, 2, 2), "two pairs and a trio"),
        (Grouping.TRIOS, (3, 3), "two trios"),
        (Grouping.TRIOS, (4, 3, 3), "two trios and a four"),
        (Grouping.TRIOS, (4, 4, 3), "two fours and a trio"),
        (Grouping.TRIOS, (3, 3, 2), "two trios and a pair"),
        (Grouping.FOURS, (4,), "a four"),
        (Grouping.FOURS, (4, 4, 4, 4, 2), "four fours and a pair"),
        (Grouping.FOURS, (4, 4, 4, 4, 4, 3), "five fours and a trio"),
        (Grouping.FOURS, (5, 4, 4, 4), "three fours and a five"),
        (Grouping.FOURS, (5, 5, 5, 4, 4), "three fives and two fours"),
        (Grouping.FOURS, (4, 4, 4, 3, 3), "three fours and two trios"),
        (Grouping.SMALL_GROUPS, (6,), "one group of six"),
        (Grouping.SMALL_GROUPS, (6, 6, 6), "three groups of six"),
        (Grouping.SMALL_GROUPS, (5, 5, 4), "two groups of five and one of four"),
        (Grouping.SMALL_GROUPS, (5, 4, 4), "two groups of four and one of five"),
        (Grouping.SMALL_GROUPS, (5, 4), "one group of five and one of four"),
        (Grouping.SMALL_GROUPS, (6, 6, 5, 5), "two groups of six and two of five"),
        (Grouping.SMALL_GROUPS, (3, 3, 2), "two trios and a pair"),
        (Grouping.SMALL_GROUPS, (4, 3, 3), "two groups of three and one of four"),
        (Grouping.SMALL_GROUPS, (15, 15), "two groups of 15"),
        (Grouping.SELF_ORGANISED, (5, 5, 4), "two groups of five and one of four"),
        (Grouping.STATIONS, (8, 8, 8), "three stations of eight"),
        (Grouping.QUADRANTS, (5, 5, 4, 4), "two quadrants of five and two of four"),
        (Grouping.QUADRANTS, (4, 3), "one group of four and one of three"),
    ],
)
def test_groups_are_said_as_on_the_floor(grouping, sizes, words):
    assert groups_in_words(grouping, sizes) == words
    assert groups_in_words(str(grouping), sizes) == words


def test_a_configuration_nobody_knows_is_refused():
    with pytest.raises(ValueError, match=r"^'heap' is not a valid Grouping$"):
        groups_in_words("heap")


ONE_TWO_FOUR_ALL = [
    step(Grouping.ALONE),
    step(Grouping.PAIRS),
    step(Grouping.FOURS),
    step(Grouping.WHOLE_GROUP),
]
TABLES = step(Grouping.SMALL_GROUPS, 5, 7)


@pytest.mark.parametrize(
    ("steps", "people", "words"),
    [
        (ONE_TWO_FOUR_ALL, None, "alone → pairs → fours → everyone"),
        (ONE_TWO_FOUR_ALL, 18, "alone → nine pairs → four fours and a pair → everyone"),
        ([step(Grouping.WHOLE_GROUP), TABLES, TABLES], None, "everyone → groups of five to seven"),
        ([step(Grouping.WHOLE_GROUP), TABLES, TABLES], 18, "everyone → three groups of six"),
        ([step(Grouping.SMALL_GROUPS)], None, "small groups"),
        ([step(Grouping.SMALL_GROUPS, 5, 5)], None, "groups of five"),
        ([step(Grouping.SMALL_GROUPS, 10, 15)], None, "groups of ten to 15"),
        ([step(Grouping.STATIONS, 8, 12)], None, "stations"),
        ([step(Grouping.STATIONS, 8, 12)], 30, "three stations of ten"),
        ([step(Grouping.FISHBOWL, 3, 7), step(Grouping.STAGE)], 30, "fishbowl → stage and audience"),
        ([], 30, ""),
    ],
)
def test_a_structure_says_how_people_sit(steps, people, words):
    assert configuration_in_words(steps, people) == words


def test_leftovers_are_said_as_the_structure_seats_them():
    trios = [step(Grouping.TRIOS)]
    assert configuration_in_words(trios, 11, Remainder.LARGER) == "two fours and a trio"
    assert configuration_in_words(trios, 11, Remainder.SMALLER) == "three trios and a pair"


def test_steps_that_are_not_performed_are_not_said():
    steps = [
        step(Grouping.LINE, mode=Mode.IN_PERSON),
        step(Grouping.ALONE, mode=Mode.ONLINE),
        step(Grouping.PAIRS, minutes=0, optional=True),
        step(Grouping.WHOLE_GROUP),
    ]
    assert configuration_in_words(steps, mode=Mode.IN_PERSON) == "a line → everyone"
    assert configuration_in_words(steps, mode=Mode.ONLINE) == "alone → everyone"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (1, "1 min"),
        (45, "45 min"),
        (60, "1 h"),
        (75, "1 h 15 min"),
        (120, "2 h"),
        (1440, "24 h"),
    ],
)
def test_minutes_are_said_in_hours_when_there_is_one(minutes, words):
    assert minutes_in_words(minutes) == words


named = st.sampled_from([(Grouping.PAIRS, 2), (Grouping.TRIOS, 3), (Grouping.FOURS, 4)])


@given(st.integers(2, 400), named, st.sampled_from(list(Remainder)))
def test_pairs_trios_and_fours_are_always_called_by_name(people, configuration, remainder):
    grouping, size = configuration
    assert " of " not in groups_in_words(grouping, split(people, size, size, remainder))

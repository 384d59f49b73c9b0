"""More people never need less; and every way in which people are left over, with what it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.grouping import groups
from structures.domain.logistics import Supply, alongside, hung, merge, supplies
from structures.domain.shapes import Grouping, Material, Per, Remainder, Step
from tests.domain.catalogue import SLUGS, materials, structure


def step(grouping, size_min=None, size_max=None):
    return Step("A step", grouping, 5, 5, 5, size_min, size_max)


def sheets(one, people, remainder=Remainder.SMALLER, per=Per.GROUP):
    return supplies([Material("sheet", 1, per)], [one], people, remainder=remainder)[0].quantity


TRIOS, FOURS, PAIRS = step(Grouping.TRIOS), step(Grouping.FOURS), step(Grouping.PAIRS)


@pytest.mark.parametrize(
    ("grouping", "people", "remainder", "sizes", "quantity"),
    [
        # SMALLER: those left over are a group of their own, unless one would be alone
        (PAIRS, 5, Remainder.SMALLER, (3, 2), 2),
        (PAIRS, 23, Remainder.SMALLER, (3, *[2] * 10), 11),
        (TRIOS, 7, Remainder.SMALLER, (4, 3), 2),
        (TRIOS, 8, Remainder.SMALLER, (3, 3, 2), 3),
        (TRIOS, 11, Remainder.SMALLER, (3, 3, 3, 2), 4),
        (FOURS, 5, Remainder.SMALLER, (5,), 1),
        (FOURS, 6, Remainder.SMALLER, (4, 2), 2),
        (FOURS, 7, Remainder.SMALLER, (4, 3), 2),
        (FOURS, 17, Remainder.SMALLER, (5, 4, 4, 4), 4),
        (FOURS, 18, Remainder.SMALLER, (4, 4, 4, 4, 2), 5),
        (FOURS, 23, Remainder.SMALLER, (4, 4, 4, 4, 4, 3), 6),
        # LARGER: they join other groups, one each
        (PAIRS, 5, Remainder.LARGER, (3, 2), 2),
        (TRIOS, 10, Remainder.LARGER, (4, 3, 3), 3),
        (TRIOS, 11, Remainder.LARGER, (4, 4, 3), 3),
        (TRIOS, 5, Remainder.LARGER, (3, 2), 2),
        (FOURS, 6, Remainder.LARGER, (4, 2), 2),
        (FOURS, 9, Remainder.LARGER, (5, 4), 2),
        (FOURS, 10, Remainder.LARGER, (5, 5), 2),
        (FOURS, 11, Remainder.LARGER, (4, 4, 3), 3),
        (FOURS, 23, Remainder.LARGER, (5, 5, 5, 4, 4), 5),
        # EVEN: as equal as the size allows
        (PAIRS, 5, Remainder.EVEN, (3, 2), 2),
        (TRIOS, 11, Remainder.EVEN, (3, 3, 3, 2), 4),
        (FOURS, 9, Remainder.EVEN, (5, 4), 2),
        (FOURS, 10, Remainder.EVEN, (4, 3, 3), 3),
        (FOURS, 18, Remainder.EVEN, (4, 4, 4, 3, 3), 5),
        (FOURS, 23, Remainder.EVEN, (4, 4, 4, 4, 4, 3), 6),
    ],
)
def test_a_sheet_for_each_group_however_people_are_left_over(grouping, people, remainder, sizes, quantity):
    per = Per.PAIR if grouping is PAIRS else Per.GROUP

    assert (groups(grouping, people, remainder), sheets(grouping, people, remainder, per)) == (
        sizes,
        quantity,
    )


@pytest.mark.parametrize(
    ("low", "high", "people", "groups_made", "quantity"),
    [
        (4, 6, 16, 4, 4),
        (4, 6, 17, 3, 4),  # four were enough for sixteen: whoever packs for seventeen packs no less
        (4, 6, 18, 3, 4),
        (4, 6, 20, 4, 4),
        (4, 6, 24, 6, 6),
        (4, 6, 25, 5, 6),
        (5, 7, 20, 4, 4),
        (5, 7, 21, 3, 4),
        (4, 7, 16, 4, 4),
        (4, 7, 17, 3, 4),
        (2, 4, 8, 4, 4),
        (2, 4, 9, 3, 4),
    ],
)
def test_one_person_more_packs_no_less(low, high, people, groups_made, quantity):
    small = step(Grouping.SMALL_GROUPS, low, high)

    assert (len(groups(small, people)), sheets(small, people)) == (groups_made, quantity)


@given(
    st.sampled_from([*Grouping]),
    st.integers(1, 9),
    st.integers(0, 6),
    st.sampled_from([*Remainder]),
    st.sampled_from([*Per]),
    st.integers(1, 300),
)
def test_supplies_of_any_step_never_shrink_when_people_grow(grouping, low, more, remainder, per, people):
    one = step(grouping, low, low + more)

    assert sheets(one, people, remainder, per) <= sheets(one, people + 1, remainder, per)


@given(st.sampled_from(SLUGS), st.integers(1, 400), st.sampled_from(["in_person", "online"]))
def test_supplies_of_published_structures_never_shrink_when_people_grow(slug, people, mode):
    fewer, more = (quantities(slug, count, mode) for count in (people, people + 1))

    assert fewer.keys() == more.keys()
    assert [item for item in fewer if fewer[item] > more[item]] == []


def quantities(slug, people, mode):
    steps, _repeats, remainder = structure(slug)
    return {one.item: one.quantity for one in supplies(materials(slug), steps, people, mode, remainder)}


@given(st.lists(st.sampled_from(SLUGS), min_size=1, max_size=4), st.integers(1, 200))
def test_nor_do_those_of_a_whole_session_or_of_things_side_by_side(slugs, people):
    def total(gather, count):
        found = gather(*(supplies(materials(slug), structure(slug)[0], count, "in_person") for slug in slugs))
        return {one.item: one.quantity for one in found}

    for gather in (merge, alongside):
        fewer, more = total(gather, people), total(gather, people + 1)
        assert [item for item in fewer if fewer[item] > more[item]] == []


@pytest.mark.parametrize(
    ("item", "hangs"),
    [
        ("wall-size Ecocycle", True),
        ("roll of paper", True),
        ("flip-chart sheet", True),
        ("flip-chart sheet with the STAR compass", True),
        ("poster of the four patterns", True),
        ("principle sheet", True),
        ("sheet of paper", False),
        ("shared whiteboard", False),
        ("sticky note", False),
        ("question card", False),
    ],
)
def test_what_takes_a_piece_of_wall(item, hangs):
    assert hung([Supply(item, 3)]) == ((Supply(item, 3),) if hangs else ())

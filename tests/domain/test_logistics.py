"""What a facilitator packs and how the room is set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.logistics import Room, Supply, alongside, beside, either, merge, room, supplies
from structures.domain.shapes import Grouping, Material, Mode, Per, Remainder, Repeat, Step
from structures.domain.timing import turns


def step(grouping, size_min=None, size_max=None, minutes=5, **other):
    return Step("A step", grouping, minutes, minutes, minutes, size_min=size_min, size_max=size_max, **other)


ALONE, PAIRS, TRIOS, FOURS, EVERYONE = (
    step(grouping)
    for grouping in (
        Grouping.ALONE,
        Grouping.PAIRS,
        Grouping.TRIOS,
        Grouping.FOURS,
        Grouping.WHOLE_GROUP,
    )
)
TABLES = step(Grouping.SMALL_GROUPS, 5, 7)
STATIONS = step(Grouping.STATIONS, 6, 10)
QUADRANTS = step(Grouping.QUADRANTS, 3, 6)
ONE_TWO_FOUR_ALL = (ALONE, PAIRS, FOURS, EVERYONE)


@pytest.mark.parametrize(
    ("per", "steps", "people", "times"),
    [
        pytest.param(Per.PERSON, ONE_TWO_FOUR_ALL, 18, 18, id="each person"),
        pytest.param(Per.PAIR, ONE_TWO_FOUR_ALL, 18, 9, id="nine pairs"),
        pytest.param(Per.PAIR, ONE_TWO_FOUR_ALL, 19, 9, id="eight pairs and a trio"),
        pytest.param(Per.PAIR, [EVERYONE], 19, 9, id="as if in pairs"),
        pytest.param(Per.PAIR, [EVERYONE], 1, 1, id="a pair of one"),
        pytest.param(Per.GROUP, ONE_TWO_FOUR_ALL, 18, 5, id="four fours and a pair, not nine pairs"),
        pytest.param(Per.GROUP, [TABLES, FOURS], 18, 5, id="the most groups at once"),
        pytest.param(Per.GROUP, [TABLES], 18, 3, id="three tables of six"),
        pytest.param(Per.GROUP, [ALONE, PAIRS, EVERYONE], 18, 1, id="the whole group is one group"),
        pytest.param(Per.STATION, [EVERYONE, FOURS, STATIONS], 24, 3, id="stations, not fours"),
        pytest.param(Per.STATION, [EVERYONE, QUADRANTS], 24, 4, id="quadrants are places too"),
        pytest.param(Per.STATION, [EVERYONE, TABLES], 18, 3, id="without stations, groups"),
        pytest.param(Per.SESSION, ONE_TWO_FOUR_ALL, 18, 1, id="once"),
    ],
)
def test_quantities_follow_the_actual_groups(per, steps, people, times):
    brought = supplies([Material("sticky notes", 3, per)], steps, people)
    assert brought == (Supply("sticky notes", 3 * times),)


def test_troikas_leftovers_join_and_need_no_table_of_their_own():
    table = [Material("small table", 1, Per.GROUP)]
    assert supplies(table, [TRIOS], 11, remainder=Remainder.LARGER) == (Supply("small table", 3),)
    assert supplies(table, [TRIOS], 11, remainder=Remainder.SMALLER) == (Supply("small table", 4),)


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Mode.BOTH, ["bell", "pen"]),
        (Mode.IN_PERSON, ["bell", "pen"]),
        ("hybrid", ["bell", "pen"]),
        (Mode.ONLINE, ["pen", "shared document"]),
    ],
)
def test_each_mode_has_its_own_things(mode, expected):
    materials = [
        Material("bell", mode=Mode.IN_PERSON),
        Material("pen", 1, Per.PERSON),
        Material("shared document", mode=Mode.ONLINE),
    ]
    assert [supply.item for supply in supplies(materials, [EVERYONE], 12, mode)] == expected


def test_an_item_listed_twice_is_one_line():
    materials = [
        Material("sticky notes", 4, Per.PERSON, required=False),
        Material("sticky notes", 10, Per.GROUP, required=True),
    ]
    assert supplies(materials, [FOURS], 12) == (Supply("sticky notes", 78, required=True),)


def test_a_session_packs_what_is_used_up_in_sum_and_what_stays_once():
    whys = supplies(
        [
            Material("sticky notes", 4, Per.PERSON, required=False),
            Material("bell"),
            Material("pen", 1, "person"),
        ],
        ONE_TWO_FOUR_ALL,
        18,
        used_by="9 Whys",
    )
    triz = supplies(
        [
            Material("flip-chart sheet", 2, Per.GROUP),
            Material("sticky notes", 10, Per.GROUP),
            Material("bell"),
        ],
        [TABLES],
        18,
        used_by="TRIZ",
    )
    assert merge(whys, triz) == (
        Supply("sticky notes", 102, True, ("9 Whys", "TRIZ")),
        Supply("bell", 1, True, ("9 Whys", "TRIZ")),
        Supply("pen", 18, True, ("9 Whys",)),
        Supply("flip-chart sheet", 6, True, ("TRIZ",)),
    )


@pytest.mark.parametrize(
    ("item", "quantity"),
    [
        ("bell", 4),
        ("coloured pen", 4),
        ("small table", 4),
        ("shared whiteboard", 4),
        ("index card", 7),
        ("timetable", 7),
        ("pen and paper", 7),
    ],
)
def test_what_an_item_is_called_last_says_whether_it_stays(item, quantity):
    assert merge([Supply(item, 3)], [Supply(item, 4)]) == (Supply(item, quantity),)


def test_a_structure_used_twice_is_named_once():
    once = (Supply("index card", 18, False, ("25/10",)),)
    assert merge(once, once) == (Supply("index card", 36, False, ("25/10",)),)
    assert merge() == ()


@pytest.mark.parametrize(
    ("steps", "people", "expected"),
    [
        pytest.param(ONE_TWO_FOUR_ALL, 18, Room(18, 9, 4, 9, 3, tables=5), id="1-2-4-All"),
        pytest.param([EVERYONE, EVERYONE], 18, Room(18, 1, 18, 0, 0), id="everyone together"),
        pytest.param([EVERYONE, ALONE], 18, Room(18, 1, 18, 0, 0), id="alone, people stay where they are"),
        pytest.param([TABLES, ALONE, TABLES, EVERYONE], 18, Room(18, 3, 6, 3, 1, 3), id="tables stay"),
        pytest.param(
            [FOURS, step(Grouping.SMALL_GROUPS, 4, 5)], 12, Room(12, 3, 4, 3, 0, 3), id="same fours"
        ),
        pytest.param([TRIOS, TRIOS], 10, Room(10, 3, 4, 3, 0), id="the largest is a four"),
        pytest.param([], 18, Room(18, 1, 18, 0, 0), id="no steps"),
    ],
)
def test_a_room_is_set_for_its_steps(steps, people, expected):
    assert room(steps, people) == expected


def test_steps_that_are_not_performed_need_no_room():
    walk = step(Grouping.WALK, mode=Mode.IN_PERSON)
    retell = step(Grouping.PAIRS, minutes=0, optional=True)
    assert room([FOURS, walk, retell, FOURS], 12, Mode.ONLINE) == Room(12, 3, 4, 3, 0, 3)
    assert room([FOURS, walk, retell, FOURS], 12, Mode.IN_PERSON) == Room(12, 3, 4, 3, 2, 3)


def test_a_repeated_block_moves_people_every_time():
    steps = (
        step(Grouping.PAIRS, repeat="R"),
        step(Grouping.FOURS, repeat="R"),
    )
    run = turns(steps, 12, [Repeat("R", "round", 3, 3, 3)])
    assert room(steps, 12).moves == 1
    assert room(steps, 12, run=run).moves == 5


@given(st.integers(1, 300), st.sampled_from(list(Remainder)))
def test_there_are_never_more_groups_than_chairs(people, remainder):
    needed = room(ONE_TWO_FOUR_ALL, people, remainder=remainder)
    assert needed.chairs == people
    assert needed.largest_group <= needed.chairs
    assert needed.groups <= needed.chairs


# Side by side


def test_what_runs_side_by_side_shares_nothing():
    """Chairs serve one structure after another, but not in two rooms at once."""
    garden, library = (Supply("chair", 9, used_by=("TRIZ",)),), (Supply("chair", 8), Supply("card", 8))

    assert alongside(garden, library) == (Supply("chair", 17, used_by=("TRIZ",)), Supply("card", 8))


def test_somebody_in_one_of_several_needs_the_most_that_any_needs():
    assert either((Supply("card", 2), Supply("pen", 1)), (Supply("card", 3),)) == (
        Supply("card", 3),
        Supply("pen", 1),
    )


def test_rooms_side_by_side_add_up():
    """Three groups of three, and eight people who stay together: they need a room for themselves, too."""
    rooms = [Room(9, groups=3, largest_group=3, breakout_rooms=3, moves=2, tables=2), Room(8, 1, 8, 0, 0, 1)]

    assert beside(rooms) == Room(17, groups=4, largest_group=8, breakout_rooms=4, moves=2, tables=3)

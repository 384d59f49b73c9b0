"""A session's room from setting to setting, with clock and chairs one can check by hand."""

import pytest

from sessions.domain.staging import Most, Part, most_at_once, moves, settings
from structures.domain.scenes import Scene
from structures.domain.shapes import Grouping
from tests.domain.test_scenes import lived


def plenary(minutes=10):
    return (Scene(0, minutes, Grouping.WHOLE_GROUP, (), 0),)


def part(row, begin, words="", *, people=18, minutes=10, **other):
    """A row of steps of five minutes each, or everyone together for ``minutes``."""
    found = lived(words, people) if words else plenary(minutes)
    return Part(row, other.pop("title", f"Row {row}"), begin, people, found, **other)


def said(one):
    who = "rest" if one.is_rest else "+".join(map(str, one.sizes)) or one.grouping
    times = f" ×{one.times}" if one.times > 1 else ""
    place = f" {one.place}" if one.place else ""
    return f"{one.begin}-{one.end} {who}{times}{place}{' moved' if one.is_move else ''}"


def shown(*parts):
    return [said(one) for one in settings(parts)]


def test_rows_that_keep_the_room_as_it_is_are_one_setting():
    found = settings([part(0, 0), part(1, 10), part(2, 20, "alone fours")])

    assert [said(one) for one in found] == ["0-25 whole_group", "25-30 4+4+4+4+2 moved"]
    assert found[0].titles == ("Row 0", "Row 1", "Row 2")


def test_a_written_set_up_begins_a_setting_of_its_own_and_stays_while_nothing_else_is_written():
    rows = [part(0, 0), part(1, 10, set_up="A horseshoe"), part(2, 20), part(3, 30, set_up="A horseshoe")]

    found = settings(rows)

    assert [(said(one), one.set_ups) for one in found] == [
        ("0-10 whole_group", ()),
        ("10-40 whole_group", ("A horseshoe",)),
    ]


def test_rounds_with_new_partners_are_one_setting_that_moves_people_each_time():
    rounds = tuple(Scene(begin, 5, Grouping.PAIRS, (2, 2), 0) for begin in (0, 5, 10))
    found = settings([part(0, 0), Part(1, "Networking", 10, 4, rounds)])

    assert [said(one) for one in found] == ["0-10 whole_group", "10-25 2+2 ×3 moved"]
    assert moves(found) == 3


def test_a_rest_arranges_nothing_and_hides_no_move():
    rows = [part(0, 0, "fours", people=8), part(1, 5, is_rest=True), part(2, 15, "pairs", people=8)]

    assert shown(*rows) == ["0-5 4+4", "5-15 rest", "15-20 2+2+2+2 moved"]


def test_after_a_rest_the_same_room_is_no_move():
    rows = [part(0, 0, "fours", people=8), part(1, 5, is_rest=True), part(2, 15, "fours", people=8)]

    assert shown(*rows) == ["0-5 4+4", "5-15 rest", "15-20 4+4"]


def test_free_minutes_before_a_pin_divide_what_would_be_one_setting():
    assert shown(part(0, 0), part(1, 30)) == ["0-10 whole_group", "30-40 whole_group"]


def tracks():
    """Everyone, then 20 minutes in two rooms, then everyone."""
    return [
        part(0, 0),
        part(1, 10, "fours pairs", people=9, place="Garden"),
        part(1, 10, people=9, place="Library", minutes=15),
        part(1, 25, people=9, place="Library", minutes=5),
        part(2, 30),
    ]


def test_what_runs_side_by_side_stands_side_by_side_and_coming_back_is_a_move():
    assert shown(*tracks()) == [
        "0-10 whole_group",
        "10-15 5+4 Garden moved",
        "10-30 whole_group Library moved",
        "15-20 3+2+2+2 Garden moved",
        "30-40 whole_group moved",
    ]


def test_somebody_in_one_of_the_tracks_moves_as_often_as_in_the_one_that_moves_most():
    assert moves(settings(tracks())) == 3  # into the garden, into pairs, back


def test_a_rest_after_tracks_is_no_move_but_going_on_is():
    rows = [*tracks()[:4], part(2, 30, is_rest=True), part(3, 40)]

    assert shown(*rows)[-2:] == ["30-40 rest", "40-50 whole_group moved"]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("people", Most(18, 0)),
        ("tables", Most(2, 10)),
        ("places", Most(2, 10)),  # the garden, which a five and a four share, and the library
        ("rooms", Most(5, 15)),  # four rooms in the garden, one for the library
    ],
)
def test_the_most_at_once_counts_what_runs_side_by_side(count, expected):
    assert most_at_once(settings(tracks()), lambda one: getattr(one, count)) == expected


@pytest.mark.parametrize(
    ("words", "people", "tables", "places", "rooms"),
    [
        ("alone pairs fours all", 18, 5, 5, 9),
        ("alone pairs fours all", 23, 6, 6, 11),
        ("alone pairs fours all", 5, 1, 0, 2),
        ("trios", 18, 0, 6, 6),
        ("pairs", 18, 0, 0, 9),
        ("5-7", 60, 10, 10, 10),
        ("5-7", 6, 1, 0, 0),
        ("quadrants", 24, 4, 4, 4),
        ("all", 250, 0, 0, 0),
        ("stations", 24, 0, 4, 4),
    ],
)
def test_what_one_structure_asks_for_at_its_fullest(words, people, tables, places, rooms):
    found = settings([part(0, 0, words, people=people)])

    most = [
        most_at_once(found, lambda one, name=name: getattr(one, name))
        for name in ("tables", "places", "rooms")
    ]
    assert [one.number for one in most] == [tables, places, rooms]


def test_nothing_is_asked_for_where_nothing_happens():
    assert (settings([]), most_at_once([], lambda one: one.people), moves([])) == ((), Most(0, 0), 0)


def test_what_lasts_no_time_is_no_setting():
    assert shown(Part(0, "Nothing", 0, 8, (Scene(0, 0, Grouping.PAIRS, (2, 2), 0),))) == []

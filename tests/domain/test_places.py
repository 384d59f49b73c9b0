"""Groups, and the places they need at once: one number for the notice, the sheet and the repairs."""

import pytest

from sessions.domain.places import places_wanted
from sessions.domain.staging import Setting
from structures.domain.grouping import groups
from tests.domain.outlined import beside, journey, meeting, pause, row, steps
from tests.domain.test_noticing import seen

ROWS = {
    # what happens: people, places in a room, on a call, in two places
    "pairs": (18, 0, 9, 9),
    "trios": (18, 6, 6, 6),
    "fours": (18, 5, 5, 5),  # four fours and a pair, a table each
    "small_groups": (17, 3, 3, 3),
    "quadrants": (24, 4, 4, 4),
    "stations": (24, 6, 6, 6),
    "alone": (18, 0, 0, 0),
    "whole_group": (250, 0, 0, 0),
}
ODD = {"pairs": (19, 0, 9, 9), "trios": (4, 0, 0, 0), "fours": (5, 0, 0, 0)}
"""The trio among pairs stands, too; and one group that has everybody is everyone."""
MODES = ("in_person", "online", "hybrid")
CASES = [
    (grouping, people, mode, number)
    for table in (ROWS, ODD)
    for grouping, (people, *numbers) in table.items()
    for mode, number in zip(MODES, numbers, strict=True)
]


@pytest.mark.parametrize(("grouping", "people", "mode", "number"), CASES)
def test_so_many_places_are_wanted(grouping, people, mode, number):
    held = meeting(row("a", steps=steps(grouping)), people=people, mode=mode)

    assert [places_wanted(seat, held) for seat in held.everything] == [number]


@pytest.mark.parametrize(("grouping", "people", "mode", "number"), CASES)
def test_the_notice_comes_with_one_place_fewer_and_the_sheet_says_as_many(grouping, people, mode, number):
    (step,) = steps(grouping)
    sizes = groups(step, people) if grouping != "alone" else ()
    sheet = Setting(0, 0, 5, people, grouping, sizes)
    few, enough = (
        journey(meeting(row("a", steps=(step,)), people=people, mode=mode, rooms=rooms))
        for rooms in (max(0, number - 1), number)
    )

    assert (sheet.places if mode == "in_person" else sheet.rooms) == number
    assert [key for key in seen(enough) if key.startswith("rooms")] == []
    assert [key for key in seen(few) if key.startswith("rooms")] == (["rooms:a"] if number else [])


@pytest.mark.parametrize(("mode", "number"), [("in_person", 2), ("online", 5), ("hybrid", 5)])
def test_the_groups_of_a_track_share_its_room_but_on_a_call(mode, number):
    """Nine of the eighteen are four pairs in the garden, while the others listen in the library, or rest."""
    tracks = beside("all", (row("a", steps=steps("pairs")),), (row("b", 20), pause()), (pause(code="rest"),))
    held = meeting(tracks, people=27, mode=mode)

    inside = 0 if mode == "in_person" else 4
    assert [places_wanted(seat, held) for seat in held.everything] == [number, inside, 0, 0, 0]

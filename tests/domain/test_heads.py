"""People per session and in tracks: the same plan with other people, each number to be reckoned with a pencil.

Minutes of the structures: Impromptu Networking 15 for anybody, TRIZ 35, 1-2-4-All 12; 15% Solutions 5 and 9 more for
each person of its largest group; Wise Crowds 15 for each; Conversation Café 42 and 2 for each.
"""

import pytest

from sessions.domain.running import ideal_run
from sessions.domain.timeline import Slot, lay_out
from sessions.domain.tracks import shares
from tests.domain.catalogue import NAMED, structure

ROOM = "in_person"
SESSION = ["Impromptu Networking", "15% Solutions", "Wise Crowds", "Conversation Café", "1-2-4-All"]


def minutes(name, people):
    steps, repeats, remainder = structure(NAMED[name])
    return ideal_run(steps, repeats, people, ROOM, remainder)[0].ideal


@pytest.mark.parametrize(
    ("people", "begins", "end"),
    [
        (5, [0, 15, 47, 122, 174], 186),  # a trio and a pair, one crowd of five, one table of five
        (6, [0, 15, 47, 137, 191], 203),  # one crowd of six
        (8, [0, 15, 38, 98, 156], 168),  # pairs, crowds of four, one table of eight
        (12, [0, 15, 47, 107, 161], 173),
        (15, [0, 15, 47, 122, 174], 186),
        (18, [0, 15, 47, 122, 176], 188),
        (20, [0, 15, 38, 98, 150], 162),
        (23, [0, 15, 47, 122, 176], 188),
        (24, [0, 15, 47, 107, 161], 173),
        (25, [0, 15, 56, 131, 183], 195),  # seven trios and a four, whom all wait for
        (60, [0, 15, 47, 107, 161], 173),
        (250, [0, 15, 38, 113, 165], 177),
    ],
)
def test_one_session_with_other_people(people, begins, end):
    layout = lay_out([Slot(minutes(name, people)) for name in SESSION], 180)
    assert ([one.begin for one in layout.placed], layout.end, layout.spare) == (begins, end, 180 - end)


CROWDS, TRIZ, CAFE = ["Wise Crowds"], ["TRIZ"], ["Conversation Café"]
TWO_SHORT = ["15% Solutions", "1-2-4-All"]


@pytest.mark.parametrize(
    ("people", "tracks", "shared", "lengths"),
    [
        (8, [CROWDS, TRIZ], [4, 4], (60, 35)),
        (10, [CROWDS, TRIZ], [5, 5], (75, 35)),
        (16, [TRIZ, CROWDS], [8, 8], (35, 60)),
        (18, [CROWDS, TRIZ], [9, 9], (75, 35)),  # a five and a four
        (20, [CROWDS, TRIZ], [10, 10], (75, 35)),
        (23, [CROWDS, TRIZ], [12, 11], (60, 35)),
        (23, [TRIZ, CROWDS], [12, 11], (35, 60)),  # two fours and a trio
        (27, [CROWDS, TRIZ], [14, 13], (75, 35)),
        (60, [CROWDS, TRIZ], [30, 30], (75, 35)),
        (8, [CAFE, TWO_SHORT, CROWDS], [3, 3, 2], (48, 44, 30)),
        (10, [CAFE, TWO_SHORT, CROWDS], [4, 3, 3], (50, 44, 45)),
        (16, [CAFE, TWO_SHORT, CROWDS], [6, 5, 5], (54, 44, 75)),
        (18, [CAFE, TWO_SHORT, CROWDS], [6, 6, 6], (54, 44, 90)),
        (20, [CAFE, TWO_SHORT, CROWDS], [7, 7, 6], (56, 53, 90)),  # a four and a trio for the 15%
        (23, [CAFE, TWO_SHORT, CROWDS], [8, 8, 7], (58, 35, 60)),
        (27, [CAFE, TWO_SHORT, CROWDS], [9, 9, 9], (52, 44, 75)),
        (36, [CAFE, TWO_SHORT, CROWDS], [12, 12, 12], (54, 44, 60)),
        (60, [CAFE, TWO_SHORT, CROWDS], [20, 20, 20], (52, 35, 60)),
    ],
)
def test_tracks_side_by_side_share_the_people_and_last_as_long_as_the_longest(
    people, tracks, shared, lengths
):
    each = shares(people, len(tracks))
    named = zip(tracks, each, strict=True)
    side_by_side = Slot(
        5, None, tuple(tuple(Slot(minutes(one, heads)) for one in names) for names, heads in named)
    )
    layout = lay_out([Slot(10), side_by_side, Slot(15)])

    assert (each, layout.placed[1].lengths) == (shared, lengths)
    assert [one.begin for one in layout.placed] == [0, 10, 10 + max(lengths)]
    assert layout.end == 25 + max(lengths)

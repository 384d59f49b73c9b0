"""The score in numbers one can check with a ruler."""

from itertools import pairwise

import pytest

from structures.domain.score import Slur, Strip, glyph, picture, places_in_run, thread
from structures.domain.shapes import Grouping, Turn
from structures.domain.staff import Bar, lane


def turns(*steps):
    """Steps written as (grouping, minutes)."""
    return tuple(Turn(index, grouping, grouping, minutes) for index, (grouping, minutes) in enumerate(steps))


ONE_TWO_FOUR_ALL = turns(("alone", 1), ("pairs", 2), ("fours", 4), ("whole_group", 5))


@pytest.mark.parametrize(
    ("grouping", "number"),
    [
        ("alone", 0),
        ("pairs", 1),
        ("trios", 2),
        ("fours", 2),
        ("small_groups", 2),
        ("stations", 2),
        ("quadrants", 2),
        ("self_organised", 2),
        ("walk", 2),
        ("fishbowl", 3),
        ("stage", 3),
        ("circles", 3),
        ("line", 3),
        ("whole_group", 3),
    ],
)
def test_lane(grouping, number):
    assert lane(grouping) == number


def test_every_grouping_has_a_lane():
    assert {lane(grouping) for grouping in Grouping} == {0, 1, 2, 3}


def test_lane_of_an_unknown_grouping():
    with pytest.raises(ValueError, match="sevens"):
        lane("sevens")


def test_glyph_draws_one_bar_per_turn_in_proportion():
    bars = glyph(ONE_TWO_FOUR_ALL, width=120).bars
    assert [(bar.x, bar.width) for bar in bars] == [(0.8, 8.4), (10.8, 18.4), (30.8, 38.4), (70.8, 48.4)]


def test_glyph_bars_rise_and_grow_with_the_group():
    bars = glyph(ONE_TWO_FOUR_ALL).bars
    assert [bar.height for bar in bars] == [1.74, 2.76, 4.06, 6.09]
    assert [bar.y + bar.height / 2 for bar in bars] == pytest.approx([27.88, 20.627, 13.373, 6.12], abs=0.01)


def test_glyph_joins_steps_where_the_lane_changes():
    assert [slur.x for slur in glyph(ONE_TWO_FOUR_ALL).slurs] == [10, 30, 70]
    assert glyph(turns(("pairs", 5), ("pairs", 5), ("pairs", 5))).slurs == ()


def test_small_glyph_draws_a_run_in_one_lane_as_one_bar():
    triz = turns(("whole_group", 5), ("fours", 10), ("small_groups", 10), ("fours", 5))
    assert [(bar.x, bar.width) for bar in glyph(triz, width=24, height=24).bars] == [(0.5, 3), (4.5, 19)]


def test_small_glyph_makes_short_steps_wide_enough_to_see():
    bars = glyph(turns(("alone", 1), ("whole_group", 99)), width=24, height=24).bars
    assert [bar.width for bar in bars] == pytest.approx(
        [24 * 100 / 892 - 24 * 100 / 892 / 3, 24 * 792 / 892 - 1], abs=0.01
    )


def test_small_glyph_leaves_out_the_shortest_of_too_many():
    rondo = turns(*[("pairs", 10), ("whole_group", 1)] * 4, ("alone", 5))
    assert [bar.height for bar in glyph(rondo, width=24, height=24).bars] == [2.76, 4.61, 2.76, 4.61, 1.84]


def test_glyph_of_nothing_is_an_empty_staff():
    empty = glyph(turns(("pairs", 0)))
    assert (empty.parts, len(empty.staff)) == ((), 4)


def test_steps_without_minutes_are_not_drawn():
    assert len(glyph(turns(("pairs", 5), ("alone", 0), ("fours", 5))).bars) == 2


def test_thread_draws_a_session_as_small_as_a_glyph():
    strips = [
        Strip(0, 12, ONE_TWO_FOUR_ALL, 1),
        Strip(12, 10, kind="break"),
        Strip(22, 18, turns(("pairs", 9)), 2),
    ]
    drawn = thread(strips, 40, width=400, height=44)
    assert [(part.strip.hue, part.x, part.width, len(part.bars)) for part in drawn.parts] == [
        (1, 0, 120, 4),
        (0, 120, 100, 0),
        (2, 220, 180, 1),
    ]
    assert (drawn.barlines, drawn.ticks) == ((120, 220), ())
    assert drawn.staff == glyph(ONE_TWO_FOUR_ALL, height=44).staff


def test_picture_places_activities_by_the_minute():
    strips = [Strip(0, 12, ONE_TWO_FOUR_ALL), Strip(20, 20, turns(("pairs", 20)))]
    drawn = picture(strips, 40, width=100, height=140, top=30, bottom=114)
    assert [(part.x, part.width) for part in drawn.parts] == [(0, 30), (50, 50)]
    assert drawn.staff == (114, 86, 58, 30)
    assert drawn.parts[1].bars == (Bar(50, 83.2, 50, 5.6, 2.8),)
    assert drawn.parts[0].slurs == (Slur(2.5, 114, 86), Slur(7.5, 86, 58), Slur(17.5, 58, 30))


def test_turns_are_stretched_to_the_minutes_of_the_activity():
    drawn = picture([Strip(0, 24, ONE_TWO_FOUR_ALL)], 24)
    assert [bar.width for bar in drawn.bars] == pytest.approx(
        [100 / 12, 200 / 12, 400 / 12, 500 / 12], abs=0.002
    )


def test_an_activity_without_steps_is_everyone_together():
    drawn = picture([Strip(0, 10, (), kind="talk")], 10, top=30, bottom=114)
    assert drawn.bars == (Bar(0, 24.4, 100, 11.2, 3),)


def test_a_break_is_a_rest():
    drawn = picture([Strip(0, 10, turns(("pairs", 10))), Strip(10, 10, kind="break")], 20)
    assert [(part.x, part.width, part.bars) for part in drawn.parts if part.strip.is_rest] == [(50, 50, ())]


def test_barlines_stand_between_activities_and_around_gaps():
    strips = [Strip(0, 10, title="a"), Strip(10, 10, title="b"), Strip(25, 10, title="c")]
    assert picture(strips, 50).barlines == (20, 40, 50, 70)


def test_an_activity_of_no_length_is_not_drawn():
    assert picture([Strip(0, 0, turns(("pairs", 5)))], 30).parts == ()


@pytest.mark.parametrize(
    ("total", "clock", "minutes", "major"),
    [
        (60, 0, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60], [0, 15, 30, 45, 60]),
        (150, 13 * 60 + 30, [0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150], [0, 30, 60, 90, 120, 150]),
        (90, 9 * 60 + 10, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90], [20, 50, 80]),
        (90, 9 * 60 + 5, [5, 15, 25, 35, 45, 55, 65, 75, 85], [25, 55, 85]),
        (480, 9 * 60, [0, 60, 120, 180, 240, 300, 360, 420, 480], [60, 180, 300, 420]),
    ],
)
def test_ticks_fall_on_round_times(total, clock, minutes, major):
    ticks = picture([], total, clock=clock).ticks
    assert [tick.minute for tick in ticks] == minutes
    assert [tick.minute for tick in ticks if not tick.minor] == major


def test_ticks_are_told_by_the_caller():
    ticks = picture([], 30, label=lambda minute: f"+{minute}").ticks
    assert [tick.label for tick in ticks][:3] == ["+0", "+5", "+10"]


def test_the_closing_line_stands_where_the_booking_ends():
    drawn = picture([Strip(0, 100)], 100, booked=80)
    assert (drawn.finis, drawn.over) == (80, 20)
    assert (picture([Strip(0, 60)], 60, booked=80).finis, picture([Strip(0, 60)], 60).finis) == (100, None)


def test_what_runs_over_is_shown_whole():
    assert [part.width for part in picture([Strip(0, 100)], 50).parts] == [100]


@pytest.mark.parametrize(("total", "measure"), [(90, "short"), (150, "long"), (299, "long"), (300, "day")])
def test_measure(total, measure):
    assert picture([], total).measure == measure


def test_an_empty_session_is_an_empty_staff():
    drawn = picture([], 0)
    assert (drawn.parts, drawn.barlines, [tick.x for tick in drawn.ticks]) == ((), (), [0])


def test_the_turns_of_a_step_have_their_places_in_the_whole_run():
    turns = [Turn(index, "", "pairs", minutes) for index, minutes in [(0, 5), (1, 10), (2, 0), (0, 5)]]
    assert places_in_run(turns) == {0: [(0.0, 25.0), (75.0, 25.0)], 1: [(25.0, 50.0)]}
    assert places_in_run([]) == places_in_run([turns[2]]) == {}


# Side by side


def beside(*tracks, begin=10, minutes=20):
    """A row from minute 10 that lasts 20, and after it what its tracks hold, all of it from its begin on."""
    rooms = tuple(f"Room {number}" for number, _runs in enumerate(tracks))
    inside = [
        Strip(begin, sum(turn.minutes for turn in runs), runs, track=number, tracks=len(tracks), room=name)
        for number, (name, runs) in enumerate(zip(rooms, tracks, strict=True))
    ]
    return [Strip(0, 10), Strip(begin, minutes, beside=rooms), *inside]


PAIRS_AND_ALL = beside(turns(("pairs", 20)), turns(("pairs", 10), ("whole_group", 5)))


def test_tracks_are_drawn_in_the_same_minutes_around_the_same_lines():
    """The lanes are 28 apart. Two tracks share 19.04 of it: each has 9.52 and lies 4.76 above or below the line."""
    drawn = picture(PAIRS_AND_ALL, 40, width=100, height=140, top=30, bottom=114)
    _before, parent, first, second = drawn.parts

    assert [(part.x, part.width) for part in drawn.parts] == [(0, 25), (25, 50), (25, 50), (25, 37.5)]
    assert (parent.bars, parent.slurs) == ((), ())
    assert first.bars == (Bar(25, 78.44, 50, 5.6, 2.8),)
    assert [bar.y + bar.height / 2 for bar in first.bars] == pytest.approx([86 - 4.76])
    assert [bar.y + bar.height / 2 for bar in second.bars] == pytest.approx([86 + 4.76, 30 + 4.76], abs=0.01)
    assert second.slurs == (Slur(50, 90.76, 34.76),)


@pytest.mark.parametrize("tracks", [2, 3, 5, 12])
def test_no_bar_of_a_track_covers_another(tracks):
    """Everybody together at once, in every track; and pairs, whose lane lies below the next."""
    for grouping in ("whole_group", "fours", "pairs", "alone"):
        drawn = picture(beside(*[turns((grouping, 20))] * tracks), 40)
        bars = [part.bars[0] for part in drawn.parts if part.strip.is_inside]
        assert all(above.y + above.height < below.y for above, below in pairwise(bars))
        assert bars[-1].y + bars[-1].height - bars[0].y < 28


def test_one_track_alone_is_drawn_as_if_it_were_none():
    one = picture(beside(turns(("pairs", 20))), 40)
    assert one.parts[2].bars == picture([Strip(10, 20, turns(("pairs", 20)))], 40).bars


def test_barlines_stand_around_tracks_and_not_within():
    assert picture(PAIRS_AND_ALL, 40).barlines == (25, 75)

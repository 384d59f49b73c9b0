"""Where everything lies, in minutes from the session's start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.timeline import Layout, Placed, Slot, covered, lay_out
from tests.domain.profile import CALM

NINE = 9 * 60


def clock(hours: int, minutes: int = 0) -> int:
    """Minutes from a start at 09:00."""
    return hours * 60 + minutes - NINE


def begins(layout: Layout) -> list[int]:
    return [placed.begin for placed in layout.placed]


def test_nothing_planned_ends_where_it_begins() -> None:
    assert lay_out([]) == Layout((), end=0, booked=None)


def test_one_after_the_other() -> None:
    assert lay_out([Slot(15), Slot(25), Slot(35)], booked=90) == Layout(
        (Placed(0, 15), Placed(15, 40), Placed(40, 75)), end=75, booked=90
    )


def test_a_day_with_lunch_pinned_at_half_past_twelve() -> None:
    """09:00 to 17:00: 15 + 25 + 60 + 95 min of morning, lunch at 12:30, 35 + 45 + 95 and a closing of 20."""
    morning, afternoon = [Slot(15), Slot(25), Slot(60), Slot(95)], [Slot(35), Slot(45), Slot(95), Slot(20)]

    day = lay_out([*morning, Slot(60, pinned_at=clock(12, 30)), *afternoon], booked=clock(17))

    assert begins(day) == [
        clock(9),
        clock(9, 15),
        clock(9, 40),
        clock(10, 40),
        clock(12, 30),
        clock(13, 30),
        clock(14, 5),
        clock(14, 50),
        clock(16, 25),
    ]
    assert [placed.gap for placed in day.placed] == [0, 0, 0, 0, 15, 0, 0, 0, 0]
    assert [placed.overlap for placed in day.placed] == [0] * 9
    assert (day.end, day.total, day.spare) == (clock(16, 45), 450, 15)


PINS = {
    "on the minute": ([Slot(30), Slot(10, 30)], [Placed(0, 30), Placed(30, 40)], 40),
    "a gap before it": ([Slot(30), Slot(10, 45)], [Placed(0, 30), Placed(45, 55, gap=15)], 55),
    "a gap at the start": ([Slot(10, 20), Slot(5)], [Placed(20, 30, gap=20), Placed(30, 35)], 35),
    "an overlap": ([Slot(30), Slot(10, 25)], [Placed(0, 30), Placed(25, 35, overlap=5)], 35),
    "inside the one before": (
        [Slot(60), Slot(10, 20), Slot(5)],
        [Placed(0, 60), Placed(20, 30, overlap=40), Placed(60, 65)],
        65,
    ),
    "before the session starts": (
        [Slot(20, -30), Slot(15)],
        [Placed(-30, -10, overlap=30), Placed(0, 15)],
        15,
    ),
    "from before the start into it": (
        [Slot(45, -30), Slot(15)],
        [Placed(-30, 15, overlap=30), Placed(15, 30)],
        30,
    ),
    "two pins, the second too early": (
        [Slot(60, 30), Slot(10, 60)],
        [Placed(30, 90, gap=30), Placed(60, 70, overlap=30)],
        90,
    ),
    "no minutes at all": ([Slot(0), Slot(0, 5)], [Placed(0, 0), Placed(5, 5, gap=5)], 5),
    "after midnight": ([Slot(120), Slot(30, 150)], [Placed(0, 120), Placed(150, 180, gap=30)], 180),
}


@pytest.mark.parametrize(("slots", "placed", "end"), PINS.values(), ids=PINS.keys())
def test_a_pin_is_honoured_and_its_gap_or_overlap_said(
    slots: list[Slot], placed: list[Placed], end: int
) -> None:
    layout = lay_out(slots)

    assert layout.placed == tuple(placed)
    assert layout.end == end


@pytest.mark.parametrize(
    ("minutes", "booked", "spare"),
    [([60, 30], 90, 0), ([60, 28], 90, 2), ([60, 45], 90, -15), ([60], None, None), ([], 90, 90)],
)
def test_spare_is_negative_when_the_session_runs_over(
    minutes: list[int], booked: int | None, spare: int | None
) -> None:
    assert lay_out(map(Slot, minutes), booked).spare == spare


def test_the_total_leaves_gaps_out_and_counts_overlaps_twice() -> None:
    assert lay_out([Slot(30), Slot(10, 60), Slot(20, 65)]).total == 60


def test_less_than_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="-5 minutes"):
        Slot(-5)


def two(*tracks: list[Slot], minutes: int = 0, pinned_at: int | None = None) -> Slot:
    """A slot with these tracks."""
    return Slot(minutes, pinned_at, tuple(map(tuple, tracks)))


TRACKS = {
    # slots, what is placed, the lengths of the tracks of the second, the end
    "the longest lasts": (
        [Slot(10), two([Slot(20), Slot(15)], [Slot(25)]), Slot(5)],
        [
            Placed(0, 10),
            Placed(10, 45, tracks=((Placed(10, 30), Placed(30, 45)), (Placed(10, 35),))),
            Placed(45, 50),
        ],
        (35, 25),
        50,
    ),
    "its own minutes are ignored": (
        [Slot(10), two([Slot(20)], [], minutes=90)],
        [Placed(0, 10), Placed(10, 30, tracks=((Placed(10, 30),), ()))],
        (20, 0),
        30,
    ),
    "empty ones keep its own minutes": (
        [Slot(10), two([], [], minutes=40)],
        [Placed(0, 10), Placed(10, 50, tracks=((), ()))],
        (0, 0),
        50,
    ),
    "it is pinned itself": (
        [Slot(10), two([Slot(20)], [Slot(5)], pinned_at=30)],
        [Placed(0, 10), Placed(30, 50, gap=20, tracks=((Placed(30, 50),), (Placed(30, 35),)))],
        (20, 5),
        50,
    ),
    "a gap before a pin in a track": (
        [Slot(10), two([Slot(5), Slot(10, 25)], [Slot(15)])],
        [
            Placed(0, 10),
            Placed(10, 35, tracks=((Placed(10, 15), Placed(25, 35, gap=10)), (Placed(10, 25),))),
        ],
        (25, 15),
        35,
    ),
    "a gap at the begin of a track": (
        [Slot(10), two([Slot(10, 20)], [Slot(5)])],
        [Placed(0, 10), Placed(10, 30, tracks=((Placed(20, 30, gap=10),), (Placed(10, 15),)))],
        (20, 5),
        30,
    ),
    "a pin cuts into what its own track has before it": (
        [Slot(10), two([Slot(20), Slot(10, 25), Slot(5)], [Slot(25)])],
        [
            Placed(0, 10),
            Placed(
                10,
                40,
                tracks=(
                    (Placed(10, 30), Placed(25, 35, overlap=5), Placed(35, 40)),
                    (Placed(10, 35),),
                ),
            ),
        ],
        (30, 25),
        40,
    ),
    "a pin before the tracks begin": (
        [Slot(30), two([Slot(10, 5)], [])],
        [Placed(0, 30), Placed(30, 30, tracks=((Placed(5, 15, overlap=25),), ()))],
        (0, 0),
        30,
    ),
}


@pytest.mark.parametrize(("slots", "placed", "lengths", "end"), TRACKS.values(), ids=TRACKS.keys())
def test_tracks_run_side_by_side(
    slots: list[Slot], placed: list[Placed], lengths: tuple[int, ...], end: int
) -> None:
    layout = lay_out(slots)

    assert layout.placed == tuple(placed)
    assert (layout.placed[1].lengths, layout.end) == (lengths, end)


@pytest.mark.parametrize(
    ("spans", "minutes"),
    [
        ([], 0),
        ([(0, 20)], 20),
        ([(30, 40), (0, 20)], 30),  # one after the other, in any order
        ([(0, 20), (0, 15)], 20),  # side by side
        ([(0, 30), (5, 10), (20, 40)], 40),
        ([(-30, -10), (-20, 5)], 35),
        ([(10, 10)], 0),
    ],
)
def test_what_runs_at_the_same_time_is_covered_once(spans: list[tuple[int, int]], minutes: int) -> None:
    assert covered(Placed(begin, end) for begin, end in spans) == minutes


SLOTS = st.builds(Slot, st.integers(0, 240), st.none() | st.integers(-120, 1440))


@CALM
@given(st.lists(SLOTS, max_size=30))
def test_nothing_is_lost_or_moved_off_its_pin(slots: list[Slot]) -> None:
    layout = lay_out(slots)

    assert [placed.minutes for placed in layout.placed] == [slot.minutes for slot in slots]
    assert all(
        p.begin == s.pinned_at for p, s in zip(layout.placed, slots, strict=True) if s.pinned_at is not None
    )
    assert layout.end == max([0, *(placed.end for placed in layout.placed)])
    assert layout.end == layout.total + sum(p.gap for p in layout.placed) - _covered_twice(layout)


def _covered_twice(layout: Layout) -> int:
    """Minutes that lie before the furthest end so far: counted by walking minute by minute over them."""
    furthest = twice = 0
    for placed in layout.placed:
        twice += sum(1 for minute in range(placed.begin, placed.end) if minute < furthest)
        furthest = max(furthest, placed.end)
    return twice


@CALM
@given(st.lists(st.lists(SLOTS, max_size=5), min_size=1, max_size=4), st.integers(0, 240))
def test_tracks_are_laid_out_as_if_each_were_alone(tracks: list[list[Slot]], before: int) -> None:
    """Beside each other or not: a track is a small session that begins where they all begin."""
    placed = lay_out([Slot(before), two(*tracks)]).placed[1]

    for track, found in zip(tracks, placed.tracks, strict=True):
        alone = lay_out([Slot(before), *track])
        assert found == alone.placed[1:]
        assert placed.end >= alone.end
    assert placed.minutes == max(placed.lengths)

"""The minutes of an activity when the convenor types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.shapes import Grouping, Repeat, Step
from structures.domain.timing import spread, turns

ALL = Grouping.WHOLE_GROUP


def step(title, minutes, low=None, high=None, **other):
    least, most = minutes if low is None else low, minutes if high is None else high
    return Step(title, ALL, least, minutes, most, **other)


TROIKA = (
    step("Reflect", 1),
    step("Client shares", 2, 1, 2, repeat="C"),
    step("Clarify", 1, 1, 2, repeat="C"),
    step("Client turns around", 0, repeat="C"),
    step("Consult", 5, 4, 5, repeat="C"),
    step("Feedback", 1, 1, 2, repeat="C"),
)
CLIENTS = (Repeat("C", "client", 3, 3, 3),)
MIXED = (
    step("Open", 5, 3, 10),
    step("Talk", 20, 10, 30),
    step("Extra", 5, 4, 10, optional=True),
    step("Harvest", 10, 5, 15, protected=True),
)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0, [0, 0, 0, 0]),
        (4, [0, 0, 0, 4]),  # less than the harvest needs
        (10, [0, 0, 0, 10]),
        (11, [1, 0, 0, 10]),
        (12, [1, 1, 0, 10]),
        (16, [2, 4, 0, 10]),  # below the shortest: four of the eleven minutes between
        (23, [3, 10, 0, 10]),  # the shortest honest run
        (32, [4, 15, 3, 10]),  # about half-way between the shortest and the ideal
        (40, [5, 20, 5, 10]),  # the ideal
        (50, [8, 25, 7, 10]),  # half-way to the longest: 7.5, 25, 7.5
        (60, [10, 30, 10, 10]),  # the longest
        (85, [15, 45, 15, 10]),  # beyond it, in proportion
        (160, [30, 90, 30, 10]),
    ],
)
def test_minutes_are_spread_within_the_ranges_first_and_the_harvest_kept(total, expected):
    shared = spread(turns(MIXED), MIXED, total)
    assert [turn.minutes for turn in shared] == expected


def test_spreading_keeps_everything_else_of_a_turn():
    run = turns(TROIKA, repeats=CLIENTS)
    shared = spread(run, TROIKA, 28)
    assert shared == run


def test_every_client_gets_the_same_when_the_minutes_allow():
    run = spread(turns(TROIKA, repeats=CLIENTS), TROIKA, 34)
    assert [turn.minutes for turn in run] == [1, *(2, 2, 0, 5, 2) * 3]


@pytest.mark.parametrize(
    ("steps", "total", "expected"),
    [
        ([], 20, []),
        ([step("Close", 10, protected=True)], 15, [15]),
        ([step("Close", 10, protected=True), step("Beat", 0)], 15, [15, 0]),
        ([step("Beat", 0), step("Beat", 0)], 5, [3, 2]),
        ([step("Odd numbers", 10, 20, 5)], 12, [12]),
    ],
)
def test_there_is_always_someone_to_take_the_minutes(steps, total, expected):
    assert [turn.minutes for turn in spread(turns(steps), steps, total)] == expected


def test_no_activity_takes_less_than_no_minutes():
    with pytest.raises(ValueError, match=r"^An activity cannot take -1 minutes\.$"):
        spread(turns(MIXED), MIXED, -1)


@st.composite
def any_step(draw):
    low, middle, high = sorted(draw(st.lists(st.integers(0, 40), min_size=3, max_size=3)))
    return step("Any", middle, low, high, optional=draw(st.booleans()), protected=draw(st.booleans()))


@given(st.lists(any_step(), min_size=1, max_size=8), st.integers(0, 600))
def test_spread_minutes_add_up_and_stay_honest(steps, total):
    run = turns(steps)
    shared = spread(run, steps, total)
    if not run:
        return
    pairs = [(steps[turn.index], turn.minutes) for turn in shared]
    assert sum(minutes for _, minutes in pairs) == total
    assert min(minutes for _, minutes in pairs) >= 0
    kept = [s.minutes for s, _ in pairs if s.protected]
    others = [(s, minutes) for s, minutes in pairs if not s.protected]
    if total >= sum(kept) and any(s.minutes_max for s, _ in others):
        assert [minutes for s, minutes in pairs if s.protected] == kept
    shortest = sum(kept) + sum(0 if s.optional else s.minutes_min for s, _ in others)
    longest = sum(kept) + sum(s.minutes_max for s, _ in others)
    if shortest <= total <= longest:
        assert all(s.optional or s.minutes_min <= minutes for s, minutes in others)
        assert all(minutes <= s.minutes_max for s, minutes in others)


@given(st.lists(any_step(), min_size=1, max_size=8), st.integers(0, 600))
def test_nobody_goes_without_a_minute_while_there_is_one(steps, total):
    shared = spread(turns(steps), steps, total)
    needed = sum(s.minutes if s.protected else 1 for s in (steps[turn.index] for turn in shared))
    if total >= needed:
        pairs = [(steps[turn.index], turn.minutes) for turn in shared]
        assert all(minutes or s.optional or not s.minutes_min for s, minutes in pairs)

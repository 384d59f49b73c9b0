"""The fewest minutes of a structure that leave alone what is protected."""

from dataclasses import replace

import pytest
from hypothesis import given

from structures.domain.shapes import Mode, Repeat, SetBy
from structures.domain.timing import duration, floor, spread, turns
from tests.domain.plans import step, steps
from tests.domain.test_timing import CLIENTS, CLIENTS_PER_GROUP, ONE_TWO_FOUR_ALL, TRIZ, TROIKA

PLAIN, KEPT = step(2, 10), step(2, 10, protected=True)
EXTRA = step(3, 6, optional=True)
ROUND = replace(PLAIN, repeat="A")


@pytest.mark.parametrize(
    ("run", "repeats", "people", "expected"),
    [
        pytest.param((), (), None, 0, id="no steps"),
        pytest.param((PLAIN,), (), None, 2, id="a step at its minimum"),
        pytest.param((PLAIN, KEPT), (), None, 12, id="a protected step at its ideal"),
        pytest.param((PLAIN, EXTRA), (), None, 2, id="an optional step goes"),
        pytest.param((PLAIN, replace(EXTRA, protected=True)), (), None, 8, id="unless it is protected"),
        pytest.param((ROUND,), (Repeat("A", count_min=1, count=3),), None, 6, id="every round stays"),
        pytest.param(
            (replace(ROUND, protected=True),), (Repeat("A", count=3),), None, 30, id="protected rounds"
        ),
        pytest.param((replace(PLAIN, mode=Mode.ONLINE), PLAIN), (), None, 2, id="steps of the call left out"),
        pytest.param(ONE_TWO_FOUR_ALL, (), 18, 12, id="1-2-4-All gives nothing"),
        pytest.param(TRIZ, (), 18, 35, id="TRIZ, its sharing left out"),
        pytest.param(TROIKA, CLIENTS, 18, 1 + 3 * (1 + 1 + 4 + 1), id="three clients"),
        pytest.param(TROIKA, CLIENTS_PER_GROUP, 10, 1 + 4 * 7, id="as many clients as in the largest group"),
    ],
)
def test_the_floor(run, repeats, people, expected):
    counts = {repeat.key: repeat.count for repeat in repeats if repeat.set_by == SetBy.FIXED}

    assert floor(run, people, repeats, counts, Mode.IN_PERSON) == expected


@given(steps())
def test_down_to_the_floor_protected_steps_keep_their_minutes(made):
    run, least = turns(made), floor(made)
    kept = [turn.minutes for turn in run if made[turn.index].protected]

    def protected(total):
        return [turn.minutes for turn in spread(run, made, total) if made[turn.index].protected]

    assert duration(made).min <= least <= duration(made).ideal
    assert protected(least) == kept

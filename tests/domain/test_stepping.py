"""Minutes that are typed into a step stay in order, and steps keep their rounds."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.stepping import OrderError, free_key, key_between, run, stretched
from structures.domain.shapes import Repeat, Span

RANGE = Span(5, 8, 10)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, (5, 8, 10)),
        ({"ideal": 9}, (5, 9, 10)),
        ({"ideal": 12}, (5, 12, 12)),  # the longest goes along
        ({"ideal": 3}, (3, 3, 10)),  # the shortest goes along
        ({"ideal": 0}, (0, 0, 10)),
        ({"min": 6}, (6, 8, 10)),
        ({"min": 8}, (8, 8, 10)),
        ({"max": 30}, (5, 8, 30)),
        ({"min": None}, (8, 8, 10)),  # emptied: as the ideal
        ({"max": None}, (5, 8, 8)),
        ({"min": None, "max": None, "ideal": 4}, (4, 4, 4)),
        ({"ideal": 20, "min": 15}, (15, 20, 20)),
        ({"ideal": 2, "max": 4}, (2, 2, 4)),
    ],
)
def test_an_ideal_takes_the_edge_along(typed: dict[str, int | None], expected: tuple[int, int, int]) -> None:
    assert stretched(RANGE, typed) == Span(*expected)


@pytest.mark.parametrize(
    ("typed", "edge", "ideal"),
    [
        ({"min": 9}, "min", 8),
        ({"max": 7}, "max", 8),
        ({"ideal": 4, "min": 5}, "min", 4),
        ({"ideal": 12, "max": 11}, "max", 12),
        ({"min": 9, "max": 7}, "min", 8),
    ],
)
def test_an_edge_on_the_wrong_side_is_not_guessed(
    typed: dict[str, int | None], edge: str, ideal: int
) -> None:
    with pytest.raises(OrderError) as refused:
        stretched(RANGE, typed)

    assert (refused.value.edge, refused.value.ideal) == (edge, ideal)


MINUTES = st.integers(0, 1440)
TYPED = st.dictionaries(st.sampled_from(["min", "ideal", "max"]), st.none() | MINUTES)


@given(st.lists(MINUTES, min_size=3, max_size=3).map(sorted), TYPED)
def test_the_minutes_rise_or_it_is_said(minutes: list[int], typed: dict[str, int | None]) -> None:
    asked = {name: value for name, value in typed.items() if value is not None}
    with suppress(OrderError):
        span = stretched(Span(*minutes), typed)

        assert span.min <= span.ideal <= span.max
        assert {name: getattr(span, name) for name in asked} == asked


@pytest.mark.parametrize(
    ("times", "expected"),
    [(3, (2, 3, 4)), (2, (2, 2, 4)), (1, (1, 1, 4)), (7, (2, 7, 7))],
)
def test_the_convenor_says_how_often(times: int, expected: tuple[int, int, int]) -> None:
    repeat = run(Repeat("A", "client", 2, 3, 4, "group_size"), times)

    assert (repeat.count_min, repeat.count, repeat.count_max) == expected
    assert (repeat.key, repeat.unit, repeat.set_by) == ("A", "client", "convenor")


def test_a_key_is_free_as_long_as_a_step_needs_one() -> None:
    taken: set[str] = set()
    for _ in range(60):
        taken.add(free_key(taken))

    assert len(taken) == 60
    assert sorted(taken)[:3] == ["A", "A1", "A2"]
    assert max(map(len, taken)) == 2


@pytest.mark.parametrize(
    ("above", "below", "expected"), [("A", "A", "A"), ("A", "B", ""), ("A", "", ""), ("", "", "")]
)
def test_a_step_repeats_with_those_on_both_sides(above: str, below: str, expected: str) -> None:
    assert key_between(above, below) == expected

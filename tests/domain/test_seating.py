"""How people sit in the course of an activity, and the sentence that says so."""

import pytest

from sessions.domain.seating import stretches
from sessions.words_seating import seating_in_words
from structures.domain import timing
from structures.domain.shapes import Repeat, Step


def step(grouping, minutes, repeat="", **fields):
    return Step("A step", grouping, minutes, minutes, minutes, repeat=repeat, **fields)


def sentence(steps, *repeats):
    return seating_in_words(stretches(timing.turns(steps, 12, repeats), steps, repeats))


ROUNDS = Repeat("A", "round", 3, 3, 3)
CLIENTS = Repeat("A", "client", 3, 3, 3)


@pytest.mark.parametrize(
    ("steps", "repeats", "said"),
    [
        ([], [], ""),
        ([step("alone", 1)], [], "Alone, 1 minute."),
        (
            [step("alone", 1), step("pairs", 2), step("fours", 4), step("whole_group", 5)],
            [],
            "Alone, 1 minute, then in pairs, 2 minutes, then in fours, 4 minutes, then all together, 5 minutes.",
        ),
        ([step("pairs", 2), step("pairs", 3)], [], "In pairs, 5 minutes."),
        ([step("pairs", 4, "A")], [ROUNDS], "In pairs, 3 rounds of 4 minutes."),
        (
            [step("trios", 1, "A"), step("trios", 5, "A"), step("whole_group", 3)],
            [CLIENTS],
            "In trios, 6 minutes each, then all together, 3 minutes.",
        ),
        ([step("pairs", 2), step("pairs", 4, "A")], [ROUNDS], "In pairs, 14 minutes."),
        (
            [step("alone", 1, "A"), step("pairs", 4, "A")],
            [ROUNDS],
            "Alone, in pairs: 15 minutes in all.",
        ),
        (
            [step("small_groups", 10, size_min=4, size_max=7)],
            [],
            "In groups of four to seven, 10 minutes.",
        ),
        (
            [
                step("small_groups", 10, size_min=4, size_max=4),
                step("small_groups", 5, size_min=8, size_max=8),
            ],
            [],
            "In groups of four, 10 minutes, then in groups of eight, 5 minutes.",
        ),
        ([step("pairs", 0), step("fours", 5)], [], "In fours, 5 minutes."),
    ],
)
def test_how_people_sit(steps, repeats, said):
    assert sentence(steps, *repeats) == said


def test_rounds_that_do_not_divide_the_minutes_are_rounds_all_the_same():
    """25 minutes for three rounds of pairs: 9, 8 and 8."""
    steps = [step("pairs", 5, "A")]
    turns = timing.spread(timing.turns(steps, 12, [ROUNDS]), steps, 25)

    assert seating_in_words(stretches(turns, steps, [ROUNDS])) == "In pairs, 3 rounds, 25 minutes in all."

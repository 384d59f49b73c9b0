"""What a draft says for itself: sentences that a group may read."""

import pytest

from sessions.domain.briefing import Reason
from sessions.domain.leaving import LeftOut
from sessions.domain.tasting import Character
from sessions.words_drafting import LINES, answers_in_words, left_in_words, why_in_words
from structures.indexing import BECAUSE, WORDING


@pytest.mark.parametrize(
    ("code", "params", "words"),
    [
        ("said", {"kind": BECAUSE, "text": "Facts come first. Then meaning."}, "Facts come first."),
        ("said", {"kind": WORDING, "text": "What now?"}, "Answers questions like “What now?”"),
        ("varies", {"before": "whole_group", "now": "alone"}, "From the whole group to working alone."),
        ("varies", {"before": "alone", "now": "pairs"}, "From working alone to pairs."),
        ("varies", {"before": "stage", "now": "fishbowl"}, "From a stage and its audience to a fishbowl."),
        ("rests", {"minutes": 85}, "After 85 minutes without a rest."),
    ],
)
def test_why(code, params, words):
    assert why_in_words([Reason(code, params)]) == words


def test_lively():
    assert str(LINES[Character.LIVELY]) == "People move, and meet in ever new groups."


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ([3], "Question 4 is left out, so that the others can go deep."),
        ([3, 5], "Questions 4 and 6 are left out, so that the others can go deep."),
        ([1, 3, 5], "Questions 2, 4 and 6 are left out, so that the others can go deep."),
    ],
)
def test_questions_that_are_left_out(left, words):
    assert left_in_words([LeftOut(number, Reason("depth")) for number in left]) == [words]


class Leaving:
    """As much of a draft as is told."""

    def __init__(self, left=0):
        self.left_out = (None,) * left


@pytest.mark.parametrize(
    ("left", "asked", "elsewhere", "words"),
    [
        (0, 7, 0, "answers all 7 questions"),
        (0, 1, 6, "answers the open question"),
        (0, 3, 4, "answers all 3 open questions"),
        (1, 3, 4, "answers 2 of 3 open questions"),
        (0, 0, 7, "other sessions answer the questions"),
    ],
)
def test_how_many_questions_it_answers(left, asked, elsewhere, words):
    assert answers_in_words(Leaving(left), asked, elsewhere) == words

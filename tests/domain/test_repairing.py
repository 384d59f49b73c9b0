"""What helps when others come or time is short: tables that can be checked by hand. Minutes are from the start.

"swap: Crowd → Chat. 105, 15 spare. few: Pairs" is the key of a repair, its diff, when the session ends, and what is
still not as it should be.
"""

from dataclasses import replace

import pytest

from sessions.domain.changes import (
    Late,
    LessTime,
    People,
    Talk,
)
from tests.domain.mornings import (
    CATALOGUE,
    CLOSING,
    COFFEE,
    CROWD,
    FOURS,
    INTERVIEW,
    LUNCH,
    PAIRS,
    ROUND,
    USUAL,
    WELCOME,
    in_rooms,
    plan,
    step,
    structure,
)
from tests.domain.repaired import tell

AGAIN = structure("Again", step("fours", 10), question=2)
"""Answers what Crowd answers, for any number."""
SMALL = structure("Small", step("whole_group", 20), most=16, question=0)

PEOPLE = {
    "half of them: the structure for twelve is swapped": (
        plan(*USUAL),
        People("am", 6),
        ["swap: Crowd → Chat. 105, 15 spare", "same. 115, 5 spare. few: Crowd"],
    ),
    "one more: a trio, or one of us": (
        plan(*USUAL),
        People("am", 13),
        ["same. 115, 5 spare. odd: Pairs, Crowd", "partner: people 14. 115, 5 spare"],
    ),
    "one fewer: too few for one of them, unless one of us joins in": (
        plan(*USUAL),
        People("am", 11),
        [
            "partner: people 12. 115, 5 spare",
            "swap: Crowd → Chat. 105, 15 spare. odd: Pairs",
            "same. 115, 5 spare. odd: Pairs, Crowd. few: Crowd",
        ],
    ),
    "two more: nothing has to change": (plan(*USUAL), People("am", 14), ["same. 115, 5 spare"]),
    "forty: ten fours can report": (plan(*USUAL), People("am", 40), ["same. 115, 5 spare"]),
    "forty-four: eleven cannot": (
        plan(*USUAL),
        People("am", 44),
        ["regroup: Fours.1 small_groups of 5. 115, 5 spare", "same. 115, 5 spare. reports: Fours"],
    ),
    "seventy: ten groups of seven": (
        plan(*USUAL),
        People("am", 70),
        ["regroup: Fours.1 small_groups of 7. 115, 5 spare", "same. 115, 5 spare. reports: Fours"],
    ),
    "two hundred: no group is small and few enough": (
        plan(*USUAL),
        People("am", 200),
        ["same. 115, 5 spare. reports: Fours"],
    ),
    "one person": (plan(*USUAL), People("am", 1), ["same. 115, 5 spare. few: Pairs, Fours, Crowd"]),
    "what is protected stays": (
        plan(WELCOME, PAIRS, replace(CROWD, protected=True), CLOSING),
        People("am", 6),
        ["same. 65, 55 spare. few: Crowd"],
    ),
    "what is pinned stays": (
        plan(WELCOME, PAIRS, replace(CROWD, pinned_at=40), CLOSING),
        People("am", 6),
        ["same. 80, 40 spare. few: Crowd"],
    ),
    "nothing to swap for, but another answer": (
        plan(WELCOME, CROWD, AGAIN, CLOSING),
        People("am", 6),
        ["park: park Crowd. 30, 90 spare", "same. 60, 60 spare. few: Crowd"],
        (),
    ),
    "nothing to swap for, and no other answer": (
        plan(WELCOME, CROWD, CLOSING),
        People("am", 6),
        ["same. 50, 70 spare. few: Crowd"],
        (),
    ),
    "a round of everyone takes too long": (
        plan(WELCOME, ROUND, CLOSING, booked=40),
        People("am", 70),
        ["regroup: Round.0 fours. 24, 16 spare", "same: park Round. 20, 20 spare"],
    ),
    "too few in a track": (
        plan(WELCOME, in_rooms([CROWD], [FOURS]), CLOSING, people=24),
        People("am", 20),
        ["swap: Crowd → Chat. 55, 65 spare", "same. 55, 65 spare. few: Crowd"],
    ),
    "time for what was parked": (
        plan(WELCOME, ROUND, CLOSING, people=40, booked=60, parked=[PAIRS]),
        People("am", 16),
        ["same. 36, 24 spare", "back: Pairs to place 3. 51, 9 spare"],
    ),
    "nobody had said how many": (
        plan(*USUAL, people=None),
        People("am", 6),
        ["swap: Crowd → Chat. 105, 15 spare", "same. 115, 5 spare. few: Crowd"],
    ),
    "too many for a structure": (
        plan(WELCOME, SMALL, CLOSING),
        People("am", 30),
        ["swap: Small → Pairs. 35, 85 spare", "same. 40, 80 spare. many: Small"],
    ),
}
TIME = {
    "a quarter of an hour less": (
        plan(*USUAL),
        LessTime("am", 100),
        ["same: Pairs 10, Fours 25. 100, 0 spare", "shorter: Fours → Chat. 100, 0 spare"],
    ),
    "it fits anyway": (plan(*USUAL), LessTime("am", 116), ["same. 115, 1 spare"]),
    "half an hour less": (
        plan(*USUAL),
        LessTime("am", 90),
        [
            "same: Welcome 5, Pairs 10, Coffee 10, Fours 25. 90, 0 spare",
            "shorter: Fours → Chat, Crowd → Sketch. 80, 10 spare",
        ],
    ),
    "an hour": (
        plan(*USUAL),
        LessTime("am", 60),
        [
            "same: Welcome 5, Pairs 10, Coffee 10, Fours 25, park Crowd. 60, 0 spare. unanswered 3",
            "record. 115, 55 over",
        ],
    ),
    "no other structures": (
        plan(*USUAL),
        LessTime("am", 100),
        ["same: Pairs 10, Fours 25. 100, 0 spare", "record. 115, 15 over"],
        (),
    ),
    "a row that may go": (
        plan(*USUAL, replace(AGAIN)),
        LessTime("am", 115),
        ["same: Fours 25. 115, 0 spare", "park: park Again. 115, 0 spare"],
        (),
    ),
    "everything is protected": (
        plan(*(replace(one, protected=True) for one in USUAL)),
        LessTime("am", 100),
        ["same. 115, 15 over"],
    ),
    "nothing was booked": (
        plan(*USUAL, booked=None),
        LessTime("am", 100),
        ["same: Pairs 10, Fours 25. 100, 0 spare", "shorter: Fours → Chat. 100, 0 spare"],
    ),
    "late": (
        plan(*USUAL),
        Late("am", 15),
        [
            "same: Fours 25. 105, 0 spare",
            "later: booked 115. 115, 0 spare",
            "shorter: Fours → Chat. 100, 5 spare",
        ],
    ),
    "late, with time to spare": (plan(*USUAL), Late("am", 5), ["same. 115, 0 spare"]),
    "an hour late: too much to ask for": (
        plan(*USUAL),
        Late("am", 60),
        [
            "same: Welcome 5, Pairs 10, Coffee 10, Fours 25, park Crowd. 60, 0 spare. unanswered 3",
            "record. 115, 55 over",
        ],
    ),
    "late before a pinned lunch": (
        plan(WELCOME, PAIRS, FOURS, CROWD, LUNCH, CLOSING, booked=145),
        Late("am", 20),
        [
            "same: Welcome 5, Pairs 10, Fours 25. 125, 0 spare",
            "shorter: Fours → Chat, Crowd → Sketch. 125, 0 spare",
        ],
    ),
    "late, and lunch is far": (
        plan(WELCOME, PAIRS, LUNCH, CLOSING, booked=145),
        Late("am", 20),
        ["same. 125, 0 spare"],
    ),
    "late, and nothing is booked": (plan(*USUAL, booked=None), Late("am", 15), ["same. 115"]),
    "late before a pinned coffee": (
        plan(WELCOME, PAIRS, replace(COFFEE, pinned_at=30), FOURS, LUNCH, CLOSING, booked=150),
        Late("am", 10),
        ["same: Pairs 10. 135, 5 spare", "record. 135, 5 spare. cut 5"],
    ),
}
TALK = {
    "twenty minutes": (
        plan(*USUAL),
        Talk("am", 20, "Fox", "Fox speaks"),
        [
            "talk: Fox speaks 20 at place 2, Pairs 10, Fours 25. 120, 0 spare",
            "short: Fox speaks 10 at place 2, Fours 30. 120, 0 spare",
        ],
    ),
    "or an interview": (
        plan(*USUAL),
        Talk("am", 20, "Fox", "Fox speaks"),
        [
            "interview: celebrity-interview 20 at place 2, Pairs 10, Fours 25. 120, 0 spare",
            "short: Fox speaks 10 at place 2, Fours 30. 120, 0 spare",
        ],
        (*CATALOGUE, INTERVIEW),
    ),
    "there is time": (
        plan(*USUAL, booked=180),
        Talk("am", 20, "Fox", "Fox speaks"),
        ["talk: Fox speaks 20 at place 2. 135, 45 spare", "short: Fox speaks 10 at place 2. 125, 55 spare"],
    ),
    "five minutes": (
        plan(*USUAL, booked=180),
        Talk("am", 5, "Fox", "Fox speaks"),
        ["talk: Fox speaks 5 at place 2. 120, 60 spare"],
    ),
    "no opening": (
        plan(PAIRS, FOURS, CLOSING),
        Talk("am", 10, "Fox", "Fox speaks"),
        ["talk: Fox speaks 10 at place 2. 70, 50 spare"],
    ),
    "never right before the closing": (
        plan(WELCOME, CLOSING),
        Talk("am", 10, "Fox", "Fox speaks"),
        ["talk: Fox speaks 10 at place 1. 30, 90 spare"],
    ),
    "before a pinned lunch": (
        plan(WELCOME, PAIRS, FOURS, LUNCH, CLOSING, booked=145),
        Talk("am", 40, "Fox", "Fox speaks"),
        [
            "talk: Fox speaks 40 at place 2, Fours 25. 145, 0 spare",
            "short: Fox speaks 10 at place 2. 145, 0 spare",
        ],
    ),
}

CASES = {**PEOPLE, **TIME, **TALK}


@pytest.mark.parametrize("name", CASES)
def test_what_helps(name):
    outline, change, wanted, *catalogue = CASES[name]

    assert tell(outline, change, *catalogue) == wanted


def test_no_two_tables_use_the_same_name():
    assert len(CASES) == sum(map(len, (PEOPLE, TIME, TALK)))

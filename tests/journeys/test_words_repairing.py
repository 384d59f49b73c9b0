"""Repairs in words: they say only what is true of them."""

from dataclasses import replace

import pytest

from sessions.domain.adjustments import Hold, Rerun, Retime
from sessions.domain.changes import LeadIll, LessTime, NoBreakouts, Online, People, RoomLost, Talk
from sessions.domain.document import Kind
from sessions.domain.repairing import repairs
from sessions.domain.standing import Standing
from sessions.words_adjusting import adjustment_in_words
from sessions.words_repairing import reason_in_words, repair_in_words
from sessions.words_standing import cautions
from structures.domain.shapes import Repeat
from tests.domain.mornings import (
    CATALOGUE,
    CLOSING,
    CROWD,
    FOURS,
    PAIRS,
    USUAL,
    WELCOME,
    candidate,
    in_rooms,
    plan,
    row,
    step,
    structure,
)

ALOUD = row(Kind.OTHER, 15, "Aloud", lead="Ben")
DRAW = candidate("Draw", step("alone", 30), fits=[("now", 1)], online="adapted")
NEAR = candidate("Near", step("alone", 5), purposes=["reveal"])
KIN = candidate("Crowd", step("pairs", 30), least=12, online="poorly", purposes=["reveal"])
LONG = candidate("Fours", step("fours", 20, 35), purposes=["reveal"])
OPTIONAL = structure("Extra", step("pairs", 20), step("fours", 5, optional=True))
ROUNDS = structure(
    "Rounds", step("pairs", 10, repeat="R"), repeats=(Repeat("R", "round", 1, 3, 3, "convenor"),)
)
SCRAP = structure("Scrap", step("whole_group", 10), least=12, online="poorly")

SAID = {
    "squeezed, and every step is there": (
        plan(*USUAL),
        LessTime("am", 100),
        "same",
        ["Nothing is left out. What gives minutes keeps all of its steps."],
    ),
    "squeezed below an optional step": (
        plan(WELCOME, OPTIONAL, CLOSING),
        LessTime("am", 40),
        "same",
        ["No row is left out."],
    ),
    "fewer rounds": (plan(ROUNDS, CLOSING), LessTime("am", 30), "same", ["No row is left out."]),
    "works well online": (
        plan(*USUAL),
        Online("am"),
        "swap",
        ["Chat works well online; Crowd does not."],
    ),
    "can be adapted": (
        plan(WELCOME, CROWD, CLOSING),
        Online("am"),
        "swap",
        ["Draw can be adapted to a call; Crowd loses there what it is good for."],
        (DRAW,),
    ),
    "the same question": (
        plan(WELCOME, CROWD, CLOSING),
        People("am", 6),
        "swap",
        ["Draw suits 6 people, and answers what Crowd was for."],
        (DRAW,),
    ),
    "only the purpose": (
        plan(WELCOME, CROWD, CLOSING),
        People("am", 6),
        "swap",
        ["Near suits 6 people, and comes near to what Crowd was for."],
        (NEAR, KIN),
    ),
    "only the purpose, without rooms": (
        plan(WELCOME, CROWD, CLOSING, mode="online"),
        NoBreakouts("am"),
        "swap",
        ["Near can do without rooms, and comes near to what Crowd was for."],
        (NEAR, KIN),
    ),
    "the same question in less time": (
        plan(WELCOME, FOURS, CLOSING),
        LessTime("am", 40),
        "shorter",
        ["The same question, answered in less time."],
    ),
    "another question in less time": (
        plan(WELCOME, FOURS, CLOSING),
        LessTime("am", 40),
        "shorter",
        ["Near to what was there, in less time."],
        (NEAR, LONG),
    ),
    "others answer": (
        plan(WELCOME, PAIRS, replace(SCRAP, question=0), CLOSING),
        People("am", 6),
        "park",
        ["Scrap: not made for 6 people.", "Other rows answer what it was for."],
        (),
    ),
    "it answers nothing": (
        plan(WELCOME, SCRAP, CLOSING),
        People("am", 6),
        "park",
        ["Scrap: not made for 6 people."],
        (),
    ),
    "poor online, and answers nothing": (
        plan(WELCOME, SCRAP, CLOSING),
        Online("am"),
        "park",
        ["Scrap: poor online."],
        (),
    ),
    "nobody leads what answers nothing": (
        plan(WELCOME, in_rooms([ALOUD], [replace(ALOUD, code="b", lead="Ana")]), CLOSING),
        LeadIll("am", "Ben"),
        "park",
        ["Nobody has to stand in."],
    ),
    "the rest keeps its time": (
        plan(WELCOME, in_rooms([("a", 20)], [("b", 30)]), CLOSING, booked=60),
        RoomLost("am", 1),
        "park",
        ["The rest keeps its time: a is parked, not lost."],
    ),
    "the rest gives some": (
        plan(WELCOME, in_rooms([("a", 20)], [("b", 30)]), FOURS, CLOSING, booked=80),
        RoomLost("am", 1),
        "park",
        ["a is parked, not lost.", "To make room, 1 other row is shorter."],
    ),
}


def told(outline, change, key, *catalogue):
    return next(one for one in repairs(outline, change, *catalogue) if one.key == key)


@pytest.mark.parametrize("name", SAID)
def test_why_it_is_proposed(name):
    outline, change, key, sentences, *more = SAID[name]
    catalogue = more or [CATALOGUE]

    reasons = [reason_in_words(one) for one in told(outline, change, key, *catalogue).reasons]

    assert reasons[: len(sentences)] == sentences
    assert [one for one in reasons[len(sentences) :] if "Other rows" in one or "keeps" in one] == []


WHERE = {
    "after the opening": ((WELCOME, PAIRS, CLOSING), "10 minutes, right after the opening"),
    "after a row": ((PAIRS, FOURS, CLOSING), "10 minutes, after Pairs"),
    "at the start": ((WELCOME, CLOSING), "10 minutes, at the start"),
}


@pytest.mark.parametrize("name", WHERE)
def test_a_talk_says_where_it_comes(name):
    rows, words = WHERE[name]
    repair = told(plan(*rows), Talk("am", 10, "Fox", "Fox speaks"), "talk")

    assert repair_in_words(repair) == words
    arrived = "People have arrived then" in reason_in_words(repair.reasons[0])
    assert arrived == (name == "after the opening")


@pytest.mark.parametrize(
    ("cut", "words"), [(1, "1 minute runs into a pinned time."), (2, "2 minutes run into a pinned time.")]
)
def test_what_runs_into_a_pin_is_counted(cut, words):
    assert cautions(Standing(60, 0, cut)) == [words]


ONE = {
    Hold("am", "people", 1): "Morning: 12 → 1 person",
    Hold("am", "booked", 1): "Morning: 120 → 1 minute booked",
    Hold("am", "rooms", 1): "Morning: 1 room",
    Rerun("Rounds", "R", 1): "Rounds: 3 → 1 round",
    Retime("Rounds", 1): "Rounds: 30 → 1 minute",
}


@pytest.mark.parametrize("one", ONE, ids=ONE.values())
def test_of_one_the_diff_says_one(one):
    assert adjustment_in_words(one, plan(ROUNDS)) == ONE[one]

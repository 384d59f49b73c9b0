"""What helps when rooms, the place or a lead are lost: tables that can be checked by hand. Minutes are from the start.

"swap: Crowd → Chat. 105, 15 spare. few: Pairs" is the key of a repair, its diff, when the session ends, and what is
still not as it should be.
"""

from dataclasses import replace

import pytest

from sessions.domain.changes import (
    InPerson,
    LeadIll,
    NoBreakouts,
    Online,
    RoomLost,
)
from sessions.domain.document import Kind
from structures.domain.shapes import Repeat
from tests.domain.mornings import (
    CLOSING,
    FOURS,
    PAIRS,
    USUAL,
    WELCOME,
    in_rooms,
    plan,
    row,
    step,
    structure,
)
from tests.domain.repaired import tell

AGAIN = structure("Again", step("fours", 10), question=2)
"""Answers what Crowd answers, for any number."""
GARDEN = in_rooms([("a", 20)], [("b", 30)], [("c", 10)])
LED = in_rooms([row(Kind.OTHER, 20, "a", lead="Ana")], [row(Kind.OTHER, 20, "b", lead="Ben")])
DRAW = structure("Draw", step("alone", 5, 10, 20), online="adapted")
STIFF = structure("Draw", step("alone", 10), online="adapted")
LINE = structure("Line", step("line", 10), step("pairs", 5, 10, mode="in_person"))
WRITE = structure("Write", step("alone", 10))
TURNS = structure(
    "Turns", step("fours", 2, repeat="P"), repeats=(Repeat("P", "person", 4, 4, 4, "group_size"),)
)


ROOMS = {
    "three rooms, then two": (
        plan(WELCOME, GARDEN, CLOSING),
        RoomLost("am", 2),
        [
            "rooms: room 3 into 1. 50, 70 spare",
            "all: rooms one by one. 80, 40 spare",
            "park: park c. 50, 70 spare",
        ],
    ),
    "three rooms, then one": (
        plan(WELCOME, GARDEN, CLOSING),
        RoomLost("am", 1),
        ["all: rooms one by one. 80, 40 spare", "park: park a, park c. 50, 70 spare"],
    ),
    "enough rooms": (plan(WELCOME, GARDEN, CLOSING), RoomLost("am", 3), ["record. 50, 70 spare"]),
    "groups share a room": (plan(*USUAL), RoomLost("am", 1), ["record. 115, 5 spare. narrow: Fours"]),
    "two places for three fours": (
        plan(*USUAL),
        RoomLost("am", 2),
        ["rooms: Fours.1 small_groups of 6. 115, 5 spare", "record. 115, 5 spare. narrow: Fours"],
    ),
    "what is protected stays in fours": (
        plan(WELCOME, replace(FOURS, protected=True), CLOSING),
        RoomLost("am", 2),
        ["record. 55, 65 spare. narrow: Fours"],
    ),
    "in two places pairs count": (
        plan(WELCOME, PAIRS, CLOSING, mode="hybrid"),
        RoomLost("am", 3),
        ["rooms: Pairs.0 small_groups of 4. 35, 85 spare", "record. 35, 85 spare. narrow: Pairs"],
    ),
    "one breakout room: everyone": (
        plan(WELCOME, TURNS, PAIRS, CLOSING, mode="online"),
        RoomLost("am", 1),
        [
            "rooms: Turns.0 whole_group, Turns ×4, Pairs.0 whole_group. 43, 77 spare. bare: Turns, Pairs",
            "record. 43, 77 spare. crowded: Turns, Pairs",
        ],
    ),
    "two breakout rooms": (
        plan(*USUAL, mode="online", people=12),
        RoomLost("am", 2),
        [
            "rooms: Pairs.0 small_groups of 6, Fours.1 small_groups of 6, Crowd.1 small_groups of 6. "
            "115, 5 spare. poorly: Crowd",
            "record. 115, 5 spare. crowded: Pairs, Fours, Crowd. poorly: Crowd",
        ],
    ),
    "no time to follow": (
        plan(WELCOME, in_rooms([PAIRS], [FOURS]), CLOSING, booked=60),
        RoomLost("am", 1),
        [
            "all: rooms one by one, Fours 25. 60, 0 spare. narrow: Fours",
            "record. 55, 5 spare. crowded: In rooms",
        ],
    ),
    "what is protected keeps its minutes": (
        plan(WELCOME, in_rooms([replace(PAIRS, protected=True)], [FOURS]), CLOSING),
        RoomLost("am", 1),
        ["all: rooms one by one. 70, 50 spare. narrow: Fours", "record. 55, 65 spare. crowded: In rooms"],
    ),
    "no breakout rooms": (
        plan(*USUAL, mode="online"),
        NoBreakouts("am"),
        [
            "together: Pairs.0 alone, Fours.1 whole_group, Crowd.1 alone. 115, 5 spare. poorly: Crowd. "
            "bare: Pairs, Fours, Crowd",
            "swap: Pairs → Sketch, Fours → Chat, Crowd.1 alone. 95, 25 spare. poorly: Crowd. bare: Crowd",
        ],
    ),
    "none needed": (
        plan(WELCOME, WRITE, CLOSING, mode="online"),
        NoBreakouts("am"),
        ["record. 30, 90 spare"],
    ),
    "turns stay as many": (
        plan(WELCOME, TURNS, CLOSING, mode="online"),
        NoBreakouts("am"),
        [
            "together: Turns.0 whole_group, Turns ×4. 28, 92 spare. bare: Turns",
            "park: park Turns. 20, 100 spare",
        ],
    ),
    "tracks run one by one": (
        plan(WELCOME, GARDEN, CLOSING, mode="hybrid"),
        NoBreakouts("am"),
        ["together: rooms one by one. 80, 40 spare", "record. 50, 70 spare. crowded: In rooms"],
    ),
}
MODE = {
    "poor online": (
        plan(*USUAL),
        Online("am"),
        ["swap: Crowd → Chat. 105, 15 spare", "same. 115, 5 spare. poorly: Crowd"],
    ),
    "nothing to swap for": (plan(*USUAL), Online("am"), ["same. 115, 5 spare. poorly: Crowd"], ()),
    "another answer": (
        plan(*USUAL, AGAIN, booked=130),
        Online("am"),
        ["park: park Crowd. 95, 35 spare", "same. 125, 5 spare. poorly: Crowd"],
        (),
    ),
    "what is adapted gets minutes": (
        plan(WELCOME, DRAW, CLOSING),
        Online("am"),
        ["same: Draw 15. 35, 85 spare", "record. 30, 90 spare"],
    ),
    "as far as it stretches": (plan(WELCOME, STIFF, CLOSING), Online("am"), ["same. 30, 90 spare"]),
    "as far as there is time": (
        plan(WELCOME, DRAW, PAIRS, CLOSING, booked=45),
        Online("am"),
        ["same. 45, 0 spare"],
    ),
    "all goes well online": (plan(WELCOME, PAIRS, CLOSING), Online("am"), ["same. 35, 85 spare"]),
    "back in a room": (plan(*USUAL, mode="online"), InPerson("am"), ["same. 115, 5 spare"]),
    "steps of the room come back": (
        plan(WELCOME, LINE, CLOSING, booked=35, mode="online"),
        InPerson("am"),
        ["same: Line 15. 35, 0 spare", "record. 40, 5 over"],
    ),
}
LEADS = {
    "one takes over": (
        plan(WELCOME, replace(PAIRS, lead="Ben"), replace(FOURS, lead="Ana"), CLOSING),
        LeadIll("am", "ben"),
        ["one: Pairs by Ana. 70, 50 spare", "record. 70, 50 spare. open: Pairs"],
    ),
    "nobody else": (
        plan(WELCOME, replace(PAIRS, lead="Ben"), CLOSING),
        LeadIll("am", "Ben"),
        ["record. 35, 85 spare. open: Pairs"],
    ),
    "somebody who plans along": (
        plan(WELCOME, replace(PAIRS, lead="Ben"), CLOSING),
        LeadIll("am", "Ben", ("Ana",)),
        ["one: Pairs by Ana. 35, 85 spare", "record. 35, 85 spare. open: Pairs"],
    ),
    "two to share it": (
        plan(replace(WELCOME, lead="Ana"), replace(PAIRS, lead="Ben"), replace(FOURS, lead="Ben"), CLOSING),
        LeadIll("am", "Ben", ("Chi",)),
        ["one: Pairs by Ana, Fours by Ana. 70, 50 spare", "share: Pairs by Chi, Fours by Ana. 70, 50 spare"],
    ),
    "nobody is free for a second track": (
        plan(WELCOME, LED, CLOSING),
        LeadIll("am", "Ben"),
        ["all: b by Ana, rooms one by one. 60, 60 spare", "park: park b. 40, 80 spare"],
    ),
    "a third person is": (
        plan(WELCOME, LED, CLOSING),
        LeadIll("am", "Ben", ("Chi",)),
        ["one: b by Chi. 40, 80 spare", "all: b by Ana, rooms one by one. 60, 60 spare"],
    ),
    "a name is the same however it is written": (
        plan(
            WELCOME,
            in_rooms([row(Kind.OTHER, 20, "a", lead=" ana")], [row(Kind.OTHER, 20, "b", lead="Ben")]),
            replace(PAIRS, lead="Ana"),
            CLOSING,
        ),
        LeadIll("am", "BEN "),
        ["all: b by ana, rooms one by one. 75, 45 spare", "park: park b. 55, 65 spare"],
    ),
    "already twice, and said so": (
        plan(
            WELCOME, in_rooms([row(Kind.OTHER, 20, "a", lead="Ana")], [row(Kind.OTHER, 20, "b", lead="ana")])
        ),
        RoomLost("am", 2),
        ["record. 30, 90 spare. twice: b"],
    ),
    "they led nothing": (plan(*USUAL), LeadIll("am", "Ben"), ["record. 115, 5 spare"]),
}

CASES = {**ROOMS, **MODE, **LEADS}


@pytest.mark.parametrize("name", CASES)
def test_what_helps(name):
    outline, change, wanted, *catalogue = CASES[name]

    assert tell(outline, change, *catalogue) == wanted


def test_no_two_tables_use_the_same_name():
    assert len(CASES) == sum(map(len, (ROOMS, MODE, LEADS)))

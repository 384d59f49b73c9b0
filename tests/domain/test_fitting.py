"""Make it fit: plans that a facilitator can reckon with in the head.

A plan is told in a line: what is where, how many minutes it has, how many rounds. A structure here has 35 minutes and
needs 25, unless said otherwise.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Park, Rerun, Retime
from sessions.domain.document import Kind
from sessions.domain.fitting import Kept, Why, fit, with_closing
from sessions.domain.outline import Item, Meeting, Outline
from structures.domain.shapes import SetBy
from tests.domain.plans import other, rooms, rounds, step, structure

OPENING = other("opening", 10, Kind.OPENING)
BREAK = other("break", 15, Kind.BREAK)
TALK = other("talk", 20)
CLOSING = other("closing", 15, Kind.CLOSING)
WHYS = structure("whys", 25, 35, question=0)
TRIZ = structure("triz", 25, 35, question=1)
SPECS = structure("specs", 25, 35, question=2)
ROUNDS = rounds("rounds", 4, 5, 3)
"""Three rounds of five minutes, four at least."""


def protected(item: Item) -> Item:
    return replace(item, protected=True)


def pinned(item: Item, minute: int) -> Item:
    return replace(item, pinned_at=minute)


LUNCH = pinned(other("lunch", 60, Kind.BREAK), 60)


def told(meeting: Meeting) -> str:
    """The plan in a line: "whys 30 · rooms (red 20 | blue 15) · rounds 10 ×2"."""
    minutes = {seat.item.code: seat.placed.minutes for seat in meeting.everything}

    def one(item: Item) -> str:
        if item.is_split:
            return f"{item.code} ({' | '.join(map(line, item.tracks))})"
        times = "".join(f" ×{repeat.count}" for repeat in item.repeats)
        return f"{item.code} {minutes[item.code]}{times}"

    def line(items: Sequence[Item]) -> str:
        return " · ".join(map(one, items))

    return line(meeting.items)


def plan(items: Sequence[Item]) -> Meeting:
    return Meeting(items=tuple(items), people=18)


def fitted(items: Sequence[Item], minutes: int) -> str:
    meeting = plan(items)
    return told(adjusted(Outline((meeting,)), fit(meeting, minutes).adjustments).meetings[0])


Case = tuple[Sequence[Item], int, str]

NOTHING_TO_DO: dict[str, Case] = {
    "it fits exactly": ([WHYS, TRIZ], 70, "whys 35 · triz 35"),
    "there is time to spare, and nothing is stretched": ([WHYS], 100, "whys 35"),
    "there is nothing": ([], 30, ""),
    "everything is protected": ([protected(WHYS), protected(CLOSING)], 30, "whys 35 · closing 15"),
}

SQUEEZED: dict[str, Case] = {
    "a minute": ([WHYS, TRIZ], 69, "whys 35 · triz 34"),
    "half of what one can give, and not a little of both": ([WHYS, TRIZ], 65, "whys 35 · triz 30"),
    "two share rather than one giving everything": ([WHYS, TRIZ], 60, "whys 30 · triz 30"),
    "both as short as they can be": ([WHYS, TRIZ], 50, "whys 25 · triz 25"),
    "who has more gives more": (
        [structure("long", 20, 40), structure("short", 28, 30)],
        60,
        "long 30 · short 30",
    ),
    "a protected row gives nothing": ([protected(WHYS), TRIZ], 62, "whys 35 · triz 27"),
    "minutes of its own above the usual go first": (
        [replace(WHYS, minutes=45), TRIZ],
        70,
        "whys 35 · triz 35",
    ),
    "what is too short already gives nothing": ([replace(WHYS, minutes=20), TRIZ], 50, "whys 20 · triz 30"),
    "an optional step may go": (
        [Item("steps", steps=(step(5, 10), step(3, 6, optional=True)))],
        5,
        "steps 5",
    ),
    "an opening before a closing": ([OPENING, CLOSING], 23, "opening 8 · closing 15"),
    "a talk before the frame": ([OPENING, TALK, CLOSING], 35, "opening 10 · talk 10 · closing 15"),
    "a structure before a break": ([WHYS, BREAK], 45, "whys 30 · break 15"),
    "a break down to two thirds": ([protected(WHYS), BREAK], 45, "whys 35 · break 10"),
    "a short break not at all": ([WHYS, other("break", 10, Kind.BREAK)], 40, "whys 30 · break 10"),
    "an hour for lunch down to forty minutes": (
        [protected(WHYS), pinned(LUNCH, 35)],
        75,
        "whys 35 · lunch 40",
    ),
    "a morning": (
        [OPENING, WHYS, BREAK, TRIZ, TALK, CLOSING],
        110,
        "opening 10 · whys 29 · break 15 · triz 28 · talk 13 · closing 15",
    ),
    "ninety minutes that became sixty": (
        [OPENING, rounds("rounds", 3, 5, 3), WHYS, structure("all", 10, 12), CLOSING],
        60,
        "opening 5 · rounds 9 ×3 · whys 25 · all 10 · closing 11",
    ),
}

STEPS = (step(2, 10), step(2, 10, protected=True))

PROTECTED_STEPS: dict[str, Case] = {
    "the other step gives": ([Item("steps", steps=STEPS)], 14, "steps 14"),
    "down to where the protected one would have to": (
        [Item("steps", steps=STEPS), TALK],
        22,
        "steps 12 · talk 10",
    ),
    "a protected optional step stays": (
        [Item("steps", steps=(step(2, 10), step(2, 10, optional=True, protected=True))), TALK],
        22,
        "steps 12 · talk 10",
    ),
    "no round of a protected step is dropped": (
        [replace(ROUNDS, steps=(step(4, 5, repeat="A", protected=True),)), WHYS],
        45,
        "rounds 15 ×3 · whys 30",
    ),
}

DROPPED: dict[str, Case] = {
    "first every round is shorter": ([ROUNDS], 12, "rounds 12 ×3"),
    "then one round less, at its full length": ([ROUNDS], 11, "rounds 10 ×2"),
    "then shorter rounds again": ([ROUNDS], 8, "rounds 8 ×2"),
    "and one round": ([ROUNDS], 5, "rounds 5 ×1"),
    "no fewer than the structure needs": (
        [rounds("rounds", 4, 5, 3, fewest=2), TALK],
        18,
        "rounds 8 ×2 · talk 10",
    ),
    "rounds that the convenor chose": (
        [rounds("rounds", 4, 5, 3, set_by=SetBy.CONVENOR)],
        10,
        "rounds 10 ×2",
    ),
    "minutes of its own lose those of the round": ([rounds("rounds", 4, 5, 3, own=13)], 11, "rounds 8 ×2"),
    "one round of one rather than one of each": (
        [rounds("one", 4, 5, 2), rounds("two", 4, 5, 2)],
        12,
        "one 8 ×2 · two 4 ×1",
    ),
    "a row squeezed to the bone rather than a round": ([WHYS, ROUNDS], 37, "whys 25 · rounds 12 ×3"),
    "a turn for each person is no round to drop": (
        [
            replace(
                rounds("turns", 4, 5, 3, set_by=SetBy.GROUP_SIZE),
                steps=(step(4, 5, repeat="A", grouping="trios"),),
            ),
            TALK,
        ],
        22,
        "turns 12 ×3 · talk 10",
    ),
}

PARKED: dict[str, Case] = {
    "a round rather than a row": ([ROUNDS, WHYS], 30, "rounds 5 ×1 · whys 25"),
    "a talk rather than the answer to a question": ([WHYS, TALK], 26, "whys 26"),
    "one row rather than two": (
        [structure("short", 8, 8), structure("long", 20, 20), structure("middle", 12, 12)],
        30,
        "short 8 · long 20",
    ),
    "a structure rather than a break": ([BREAK, WHYS], 12, "break 12"),
    "a structure rather than the opening": ([OPENING, WHYS], 25, "opening 10"),
    "one of two answers to a question rather than the only one to another": (
        [WHYS, replace(WHYS, code="again"), TRIZ],
        60,
        "whys 30 · triz 30",
    ),
    "two talks rather than a question": (
        [structure("whys", 35, 35, question=0), TALK, replace(TALK, code="speech")],
        36,
        "whys 35",
    ),
    "a question that something protected answers may lose a row": (
        [protected(replace(SPECS, question=0)), WHYS, TRIZ],
        70,
        "specs 35 · triz 35",
    ),
    "not both answers to a question, while something else may go": (
        [
            structure("one", 10, 10, question=0),
            structure("two", 10, 10, question=0),
            structure("three", 12, 12),
            structure("four", 12, 12),
        ],
        24,
        "one 10 · three 12",
    ),
    "nothing is squeezed when parking alone does it": ([WHYS, TRIZ], 40, "whys 35"),
    "the closing never": ([WHYS, CLOSING], 15, "closing 15"),
    "not what is protected": ([protected(TALK), WHYS], 30, "talk 20"),
    "not what is pinned": ([WHYS, pinned(TALK, 20)], 40, "talk 20"),
    "even the opening, at last": ([OPENING, protected(WHYS)], 36, "whys 35"),
}

PINNED: dict[str, Case] = {
    "a late morning is cured before lunch": ([WHYS, TRIZ, LUNCH], 120, "whys 30 · triz 30 · lunch 60"),
    "and the afternoon stays as it is": (
        [WHYS, TRIZ, LUNCH, SPECS],
        155,
        "whys 30 · triz 30 · lunch 60 · specs 35",
    ),
    "a long afternoon is cured after lunch": (
        [WHYS, LUNCH, TRIZ, SPECS],
        180,
        "whys 35 · lunch 60 · triz 30 · specs 30",
    ),
    "each stretch for itself": (
        [WHYS, structure("all", 20, 30), LUNCH, TRIZ],
        150,
        "whys 35 · all 25 · lunch 60 · triz 30",
    ),
    "a pinned row is squeezed where it stands": ([WHYS, pinned(TRIZ, 50)], 80, "whys 35 · triz 30"),
    "unless it is protected": (
        [pinned(protected(TRIZ), 0), WHYS],
        62,
        "triz 35 · whys 27",
    ),
    "a gap is nothing to save": ([WHYS, pinned(TALK, 60)], 75, "whys 35 · talk 15"),
    "what cannot be in time otherwise is parked": (
        [WHYS, TRIZ, pinned(LUNCH, 45)],
        105,
        "whys 35 · lunch 60",
    ),
    "a pin before an earlier one is met by nothing": (
        [pinned(WHYS, 30), pinned(TRIZ, 10)],
        70,
        "whys 35 · triz 35",
    ),
    "nor is one at the very start with something before it": (
        [WHYS, pinned(TRIZ, 0)],
        70,
        "whys 35 · triz 35",
    ),
    "as much as helps where the pin cannot be met": (
        [protected(WHYS), TALK, pinned(TRIZ, 30)],
        65,
        "whys 35 · triz 35",
    ),
}

RED, BLUE = structure("red", 15, 30), structure("blue", 15, 20)

SPLIT: dict[str, Case] = {
    "only the longer track gives": ([rooms("rooms", (RED,), (BLUE,))], 25, "rooms (red 25 | blue 20)"),
    "then both": ([rooms("rooms", (RED,), (BLUE,))], 18, "rooms (red 18 | blue 18)"),
    "another row rather than both tracks": (
        [rooms("rooms", (replace(RED, code="green"),), (RED,)), WHYS],
        60,
        "rooms (green 30 | red 30) · whys 30",
    ),
    "what follows in a track shares": (
        [rooms("rooms", (structure("one", 10, 15), structure("two", 10, 15)), (BLUE,))],
        26,
        "rooms (one 13 · two 13 | blue 20)",
    ),
    "a row of a track is parked": (
        [rooms("rooms", (structure("one", 15, 15), structure("two", 15, 15)), (BLUE,)), protected(WHYS)],
        55,
        "rooms (one 15 | blue 20) · whys 35",
    ),
    "all of it is parked in one piece": (
        [rooms("rooms", (structure("red", 15, 15),), (structure("blue", 15, 15),)), protected(WHYS)],
        35,
        "whys 35",
    ),
    "a protected row of a track makes the others wait": (
        [rooms("rooms", (protected(RED),), (BLUE,)), WHYS],
        60,
        "rooms (red 30 | blue 20) · whys 30",
    ),
    "all that a protected row holds is protected": (
        [rooms("rooms", (RED,), (BLUE,), protected=True), WHYS],
        50,
        "rooms (red 30 | blue 20)",
    ),
    "a pin in a track is met": (
        [rooms("rooms", (RED, pinned(structure("late", 10, 10), 25)), (BLUE,)), WHYS],
        70,
        "rooms (red 25 · late 10 | blue 20) · whys 35",
    ),
    "what begins before the session may end before it": (
        [
            pinned(rooms("rooms", (pinned(structure("early", 2, 2), -5), structure("red", 3, 3))), -5),
            WHYS,
        ],
        35,
        "rooms (early 2 · red 3) · whys 35",
    ),
    "its people are those of its track": (
        [
            rooms(
                "rooms",
                (
                    replace(
                        rounds("turns", 1, 2, 1, set_by=SetBy.GROUP_SIZE), steps=(step(1, 2, repeat="A"),)
                    ),
                ),
                (structure("blue", 5, 5),),
            )
        ],
        12,
        "rooms (turns 12 ×1 | blue 5)",
    ),
}

TABLES = {
    "nothing to do": NOTHING_TO_DO,
    "squeezed": SQUEEZED,
    "protected steps": PROTECTED_STEPS,
    "rounds dropped": DROPPED,
    "parked": PARKED,
    "pinned": PINNED,
    "split": SPLIT,
}
CASES = {f"{table}: {name}": case for table, cases in TABLES.items() for name, case in cases.items()}


@pytest.mark.parametrize("name", CASES)
def test_the_smallest_change(name: str) -> None:
    items, minutes, expected = CASES[name]

    assert fitted(items, minutes) == expected


def test_it_says_when_it_ends_and_what_runs_over() -> None:
    found = fit(plan([WHYS, TRIZ]), 60)

    assert (found.before, found.after, found.over, found.short_by, found.kept) == (70, 60, 10, 0, ())
    assert found.adjustments == (Retime("whys", 30), Retime("triz", 30))


def test_minutes_over_at_a_pin_and_at_the_end_add_up() -> None:
    found = fit(plan([WHYS, TRIZ, LUNCH, SPECS]), 150)

    assert (found.before, found.after, found.over, found.short_by) == (155, 150, 10 + 5, 0)


@pytest.mark.parametrize(
    ("items", "minutes", "short_by", "kept"),
    [
        (
            [protected(WHYS), LUNCH, CLOSING],
            70,
            40,
            (Kept("lunch", 40, Why.PINNED), Kept("closing", 10, Why.CLOSING)),
        ),
        (
            [protected(WHYS), TALK, CLOSING],
            40,
            5,
            (Kept("whys", 35, Why.PROTECTED), Kept("closing", 10, Why.CLOSING)),
        ),
        ([protected(WHYS), TALK, pinned(TRIZ, 30)], 65, 5, (Kept("whys", 35, Why.PROTECTED),)),
        (
            [rooms("rooms", (protected(RED),), (BLUE,))],
            25,
            5,
            (Kept("rooms", 30, Why.PROTECTED),),
        ),
    ],
    ids=["pinned", "protected", "before a pin", "in a track"],
)
def test_it_says_why_it_cannot_fit(
    items: list[Item], minutes: int, short_by: int, kept: tuple[Kept, ...]
) -> None:
    found = fit(plan(items), minutes)

    assert (found.short_by, found.kept) == (short_by, kept)


def test_a_question_that_another_session_answers_may_lose_its_row() -> None:
    items = [WHYS, TRIZ]

    assert fit(plan(items), 35).adjustments == (Park("triz"),)
    assert fit(plan(items), 35, elsewhere=[0]).adjustments == (Park("whys"),)


def test_rounds_are_dropped_before_the_minutes_that_are_left_are_set() -> None:
    assert fit(plan([ROUNDS]), 8).adjustments == (Rerun("rounds", "A", 2), Retime("rounds", 8))
    assert fit(plan([ROUNDS]), 11).adjustments == (Rerun("rounds", "A", 2),)


def test_online_steps_of_the_room_count_nothing() -> None:
    room = Item("room", steps=(step(5, 10), step(5, 10, mode="in_person")))
    online = Meeting(items=(room,), people=18, mode="online")

    assert fit(online, 8).adjustments == (Retime("room", 8),)
    assert fit(online, 10).adjustments == ()


def test_a_debrief_at_the_end_is_kept_like_a_closing() -> None:
    """Two of a quarter of an hour each; the second stands last. A break at the end closes nothing."""
    rows = [Item(code=code, title=code, minutes=15, steps=()) for code in ("first", "debrief")]
    coffee = Item(code="coffee", kind=Kind.BREAK, minutes=10)

    assert [item.kind for item in with_closing(Meeting(items=tuple(rows))).items] == [
        Kind.STRUCTURE,
        Kind.CLOSING,
    ]
    assert with_closing(Meeting(items=(*rows, coffee))).items == (*rows, coffee)
    assert with_closing(Meeting()) == Meeting()

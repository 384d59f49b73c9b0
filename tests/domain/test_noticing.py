"""What the facilitator's eye sees in a plan, and what it leaves alone. Every plan can be added up by hand."""

from dataclasses import replace

import pytest

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Insert, Move, Park, Pin, Protect, Retime, key_of
from sessions.domain.document import Kind, SessionMode
from sessions.domain.limits import MAX_CODE, MAX_NOTICE
from sessions.domain.notice import Level, Notice
from sessions.domain.noticing import OF_A_SESSION, OF_THE_JOURNEY, notices
from sessions.domain.outline import Item, Outline
from tests.domain.outlined import (
    ALL,
    beside,
    closing,
    journey,
    meeting,
    opening,
    pause,
    profile,
    row,
    steps,
    talk,
)


def seen(outline: Outline) -> list[str]:
    return [notice.key for notice in notices(outline)]


def found(outline: Outline, key: str) -> Notice | None:
    return next((notice for notice in notices(outline) if notice.key == key), None)


def good(*between: Item, **fields: object) -> Outline:
    """A string that nothing is to be said about, with these rows in the middle of it."""
    first = row("first", steps=steps("pairs", "whole_group"))
    return journey(meeting(opening(), first, *between, row("last", steps=ALL), closing(), **fields))


def of(*items: Item, **fields: object) -> Outline:
    return journey(meeting(*items, **fields))


def arc(*questions: int | None, **fields: object) -> Outline:
    """Rows that answer these questions, one after the other: a, b, c …"""
    rows = (row("abcdefgh"[number], 5, question=one) for number, one in enumerate(questions))
    return journey(meeting(*rows), questions=4, **fields)


def test_of_a_good_plan_nothing_is_said():
    assert seen(good()) == []
    assert seen(journey()) == []
    assert seen(of()) == []


TIME = {
    "a minute over": (good(booked=59), "over:am:5", Level.PROBLEM, {"minutes": 1}, good(booked=60)),
    "nothing booked, however long": (
        good(booked=30),
        "over:am:30",
        Level.PROBLEM,
        {"minutes": 30},
        good(booked=None),
    ),
    "lunch at minute 40, and the morning takes 41": (
        of(row("a", 41), pause(pinned_at=40)),
        "overlap:pause",
        Level.PROBLEM,
        {"title": "pause", "minutes": 1},
        of(row("a", 40), pause(pinned_at=40)),
    ),
    "pinned inside a track": (
        of(beside("rooms", (row("a", 30), row("b", 10, pinned_at=20)), (row("c", 40),))),
        "overlap:b",
        Level.PROBLEM,
        {"title": "b", "minutes": 10},
        of(beside("rooms", (row("a", 30), row("b", 10, pinned_at=30)), (row("c", 40),))),
    ),
    "19 minutes for steps that need 20": (
        of(row("a", 19, steps=ALL)),
        "too-short:a",
        Level.ADVICE,
        {"title": "a", "minutes": 19, "least": 20},
        of(row("a", 20, steps=ALL)),
    ),
    "a protected step needs its ideal": (
        of(row("a", 9, steps=steps("pairs", minutes=10, least=2, protected=True))),
        "too-short:a",
        Level.ADVICE,
        {"title": "a", "minutes": 9, "least": 10},
        of(row("a", 9, steps=steps("pairs", minutes=10, least=2))),
    ),
    "101 minutes in two rows": (
        of(row("a", 60), row("b", 41)),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 101, "first": "a", "last": "b", "after": ("a",)},
        of(row("a", 60), row("b", 40)),
    ),
    "a break that is none": (
        of(row("a", 60), pause(4), row("b", 41)),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 105, "first": "a", "last": "b", "after": ("a",)},
        of(row("a", 60), pause(5), row("b", 41)),
    ),
    "a hole of 4 minutes before a pinned row": (
        of(row("a", 60), row("b", 41, pinned_at=64)),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 105, "first": "a", "last": "b", "after": ()},
        of(row("a", 60), row("b", 41, pinned_at=65)),
    ),
    "a pinned break comes too late": (
        of(row("a", 60), row("b", 41), pause(pinned_at=110)),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 101, "first": "a", "last": "b", "after": ()},
        of(row("a", 60), pause(pinned_at=60), row("b", 41)),
    ),
    "only one of two tracks has a break": (
        of(row("a", 60), beside("rooms", (row("b", 20), pause(20), row("c", 20)), (row("d", 60),))),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 120, "first": "a", "last": "rooms", "after": ("a",)},
        of(
            row("a", 60),
            beside(
                "rooms", (row("b", 20), pause(20), row("c", 20)), (row("d", 20), pause(20, "p"), row("e", 20))
            ),
        ),
    ),
    "the longest track goes on after the tracks": (
        of(beside("rooms", (row("b", 60),), (row("c", 58),)), row("d", 45)),
        "no-break:am",
        Level.ADVICE,
        {"minutes": 105, "first": "rooms", "last": "d", "after": ("rooms",)},
        of(beside("rooms", (row("b", 20), pause(20, "p"), row("x", 20)), (row("c", 55),)), row("d", 45)),
    ),
    "one row of 101 minutes": (
        of(row("a", 101)),
        "long-row:a",
        Level.HINT,
        {"title": "a", "minutes": 101},
        of(row("a", 100)),
    ),
    "4 minutes to spare of 91": (
        good(row("more", 27), booked=91),
        "slack:am",
        Level.HINT,
        {"minutes": 4, "target": 86},
        good(row("more", 26), booked=91),
    ),
    "none to spare of 91": (
        good(row("more", 31), booked=91),
        "slack:am",
        Level.HINT,
        {"minutes": 0, "target": 86},
        good(row("more", 30), booked=90),
    ),
}

PEOPLE = {
    "3 people for a structure that needs 4": (
        of(row("a", structure=profile(least=4)), people=3),
        "too-few:a",
        Level.PROBLEM,
        {"title": "a", "people": 3, "least": 4},
        of(row("a", structure=profile(least=4)), people=4),
    ),
    "nobody has said how many come": (
        of(row("a", structure=profile(least=4)), people=1),
        "too-few:a",
        Level.PROBLEM,
        {"title": "a", "people": 1, "least": 4},
        of(row("a", structure=profile(least=4)), people=None),
    ),
    "9 people in two tracks are 5 and 4": (
        of(beside("rooms", (row("a"),), (row("b", structure=profile(least=5)),), lead="Ana"), people=9),
        "too-few:b",
        Level.PROBLEM,
        {"title": "b", "people": 4, "least": 5},
        of(beside("rooms", (row("a"),), (row("b", structure=profile(least=4)),), lead="Ana"), people=9),
    ),
    "13 people for a structure of at most 12": (
        of(row("a", structure=profile(most=12)), people=13),
        "too-many:a",
        Level.ADVICE,
        {"title": "a", "people": 13, "most": 12},
        of(row("a", structure=profile(most=12)), people=12),
    ),
    "a poor fit on a call": (
        of(row("a", structure=profile(online="poorly")), mode=SessionMode.ONLINE),
        "poor-online:a",
        Level.ADVICE,
        {"title": "a"},
        of(row("a", structure=profile(online="adapted")), mode=SessionMode.ONLINE),
    ),
    "a poor fit on a call is a good one in a room": (
        of(row("a", structure=profile(online="poorly")), mode=SessionMode.ONLINE),
        "poor-online:a",
        Level.ADVICE,
        {"title": "a"},
        of(row("a", structure=profile(online="poorly")), mode=SessionMode.HYBRID),
    ),
    "18 people in fours are five groups, and there are four places": (
        of(row("a", steps=steps("fours")), rooms=4),
        "rooms:a",
        Level.ADVICE,
        {"title": "a", "wanted": 5, "rooms": 4},
        of(row("a", steps=steps("fours")), rooms=5),
    ),
    "nine pairs need nine rooms on a call": (
        of(row("a", steps=steps("pairs")), rooms=8, mode=SessionMode.ONLINE),
        "rooms:a",
        Level.PROBLEM,
        {"title": "a", "wanted": 9, "rooms": 8},
        of(row("a", steps=steps("pairs")), rooms=9, mode=SessionMode.ONLINE),
    ),
    "nine pairs stand anywhere in a room": (
        of(row("a", steps=steps("trios")), rooms=1),
        "rooms:a",
        Level.ADVICE,
        {"title": "a", "wanted": 6, "rooms": 1},
        of(row("a", steps=steps("pairs")), rooms=1),
    ),
    "19 people are eight pairs and a trio, who stand anywhere, too": (
        of(row("a", steps=steps("trios")), rooms=1, people=19),
        "rooms:a",
        Level.ADVICE,
        {"title": "a", "wanted": 6, "rooms": 1},
        of(row("a", steps=steps("pairs")), rooms=1, people=19),
    ),
    "no breakout rooms at all": (
        of(row("a", steps=steps("fours")), rooms=0, mode=SessionMode.ONLINE),
        "rooms:a",
        Level.PROBLEM,
        {"title": "a", "wanted": 5, "rooms": 0},
        of(row("a", steps=steps("whole_group", "alone")), rooms=0, mode=SessionMode.ONLINE),
    ),
    "three tracks in two rooms": (
        of(beside("all", (row("a"),), (row("b"),), (row("c"),), lead="Ana"), rooms=2),
        "rooms-tracks:all",
        Level.PROBLEM,
        {"title": "all", "wanted": 3, "rooms": 2},
        of(beside("all", (row("a"),), (row("b"),), (), lead="Ana"), rooms=2),
    ),
    "tracks whose pairs need rooms of their own on a call": (
        of(
            beside("all", (row("a", steps=steps("pairs")),), (row("b"),), lead="Ana"),
            rooms=4,
            mode=SessionMode.ONLINE,
        ),
        "rooms:all",
        Level.PROBLEM,
        {"title": "all", "wanted": 5, "rooms": 4},
        of(beside("all", (row("a", steps=steps("pairs")),), (row("b"),), lead="Ana"), rooms=4),
    ),
    "nobody to talk to": (
        of(row("a", steps=steps("pairs")), people=1),
        "left-alone:a",
        Level.HINT,
        {"title": "a"},
        of(row("a", steps=steps("pairs")), people=3),
    ),
    "who is alone by design is not left alone": (
        of(row("a", steps=steps("trios")), people=1),
        "left-alone:a",
        Level.HINT,
        {"title": "a"},
        of(row("a", steps=steps("alone")), people=1),
    ),
    "one lead in two rooms": (
        of(beside("all", (row("a", lead="Ana"),), (row("b", lead=" ana "),))),
        "lead-twice:b",
        Level.PROBLEM,
        {"lead": "ana", "first": "a", "second": "b"},
        of(beside("all", (row("a", lead="Ana"),), (row("b", lead="Ben"),))),
    ),
    "one lead in two rooms, one after the other": (
        of(beside("all", (row("a", lead="Ana"),), (row("x", 19, lead="Ben"), row("b", lead="Ana")))),
        "lead-twice:b",
        Level.PROBLEM,
        {"lead": "Ana", "first": "a", "second": "b"},
        of(beside("all", (row("a", lead="Ana"),), (row("x", 20, lead="Ben"), row("b", lead="Ana")))),
    ),
    "one lead for a whole track": (
        of(beside("all", (row("a", lead="Ana"),), (row("b", lead="Ana"),))),
        "lead-twice:b",
        Level.PROBLEM,
        {"lead": "Ana", "first": "a", "second": "b"},
        of(beside("all", (row("a", lead="Ana"), row("b", lead="Ana")), (row("c", lead="Ben"),))),
    ),
    "nobody leads in blue": (
        of(beside("all", (row("a", lead="Ana"),), (row("b"),))),
        "no-lead:all",
        Level.HINT,
        {"tracks": ("blue",)},
        of(beside("all", (row("a", lead="Ana"),), (row("b", lead="Ben"),))),
    ),
    "one track alone needs no lead of its own": (
        of(beside("all", (row("a"),), (row("b"),))),
        "no-lead:all",
        Level.HINT,
        {"tracks": ("red", "blue")},
        of(beside("all", (row("a"),), (pause(),))),
    ),
    "three times alone, in pairs, in fours, together": (
        of(row("a", steps=ALL), row("b", steps=ALL), row("c", steps=ALL)),
        "same-groups:c",
        Level.HINT,
        {"title": "c", "titles": ("a", "b", "c"), "path": ("alone", "pairs", "fours", "whole_group")},
        of(row("a", steps=ALL), row("b", steps=ALL), row("c", steps=ALL[1:])),
    ),
    "three talks, whatever stands between": (
        of(talk("a"), pause(), talk("b"), talk("c")),
        "same-groups:c",
        Level.HINT,
        {"title": "c", "titles": ("a", "b", "c"), "path": ("whole_group",)},
        of(talk("a"), talk("b"), row("x", steps=steps("pairs")), talk("c")),
    ),
}

FLOW = {
    "a closing that nobody protects runs over": (
        good(booked=59),
        "closing-open:closing",
        Level.ADVICE,
        {"title": "closing"},
        good(booked=60),
    ),
    "a closing of 4 minutes": (
        of(opening(), row("a"), row("b", steps=ALL), closing(4)),
        "closing-short:closing",
        Level.ADVICE,
        {"title": "closing", "minutes": 4},
        of(opening(), row("a"), row("b", steps=ALL), closing(5)),
    ),
    "an hour without a closing": (
        of(opening(20), row("a"), row("b", steps=ALL)),
        "no-closing:am",
        Level.HINT,
        {},
        of(opening(19), row("a"), row("b", steps=ALL)),
    ),
    "an hour that a debrief closes": (
        of(opening(20), row("a"), row("b", steps=ALL)),
        "no-closing:am",
        Level.HINT,
        {},
        of(opening(20), row("a"), row("b", structure=profile("what-so-what-now-what"))),
    ),
    "the last structure ends in trios": (
        of(opening(), row("a"), row("b", steps=steps("alone", "trios"))),
        "no-debrief:am",
        Level.ADVICE,
        {"count": 2, "title": "b"},
        of(opening(), row("a"), row("b", steps=steps("trios", "whole_group"))),
    ),
    "a closing of 9 minutes makes no sense of it": (
        of(opening(), row("a"), row("b"), closing(9)),
        "no-debrief:am",
        Level.ADVICE,
        {"count": 2, "title": "b"},
        of(opening(), row("a"), row("b"), closing(10)),
    ),
    "a talk makes no sense of it": (
        of(opening(), row("a"), row("b"), talk()),
        "no-debrief:am",
        Level.ADVICE,
        {"count": 2, "title": "b"},
        of(opening(), row("a"), row("b"), row("gallery", kind=Kind.OTHER)),
    ),
    "a debrief three structures ago": (
        of(opening(), row("w3", structure=profile("what-so-what-now-what")), row("a"), row("b")),
        "no-debrief:am",
        Level.ADVICE,
        {"count": 3, "title": "b"},
        of(opening(), row("a"), row("w3", structure=profile("what-so-what-now-what")), row("b")),
    ),
    "tracks end apart": (
        of(opening(), row("a"), beside("all", (row("b", lead="Ana", steps=ALL),), (row("c", lead="Ben"),))),
        "no-debrief:am",
        Level.ADVICE,
        {"count": 2, "title": "all"},
        of(
            opening(),
            row("a"),
            beside("all", (row("b", lead="Ana"),), (row("c", lead="Ben"),)),
            row("d", steps=ALL),
        ),
    ),
    "a start in fours": (
        of(row("a", steps=steps("fours")), row("b", steps=ALL)),
        "cold-start:am",
        Level.HINT,
        {"title": "a"},
        of(row("a", steps=steps("fours", "trios")), row("b", steps=ALL)),
    ),
    "coffee first, then fours": (
        of(pause(), row("a", steps=steps("fours")), row("b", steps=ALL)),
        "cold-start:am",
        Level.HINT,
        {"title": "a"},
        of(pause(), opening(), row("a", steps=steps("fours")), row("b", steps=ALL)),
    ),
    "two rows without words": (
        good(row("a", invitation=""), row("b", invitation=" ")),
        "no-invitation:am",
        Level.ADVICE,
        {"titles": ("a", "b")},
        good(row("a"), row("b", kind=Kind.OTHER, invitation="")),
    ),
    "one lonely row has hardly begun": (
        of(row("a", invitation=""), row("b", steps=ALL)),
        "no-invitation:am",
        Level.ADVICE,
        {"titles": ("a",)},
        of(row("a", invitation="")),
    ),
    "a question nobody answers": (
        arc(0, 1, 2),
        "unanswered:q4",
        Level.ADVICE,
        {"number": 4, "text": "Question 4?", "parked": ""},
        arc(0, 1, 2, 3),
    ),
    "before anything is answered no question is missed": (
        arc(0, 1, 3),
        "unanswered:q3",
        Level.ADVICE,
        {"number": 3, "text": "Question 3?", "parked": ""},
        arc(None),
    ),
    "what could answer it is parked": (
        arc(0, 1, 2, parked=(row("later", question=3),)),
        "unanswered:q4",
        Level.ADVICE,
        {"number": 4, "text": "Question 4?", "parked": "later"},
        arc(0, 1, 2, 3),
    ),
    "the third question comes first": (
        arc(2, 0, 1),
        "out-of-order:questions",
        Level.HINT,
        {"numbers": ("3",)},
        arc(0, 1, 2),
    ),
    "a question may come back": (
        arc(1, 0, 1),
        "out-of-order:questions",
        Level.HINT,
        {"numbers": ("2",)},
        arc(0, 1, 0, 2, 1),
    ),
}
CASES = TIME | PEOPLE | FLOW


@pytest.mark.parametrize("name", CASES)
def test_it_is_seen_and_what_is_just_short_of_it_is_not(name):
    plan, key, level, said, just_short = CASES[name]

    notice = found(plan, key)

    assert notice is not None, seen(plan)
    assert (notice.level, notice.said) == (level, said)
    assert found(just_short, key) is None


def test_every_rule_is_tried():
    names = {key.partition(":")[0] for _plan, key, *_rest in CASES.values()} - {"rooms-tracks"}

    assert {rule.__name__.replace("_", "-") for rule in (*OF_A_SESSION, *OF_THE_JOURNEY)} == names


FIXES = {
    "over:am:5": (good(booked=59), []),
    "overlap:pause": (of(row("a", 41), pause(pinned_at=40)), [Pin("pause", None)]),
    "too-short:a": (of(row("a", 19, steps=ALL)), [Retime("a", 20)]),
    "long-row:a": (of(row("a", 101)), []),
    "too-few:a": (of(row("a", structure=profile()), people=3), [Park("a")]),
    "closing-open:closing": (good(booked=59), [Protect("closing")]),
    "closing-short:closing": (of(row("a"), row("b", steps=ALL), closing(4)), [Retime("closing", 10)]),
}


@pytest.mark.parametrize("key", FIXES)
def test_what_settles_it(key):
    plan, fix = FIXES[key]

    assert list(found(plan, key).fix) == fix  # type: ignore[union-attr]


KEPT = {
    "too few for something protected": (
        of(row("a", structure=profile(), protected=True), people=3),
        "too-few:a",
    ),
    "too few for something pinned": (of(row("a", structure=profile(), pinned_at=5), people=3), "too-few:a"),
    "a protected row shorter than its steps": (of(row("a", 19, steps=ALL, protected=True)), "too-short:a"),
    "a protected closing of a minute": (
        of(row("a"), row("b", steps=ALL), closing(1, protected=True)),
        "closing-short:closing",
    ),
    "longer, it would run into lunch": (
        of(row("a", 19, steps=ALL), pause(pinned_at=19)),
        "too-short:a",
    ),
    "a break would run into lunch": (
        of(row("a", 60), row("b", 41), pause(30, pinned_at=101)),
        "no-break:am",
    ),
    "an opening before a pinned row": (
        of(row("a", pinned_at=0), row("b", steps=ALL)),
        "cold-start:am",
    ),
    "a look back would run into lunch": (
        of(opening(), row("a"), row("b"), pause(pinned_at=50)),
        "no-debrief:am",
    ),
    "bringing it back would run into lunch": (
        journey(
            meeting(row("a", question=0), closing(), pause(pinned_at=30)),
            questions=2,
            parked=(row("later", question=1),),
        ),
        "unanswered:q2",
    ),
    "the row out of order is pinned": (
        journey(meeting(row("a", question=1, pinned_at=0), row("b", question=0)), questions=2),
        "out-of-order:questions",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_must_stay_has_no_fix(name):
    plan, key = KEPT[name]

    assert found(plan, key).fix == ()  # type: ignore[union-attr]


BREAKS = {
    "in the middle": ([30, 30, 30, 30], [2]),
    "nearest to the middle": ([20, 20, 70], [2]),
    "the earlier of two that are as good": ([40, 40, 40], [1]),
    "one is enough": ([45, 45, 45, 45], [2]),
    "as many as it takes": ([60, 60, 60, 60], [2, 1, 5]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_is_added_where_it_divides_best(name):
    minutes, places = BREAKS[name]
    rows = (row(f"r{number}", one) for number, one in enumerate(minutes))

    fix = found(of(*rows), "no-break:am").fix  # type: ignore[union-attr]

    assert fix == tuple(Insert("am", at, Item(kind=Kind.BREAK, minutes=15)) for at in places)


def test_no_break_stands_right_before_the_closing():
    plan = of(row("a", 50), row("b", 45), closing(10))

    assert [one.at for one in found(plan, "no-break:am").fix] == [1]  # type: ignore[union-attr]


def test_what_is_added_stands_where_a_host_would_put_it():
    plan = of(row("a", steps=steps("fours")), row("b", steps=steps("fours"), minutes=40), pause())

    fixes = {notice.key: [key_of(one) for one in notice.fix] for notice in notices(plan)}

    assert fixes == {
        "no-debrief:am": ["insert:am:2"],
        "no-closing:am": ["insert:am:3"],
        "cold-start:am": ["insert:am:0"],
    }


def test_what_is_parked_comes_back_before_the_closing():
    plan = journey(meeting(row("a", question=0), closing()), questions=2, parked=(row("later", question=1),))

    assert found(plan, "unanswered:q2").fix == (Move("later", "am", 1),)  # type: ignore[union-attr]


def test_problems_come_first_then_advice_then_hints():
    plan = of(
        row("a", 60, steps=steps("fours"), invitation=""),
        row("b", 41, steps=ALL, structure=profile(least=20)),
        booked=100,
    )

    assert seen(plan) == [
        "over:am:5",
        "too-few:b",
        "no-break:am",
        "no-invitation:am",
        "no-closing:am",
        "cold-start:am",
    ]


def test_what_is_dismissed_is_left_out_and_nothing_else():
    plan = good(booked=50)

    assert seen(plan) == ["over:am:15", "closing-open:closing"]
    left = [one.key for one in notices(plan, dismissed=["over:am:15", "long-row:x"])]
    assert left == ["closing-open:closing"]


@pytest.mark.parametrize(
    ("minutes", "size"),
    [
        (1, "5"),
        (5, "5"),
        (6, "15"),
        (15, "15"),
        (16, "30"),
        (31, "60"),
        (60, "60"),
        (61, "more"),
        (300, "more"),
    ],
)
def test_what_runs_over_is_another_problem_when_it_has_grown(minutes, size):
    assert [key for key in seen(of(row("a", 60 + minutes), booked=60)) if key.startswith("over:")] == [
        f"over:am:{size}"
    ]


def test_a_key_survives_what_has_nothing_to_do_with_it():
    plan = good(booked=50)
    elsewhere = adjusted(plan, [Retime("first", 22), Insert("am", 1, talk("sponsor", 3))])

    assert set(seen(plan)) <= set(seen(elsewhere))


def test_a_key_is_short_enough_to_be_kept():
    longest = max(len(key.partition(":")[0]) for _plan, key, *_rest in CASES.values())

    assert longest + 1 + MAX_CODE <= MAX_NOTICE


def test_each_session_is_seen_for_itself():
    morning = meeting(row("a", 60), row("b", 41, steps=ALL))
    afternoon = replace(
        morning, code="pm", items=tuple(replace(one, code=f"{one.code}2") for one in morning.items)
    )

    assert seen(journey(morning, afternoon)) == [
        "no-break:am",
        "no-break:pm",
        "no-closing:am",
        "cold-start:am",
        "no-closing:pm",
        "cold-start:pm",
    ]

"""Drafts that a facilitator can reckon with in the head.

Here whys takes 20 minutes in pairs, specs 25 to 40 in small groups, triz 35 in fours, all 12 for everyone, troika 25 to
30 in trios, and marathon 95 for everyone. An hour has five minutes for its opening and ten for its closing.
"""

from dataclasses import replace

import pytest

from sessions.domain.briefing import Brief
from sessions.domain.document import Kind
from sessions.domain.drafting import Character, draft
from sessions.domain.outline import Item, Meeting
from tests.domain.drafts import (
    NAMED,
    STRONG,
    USEFUL,
    brief,
    catalogue,
    drafts_in_words,
    known,
    step,
    told,
    wanted,
)

CATALOGUE = catalogue(
    known("whys", step("pairs", 20)),
    known("specs", step("small_groups", 25, 40, 60)),
    known("triz", step("fours", 35)),
    known("all", step("whole_group", 12)),
    known("troika", step("trios", 25, 30, 40), least=3),
    known("crowd", step("whole_group", 30), least=12, online="poorly"),
    known("table", step("small_groups", 20), most=12),
    known("marathon", step("whole_group", 95)),
    known("knots", step("fours", 40), difficulty="advanced"),
)
PURPOSE = wanted(whys=NAMED)
RULES = wanted(specs=NAMED)
START = wanted(triz=NAMED)
POSSIBLE = wanted(all=NAMED)
NEXT = wanted(troika=NAMED)
TALK = Item("talk", "talk", Kind.TALK, 15)
COFFEE = Item("coffee", "coffee", Kind.BREAK, 15)
LUNCH = Item("lunch", "lunch", Kind.BREAK, 45, pinned_at=60)
WELCOME = Item("welcome", "welcome", Kind.OPENING, 7)
FAREWELL = Item("farewell", "farewell", Kind.CLOSING, 8, protected=True)
OURS = Item("ours", "ours", Kind.OTHER, 20, question=1)


def deep(asked, turn=0):
    return next(one for one in draft(asked, CATALOGUE, turn) if one.character == Character.DEEP)


def of(character, asked):
    found = drafts_in_words(draft(asked, CATALOGUE))
    return found.get(character)


DEEP = {
    "one question": (brief(60, PURPOSE), "opening 5 · whys 20 · closing 10"),
    "two questions in their order": (
        brief(90, PURPOSE, START),
        "opening 10 · whys 20 · triz 35 · closing 10",
    ),
    "the other order": (brief(90, START, PURPOSE), "opening 10 · triz 35 · whys 20 · closing 10"),
    "half an hour has a short frame": (brief(30, POSSIBLE), "opening 3 · all 12 · closing 5"),
    "a long day has a long one": (brief(300, POSSIBLE), "opening 15 · all 12 · closing 15"),
    "what can be longer is longer": (brief(120, RULES), "opening 10 · specs 45 · closing 10"),
    "as long as there is time": (brief(60, RULES), "opening 5 · specs 45 · closing 10"),
    "half way to the shortest where there is less": (brief(48, RULES), "opening 5 · specs 33 · closing 10"),
    "the shortest where there is no more": (brief(40, RULES), "opening 5 · specs 25 · closing 10"),
    "it fits to the minute": (brief(50, START), "opening 5 · triz 35 · closing 10"),
    "the stronger of two": (
        brief(60, wanted(whys=USEFUL, triz=NAMED)),
        "opening 5 · triz 35 · closing 10",
    ),
    "the one for which there is time": (
        brief(40, wanted(whys=USEFUL, triz=NAMED)),
        "opening 5 · whys 20 · closing 10",
    ),
    "not twice the same": (
        brief(90, PURPOSE, wanted(whys=NAMED, all=USEFUL)),
        "opening 10 · whys 20 · all 12 · closing 10",
    ),
    "who needs it most gets it": (
        brief(90, wanted(whys=NAMED, triz=STRONG), PURPOSE),
        "opening 10 · triz 35 · whys 20 · closing 10",
    ),
    "much time for one question": (
        brief(120, wanted(whys=NAMED, triz=STRONG)),
        "opening 10 · triz 35 · whys 20 · closing 10",
    ),
    "a break before anybody has sat for too long": (
        brief(150, PURPOSE, RULES, START),
        "opening 10 · whys 20 · specs 45 · break 10 · triz 35 · closing 10",
    ),
    "a quarter of an hour in a longer session": (
        brief(180, RULES, START, NEXT),
        "opening 10 · specs 45 · triz 35 · break 15 · troika 40 · closing 10",
    ),
    "no break in a hundred minutes": (
        brief(100, PURPOSE, START, POSSIBLE),
        "opening 10 · whys 20 · triz 35 · all 12 · closing 10",
    ),
    "a long session ends with five minutes to spare": (
        brief(92, RULES, POSSIBLE),
        "opening 10 · specs 45 · all 12 · closing 10",
    ),
    "two sessions": (
        Brief((PURPOSE, START), tuple(Meeting(c, c, (), 50, 18) for c in "ab")),
        "opening 5 · whys 20 · closing 10 | opening 5 · triz 35 · closing 10",
    ),
    "a second session with nothing to do stays empty": (
        Brief((START,), tuple(Meeting(c, c, (), 50, 18) for c in "ab")),
        "opening 5 · triz 35 · closing 10 | ",
    ),
    "no session stays empty that one of several could fill": (
        Brief((PURPOSE, START), tuple(Meeting(c, c, (), 50 + 130 * (c == "b"), 18) for c in "ab")),
        "opening 5 · whys 20 · closing 10 | opening 10 · triz 35 · closing 10",
    ),
    "the first is too short for it": (
        Brief((START,), (Meeting("a", "a", (), 30, 18), Meeting("b", "b", (), 60, 18))),
        " | opening 5 · triz 35 · closing 10",
    ),
}
SUITED = {
    "too many people": (
        brief(60, wanted(table=NAMED, all=USEFUL), people=18),
        "opening 5 · all 12 · closing 10",
    ),
    "not too many": (
        brief(60, wanted(table=NAMED, all=USEFUL), people=12),
        "opening 5 · table 20 · closing 10",
    ),
    "too few": (brief(60, wanted(crowd=NAMED, all=USEFUL), people=8), "opening 5 · all 12 · closing 10"),
    "nobody knows how many come": (
        brief(60, wanted(crowd=NAMED, all=USEFUL), people=None),
        "opening 5 · crowd 30 · closing 10",
    ),
    "not on a call": (
        brief(60, wanted(crowd=NAMED, all=USEFUL), mode="online"),
        "opening 5 · all 12 · closing 10",
    ),
    "in a hybrid session": (
        brief(60, wanted(crowd=NAMED, all=USEFUL), mode="hybrid"),
        "opening 5 · crowd 30 · closing 10",
    ),
    "a lot to ask of a new host": (
        brief(60, wanted(knots=NAMED, triz=STRONG), experience="new"),
        "opening 5 · triz 35 · closing 10",
    ),
    "not of one who has hosted much": (
        brief(60, wanted(knots=NAMED, triz=STRONG), experience="much"),
        "opening 5 · knots 40 · closing 10",
    ),
    "unwanted": (
        brief(60, wanted(triz=NAMED, all=USEFUL), never=frozenset({"triz"})),
        "opening 5 · all 12 · closing 10",
    ),
    "insisted on": (
        brief(60, wanted(triz=NAMED, all=USEFUL), must=("all",)),
        "opening 5 · all 12 · closing 10",
    ),
    "insisted on though it answers nothing here": (
        brief(90, PURPOSE, must=("triz",)),
        "opening 10 · triz 35 · whys 20 · closing 10",
    ),
    "insisted on with the opening it lasts too long, then all rest": (
        brief(150, wanted(marathon=NAMED), POSSIBLE, must=("marathon",)),
        "opening 10 · marathon 95 · break 10 · all 12 · closing 10",
    ),
    "insisted on and nothing but the closing follows": (
        brief(125, wanted(marathon=NAMED), must=("marathon",)),
        "opening 10 · marathon 95 · closing 10",
    ),
    "insisted on after others, with a break before it": (
        brief(200, START, PURPOSE, wanted(marathon=NAMED), must=("marathon",)),
        "opening 10 · triz 35 · whys 20 · break 15 · marathon 95 · closing 10",
    ),
    "insisted on where others answer everything": (
        brief(90, PURPOSE, must=("whys",), elsewhere=frozenset({0})),
        "opening 10 · whys 20 · closing 10",
    ),
    "insisted on where others answer everything, and it nothing": (
        brief(90, PURPOSE, must=("triz",), elsewhere=frozenset({0})),
        "opening 10 · triz 35 · closing 10",
    ),
    "insisted on at the cost of a question": (
        brief(60, PURPOSE, wanted(all=USEFUL, triz=USEFUL), must=("triz",)),
        "opening 5 · triz 35 · closing 10",
    ),
}
KEPT = {
    "an opening and a closing of their own": (
        brief(60, START, kept=(WELCOME, FAREWELL)),
        "welcome 7 · triz 35 · farewell 8",
    ),
    "a talk": (brief(90, START, kept=(TALK,)), "opening 10 · triz 35 · talk 15 · closing 10"),
    "lunch at its time": (
        brief(180, RULES, START, kept=(LUNCH,)),
        "opening 10 · specs 45 · lunch 45 · triz 35 · closing 10",
    ),
    "a break is one": (
        brief(150, RULES, START, kept=(COFFEE,)),
        "opening 10 · specs 45 · triz 35 · coffee 15 · closing 10",
    ),
    "what answers a question stays in the order": (
        brief(90, PURPOSE, wanted(triz=NAMED), POSSIBLE, kept=(OURS,)),
        "opening 10 · whys 20 · ours 20 · all 12 · closing 10",
    ),
}


@pytest.mark.parametrize("case", [*DEEP, *SUITED, *KEPT])
def test_the_deep_draft(case):
    asked, expected = (DEEP | SUITED | KEPT)[case]

    assert told(deep(asked)) == expected


THREE = brief(
    90,
    wanted(whys=NAMED, all=STRONG),
    wanted(specs=NAMED, table=STRONG),
    wanted(triz=NAMED, whys=USEFUL),
    wanted(troika=NAMED, all=USEFUL),
    people=12,
)


def test_three_characters():
    assert drafts_in_words(draft(THREE, CATALOGUE)) == {
        "deep": "opening 10 · specs 40 · troika 30 · closing 10",
        "brisk": "opening 10 · whys 20 · table 20 · all 12 · closing 10",
        "lively": "opening 10 · whys 20 · table 20 · troika 30 · closing 10",
    }


def test_the_same_brief_gets_the_same_drafts():
    assert draft(THREE, CATALOGUE) == draft(THREE, CATALOGUE)


def test_drafts_that_say_the_same_are_one():
    assert len(draft(brief(60, PURPOSE), CATALOGUE)) == 1


def test_another_turn_has_others():
    asked = brief(60, wanted(whys=NAMED, all=STRONG, triz=STRONG))

    first, second = (deep(asked, turn) for turn in (0, 1))

    assert (told(first), told(second)) == (
        "opening 5 · triz 35 · closing 10",
        "opening 5 · whys 20 · closing 10",
    )


def test_the_turns_begin_anew():
    asked = brief(60, wanted(whys=NAMED, all=STRONG, triz=STRONG))

    assert draft(asked, CATALOGUE, 4) == draft(asked, CATALOGUE)


@pytest.mark.parametrize(
    "asked",
    [
        brief(60),
        brief(60, wanted()),
        brief(60, wanted(crowd=NAMED), people=4),
        brief(15, START),
        brief(30, START, kept=(replace(TALK, minutes=40),)),
        brief(60, START, kept=(replace(TALK, minutes=50), replace(LUNCH, pinned_at=30))),
        brief(60, wanted(unheard_of=NAMED)),
    ],
)
def test_nothing_to_draft(asked):
    assert draft(asked, CATALOGUE) == ()


def test_how_long_must_be_known():
    with pytest.raises(ValueError, match="how long 'am' is"):
        draft(brief(None, PURPOSE), CATALOGUE)


LEFT = {
    "nothing is known for it": (brief(60, PURPOSE, wanted()), [(1, "unknown", {})]),
    "nothing suits": (
        brief(60, PURPOSE, wanted(crowd=NAMED), people=8),
        [(1, "unsuited", {"people": 8})],
    ),
    "all that would is there already": (brief(60, PURPOSE, PURPOSE), [(1, "taken", {})]),
    "all that would ran before": (
        brief(60, PURPOSE, wanted(triz=NAMED), ran=frozenset({"triz"})),
        [(1, "taken", {})],
    ),
    "all that would is unwanted": (
        brief(60, PURPOSE, wanted(triz=NAMED), never=frozenset({"triz"})),
        [(1, "unwanted", {})],
    ),
    "there is no time": (brief(60, PURPOSE, START), [(0, "depth", {"least": 20})]),
}


@pytest.mark.parametrize("case", LEFT)
def test_what_is_left_out_is_said(case):
    asked, expected = LEFT[case]

    left = deep(asked).left_out

    assert [(one.question, one.because.code, dict(one.because.params)) for one in left] == expected


def test_the_one_that_matters_less_is_left_out():
    other = wanted(table=NAMED)
    asked = [brief(40, PURPOSE, other, people=12), brief(40, PURPOSE, replace(other, weight=2), people=12)]

    assert [[left.question for left in deep(one).left_out] for one in asked] == [[1], [0]]


def test_what_could_not_be_used_is_said():
    assert deep(brief(60, PURPOSE, must=("marathon",))).missing == ("marathon",)


def reasons(one):
    return [[why.code for why in row.why] for row in one.rows[0]]


def test_each_row_says_why_it_is_there():
    asked = brief(150, PURPOSE, RULES, START, kept=(TALK,))

    assert told(deep(asked)) == (
        "opening 10 · whys 20 · specs 45 · break 10 · triz 35 · talk 15 · closing 10"
    )
    assert reasons(deep(asked)) == [
        ["opens"],
        ["strong"],
        ["strong", "varies", "stretched"],
        ["rests"],
        ["strong", "varies"],
        ["kept"],
        ["closes"],
    ]


def test_what_follows_well_is_said():
    offered = catalogue(
        known("whys", step("pairs", 20)),
        known("triz", step("fours", 35), follows={"whys": "Why, then what not."}),
    )
    [one] = draft(brief(90, PURPOSE, START), offered)

    assert one.rows[0][2].why[1].params == {"before": "whys", "because": "Why, then what not."}


def test_a_row_says_what_the_fit_says():
    assert [item.invitation for item in deep(brief(60, PURPOSE)).meetings[0].items] == [
        "",
        "whys to this?",
        "",
    ]


def test_two_rows_in_the_same_configuration_are_avoided():
    offered = catalogue(
        known("one", step("fours", 30)), known("two", step("fours", 30)), known("three", step("pairs", 30))
    )

    found = draft(brief(90, wanted(one=NAMED), wanted(two=NAMED, three=95)), offered)

    assert told(found[0]) == "opening 10 · one 30 · three 30 · closing 10"

"""The tech host's minutes: when to open, warn and close, and what to paste."""

import pytest

from sessions.domain.cues import chats, cues
from sessions.domain.staging import Part
from structures.domain.scenes import scenes
from structures.domain.shapes import Grouping, Repeat, RepeatUnit, Step
from structures.domain.timing import turns


def step(title, grouping, minutes, repeat=""):
    return Step(title, grouping, minutes, minutes, minutes, repeat=repeat)


def part(begin, steps, *, people=18, repeats=(), invitations=(), whats=None, place="", title="TRIZ"):
    run = turns(steps, people, repeats)
    return Part(
        0,
        title,
        begin,
        people,
        scenes(steps, run, people, repeats),
        place=place,
        invitations=tuple(invitations),
        whats=tuple(whats or (one.title.upper() for one in steps)),
    )


TROIKA = (
    step("Reflect", Grouping.ALONE, 1),
    *(step(*one, "C") for one in [("Share", "trios", 2), ("Consult", "trios", 5)]),
)
CLIENTS = (Repeat("C", RepeatUnit.CLIENT, 3, 3, 3),)
ALL = (
    step("Alone", Grouping.ALONE, 1),
    step("Pairs", Grouping.PAIRS, 2),
    step("Fours", Grouping.FOURS, 4),
    step("All", Grouping.WHOLE_GROUP, 5),
)


def said(cue):
    more = f" {len(cue.sizes)} for {cue.minutes}" if cue.do == "open" else ""
    step = f" {cue.step} {cue.number}/{cue.of}" if cue.step else ""
    return f"{cue.minute} {cue.do}{more}{step}{' on' if cue.follows else ''}"


def test_rooms_are_opened_hear_of_each_step_are_warned_and_closed():
    assert [said(cue) for cue in cues([part(13, TROIKA, repeats=CLIENTS)])] == [
        "14 open 6 for 21 Share 1/3",
        "16 tell Consult 1/3",
        "21 tell Share 2/3",
        "23 tell Consult 2/3",
        "28 tell Share 3/3",
        "30 tell Consult 3/3",
        "34 warn",
        "35 close",
    ]


def test_rooms_that_follow_rooms_are_closed_by_opening_the_others():
    assert [said(cue) for cue in cues([part(0, ALL)])] == [
        "1 open 9 for 2 Pairs 1/1",
        "3 open 5 for 4 Fours 1/1 on",
        "6 warn",
        "7 close",
    ]


@pytest.mark.parametrize(("minutes", "warned"), [(1, False), (2, False), (3, True), (10, True)])
def test_who_has_three_minutes_is_warned(minutes, warned):
    found = cues([part(0, (step("Pairs", Grouping.PAIRS, minutes),))])

    assert [said(cue) for cue in found if cue.do == "warn"] == ([f"{minutes - 1} warn"] if warned else [])


def test_a_step_that_begins_in_the_last_minute_is_warning_enough():
    steps = (step("Talk", Grouping.PAIRS, 5), step("Note", Grouping.PAIRS, 1))

    assert [said(cue) for cue in cues([part(0, steps)])] == [
        "0 open 9 for 6 Talk 1/1",
        "5 tell Note 1/1",
        "6 close",
    ]


def test_rooms_close_between_two_rows_for_the_next_invitation_is_heard_by_all():
    pairs = (step("Pairs", Grouping.PAIRS, 2),)

    assert [said(cue) for cue in cues([part(0, pairs), part(2, pairs)])] == [
        "0 open 9 for 2 Pairs 1/1",
        "2 close",
        "2 open 9 for 2 Pairs 1/1",
        "4 close",
    ]


def test_everyone_together_needs_no_cue():
    assert cues([part(0, (step("Talk", Grouping.WHOLE_GROUP, 10),)), part(10, ALL[1:3], people=2)]) == ()


def pasted(*parts):
    return [
        (one.minute, one.invitation, [title for title, _minutes, _what in one.steps]) for one in chats(parts)
    ]


def test_the_invitation_is_pasted_at_the_start_and_again_with_the_task_of_each_room():
    assert pasted(part(10, ALL, invitations=["Why?"])) == [
        (10, "Why?", []),
        (11, "Why?", ["Pairs"]),
        (13, "Why?", ["Fours"]),
    ]


def test_rooms_that_open_at_once_have_both_in_one_text():
    assert pasted(part(10, ALL[1:], invitations=["Why?"])) == [
        (10, "Why?", ["Pairs"]),
        (12, "Why?", ["Fours"]),
    ]


ROUNDS = (step("Round", Grouping.PAIRS, 5, "R"),)
THREE = (Repeat("R", RepeatUnit.ROUND, 3, 3, 3),)


@pytest.mark.parametrize(
    ("invitations", "expected"),
    [
        ([], [(0, "", ["Round"])]),
        (["One?"], [(0, "One?", ["Round"])]),  # the same text is not pasted twice
        (["One?", "Two?"], [(0, "One?", ["Round"]), (5, "Two?", ["Round"])]),
        (["1?", "2?", "3?"], [(0, "1?", ["Round"]), (5, "2?", ["Round"]), (10, "3?", ["Round"])]),
    ],
)
def test_rounds_have_invitations_of_their_own(invitations, expected):
    assert pasted(part(0, ROUNDS, repeats=THREE, invitations=invitations)) == expected


def test_each_step_is_told_once_with_its_minutes_and_its_words():
    (chat,) = chats([part(0, TROIKA[1:], repeats=CLIENTS)])

    assert chat.steps == (("Share", 2, "SHARE"), ("Consult", 5, "CONSULT"))


def test_a_step_without_words_is_not_told():
    assert [
        one.steps for one in chats([part(0, ROUNDS, repeats=THREE, invitations=["Why?"], whats=[""])])
    ] == [()]


def test_what_runs_side_by_side_is_told_in_the_order_of_time():
    garden, library = part(0, ALL, place="Garden"), part(2, ROUNDS, repeats=THREE, place="Library", people=4)

    assert [(one.minute, one.place) for one in cues([garden, library])][:4] == [
        (1, "Garden"),
        (2, "Library"),
        (3, "Garden"),
        (6, "Garden"),
    ]

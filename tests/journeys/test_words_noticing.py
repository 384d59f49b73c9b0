"""Notices in words, and what their buttons say: a few literally, and all of them at least once."""

import pytest

from sessions.domain.adjustments import Insert, Retime
from sessions.domain.notice import Level, Notice
from sessions.domain.noticing import notices
from sessions.words_noticing import dismissed_in_words, listed, notice_in_words, summary_in_words
from sessions.words_settling import fix_in_words, fix_of, fixed_in_words
from tests.domain.test_noticing import CASES, found

SENTENCES = {
    "a minute over": ("It runs 1 minute past its booked end.", ""),
    "lunch at minute 40, and the morning takes 41": (
        "pause is pinned, and what comes before runs 1 minute into it.",
        "Unpin pause",
    ),
    "19 minutes for steps that need 20": (
        "a has 19 minutes, and its steps need at least 20 minutes.",
        "Give a 20 minutes",
    ),
    "101 minutes in two rows": (
        "From a to b: 101 minutes without a break.",
        "Add a break after a",
    ),
    "one row of 101 minutes": ("a goes on for 101 minutes. Let people rest in between.", ""),
    "4 minutes to spare of 91": (
        "There are only 4 minutes to spare. Things always take a little longer.",
        "",
    ),
    "none to spare of 91": ("There is not a minute to spare. Things always take a little longer.", ""),
    "3 people for a structure that needs 4": ("a needs at least 4 people, and 3 come.", "Park a"),
    "13 people for a structure of at most 12": ("a is made for at most 12 people, and 13 come.", ""),
    "a poor fit on a call": ("a loses on a call what it is good for.", ""),
    "nine pairs need nine rooms on a call": ("a makes 9 groups at once, and there is room for 8.", ""),
    "three tracks in two rooms": ("all runs in 3 tracks at once, and there is room for 2.", ""),
    "nobody to talk to": ("In a somebody is left without a partner.", ""),
    "one lead in two rooms": ("ana leads a and b at the same time.", ""),
    "nobody leads in blue": ("Nobody leads in blue yet.", ""),
    "three times alone, in pairs, in fours, together": (
        "The same groups time and again, alone → pairs → fours → everyone: a · b · c",
        "",
    ),
    "a closing that nobody protects runs over": (
        "The session runs over, and nothing protects closing: it is what will be cut.",
        "Protect closing",
    ),
    "a closing of 4 minutes": (
        "closing has only 4 minutes: too little for anybody to say a last word.",
        "Give closing 10 minutes",
    ),
    "an hour without a closing": ("The session just ends: nothing closes it.", "Add a closing"),
    "the last structure ends in trios": (
        "2 rows of work, and no moment at the end to make sense of them together.",
        "Add ten minutes to look back after b",
    ),
    "a start in fours": (
        "It begins with a, before anybody has arrived or said a word to a neighbour.",
        "Add an opening",
    ),
    "two rows without words": ("No invitation yet: a · b", ""),
    "a question nobody answers": ("Nothing on the agenda answers question 4 yet: “Question 4?”", ""),
    "what could answer it is parked": (
        "Nothing on the agenda answers question 4 yet: “Question 4?”",
        "Bring back later",
    ),
    "the third question comes first": ("Question 3 is not answered in its turn.", "Put them in order"),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_it_says(name):
    plan, key, *_rest = CASES[name]
    notice = found(plan, key)

    assert (notice_in_words(notice), fix_in_words(notice)) == SENTENCES[name]


ONE = {
    "over": ({"minutes": 1}, "It runs 1 minute past its booked end."),
    "too-few": ({"least": 1, "people": 1}, "T needs at least 1 person, and 1 comes."),
    "too-many": ({"most": 1, "people": 2}, "T is made for at most 1 person, and 2 come."),
    "too-short": ({"minutes": 0, "least": 1}, "T has 0 minutes, and its steps need at least 1 minute."),
    "slack": ({"minutes": 1}, "There is only 1 minute to spare. Things always take a little longer."),
    "rooms-tracks": ({"wanted": 1, "rooms": 0}, "T runs in 1 track, and there is room for 0."),
}


@pytest.mark.parametrize("name", ONE)
def test_of_one_it_says_one(name):
    said, words = ONE[name]

    assert notice_in_words(Notice(f"{name}:t", Level.HINT, params=(("title", "T"), *said.items()))) == words


def test_one_minute_is_given():
    short = Notice("too-short:t", Level.ADVICE, params=(("title", "T"),), fix=(Retime("t", 1),))

    assert (fix_in_words(short), fixed_in_words(short)) == ("Give T 1 minute", "Gave T 1 minute")


def test_every_rule_has_words():
    said = {CASES[name][1].partition(":")[0] for name in SENTENCES}

    assert said == {key.partition(":")[0] for _plan, key, *_rest in CASES.values()}


def test_every_fix_says_what_it_did_and_names_what_it_adds():
    fixes = [notice for plan, *_rest in CASES.values() for notice in notices(plan) if notice.fix]

    assert [notice.key for notice in fixes if not fixed_in_words(notice) or not fix_in_words(notice)] == []
    added = {one.item.title for notice in fixes for one in fix_of(notice) if isinstance(one, Insert)}
    assert added == {"Break", "Opening", "Closing", "Looking back together"}


def test_several_questions_and_breaks_are_said_together():
    order = Notice("out-of-order:questions", Level.HINT, params=(("numbers", ("2", "4")),))

    assert notice_in_words(order) == "Questions 2, 4 are not answered in their turn."


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ({0: 1}, "1 problem"),
        ({0: 2, 1: 1}, "2 problems, 1 more to look at"),
        ({0: 1, 1: 1, 2: 2}, "1 problem, 3 more to look at"),
        ({1: 1}, "1 thing to look at"),
        ({1: 2, 2: 1}, "3 things to look at"),
        ({2: 1}, "1 hint"),
        ({2: 2}, "2 hints"),
    ],
)
def test_the_folded_line_says_how_much_there_is(levels, words):
    assert summary_in_words({Level(level): count for level, count in levels.items()}) == words


def test_of_many_titles_three_are_named():
    assert listed(("a", "b", "c")) == "a · b · c"
    assert listed(("a", "b", "c", "d")) == "a · b · c and 1 more"
    assert dismissed_in_words(2) == "2 dismissed"

"""Choosing among the words for an activity: what is said then, and what is kept."""

import pytest

from sessions.domain import limits
from sessions.domain.saying import Spoken, drop, keep, reword, say, swap

CATALOGUE = ("Fit", "Own", "Example")


def spoken(line):
    """ "A B | c d": A is said first, B in the next round; c and d are kept. "-" is a round without words."""
    said, _bar, kept = line.partition("|")
    return Spoken(tuple("" if word == "-" else word for word in said.split()), tuple(kept.split()))


SAYING = [
    # before          text       round  after
    ("A | b c", "b", 0, "b | A c"),  # they change places
    ("A | b c", "c", 0, "c | b A"),
    ("A | b", "new", 0, "new | b A"),
    ("A |", "Fit", 0, "Fit | A"),
    ("Fit | a", "a", 0, "a |"),  # the catalogue's is there anyway
    ("Fit |", "Example", 0, "Example |"),
    ("|", "Fit", 0, "Fit |"),
    ("|", "new", 0, "new |"),
    ("A | b", "A", 0, "A | b"),  # a second click
    ("A B | c", "c", 1, "A c | B"),
    ("A B | c", "B", 0, "B B | c A"),  # the same in both rounds
    ("A A | c", "c", 0, "c A |"),  # what is still said is not kept as well
    ("A | c", "c", 1, "A c |"),  # a round more
    ("A | c", "c", 7, "A c |"),  # there are no gaps
    ("A |", "A", 1, "A A |"),
    ("A B C |", "", 1, "A C | B"),  # a round less
    ("A Fit |", "", 1, "A |"),
    ("A B |", "", 0, "- B | A"),
    ("A |", "", 0, "| A"),
    ("- B |", "", 1, "| B"),
    ("- B | c", "c", 0, "c B |"),
    ("A |", "", 3, "A |"),
]


@pytest.mark.parametrize(("before", "text", "round", "after"), SAYING)
def test_saying_one_of_them(before, text, round, after):
    assert say(spoken(before), text, round, CATALOGUE) == spoken(after)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("A |", "b", "A | b"),
        ("A | b", "c", "A | b c"),
        ("A | b", "b", "A | b"),
        ("A | b", "A", "A | b"),
        ("A |", "Fit", "A |"),
        ("|", "", "|"),
    ],
)
def test_keeping_another(before, text, after):
    assert keep(spoken(before), text, CATALOGUE) == spoken(after)


@pytest.mark.parametrize(
    ("before", "was", "text", "after"),
    [
        ("A | b c d", "c", "x", "A | b x d"),
        ("A | b c", "c", "b", "A | b"),
        ("A | b c", "c", "A", "A | b"),
        ("A | b c", "b", "b", "A | b c"),
        ("A | b c", "b", "", "A | c"),
    ],
)
def test_rewording_a_kept_one(before, was, text, after):
    assert reword(spoken(before), was, text) == spoken(after)


def test_what_is_kept_no_longer_is_not_reworded():
    with pytest.raises(LookupError):
        reword(spoken("A | b"), "c", "x")


@pytest.mark.parametrize(
    ("before", "text", "after"), [("A | b c", "b", "A | c"), ("A | b", "A", "A | b"), ("A | b", "c", "A | b")]
)
def test_dropping_a_kept_one(before, text, after):
    assert drop(spoken(before), text) == spoken(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fit |", "New |"),
        ("Own | a", "New | a"),
        ("|", "New |"),
        ("Fit b | a", "New | a b"),  # the other structure's rounds are others
        ("Fit b b Own a | a", "New | a b"),
        ("- b |", "New | b"),
        ("Fit New | a New", "New | a"),
        ("a Fit b | c", "a Fit b | c"),  # a host with words of their own has them for every round
    ],
)
def test_another_structure_says_its_own_and_ones_own_are_kept(before, after):
    assert swap(spoken(before), "New", CATALOGUE) == spoken(after)


def test_where_no_more_is_kept_later_rounds_stay_rounds():
    kept = tuple(f"Number {number}" for number in range(limits.MAX_INVITATIONS - 1))

    assert swap(Spoken(("Fit", "b", "c"), kept), "New", CATALOGUE) == Spoken(("New", "c"), (*kept, "b"))


def test_line_ends_and_blanks_make_no_other_text():
    there = Spoken(("One\nTwo",), ("Three",))

    assert keep(there, " One\r\nTwo ") == there
    assert say(there, "Three ", 0) == Spoken(("Three ",), ("One\nTwo",))
    assert drop(there, "\r\nThree") == Spoken(("One\nTwo",))


@pytest.mark.parametrize(("before", "text", "round", "_after"), SAYING)
def test_choosing_loses_nothing(before, text, round, _after):
    was, now = spoken(before), say(spoken(before), text, round, CATALOGUE)

    assert {*was.said, *was.kept} - {*now.said, *now.kept, *CATALOGUE} <= {""}
    assert set(map(bool, now.said[1:])) <= {True}

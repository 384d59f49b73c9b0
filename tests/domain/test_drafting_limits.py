"""Drafts at the edges of what a facilitator is asked for: very few, very many, very short, very long; and wishes.

With the published structures; what a small catalogue says of wishes stands in ``test_drafting``.
"""

from dataclasses import replace

import pytest

from sessions.domain.briefing import Wanted
from sessions.domain.document import Kind
from sessions.domain.drafting import draft
from sessions.domain.insisting import hindrance
from sessions.domain.outline import Asked, Item
from sessions.domain.tasting import Character, suits
from tests.domain.test_drafting_catalogue import CATALOGUE, brief

SEVEN = range(7)
TWELVE = (*SEVEN, 0, 1, 4, 5, 6)
NOBODY = Wanted(Asked("x", "What is the price of milk?"))
EDGES = {
    "three people": (SEVEN, (180,), 3),
    "two hundred people": (SEVEN, (180,), 200),
    "a quarter of an hour": (SEVEN, (15,), 12),
    "ten hours": (SEVEN, (600,), 18),
    "ten hours for one question": ((4,), (600,), 18),
    "twelve questions": (TWELVE, (180,), 18),
    "twelve questions in two days": (TWELVE, (360, 360), 18),
    "no question": ((), (90,), 18),
    "four short sessions": (SEVEN, (45, 45, 45, 45), 18),
}


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("mode", ["in_person", "online", "hybrid"])
def test_at_the_edges_it_keeps_what_it_promises(edge, mode):
    questions, minutes, people = EDGES[edge]
    asked = brief(questions, minutes, people, mode)

    for one in draft(asked, CATALOGUE):
        slugs = [item.structure.slug for meeting in one.meetings for item in meeting.items if item.structure]
        answered = {item.question for meeting in one.meetings for item in meeting.items} - {None}
        assert all(meeting.layout.end <= meeting.booked for meeting in one.meetings)
        assert len(slugs) == len(set(slugs)) > 0
        assert answered | {left.question for left in one.left_out} == set(range(len(asked.questions)))
        for meeting in filter(lambda meeting: meeting.items, one.meetings):
            assert (meeting.items[0].kind, meeting.items[-1].kind) == (Kind.OPENING, Kind.CLOSING)
            slugs = [item.structure.slug for item in meeting.items if item.structure]
            assert [suits(CATALOGUE[slug], meeting) for slug in slugs] == [True] * len(slugs)


FOUND = {
    "three people": 3,
    "two hundred people": 3,
    "a quarter of an hour": 0,
    "ten hours": 3,
    "ten hours for one question": 3,
    "twelve questions": 3,
    "twelve questions in two days": 3,
    "no question": 0,
    "four short sessions": 3,
}


def test_so_many_drafts_are_found():
    found = {edge: len(draft(brief(*of), CATALOGUE)) for edge, of in EDGES.items()}

    assert found == FOUND


def test_a_question_that_nothing_answers_is_said_and_the_others_are_answered():
    asked = brief((0, 4), (90,), 18)
    asked = replace(asked, questions=(*asked.questions, NOBODY))

    for one in draft(asked, CATALOGUE):
        assert [(left.question, left.because.code) for left in one.left_out] == [(2, "unknown")]


def test_where_others_answer_everything_nothing_is_drafted():
    asked = replace(brief((0, 4), (90,), 18), elsewhere=frozenset({0, 1}))

    assert draft(asked, CATALOGUE) == ()


@pytest.mark.parametrize("character", [Character.DEEP, Character.LIVELY])
def test_where_everything_is_answered_here_more_is_added_and_nothing_moves(character):
    kept = tuple(
        Item(f"k{place}", f"Ours {place}", Kind.OTHER, 20, question=place, pinned_at=10 + 40 * place)
        for place in (0, 1)
    )
    asked = brief((0, 4), (180,), 18)
    asked = replace(asked, meetings=(replace(asked.meetings[0], items=kept),))

    one = next(one for one in draft(asked, CATALOGUE) if one.character == character)

    layout = dict(zip(one.meetings[0].items, one.meetings[0].layout.placed, strict=True))
    assert [(layout[item].begin, layout[item].overlap) for item in kept] == [(10, 0), (50, 0)]
    assert one.left_out == ()


def test_everything_pinned_with_no_room_between_leaves_nothing_to_draft():
    kept = tuple(
        Item(f"k{place}", f"Ours {place}", Kind.OTHER, 30, pinned_at=30 * place) for place in range(6)
    )
    asked = brief((0, 4), (180,), 18)

    assert draft(replace(asked, meetings=(replace(asked.meetings[0], items=kept),)), CATALOGUE) == ()


WISHED = ("triz", "ecocycle-planning", "min-specs")


@pytest.mark.parametrize("must", [WISHED[:1], WISHED[:2], WISHED])
@pytest.mark.parametrize("minutes", [(300,), (120, 240)])
def test_all_that_is_wished_for_is_in_every_draft(must, minutes):
    asked = replace(brief(SEVEN, minutes, 18), must=must, never=frozenset({"1-2-4-all", "nine-whys"}))
    found = draft(asked, CATALOGUE)

    for one in found:
        slugs = {item.structure.slug for meeting in one.meetings for item in meeting.items if item.structure}
        assert (set(must) - slugs, one.missing) == (set(), ())
        assert slugs.isdisjoint(asked.never)
    assert found


@pytest.mark.parametrize("minutes", range(150, 241, 15))
def test_a_wish_of_an_hour_and_a_half_finds_its_place(minutes):
    found = draft(replace(brief(SEVEN, (minutes,), 18), must=("ecocycle-planning",)), CATALOGUE)

    assert [one.missing for one in found] == [()] * len(found) != []


def test_no_session_stays_empty_that_could_have_an_answer():
    found = [
        *draft(brief((0, 2, 4, 6), (60, 180), 18), CATALOGUE),
        *draft(brief((0, 2, 4), (90, 90, 90), 18), CATALOGUE),
    ]

    assert [meeting.code for one in found for meeting in one.meetings if not meeting.items] == []


HINDERED = {
    "the people": (3, "in_person", (180,), ("too_few", {"least": 12})),
    "the call": (18, "online", (180,), ("not_online", {})),
    "the minutes": (18, "in_person", (45,), ("too_long", {"shortest": 95, "minutes": 30})),
    "nothing": (18, "in_person", (180,), None),
    "one of two sessions": (18, "in_person", (45, 180), None),
    "both": (18, "in_person", (60, 45), ("too_long", {"shortest": 95, "minutes": 45})),
}


@pytest.mark.parametrize("case", HINDERED)
def test_what_stands_in_its_way(case):
    people, mode, minutes, expected = HINDERED[case]
    known = CATALOGUE["triz"]
    profile = replace(known.item.structure, people_min=12, online="poorly")
    step = replace(known.item.steps[0], minutes_min=95, minutes=95, minutes_max=95)
    known = replace(known, item=replace(known.item, structure=profile, steps=(step,), repeats=()))

    reason = hindrance(known, brief(SEVEN, minutes, people, mode))

    assert (reason and (reason.code, dict(reason.params))) == expected


def test_what_matters_most_is_not_what_is_left_out():
    asked = brief(SEVEN, (90,), 18)
    for place in SEVEN:
        questions = tuple(replace(one, weight=1 + (at == place)) for at, one in enumerate(asked.questions))
        for one in draft(replace(asked, questions=questions), CATALOGUE):
            assert place not in {left.question for left in one.left_out}

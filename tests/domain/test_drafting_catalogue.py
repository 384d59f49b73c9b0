"""Drafts for the convening questions with the published structures, as a facilitator and as the eye see them."""

import tomllib
from dataclasses import replace

import pytest

from sessions.domain.briefing import Brief, Known, Offer, Reason, Wanted, frame_of
from sessions.domain.composing import compose
from sessions.domain.document import Kind
from sessions.domain.drafting import draft
from sessions.domain.notice import Level
from sessions.domain.noticing import notices
from sessions.domain.optioning import Tired, options, rows_each
from sessions.domain.outline import Asked, Item, Meeting, Outline, Profile
from sessions.domain.resting import LONGEST
from sessions.domain.tasting import TASTES, Character
from tests.domain.catalogue import FILES, NAMED, structure

POINTS = {"named": 100, "strong": 80, "useful": 50}


def known(slug):
    told = tomllib.loads((FILES / f"{slug}.toml").read_text())
    steps, repeats, remainder = structure(slug)
    profile = Profile(slug, told["name"], told["people_min"], told.get("people_max"), told["online"])
    item = Item(
        title=told["name"],
        steps=steps,
        repeats=repeats,
        remainder=remainder,
        invitation=told["invitation"],
        structure=profile,
    )
    best = told.get("people_best_min"), told.get("people_best_max")
    return Known(item, *best, difficulty=told.get("difficulty", "medium"))


CATALOGUE = {slug: known(slug) for slug in NAMED.values()}
QUESTIONS = tuple(
    Wanted(
        Asked(one["slug"], one["text"], one["slug"]),
        tuple(
            Offer(fit["structure"], POINTS[fit["strength"]], Reason(fit["strength"]), fit["invitation"])
            for fit in one["fits"]
            if fit["structure"] in CATALOGUE
        ),
    )
    for one in tomllib.loads((FILES / "questions.toml").read_text())["questions"]
)
CASES = [
    ((0, 1, 2, 3, 4, 5, 6), (180,), 18),
    ((0, 1, 2, 3, 4, 5, 6), (180,), 8),
    ((0, 1, 2, 3, 4, 5, 6), (240,), 60),
    ((0, 4, 5, 6), (90,), 18),
    ((0, 4, 5, 6), (120,), 30),
    ((4,), (60,), 12),
    ((4,), (150,), 12),
    ((0, 4), (45,), 7),
    ((0, 1, 2, 3, 4, 5, 6), (120, 180), 24),
]


def brief(questions, minutes, people, mode="in_person"):
    meetings = tuple(Meeting(f"s{n}", f"s{n}", (), booked, people, mode) for n, booked in enumerate(minutes))
    return Brief(tuple(QUESTIONS[place] for place in questions), meetings)


def outline_of(one, asked):
    """The draft as it would stand in the builder."""

    def named(number, item):
        return replace(item, code=f"r{number}", title=item.title or str(item.kind))

    meetings = tuple(
        replace(
            meeting, items=tuple(named(f"{meeting.code}{n}", item) for n, item in enumerate(meeting.items))
        )
        for meeting in one.meetings
    )
    return Outline(meetings, tuple(wanted.asked for wanted in asked.questions))


@pytest.mark.parametrize(("questions", "minutes", "people"), CASES)
@pytest.mark.parametrize("mode", ["in_person", "online"])
def test_the_eye_has_nothing_to_say_but_what_the_draft_says_itself(questions, minutes, people, mode):
    asked = brief(questions, minutes, people, mode)
    found = draft(asked, CATALOGUE)

    assert found
    for one in found:
        seen = notices(outline_of(one, asked))
        left = {f"unanswered:{asked.questions[each.question].asked.code}" for each in one.left_out}
        assert {notice.key for notice in seen if notice.level < Level.HINT} == left


@pytest.mark.parametrize(("questions", "minutes", "people"), [one for one in CASES if one[1] != (45,)])
def test_brisk_and_lively_answer_every_question(questions, minutes, people):
    asked = brief(questions, minutes, people)

    left = {
        str(one.character): len(one.left_out) for one in draft(asked, CATALOGUE) if one.character != "deep"
    }

    assert set(left.values()) <= {0}


def test_the_seven_questions_in_three_hours():
    deep, brisk, lively = draft(brief(range(7), (180,), 18), CATALOGUE)

    answers = [[row.item for row in one.rows[0] if row.item.structure] for one in (deep, brisk, lively)]
    usual = [sum(item.length(18, "in_person") for item in some) / len(some) for some in answers]
    changes = [one.meetings[0].layout.end for one in (deep, brisk, lively)]
    assert [len(some) for some in answers] == [5, 7, 7]
    assert usual[0] > max(usual[1:])
    assert max(changes) <= 175
    kinds = [
        [item.kind for item in one.meetings[0].items if not item.structure] for one in (deep, brisk, lively)
    ]
    assert kinds == [[Kind.OPENING, Kind.BREAK, Kind.CLOSING]] * 3


@pytest.mark.parametrize(("questions", "minutes", "people"), CASES)
@pytest.mark.parametrize("character", Character)
def test_no_draft_is_worse_than_a_greedy_one(questions, minutes, people, character):
    asked, taste = brief(questions, minutes, people), TASTES[character]
    offered = tuple(options(asked, CATALOGUE, meeting, taste, Tired()) for meeting in asked.meetings)

    best = compose(asked, offered, rows_each(asked), taste.same)

    assert best
    assert best[0] >= greedy(asked, offered[0], taste.same)


def greedy(asked, offered, same):
    """The points of whoever takes for each question what is worth most and still fits before the first break."""
    meeting = asked.meetings[0]
    frame = sum(item.minutes for item in (*frame_of(meeting).opening, *frame_of(meeting).closing))
    left = min(meeting.booked - 5, LONGEST) - frame
    used, points, before = set(), 0, ""
    for row in offered:
        ways = [
            (way.points[0] - same * (one.configuration == before), one, way)
            for one in row
            for way in one.ways
            if one.slug not in used and way.minutes <= left
        ]
        if ways:
            worth, one, way = max(ways, key=lambda found: found[0])
            if worth > 0:
                points, left, before = points + worth, left - way.minutes, one.configuration
                used.add(one.slug)
    return points

"""Drafts for questions that no journey asks yet: what is wanted comes in plain, and goes out as documents.

The builder drafts within a journey (``sessions.drafting``); this is for whoever has none, a script for one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from sessions.domain.briefing import Brief
from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc, dump
from sessions.domain.drafting import Draft, Row, draft
from sessions.domain.naming import title_from
from sessions.domain.outline import Asked, Item, Meeting, Outline
from sessions.domain.tasting import Character
from sessions.drafting import Order, known, wanted
from sessions.words_drafting import LINES, NAMES, TITLES, left_in_words, missing_in_words, why_in_words
from structures.domain.needs import Experience
from structures.matchmaking import catalogue
from structures.models import Question


@dataclass(frozen=True)
class Commission:
    """What is to be drafted.

    ``questions`` are in the group's words or the catalogue's by ``slug``, each as important as its ``weights`` say (1
    where there is none). ``sessions`` are empty and booked. ``must`` and ``never`` are slugs of structures. ``turn``
    1, 2 … asks for other drafts.
    """

    questions: tuple[Asked, ...]
    sessions: tuple[Meeting, ...]
    weights: tuple[int, ...] = ()
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    experience: str = Experience.SOME
    turn: int = 0
    title: str = ""
    purpose: str = ""
    people: int | None = None


@dataclass(frozen=True)
class Problem:
    """What cannot be so, and where: ("must", 0) is the first structure of that list."""

    path: tuple[str | int, ...]
    message: str


class CommissionError(ValueError):
    """Nothing was drafted, because of these ``problems``."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(one.message for one in problems))
        self.problems = problems


@dataclass(frozen=True)
class Line:
    """A row of a draft in words. ``begins`` is a minute of its session, ``question`` a place from 0 or None."""

    session: int
    begins: int
    minutes: int
    kind: str
    title: str
    structure: str
    question: int | None
    why: str


@dataclass(frozen=True)
class Commissioned:
    """A draft as it is told: ``document`` is the whole journey, ready to be imported."""

    character: Character
    name: str
    line: str
    minutes: int
    lines: tuple[Line, ...]
    answered: tuple[int, ...]
    cautions: tuple[str, ...]
    document: dict[str, Any]


def commissioned(wished: Commission) -> list[Commissioned]:
    """Up to three drafts of different character, in five queries; [] where nothing fits.

    Raises ``CommissionError`` for structures and questions that the catalogue does not have, and for a structure
    that is both a must and a never.
    """
    texts = dict(Question.objects.published().values_list("slug", "text"))
    wished = replace(wished, questions=tuple(in_full(wished.questions, texts)))
    order = order_for(wished)
    if problems := list(problems_of(wished, order, texts)):
        raise CommissionError(problems)
    return [told(one, wished, order) for one in draft(order.brief, order.known, wished.turn)]


def in_full(questions: Sequence[Asked], texts: Mapping[str, str]) -> Iterator[Asked]:
    """The questions with the catalogue's ``texts`` where there are no others."""
    return (replace(one, text=one.text or texts.get(one.slug, "")) for one in questions)


def order_for(wished: Commission) -> Order:
    offered = catalogue()
    outline = Outline(meetings=wished.sessions, questions=wished.questions)
    weights = (*wished.weights, *[1] * len(wished.questions))
    asked = [
        replace(one, weight=weight)
        for one, weight in zip(wanted(outline, wished.sessions[0], offered), weights, strict=False)
    ]
    brief = Brief(
        questions=tuple(asked),
        meetings=wished.sessions,
        must=wished.must,
        never=frozenset(wished.never),
        experience=wished.experience,
    )
    return Order(brief, known(offered))


def problems_of(wished: Commission, order: Order, texts: Mapping[str, str]) -> Iterator[Problem]:
    for name in ("must", "never"):
        for place, slug in enumerate(getattr(wished, name)):
            if slug not in order.known:
                yield Problem((name, place), _("There is no structure “%(slug)s”.") % {"slug": slug})
    for place, slug in enumerate(wished.must):
        if slug in wished.never:
            yield Problem(("must", place), _("“%(slug)s” is also among those never to use.") % {"slug": slug})
    for place, one in enumerate(wished.questions):
        if one.slug and one.slug not in texts:
            path = ("questions", place, "question")
            yield Problem(path, _("There is no question “%(slug)s”.") % {"slug": one.slug})


def told(one: Draft, wished: Commission, order: Order) -> Commissioned:
    names = [order.known[slug].item.title for slug in one.missing]
    left = {each.question for each in one.left_out}
    return Commissioned(
        character=one.character,
        name=str(NAMES[one.character]),
        line=str(LINES[one.character]),
        minutes=one.minutes,
        lines=tuple(lines_of(one)),
        answered=tuple(place for place in range(len(wished.questions)) if place not in left),
        cautions=(*left_in_words(one.left_out), *([missing_in_words(names)] if names else [])),
        document=dump(document_of(one, wished), codes=False),
    )


def lines_of(one: Draft) -> Iterator[Line]:
    for number, (meeting, rows) in enumerate(zip(one.meetings, one.rows, strict=True)):
        for row, place in zip(rows, meeting.layout.placed, strict=True):
            yield line_of(number, row, place.begin, place.minutes)


def line_of(session: int, row: Row, begins: int, minutes: int) -> Line:
    item = row.item
    slug = item.structure.slug if item.structure else ""
    return Line(
        session, begins, minutes, item.kind, title_of(item), slug, item.question, why_in_words(row.why)
    )


def document_of(one: Draft, wished: Commission) -> JourneyDoc:
    """The draft as a journey. Steps are left out: whoever reads it takes the catalogue's."""
    return JourneyDoc(
        title=wished.title.strip()
        or title_from(wished.purpose, *(asked.text for asked in wished.questions))
        or _("A draft"),
        purpose=wished.purpose,
        people=wished.people,
        questions=tuple(QuestionDoc(text=asked.text, question=asked.slug) for asked in wished.questions),
        sessions=tuple(session_of(meeting, wished.people) for meeting in one.meetings),
    )


def session_of(meeting: Meeting, people: int | None) -> SessionDoc:
    return SessionDoc(
        title=meeting.title,
        minutes=meeting.booked,
        mode=meeting.mode,
        people=None if meeting.people == people else meeting.people,
        activities=tuple(activity_of(item) for item in meeting.items),
    )


def activity_of(item: Item) -> ActivityDoc:
    return ActivityDoc(
        kind=item.kind,
        title=title_of(item),
        structure=item.structure.slug if item.structure else "",
        question=item.question,
        minutes=item.minutes,
        protected=item.protected,
        invitations=(item.invitation,) if item.invitation else (),
    )


def title_of(item: Item) -> str:
    return item.title or str(TITLES[item.kind])

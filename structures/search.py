"""Structures that answer what somebody typed, and why."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db.models import F, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from structures.choices import Status, Strength
from structures.domain.matching import Entry, Index, Match, Naming, Passage
from structures.domain.terms import marked
from structures.models import Question, Structure

USE_WHEN, MAKES_POSSIBLE, INVITATION, BECAUSE, WORDING = (
    *("use_when", "makes_possible", "invitation"),
    *("because", "wording"),
)
WEIGHTS = {USE_WHEN: 2.0, MAKES_POSSIBLE: 2.0, BECAUSE: 2.0, INVITATION: 1.0}
WORDING_WEIGHTS: Mapping[str, float] = {Strength.NAMED: 2.0, Strength.STRONG: 1.4, Strength.USEFUL: 0.8}
"""A question's wordings speak for the structures that fit it, the more strongly the better they fit."""

SOUNDS_LIKE = 0.9
"""The score from which a typed question is taken for one of the catalogue's."""

LEADS = {
    USE_WHEN: _("Use it when"),
    MAKES_POSSIBLE: _("It makes possible"),
    INVITATION: _("An invitation"),
    BECAUSE: _("For question %(n)s"),
    WORDING: _("It answers question %(n)s"),
}

Texts = tuple[tuple[Any, ...], ...]
"""What the index is made of, one row for each fit of each structure; JSON as it is stored."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A found structure and why it was found.

    ``pieces``: the closest thing said about it, cut into pieces that are (or are not) the query's words;
    ``lead`` introduces it, ``question`` is the one it speaks of. ``alias``: the other name that was typed.
    """

    structure: Structure
    lead: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()
    question: Question | None = None
    alias: str = ""


def search(query: str) -> list[Structure]:
    """Published structures that answer the query, best first, with their recipes."""
    return list(_structures(found(query)))


def answer(query: str) -> list[Answer]:
    """Published structures that answer the query, best first, with their recipes and the reason for each."""
    matches = found(query)
    questions = list(Question.objects.published()) if matches else []
    return explain(matches, _structures(matches), questions, query)


def explain(
    matches: Iterable[Match], structures: Iterable[Structure], questions: Iterable[Question], query: str
) -> list[Answer]:
    """The reasons for what was found, in that order; what is not among the given structures drops out."""
    stored = {one.slug: one for one in structures}
    by_slug = {question.slug: question for question in questions}
    return [_answer(stored[one.key], one, query, by_slug) for one in matches if one.key in stored]


def closest_question(query: str, questions: Iterable[Question]) -> Question | None:
    """The convening question that the typed one sounds like, if there is one."""
    by_slug = {question.slug: question for question in questions}
    asked = tuple((one.slug, one.short, one.text, *one.wordings) for one in by_slug.values())
    best = next(iter(_index_of_questions(asked).find(query)), None)
    return by_slug[best.key] if best and best.score >= SOUNDS_LIKE else None


def found(query: str) -> tuple[Match, ...]:
    """The matches themselves, keyed by the structures' slugs, best first."""
    return _index(_texts()).find(query)


def _structures(matches: Iterable[Match]) -> Iterator[Structure]:
    slugs = [match.key for match in matches]
    stored = {one.slug: one for one in Structure.objects.published().with_recipe().filter(slug__in=slugs)}
    return (stored[slug] for slug in slugs if slug in stored)


def _answer(structure: Structure, match: Match, query: str, questions: Mapping[str, Question]) -> Answer:
    alias = match.name if match.name != structure.name else ""
    if match.passage is None or match.naming >= Naming.BEGINS_OTHER_NAME:
        return Answer(structure, alias=alias)
    passage = match.passage
    question = questions.get(passage.question)
    lead = LEADS[passage.kind] % {"n": question.position if question else ""}
    return Answer(structure, lead, marked(passage.text, query), question, alias)


@lru_cache(maxsize=2)
def _index_of_questions(asked: tuple[tuple[str, ...], ...]) -> Index:
    return Index(
        [Entry(slug, (short,), tuple(Passage(one, WORDING) for one in said)) for slug, short, *said in asked]
    )


@lru_cache(maxsize=2)
def _index(texts: Texts) -> Index:
    """Kept in memory for as long as the texts stay word for word the same: they are their own version."""
    return Index([_entry(list(rows)) for _slug, rows in groupby(texts, key=lambda row: row[0])])


def _texts() -> Texts:
    """Everything that is searched, in one query. JSON stays text: it is compared often and read rarely."""
    lists = {
        name: Cast(F(path), TextField())
        for name, path in {
            "other_names": "aliases",
            "uses": "use_when",
            "examples": "invitation_examples",
            "wordings": "fits__question__wordings",
        }.items()
    }
    structures = Structure.objects.published().annotate(**lists).order_by("slug", "fits__pk")
    own = ("slug", "name", "other_names", "makes_possible", "uses", "invitation", "examples")
    fit = ("strength", "because", "invitation", "question__slug", "question__status", "question__text")
    return tuple(structures.values_list(*own, *(f"fits__{name}" for name in fit), "wordings"))


def _entry(rows: list[tuple[Any, ...]]) -> Entry:
    slug, name, aliases, makes_possible, uses, invitation, examples = rows[0][:7]
    own = [
        Passage(makes_possible, MAKES_POSSIBLE, WEIGHTS[MAKES_POSSIBLE]),
        *(Passage(text, USE_WHEN, WEIGHTS[USE_WHEN]) for text in json.loads(uses)),
        *(Passage(text, INVITATION) for text in [invitation, *json.loads(examples)]),
    ]
    fits = [passage for row in rows for passage in _passages_of_fit(*row[7:])]
    return Entry(slug, (name, *json.loads(aliases)), (*own, *fits))


def _passages_of_fit(
    strength: str, because: str, invitation: str, slug: str, status: str, text: str, wordings: str
) -> Iterator[Passage]:
    if status != Status.PUBLISHED:
        return
    yield Passage(because, BECAUSE, WEIGHTS[BECAUSE], slug)
    yield Passage(invitation, INVITATION, WEIGHTS[INVITATION], slug)
    for wording in [text, *json.loads(wordings)]:
        yield Passage(wording, WORDING, WORDING_WEIGHTS[strength], slug)

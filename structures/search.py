"""Structures that answer what somebody typed, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from structures.domain.lines import Form, form
from structures.domain.matching import Match, Naming
from structures.domain.terms import marked
from structures.indexing import (
    ASKED_AS,
    BECAUSE,
    GOOD_FOR,
    INVITATION,
    MAKES_POSSIBLE,
    USE_WHEN,
    WORDING,
    indexes,
    texts,
)
from structures.models import Question, Structure

LEADS = {
    GOOD_FOR: _("Good for"),
    ASKED_AS: _("People ask"),
    USE_WHEN: _("Use it when"),
    MAKES_POSSIBLE: _("It makes possible"),
    INVITATION: _("An invitation"),
    BECAUSE: _("For question %(n)s"),
    WORDING: _("It answers question %(n)s"),
}
OTHER_LEADS = {
    (GOOD_FOR, Form.DEED): _("Use it to"),
    (USE_WHEN, Form.DEED): _("Use it to"),
    (USE_WHEN, Form.QUESTION): _("People ask"),
    (ASKED_AS, Form.DEED): _("In people’s words"),
    (ASKED_AS, Form.OTHER): _("In people’s words"),
}
"""Where the way a line is put asks for other words before it: not "Use it when: admit our own bad practices"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A found structure and why it was found.

    ``pieces``: the closest thing said about it, cut into pieces that are (or are not) the query's words;
    ``lead`` introduces it, ``question`` is the one it speaks of. ``alias``: the other name that was typed.
    ``kind``: which of the things said about it that is, GOOD_FOR and so on.
    """

    structure: Structure
    lead: str = ""
    pieces: tuple[tuple[str, bool], ...] = ()
    question: Question | None = None
    alias: str = ""
    kind: str = ""


def lead(kind: str, text: str, number: int | str = "") -> str:
    """What leads to a line of this kind: "Good for", "Use it to"; ``number``: of the question it speaks of."""
    return OTHER_LEADS.get((kind, form(text)), LEADS[kind]) % {"n": number}


def answer(query: str) -> list[Answer]:
    """Published structures that answer the query, best first, with their recipes and the reason for each."""
    matches = found(query)
    questions = {one.slug: one for one in Question.objects.published()} if matches else {}
    stored = {one.slug: one for one in _structures(matches)}
    return [_answer(stored[one.key], one, query, questions) for one in matches if one.key in stored]


def found(query: str) -> tuple[Match, ...]:
    """The matches themselves, keyed by the structures' slugs, best first."""
    return indexes(texts()).structures.find(query)


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
    led = lead(passage.kind, passage.text, question.position if question else "")
    return Answer(structure, led, marked(passage.text, query), question, alias, passage.kind)

"""What the catalogue says, made ready to be asked: the texts in one query, and the index that is made of them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from structures.choices import Status, Strength, Usage
from structures.domain.matching import Entry, Index, Passage
from structures.domain.nearness import Near, likenesses
from structures.models import Fit, Question, Structure

GOOD_FOR, USE_WHEN, ASKED_AS, MAKES_POSSIBLE, INVITATION, BECAUSE, WORDING = (
    *("good_for", "use_when", "asked_as", "makes_possible"),
    *("invitation", "because", "wording"),
)
WEIGHTS = {GOOD_FOR: 2.0, USE_WHEN: 2.0, MAKES_POSSIBLE: 2.0, BECAUSE: 2.0, ASKED_AS: 1.0, INVITATION: 1.0}
WORDING_WEIGHTS: Mapping[str, float] = {Strength.NAMED: 1.0, Strength.STRONG: 0.7, Strength.USEFUL: 0.4}
"""A question's wordings speak for the structures that fit it, the more strongly the better they fit."""

COMMONNESS: Mapping[str, float] = {
    Usage.WIDELY: 1.0,
    Usage.OFTEN: 2 / 3,
    Usage.SOMETIMES: 1 / 3,
    Usage.SELDOM: 0.0,
}

Texts = tuple[tuple[str, ...], ...]
"""What the index is made of: rows of structures, of fits and of questions; JSON as it is stored."""

Row = Mapping[str, str]

_STRUCTURE, _FIT, _QUESTION = "structure", "fit", "question"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    _STRUCTURE: (
        *("slug", "name", "usage", "aliases", "makes_possible", "good_for"),
        *("use_when", "asked_as", "invitation", "invitation_examples"),
    ),
    _FIT: ("structure__slug", "question__slug", "strength", "because", "invitation"),
    _QUESTION: ("slug", "short", "text", "purpose", "answered_when", "wordings"),
}
_WIDTH = max(map(len, _COLUMNS.values()))


def texts(also: int | None = None) -> Texts:
    """Everything that is searched, in one query. JSON stays text: it is compared often and read rarely.

    ``also`` is the key of a structure that counts as if it were published.
    """
    structures = Structure.objects.filter(Q(status=Status.PUBLISHED) | Q(pk=also))
    questions = Question.objects.published()
    fits = Fit.objects.filter(structure__in=structures, question__in=questions)
    rows = _rows(_STRUCTURE, structures).union(_rows(_FIT, fits), _rows(_QUESTION, questions), all=True)
    return tuple(rows.order_by("kind", "c0", "c1"))


def _rows(kind: str, found: QuerySet) -> QuerySet:
    """All kinds with the same columns of text, so that one query can have them."""
    columns: list[Any] = [Cast(F(path), TextField()) for path in _COLUMNS[kind]]
    columns += [Value("", TextField())] * (_WIDTH - len(columns))
    named = {f"c{number}": column for number, column in enumerate(columns)}
    return found.order_by().annotate(kind=Value(kind, TextField()), **named).values_list("kind", *named)


@dataclass(frozen=True)
class Indexes:
    """Structures and questions, ready to be asked. ``fits``: by structure and question, how strongly it fits."""

    structures: Index
    questions: Index
    fits: Mapping[str, Mapping[str, str]]

    def likely(self, query: str) -> list[Near]:
        """The questions, nearest to the query first."""
        matches, known = self.structures.ranked(query), self.structures.coverage(query)
        return likenesses(query, self.questions, matches, known, self.strengths)

    def strengths(self, slug: str) -> Mapping[str, str]:
        """The questions that a structure fits, each with how strongly."""
        return self.fits.get(slug, {})


@lru_cache(maxsize=4)
def indexes(texts: Texts) -> Indexes:
    """Kept in memory for as long as the texts stay word for word the same: they are their own version."""
    by_kind = {
        kind: [dict(zip(_COLUMNS[kind], row[1:], strict=False)) for row in rows]
        for kind, rows in groupby(texts, key=lambda row: row[0])
    }
    questions = {one["slug"]: one for one in by_kind.get(_QUESTION, ())}
    fits: dict[str, dict[str, Row]] = defaultdict(dict)
    for fit in by_kind.get(_FIT, ()):
        fits[fit["structure__slug"]][fit["question__slug"]] = fit
    structures = [_entry(one, fits[one["slug"]], questions) for one in by_kind.get(_STRUCTURE, ())]
    strengths = {slug: {q: fit["strength"] for q, fit in own.items()} for slug, own in fits.items()}
    asked = [_entry_of_question(one) for one in questions.values()]
    return Indexes(Index(structures), Index(asked), strengths)


def _entry(own: Row, fits: Mapping[str, Row], questions: Mapping[str, Row]) -> Entry:
    names = (own["name"], *json.loads(own["aliases"]))
    spoken = (one for slug, fit in fits.items() for one in _passages_of_fit(fit, questions[slug]))
    return Entry(own["slug"], names, (*_passages(own), *spoken), COMMONNESS[own["usage"]])


def _passages(own: Row) -> Iterator[Passage]:
    said = {kind: json.loads(own[kind]) for kind in (GOOD_FOR, USE_WHEN, ASKED_AS)}
    said[MAKES_POSSIBLE] = [own["makes_possible"]]
    said[INVITATION] = [own["invitation"], *json.loads(own["invitation_examples"])]
    return (Passage(text, kind, WEIGHTS[kind]) for kind in WEIGHTS if kind in said for text in said[kind])


def _passages_of_fit(fit: Row, question: Row) -> Iterator[Passage]:
    yield Passage(fit["because"], BECAUSE, WEIGHTS[BECAUSE], question["slug"])
    yield Passage(fit["invitation"], INVITATION, WEIGHTS[INVITATION], question["slug"])
    for wording in _wordings(question):
        yield Passage(wording, WORDING, WORDING_WEIGHTS[fit["strength"]], question["slug"])


def _entry_of_question(one: Row) -> Entry:
    said = [*_wordings(one), one["purpose"], one["answered_when"]]
    return Entry(one["slug"], (one["short"],), tuple(Passage(text, WORDING) for text in said))


def _wordings(question: Row) -> list[str]:
    return [question["text"], *json.loads(question["wordings"])]

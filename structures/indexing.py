"""What the catalogue says, made ready to be asked: the texts in one query, and the index that is made of them."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from structures.choices import Status, Strength, Usage
from structures.domain.matching import Entry, Index, Passage
from structures.models import Structure

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

Texts = tuple[tuple[Any, ...], ...]
"""What the index is made of, one row for each fit of each structure; JSON as it is stored."""

_OWN = (
    "slug",
    "name",
    "usage",
    "other_names",
    "good",
    "uses",
    "asked",
    "makes_possible",
    "invitation",
    "examples",
)
_LISTS = {
    "other_names": "aliases",
    "good": "good_for",
    "uses": "use_when",
    "asked": "asked_as",
    "examples": "invitation_examples",
    "wordings": "fits__question__wordings",
}
_FIT = ("strength", "because", "invitation", "question__slug", "question__status", "question__text")


def texts(also: int | None = None) -> Texts:
    """Everything that is searched, in one query. JSON stays text: it is compared often and read rarely.

    ``also`` is the key of a structure that counts as if it were published.
    """
    lists = {name: Cast(F(path), TextField()) for name, path in _LISTS.items()}
    seen = Structure.objects.filter(Q(status=Status.PUBLISHED) | Q(pk=also))
    rows = seen.annotate(**lists).order_by("slug", "fits__pk")
    return tuple(rows.values_list(*_OWN, *(f"fits__{name}" for name in _FIT), "wordings"))


@lru_cache(maxsize=4)
def index_of(texts: Texts) -> Index:
    """Kept in memory for as long as the texts stay word for word the same: they are their own version."""
    return Index([_entry(list(rows)) for _slug, rows in groupby(texts, key=lambda row: row[0])])


def _entry(rows: list[tuple[Any, ...]]) -> Entry:
    own = dict(zip(_OWN, rows[0], strict=False))
    fits = [passage for row in rows for passage in _passages_of_fit(*row[len(_OWN) :])]
    names = (own["name"], *json.loads(own["other_names"]))
    return Entry(own["slug"], names, (*_passages(own), *fits), COMMONNESS[own["usage"]])


def _passages(own: Mapping[str, Any]) -> Iterator[Passage]:
    said = {
        MAKES_POSSIBLE: [own["makes_possible"]],
        GOOD_FOR: json.loads(own["good"]),
        USE_WHEN: json.loads(own["uses"]),
        ASKED_AS: json.loads(own["asked"]),
        INVITATION: [own["invitation"], *json.loads(own["examples"])],
    }
    return (Passage(text, kind, WEIGHTS[kind]) for kind, lines in said.items() for text in lines)


def _passages_of_fit(
    strength: str, because: str, invitation: str, slug: str, status: str, text: str, wordings: str
) -> Iterator[Passage]:
    if status != Status.PUBLISHED:
        return
    yield Passage(because, BECAUSE, WEIGHTS[BECAUSE], slug)
    yield Passage(invitation, INVITATION, WEIGHTS[INVITATION], slug)
    for wording in [text, *json.loads(wordings)]:
        yield Passage(wording, WORDING, WORDING_WEIGHTS[strength], slug)

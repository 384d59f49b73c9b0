"""What structures are made of, in one query: their limits, steps and repeats, their fits, and what follows what.

It is read as text and kept, made up, for as long as it stays the same word for word: what a curator changes is seen
at once, in every process, and a page that needs all of it asks for it once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from django.db.models import BooleanField, F, Field, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from structures.choices import Status
from structures.domain import shapes
from structures.domain.needs import Candidate, Claim
from structures.indexing import COMMONNESS
from structures.models import Fit, Pairing, Repeat, Step, Structure
from structures.models.recipe import step_of
from structures.recipes import Recipe

Rows = tuple[tuple[Any, ...], ...]

_PLAIN = (
    *("invitation", "remainder", "people_min", "people_best_min", "people_best_max", "people_max"),
    *("online", "difficulty"),
)
_STEP = tuple(field.name for field in fields(shapes.Step) if field.name != "nested")
_REPEAT = tuple(field.name for field in fields(shapes.Repeat))
_COLUMNS: Mapping[type, tuple[str, ...]] = {
    Structure: ("id", "slug", "status", "usage", *_PLAIN),
    Step: ("structure_id", "position", "nested__slug", *_STEP),
    Repeat: ("structure_id", *_REPEAT),
    Fit: ("structure_id", "question__slug", "strength", "invitation"),
    Pairing: ("after_id", "before_id", "because"),
}
_WIDTH = max(map(len, _COLUMNS.values()))


@dataclass(frozen=True)
class Makings:
    """The recipes of all structures, whatever their status, by primary key; of what is published, by slug, what a
    need is matched with."""

    recipes: Mapping[int, Recipe]
    candidates: Mapping[str, Candidate]


def makings(also: int | None = None) -> Makings:
    """``also`` is the key of a structure that counts as if it were published."""
    return _made(tuple(_everything().all()), also)


@cache
def _everything() -> QuerySet:
    """The query, put together once: that takes as long as asking it."""
    fits = Fit.objects.filter(question__status=Status.PUBLISHED)
    first, *others = [
        _texts(fits if model is Fit else model._default_manager.select_related(None)) for model in _COLUMNS
    ]
    return first.union(*others, all=True).order_by("kind", "c0", "c1")


def _texts(found: QuerySet) -> QuerySet:
    """All kinds with the same columns of text, so that one query can have them."""
    columns: list[Any] = [_text(found.model, path) for path in _COLUMNS[found.model]]
    columns += [Value("", TextField())] * (_WIDTH - len(columns))
    named = {f"c{number}": column for number, column in enumerate(columns)}
    kind = Value(found.model.__name__, TextField())
    return found.order_by().annotate(kind=kind, **named).values_list("kind", *named)


def _text(model: type, path: str) -> Cast:
    """A column as text; yes and no as 1 and 0, in whatever words the database has for them."""
    column: Any = F(path)
    if isinstance(_field(model, path), BooleanField):
        column = Cast(column, IntegerField())
    return Cast(column, TextField())


def _field(model: Any, path: str) -> Field:
    """The field that a path leads to, also to a neighbour's."""
    name, _, rest = path.partition("__")
    field = model._meta.get_field(name)
    return _field(field.related_model, rest) if rest else field


def _reader(model: type) -> Callable[[Sequence[Any]], list[Any]]:
    """Makes values of a row's texts."""
    read = [_field(model, path).to_python for path in _COLUMNS[model]]
    return lambda texts: [one(text) for one, text in zip(read, texts, strict=False)]


@lru_cache(maxsize=4)
def _made(rows: Rows, also: int | None) -> Makings:
    by_kind = {
        model: [_reader(model)(row[1:]) for row in by_name]
        for model in _COLUMNS
        for name, by_name in groupby(rows, key=lambda row: row[0])
        if name == model.__name__
    }
    known = {row[0]: row for row in by_kind.get(Structure, ())}
    recipes = _recipes(known, by_kind.get(Step, ()), by_kind.get(Repeat, ()))
    offered = {pk: row[1] for pk, row in known.items() if row[2] == Status.PUBLISHED or pk == also}
    claims, follows = _claims(by_kind.get(Fit, ())), _follows(by_kind.get(Pairing, ()), offered)
    made = (_candidate(known[pk], recipes[pk], claims[pk], follows[pk]) for pk in offered)
    return Makings(recipes, {one.slug: one for one in made})


def _recipes(pks: Iterable[int], steps: Iterable[list], repeats: Iterable[list]) -> dict[int, Recipe]:
    made_of: dict[int, list[shapes.Step]] = defaultdict(list)
    turns: dict[int, list[shapes.Repeat]] = defaultdict(list)
    for pk, _position, nested, *values in sorted(steps, key=lambda row: row[:2]):
        made_of[pk].append(step_of(*values, nested=nested or ""))
    for pk, *values in repeats:
        turns[pk].append(shapes.Repeat(*values))
    return {pk: (tuple(made_of[pk]), tuple(turns[pk])) for pk in pks}


def _candidate(
    row: list, recipe: Recipe, claims: Mapping[str, Claim], follows: Mapping[str, str]
) -> Candidate:
    _pk, slug, _status, usage, *plain = row
    steps, repeats = recipe
    return Candidate(
        slug,
        steps=steps,
        repeats=repeats,
        commonness=COMMONNESS[usage],
        claims=claims,
        follows=follows,
        **dict(zip(_PLAIN, plain, strict=True)),
    )


def _claims(fits: Iterable[list]) -> dict[int, dict[str, Claim]]:
    claims: dict[int, dict[str, Claim]] = defaultdict(dict)
    for pk, question, *claim in fits:
        claims[pk][question] = Claim(*claim)
    return claims


def _follows(pairings: Iterable[list], offered: Mapping[int, str]) -> dict[int, dict[str, str]]:
    follows: dict[int, dict[str, str]] = defaultdict(dict)
    for after, before, because in pairings:
        if before in offered:
            follows[after][offered[before]] = because
    return follows

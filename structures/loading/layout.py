"""Which keys the files have, in their order. Types, limits, choices and defaults are the models' own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models

from structures.choices import Purpose
from structures.models import Fit, Material, Pairing, Question, Repeat, Role, Step, Structure

FOLDER = Path(__file__).resolve().parent.parent / "catalogue"
QUESTIONS_FILE = "questions.toml"

Record = dict[str, Any]
"""A file's content as plain values, every key present."""


@dataclass(frozen=True)
class Key:
    """A key of a table. A ``quiet`` one is written only where it differs from its default."""

    name: str
    field: models.Field
    quiet: bool = False

    @property
    def kind(self) -> type:
        kinds = {models.JSONField: list, models.BooleanField: bool, models.IntegerField: int}
        return next((kind for field, kind in kinds.items() if isinstance(self.field, field)), str)

    @property
    def required(self) -> bool:
        return not (self.field.blank or self.field.has_default())

    @property
    def default(self) -> Any:
        value = self.field.get_default()
        return getattr(value, "value", value)  # the plain value of a choice

    @property
    def refers(self) -> bool:
        """Whether the value is the slug of another structure."""
        return self.field.is_relation

    @property
    def words(self) -> list[str]:
        """The only words a list may hold, in their order; none for free text."""
        return Purpose.values if self.name == "purposes" else []


@dataclass(frozen=True)
class Table:
    """A table of a file and the model its rows become; ``name`` is also the parent's name for them."""

    name: str
    model: type[models.Model]
    keys: tuple[Key, ...]
    tables: tuple["Table", ...] = ()
    parent: str = ""
    numbered: bool = False  # the order in the file is the model's ``position``
    once: str = ""  # the key that names a row among its neighbours

    def names(self) -> list[str]:
        return [part.name for part in (*self.keys, *self.tables)]

    def references(self) -> Iterator[Key]:
        return (key for key in self.keys if key.refers)


def _keys(model: type[models.Model], names: str, quiet: str = "", **fields: str) -> tuple[Key, ...]:
    """Keys for ``names``; ``fields`` gives the model's name for a key that is called differently."""
    return tuple(
        Key(name, model._meta.get_field(fields.get(name, name)), quiet=name in quiet.split())
        for name in names.split()
    )


STRUCTURE = Table(
    "structures",
    Structure,
    _keys(
        Structure,
        "slug name aliases language edition status family variant_of menu_number makes_possible purposes usage "
        "difficulty good_for use_when asked_as invitation invitation_examples space participation groups tips "
        "traps riffs safety online online_changes people_min people_best_min people_best_max people_max "
        "remainder remainder_note headline_min headline_max minutes_note source credit licence confidence "
        "version",
        quiet="usage difficulty",
    ),
    (
        Table(
            "repeats",
            Repeat,
            _keys(Repeat, "key unit count_min count count_max set_by"),
            parent="structure",
            once="key",
        ),
        Table(
            "steps",
            Step,
            _keys(
                Step,
                "title what grouping size_min size_max minutes_min minutes minutes_max repeat nested "
                "nested_note optional mode protected",
                quiet="optional mode protected",
            ),
            parent="structure",
            numbered=True,
        ),
        Table("roles", Role, _keys(Role, "name count what"), parent="structure"),
        Table(
            "materials",
            Material,
            _keys(Material, "item quantity per required mode", quiet="mode"),
            parent="structure",
        ),
        Table(
            "followed_by",
            Pairing,
            _keys(Pairing, "structure because", structure="after"),
            parent="before",
            once="structure",
        ),
    ),
    once="slug",
)

QUESTION = Table(
    "questions",
    Question,
    _keys(
        Question,
        "slug position status short text purpose answered_when wordings language",
        quiet="status",
    ),
    (
        Table(
            "fits",
            Fit,
            _keys(Fit, "structure strength because invitation"),
            parent="question",
            numbered=True,
            once="structure",
        ),
    ),
    once="slug",
)

ASIDE = 10_000  # positions are unique: rows that change places step aside by this much first

LARGEST = 32_767  # what every database can keep; SQLite alone would take more

MOST_LINES = {"asked_as": 12}
"""How many entries a list may have, by key: a structure must not be found because it talks the most."""

LEAST = {"count_min": 1, "quantity": 1, "people_min": 1, "position": 1, "version": 1}
"""Numbers that must not be 0, by key."""

RISING: dict[type[models.Model], tuple[tuple[str, ...], ...]] = {
    Structure: (
        ("people_min", "people_best_min", "people_best_max", "people_max"),
        ("headline_min", "headline_max"),
    ),
    Repeat: (("count_min", "count", "count_max"),),
    Step: (("minutes_min", "minutes", "minutes_max"), ("size_min", "size_max")),
}
"""Fields of which each is at most the next; empty ones do not count."""

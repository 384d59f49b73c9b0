"""Positions that the database keeps unique, renumbered without ever breaking the rule on the way."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Model

LIFT = 1000
OUT_OF_THE_WAY = 30_000  # a place no list reaches, for a row on its way from one list to another


def put(row: Any, rows: list[Any], at: int | None) -> list[Any]:
    """``rows`` with ``row`` at place ``at``: 0 is first; None or beyond the end, however far, is last."""
    place = len(rows) if at is None else min(max(at, 0), len(rows))
    return [*rows[:place], row, *rows[place:]]


def renumber(rows: Iterable[Model]) -> None:
    """Number ``rows`` 0, 1, 2 … in the given order. Call under the journey's lock.

    Two passes: SQLite and PostgreSQL check a unique position row by row, so all rows are first lifted
    out of the way and then numbered.
    """
    rows = list(rows)
    if [row.position for row in rows] == list(range(len(rows))):
        return
    manager = type(rows[0])._base_manager
    manager.filter(pk__in=[row.pk for row in rows]).update(position=F("position") + LIFT)
    for position, row in enumerate(rows):
        row.position = position
    manager.bulk_update(rows, ["position"])

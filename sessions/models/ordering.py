"""Positions that the database keeps unique, renumbered without ever breaking the rule on the way."""

from collections.abc import Iterable

from django.db.models import F, Model

LIFT = 1000
OUT_OF_THE_WAY = 30_000  # a place no list reaches, for a row on its way from one list to another


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

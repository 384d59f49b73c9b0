"""What to bring for a whole session, and how the room has to be."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import prefetch_related_objects

from sessions.rows import Row
from structures.domain import logistics
from structures.domain.logistics import Room, Supply
from structures.domain.shapes import Material, Per

FURNITURE = ("chair", "stool", "small table")
"""Counted per person in the catalogue, but nothing that a person has at hand."""


def with_materials(rows: Iterable[Row]) -> None:
    """Fetch the materials of every row's structure, in one query."""
    prefetch_related_objects([row.activity for row in rows], "structure__materials")


def needs(rows: Iterable[Row]) -> tuple[Supply, ...]:
    """What each participant needs: the required things that are counted per person, furniture apart."""
    return logistics.merge(*(_brought(row, [m for m in materials(row) if _own(m)], 1) for row in rows))


def supplies(rows: Iterable[Row], people: int | None) -> tuple[Supply, ...]:
    """What the hosts bring for ``people``, and for which rows; nothing while nobody knows how many come."""
    return logistics.merge(*(_brought(row, materials(row), people) for row in rows)) if people else ()


def room(rows: Iterable[Row], people: int | None) -> Room | None:
    """The most that any row asks of the room, and all its moves; None while nobody knows how many come."""
    rooms = [_room(row, people) for row in rows if row.activity.steps.all()] if people else []
    if not rooms:
        return None
    most = max(rooms, key=lambda one: one.breakout_rooms)
    largest = max(one.largest_group for one in rooms)
    return replace(most, largest_group=largest, moves=sum(one.moves for one in rooms))


def materials(row: Row) -> list[Material]:
    """The row's own materials where the convenor has named any, otherwise those of its structure."""
    if row.activity.materials:
        return [Material(**material) for material in row.activity.materials]
    listed = row.activity.structure.materials.all() if row.activity.structure else ()
    return [Material(one.item, one.quantity, one.per, one.required, one.mode) for one in listed]


def _own(material: Material) -> bool:
    return material.per == Per.PERSON and material.required and not material.item.endswith(FURNITURE)


def _brought(row: Row, wanted: list[Material], people: int) -> tuple[Supply, ...]:
    steps, _repeats = row.activity.shapes()
    activity = row.activity
    return logistics.supplies(wanted, steps, people, row.mode, activity.remainder, activity.title)


def _room(row: Row, people: int) -> Room:
    steps, _repeats = row.activity.shapes()
    turned = [steps[turn.index] for turn in row.turns]
    return logistics.room(turned, people, row.mode, row.activity.remainder)

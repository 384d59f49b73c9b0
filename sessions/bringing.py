"""What to bring for a whole session, and how the room has to be."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import prefetch_related_objects

from sessions.domain.packing import is_furniture
from sessions.rows import Row
from sessions.tracks import TrackPlan
from structures.domain import logistics
from structures.domain.logistics import Room, Supply
from structures.domain.shapes import Material, Per


def with_materials(rows: Iterable[Row]) -> None:
    """Fetch the materials of every row's structure, in one query."""
    prefetch_related_objects([row.activity for row in rows], "structure__materials")


def needs(rows: Iterable[Row]) -> tuple[Supply, ...]:
    """What each participant needs: the required things that are counted per person, furniture apart.

    Of what runs side by side a participant takes part in one.
    """
    return logistics.merge(*(needed for row in rows for needed in (_own_needs(row), _needs_in_tracks(row))))


def _own_needs(row: Row) -> tuple[Supply, ...]:
    return _brought(row, [material for material in materials(row) if _own(material)], 1)


def _needs_in_tracks(row: Row) -> tuple[Supply, ...]:
    return logistics.either(*(needs(track.rows) for track in row.tracks))


def supplies(rows: Iterable[Row]) -> tuple[Supply, ...]:
    """What the hosts bring, and for which rows; nothing while nobody knows how many come."""
    return logistics.merge(*(brought for row in rows if row.people for brought in _supplies(row)))


def _supplies(row: Row) -> tuple[tuple[Supply, ...], tuple[Supply, ...]]:
    """For the row itself, and for its tracks together."""
    own = _brought(row, materials(row), row.people)
    return own, logistics.alongside(*(supplies(track.rows) for track in row.tracks))


def room(rows: Iterable[Row]) -> Room | None:
    """The most that any row asks of the room, and all its moves; None while nobody knows how many come."""
    rooms = [found for row in rows if row.people and (found := _room(row))]
    if not rooms:
        return None
    most = max(rooms, key=lambda one: one.breakout_rooms)
    largest, tables = max(one.largest_group for one in rooms), max(one.tables for one in rooms)
    return replace(most, largest_group=largest, tables=tables, moves=sum(one.moves for one in rooms))


def materials(row: Row) -> list[Material]:
    """The row's own materials where the convenor has named any, otherwise those of its structure."""
    if row.activity.materials:
        return [Material(**material) for material in row.activity.materials]
    runs = row.activity.structure if not row.is_split else None
    listed = runs.materials.all() if runs else ()
    return [Material(one.item, one.quantity, one.per, one.required, one.mode) for one in listed]


def _own(material: Material) -> bool:
    """Chairs are counted per person as well, but no person has one at hand."""
    return material.per == Per.PERSON and material.required and not is_furniture(material.item)


def _brought(row: Row, wanted: list[Material], people: int) -> tuple[Supply, ...]:
    steps, _repeats = row.activity.shapes()
    activity = row.activity
    return logistics.supplies(wanted, steps, people, row.mode, activity.remainder, activity.title)


def _room(row: Row) -> Room | None:
    """What the row asks of the room; None where everyone simply stays together."""
    if row.is_split:
        return logistics.beside([_room_of(track) for track in row.tracks if track.rows])
    return logistics.room_for(row.scenes, row.people) if row.made_of[0] and row.people else None


def _room_of(track: TrackPlan) -> Room:
    return room(track.rows) or logistics.room([], track.people)

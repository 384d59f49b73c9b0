"""What only an open row shows of its structure: what it needs, who is left over, what changes online."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sessions.rows import Row
from structures.models import Material, Structure

TEXTS = ["remainder_note", "online_changes"]
MATERIAL = ["item", "quantity", "per", "required", "mode"]


def with_craft(rows: Iterable[Row]) -> None:
    """Fetch materials and texts of the rows' structures, in one query."""
    structures = [row.activity.structure for row in rows if row.activity.structure]
    fields = ["pk", *TEXTS, *(f"materials__{name}" for name in MATERIAL)]
    joined = Structure.objects.filter(pk__in={one.pk for one in structures}).order_by("pk", "materials__pk")
    found = {key: list(lines) for key, lines in groupby(joined.values(*fields), key=lambda line: line["pk"])}
    for structure in structures:
        put(structure, found.get(structure.pk, []))


def put(structure: Structure, lines: list[dict[str, Any]]) -> None:
    """Put texts and materials where queries of their own would have put them."""
    for name in TEXTS:
        setattr(structure, name, lines[0][name] if lines else "")
    listed = [
        Material(structure=structure, **{name: line[f"materials__{name}"] for name in MATERIAL})
        for line in lines
        if line["materials__item"] is not None
    ]
    structure._prefetched_objects_cache = {"materials": listed}

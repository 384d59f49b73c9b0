"""Records: what a file says, made from the file or from the database, and their digest."""

import hashlib
import json
from typing import Any

from django.db.models import Model, Prefetch, QuerySet

from structures.loading.layout import Key, Record, Table
from structures.models import Fit, Pairing, Question, Structure


def from_file(table: Table, row: Record) -> Record:
    """The record of a checked row: what it leaves out has its default."""
    record = {key.name: _plain(key, row.get(key.name, key.default)) for key in table.keys}
    for sub in table.tables:
        record[sub.name] = _in_order(sub, [from_file(sub, entry) for entry in row.get(sub.name, [])])
    return record


def from_object(table: Table, instance: Model) -> Record:
    """The record of a stored object. Prefetch with `stored_structures` or `stored_questions`."""
    record = {key.name: _plain(key, _value(instance, key)) for key in table.keys}
    for sub in table.tables:
        rows = getattr(instance, sub.name).all()
        record[sub.name] = _in_order(sub, [from_object(sub, row) for row in rows])
    return record


def written(table: Table, record: Record) -> Record:
    """The record without what a file leaves out: empty values, and quiet keys at their default."""
    kept = {key.name: record[key.name] for key in table.keys if _is_written(key, record[key.name])}
    for sub in table.tables:
        if record[sub.name]:
            kept[sub.name] = [written(sub, row) for row in record[sub.name]]
    return kept


def digest(table: Table, record: Record) -> str:
    """A fingerprint of what a file would say, so that a key added later does not look like an edit."""
    text = json.dumps(written(table, record), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def stored_structures() -> QuerySet[Structure]:
    """Every structure with all that its record needs, in a constant number of queries."""
    mates = Pairing.objects.select_related("after")
    return Structure.objects.select_related("variant_of").prefetch_related(
        "repeats", "steps", "roles", "materials", Prefetch("followed_by", mates)
    )


def stored_questions() -> QuerySet[Question]:
    """Every question with its fits, in a constant number of queries."""
    return Question.objects.prefetch_related(Prefetch("fits", Fit.objects.select_related("structure")))


def _value(instance: Model, key: Key) -> Any:
    value = getattr(instance, key.field.name)
    return getattr(value, "slug", None) if key.refers else value


def _plain(key: Key, value: Any) -> Any:
    """Text as a form would send it back, so that opening and saving changes nothing."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return [entry.strip() for entry in value] if key.kind is list else value


def _in_order(table: Table, rows: list[Record]) -> list[Record]:
    return sorted(rows, key=lambda row: row["key"]) if table.name == "repeats" else rows


def _is_written(key: Key, value: Any) -> bool:
    return value not in (None, "", []) and not (key.quiet and value == key.default)

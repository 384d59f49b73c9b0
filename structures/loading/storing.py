"""Bring the database to what the files say, and leave alone what a curator has changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import chain

from django.db import transaction
from django.db.models import F, Model, QuerySet

from structures.loading.layout import ASIDE, QUESTION, STRUCTURE, Record, Table
from structures.loading.reading import Files
from structures.loading.records import digest, from_object, stored_questions, stored_structures
from structures.models import Question


class Fate(Enum):
    """What happens to one entry of the files, or to an object that has none."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    EDITED = auto()  # edited by a curator; the file still says what was loaded
    EDITED_BOTH = auto()  # edited by a curator, and the file has changed too
    CURATORS = auto()  # made by a curator under a name that a file now uses
    TAKEN = auto()  # the place on the arc belongs to a curator's question
    VANISHED = auto()  # was loaded once; its file is gone


@dataclass
class Report:
    """The slugs of structures and questions by fate, in the order of the files."""

    structures: dict[str, Fate] = field(default_factory=dict)
    questions: dict[str, Fate] = field(default_factory=dict)

    def slugs(self, fate: Fate) -> list[str]:
        """Every slug with this fate, structures first."""
        pairs = chain(self.structures.items(), self.questions.items())
        return [slug for slug, its in pairs if its is fate]

    @property
    def is_first(self) -> bool:
        """Whether all of it is new: there was no catalogue before."""
        return {*self.structures.values(), *self.questions.values()} == {Fate.NEW}


WRITTEN = {Fate.NEW, Fate.CHANGED}
KEPT = {Fate.EDITED, Fate.EDITED_BOTH, Fate.CURATORS}


def store(files: Files, replace_edited: bool = False) -> Report:
    """Write what is new or changed in one transaction, in a constant number of queries.

    ``replace_edited`` also overwrites what a curator edited or made under a slug of the files.
    """
    with transaction.atomic():
        structures = _store(STRUCTURE, files.structures, stored_structures(), replace_edited)
        questions = _store(QUESTION, files.questions, stored_questions(), replace_edited)
    return Report(structures, questions)


def _store(table: Table, records: list[Record], stored: QuerySet, replace_edited: bool) -> dict[str, Fate]:
    # Locked, so that what a curator saves meanwhile is either seen here or waits for the end.
    objects = {instance.slug: instance for instance in stored.select_for_update(of=("self",))}
    fates = {record["slug"]: _fate(table, record, objects.get(record["slug"])) for record in records}
    if replace_edited:
        fates = {slug: Fate.CHANGED if fate in KEPT else fate for slug, fate in fates.items()}
    if table is QUESTION:
        fates |= _taken(records, fates, objects.values())
    _write(table, [record for record in records if fates[record["slug"]] in WRITTEN])
    return fates | {slug: Fate.VANISHED for slug in _loaded(objects) if slug not in fates}


def _fate(table: Table, record: Record, instance: Model | None) -> Fate:
    if instance is None:
        return Fate.NEW
    wanted, present = digest(table, record), digest(table, from_object(table, instance))
    if present == wanted:  # a curator's change that came back as a file is the file's from now on
        return Fate.SAME if instance.loaded_digest == wanted else Fate.CHANGED
    if present == instance.loaded_digest:
        return Fate.CHANGED
    if not instance.loaded_digest:
        return Fate.CURATORS
    return Fate.EDITED if wanted == instance.loaded_digest else Fate.EDITED_BOTH


def _taken(records: list[Record], fates: dict[str, Fate], present: Iterable[Question]) -> dict[str, Fate]:
    """Questions that cannot have their place; one that therefore stays may hold another's place in turn."""
    moving = [record for record in records if fates[record["slug"]] in WRITTEN]
    staying = {one.position for one in present if fates.get(one.slug) not in WRITTEN}
    taken = {record["slug"]: Fate.TAKEN for record in moving if record["position"] in staying}
    return taken | _taken(records, fates | taken, present) if taken else {}


def _loaded(objects: dict[str, Model]) -> list[str]:
    return [slug for slug, instance in objects.items() if instance.loaded_digest]


def _write(table: Table, records: list[Record]) -> None:
    if not records:
        return
    slugs = [record["slug"] for record in records]
    if table is QUESTION:
        Question.objects.filter(slug__in=slugs).update(position=F("position") + ASIDE)
    _upsert(table, records)
    keys = dict(STRUCTURE.model.objects.values_list("slug", "pk"))
    parents = {one.slug: one for one in table.model.objects.filter(slug__in=slugs)}
    _refer(table, records, parents, keys)
    for sub in table.tables:
        _rewrite(sub, {slug: parents[slug] for slug in slugs}, records, keys)


def _upsert(table: Table, records: list[Record]) -> None:
    """One statement for old and new alike; two loaders at once wait for each other instead of failing."""
    fields = [key.field.name for key in table.keys if not key.refers]
    instances = [
        table.model(**{name: record[name] for name in fields}, loaded_digest=digest(table, record))
        for record in records
    ]
    for instance in instances:
        instance.full_clean(validate_unique=False, validate_constraints=False)
    updated = [name for name in fields if name != "slug"] + ["loaded_digest"]
    table.model.objects.bulk_create(
        instances, update_conflicts=True, unique_fields=["slug"], update_fields=updated
    )


def _refer(table: Table, records: list[Record], parents: dict[str, Model], keys: dict[str, int]) -> None:
    """References among structures are set once all of them exist."""
    names = [key.field.attname for key in table.references()]
    for record in records:
        for key in table.references():
            setattr(parents[record["slug"]], key.field.attname, keys.get(record[key.name]))
    if names:
        table.model.objects.bulk_update([parents[record["slug"]] for record in records], names)


def _rewrite(table: Table, parents: dict[str, Model], records: list[Record], keys: dict[str, int]) -> None:
    """Replace the rows of these parents. Nothing refers to them: plans copy what they use."""
    table.model.objects.filter(**{f"{table.parent}__in": parents.values()}).delete()
    rows = [
        _row(table, parents[record["slug"]], row, number, keys)
        for record in records
        for number, row in enumerate(record[table.name], 1)
    ]
    for row in rows:
        row.clean_fields(exclude=[key.field.name for key in table.references()] + [table.parent])
    table.model.objects.bulk_create(rows)


def _row(table: Table, parent: Model, record: Record, number: int, keys: dict[str, int]) -> Model:
    values = {key.field.name: record[key.name] for key in table.keys if not key.refers}
    values |= {key.field.attname: keys.get(record[key.name]) for key in table.references()}
    return table.model(**values, **({"position": number} if table.numbered else {}), **{table.parent: parent})

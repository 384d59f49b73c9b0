"""What is wrong with the sense of the files: numbers that fall, names used twice, references to nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from structures.choices import Status
from structures.loading.layout import LEAST, MOST_LINES, RISING, STRUCTURE, Record, Table
from structures.loading.shape import Finding, path


@dataclass(frozen=True)
class Entry:
    """One structure or question, and where it stands: the file, and the path inside it ("" for the whole)."""

    file: str
    at: str
    table: Table
    record: Record

    def within(self, key: str) -> str:
        return path(self.at, key)


EntryFinding = tuple[Entry, str, str]
"""The entry, the path of the key in its file, and what is wrong."""


def falling(values: Record, fields: Iterable[str]) -> tuple[str, str] | None:
    """The first two neighbours of ``fields`` of which the later is the smaller; empty ones do not count."""
    known = [name for name in fields if values.get(name) is not None]
    return next(((low, high) for low, high in pairwise(known) if values[low] > values[high]), None)


def alone(entry: Entry) -> Iterator[EntryFinding]:
    """The faults of an entry that show without the others."""
    for table, row, at in _rows(entry.table, entry.record, entry.at):
        for key, message in (*_numbers(table, row), *_lines(row), *_twice(table, row)):
            yield entry, path(at, key), message
    if entry.table is STRUCTURE:
        for key, message in (*_own_name(entry), *_steps(entry.record), *_itself(entry)):
            yield entry, key, message


def together(structures: list[Entry], questions: list[Entry], slugs: set[str]) -> Iterator[EntryFinding]:
    """The faults that show only when all entries are looked at. ``slugs`` are those of all structures."""
    yield from _references([*structures, *questions], slugs)
    yield from _unique((entry, key, name) for entry in structures for key, name in _names(entry.record))
    yield from _unique((entry, "slug", entry.record["slug"]) for entry in questions)
    yield from _unique((entry, "position", entry.record["position"]) for entry in questions)
    yield from _unfit(structures, questions)


def _rows(table: Table, record: Record, at: str) -> Iterator[tuple[Table, Record, str]]:
    yield table, record, at
    for sub in table.tables:
        for index, row in enumerate(record[sub.name]):
            yield from _rows(sub, row, f"{path(at, sub.name)}[{index}]")


def _numbers(table: Table, row: Record) -> Iterator[Finding]:
    for name, least in LEAST.items():
        if (value := row.get(name)) is not None and value < least:
            yield name, _("This must be at least %(least)s.") % {"least": least}
    for fields in RISING.get(table.model, ()):
        if pair := falling(row, fields):
            low, high = pair
            values = {"low": low, "least": row[low], "high": row[high]}
            yield high, _("%(high)s is less than %(low)s, which is %(least)s.") % values


def _lines(row: Record) -> Iterator[Finding]:
    for name, most in MOST_LINES.items():
        if len(row.get(name, ())) > most:
            yield name, _("At most %(most)s lines.") % {"most": most}


def _twice(table: Table, row: Record) -> Iterator[Finding]:
    for sub in table.tables:
        names = [entry[sub.once] for entry in row[sub.name]] if sub.once else []
        for index, name in enumerate(names):
            if name and name in names[:index]:
                yield f"{sub.name}[{index}].{sub.once}", _("“%(name)s” stands here twice.") % {"name": name}


def _own_name(entry: Entry) -> Iterator[Finding]:
    slug, stem = entry.record["slug"], entry.file.rpartition("/")[2].removesuffix(".toml")
    if slug and slug != stem:
        yield "slug", _("The file of “%(slug)s” must be called %(slug)s.toml.") % {"slug": slug}


def _steps(record: Record) -> Iterator[Finding]:
    keys = [repeat["key"] for repeat in record["repeats"]]
    used = [step["repeat"] for step in record["steps"]]
    for index, key in enumerate(used):
        if key and key not in keys:
            yield f"steps[{index}].repeat", _("There is no repeat “%(key)s”.") % {"key": key}
    for index, key in enumerate(keys):
        if key and key not in used:
            yield f"repeats[{index}].key", _("No step repeats with “%(key)s”.") % {"key": key}
    if record["status"] == Status.PUBLISHED and not used:
        yield "steps", _("A published structure needs steps.")


def _itself(entry: Entry) -> Iterator[Finding]:
    for at, slug in _references_of(entry):
        if slug == entry.record["slug"]:
            yield at, _("A structure cannot refer to itself.")


def _references_of(entry: Entry) -> Iterator[Finding]:
    for table, row, at in _rows(entry.table, entry.record, entry.at):
        for key in table.references():
            if row[key.name]:
                yield path(at, key.name), row[key.name]


def _references(entries: list[Entry], slugs: set[str]) -> Iterator[EntryFinding]:
    for entry in entries:
        for at, slug in _references_of(entry):
            if slug not in slugs:
                yield entry, at, _("There is no structure “%(slug)s”.") % {"slug": slug}


def _names(record: Record) -> Iterator[tuple[str, str]]:
    yield "name", record["name"]
    yield from ((f"aliases[{index}]", alias) for index, alias in enumerate(record["aliases"]))


def _unique(values: Iterable[tuple[Entry, str, str | int | None]]) -> Iterator[EntryFinding]:
    first: dict[str, Entry] = {}
    for entry, key, value in values:
        if value and (other := first.setdefault(str(value).casefold(), entry)) is not entry:
            words = {"value": value, "file": other.file}
            yield entry, entry.within(key), _("“%(value)s” is already used in %(file)s.") % words


def _unfit(structures: list[Entry], questions: list[Entry]) -> Iterator[EntryFinding]:
    fitting = {fit["structure"] for question in questions for fit in question.record["fits"]}
    for entry in structures:
        if entry.record["status"] == Status.PUBLISHED and entry.record["slug"] not in fitting:
            yield entry, "status", _("This structure is published but fits no question.")

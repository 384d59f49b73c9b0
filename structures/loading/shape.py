"""What is wrong with the form of a file's tables: keys, types, words and lengths. Needs no database."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from structures.loading.layout import LARGEST, Key, Record, Table

Finding = tuple[str, str]
"""The path of a key in its file (``steps[2].minutes``) and what is wrong with it."""

KINDS = {
    str: gettext_lazy("text"),
    int: gettext_lazy("a whole number"),
    bool: gettext_lazy("true or false"),
    list: gettext_lazy("a list of texts"),
}


def path(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def examine(table: Table, row: Record, at: str = "") -> tuple[Record, list[Finding]]:
    """Return the sound part of ``row``, for the rules that follow, and every fault of its form."""
    findings = [*_unknown(table, row, at), *_missing(table, row, at)]
    sound: Record = {}
    for key in table.keys:
        faults = _faults(key, row[key.name]) if key.name in row else []
        findings += [(path(at, key.name), fault) for fault in faults]
        if key.name in row and not faults:
            sound[key.name] = row[key.name]
    for sub in table.tables:
        sound[sub.name], more = _rows(sub, row.get(sub.name, []), path(at, sub.name))
        findings += more
    return sound, findings


def _rows(table: Table, rows: Any, at: str) -> tuple[list[Record], list[Finding]]:
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        return [], [(at, _("This must be tables, each begun with [[%(name)s]].") % {"name": at})]
    examined = [examine(table, row, f"{at}[{index}]") for index, row in enumerate(rows)]
    return [sound for sound, faults in examined], [fault for sound, faults in examined for fault in faults]


def _unknown(table: Table, row: Record, at: str) -> Iterator[Finding]:
    for name in row.keys() - set(table.names()):
        likely = get_close_matches(name, table.names(), n=1)
        hint = _(" Did you mean “%(likely)s”?") % {"likely": likely[0]} if likely else ""
        yield path(at, name), _("There is no such key.") + hint


def _missing(table: Table, row: Record, at: str) -> Iterator[Finding]:
    for key in table.keys:
        if key.required and key.name not in row:
            yield path(at, key.name), _("This key is missing.")


def _faults(key: Key, value: Any) -> list[str]:
    if type(value) is not key.kind:
        return [_("This must be %(kind)s.") % {"kind": KINDS[key.kind]}]
    if key.kind is list:
        return list(_list_faults(key, value))
    if key.field.choices and value not in dict(key.field.choices):
        return [_none_of(value, list(dict(key.field.choices)))]
    if key.kind is int and value > LARGEST:
        return [_("This must be at most %(largest)s.") % {"largest": LARGEST}]
    return [] if key.refers else _field_faults(key, value)


def _field_faults(key: Key, value: Any) -> list[str]:
    try:
        key.field.clean(value, None)
    except ValidationError as error:
        return list(error.messages)
    return []


def _list_faults(key: Key, values: list[Any]) -> Iterator[str]:
    for number, value in enumerate(values, 1):
        if not (isinstance(value, str) and value.strip() and "\n" not in value):
            yield _("Entry %(number)s must be one line of text.") % {"number": number}
        elif value in values[: number - 1]:
            yield _("Entry %(number)s stands here twice: “%(value)s”.") % {"number": number, "value": value}
        elif key.words and value not in key.words:
            yield _none_of(value, key.words)


def _none_of(value: str, words: list[str]) -> str:
    return _("“%(value)s” is none of these: %(words)s.") % {"value": value, "words": ", ".join(words)}

"""Write records as files that read well in a diff."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tomlkit

from structures.loading.layout import QUESTION, QUESTIONS_FILE, STRUCTURE, Record
from structures.loading.reading import entries
from structures.loading.records import from_object, stored_questions, stored_structures, written

WIDTH = 100  # characters: a longer list gets one line per entry


def export(folder: Path) -> dict[Path, bool]:
    """Write the whole catalogue to ``folder``, drafts included. Returns each file and whether it changed.

    A file that already says the same is left as it is, with its comments.
    """
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        folder / f"{structure.slug}.toml": written(STRUCTURE, from_object(STRUCTURE, structure))
        for structure in stored_structures()
    }
    questions = [written(QUESTION, from_object(QUESTION, question)) for question in stored_questions()]
    contents[folder / QUESTIONS_FILE] = {QUESTION.name: questions}
    already = _said(folder)
    return {path: _put(path, content, already.get(path)) for path, content in contents.items()}


def as_toml(content: Record) -> str:
    """The text of a file: plain keys first, then a [[table]] for each row."""
    document = tomlkit.document()
    _fill(document, content)
    return tomlkit.dumps(document)


def _put(path: Path, content: Record, already: Record | None) -> bool:
    if content == already:
        return False
    path.write_text(as_toml(content), encoding="utf-8", newline="\n")
    return True


def _said(folder: Path) -> dict[Path, Record]:
    """What the files in the folder say now, as far as they are sound."""
    structures, questions, _problems = entries(folder)
    said = {folder / Path(one.file).name: written(STRUCTURE, one.record) for one in structures}
    return said | {
        folder / QUESTIONS_FILE: {QUESTION.name: [written(QUESTION, one.record) for one in questions]}
    }


def _fill(table: Any, content: Record) -> None:
    for name, value in content.items():
        table.add(name, _item(value))


def _item(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return _rows(value) if isinstance(value[0], dict) else _array(value)


def _rows(rows: Iterable[Record]) -> Any:
    tables = tomlkit.aot()
    for row in rows:
        table = tomlkit.table()
        _fill(table, row)
        tables.append(table)
    return tables


def _array(values: list[str]) -> Any:
    array = tomlkit.array()
    array.extend(values)
    if len(array.as_string()) <= WIDTH:
        return array
    lines = tomlkit.array()
    for value in values:
        lines.add_line(value, indent="  ")
    lines.add_line(indent="")
    return lines

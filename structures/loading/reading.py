"""Read a folder of catalogue files, with every error of every file. Needs no database."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from structures.loading import rules
from structures.loading.layout import QUESTION, QUESTIONS_FILE, STRUCTURE, Record, Table
from structures.loading.records import from_file
from structures.loading.rules import Entry
from structures.loading.shape import examine


@dataclass(frozen=True)
class Problem:
    """One error: the file as a person would open it, the key's path inside it, and what is wrong."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.key, self.message)))


class CatalogueError(Exception):
    """The files cannot be loaded; ``problems`` says all that is wrong."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Files:
    """The sound content of a folder: records as `structures.loading.records` describes them."""

    structures: list[Record]
    questions: list[Record]


def read(folder: Path) -> Files:
    """Read one file per structure and the questions' file. Raises CatalogueError with every error."""
    structures, questions, problems = entries(folder)
    found = [finding for entry in (*structures, *questions) for finding in rules.alone(entry)]
    found += rules.together(structures, questions, {path.stem for path in _paths(folder)})
    problems += [Problem(entry.file, key, message) for entry, key, message in found]
    if problems:
        raise CatalogueError(sorted(problems, key=lambda problem: problem.file))
    return Files([entry.record for entry in structures], [entry.record for entry in questions])


def entries(folder: Path) -> tuple[list[Entry], list[Entry], list[Problem]]:
    """The structures and questions of a folder as far as they are sound, and the faults of their form."""
    problems: list[Problem] = []
    structures = [entry for path in _paths(folder) for entry in _structure(path, problems)]
    return structures, _questions(folder / QUESTIONS_FILE, problems), problems


def _paths(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.toml") if path.name != QUESTIONS_FILE)


def _structure(path: Path, problems: list[Problem]) -> list[Entry]:
    content = _content(path, problems)
    return [] if content is None else [_entry(path, "", STRUCTURE, content, problems)]


def _questions(path: Path, problems: list[Problem]) -> list[Entry]:
    content = _content(path, problems)
    if content is None:
        return []
    rows = content.pop(QUESTION.name, None)
    problems += [Problem(_label(path), key, _("There is no such key.")) for key in content]
    if not (isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows)):
        problems.append(Problem(_label(path), QUESTION.name, _("There must be at least one [[questions]].")))
        return []
    return [_entry(path, f"questions[{i}]", QUESTION, row, problems) for i, row in enumerate(rows)]


def _entry(path: Path, at: str, table: Table, row: Record, problems: list[Problem]) -> Entry:
    sound, findings = examine(table, row, at)
    problems += [Problem(_label(path), key, message) for key, message in findings]
    return Entry(_label(path), at, table, from_file(table, sound))


def _content(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        problems.append(Problem(_label(path), "", error.strerror or str(error)))
    except ValueError as error:  # not TOML, or not UTF-8
        problems.append(Problem(_label(path), "", _("This is not TOML: %(error)s") % {"error": error}))
    return None


def _label(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)

"""Reading one object of a document field by field: whatever is wrong is noted, and reading goes on."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from sessions.domain import limits
from sessions.domain.clock import UnknownTimezone, zone
from sessions.domain.problems import Problem, close_to, problem, shown

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
LINK = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """What is wrong so far, and the slugs the catalogue knows (None: any slug will do)."""

    structures: Collection[str] | None = None
    questions: Collection[str] | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return len(self.problems) >= limits.MAX_PROBLEMS

    def add(self, path: str, code: str, value: object = None, **params: object) -> None:
        if not self.full:
            self.problems.append(problem(path, code, value, **params))

    def add_unknown(self, path: str, code: str, value: str, known: Collection[str]) -> None:
        if not self.full:
            self.add(path, code, value, close=close_to(value, known))


class Node:
    """One object of a document. A field that is null is absent; a wrong one is noted and read as absent."""

    def __init__(self, data: object, path: str, notes: Notes, known: Collection[str]) -> None:
        self.path, self.notes = path, notes
        self.is_object = isinstance(data, dict)
        self.data: Mapping[str, object] = data if isinstance(data, dict) else {}
        if not self.is_object:
            notes.add(path, "not_object", data)
        for name in self.data:
            if name not in known:
                notes.add_unknown(self.at(shown(name)), "unknown_field", str(name), known)

    def at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, code: str, **params: object) -> None:
        self.notes.add(self.at(name), code, self.data.get(name), **params)

    def has(self, name: str) -> bool:
        return self.data.get(name) is not None

    def text(self, name: str, most: int) -> str:
        """Text of at most ``most`` characters."""
        return self._text(name, most) or ""

    def required(self, name: str, most: int) -> str:
        """Text that says something; what is no object has already been refused for that."""
        value = self._text(name, most)
        absent = self.is_object and not self.has(name)
        if absent or (value is not None and not value.strip()):
            self.wrong(name, "required")
        return value or ""

    def integer(self, name: str, least: int, most: int) -> int | None:
        return read_integer(self.data.get(name), least, most, self.at(name), self.notes)

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.data.get(name)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.wrong(name, "not_flag")
        return default

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        value = self._text(name, limits.MAX_TITLE)
        if value is None or value in choices:
            return value or default
        self.wrong(name, "unknown_choice", choices=", ".join(choices), close=close_to(value, choices))
        return default

    def slug(self, name: str, known: Collection[str] | None, code: str) -> str:
        """The slug of something in the catalogue."""
        value = self.text(name, limits.MAX_SLUG)
        if value and known is not None and value not in known:
            self.notes.add_unknown(self.at(name), code, value, known)
        return value

    def day(self, name: str) -> date | None:
        value = self._shaped(name, DAY, "not_date")
        try:
            day = date.fromisoformat(value) if value else None
        except ValueError:
            day = date.min
        if day and not limits.FIRST_YEAR <= day.year <= limits.LAST_YEAR:
            self.wrong(name, "not_date")
        return day

    def clock(self, name: str) -> time | None:
        value = self._shaped(name, CLOCK, "not_time")
        return time.fromisoformat(value) if value else None

    def link(self, name: str) -> str:
        """An address for a browser: nothing else may become a link on a page."""
        return self._shaped(name, LINK, "not_link", limits.MAX_LINK) or ""

    def timezone(self, name: str, default: str) -> str:
        value = self._text(name, limits.MAX_TIMEZONE)
        try:
            return zone(default if value is None else value).key
        except UnknownTimezone:
            self.wrong(name, "unknown_timezone")
        return default

    def items(self, name: str, most: int) -> list[tuple[str, object]]:
        """Every member of a list with its path. A list that is too long is not read at all."""
        value = self.data.get(name)
        if isinstance(value, list) and len(value) <= most:
            return [(f"{self.at(name)}[{place}]", one) for place, one in enumerate(value)]
        if isinstance(value, list):
            self.wrong(name, "too_many", count=len(value), most=most)
        elif value is not None:
            self.wrong(name, "not_list")
        return []

    def texts(self, name: str, most: int, longest: int = limits.MAX_TEXT) -> tuple[str, ...]:
        """A list of at most ``most`` texts, each of at most ``longest`` characters."""
        members = self.items(name, most)
        return tuple(read_text(one, longest, path, self.notes) or "" for path, one in members)

    def _text(self, name: str, most: int) -> str | None:
        if not self.has(name):
            return None
        return read_text(self.data[name], most, self.at(name), self.notes)

    def _shaped(
        self, name: str, shape: re.Pattern[str], code: str, most: int = limits.MAX_TITLE
    ) -> str | None:
        """Text that matches the whole shape, or nothing at all."""
        value = self._text(name, most)
        if value is None or shape.fullmatch(value):
            return value
        self.wrong(name, code)
        return None


def read_text(value: object, most: int, path: str, notes: Notes) -> str | None:
    """Text without the NUL characters that no database keeps; None, noted, when it is no text or too long."""
    if not isinstance(value, str):
        notes.add(path, "not_text", value)
    elif any("\ud800" <= letter <= "\udfff" for letter in value):
        notes.add(path, "broken_text", value)
    elif len(clean := value.replace("\0", "")) > most:
        notes.add(path, "too_long", value, length=len(clean), most=most)
    else:
        return clean
    return None


def read_integer(value: object, least: int, most: int, path: str, notes: Notes) -> int | None:
    """A whole number from ``least`` to ``most``. True is not a number; 25.0 is 25, as it is for JSON."""
    if value is None:
        return None
    if isinstance(value, bool) or not (
        isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    ):
        notes.add(path, "not_whole", value)
    elif value < least:
        notes.add(path, "negative" if value < 0 else "too_small", value, least=least)
    elif value > most:
        notes.add(path, "too_big", value, most=most)
    else:
        return int(value)
    return None

"""A journey as a JSON document: its shapes, and how they are written.

The names of the fields are the names in the document. Reading, with every refusal, is in ``reading``; the
published description is ``sessions/schema/convening.journey-1.schema.json``.
"""

import datetime
from dataclasses import dataclass, is_dataclass
from enum import StrEnum
from typing import Any

from structures.domain.shapes import Grouping, Material, Mode, Repeat

FORMAT = "convening.journey/1"


class Kind(StrEnum):
    """What a row of the agenda is."""

    STRUCTURE = "structure"
    OPENING = "opening"
    BREAK = "break"
    TALK = "talk"
    CLOSING = "closing"
    OTHER = "other"


class SessionMode(StrEnum):
    """Where a session happens."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Brings(StrEnum):
    """Who brings something to a session: the convenors, or the people who host them."""

    CONVENOR = "convenor"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class StepDoc:
    """One step of an activity. Minutes are for one turn when it repeats; ``nested`` is a structure's slug."""

    title: str = ""
    what: str = ""
    grouping: str = Grouping.WHOLE_GROUP
    size_min: int | None = None
    size_max: int | None = None
    minutes_min: int = 0
    minutes: int = 0
    minutes_max: int = 0
    repeat: Repeat | None = None
    optional: bool = False
    mode: str = Mode.BOTH
    protected: bool = False
    nested: str = ""
    nested_note: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDoc:
    """One row of an agenda.

    ``question`` is the place of the question it answers in the journey's list, from 0. ``minutes`` None means
    the sum of the steps; ``steps`` None means those of the catalogue, an empty tuple means none. ``tracks`` run
    side by side, and none of their rows has tracks of its own. ``recipe`` is the fingerprint that the catalogue's
    steps had when these were copied. ``alternatives`` are invitations of the convenor's own that are kept, not said.
    """

    kind: str = Kind.STRUCTURE
    title: str = ""
    structure: str = ""
    question: int | None = None
    minutes: int | None = None
    pinned: datetime.time | None = None
    protected: bool = False
    lead: str = ""
    invitations: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    brief: str = ""
    notes: str = ""
    set_up: str = ""
    materials: tuple[Material, ...] = ()
    outcome: str = ""
    steps: tuple[StepDoc, ...] | None = None
    tracks: tuple["TrackDoc", ...] = ()
    recipe: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TrackDoc:
    """Rows that run one after the other, beside those of the other tracks."""

    title: str = ""
    activities: tuple[ActivityDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class PackingDoc:
    """What is known of one thing to bring: who brings it, and whether it is packed."""

    item: str = ""
    by: str = Brings.CONVENOR
    packed: bool = False


@dataclass(frozen=True, slots=True)
class SessionDoc:
    """One meeting. ``minutes`` are the booked ones; ``people`` None means the journey's.

    ``rooms`` are the places for groups to work in at once, breakout rooms included; None: as many as it takes.
    ``packing`` has the things somebody has said something about, and only those.
    """

    title: str = ""
    date: datetime.date | None = None
    start: datetime.time | None = None
    timezone: str = "UTC"
    minutes: int | None = None
    mode: str = SessionMode.IN_PERSON
    place: str = ""
    link: str = ""
    people: int | None = None
    rooms: int | None = None
    packing: tuple[PackingDoc, ...] = ()
    activities: tuple[ActivityDoc, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDoc:
    """A question in the group's own words; ``question`` is the slug of the catalogue's that it came from."""

    text: str = ""
    question: str = ""
    outcome: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class JourneyDoc:
    """A whole journey. ``dismissed`` are the keys of the notices that nobody wants to see again."""

    title: str
    purpose: str = ""
    people: int | None = None
    who: str = ""
    questions: tuple[QuestionDoc, ...] = ()
    sessions: tuple[SessionDoc, ...] = ()
    parked: tuple[ActivityDoc, ...] = ()
    dismissed: tuple[str, ...] = ()


ALWAYS_WRITTEN: dict[type, frozenset[str]] = {
    JourneyDoc: frozenset({"title"}),
    ActivityDoc: frozenset({"kind"}),
    StepDoc: frozenset({"minutes_min", "minutes", "minutes_max"}),
    Repeat: frozenset({"key", "unit", "count_min", "count", "count_max", "set_by"}),
    Material: frozenset({"item", "quantity"}),
    PackingDoc: frozenset({"item", "by"}),
}
"""Fields that are written even when they hold their default: those whose absence a reader takes otherwise."""


def dump(doc: JourneyDoc, *, codes: bool = True) -> dict[str, Any]:
    """The document, ready for ``json``: what holds its default is left out, and so are the codes on request.

    ``parse(dump(doc)) == doc`` for every journey that ``parse`` can make.
    """
    return {"format": FORMAT} | _written(doc, codes)


def _written(shape: Any, codes: bool) -> dict[str, Any]:
    always = ALWAYS_WRITTEN.get(type(shape), frozenset())
    written = {}
    for (
        name,
        field,
    ) in shape.__dataclass_fields__.items():  # not fields(): it is slow, and long journeys have thousands
        value = getattr(shape, name)
        if (codes or name != "code") and (name in always or value != field.default):
            written[name] = _plain(value, codes)
    return written


def _plain(value: Any, codes: bool) -> Any:
    match value:
        case tuple():
            return [_plain(one, codes) for one in value]
        case datetime.date():
            return value.isoformat()
        case datetime.time():
            return f"{value:%H:%M}"
        case StrEnum():
            return value.value
    return _written(value, codes) if is_dataclass(value) else value

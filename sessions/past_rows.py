"""One row of a journey as it was, read from a document: how long it lasted, when, and what became of it since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property
from typing import Any

from django.utils.translation import get_language, gettext_lazy

from sessions.agenda import names
from sessions.choices import Kind
from sessions.domain.clock import Clock
from sessions.domain.differing import Part
from sessions.domain.document import ActivityDoc
from sessions.domain.timeline import Placed, Slot, lay_out
from sessions.rows import configuration, ideal_run
from structures.domain import shapes, timing
from structures.domain.score import Strip

Marks = Mapping[tuple[Part, str], Sequence[str]]
"""What became of each part since, in words, by what it is and its code."""


TEXTS = {
    "brief": gettext_lazy("For participants"),
    "notes": gettext_lazy("Private notes"),
    "set_up": gettext_lazy("Set-up"),
    "outcome": gettext_lazy("Outcome"),
}


@dataclass(frozen=True)
class Known:
    """What the catalogue says of a structure: its name, and what people left over do."""

    name: str = ""
    remainder: str = shapes.Remainder.SMALLER


@dataclass(frozen=True)
class Around:
    """What a row is read with: its people, which steps run, its session's clock (None while it is parked),
    the structures by their slugs, and what became of the rows since.
    """

    people: int | None
    mode: str
    clock: Clock | None = None
    structures: Mapping[str, Known] = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)

    def known(self, doc: ActivityDoc) -> Known:
        return self.structures.get(doc.structure, Known())

    def pin(self, doc: ActivityDoc) -> int | None:
        return self.clock.minutes_until(doc.pinned) if self.clock and doc.pinned else None


@dataclass(frozen=True)
class PastRow:
    """One activity. ``placed`` is None while it is parked."""

    doc: ActivityDoc
    around: Around
    minutes: int
    placed: Placed | None = None

    @property
    def marks(self) -> Sequence[str]:
        return self.around.marks.get((Part.ACTIVITY, self.doc.code), ())

    @property
    def number(self) -> int | None:
        """The place of its question on the arc, as people count."""
        return None if self.doc.question is None else self.doc.question + 1

    @property
    def hue(self) -> int:
        return self.number or 0

    @property
    def begins(self) -> time | None:
        return self.around.clock.clock_time(self.placed.begin) if self.around.clock and self.placed else None

    @property
    def day(self) -> int:
        """Midnights between the session's start and this row."""
        return self.around.clock.day(self.placed.begin) if self.around.clock and self.placed else 0

    @property
    def is_rest(self) -> bool:
        return self.doc.kind == Kind.BREAK

    @property
    def structure(self) -> str:
        """The name of its structure, where its title does not say it."""
        name = self.around.known(self.doc).name
        return "" if names(self.doc.title, name) else name

    @property
    def kind_shown(self) -> str:
        """What kind of row it is, where neither its structure nor its title says so."""
        kind = str(Kind(self.doc.kind).label)
        said = self.doc.kind in (Kind.STRUCTURE, Kind.BREAK, Kind.OTHER)
        return "" if said or self.doc.title.casefold() == kind.casefold() else kind

    @property
    def invitations(self) -> list[str]:
        return [text for text in self.doc.invitations if text.strip()]

    @property
    def groups(self) -> str:
        """How people sit from step to step, in words; "" without steps."""
        steps, _repeats = shapes_of(self.doc)
        around, remainder = self.around, self.around.known(self.doc).remainder
        return configuration(get_language(), steps, around.people, remainder, around.mode) if steps else ""

    @cached_property
    def turns(self) -> tuple[shapes.Turn, ...]:
        """What happened turn by turn in its minutes. A row without steps is one turn for everyone."""
        steps, _repeats = shapes_of(self.doc)
        if not steps:
            return (shapes.Turn(0, self.doc.title, shapes.Grouping.WHOLE_GROUP, self.minutes),)
        span, ideal = run_of(self.doc, self.around)
        return ideal if self.minutes == span.ideal else timing.spread(ideal, steps, self.minutes)

    @property
    def steps(self) -> list[tuple[str, int, int]]:
        """Each step that runs: its title, the minutes of one turn, and how many turns."""
        first = {turn.index: turn for turn in reversed(self.turns)} if self.doc.steps else {}
        return [(first[index].title, first[index].minutes, first[index].of) for index in sorted(first)]

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was written for those who take part and for those who host, with its label."""
        written = [(label, getattr(self.doc, name).strip()) for name, label in TEXTS.items()]
        return [(str(label), text) for label, text in written if text]

    @property
    def has_details(self) -> bool:
        return bool(self.steps or self.texts or self.doc.materials)

    @property
    def tracks(self) -> list[tuple[str, list["PastRow"]]]:
        """Each track's name and its rows, which run from where this row begins."""
        begin = self.placed.begin if self.placed else None
        return [(track.title, in_track(track.activities, self.around, begin)) for track in self.doc.tracks]

    @property
    def strip(self) -> Strip:
        return Strip(
            begin=self.placed.begin if self.placed else 0,
            minutes=self.minutes,
            turns=self.turns,
            hue=self.hue,
            kind=self.doc.kind,
            title=self.doc.title,
            code=self.doc.code,
            mark=str(self.number or ""),
        )


def in_track(docs: Sequence[ActivityDoc], around: Around, begin: int | None) -> list[PastRow]:
    """Rows one after the other from ``begin``, or on no clock without it."""
    lengths = [minutes_of(one, around) for one in docs]
    placed = lay_out(map(Slot, lengths)).placed
    return [
        PastRow(one, around, place.minutes, begin_at(place, begin))
        for one, place in zip(docs, placed, strict=True)
    ]


def begin_at(place: Placed, begin: int | None) -> Placed | None:
    return None if begin is None else Placed(begin + place.begin, begin + place.end)


def minutes_of(doc: ActivityDoc, around: Around) -> int:
    """How long the row lasted: its longest track, or its own minutes, or what its steps come to for the people.

    While its tracks are all empty its own minutes stand.
    """
    if any(track.activities for track in doc.tracks):
        return max(sum(minutes_of(one, around) for one in track.activities) for track in doc.tracks)
    return run_of(doc, around)[0].ideal if doc.minutes is None else doc.minutes


def run_of(doc: ActivityDoc, around: Around) -> tuple[shapes.Span, tuple[shapes.Turn, ...]]:
    return ideal_run(*shapes_of(doc), around.people, around.mode, around.known(doc).remainder)


def shapes_of(doc: ActivityDoc) -> tuple[tuple[shapes.Step, ...], tuple[shapes.Repeat, ...]]:
    """The row's steps and their repeats as the engine's plain values."""
    repeats = {step.repeat.key: step.repeat for step in doc.steps or () if step.repeat}
    return tuple(map(step_shape, doc.steps or ())), tuple(repeats.values())


SAME_NAME = [name for name in shapes.Step.__dataclass_fields__ if name != "repeat"]
"""What a step of a document and one of the engine both say."""


def step_shape(step: Any) -> shapes.Step:
    same = {name: getattr(step, name) for name in SAME_NAME}
    return shapes.Step(repeat=step.repeat.key if step.repeat else "", **same)

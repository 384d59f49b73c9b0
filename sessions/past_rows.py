"""One row of a journey as it was, read from a document: how long it lasted, when, and what became of it since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time
from functools import cached_property
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sessions.choices import Kind
from sessions.domain.clock import Clock
from sessions.domain.differing import Part
from sessions.domain.document import ActivityDoc
from sessions.domain.naming import names
from sessions.domain.running import ideal_run
from sessions.domain.timeline import Placed, Slot, lay_out
from sessions.domain.tracks import shares
from sessions.models.tracking import usual_name
from sessions.rows import configuration
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

    def among(self, tracks: int) -> list["Around"]:
        """What the rows of each track are read with: its share of the people."""
        return [replace(self, people=people) for people in shares(self.people, tracks)]

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
        return (
            configuration(get_language(), steps, around.people, remainder, around.mode)
            if steps and not self.is_split
            else ""
        )

    @cached_property
    def turns(self) -> tuple[shapes.Turn, ...]:
        """What happened turn by turn in its minutes. A row without steps is one turn for everyone."""
        steps, _repeats = shapes_of(self.doc)
        if self.is_split:
            return ()
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
        others = [(_("Another invitation"), text) for text in self.doc.alternatives]
        written = [(str(label), getattr(self.doc, name)) for name, label in TEXTS.items()]
        return [(label, text.strip()) for label, text in others + written if text.strip()]

    @property
    def has_details(self) -> bool:
        return bool(self.steps or self.texts or self.doc.materials)

    @property
    def is_split(self) -> bool:
        """Its tracks held something: then it lasted as long as the longest of them."""
        return any(track.activities for track in self.doc.tracks)

    @property
    def tracks(self) -> list[tuple[str, list["PastRow"]]]:
        """Each track's name and its rows, in time where this row is."""
        found = []
        for number, around in enumerate(self.around.among(len(self.doc.tracks))):
            track = self.doc.tracks[number]
            places = self.placed.tracks[number] if self.placed else [None] * len(track.activities)
            rows = zip(track.activities, places, strict=True)
            found.append((track.title, [past_row(one, around, place) for one, place in rows]))
        return found

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The row in the score, followed by what ran in its tracks."""
        tracks = self.tracks if self.is_split else []
        names = [name or usual_name(number) for number, (name, _rows) in enumerate(tracks)]
        inside = (
            replace(row.strip, room=names[number], track=number, tracks=len(tracks))
            for number, (_name, rows) in enumerate(tracks)
            for row in rows
        )
        return replace(self.strip, beside=tuple(names)), *inside

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


def past_row(doc: ActivityDoc, around: Around, placed: Placed | None = None) -> PastRow:
    """The row in its place, or parked without one."""
    return PastRow(doc, around, placed.minutes if placed else minutes_of(doc, around), placed)


def slot_for(doc: ActivityDoc, around: Around) -> Slot:
    """What the row wants of its session."""
    tracks = zip(doc.tracks, around.among(len(doc.tracks)), strict=True)
    inside = tuple(tuple(slot_for(one, its) for one in track.activities) for track, its in tracks)
    minutes = run_of(doc, around)[0].ideal if doc.minutes is None else doc.minutes
    return Slot(minutes, around.pin(doc), inside)


def minutes_of(doc: ActivityDoc, around: Around) -> int:
    """How long the row lasted: its longest track, or its own minutes, or what its steps come to for the people.

    While its tracks are all empty its own minutes stand.
    """
    return lay_out([slot_for(doc, around)]).placed[0].minutes


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

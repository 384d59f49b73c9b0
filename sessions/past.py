"""A journey as it was after one of its changes, read from that change's document alone: nothing is written for it.

Of the catalogue only the structures' names are asked, and what people left over do, so that a row lasts as long as
it does in the builder.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from sessions.choices import SessionMode
from sessions.domain.clock import Clock
from sessions.domain.differing import Change, Difference, Part, differences
from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc
from sessions.domain.reading import parse
from sessions.domain.timeline import Layout, lay_out
from sessions.models import Journey, Revision
from sessions.past_rows import Around, Known, PastRow, past_row, slot_for
from sessions.plan import mode_of
from sessions.words_differing import difference_in_words, named_part
from structures.domain import shapes
from structures.domain.score import Strip
from structures.models import Structure


@dataclass(frozen=True)
class PastSession:
    """One session with its rows in time."""

    doc: SessionDoc
    number: int
    clock: Clock
    rows: list[PastRow]
    layout: Layout
    marks: Sequence[str] = ()

    @property
    def name(self) -> str:
        return self.doc.title or _("Session %(number)s") % {"number": self.number}

    @property
    def mode(self) -> str:
        return str(SessionMode(self.doc.mode).label)

    @property
    def ends(self) -> time | None:
        return self.clock.clock_time(self.layout.end)

    @property
    def begins(self) -> datetime | None:
        """The start as a moment in the session's zone; on any day when the date is open; None without a start."""
        if self.doc.start is None:
            return None
        return self.clock.at(0) or datetime.combine(date(2000, 1, 1), self.doc.start)

    @property
    def strips(self) -> tuple[Strip, ...]:
        return tuple(strip for row in self.rows for strip in row.strips)


@dataclass(frozen=True)
class PastQuestion:
    number: int
    doc: QuestionDoc
    marks: Sequence[str] = ()

    hue = property(lambda self: self.number)


@dataclass(frozen=True)
class Past:
    """The whole journey. ``since`` is everything that is different now."""

    doc: JourneyDoc
    questions: list[PastQuestion]
    sessions: list[PastSession]
    parked: list[PastRow]
    since: tuple[Difference, ...] = ()
    marks: Sequence[str] = ()

    @classmethod
    def after(cls, revision: Revision, journey: Journey) -> "Past":
        """Five queries: the journey as it is now, and the structures that were planned with."""
        doc = parse(revision.read())
        slugs = {row.structure for row in rows_in(doc)} - {""}
        found = Structure.objects.filter(slug__in=slugs).values_list("slug", "name", "remainder")
        structures = {slug: Known(name, remainder) for slug, name, remainder in found}
        return cls.of(doc, now=journey.document(), structures=structures)

    @classmethod
    def of(
        cls, doc: JourneyDoc, *, now: JourneyDoc | None = None, structures: Mapping[str, Known] | None = None
    ) -> "Past":
        since = differences(doc, now or doc)
        marks = marks_for(since)
        parking = Around(doc.people, shapes.Mode.BOTH, structures=structures or {}, marks=marks)
        return cls(
            doc,
            [
                PastQuestion(number, one, marks.get((Part.QUESTION, one.code), ()))
                for number, one in enumerate(doc.questions, start=1)
            ],
            [past_session(one, number, parking) for number, one in enumerate(doc.sessions, start=1)],
            [past_row(one, parking) for one in doc.parked],
            since,
            marks.get((Part.JOURNEY, ""), ()),
        )

    @property
    def added(self) -> list[tuple[str, str]]:
        """What is in the journey now and was not yet: which part it is, and what it is called."""
        return [named_part(one) for one in self.since if one.change is Change.ADDED]


def past_session(doc: SessionDoc, number: int, parking: Around) -> PastSession:
    """The session's rows in time; pins count only where there is a start."""
    clock = Clock(doc.date, doc.start, doc.timezone)
    around = replace(parking, people=doc.people or parking.people, mode=mode_of(doc), clock=clock)
    layout = lay_out([slot_for(one, around) for one in doc.activities], doc.minutes)
    placed = zip(doc.activities, layout.placed, strict=True)
    rows = [past_row(one, around, place) for one, place in placed]
    return PastSession(doc, number, clock, rows, layout, around.marks.get((Part.SESSION, doc.code), ()))


def marks_for(since: Sequence[Difference]) -> dict[tuple[Part, str], list[str]]:
    marks: dict[tuple[Part, str], list[str]] = defaultdict(list)
    for one in since:
        marks[one.part, one.code].append(difference_in_words(one))
    return marks


def rows_in(doc: JourneyDoc) -> list[ActivityDoc]:
    """Every row, those in tracks included."""
    top = [row for session in doc.sessions for row in session.activities] + list(doc.parked)
    return top + [row for parent in top for track in parent.tracks for row in track.activities]

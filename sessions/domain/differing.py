"""What became of a journey: how the state it is in now differs from an earlier one.

Questions, sessions and activities are known by their codes, wherever they stand. Words for people are made in
``sessions.words_differing``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc
from sessions.domain.rising import rising

PARKING = "parked"


class Part(StrEnum):
    """What of a journey is different."""

    JOURNEY = "journey"
    QUESTION = "question"
    SESSION = "session"
    ACTIVITY = "activity"


class Change(StrEnum):
    """What became of it. Only activities are parked and brought back."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    PARKED = "parked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part, and what became of it since.

    ``title`` is what it was called then, and ``number`` its place in its list as people count, from 1; of what was
    added, those it has now. ``fields`` are the names of those that changed. The journey itself has no code.
    """

    part: Part
    change: Change
    code: str = ""
    title: str = ""
    number: int = 1
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Thing:
    """A part in one of the two states: the list it stands in, its place there, and what it says."""

    title: str
    home: str
    number: int
    says: Mapping[str, object]


_Things = dict[str, _Thing]
"""Things by their codes, in the order of the document."""


def differences(then: JourneyDoc, now: JourneyDoc) -> tuple[Difference, ...]:
    """Everything that is different ``now``: the journey, its questions, its sessions, its activities.

    Each group is in the order of ``then``, and what was added comes last. Of things that changed places among
    themselves as few as possible are said to have moved.
    """
    return tuple(
        difference
        for part, things in _READ.items()
        for difference in _compared(part, things(then), things(now))
    )


def _compared(part: Part, then: _Things, now: _Things) -> Iterator[Difference]:
    strayed = _strayed(then, now)
    for code, thing in then.items():
        for change, names in _became(thing, now.get(code), code in strayed):
            yield Difference(part, change, code, thing.title, thing.number, names)
    for code, thing in now.items():
        if code not in then:
            yield Difference(part, Change.ADDED, code, thing.title, thing.number)


def _became(then: _Thing, now: _Thing | None, strayed: bool) -> Iterator[tuple[Change, tuple[str, ...]]]:
    if now is None:
        yield Change.REMOVED, ()
        return
    if strayed or then.home != now.home:
        yield _way(then.home, now.home), ()
    names = tuple(name for name, value in then.says.items() if value != now.says[name])
    if names:
        yield Change.CHANGED, names


def _way(then: str, now: str) -> Change:
    if then == now:
        return Change.MOVED
    return {then: Change.RETURNED, now: Change.PARKED}.get(PARKING, Change.MOVED)


def _strayed(then: _Things, now: _Things) -> set[str]:
    """What stayed in its list, but not in its place among the others that did."""
    stayed: dict[str, list[str]] = {}
    for code, thing in then.items():
        if code in now and now[code].home == thing.home:
            stayed.setdefault(thing.home, []).append(code)
    places = {code: place for place, code in enumerate(now)}
    kept = {code for codes in stayed.values() for code in rising(codes, places)}
    return {code for codes in stayed.values() for code in codes} - kept


def _journey(doc: JourneyDoc) -> _Things:
    return {"": _Thing(doc.title, "", 1, _says(doc, "questions", "sessions", "parked"))}


def _questions(doc: JourneyDoc) -> _Things:
    return {
        one.code: _Thing(one.text, "", number, _says(one))
        for number, one in enumerate(doc.questions, start=1)
    }


def _sessions(doc: JourneyDoc) -> _Things:
    return {
        one.code: _Thing(one.title, "", number, _says(one, "activities"))
        for number, one in enumerate(doc.sessions, start=1)
    }


def _activities(doc: JourneyDoc) -> _Things:
    asked = [question.code for question in doc.questions]
    lists = [(f"in {one.code}", one.activities) for one in doc.sessions] + [(PARKING, doc.parked)]
    return {code: thing for home, rows in lists for code, thing in _rows(home, rows, asked)}


def _rows(home: str, rows: Iterable[ActivityDoc], asked: list[str]) -> Iterator[tuple[str, _Thing]]:
    """The rows of one list, each followed by those of its tracks."""
    for number, row in enumerate(rows, start=1):
        yield row.code, _Thing(row.title, home, number, _row_says(row, asked))
        for place, track in enumerate(row.tracks):
            yield from _rows(f"track {place} of {row.code}", track.activities, asked)


def _row_says(row: ActivityDoc, asked: list[str]) -> dict[str, object]:
    """A question is known by its code, for its place may change; of the tracks their names, for rows stand alone.

    Steps copied anew from a recipe that has changed are different steps, even where they read alike.
    """
    return _says(row, "recipe") | {
        "question": "" if row.question is None else asked[row.question],
        "steps": (row.steps, row.recipe),
        "tracks": [track.title for track in row.tracks],
    }


def _says(doc: JourneyDoc | QuestionDoc | SessionDoc | ActivityDoc, *apart: str) -> dict[str, object]:
    """The fields of the document that are not its parts."""
    return {
        field.name: getattr(doc, field.name) for field in fields(doc) if field.name not in ("code", *apart)
    }


_READ = {
    Part.JOURNEY: _journey,
    Part.QUESTION: _questions,
    Part.SESSION: _sessions,
    Part.ACTIVITY: _activities,
}

"""A document from outside takes the place of a journey: what was there already keeps its public code.

Pages that somebody has open go on meaning the same, and no document can name the parts of another journey.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc

Place = tuple[int, ...]
"""Where a part stands: the number of its session (that of the parked rows is -1), of its row, of its track …"""


@dataclass(frozen=True, slots=True)
class Part:
    doc: QuestionDoc | SessionDoc | ActivityDoc
    place: Place


Key = Callable[[Part], Hashable]


def recoded(wanted: JourneyDoc, was: JourneyDoc) -> JourneyDoc:
    """``wanted`` with codes of ``was`` only, and each of them at most once; "" for what is new.

    A part is the one whose code it has; else the one that says the same; else, of the same kind, the one that stood
    in its place.
    """
    questions = claimed(numbered(wanted.questions), numbered(was.questions), _question)
    sessions = claimed(numbered(wanted.sessions), numbered(was.sessions), _session, _place)
    rows = iter(claimed(list(rows_of(wanted)), list(rows_of(was)), _row, _place_and_kind))
    return replace(
        wanted,
        questions=tuple(
            replace(one, code=code) for one, code in zip(wanted.questions, questions, strict=True)
        ),
        sessions=tuple(
            replace(one, code=code, activities=_coded(one.activities, rows))
            for one, code in zip(wanted.sessions, sessions, strict=True)
        ),
        parked=_coded(wanted.parked, rows),
    )


def claimed(wanted: Sequence[Part], was: Sequence[Part], *alike: Key) -> list[str]:
    """The code of each wanted part: by its own first, then by what makes two parts ``alike``, in their order."""
    given = [""] * len(wanted)
    for key in (_code, *alike):
        free: dict[Hashable, list[str]] = {}
        for one in reversed([one for one in was if one.doc.code not in given]):
            free.setdefault(key(one), []).append(one.doc.code)
        for at, one in enumerate(wanted):
            if not given[at] and free.get(key(one)):
                given[at] = free[key(one)].pop()
    return given


def numbered(docs: Iterable[QuestionDoc | SessionDoc]) -> list[Part]:
    return [Part(one, (place,)) for place, one in enumerate(docs)]


def rows_of(journey: JourneyDoc) -> Iterator[Part]:
    """Every row with those of its tracks behind it, session by session, the parked ones last."""
    for place, one in enumerate(journey.sessions):
        yield from _rows_in(one.activities, (place,))
    yield from _rows_in(journey.parked, (-1,))


def _rows_in(rows: Iterable[ActivityDoc], home: Place) -> Iterator[Part]:
    for place, one in enumerate(rows):
        yield Part(one, (*home, place))
        for number, track in enumerate(one.tracks):
            yield from _rows_in(track.activities, (*home, place, number))


def _coded(rows: Iterable[ActivityDoc], codes: Iterator[str]) -> tuple[ActivityDoc, ...]:
    """The rows with their codes, taken in the order of ``rows_of``."""
    found = []
    for one in rows:
        code = next(codes)
        tracks = tuple(replace(track, activities=_coded(track.activities, codes)) for track in one.tracks)
        found.append(replace(one, code=code, tracks=tracks))
    return tuple(found)


def _code(part: Part) -> Hashable:
    return part.doc.code or None


def _place(part: Part) -> Hashable:
    return part.place


def _question(part: Part) -> Hashable:
    assert isinstance(part.doc, QuestionDoc)  # noqa: S101
    return part.doc.question, part.doc.question or part.doc.text


def _session(part: Part) -> Hashable:
    assert isinstance(part.doc, SessionDoc)  # noqa: S101
    return part.doc.title, part.doc.date, part.doc.start


def _row(part: Part) -> Hashable:
    assert isinstance(part.doc, ActivityDoc)  # noqa: S101
    return part.doc.structure, part.doc.kind, part.doc.title


def _place_and_kind(part: Part) -> Hashable:
    assert isinstance(part.doc, ActivityDoc)  # noqa: S101
    return part.place, part.doc.structure, part.doc.kind

"""A journey's document with other words: what a copy leaves out, and what a row that says nothing is given."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc


def with_rows(journey: JourneyDoc, change: Callable[[ActivityDoc], ActivityDoc]) -> JourneyDoc:
    """Every row changed: those of the sessions, those in their tracks, and the parked ones."""

    def changed(row: ActivityDoc) -> ActivityDoc:
        tracks = (replace(track, activities=tuple(map(change, track.activities))) for track in row.tracks)
        return change(replace(row, tracks=tuple(tracks)))

    sessions = (replace(one, activities=tuple(map(changed, one.activities))) for one in journey.sessions)
    return replace(journey, sessions=tuple(sessions), parked=tuple(map(changed, journey.parked)))


def every_row(journey: JourneyDoc) -> Iterator[ActivityDoc]:
    """The rows of the sessions, those in their tracks, and the parked ones."""
    for row in (*(row for session in journey.sessions for row in session.activities), *journey.parked):
        yield row
        yield from (inside for track in row.tracks for inside in track.activities)


def without_words(journey: JourneyDoc) -> JourneyDoc:
    """The string alone, for another group: structures, steps, minutes and questions, and when a session begins.

    What was said, written, answered, arranged, packed and dismissed for the group that it comes from is left out:
    its rooms are those of its place. Title, purpose and questions stay until somebody rewords them.
    """
    silent = with_rows(journey, _silent)
    questions, sessions = map(_unanswered, silent.questions), map(_undated, silent.sessions)
    return replace(silent, who="", questions=tuple(questions), sessions=tuple(sessions), dismissed=())


def _silent(row: ActivityDoc) -> ActivityDoc:
    return replace(row, invitations=(), alternatives=(), lead="", brief="", notes="", outcome="")


def _unanswered(question: QuestionDoc) -> QuestionDoc:
    return replace(question, outcome="")


def _undated(session: SessionDoc) -> SessionDoc:
    return replace(session, date=None, place="", link="", rooms=None, packing=())


def not_yet_packed(journey: JourneyDoc) -> JourneyDoc:
    """The journey as a copy begins: who brings what stays, nothing is packed, and every notice is seen again."""

    def unticked(session: SessionDoc) -> SessionDoc:
        return replace(session, packing=tuple(replace(one, packed=False) for one in session.packing))

    return replace(journey, sessions=tuple(map(unticked, journey.sessions)), dismissed=())


def with_invitations(journey: JourneyDoc, say: Callable[[str, str], str]) -> JourneyDoc:
    """Let no structure be mute: where a row has no invitation it gets what ``say`` says.

    ``say`` takes the slug of the structure and that of the catalogue's question it answers, or "".
    """
    asked = [question.question for question in journey.questions]

    def spoken(row: ActivityDoc) -> ActivityDoc:
        if not row.structure or any(text.strip() for text in row.invitations):
            return row
        said = say(row.structure, "" if row.question is None else asked[row.question])
        return replace(row, invitations=(said,) if said else ())

    return with_rows(journey, spoken)


def with_note(journey: JourneyDoc, note: str) -> JourneyDoc:
    """``note`` after the private notes of the first row."""
    first, *later = journey.sessions
    row, *rows = first.activities
    noted = replace(row, notes="\n\n".join(filter(None, [row.notes, note])))
    return replace(journey, sessions=(replace(first, activities=(noted, *rows)), *later))


def in_zone(journey: JourneyDoc, timezone: str) -> JourneyDoc:
    """All sessions by the clocks of ``timezone``."""
    return replace(journey, sessions=tuple(replace(one, timezone=timezone) for one in journey.sessions))

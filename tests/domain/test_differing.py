"""How a journey differs from an earlier state of itself."""

from dataclasses import replace
from datetime import time
from itertools import count

import pytest
from hypothesis import given

from sessions.domain.differing import Change, Difference, Part, differences
from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc, StepDoc, TrackDoc
from tests.domain.journeys import journeys
from tests.domain.profile import CALM


def rows(letters: str) -> tuple[ActivityDoc, ...]:
    """A row for each letter, which is its title and its code."""
    return tuple(ActivityDoc(title=letter, code=letter) for letter in letters)


def journey(**lists: str) -> JourneyDoc:
    """``questions`` by letter; ``sessions`` as "AB CD", each with its rows under codes s1, s2 …; ``parked`` rows."""
    return JourneyDoc(
        title="Discharge",
        questions=tuple(QuestionDoc(text=one, code=one) for one in lists.get("questions", "")),
        sessions=tuple(
            SessionDoc(code=f"s{number}", activities=rows(letters.strip("-")))
            for number, letters in enumerate(lists.get("sessions", "").split(), start=1)
        ),
        parked=rows(lists.get("parked", "")),
    )


def told(then: JourneyDoc, now: JourneyDoc) -> list[str]:
    """The differences as "activity B moved"."""
    return [
        " ".join([one.part, one.code, one.change, *one.fields]).replace("  ", " ")
        for one in differences(then, now)
    ]


ROWS = {
    "nothing": ("AB CD", "E", "AB CD", "E", []),
    "added": ("AB CD", "E", "ABX CD", "EY", ["X added", "Y added"]),
    "removed": ("AB CD", "E", "A CD", "", ["B removed", "E removed"]),
    "one moved far": ("ABCD", "", "DABC", "", ["D moved"]),
    "one moved far down": ("ABCD", "", "BCDA", "", ["A moved"]),
    "two changed places": ("ABC", "", "BAC", "", ["B moved"]),
    "all turned round": ("ABC", "", "CBA", "", ["B moved", "C moved"]),
    "into another session": ("AB CD", "", "A CBD", "", ["B moved"]),
    "parked": ("AB CD", "E", "A CD", "EB", ["B parked"]),
    "brought back": ("AB CD", "E", "AB CED", "", ["E returned"]),
    "moved among the parked": ("A", "EFG", "A", "GEF", ["G moved"]),
    "one gone and the others stay": ("ABCD", "", "ACD", "", ["B removed"]),
    "a new one in between": ("ABC", "", "AXBC", "", ["X added"]),
}


@pytest.mark.parametrize(
    ("sessions", "parked", "sessions_now", "parked_now", "found"), ROWS.values(), ids=ROWS
)
def test_where_rows_stand(
    sessions: str, parked: str, sessions_now: str, parked_now: str, found: list[str]
) -> None:
    then = journey(sessions=sessions, parked=parked)
    now = journey(sessions=sessions_now, parked=parked_now)

    assert told(then, now) == [f"activity {one}" for one in found]


QUESTIONS = {
    "added": ("ab", "abc", ["c added"]),
    "removed": ("abc", "ac", ["b removed"]),
    "moved": ("abc", "cab", ["c moved"]),
}


@pytest.mark.parametrize(("then", "now", "found"), QUESTIONS.values(), ids=QUESTIONS)
def test_questions(then: str, now: str, found: list[str]) -> None:
    assert told(journey(questions=then), journey(questions=now)) == [f"question {one}" for one in found]


def test_sessions_come_go_and_change_places() -> None:
    then = journey(sessions="A B C")
    first, second, third = then.sessions
    now = replace(then, sessions=(third, first, SessionDoc(code="s4")), parked=second.activities)

    assert told(then, now) == [
        "session s2 removed",
        "session s3 moved",
        "session s4 added",
        "activity B parked",
    ]


def test_what_a_part_says() -> None:
    then = journey(questions="a", sessions="AB")
    (question,), (session,) = then.questions, then.sessions
    first, second = session.activities
    now = replace(
        then,
        title="Home",
        people=18,
        questions=(replace(question, outcome="So"),),
        sessions=(
            replace(
                session,
                start=time(9),
                place="Hall",
                activities=(replace(first, title="Ah", minutes=10, protected=True), second),
            ),
        ),
    )

    assert differences(then, now) == (
        Difference(Part.JOURNEY, Change.CHANGED, "", "Discharge", 1, ("title", "people")),
        Difference(Part.QUESTION, Change.CHANGED, "a", "a", 1, ("outcome",)),
        Difference(Part.SESSION, Change.CHANGED, "s1", "", 1, ("start", "place")),
        Difference(Part.ACTIVITY, Change.CHANGED, "A", "A", 1, ("title", "minutes", "protected")),
    )


def test_a_row_may_have_moved_and_changed() -> None:
    then = journey(sessions="A", parked="B")
    now = replace(
        then,
        parked=(),
        sessions=(
            replace(then.sessions[0], activities=(*rows("A"), ActivityDoc(title="B", code="B", lead="Ana"))),
        ),
    )

    assert told(then, now) == ["activity B returned", "activity B changed lead"]


def answering(place: int | None, questions: str) -> JourneyDoc:
    return replace(journey(questions=questions), parked=(ActivityDoc(code="A", question=place),))


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        ((1, "ab"), (0, "b"), ["question a removed"]),  # the same question, in another place
        ((0, "ab"), (1, "ab"), ["activity A changed question"]),
        ((0, "ab"), (0, "b"), ["question a removed", "activity A changed question"]),
        ((None, "a"), (0, "a"), ["activity A changed question"]),
        ((0, "a"), (None, "a"), ["activity A changed question"]),
    ],
)
def test_which_question_a_row_answers(
    then: tuple[int | None, str], now: tuple[int | None, str], found: list[str]
) -> None:
    assert told(answering(*then), answering(*now)) == found


def with_tracks(*tracks: str, parked: str = "") -> JourneyDoc:
    """One row P with tracks named like their rows when the journey began: "AB", "C"."""
    named = tuple(TrackDoc(f"Track {place}", rows(letters)) for place, letters in enumerate(tracks))
    return replace(
        journey(parked=parked),
        sessions=(SessionDoc(code="s", activities=(ActivityDoc(code="P", tracks=named),)),),
    )


TRACKS = {
    "nothing": (("AB", "C"), "", ("AB", "C"), "", []),
    "moved inside": (("ABC",), "", ("CAB",), "", ["C moved"]),
    "into the other track": (("AB", "C"), "", ("A", "CB"), "", ["B moved"]),
    "parked out of a track": (("AB",), "", ("A",), "B", ["B parked"]),
    "brought back into one": (("A",), "B", ("AB",), "", ["B returned"]),
    "added and removed": (("AB",), "", ("AX",), "", ["B removed", "X added"]),
    "a new track": (("A",), "", ("A", "X"), "", ["P changed tracks", "X added"]),
}  # fmt: skip


@pytest.mark.parametrize(("then", "parked", "now", "parked_now", "found"), TRACKS.values(), ids=TRACKS)
def test_rows_in_tracks(
    then: tuple[str, ...], parked: str, now: tuple[str, ...], parked_now: str, found: list[str]
) -> None:
    found_now = told(with_tracks(*then, parked=parked), with_tracks(*now, parked=parked_now))

    assert found_now == [f"activity {one}" for one in found]


@pytest.mark.parametrize(
    "changes", [{"steps": (StepDoc(title="List"),)}, {"recipe": "b2"}, {"steps": (), "recipe": "b2"}]
)
def test_a_recipe_copied_anew_is_said_as_its_steps(changes: dict[str, object]) -> None:
    row = ActivityDoc(code="A", steps=(), recipe="a1")
    then = replace(journey(), parked=(row,))
    now = replace(then, parked=(replace(row, **changes),))  # type: ignore[arg-type]

    assert told(then, now) == ["activity A changed steps"]


def coded(doc: JourneyDoc) -> JourneyDoc:
    """The same with a code for every part, as each journey of ours has them."""
    numbers = map(str, count())

    def one(row: ActivityDoc) -> ActivityDoc:
        tracks = tuple(replace(track, activities=tuple(map(one, track.activities))) for track in row.tracks)
        return replace(row, code=next(numbers), tracks=tracks)

    return replace(
        doc,
        questions=tuple(replace(question, code=next(numbers)) for question in doc.questions),
        sessions=tuple(
            replace(session, code=next(numbers), activities=tuple(map(one, session.activities)))
            for session in doc.sessions
        ),
        parked=tuple(map(one, doc.parked)),
    )


BACK = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.PARKED: Change.RETURNED,
    Change.RETURNED: Change.PARKED,
}


@CALM
@given(journeys(), journeys())
def test_the_way_back_is_the_way_there_the_other_way_round(one: JourneyDoc, other: JourneyDoc) -> None:
    one, other = coded(one), coded(other)
    there, back = (
        {(d.part, d.change, d.code, d.fields) for d in differences(*pair)}
        for pair in ((one, other), (other, one))
    )

    assert differences(one, one) == ()
    assert bool(there) == (one != other)
    without_places = {
        d for d in there if d[1] is not Change.MOVED
    }  # which of two is said to have moved is open
    assert {(part, BACK.get(change, change), *rest) for part, change, *rest in without_places} == {
        (part, change, *rest) for part, change, *rest in back if change is not Change.MOVED
    }

"""Which codes the parts of a document from outside get."""

from dataclasses import replace

import pytest
from hypothesis import given

from sessions.domain.document import ActivityDoc, JourneyDoc, QuestionDoc, SessionDoc, TrackDoc, dump
from sessions.domain.reading import parse
from sessions.domain.recoding import recoded, rows_of
from tests.domain.journeys import journeys
from tests.domain.profile import CALM


def row(title: str, code: str = "", **fields: object) -> ActivityDoc:
    return ActivityDoc(kind="talk", title=title, code=code, **fields)  # type: ignore[arg-type]


def day(*rows: ActivityDoc, **fields: object) -> JourneyDoc:
    return JourneyDoc("A day", sessions=(SessionDoc(code="s", activities=rows, **fields),))  # type: ignore[arg-type]


WAS = day(row("A", "a"), row("B", "b"), row("C", "c"))


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([row("A", "a"), row("B", "b"), row("C", "c")], "a b c"),
        ([row("A"), row("B"), row("C")], "a b c"),
        ([row("C"), row("A"), row("B")], "c a b"),
        ([row("B", "a"), row("A")], "a b"),  # its own code first; then nothing is like it, but in its place
        ([row("X", "c"), row("A"), row("B")], "c a b"),
        ([row("A", "a"), row("A", "a")], "a b"),  # said twice: once; the second is what stood there
        ([row("A"), row("A")], "a b"),
        ([row("New"), row("A"), row("B"), row("C")], "- a b c"),
        ([row("A"), row("B"), row("C"), row("D")], "a b c -"),
        ([row("A", "foreign"), row("B", "")], "a b"),
        ([row("X"), row("Y")], "a b"),
        ([replace(row("X"), kind="break"), row("Y")], "- b"),
        ([replace(row("A"), structure="triz")], "-"),
    ],
)
def test_rows_keep_their_codes(rows: list[ActivityDoc], codes: str) -> None:
    found = recoded(day(*rows), WAS)

    assert " ".join(part.doc.code or "-" for part in rows_of(found)) == codes


def test_a_row_keeps_its_code_wherever_it_goes() -> None:
    was = JourneyDoc(
        "Days",
        sessions=(SessionDoc(code="s", activities=(row("A", "a"), row("B", "b"))), SessionDoc(code="t")),
        parked=(row("P", "p"),),
    )
    wanted = JourneyDoc(
        "Days",
        sessions=(
            SessionDoc(),
            SessionDoc(
                activities=(row("P"), row("Both", tracks=(TrackDoc("x", (row("B"),)), TrackDoc("y"))))
            ),
        ),
        parked=(row("A"),),
    )

    found = recoded(wanted, was)

    assert [(part.place, part.doc.code) for part in rows_of(found)] == [
        ((1, 0), "p"),
        ((1, 1), ""),
        ((1, 1, 0, 0), "b"),
        ((-1, 0), "a"),
    ]
    assert [one.code for one in found.sessions] == ["s", "t"]


def test_sessions_and_questions_keep_theirs() -> None:
    was = JourneyDoc(
        "Days",
        questions=(QuestionDoc("Why?", code="q"), QuestionDoc("Where are we?", "where", code="w")),
        sessions=(SessionDoc("One", code="s"), SessionDoc("Two", code="t")),
    )
    wanted = JourneyDoc(
        "Days",
        questions=(QuestionDoc("In other words", "where"), QuestionDoc("How?"), QuestionDoc("Why?")),
        sessions=(SessionDoc("Two"), SessionDoc("Renamed"), SessionDoc("Three", code="s")),
    )

    found = recoded(wanted, was)

    assert [one.code for one in found.questions] == ["w", "", "q"]
    assert [one.code for one in found.sessions] == ["t", "", "s"]


@CALM
@given(journeys(), journeys())
def test_codes_are_those_that_were_and_nothing_else_changes(wanted: JourneyDoc, was: JourneyDoc) -> None:
    was = numbered(was)
    found = recoded(wanted, was)

    assert dump(found, codes=False) == dump(wanted, codes=False)
    for known, given_ in zip(codes(was), codes(found), strict=True):
        kept = [code for code in given_ if code]
        assert len(kept) == len(set(kept))
        assert set(kept) <= set(known)


@CALM
@given(journeys())
def test_a_document_without_codes_gets_them_all_back(journey: JourneyDoc) -> None:
    was = numbered(journey)

    assert recoded(was, was) == was
    assert codes(recoded(parse(dump(was, codes=False)), was)) == codes(was)


def codes(journey: JourneyDoc) -> tuple[list[str], ...]:
    parts = (journey.questions, journey.sessions, [part.doc for part in rows_of(journey)])
    return tuple([one.code for one in some] for some in parts)


def numbered(journey: JourneyDoc) -> JourneyDoc:
    """With a code for every part."""
    return replace(
        journey,
        questions=tuple(replace(one, code=f"q{n}") for n, one in enumerate(journey.questions)),
        sessions=tuple(
            replace(one, code=f"s{n}", activities=_rows(one.activities, f"s{n}"))
            for n, one in enumerate(journey.sessions)
        ),
        parked=_rows(journey.parked, "p"),
    )


def _rows(rows: tuple[ActivityDoc, ...], home: str) -> tuple[ActivityDoc, ...]:
    return tuple(
        replace(
            one,
            code=f"{home}-{n}",
            tracks=tuple(
                replace(track, activities=_rows(track.activities, f"{home}-{n}-{t}"))
                for t, track in enumerate(one.tracks)
            ),
        )
        for n, one in enumerate(rows)
    )

"""A document without its words, and a document none of whose structures is mute."""

import json
from dataclasses import replace
from datetime import date, time

from hypothesis import given

from sessions.domain.document import (
    ActivityDoc,
    JourneyDoc,
    PackingDoc,
    QuestionDoc,
    SessionDoc,
    TrackDoc,
    dump,
)
from sessions.domain.reading import parse
from sessions.domain.rewording import every_row, not_yet_packed, with_invitations, without_words
from structures.domain.shapes import Material
from tests.domain.journeys import journeys
from tests.domain.profile import CALM

SAID = ActivityDoc(
    title="TRIZ",
    structure="triz",
    question=0,
    minutes=35,
    pinned=time(14),
    protected=True,
    lead="Ana",
    invitations=("How do we fail?", "And then?"),
    alternatives=("What must never happen?",),
    brief="Bring an example",
    notes="Stop Dr Fox",
    set_up="Circles of chairs",
    materials=(Material("pen"),),
    outcome="We stopped two meetings",
    recipe="12345678",
    code="row",
)
UNSAID = replace(SAID, lead="", invitations=(), alternatives=(), brief="", notes="", outcome="")
JOURNEY = JourneyDoc(
    title="Discharge",
    purpose="Sooner home",
    people=18,
    who="Tired nurses",
    questions=(QuestionDoc("Where do we start?", "starting-point", "In bed four"),),
    sessions=(
        SessionDoc(
            title="Morning",
            date=date(2027, 1, 14),
            start=time(13, 30),
            timezone="Europe/London",
            minutes=90,
            mode="hybrid",
            place="Room 4",
            link="https://meet.example/room",
            people=12,
            rooms=3,
            packing=(PackingDoc("bell", "client", packed=True), PackingDoc("pen")),
            activities=(
                SAID,
                ActivityDoc(title="Rooms", tracks=(TrackDoc("Garden", (SAID,)),), notes="Late"),
            ),
        ),
    ),
    parked=(SAID,),
    dismissed=("break",),
)


def test_what_was_said_to_one_group_is_left_out_wherever_it_stands() -> None:
    assert without_words(JOURNEY) == JourneyDoc(
        title="Discharge",
        purpose="Sooner home",
        people=18,
        questions=(QuestionDoc("Where do we start?", "starting-point"),),
        sessions=(
            SessionDoc(
                title="Morning",
                start=time(13, 30),
                timezone="Europe/London",
                minutes=90,
                mode="hybrid",
                people=12,
                activities=(UNSAID, ActivityDoc(title="Rooms", tracks=(TrackDoc("Garden", (UNSAID,)),))),
            ),
        ),
        parked=(UNSAID,),
    )


def test_a_copy_begins_with_nothing_packed_and_nothing_dismissed() -> None:
    session = JOURNEY.sessions[0]
    unticked = replace(session, packing=(PackingDoc("bell", "client"), PackingDoc("pen")))

    assert not_yet_packed(JOURNEY) == replace(JOURNEY, sessions=(unticked,), dismissed=())


@CALM
@given(journeys())
def test_it_remains_a_journey_with_the_same_rows_and_minutes(journey: JourneyDoc) -> None:
    string = without_words(journey)

    assert parse(json.loads(json.dumps(dump(string)))) == string
    assert [(row.structure, row.minutes, row.steps) for row in every_row(string)] == [
        (row.structure, row.minutes, row.steps) for row in every_row(journey)
    ]
    assert without_words(string) == string


def test_every_row_is_met_once_those_in_tracks_right_after_their_parent() -> None:
    assert [row.title for row in every_row(JOURNEY)] == ["TRIZ", "Rooms", "TRIZ", "TRIZ"]


def test_only_a_structure_that_says_nothing_is_given_words() -> None:
    mute, blank = replace(UNSAID, question=None), replace(UNSAID, invitations=("", " "))
    rows = (SAID, UNSAID, mute, blank, ActivityDoc(kind="break", title="Coffee"))
    tracked = ActivityDoc(title="Rooms", tracks=(TrackDoc("Garden", (UNSAID,)),))
    journey = replace(JOURNEY, sessions=(SessionDoc(activities=(*rows, tracked)),), parked=(mute,))

    spoken = with_invitations(journey, lambda structure, question: f"{structure} on {question or 'nothing'}")

    assert [row.invitations for row in every_row(spoken)] == [
        ("How do we fail?", "And then?"),
        ("triz on starting-point",),
        ("triz on nothing",),
        ("triz on starting-point",),
        (),
        (),
        ("triz on starting-point",),
        ("triz on nothing",),
    ]


def test_a_structure_that_nobody_has_words_for_stays_mute() -> None:
    journey = replace(JOURNEY, sessions=(), parked=(UNSAID,))

    assert with_invitations(journey, lambda _structure, _question: "") == journey

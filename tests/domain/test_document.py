"""A journey's document: written under its names, and read back without loss."""

import json
from datetime import date, time

from hypothesis import given

from sessions.domain.document import (
    FORMAT,
    ActivityDoc,
    JourneyDoc,
    Kind,
    QuestionDoc,
    SessionDoc,
    SessionMode,
    StepDoc,
    dump,
)
from sessions.domain.reading import loads, parse
from structures.domain.shapes import Material, Per, Repeat, RepeatUnit, SetBy
from tests.domain.journeys import journeys
from tests.domain.profile import CALM


@CALM
@given(journeys())
def test_nothing_is_lost_on_the_way_out_and_back(journey: JourneyDoc) -> None:
    assert parse(dump(journey)) == journey
    assert loads(json.dumps(dump(journey))) == journey


FULL = JourneyDoc(
    title="Improving discharge together",
    purpose="Home sooner, and safely",
    people=18,
    who="Ward staff, carers, the council",
    questions=(QuestionDoc("Where are we starting, really?", "starting-point", "Too many forms", "q7"),),
    sessions=(
        SessionDoc(
            title="Morning",
            date=date(2027, 1, 14),
            start=time(13, 30),
            timezone="Europe/London",
            minutes=90,
            mode=SessionMode.HYBRID,
            place="Library",
            link="https://meet.example/discharge",
            people=16,
            activities=(
                ActivityDoc(
                    kind=Kind.STRUCTURE,
                    title="TRIZ",
                    structure="triz",
                    question=0,
                    minutes=35,
                    pinned=time(14, 10),
                    protected=True,
                    lead="Ana",
                    invitations=("How can we make sure that nobody gets home?", "What of it do we do?"),
                    brief="Bring a pen",
                    notes="Keep them laughing",
                    set_up="Six tables",
                    materials=(Material("sticky notes", 5, Per.PERSON), Material("bell")),
                    outcome="Stop the second form",
                    steps=(
                        StepDoc(
                            title="List",
                            what="Everything that makes it worse",
                            grouping="small_groups",
                            size_min=4,
                            size_max=7,
                            minutes_min=8,
                            minutes=10,
                            minutes_max=12,
                            repeat=Repeat("A", RepeatUnit.ROUND, 2, 3, 3, SetBy.CONVENOR),
                            nested="1-2-4-all",
                            nested_note="without All",
                        ),
                    ),
                    code="a1",
                ),
            ),
            code="s1",
        ),
    ),
    parked=(ActivityDoc(kind=Kind.BREAK, minutes=15, steps=(), code="a2"),),
)

WRITTEN = {
    "format": "convening.journey/1",
    "title": "Improving discharge together",
    "purpose": "Home sooner, and safely",
    "people": 18,
    "who": "Ward staff, carers, the council",
    "questions": [
        {"text": "Where are we starting, really?", "question": "starting-point", "outcome": "Too many forms"}
    ],
    "sessions": [
        {
            "title": "Morning",
            "date": "2027-01-14",
            "start": "13:30",
            "timezone": "Europe/London",
            "minutes": 90,
            "mode": "hybrid",
            "place": "Library",
            "link": "https://meet.example/discharge",
            "people": 16,
            "activities": [
                {
                    "kind": "structure",
                    "title": "TRIZ",
                    "structure": "triz",
                    "question": 0,
                    "minutes": 35,
                    "pinned": "14:10",
                    "protected": True,
                    "lead": "Ana",
                    "invitations": ["How can we make sure that nobody gets home?", "What of it do we do?"],
                    "brief": "Bring a pen",
                    "notes": "Keep them laughing",
                    "set_up": "Six tables",
                    "materials": [
                        {"item": "sticky notes", "quantity": 5, "per": "person"},
                        {"item": "bell", "quantity": 1},
                    ],
                    "outcome": "Stop the second form",
                    "steps": [
                        {
                            "title": "List",
                            "what": "Everything that makes it worse",
                            "grouping": "small_groups",
                            "size_min": 4,
                            "size_max": 7,
                            "minutes_min": 8,
                            "minutes": 10,
                            "minutes_max": 12,
                            "repeat": {
                                "key": "A",
                                "unit": "round",
                                "count_min": 2,
                                "count": 3,
                                "count_max": 3,
                                "set_by": "convenor",
                            },
                            "nested": "1-2-4-all",
                            "nested_note": "without All",
                        }
                    ],
                }
            ],
        }
    ],
    "parked": [{"kind": "break", "minutes": 15, "steps": []}],
}


def test_every_field_is_written_under_its_name() -> None:
    assert dump(FULL, codes=False) == WRITTEN
    assert list(dump(FULL)) == list(WRITTEN)
    assert parse(dump(FULL)) == FULL


def test_codes_are_written_unless_left_out() -> None:
    assert json.dumps(dump(FULL)).count('"code"') == 4
    assert json.dumps(dump(FULL, codes=False)).count('"code"') == 0


def test_what_holds_its_default_is_not_written() -> None:
    assert dump(JourneyDoc("A day")) == {"format": FORMAT, "title": "A day"}
    assert dump(JourneyDoc("A day", parked=(ActivityDoc(),), sessions=(SessionDoc(),))) == {
        "format": FORMAT,
        "title": "A day",
        "sessions": [{}],
        "parked": [{"kind": "structure"}],
    }

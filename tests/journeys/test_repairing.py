"""A repair that is taken is what was worked out, and undo gives the exact earlier document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.candidates import candidates
from sessions.domain import changes as kinds
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Insert, Swap
from sessions.domain.repairing import repairs
from sessions.domain.standing import standing
from sessions.models import Journey
from sessions.outline import outline_of
from sessions.plan import Plan
from structures.models import Structure
from tests.domain.drawn import changes
from tests.domain.profile import CALM
from tests.factories import create_fit, create_question, create_repeat, create_step, create_structure
from tests.journey_factories import create_journey
from tests.journeys.lists import fresh, laid_out, misnumbered

pytestmark = pytest.mark.django_db

STRUCTURES = {
    "pairs": [("pairs", 5, 10)],
    "fours": [("alone", 2, 2), ("fours", 8, 15), ("whole_group", 5, 5)],
    "crowd": [("whole_group", 5, 5), ("pairs", 10, 20)],
    "talk-of-all": [("alone", 2, 5), ("whole_group", 5, 10)],
    "celebrity-interview": [("stage", 10, 15)],
    "turns": [("fours", 2, 4)],
}


def offer():
    """A small catalogue: what answers the two questions, one for many people and poor online, one with turns.

    It stays from one example to the next.
    """
    if Structure.objects.exists():
        return
    asked = [create_question(slug=slug) for slug in ("why", "now")]
    for slug, made in STRUCTURES.items():
        poor = slug == "crowd"
        one = create_structure(
            slug=slug,
            name=slug.capitalize(),
            people_min=12 if poor else 2,
            online="poorly" if poor else "adapted" if slug == "fours" else "well",
        )
        if slug == "turns":
            create_repeat(structure=one, key="P", set_by="group_size", count=4, count_max=4)
        for grouping, least, ideal in made:
            repeat = "P" if slug == "turns" else ""
            create_step(
                structure=one,
                grouping=grouping,
                minutes_min=least,
                minutes=ideal,
                minutes_max=ideal + 5,
                repeat=repeat,
            )
        create_fit(structure=one, question=asked["cfpt".index(slug[0]) % 2])


@st.composite
def rows(draw, depth=1):
    """A row of an agenda as a document."""
    kind = draw(
        st.sampled_from(["structure"] * 4 + ["opening", "break", "talk", "closing"] + ["tracks"] * depth)
    )
    if kind == "tracks":
        rooms = [
            {"title": name, "activities": draw(st.lists(rows(depth=0), min_size=number, max_size=2))}
            for number, name in enumerate(["Garden", "Library"])
        ]
        return {"kind": "other", "title": "In rooms", "tracks": rooms}
    row = {"kind": kind, "title": kind.capitalize(), "minutes": draw(st.integers(5, 30))}
    if kind == "structure":
        row = {
            "structure": draw(st.sampled_from(sorted(STRUCTURES))),
            "question": draw(st.sampled_from([0, 1])),
        }
    row["lead"] = draw(st.sampled_from(["", "Ana", "Ben"]))
    row["protected"] = draw(st.integers(0, 7)) == 0
    if draw(st.integers(0, 9)) == 0:
        row["pinned"] = draw(st.sampled_from(["09:30", "10:15", "11:00"]))
    return row


@st.composite
def documents(draw):
    """A morning and an afternoon."""
    return {
        "people": draw(st.sampled_from([6, 12, 13, 50])),
        "questions": [{"question": "why"}, {"question": "now"}],
        "sessions": [
            {
                "code": "am",
                "start": draw(st.sampled_from(["09:00", "09:00", None])),
                "minutes": draw(st.sampled_from([None, 60, 120])),
                "mode": draw(st.sampled_from(["in_person", "online", "hybrid"])),
                "activities": draw(st.lists(rows(), min_size=1, max_size=6)),
            },
            {"code": "pm", "start": "13:00", "activities": draw(st.lists(rows(), max_size=1))},
        ],
        "parked": draw(st.lists(rows(depth=0), max_size=1)),
    }


def drawn(document):
    """The journey of the document; that of the example before goes."""
    Journey.objects.all().delete()
    sessions = [
        {name: value for name, value in one.items() if value is not None} for one in document["sessions"]
    ]
    parked = [{name: value for name, value in one.items() if name != "pinned"} for one in document["parked"]]
    return laid_out(create_journey(), **document | {"sessions": sessions, "parked": parked})


def numbers(outline):
    """What must be so in the database as it was worked out: how every row of the session runs."""
    return [
        (seat.placed, seat.item.title, seat.item.lead, seat.item.steps, seat.people)
        for seat in outline.meeting("am").everything
    ]


@settings(CALM, max_examples=25)
@given(document=documents(), change=changes())
def test_taken_it_is_as_worked_out_and_undone_as_it_was(document, change):
    offer()
    journey = drawn(document)
    before, catalogue = fresh(journey).snapshot(), candidates()
    outline = outline_of(Plan.of(fresh(journey)))

    for repair in repairs(outline, change, catalogue):
        made = [*repair.given, *repair.adjustments]
        seen = fresh(journey).revision
        fresh(journey).adjust(made, what="Repaired")

        after = outline_of(Plan.of(fresh(journey)))
        assert numbers(after) == numbers(adjusted(outline, made))
        assert standing(outline, after, "am").end == repair.after.end
        assert misnumbered(journey) == {}
        if fresh(journey).revision > seen:  # it was not so already
            fresh(journey).undo()
        assert fresh(journey).snapshot() == before


def test_what_is_put_in_or_swapped_in_comes_from_the_catalogue():
    offer()
    journey = drawn(
        {
            "people": 12,
            "questions": [{"question": "why"}, {"question": "now"}],
            "sessions": [
                {"code": "am", "minutes": 200, "activities": [{"structure": "crowd", "question": 1}]}
            ],
            "parked": [],
        }
    )
    outline, catalogue = outline_of(Plan.of(fresh(journey))), candidates()

    online, talk = (
        repairs(outline, change, catalogue)
        for change in (kinds.Online("am"), kinds.Talk("am", 15, "Dr Fox", "Dr Fox speaks"))
    )

    assert [one.to.title for one in online[0].adjustments if isinstance(one, Swap)] == ["Fours"]
    items = [one.item for repair in talk for one in repair.adjustments if isinstance(one, Insert)]
    assert {item.structure.slug for item in items if item.structure} == {"celebrity-interview"}

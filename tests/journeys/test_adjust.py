"""What is adjusted in an outline is what is written into the journey, as one change that undo takes back."""

from dataclasses import asdict, is_dataclass, replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sessions.domain import limits
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import (
    Delay,
    Hold,
    Insert,
    JoinTracks,
    Lead,
    Move,
    Park,
    Pin,
    Protect,
    Regroup,
    Rerun,
    Retime,
    Swap,
    Unsplit,
)
from sessions.domain.document import Kind
from sessions.domain.outline import Item, Profile
from sessions.models import Activity, JourneyQuestion, Session
from sessions.models.copying import recipe_of
from sessions.outline import outline_of
from sessions.plan import Plan
from structures.models import Structure
from tests.factories import create_repeat, create_step, create_structure
from tests.journey_factories import create_journey
from tests.journeys.lists import fresh, laid_out, misnumbered

pytestmark = pytest.mark.django_db


@pytest.fixture
def other():
    structure = create_structure(slug="mad-tea", name="Mad Tea", people_min=6, online="poorly")
    create_step(structure=structure, minutes=8, grouping="pairs")
    return structure


@pytest.fixture
def journey(other):
    """A morning with a structure in rounds, a pinned lunch and two rooms; an afternoon; something parked."""
    whys = create_structure(slug="nine-whys", name="9 Whys")
    create_repeat(structure=whys, key="A", count=2)
    create_step(structure=whys, minutes=5, minutes_min=3, grouping="pairs", repeat="A")
    tracks = [
        {"title": title, "activities": [{"title": title, "minutes": 20, "code": title}]}
        for title in ("red", "blue", "green")
    ]
    morning = [
        {"structure": "nine-whys", "code": "whys"},
        {"kind": "other", "title": "In parallel", "tracks": tracks, "code": "rooms"},
        {"kind": "break", "title": "Lunch", "minutes": 45, "pinned": "12:00", "code": "lunch"},
    ]
    return laid_out(
        create_journey(people=18),
        sessions=[
            {"date": "2027-01-14", "start": "09:00", "minutes": 180, "activities": morning, "code": "am"},
            {"start": "14:00", "minutes": 60, "code": "pm"},
        ],
        parked=[{"kind": "talk", "title": "Parked", "minutes": 15, "code": "parked"}],
    )


def outline(journey):
    return outline_of(Plan.of(fresh(journey)))


def mute(plan):
    """The outline without the words of its first row."""
    first, *later = plan.meetings
    row, *rows = first.items
    first = replace(first, items=(replace(row, invitation=""), *rows))
    return replace(plan, meetings=(first, *later))


def profile():
    return Profile("mad-tea", "Mad Tea", 6, None, "poorly")


def mad_tea():
    structure = Structure.objects.with_recipe().get(slug="mad-tea")
    steps, repeats = structure.shapes()
    return Item(
        title="Mad Tea",
        invitation=structure.invitation,
        steps=steps,
        repeats=repeats,
        remainder=structure.remainder,
        structure=profile(),
    )


BREAK = Item(kind=Kind.BREAK, title="Break", minutes=10)
TALK = Item(kind=Kind.TALK, title="The sponsor", minutes=20, protected=True, lead="Dr Fox")

ADJUSTMENTS = {
    "minutes of its own": [Retime("whys", 7)],
    "minutes of its steps again": [Retime("lunch", 30), Retime("whys", None)],
    "fewer rounds": [Rerun("whys", "A", 1)],
    "parked": [Park("whys")],
    "parked, and its pin goes": [Park("lunch")],
    "parked with its tracks": [Park("rooms")],
    "parked out of a track": [Park("blue")],
    "moved": [Move("lunch", "am", 0)],
    "moved to another session": [Move("whys", "pm", 0)],
    "brought back": [Move("parked", "am", 1)],
    "a break": [Insert("am", 1, BREAK)],
    "a talk": [Insert("pm", 0, TALK)],
    "several in one place, each before the last": [Insert("am", 0, BREAK), Insert("am", 0, TALK)],
    "several, here and there": [
        Insert("am", 1, BREAK),
        Insert("pm", 0, TALK),
        Insert("am", 1, TALK),
        Insert("am", 99, BREAK),
        Insert("pm", 1, BREAK),
    ],
    "one comes for each that goes": [
        Park("whys"),
        Park("lunch"),
        Insert("am", 0, TALK),
        Insert("am", 2, BREAK),
    ],
    "several parked, in their order": [Park("lunch"), Park("rooms"), Park("whys")],
    "parked out of a track, and then the rest": [Park("blue"), Park("rooms")],
    "parked with its tracks, and out of them": [Park("rooms"), Park("green")],
    "parked, and again": [Park("whys"), Park("parked"), Park("lunch"), Park("whys")],
    "several pinned": [Pin("whys", 15), Pin("lunch", 120), Pin("whys", 20)],
    "several led by others": [Lead("red", "Ben"), Lead("whys", "Ana")],
    "pinned": [Pin("whys", 15)],
    "unpinned": [Pin("lunch", None)],
    "protected": [Protect("whys")],
    "no longer protected": [Protect("whys"), Protect("lunch"), Protect("whys", False)],
    "led by another": [Lead("red", "Ben")],
    "other groups": [Regroup("whys", 0, "small_groups", 4, 6)],
    "one room fewer": [JoinTracks("rooms", 2, 0)],
    "the first room lost": [JoinTracks("rooms", 0, 1)],
    "one after the other": [Unsplit("rooms")],
    "fewer people": [Hold("am", "people", 6)],
    "less time": [Hold("am", "booked", 150)],
    "online": [Hold("am", "mode", "online")],
    "few rooms": [Hold("am", "rooms", 2)],
    "late": [Delay("am", 20)],
    "several": [
        Delay("am", 20),
        Hold("am", "people", 7),
        Retime("whys", 6),
        Park("green"),
        Insert("am", 1, BREAK),
    ],
}


KNOWN = {"whys", "rooms", "red", "blue", "green", "lunch", "parked", "am", "pm"}


def nameless(part):
    """Everything an outline says, without the code that a new row gets when it is written."""
    if isinstance(part, list | tuple):
        return [nameless(one) for one in part]
    if isinstance(part, dict):
        return {name: nameless(value) for name, value in part.items() if name != "code" or value in KNOWN}
    return nameless(asdict(part)) if is_dataclass(part) else part


@pytest.mark.parametrize("name", ADJUSTMENTS)
def test_it_is_written_as_it_was_worked_out(journey, name):
    before, revision = fresh(journey).snapshot(), journey.revision
    wanted = adjusted(outline(journey), ADJUSTMENTS[name])

    journey.adjust(ADJUSTMENTS[name], what="Made it fit")

    assert nameless(outline(journey)) == nameless(wanted)
    assert misnumbered(journey) == {}
    assert (journey.revision, journey.newest.what) == (revision + 1, "Made it fit")
    fresh(journey).undo()
    assert fresh(journey).snapshot() == before


def test_another_structure_takes_the_row(journey):
    wanted = adjusted(outline(journey), [Swap("whys", mad_tea())])

    journey.adjust([Swap("whys", mad_tea())], what="Swapped")

    assert outline(journey) == wanted
    assert [step.minutes for step in journey.activities.get(code="whys").steps.all()] == [8]


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (["Own?", "And then?"], ["Own?", "And then?"]),
        (["", "And then?"], ["Mad Tea?"]),
        (["The catalogue's?", "And then?"], ["Mad Tea?"]),
    ],
)
def test_whoever_says_something_says_something_with_another_structure(journey, other, said, now):
    """Whose words they are only the catalogue knows: in an outline the old structure's stand for the new one's."""
    Structure.objects.filter(slug="nine-whys").update(invitation="The catalogue's?")
    Structure.objects.filter(slug="mad-tea").update(invitation="Mad Tea?")
    row = journey.activities.get(code="whys")
    journey.edit_activity(row, invitations=said)
    wanted = adjusted(outline(journey), [Swap("whys", mad_tea())])

    journey.adjust([Swap("whys", mad_tea())], what="Swapped")

    row.refresh_from_db()
    assert row.invitations == now
    assert wanted.meetings[0].items[0].invitation == (said[0] or now[0])
    assert mute(wanted) == mute(outline(journey))


def test_another_structure_is_added(journey):
    one = Insert("am", 1, replace(mad_tea(), minutes=12))
    wanted = adjusted(outline(journey), [one])

    journey.adjust([one], what="Added")

    assert nameless(outline(journey)) == nameless(wanted)
    row = journey.activities.get(title="Mad Tea")
    assert [step.minutes for step in row.steps.all()] == [8]
    assert row.recipe == recipe_of(Structure.objects.get(slug="mad-tea"))


@pytest.mark.parametrize("count", [1, 12])
def test_a_whole_draft_takes_the_same_queries_as_one_row(journey, count):
    wanted = [Park("whys"), *(Insert("am", at, replace(mad_tea(), question=None)) for at in range(count))]
    wanted += [Protect("lunch"), Lead("rooms", "Ben")]

    with CaptureQueriesContext(connection) as captured:
        fresh(journey).adjust(wanted, what="Drafted")

    assert len(captured) == 34
    assert misnumbered(journey) == {}


@pytest.mark.parametrize(
    ("one", "error"),
    [
        (Insert("nowhere", 0, TALK), Session.DoesNotExist),
        (Insert("am", 0, replace(TALK, question=7)), JourneyQuestion.DoesNotExist),
        (Insert("am", 0, Item(title="?", structure=Profile("gone", "Gone"))), Structure.DoesNotExist),
        (Insert("am", 0, replace(TALK, title="")), ValidationError),
        (Park("nobody"), Activity.DoesNotExist),
        (Pin("nobody", 5), Activity.DoesNotExist),
    ],
)
def test_if_one_cannot_be_none_is_written(journey, one, error):
    before = fresh(journey).snapshot()

    with pytest.raises(error):
        journey.adjust([Park("whys"), Insert("am", 0, TALK), one], what="Drafted")

    assert fresh(journey).snapshot() == before


def test_no_more_than_a_journey_holds(journey, monkeypatch):
    monkeypatch.setattr(limits, "MAX_ACTIVITIES", 8)

    with pytest.raises(ValidationError, match="at most 8 activities"):
        journey.adjust([Insert("am", 0, TALK)] * 2, what="Drafted")

    assert journey.activities.count() == 7


def test_it_is_refused_when_the_plan_has_changed_since(journey):
    seen = journey.revision
    journey.add_activity(session=None, title="Meanwhile")

    with pytest.raises(ValidationError, match="has changed meanwhile"):
        fresh(journey).adjust([Retime("whys", 7)], what="Made it fit", revision=seen)

    assert journey.activities.get(code="whys").minutes is None


def test_what_is_gone_stops_everything(journey):
    before = fresh(journey).snapshot()

    with pytest.raises(Activity.DoesNotExist):
        journey.adjust([Retime("whys", 7), Park("nobody")], what="Made it fit")

    assert fresh(journey).snapshot() == before


@pytest.mark.parametrize(
    "one", [Retime("nobody", 5), Move("nobody", "am", 0), Hold("nobody", "people", 5), Unsplit("red")]
)
def test_an_outline_says_what_is_not_there(journey, one):
    with pytest.raises(LookupError):
        adjusted(outline(journey), [one])

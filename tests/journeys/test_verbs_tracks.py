"""Tracks are added, renamed and taken out: one change each, and nothing they hold is lost."""

import pytest
from django.core.exceptions import ValidationError

from sessions.domain import limits
from sessions.library import Library
from sessions.models.changing import Conflict
from sessions.visitor import Visitor
from tests.journey_factories import create_activity, create_journey, create_session
from tests.journeys.lists import agenda, history, misnumbered, parked, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    """A morning with a talk and a row of three tracks, the last two with rows in them; and P parked."""
    journey = create_journey(guest="g")
    morning = create_session(journey=journey, title="Morning")
    create_activity(journey=journey, session=morning, title="Talk")
    rooms = create_activity(
        journey=journey, session=morning, title="Rooms", tracks=["Garden", "Library", "Hall"]
    )
    for title, track in [("A", 1), ("B", 1), ("C", 2)]:
        create_activity(journey=journey, title=title, track=(rooms, track))
    create_activity(journey=journey, title="P")
    return journey


def row(journey, title="Rooms"):
    return journey.activities.get(title=title)


def held(journey):
    """The names of the tracks with the titles of what they hold."""
    rooms = row(journey)
    assert misnumbered(journey) == {}
    return {name: titles(rooms.children.filter(track=number)) for number, name in enumerate(rooms.tracks)}


def test_tracks_in_parallel_are_added_as_one_row(journey):
    added = journey.add_parallel(session=journey.sessions.get(), at=0)

    assert (added.title, added.kind, added.tracks) == ("In parallel", "other", ["Room 1", "Room 2"])
    assert agenda(journey)["Morning"] == ["In parallel", "Talk", "Rooms"]
    assert history(journey)[-1] == "Added In parallel"


def test_a_track_is_added_behind_the_others(journey):
    assert journey.add_track(row(journey), " Cellar ") == 3
    assert journey.add_track(row(journey)) == 4

    assert list(held(journey)) == ["Garden", "Library", "Hall", "Cellar", "Room 5"]
    assert history(journey)[-1] == "Added a track to Rooms"


def test_a_new_track_is_called_as_no_other(journey):
    rooms = row(journey)
    for number in (2, 1, 0):
        journey.remove_track(rooms, number)
    journey.add_track(rooms, "Room 2")

    journey.add_track(rooms)

    assert list(held(journey)) == ["Room 2", "Room 3"]


def test_an_ordinary_row_becomes_one_with_tracks(journey):
    journey.add_track(row(journey, "Talk"))
    journey.move(row(journey, "P"), track=(row(journey, "Talk"), 0), to=0)

    assert row(journey, "Talk").tracks == ["Room 1"]
    assert titles(row(journey, "Talk").children) == ["P"]


def test_a_row_in_a_track_takes_none(journey):
    before = journey.snapshot()

    with pytest.raises(ValidationError, match="Tracks cannot hold tracks again"):
        journey.add_track(row(journey, "A"))

    assert journey.snapshot() == before


def test_only_so_many_run_side_by_side(journey):
    for _number in range(limits.MAX_TRACKS - 3):
        journey.add_track(row(journey))

    with pytest.raises(ValidationError, match="At most 12 tracks"):
        journey.add_track(row(journey))


def test_a_track_is_renamed(journey):
    journey.rename_track(row(journey), 1, name=" Attic ", was={"name": "Library"})

    assert held(journey) == {"Garden": [], "Attic": ["A", "B"], "Hall": ["C"]}
    assert history(journey)[-1] == "Renamed a track of Rooms"


def test_two_names_for_one_track_are_a_conflict(journey):
    journey.rename_track(row(journey), 1, name="Attic", was={"name": "Library"})

    with pytest.raises(Conflict) as caught:
        journey.rename_track(row(journey), 1, name="Cellar", was={"name": "Library"})
    journey.rename_track(row(journey), 1, name="Attic", was={"name": "Library"})

    assert caught.value.theirs == {"name": "Attic"}
    assert list(held(journey)) == ["Garden", "Attic", "Hall"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_name_that_no_document_could_hold_is_refused(journey, name):
    with pytest.raises(ValidationError, match="at most 200 characters"):
        journey.rename_track(row(journey), 1, name=name)


def test_a_removed_track_parks_what_it_holds_and_later_ones_move_up(journey):
    journey.remove_track(row(journey), 1)

    assert held(journey) == {"Garden": [], "Hall": ["C"]}
    assert titles(parked(journey)) == ["P", "A", "B"]
    assert history(journey)[-1] == "Removed a track of Rooms"

    journey.undo()

    assert held(journey) == {"Garden": [], "Library": ["A", "B"], "Hall": ["C"]}
    assert titles(parked(journey)) == ["P"]


def test_without_tracks_a_row_is_an_ordinary_one_again(journey):
    for number in (2, 1, 0):
        journey.remove_track(row(journey), number)

    assert (row(journey).tracks, titles(parked(journey))) == ([], ["P", "C", "A", "B"])


@pytest.mark.parametrize("number", [3, -1])
def test_a_track_that_is_gone_is_told(journey, number):
    before = journey.snapshot()

    for change in (
        lambda: journey.rename_track(row(journey), number, name="Attic"),
        lambda: journey.remove_track(row(journey), number),
    ):
        with pytest.raises(ValidationError, match="That track is no longer in this journey"):
            change()

    assert journey.snapshot() == before


def test_a_copied_session_has_tracks_of_its_own(journey):
    copy = journey.duplicate_session(journey.sessions.get())
    rooms = copy.activities.get(title="Rooms")

    journey.remove_track(rooms, 2)

    assert held_by(rooms) == [[], ["A", "B"]]
    assert held_by(journey.sessions.first().activities.get(title="Rooms")) == [[], ["A", "B"], ["C"]]


def held_by(rooms):
    rooms.refresh_from_db()
    return [titles(rooms.children.filter(track=number)) for number in range(len(rooms.tracks))]


def test_a_question_answered_in_a_track_is_planned_until_the_row_is_parked(journey):
    journey.answer(row(journey, "A"), question=journey.add_question("Why?"))

    planned = [entry_of(journey)]
    journey.park(row(journey))
    planned.append(entry_of(journey))

    assert planned == [1, 0]


def entry_of(journey):
    (entry,) = Library.of(Visitor(guest="g")).entries
    return entry.planned


def test_a_document_with_tracks_comes_back_as_it_was(journey):
    document = journey.snapshot(codes=False)

    copy = journey.duplicate(Visitor(guest="g"))

    assert copy.snapshot(codes=False) | {"title": journey.title} == document
    assert document["sessions"][0]["activities"][1]["tracks"] == [
        {"title": "Garden"},
        {"title": "Library", "activities": [talk("A"), talk("B")]},
        {"title": "Hall", "activities": [talk("C")]},
    ]


def talk(title):
    return {"kind": "talk", "title": title, "minutes": 10, "steps": []}

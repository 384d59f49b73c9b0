"""Every change can be taken back and done again, in any order, and comes back exactly as it was."""

import json
import zlib
from datetime import UTC, datetime

import pytest

from sessions.models import Revision
from tests.factories import create_structure, create_user
from tests.journey_factories import (
    create_activity,
    create_journey,
    create_session,
    create_structured,
)
from tests.journeys.lists import agenda, fresh, history

pytestmark = pytest.mark.django_db


@pytest.fixture
def journey():
    journey = create_journey()
    session = create_session(journey=journey, title="Morning")
    for title in "AB":
        create_activity(journey=journey, session=session, title=title)
    return journey


def order(journey):
    return "".join(agenda(journey)["Morning"])


def move_to_front(journey, title):
    journey.move(journey.activities.get(title=title), to=0)


def test_undo_says_what_it_took_back_and_redo_what_it_brought_back(journey):
    move_to_front(journey, "B")

    assert (journey.undo(), order(journey)) == ("Moved B", "AB")
    assert (journey.undo(), order(journey)) == ("Added B", "A")
    assert (journey.redo(), order(journey)) == ("Added B", "AB")
    assert (journey.redo(), order(journey)) == ("Moved B", "BA")
    assert (journey.redo(), order(journey)) == ("", "BA")


def test_undo_ends_where_the_journey_began(journey):
    taken_back = [journey.undo() for _ in range(5)]

    assert taken_back == ["Added B", "Added A", "Added a session", "", ""]
    assert agenda(journey) == {"parked": []}
    assert [journey.redo() for _ in range(4)] == ["Added a session", "Added A", "Added B", ""]
    assert order(journey) == "AB"


def test_a_new_change_after_an_undo_closes_the_way_forward(journey):
    move_to_front(journey, "B")
    journey.undo()
    create_activity(journey=journey, session=journey.sessions.get(), title="C")

    assert (journey.redo(), order(journey)) == ("", "ABC")
    assert (journey.undo(), order(journey)) == ("Added C", "AB")
    assert (journey.undo(), order(journey)) == ("Added B", "A")
    assert (journey.redo(), journey.redo(), order(journey)) == ("Added B", "Added C", "ABC")


def test_nothing_is_ever_lost_from_the_history(journey):
    ana = create_user()
    journey.undo(who=ana)
    journey.redo(who=ana)

    assert history(journey) == [
        "Started the journey",
        "Added a session",
        "Added A",
        "Added B",
        "Undone: Added B",
        "Done again: Added B",
    ]
    assert [revision.who for revision in journey.revisions.all()[:3]] == [ana, ana, None]


def test_a_change_that_changes_nothing_is_not_recorded(journey):
    before = fresh(journey)

    journey.edit({"title": "Discharge", "people": 18})
    journey.edit_activity(journey.activities.get(title="A"), title="A", minutes=10)
    journey.move(journey.activities.get(title="A"), to=0)

    assert (fresh(journey).revision, fresh(journey).touched_at) == (before.revision, before.touched_at)
    assert journey.revisions.count() == before.revision


def test_a_failed_change_leaves_no_trace(journey):
    before, number = journey.snapshot(), journey.revision

    with pytest.raises(RuntimeError), journey.changing("Broke it"):
        journey.activities.all().delete()
        raise RuntimeError

    assert (fresh(journey).snapshot(), fresh(journey).revision) == (before, number)


def test_the_newest_revision_holds_the_journey_compressed_and_readable(journey):
    revision = Revision.objects.get(journey=journey, number=journey.revision)

    assert revision.read() == journey.snapshot()
    text = json.dumps(revision.read(), sort_keys=True, ensure_ascii=False).encode()
    assert zlib.decompress(revision.document) == text
    assert len(revision.document) < len(text)
    assert [journey.newest.number, journey.newest.what] == [journey.revision, "Added B"]


def test_a_change_named_at_length_is_cut_to_what_the_history_holds(journey):
    with journey.changing("x" * 400):
        journey.activities.update(title="C")
    journey.undo()

    assert history(journey)[-2:] == ["x" * 300, "Undone: " + "x" * 292]


def test_undo_gets_past_a_change_that_the_catalogue_made(journey):
    """A structure left the catalogue: the step back to it writes the journey as it already is."""
    structure = create_structure(name="TRIZ", steps=1)
    row = create_structured(journey=journey, structure=structure, session=journey.sessions.get())
    structure.delete()
    journey.move(row, to=2)  # where it is; but the structure is gone since the last revision

    assert [journey.undo() for _ in range(3)] == ["Moved TRIZ", "Added TRIZ", "Added B"]
    assert order(journey) == "A"


# Going back further


@pytest.fixture
def ordered(journey):
    """Revision 4 has A and B in this order, 5 the other way round, 6 another title."""
    move_to_front(journey, "B")
    journey.edit({"title": "Home by noon"})
    return journey


def test_a_state_is_restored_as_a_new_change_that_undo_takes_back(ordered):
    ana, present = create_user(), ordered.snapshot()

    assert ordered.restore(4, who=ana)

    assert (ordered.title, order(ordered), ordered.revision) == ("Discharge", "AB", 7)
    assert (ordered.newest.before, ordered.newest.after, ordered.newest.who) == (6, None, ana)
    assert ordered.undo().startswith("Restored the state of ")
    assert ordered.snapshot() == present
    assert ordered.redo().startswith("Restored the state of ")
    assert ordered.snapshot() == ordered.revisions.get(number=4).read()


def test_it_says_which_state_by_the_clocks_of_the_first_session(ordered):
    ordered.edit_session(ordered.sessions.get(), timezone="Asia/Kolkata")
    ordered.revisions.filter(number=4).update(at=datetime(2027, 1, 13, 20, 0, tzinfo=UTC))

    ordered.restore(4)

    assert ordered.newest.what == "Restored the state of 14 Jan 2027, 01:30"


def test_without_a_session_by_those_of_the_server(journey, settings):
    settings.TIME_ZONE = "America/New_York"
    journey.remove_session(journey.sessions.get())
    journey.revisions.filter(number=1).update(at=datetime(2027, 1, 14, 18, 5, tzinfo=UTC))

    journey.restore(1)

    assert journey.newest.what == "Restored the state of 14 Jan 2027, 13:05"


def test_restoring_what_is_there_already_is_no_change(ordered):
    ordered.undo()
    before = fresh(ordered)
    rows = set(ordered.activities.values_list("pk", flat=True))

    assert [ordered.restore(number) for number in (7, 5)] == [False, False]  # 7 is 5 again

    assert (fresh(ordered).revision, fresh(ordered).touched_at) == (7, before.touched_at)
    assert set(ordered.activities.values_list("pk", flat=True)) == rows


def test_a_change_after_a_restored_state_goes_on_from_there(ordered):
    ordered.restore(4)
    create_activity(journey=ordered, session=ordered.sessions.get(), title="C")

    assert order(ordered) == "ABC"
    assert [ordered.undo().split(" of ")[0] for _ in range(3)] == [
        "Added C",
        "Restored the state",
        "Edited the journey",
    ]
    assert order(ordered) == "BA"


def test_what_never_was_cannot_be_restored(ordered):
    before = fresh(ordered)
    other = create_journey()
    other.edit({"title": "Another"})

    for number in (0, 7, 99):
        with pytest.raises(Revision.DoesNotExist):
            ordered.restore(number)

    assert (fresh(ordered).revision, fresh(ordered).snapshot()) == (before.revision, before.snapshot())


def test_restoring_past_a_structure_that_left_the_catalogue(journey):
    structure = create_structure(name="TRIZ", steps=2)
    row = create_structured(journey=journey, structure=structure, session=journey.sessions.get())
    with_triz = journey.revision
    journey.remove(row)
    structure.delete()

    assert journey.restore(with_triz)

    back = journey.activities.get(code=row.code)
    assert (back.title, back.structure, back.steps.count()) == ("TRIZ", None, 2)
    assert (journey.undo()[:8], order(journey)) == ("Restored", "AB")

"""Verbs on several rows at once, on tracks, and copies: one change each, and every list keeps its order."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from sessions.domain import limits
from sessions.models import Activity
from sessions.models.changing import Conflict
from tests import factories, journey_factories
from tests.journeys.lists import agenda

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    """A morning A B C D, an afternoon E with a row of two tracks, and P parked."""
    journey = journey_factories.create_journey(guest="g")
    morning = journey_factories.create_session(journey=journey, title="Morning")
    afternoon = journey_factories.create_session(journey=journey, title="Afternoon")
    for title in "ABCD":
        journey_factories.create_activity(journey=journey, session=morning, title=title)
    journey_factories.create_activity(journey=journey, session=afternoon, title="E")
    journey_factories.create_activity(
        journey=journey, session=afternoon, title="Rooms", tracks=["Garden", "Library"]
    )
    journey_factories.create_activity(journey=journey, title="P")
    return journey


def row(journey, title):
    return journey.activities.get(title=title)


def rows(journey, titles):
    return [row(journey, title) for title in titles]


def tracks(journey):
    parent = row(journey, "Rooms")
    inside = parent.children.order_by("position")
    return [[one.title for one in inside.filter(track=track)] for track in range(len(parent.tracks))]


@pytest.mark.parametrize(
    ("moved", "to", "expected"),
    [
        ("AB", 2, "CDAB"),
        ("CA", 2, "BDAC"),  # they keep the order of the page, whatever the order they were chosen in
        ("BD", 0, "BDAC"),
        ("AD", None, "BCAD"),
        ("ABCD", 9, "ABCD"),
    ],
)
def test_several_move_as_one_change(plan, moved, to, expected):
    before = plan.revision

    plan.move(*rows(plan, moved), to=to)

    assert "".join(agenda(plan)["Morning"]) == expected
    assert plan.revision - before == (expected != "ABCD")


def test_several_go_to_another_session_and_are_parked_and_brought_back(plan):
    afternoon = plan.sessions.get(title="Afternoon")

    plan.move(*rows(plan, "AP"), session=afternoon, to=1)
    assert agenda(plan) == {"Morning": ["B", "C", "D"], "Afternoon": ["E", "A", "P", "Rooms"], "parked": []}
    plan.park(*rows(plan, "DEB"))
    assert agenda(plan) == {
        "Morning": ["C"],
        "Afternoon": ["A", "P", "Rooms"],
        "parked": ["B", "D", "E"],
    }
    plan.bring_back(*rows(plan, "ED"), session=afternoon, to=0)
    assert agenda(plan)["Afternoon"] == ["D", "E", "A", "P", "Rooms"]
    assert plan.newest.what == "Brought back 2 activities"


def test_what_is_parked_loses_its_pin_and_one_that_is_parked_stays_in_its_place(plan):
    plan.edit_activity(row(plan, "A"), pinned_at=time(14))
    journey_factories.create_activity(journey=plan, title="Q")

    plan.park(*rows(plan, "AP"))

    assert agenda(plan)["parked"] == ["P", "Q", "A"]
    assert row(plan, "A").pinned_at is None


def test_several_are_removed(plan):
    plan.remove(*rows(plan, "BPE"))

    assert agenda(plan) == {"Morning": ["A", "C", "D"], "Afternoon": ["Rooms"], "parked": []}


def test_several_answer_a_question(plan):
    question = plan.add_question("Why?")

    plan.answer(*rows(plan, "AC"), question=question)

    assert [one.title for one in question.activities.all()] == ["A", "C"]
    assert plan.newest.what == "Edited 2 activities"


def test_copies_stand_below_what_they_are_copied_from(plan):
    structure = factories.create_structure(name="TRIZ", steps=2)
    question = plan.add_question("Why?")
    triz = plan.add_structure(structure, session=plan.sessions.first(), question=question, at=1)
    plan.edit_activity(triz, notes="Softly.", pinned_at=time(14))

    plan.duplicate_activities(triz, row(plan, "D"))

    assert agenda(plan)["Morning"] == ["A", "TRIZ", "TRIZ", "B", "C", "D", "D"]
    copy = plan.activities.filter(title="TRIZ").last()
    assert (copy.notes, copy.pinned_at, copy.question) == ("Softly.", None, question)
    assert [step.title for step in copy.steps.all()] == ["Step 1", "Step 2"]
    assert len(set(plan.activities.values_list("code", flat=True))) == plan.activities.count()


def test_rows_go_into_tracks_and_out_again(plan):
    rooms = row(plan, "Rooms")

    plan.move(*rows(plan, "AB"), track=(rooms, 0), to=None)
    plan.move(row(plan, "P"), track=(rooms, 1), to=0)
    plan.move(row(plan, "C"), track=(rooms, 0), to=1)

    assert tracks(plan) == [["A", "C", "B"], ["P"]]
    assert agenda(plan) == {"Morning": ["D"], "Afternoon": ["E", "Rooms"], "parked": []}
    plan.move(row(plan, "C"), to=0)
    assert tracks(plan) == [["C", "A", "B"], ["P"]]
    plan.park(row(plan, "A"))
    assert (tracks(plan), agenda(plan)["parked"]) == ([["C", "B"], ["P"]], ["A"])


def test_a_row_takes_its_tracks_along(plan):
    rooms = row(plan, "Rooms")
    plan.move(*rows(plan, "AB"), track=(rooms, 1), to=None)

    plan.park(rooms, row(plan, "A"))  # A is inside: it goes along, and not on its own

    assert (tracks(plan), agenda(plan)["parked"]) == ([[], ["A", "B"]], ["P", "Rooms"])
    (copy,) = plan.duplicate_activities(rooms)
    assert [one.title for one in copy.children.all()] == ["A", "B"]
    plan.remove(rooms)
    assert agenda(plan)["parked"] == ["P", "Rooms"]
    assert plan.activities.filter(title="A").count() == 1


def test_tracks_hold_no_tracks(plan):
    other = journey_factories.create_activity(
        journey=plan, session=plan.sessions.first(), title="More rooms", tracks=["One"]
    )
    before = plan.snapshot()

    with pytest.raises(ValidationError, match="Tracks cannot hold tracks again"):
        plan.move(other, track=(row(plan, "Rooms"), 0), to=0)
    with pytest.raises(ValidationError, match="no longer in this journey"):
        plan.move(row(plan, "A"), track=(row(plan, "Rooms"), 2), to=0)

    assert plan.snapshot() == before


def test_one_that_is_gone_stops_them_all(plan):
    gone = row(plan, "B")
    plan.remove(gone)
    before = plan.snapshot()

    for verb in (plan.park, plan.duplicate_activities):
        with pytest.raises(Activity.DoesNotExist):
            verb(row(plan, "A"), gone)

    assert plan.snapshot() == before


def test_a_full_journey_takes_no_copy(plan, monkeypatch):
    monkeypatch.setattr(limits, "MAX_ACTIVITIES", plan.activities.count() + 1)

    with pytest.raises(ValidationError, match="at most"):
        plan.duplicate_activities(*rows(plan, "AB"))
    with pytest.raises(ValidationError, match="at most"):
        plan.duplicate_session(plan.sessions.first())


def test_a_row_is_added_right_below_another(plan):
    plan.move(row(plan, "A"), track=(row(plan, "Rooms"), 0), to=0)

    plan.add_below(row(plan, "B"), title="New")
    plan.add_below(row(plan, "A"), title="Inside")
    plan.add_below(row(plan, "P"), title="Later")

    assert agenda(plan)["Morning"] == ["B", "New", "C", "D"]
    assert (tracks(plan)[0], agenda(plan)["parked"]) == (["A", "Inside"], ["P", "Later"])


def test_a_session_is_copied_with_everything_in_it(plan):
    plan.edit_activity(row(plan, "A"), pinned_at=time(14))
    plan.move(row(plan, "B"), track=(row(plan, "Rooms"), 0), to=0)
    afternoon = plan.sessions.get(title="Afternoon")

    plan.duplicate_session(plan.sessions.get(title="Morning"))
    plan.duplicate_session(afternoon)

    assert agenda(plan) == {
        "Morning": ["A", "C", "D"],
        "Copy of Morning": ["A", "C", "D"],
        "Afternoon": ["E", "Rooms"],
        "Copy of Afternoon": ["E", "Rooms"],
        "parked": ["P"],
    }
    copy = plan.sessions.get(title="Copy of Morning")
    assert copy.activities.first().pinned_at == time(14)
    assert plan.sessions.get(title="Copy of Afternoon").activities.last().children.get().title == "B"


def test_tracks_survive_their_document_and_undo(plan):
    plan.move(*rows(plan, "AB"), track=(row(plan, "Rooms"), 1), to=None)
    before = plan.snapshot()

    plan.remove(row(plan, "Rooms"))
    plan.undo()

    assert plan.snapshot() == before
    assert tracks(plan) == [[], ["A", "B"]]


WAS = {"title": "A", "notes": ""}


def test_the_same_field_changed_twice_is_a_conflict_and_nothing_is_written(plan):
    a = row(plan, "A")
    plan.edit_activity(a, title="Alpha", was=WAS)

    with pytest.raises(Conflict) as caught:
        plan.edit_activity(a, title="Ah", notes="Softly.", was=WAS)

    assert caught.value.theirs == {"title": "Alpha"}
    a.refresh_from_db()
    assert (a.title, a.notes) == ("Alpha", "")


@pytest.mark.parametrize("text", ["Alpha", " Alpha "])
def test_both_writing_the_same_is_none(plan, text):
    a = row(plan, "A")
    plan.edit_activity(a, title="Alpha", was=WAS)

    plan.edit_activity(a, title=text, was=WAS)
    plan.edit_activity(a, notes="Softly.", was=WAS)

    a.refresh_from_db()
    assert (a.title.strip(), a.notes) == ("Alpha", "Softly.")


@pytest.mark.parametrize("edit", ["edit", "edit_question", "edit_session"])
def test_conflicts_are_seen_in_every_part(plan, edit):
    question, session = plan.add_question("Why?"), plan.sessions.first()
    calls = {
        "edit": lambda was: plan.edit({"title": "Mine"}, was={"title": was}),
        "edit_question": lambda was: plan.edit_question(question, text="Mine", was={"text": was}),
        "edit_session": lambda was: plan.edit_session(session, title="Mine", was={"title": was}),
    }

    with pytest.raises(Conflict):
        calls[edit]("What stood there long ago")

    calls[edit]({"edit": "Discharge", "edit_question": "Why?", "edit_session": "Morning"}[edit])


def test_copying_many_asks_no_more_for_each(plan, django_assert_max_num_queries):
    """One renumbering for a list, however many of its rows are copied."""
    with django_assert_max_num_queries(60):
        plan.duplicate_activities(*rows(plan, "ABCDEP"))

    assert agenda(plan)["Morning"] == list("AABBCCDD")


def test_neither_a_copy_nor_what_its_tracks_hold_is_pinned(plan):
    rooms = row(plan, "Rooms")
    plan.move(row(plan, "A"), track=(rooms, 0), to=0)
    plan.edit_activity(row(plan, "A"), pinned_at=time(14))

    (copy,) = plan.duplicate_activities(rooms)

    assert [one.pinned_at for one in copy.children.all()] == [None]


def test_what_goes_into_a_track_of_a_parked_row_has_no_time(plan):
    rooms = row(plan, "Rooms")
    plan.park(rooms)
    plan.edit_activity(row(plan, "A"), pinned_at=time(14))

    plan.move(row(plan, "A"), track=(rooms, 0), to=0)

    assert row(plan, "A").pinned_at is None


def test_a_question_that_undo_wrote_anew_is_still_the_same(plan):
    why, how = plan.add_question("Why?"), plan.add_question("How?")
    a = plan.edit_activity(row(plan, "A"), question=why)
    plan.edit({"title": "Another"})
    plan.undo()  # every row is written anew, under the same code

    plan.edit_activity(a, question=how, was={"question": why})

    assert row(plan, "A").question.text == "How?"

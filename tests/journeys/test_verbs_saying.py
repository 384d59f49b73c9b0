"""Choosing among the words for an activity: each verb is one change, loses nothing, and may be called twice."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from sessions.domain import limits
from sessions.models.changing import Conflict
from tests import factories
from tests.journeys.lists import fresh, history


@pytest.fixture
def row(journey, row):
    """The catalogue has three things to say for it; the host says one of their own, and keeps another."""
    row.structure.invitation_examples = ["For example?"]
    row.structure.save()
    factories.create_fit(question=factories.create_question(), structure=row.structure, invitation="Fitting?")
    journey.edit_activity(row, invitations=["Ours?"], alternatives=["Or this?"])
    return row


def words(row):
    row.refresh_from_db()
    return row.invitations, row.alternatives


def test_what_is_said_and_what_was_kept_change_places(journey, row, ana):
    before = fresh(journey).snapshot()

    journey.say(row, "Or this?", who=ana)

    assert words(row) == (["Or this?"], ["Ours?"])
    assert (history(journey)[-1], fresh(journey).newest.who) == ("Chose words for Nine Whys", ana)
    assert (journey.undo(), fresh(journey).snapshot() == before) == ("Chose words for Nine Whys", True)


@pytest.mark.parametrize("text", ["What do you see?", "For example?", "Fitting?"])
def test_the_catalogues_words_are_not_kept_twice(journey, row, text):
    journey.say(row, text)
    assert words(row) == ([text], ["Or this?", "Ours?"])

    journey.say(row, "Ours?")
    assert words(row) == (["Ours?"], ["Or this?"])


def test_pressed_twice_it_is_one_change(journey, row):
    journey.say(row, "Or this?", was="Ours?")
    revision = journey.revision

    journey.say(row, "Or this?", was="Ours?")

    assert (words(row), fresh(journey).revision) == ((["Or this?"], ["Ours?"]), revision)


def test_a_later_round_has_words_of_its_own_and_gives_them_back(journey, row):
    journey.say(row, "And why that?", round=1)
    assert words(row) == (["Ours?", "And why that?"], ["Or this?"])

    journey.say(row, "", round=1, was="And why that?")
    assert words(row) == (["Ours?"], ["Or this?", "And why that?"])


def test_a_row_without_a_structure_has_words_of_its_own(journey, parked):
    journey.say(parked, "Listen.")
    journey.say(parked, "Look.")

    assert words(parked) == (["Look."], ["Listen."])


def test_others_may_be_kept_reworded_and_removed(journey, row):
    journey.keep_alternative(row, "A third?")
    journey.edit_alternative(row, "Or this?", "Or that?")
    assert words(row) == (["Ours?"], ["Or that?", "A third?"])

    journey.remove_alternative(row, "A third?")
    journey.remove_alternative(row, "A third?")
    assert words(row) == (["Ours?"], ["Or that?"])


@pytest.mark.parametrize("text", ["Ours?", "Or this?", "Fitting?", " Or this?\r\n"])
def test_what_is_there_is_not_kept_again(journey, row, text):
    revision = fresh(journey).revision

    journey.keep_alternative(row, text)

    assert (words(row), fresh(journey).revision) == ((["Ours?"], ["Or this?"]), revision)


def test_where_another_has_written_meanwhile_nothing_is_said(journey, row):
    journey.edit_activity(row, words={0: "Theirs?"})

    with pytest.raises(Conflict) as told:
        journey.say(row, "Or this?", was="Ours?")

    assert (told.value.theirs, words(row)) == ({"said": "Theirs?"}, (["Theirs?"], ["Or this?"]))
    journey.say(row, "Or this?", was="Theirs?")
    assert words(row) == (["Or this?"], ["Theirs?"])


def test_where_another_has_said_it_meanwhile_it_is_not_reworded(journey, row):
    journey.say(row, "Or this?")

    with pytest.raises(Conflict):
        journey.edit_alternative(row, "Or this?", "Or that?")

    assert words(row) == (["Or this?"], ["Ours?"])


def test_there_is_an_end_to_it(journey, row):
    many = [f"Number {number}?" for number in range(limits.MAX_INVITATIONS)]
    journey.edit_activity(row, invitations=many, alternatives=many)

    for change in (
        lambda: journey.keep_alternative(row, "One more?"),
        lambda: journey.say(row, "One more?", round=limits.MAX_INVITATIONS),
    ):
        with pytest.raises(ValidationError):
            change()

    assert words(row) == (many, many)
    journey.edit_activity(row, invitations=["Ours?"])
    with pytest.raises(ValidationError):
        journey.say(row, "What do you see?")  # “Ours?” would have to be kept


def test_a_row_that_is_gone_says_nothing(journey, row):
    journey.remove(row)

    for change in (
        lambda: journey.say(row, "Why?"),
        lambda: journey.keep_alternative(row, "Why?"),
        lambda: journey.edit_alternative(row, "Or this?", "Why?"),
        lambda: journey.remove_alternative(row, "Or this?"),
    ):
        with pytest.raises(ObjectDoesNotExist):
            change()

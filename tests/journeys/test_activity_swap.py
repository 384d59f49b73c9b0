"""Another structure in the place of a row's own."""

import pytest

from tests import factories
from tests.journeys.ritual import NOT_FOUND, is_board, press, said


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/swap/"


@pytest.fixture
def triz(db):
    return factories.create_structure(name="TRIZ", slug="triz", steps=3, invitation="How could we fail?")


def now(journey, row):
    row = journey.activities.get(pk=row.pk)
    return row.title, row.structure and row.structure.name, row.minutes, row.invitations, row.steps.count()


def test_the_row_runs_the_other_structure(cast, url, journey, row, triz):
    answer = press(cast.ana, url, structure="triz")

    assert (is_board(answer), said(answer)) == (True, "It is TRIZ now. Starts 13:40.")
    assert now(journey, row) == ("TRIZ", "TRIZ", None, ["Why?"], 3)  # their own words stay


def test_a_title_of_their_own_stays_and_the_old_structures_invitation_goes(cast, url, journey, row, triz):
    journey.edit_activity(row, title="Asking why", invitations=[row.structure.invitation], minutes=25)

    press(cast.ana, url, structure="triz")

    assert now(journey, row) == ("Asking why", "TRIZ", None, ["How could we fail?"], 3)


def test_own_words_of_later_rounds_are_kept(cast, url, journey, row, triz):
    said = [row.structure.invitation, "Round two, in my own words"]
    journey.edit_activity(row, invitations=said, alternatives=["Or this?"])

    press(cast.ana, url, structure="triz")

    assert now(journey, row)[3] == ["How could we fail?"]
    assert journey.activities.get(pk=row.pk).alternatives == ["Or this?", "Round two, in my own words"]


def test_without_a_structure_it_keeps_its_minutes(cast, url, journey, row):
    press(cast.ana, url, structure="")

    assert now(journey, row) == ("Nine Whys", None, 10, ["Why?"], 0)


def test_one_undo_brings_it_back(cast, url, journey, triz):
    before = journey.snapshot()
    press(cast.ana, url, structure="triz")

    journey.undo()

    assert journey.snapshot() == before


def test_a_draft_is_not_to_be_had(cast, url, journey):
    factories.create_structure(slug="draft", status="draft")
    before = journey.snapshot()

    answer = press(cast.ana, url, structure="draft")

    assert (answer.status_code, said(answer)) == (422, "That structure is no longer in the catalogue.")
    assert journey.snapshot() == before


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, structure="") == NOT_FOUND

"""One's own steps stay, and the note that the catalogue has changed goes."""

import pytest

from structures.models import Step
from tests.journeys.ritual import is_board, messages, press, said

NOTE = "The catalogue has changed since."


@pytest.fixture
def url(journey, row):
    Step.objects.filter(structure=row.structure).update(minutes_max=9)
    return f"/journeys/{journey.code}/activities/{row.code}/steps/keep/"


def test_the_note_goes_and_the_steps_stay(cast, url, journey, row):
    before = cast.ana.get(journey.get_absolute_url())
    answer = press(cast.ana, url, open=row.code)

    assert (is_board(answer), said(answer)) == (True, "Nine Whys keeps its own steps.")
    assert [step.minutes_max for step in row.steps.all()] == [5, 5]
    assert (before.text.count(NOTE), answer.text.count(NOTE)) == (1, 0)


def test_when_the_catalogue_changes_again_it_is_said_again(cast, url, journey, row):
    press(cast.ana, url)
    Step.objects.filter(structure=row.structure).update(minutes_max=12)

    assert NOTE in cast.ana.get(journey.get_absolute_url()).text


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, row):
    answer = cast.ben.post(url, {"open": row.code}, follow=True)

    assert messages(answer) == ["Nine Whys keeps its own steps."]
    page = f"{journey.get_absolute_url()}?open={row.code}#activity-{row.code}"
    assert answer.redirect_chain == [(page, 302)]


def test_a_row_that_runs_no_structure_stays_as_it_is(cast, url, row, parked):
    answer = press(cast.ana, url.replace(row.code, parked.code))

    assert (answer.status_code, said(answer)) == (422, "This activity runs no structure of the catalogue.")


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row):
    journey.remove(row)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")

"""An earlier state, brought back."""

import pytest

from structures.models import Structure
from tests.journeys.lists import fresh, history
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def url(journey):
    """Of the state before anything else is done."""
    return f"/journeys/{journey.code}/history/{journey.revision}/restore/"


def test_the_journey_is_as_it_was_and_undo_takes_that_back(cast, url, journey, row):
    before = journey.snapshot()
    journey.remove(row)
    journey.edit({"title": "Home by noon"})
    present = journey.snapshot()

    answer = cast.ben.post(url, follow=True)

    restored = fresh(journey)
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]
    assert restored.snapshot() == before
    assert messages(answer) == [f"{restored.newest.what}. Undo takes it back."]
    assert (restored.newest.what.startswith("Restored the state of "), restored.newest.who) == (
        True,
        cast.ben.user,
    )
    press(cast.ana, f"/journeys/{journey.code}/undo/")
    assert fresh(journey).snapshot() == present


def test_htmx_gets_the_board(cast, url, journey):
    journey.edit({"title": "Home by noon"})

    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == f"{fresh(journey).newest.what}. Undo takes it back."


def test_how_it_is_now_needs_no_restoring(cast, url, journey):
    before = fresh(journey).revision

    answer = cast.ana.post(url, follow=True)

    assert messages(answer) == ["The journey is like that already."]
    assert fresh(journey).revision == before


def test_a_structure_that_left_the_catalogue_stays_away(cast, url, journey, row):
    journey.remove(row)
    Structure.objects.all().delete()

    answer = cast.ana.post(url, follow=True)

    assert answer.status_code == 200
    back = journey.activities.get(code=row.code)
    assert (back.title, back.structure, back.steps.count()) == ("Nine Whys", None, 2)


@pytest.mark.parametrize("number", ["0", "7", "9" * 30])
def test_a_change_that_there_is_not(cast, journey, number):
    before = history(journey)

    answer = cast.ana.post(f"/journeys/{journey.code}/history/{number}/restore/")

    assert (answer.status_code, history(journey)) == (404, before)


def test_others_find_nothing(turned_away, url, journey):
    journey.edit({"title": "Improving discharge more"})

    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405

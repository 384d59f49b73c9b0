"""The change undone last, done again."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/redo/"


def test_what_was_undone_is_done_again(cast, url, journey, row):
    journey.remove(row)
    journey.undo()

    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer)) == (200, True)
    assert said(answer) == "Done again: Removed Nine Whys"
    assert journey.activities.filter(code=row.code).exists() is False


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    journey.edit({"title": "Something else"})
    journey.undo()

    answer = cast.ben.post(url, follow=True)

    assert messages(answer) == ["Done again: Edited the journey"]
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


def test_after_a_new_change_there_is_nothing_to_redo(cast, url, journey):
    journey.undo()
    journey.edit({"who": "Nurses"})

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (200, "There is nothing to redo.")
    assert 'id="redo" disabled' in answer.text


def test_others_find_nothing(turned_away, url, journey):
    journey.edit({"title": "Improving discharge more"})
    journey.undo()
    journey.refresh_from_db()

    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405

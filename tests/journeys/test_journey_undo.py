"""One change back."""

import pytest

from tests.cast import signed_in
from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said


@pytest.fixture
def url(journey):
    return f"/journeys/{journey.code}/undo/"


def test_the_last_change_is_taken_back(cast, url, journey, row, morning):
    journey.remove(row)

    answer = press(cast.ana, url)

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Undone: Removed Nine Whys")
    back = morning.activities.get(code=row.code)
    assert (back.position, back.question.text, back.steps.count()) == (1, "Why does it matter?", 2)


def test_what_was_done_on_one_device_is_taken_back_on_another(cast, url, journey, morning, row):
    phone = signed_in(journey.owner)
    press(cast.ana, f"/journeys/{journey.code}/activities/{row.code}/edit/", minutes="40")
    press(cast.ben, f"/journeys/{journey.code}/activities/{row.code}/edit/", lead="Ben")

    answers = [press(browser, url) for browser in (phone, cast.ben)]

    assert [said(answer) for answer in answers] == ["Undone: Edited Nine Whys", "Undone: Edited Nine Whys"]
    back = journey.activities.get(code=row.code)
    assert (back.minutes, back.lead) == (None, "")
    assert said(press(cast.ana, f"/journeys/{journey.code}/redo/")) == "Done again: Edited Nine Whys"


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    journey.edit({"title": "Something else"})

    answer = cast.ben.post(url, follow=True)

    assert messages(answer) == ["Undone: Edited the journey"]
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


def test_before_the_first_change_there_is_nothing_to_undo(cast, url, journey):
    for _change in range(journey.revision):
        answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (200, "There is nothing to undo.")
    assert 'id="undo" disabled' in answer.text


def test_others_find_nothing(turned_away, url, journey):
    journey.edit({"title": "Improving discharge more"})

    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405

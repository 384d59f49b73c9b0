"""A question taken out; what answered it stays."""

import pytest

from tests.journeys.ritual import NOT_FOUND, is_board, messages, press, said

GONE = "Removed the question. Its activities stay on the agenda."


@pytest.fixture
def url(journey, question):
    return f"/journeys/{journey.code}/questions/{question.code}/remove/"


def test_its_activities_stay_without_a_question(cast, url, journey, row):
    answer = press(cast.ana, url)

    row.refresh_from_db()
    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, GONE)
    assert [(left.position, left.text) for left in journey.questions.all()] == [(0, "Where do we start?")]
    assert (row.question, row.position) == (None, 1)


def test_without_htmx_it_leads_back_to_the_page(cast, url, journey):
    answer = cast.ben.post(url, follow=True)

    assert (messages(answer), journey.questions.count()) == ([GONE], 1)
    assert answer.redirect_chain == [(journey.get_absolute_url(), 302)]


def test_a_question_that_is_gone_leaves_the_board_as_it_is(cast, url, journey):
    press(cast.ben, url)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That question is no longer in this journey.")
    assert journey.questions.count() == 1


def test_others_find_nothing(turned_away, url):
    assert turned_away(url) == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405

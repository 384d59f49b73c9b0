"""A step less, until undo brings it back."""

import pytest

from tests.journeys.ritual import is_board, messages, press, said


@pytest.fixture
def step(row):
    return row.steps.first()


@pytest.fixture
def url(journey, row, step):
    return f"/journeys/{journey.code}/activities/{row.code}/steps/{step.pk}/remove/"


def titles(journey):
    return [step.title for step in journey.activities.get(title="Nine Whys").steps.all()]


def test_it_is_gone_and_comes_back(cast, url, journey):
    answer = press(cast.ana, url)
    left = titles(journey)
    press(cast.ana, f"/journeys/{journey.code}/undo/")

    assert (is_board(answer), said(answer)) == (True, "Removed the step Step 1. Undo brings it back.")
    assert (left, titles(journey)) == (["Step 2"], ["Step 1", "Step 2"])


def test_without_htmx_it_leads_back_to_the_row(cast, url, journey, row):
    answer = cast.ben.post(url, {"open": row.code}, follow=True)

    assert messages(answer) == ["Removed the step Step 1. Undo brings it back."]
    page = f"{journey.get_absolute_url()}?open={row.code}#activity-{row.code}"
    assert answer.redirect_chain == [(page, 302)]


def test_a_second_time_there_is_nothing_to_remove(cast, url, journey):
    press(cast.ana, url)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That step is no longer in this activity.")
    assert titles(journey) == ["Step 2"]

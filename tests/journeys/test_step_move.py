"""A step goes up or down, or to a place."""

import pytest

from tests.journeys.ritual import is_board, messages, press, said


@pytest.fixture
def step(row):
    return row.steps.first()


@pytest.fixture
def url(journey, row, step):
    return f"/journeys/{journey.code}/activities/{row.code}/steps/{step.pk}/move/"


def titles(row):
    return [step.title for step in row.steps.all()]


@pytest.mark.parametrize(
    ("wish", "order"),
    [
        ({"direction": "down"}, ["Step 2", "Step 1"]),
        ({"direction": "up"}, ["Step 1", "Step 2"]),
        ({"to": "1"}, ["Step 2", "Step 1"]),
        ({"to": "99"}, ["Step 2", "Step 1"]),
    ],
)
def test_it_goes_there(cast, url, row, wish, order):
    answer = press(cast.ana, url, **wish)

    place = order.index("Step 1") + 1
    assert (is_board(answer), titles(row)) == (True, order)
    assert said(answer) == f"Step 1 is step {place} now."


def test_pressed_twice_in_a_row_it_is_still_the_same_step(cast, url, journey, row):
    journey.add_step(row)

    press(cast.ana, url, direction="down")
    press(cast.ana, url, direction="down")

    assert titles(row) == ["Step 2", "New step", "Step 1"]


def test_without_htmx_it_leads_back_to_the_step(cast, url, journey, row, step):
    answer = cast.ben.post(url, {"direction": "down", "open": row.code}, follow=True)

    assert messages(answer) == ["Step 1 is step 2 now."]
    page = f"{journey.get_absolute_url()}?open={row.code}#step-{step.pk}"
    assert answer.redirect_chain == [(page, 302)]


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        ({}, "Say where it should go: up, down, or to which place."),
        ({"to": "soon"}, "Type the place in figures, like 3."),
    ],
)
def test_what_cannot_be_moves_nothing(cast, url, row, wish, reason):
    answer = press(cast.ana, url, **wish)

    assert (answer.status_code, said(answer)) == (422, reason)
    assert titles(row) == ["Step 1", "Step 2"]


def test_a_step_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row, step):
    journey.remove_step(step)

    answer = press(cast.ana, url, direction="down")

    assert (answer.status_code, said(answer)) == (409, "That step is no longer in this activity.")
    assert titles(row) == ["Step 2"]

"""Another step: at the end, below one, or like one."""

import pytest

from sessions.domain import limits
from tests.journeys.ritual import is_board, messages, press, said


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/steps/add/"


def titles(row):
    return [step.title for step in row.steps.all()]


def test_it_comes_last_and_waits_for_its_name(cast, url, row):
    answer = press(cast.ana, url, open=row.code)

    new = row.steps.get(title="New step")
    assert (is_board(answer), said(answer)) == (True, "Added a step to Nine Whys.")
    assert titles(row) == ["Step 1", "Step 2", "New step"]
    assert f'data-fresh="step-{new.pk}"' in answer.text
    assert f'id="title-step-{new.pk}"' in answer.text


def test_it_comes_below_another_and_may_be_like_it(cast, url, row):
    first = row.steps.first()

    press(cast.ana, url, below=first.pk)
    press(cast.ana, url, below=first.pk, like=first.pk)

    assert titles(row) == ["Step 1", "Step 1", "New step", "Step 2"]


def test_a_row_without_a_structure_gets_parts(cast, journey, parked):
    press(cast.ana, f"/journeys/{journey.code}/activities/{parked.code}/steps/add/")

    assert titles(parked) == ["New step"]


def test_without_htmx_it_leads_to_the_new_step(cast, url, journey, row):
    answer = cast.ben.post(url, {"open": row.code}, follow=True)

    new = row.steps.get(title="New step")
    assert messages(answer) == ["Added a step to Nine Whys."]
    page = f"{journey.get_absolute_url()}?open={row.code}#step-{new.pk}"
    assert answer.redirect_chain == [(page, 302)]
    assert f'id="step-{new.pk}"' in answer.text


def test_a_row_whose_tracks_hold_something_has_no_steps_of_its_own(cast, journey, morning):
    rooms = journey.add_parallel(session=morning)
    empty = cast.ana.get(journey.get_absolute_url(), {"open": rooms.code}).text
    journey.add_activity(session=None, track=(rooms, 0), title="A talk", minutes=10)
    filled = cast.ana.get(journey.get_absolute_url(), {"open": rooms.code}).text

    assert [f'id="step-add-{rooms.code}"' in page for page in (empty, filled)] == [True, False]


@pytest.mark.parametrize("place", ["0", "soon", "9" * 30])
def test_below_a_step_that_is_gone_there_is_nothing(cast, url, row, place):
    answer = press(cast.ana, url, below=place)

    assert (answer.status_code, said(answer)) == (409, "That step is no longer in this activity.")
    assert titles(row) == ["Step 1", "Step 2"]


def test_the_steps_of_another_row_are_not_below_nor_like_these(cast, url, journey, row, parked):
    other = journey.add_step(parked)

    for wish in ({"below": other.pk}, {"like": other.pk}):
        assert press(cast.ana, url, **wish).status_code == 409
    assert titles(row) == ["Step 1", "Step 2"]


def test_a_full_activity_says_so(cast, url, row, monkeypatch):
    monkeypatch.setattr(limits, "MAX_STEPS", 2)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (422, "An activity holds at most 2 steps.")
    assert titles(row) == ["Step 1", "Step 2"]

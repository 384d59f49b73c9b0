"""The catalogue's steps again, and what they would change."""

import re
from html import unescape

import pytest

from structures.models import Step
from tests.journeys.ritual import is_board, messages, press, said, typed


@pytest.fixture
def url(journey, row):
    return f"/journeys/{journey.code}/activities/{row.code}/steps/reset/"


@pytest.fixture
def curated(journey, row):
    """The convenor has a step of nine minutes; then a curator changes the other one, and adds a third."""
    journey.edit_step(row.steps.first(), title="Mine", minutes=9)
    Step.objects.filter(structure=row.structure, title="Step 2").update(minutes=6, minutes_max=8)
    Step.objects.create(
        structure=row.structure, position=9, title="Debrief", minutes_min=4, minutes=4, minutes_max=4
    )
    return journey


def lines(journey):
    return [(one.title, one.minutes) for one in journey.activities.get(title="Nine Whys").steps.all()]


def difference(answer):
    """What the page says that the catalogue would change, line by line."""
    told = re.search(r'<div class="changed-since">(.*?)<form', answer.text, re.S)
    found = re.findall(r"<li>(.*?)</li>", told[1], re.S) if told else []
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


def test_the_steps_and_minutes_are_the_catalogues_and_undo_brings_ones_own_back(cast, url, curated, row):
    curated.edit_activity(row, minutes=30)
    answer = press(cast.ana, url, open=row.code)
    now = lines(curated)
    press(cast.ana, f"/journeys/{curated.code}/undo/")

    assert (is_board(answer), said(answer)) == (
        True,
        "Nine Whys has the catalogue's steps again. Undo brings yours back.",
    )
    assert typed(answer, f"minutes-{row.code}") == "15"
    assert now == [("Step 1", 5), ("Step 2", 6), ("Debrief", 4)]
    assert lines(curated) == [("Mine", 9), ("Step 2", 5)]
    assert curated.activities.get(title="Nine Whys").minutes == 30


def test_the_page_says_what_the_catalogue_would_change(cast, url, curated, row):
    page = cast.ana.get(curated.get_absolute_url(), {"open": row.code})

    assert difference(page) == [
        "Step 2 minutes 5 → 6 longest 5 → 8",
        "Mine taken out, 9 min",
        "Step 1 new, 5 min",
        "Debrief new, 4 min",
    ]
    assert difference(press(cast.ana, url, open=row.code)) == []


def test_while_the_catalogue_is_as_it_was_ones_own_steps_are_nobodys_business(cast, journey, row):
    journey.edit_step(row.steps.first(), title="Mine", minutes=9)

    page = cast.ana.get(journey.get_absolute_url(), {"open": row.code})

    assert (difference(page), "The catalogue has changed" in page.text) == ([], False)


def test_who_made_the_same_change_is_told_nothing(cast, journey, row):
    journey.edit_step(row.steps.last(), minutes=6)
    Step.objects.filter(structure=row.structure, title="Step 2").update(minutes=6, minutes_max=6)

    page = cast.ana.get(journey.get_absolute_url(), {"open": row.code})

    assert (difference(page), "The catalogue has changed" in page.text) == ([], False)


def test_without_htmx_it_leads_back_to_the_row(cast, url, curated, row):
    answer = cast.ben.post(url, {"open": row.code}, follow=True)

    assert messages(answer) == ["Nine Whys has the catalogue's steps again. Undo brings yours back."]
    page = f"{curated.get_absolute_url()}?open={row.code}#activity-{row.code}"
    assert answer.redirect_chain == [(page, 302)]


def test_a_row_that_runs_no_structure_stays_as_it_is(cast, url, row, parked):
    answer = press(cast.ana, url.replace(row.code, parked.code))

    assert (answer.status_code, said(answer)) == (422, "This activity runs no structure of the catalogue.")


def test_an_activity_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, row):
    journey.remove(row)

    answer = press(cast.ana, url)

    assert (answer.status_code, said(answer)) == (409, "That activity is no longer in this journey.")

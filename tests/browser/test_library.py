"""Starting a journey and throwing one away, as a browser does it."""

import re

import pytest
from playwright.sync_api import expect

from sessions.models import Journey
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
BUILDER = re.compile(r"/journeys/[2-9a-z]{10}/$")


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "timezone_id": "Europe/Berlin"}


@pytest.fixture
def structure(live_server):
    """A structure that fits the second of three questions."""
    structure = factories.create_structure(slug="triz", name="TRIZ", steps=2)
    questions = [factories.create_question() for _ in range(3)]
    factories.create_fit(question=questions[1], structure=structure, strength="named")
    return structure


def test_the_browser_knows_its_time_zone(page, structure):
    page.goto("/journeys/new/")
    page.get_by_role("button", name="Start planning").click()
    page.wait_for_url(BUILDER)

    assert Journey.objects.get().sessions.get().timezone == "Europe/Berlin"


def test_a_time_zone_typed_by_hand_stays_when_the_form_comes_back(page, structure):
    page.goto("/journeys/new/")
    page.locator("#start summary").click()
    page.get_by_label("Time zone").fill("Mars")
    page.get_by_role("button", name="Start planning").click()

    expect(page.get_by_text("is no time zone")).to_be_visible()
    expect(page.get_by_label("Time zone")).to_have_value("Mars")


def test_a_way_to_start_shows_its_own_fields_only(page, structure):
    page.goto("/journeys/new/")
    own, some = page.get_by_label("Your question"), page.get_by_role("group", name="Which questions?")
    shown = {}
    for way in ("All the convening questions", "Some of them", "A question in our own words", "A blank page"):
        page.get_by_label(way).check()
        shown[way] = (some.is_visible(), own.is_visible())

    assert shown == {
        "All the convening questions": (False, False),
        "Some of them": (True, False),
        "A question in our own words": (False, True),
        "A blank page": (False, False),
    }


def test_two_quick_clicks_start_one_journey(page, structure):
    page.goto("/journeys/new/")
    page.get_by_role("button", name="Start planning").dblclick()
    page.wait_for_url(BUILDER)

    assert Journey.objects.count() == 1


def test_what_was_thrown_away_comes_back_with_one_press(page, structure):
    page.goto("/journeys/new/")
    page.get_by_label("What is it for?").fill("Calmer wards")
    page.get_by_role("button", name="Start planning").click()
    page.wait_for_url(BUILDER)
    page.goto("/journeys/")
    page.get_by_role("button", name="Delete Calmer wards").click()
    expect(page.get_by_text("No journeys yet")).to_be_visible()

    page.get_by_role("button", name="Bring it back").click()

    expect(page.get_by_role("link", name="Calmer wards")).to_be_visible()
    expect(page.get_by_text("“Calmer wards” is back.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_pages_read_well_for_everybody(page, structure, axe, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/journeys/",
        "/journeys/new/?structure=triz",
        "/journeys/add/?structure=triz",
        "/journeys/",
    ):
        page.goto(address)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if page.url.endswith("/new/?structure=triz"):
            page.get_by_label("People").fill("0")
            page.get_by_label("Time", exact=True).fill("soon")
            page.get_by_role("button", name="Start planning").click()
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") == width
            page.get_by_label("People").fill("18")
            page.get_by_label("Time", exact=True).fill("90")
            page.get_by_role("button", name="Start planning").click()
            page.wait_for_url(BUILDER)

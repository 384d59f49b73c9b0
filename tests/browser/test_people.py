"""Ana lets Ben in by a link, and out again."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.conftest import watched
from tests.journey_factories import create_journey, create_session

PASSWORD = "correct horse battery"


@pytest.fixture
def journey(live_server):
    """Ana's, beside another of hers; Ben has an account and nothing else."""
    ana = factories.create_user(email="ana@example.org", name="Ana Bell")
    factories.create_user(email="ben@example.org", name="Ben Okafor", password=PASSWORD)
    create_journey(owner=ana, title="Ana's other plan")
    journey = create_journey(owner=ana, title="Improving discharge")
    create_session(journey=journey)
    return journey


@pytest.fixture
def ana(page, sign_in, journey):
    """Her browser, on the page of people."""
    sign_in(journey.owner)
    page.goto(f"{journey.get_absolute_url()}people/")
    return page


@pytest.fixture
def ben(browser, browser_context_args):
    """A browser of his own, on a phone."""
    context = browser.new_context(**browser_context_args, viewport={"width": 375, "height": 740})
    page = context.new_page()
    complaints = watched(page)
    yield page
    context.close()
    assert complaints == []


def test_ben_joins_by_a_link_and_is_removed(ana, ben, journey, axe):
    ana.get_by_role("button", name="Make a link").click()
    link = ana.get_by_label("Link").input_value()
    axe(ana)

    ben.goto(link)
    expect(ben.get_by_role("heading", level=1)).to_have_text(
        "Ana Bell invites you to plan Improving discharge together"
    )
    axe(ben)
    ben.get_by_role("main").get_by_role("link", name="Sign in").click()
    ben.get_by_label("Email").fill("ben@example.org")
    ben.get_by_label("Password").fill(PASSWORD)
    ben.get_by_role("main").get_by_role("button", name="Sign in").click()
    ben.get_by_role("button", name="Plan along").click()

    expect(ben).to_have_url(journey.get_absolute_url())
    expect(ben.locator("#messages")).to_contain_text("You plan “Improving discharge” together with Ana Bell")
    ben.goto("/journeys/")
    expect(ben.locator(".entry h2")).to_have_text(["Improving discharge"])
    ben.get_by_role("link", name="planned with Ana Bell").click()
    expect(ben.locator(".planner .title")).to_have_text(["Ana Bell", "Ben Okafor (you)"])
    assert ben.evaluate("document.documentElement.scrollWidth") == 375

    ana.reload()
    ana.locator("summary", has_text="Remove").click()
    ana.get_by_role("button", name="Remove Ben Okafor").click()
    expect(ana.locator(".planner .title")).to_have_text(["Ana Bell (you)"])
    expect(ana.get_by_role("button", name="Make a link")).to_be_visible()

    assert ben.goto(journey.get_absolute_url()).status == 404
    assert ben.goto(link).status == 410
    ben.goto("/journeys/")
    expect(ben.locator(".entry")).to_have_count(0)


def test_a_mistake_is_said_at_the_address_and_the_focus_is_there(ana, axe):
    box = ana.get_by_label("E-mail address")
    box.fill("ben at example.org")
    box.press("Enter")

    expect(box).to_be_focused()
    expect(box).to_have_value("ben at example.org")
    expect(box).to_have_accessible_description(
        "The invitation in the mail works once, for 14 days. "
        "That is no e-mail address. Type it like name@example.org."
    )
    axe(ana)


def test_the_link_is_copied_by_a_button(ana):
    ana.get_by_role("button", name="Make a link").click()
    ana.context.grant_permissions(["clipboard-read", "clipboard-write"])

    ana.get_by_role("button", name="Copy").click()

    expect(ana.locator("[data-said-by=address-link]")).to_have_text("Copied.")
    assert ana.evaluate("navigator.clipboard.readText()") == ana.get_by_label("Link").input_value()

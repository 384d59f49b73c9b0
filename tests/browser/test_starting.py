"""Starting from what there is already: a published string, or the string of one's own journey in new words."""

import re

import pytest
from playwright.sync_api import expect

from sessions.models import Journey
from tests.browser.builder import field, row
from tests.browser.test_library import BUILDER

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = re.compile(r"/words/$")


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "timezone_id": "Europe/Berlin"}


@pytest.mark.usefixtures("catalogue")
def test_a_guest_starts_from_a_published_string(page):
    page.goto("/journeys/new/")
    page.get_by_role("link", name="a string that practitioners published").click()
    page.get_by_role("button", name="Start from this A more innovative culture").dblclick()
    page.wait_for_url(BUILDER)

    expect(row(page, "Making room: TRIZ").locator("[name=invitation]")).to_have_value(
        "What can you do to make quite sure that your people sit out every change there is?"
    )
    expect(page.locator(".session .row")).to_have_count(6)
    assert Journey.objects.get().sessions.get().timezone == "Europe/Berlin"
    page.get_by_role("link", name="write the invitations").click()
    expect(page.get_by_role("heading", name="The words")).to_be_visible()


def test_the_same_string_is_put_into_new_words(builder):
    page = builder
    page.goto("/journeys/")
    page.get_by_role("button", name="Same string, new invitations Improving discharge").click()
    page.wait_for_url(WORDS)
    page.get_by_label("Title").fill("Calmer nights")
    page.get_by_label("Question 1").fill("Why do nights matter?")
    whys = page.get_by_label("Invitation for 9 Whys")
    expect(whys).to_have_value("")
    page.get_by_role("button", name="Use this for 9 Whys").click()
    expect(whys).to_have_value("What do you say?")  # the fit’s words
    whys.fill("What do you see at night?")
    page.get_by_role("button", name="Save the words").last.click()
    page.wait_for_url(BUILDER)

    expect(page.locator("h1 [name=title]")).to_have_value("Calmer nights")
    expect(field(row(page, "9 Whys"), "invitation")).to_have_value("What do you see at night?")
    expect(field(row(page, "TRIZ"), "invitation")).to_have_value("")
    copy = Journey.objects.get(title="Calmer nights")
    assert [revision.what for revision in copy.revisions.order_by("number")] == [
        "The string of Improving discharge",
        "Wrote the words",
    ]


def test_without_a_script_an_example_is_put_into_its_field_as_well(plan, builder, browser, live_server):
    plan.journey.activities.update(invitations=[])
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, storage_state=builder.context.storage_state()
    )
    page = context.new_page()
    page.goto(f"{plan.address}words/")
    page.get_by_label("Purpose").fill("Calmer nights")
    page.get_by_role("button", name="Use this for TRIZ").click()

    triz = page.get_by_label("Invitation for TRIZ")
    expect(triz).to_have_value(re.compile("."))
    expect(triz).to_be_focused()
    expect(page.get_by_label("Purpose")).to_have_value("Calmer nights")
    said = triz.input_value()
    page.get_by_label("Title").press("Enter")  # the first button saves
    expect(page).to_have_url(BUILDER)
    context.close()
    plan.journey.refresh_from_db()
    triz = plan.journey.activities.get(title="TRIZ")
    assert (triz.invitations, plan.journey.purpose) == ([said], "Calmer nights")

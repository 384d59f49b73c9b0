"""The words for one activity: chosen by the keyboard, kept, copied, undone; on a phone and without scripts as well."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import row, unfold, write

pytestmark = pytest.mark.django_db(transaction=True)
DESK = re.compile(r"/invitation/")


@pytest.fixture
def desk(builder, plan):
    """The desk of 9 Whys, reached from its open row."""
    whys = row(builder, "9 Whys")
    unfold(whys)
    whys.locator(".phrasing").get_by_role("link", name="Other words").click()
    builder.wait_for_url(DESK)
    return builder


def said(page):
    return page.get_by_role("textbox", name="What you say")


def slips(page):
    """One's own that are kept."""
    return page.get_by_label("Your own words").evaluate_all("all => all.map(one => one.value)")


def words(plan):
    whys = plan.journey.activities.get(title="9 Whys")
    return whys.invitations, whys.alternatives


def test_words_are_kept_chosen_by_the_keyboard_and_given_back(desk, plan):
    page = desk
    expect(said(page)).to_have_value("9 Whys: what do you see?")
    new = page.get_by_label("Another wording")
    new.fill("What is it all for?")
    page.get_by_role("button", name="Keep this as well").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("Saved.")
    assert slips(page) == ["What is it all for?"]

    page.get_by_role("button", name="Say this What is it all for?").focus()
    page.keyboard.press("Space")
    expect(said(page)).to_have_value("What is it all for?")
    expect(page.locator(".slip.chosen .inv")).to_have_text("What is it all for?")
    assert words(plan) == (["What is it all for?"], [])

    page.get_by_role("button", name="Say this What do you say?").press("Enter")
    expect(said(page)).to_have_value("What do you say?")
    assert words(plan) == (["What do you say?"], ["What is it all for?"])
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#messages")).to_contain_text("Undone: Chose words for 9 Whys")
    expect(said(page)).to_have_value("What is it all for?")

    page.get_by_role("link", name=plan.journey.title).click()
    page.wait_for_url(re.compile(r"#activity-\w+$"))
    expect(row(page, "9 Whys").locator("[name=invitation]").first).to_have_value("What is it all for?")


def test_a_text_that_is_typed_into_offers_to_be_saved(desk, plan):
    page = desk
    save = page.locator(".speaking").get_by_role("button", name="Save")
    expect(save).to_be_hidden()
    said(page).fill("Do you agree?")
    save.click()

    expect(page.locator(".margin")).to_contain_text("Yes or no would answer it.")
    expect(save).to_be_hidden()
    assert words(plan) == (["Do you agree?"], [])


def test_leaving_with_words_that_are_not_saved_is_asked_about(desk):
    page = desk
    said(page).press_sequentially("And why?")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Structures").first.click()
    page.wait_for_url("**/structures/")

    assert asked == ["beforeunload"]


def test_the_text_for_the_chat_is_copied(desk, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk
    page.get_by_role("button", name="Copy").click()

    expect(page.locator("[data-said-by=chat]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "9 Whys\n\n9 Whys: what do you see?\n\nAll together, 20 minutes."
    )


def test_a_later_round_on_a_phone(desk, plan):
    page = desk
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("link", name="Other words for a later round").click()
    expect(page.get_by_role("heading", name="Round 2")).to_be_visible()
    page.get_by_role("button", name="Say this What do you say?").click()

    expect(said(page)).to_have_value("What do you say?")
    assert words(plan) == (["9 Whys: what do you see?", "What do you say?"], [])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts(builder, plan, browser, live_server):
    whys = plan.rows["9 Whys"]
    context = browser.new_context(
        base_url=live_server.url, java_script_enabled=False, storage_state=builder.context.storage_state()
    )
    page = context.new_page()
    page.goto(f"{plan.address}activities/{whys.code}/invitation/")
    page.get_by_label("Another wording").fill("What is it all for?")
    page.get_by_role("button", name="Say this What do you say?").click()
    expect(said(page)).to_have_value("What do you say?")
    assert slips(page) == ["What is it all for?"]
    said(page).fill("What do you say, really?")
    page.locator(".speaking").get_by_role("button", name="Save").click()

    expect(page.locator("#messages")).to_contain_text("Saved.")
    context.close()
    assert words(plan) == (["What do you say, really?"], ["What is it all for?"])


def test_an_open_row_tells_what_is_noticed_as_soon_as_it_is_saved(builder):
    whys = row(builder, "9 Whys")
    unfold(whys)
    noticed = whys.locator(".phrasing")
    expect(noticed).to_have_text("Not everybody knows “9 Whys”. Other words for 9 Whys")

    write(whys.locator("[name=invitation]").first, "Do you agree?")

    expect(noticed).to_have_text("Yes or no would answer it. Other words for 9 Whys")

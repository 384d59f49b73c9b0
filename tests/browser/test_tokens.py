"""Making a token, copying its key, and revoking it, as a person does."""

import re

import pytest
from playwright.sync_api import expect

from convening.models import Token
from tests import factories

SCROLLED = """async (box) => {
    for (let frame = 0; frame < 100 && !box.scrollLeft; frame++) await new Promise(requestAnimationFrame);
    return box.scrollLeft;
}"""


@pytest.fixture
def ana(sign_in):
    person = factories.create_user(email="ana@example.org")
    sign_in(person)
    return person


def make(page, name="laptop script"):
    page.goto("/accounts/tokens/")
    page.get_by_label("What will use it?").fill(name)
    page.get_by_role("button", name="Make a token").click()
    return page.get_by_role("textbox", name="Key")


def ask(page, key):
    """What the API answers to a script that sends the key."""
    headers = {"Authorization": f"Bearer {key}"}
    return page.request.get("/api/v1/questions", headers=headers).status


def test_a_token_is_made_copied_used_and_revoked(page, ana):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = make(page)
    expect(page).to_have_title("Your new token · Convening")

    page.get_by_role("button", name="Copy").click()
    expect(page.locator("[data-said-by=fresh-key]")).to_have_text("Copied.")
    key = page.evaluate("navigator.clipboard.readText()")
    assert (key, Token.objects.of_key(key)) == (field.input_value(), ana.tokens.get())
    assert ask(page, key) == 200

    page.reload()
    expect(page.get_by_text("last used just now")).to_be_visible()
    page.locator("summary", has_text="Revoke").click()
    page.get_by_role("button", name="Revoke “laptop script”").click()
    expect(page.get_by_text("“laptop script” is revoked.")).to_be_visible()
    expect(page.get_by_text("You have no tokens yet.")).to_be_visible()
    assert ask(page, key) == 401


@pytest.mark.usefixtures("ana")
def test_the_way_back_does_not_lead_to_the_key(page):
    field = make(page)
    key = field.input_value()
    page.get_by_role("link", name="How the API works").click()
    expect(page).to_have_title("The API · Convening")

    page.go_back()

    expect(page.get_by_role("heading", name="Your tokens")).to_be_visible()
    expect(field).to_have_count(0)
    assert key not in page.content()


def test_pressed_twice_it_is_one_token_and_the_key_that_is_shown_works(page, ana):
    page.goto("/accounts/tokens/")
    page.get_by_label("What will use it?").fill("laptop script")
    page.get_by_role("button", name="Make a token").dblclick()
    key = page.get_by_role("textbox", name="Key").input_value()

    assert Token.objects.of_key(key) == ana.tokens.get()


def test_a_mistake_stands_at_the_field(page, ana):
    Token.objects.make(ana, "laptop script")
    Token.objects.update(created_at="2026-01-01 12:00+00:00")
    make(page)

    expect(page.get_by_label("What will use it?")).to_have_accessible_description(
        re.compile("You have a token of this name already")
    )
    expect(page.get_by_label("What will use it?")).to_have_value("laptop script")


def test_without_a_script_the_key_is_there_to_be_selected(browser, browser_context_args, client, live_server):
    client.force_login(factories.create_user())
    with browser.new_context(**browser_context_args, java_script_enabled=False) as context:
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context.add_cookies([cookie])
        page = context.new_page()

        expect(make(page)).to_have_value(re.compile(r"^convening_[\w-]{32}$"))
        expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_a_line_of_the_api_page_is_copied(page, live_server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/api/v1/")

    page.get_by_role("button", name="Copy: With a token").click()

    expect(page.locator("[data-said-by=try-own]")).to_have_text("Copied.")
    assert f"curl '{live_server.url}/api/v1/journeys'" in page.evaluate("navigator.clipboard.readText()")


def test_code_scrolls_in_its_own_box_and_is_reached_by_the_keyboard(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/api/v1/")
    box = page.get_by_role("group", name="Without a token")

    box.focus()
    page.keyboard.press("ArrowRight")

    assert box.evaluate(SCROLLED) > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360

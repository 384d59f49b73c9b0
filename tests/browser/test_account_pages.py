"""The pages of an account in a browser: readable by everybody, in light and dark, on a phone."""

import pytest
from playwright.sync_api import expect

from tests import factories

FOR_NOBODY = [
    "login/",
    "signup/",
    "login/code/",
    "password/reset/",
    "password/reset/done/",
    "confirm-email/x/",
]
FOR_SOMEBODY = ["email/", "password/change/", "logout/", "reauthenticate/", "tokens/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(page, axe, sign_in, scheme):
    page.emulate_media(color_scheme=scheme)
    for address in FOR_NOBODY:
        page.goto(f"/accounts/{address}")
        axe(page)
    sign_in(factories.create_user())
    for address in FOR_SOMEBODY:
        page.goto(f"/accounts/{address}")
        axe(page)


def test_nothing_scrolls_sideways_on_a_phone(page, sign_in):
    page.set_viewport_size({"width": 360, "height": 740})
    for address in FOR_NOBODY:
        page.goto(f"/accounts/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
    sign_in(factories.create_user(email=f"{'long' * 12}@{'name' * 12}.example.org"))
    for address in FOR_SOMEBODY:
        page.goto(f"/accounts/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address


def test_mistakes_at_sign_up_are_tied_to_their_fields(page, axe):
    factories.create_user(email="taken@example.org")
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("taken@example.org")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Sign up").click()

    taken = "There is already an account with this e-mail address. Sign in instead."
    expect(page.get_by_label("Email")).to_have_accessible_description(taken)
    expect(page.get_by_label("Email")).to_have_value("taken@example.org")
    axe(page)


def test_a_person_signs_up_out_and_in_again(page):
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("ada@example.org")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("ada@example.org")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()

    expect(page.get_by_text("Welcome, Ada. You are signed in.")).to_be_visible()

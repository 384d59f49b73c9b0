"""The catalogue in a real browser: filters that act at once, both colour schemes, a narrow phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import (
    create_fit,
    create_material,
    create_question,
    create_repeat,
    create_step,
    create_structure,
)

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = [
    "/",
    "/structures/",
    "/structures/?q=quiet&people=soon&minutes=1",
    "/structures/tea/?people=23&mode=online",
    "/questions/",
    "/questions/needs/",
]


@pytest.fixture(autouse=True)
def catalogue():
    needs = create_question(slug="needs", text="What do we need from each other?", wordings=["Who helps?"])
    words = {"use_when": ["quiet people never get heard"], "tips": ["Wait."], "safety": "Anyone may pass."}
    tea = create_structure(slug="tea", name="Tea", purposes=["help"], people_max=12, **words)
    create_repeat(structure=tea)
    create_step(structure=tea, minutes=10, minutes_min=5, grouping="pairs", repeat="A")
    create_step(structure=tea, minutes=5, optional=True)
    create_material(structure=tea, per="person")
    create_fit(question=needs, structure=tea, strength="named")
    create_structure(name="Bread", slug="bread", steps=1, purposes=["plan"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_pages_are_accessible(page, axe, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    axe(page)


@pytest.mark.parametrize("path", PATHS)
def test_a_narrow_phone_never_scrolls_sideways(page, path):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_filter_acts_as_soon_as_it_changes_and_keeps_the_focus(page):
    page.goto("/structures/")
    cards = page.locator(".card-link")
    expect(cards).to_have_text(["Bread", "Tea"])
    page.get_by_label("Purpose").focus()
    page.get_by_label("Purpose").select_option("plan")
    expect(cards).to_have_text(["Bread"])
    expect(page.locator("#found")).to_have_text("1 structure")
    expect(page.get_by_label("Purpose")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/structures/\?purpose=plan$"))
    page.get_by_label("People").fill("soon")
    page.get_by_label("People").press("Tab")
    expect(page.get_by_text("Type the number of people in figures, like 18.")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(cards).to_have_text(["Bread", "Tea"])
    expect(page.get_by_label("Purpose")).to_have_value("")


def test_the_last_of_quick_changes_wins(page):
    page.goto("/structures/")
    for purpose in ["plan", "help", "plan", "help"]:
        page.get_by_label("Purpose").select_option(purpose)
    expect(page.locator(".card-link")).to_have_text(["Tea"])


def test_without_scripts_the_form_has_its_button(browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/structures/")
    page.get_by_label("Purpose").select_option("plan")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".card-link")).to_have_text(["Bread"])
    context.close()


def test_from_the_box_to_a_structure_for_the_own_group(page):
    page.goto("/")
    page.get_by_label("What does your group need to work out?").fill("How do we hear quiet people?")
    page.get_by_role("button", name="Find structures").click()
    expect(page.locator(".whys mark")).to_have_text(["quiet"])
    page.get_by_role("link", name="Tea", exact=True).click()
    page.get_by_label("People").fill("7")
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator("#steps .sits").first).to_have_text("two pairs and a trio")

"""McCandless' storyboard for Seattle, planned by hand in the builder: every press and every field counts."""

import json
import re
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sessions.models import Journey
from sessions.plan import Plan
from tests.browser.builder import day, field, saying

pytestmark = pytest.mark.usefixtures("catalogue")

STORY = json.loads((Path(__file__).parent.parent / "data" / "s054.json").read_bytes())
SESSION = STORY["sessions"][0]
NAMES = {
    "impromptu-networking": "Impromptu Networking",
    "ecocycle-planning": "Ecocycle Planning",
    "triz": "TRIZ",
    "25-10-crowd-sourcing": "25/10 Crowdsourcing",
    "troika-consulting": "Troika Consulting",
    "what-so-what-now-what": "What, So What, Now What?",
}
MOST = 60


class Hands:
    """Whatever a person does is one action: a press, a key, or a field that is typed into and left."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def click(self, target, words=None):
        self.actions += 1
        with self.hearing(words):
            target.click()

    def key(self, key):
        self.actions += 1
        self.page.keyboard.press(key)

    def type(self, box, text, *, words=None):
        self.actions += 1
        with self.hearing(words):
            box.fill(text)
            box.blur()

    def hearing(self, words):
        return saying(self.page, words) if words else nullcontext()


def begin(hands, page):
    page.goto("/journeys/new/")
    hands.type(page.get_by_label("What is it for?"), STORY["purpose"])
    hands.type(page.get_by_label("Time", exact=True), "2h30")
    hands.click(page.get_by_label("A question in our own words"))
    hands.type(page.get_by_label("Your question"), "\n".join(one["text"] for one in STORY["questions"]))
    hands.click(page.locator("#start summary"))
    hands.type(page.get_by_label("Title"), STORY["title"])
    hands.click(page.get_by_role("button", name="Start planning"))
    page.wait_for_url(re.compile(r"/journeys/\w{10}/$"))


def add(hands, page, wanted):
    """One row: its question where the help shows another, its structure by name, then what makes it this group's."""
    number = str(wanted["question"] + 1)
    if page.locator("#help-title .qn").count() and page.locator("#help-title .qn").text_content() != number:
        hands.click(page.locator(".ledger .qn").nth(wanted["question"]))
        expect(page.locator("#help-title .qn")).to_have_text(number)
    structure = wanted["structure"]
    if not page.locator(f"#add-{structure}").is_visible():
        hands.key("/")
        hands.type(page.locator("#q"), NAMES[structure])
    hands.click(page.locator(f"#add-{structure}"), re.compile("^Added"))
    row = page.locator(".row").filter(has=page.locator(f'[name=initial-title][value="{NAMES[structure]}"]'))
    code = row.get_attribute("data-code")
    row = page.locator(f"#activity-{code}")
    hands.type(field(row, "title"), wanted["title"], words="Saved.")
    if field(row, "minutes").input_value() != str(wanted["minutes"]):
        hands.type(field(row, "minutes"), str(wanted["minutes"]), words="Saved.")
    hands.type(field(row, "invitation"), wanted["invitations"][0], words="Saved.")
    if "notes" in wanted:
        hands.click(row.locator("[data-open]"))
        hands.type(field(row, "notes"), wanted["notes"], words="Saved.")
    if page.locator("#searched").input_value():
        hands.type(page.locator("#q"), "")
        expect(page.locator("#searched")).to_have_value("")


def test_seattle_by_hand(page, live_server):
    hands = Hands(page)
    begin(hands, page)
    for wanted in SESSION["activities"]:
        add(hands, page, wanted)
    hands.click(page.locator(".where > summary"))
    hands.type(page.get_by_role("textbox", name="Place", exact=True), SESSION["place"], words="Saved.")
    hands.type(page.get_by_role("textbox", name="Who they are"), STORY["who"], words="Saved.")

    rows = [(one["minutes"], one["title"]) for one in SESSION["activities"]]
    assert [(minutes, title) for _time, minutes, title in day(page)] == rows
    journey = Journey.objects.get()
    (plan,) = Plan.of(journey).sessions
    assert (plan.layout.end, plan.layout.spare) == (150, 0)
    made = journey.snapshot(codes=False)
    assert [one.get("notes") for one in made["sessions"][0]["activities"]] == [
        one.get("notes") for one in SESSION["activities"]
    ]
    assert hands.actions < MOST

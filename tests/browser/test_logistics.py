"""Rooms, tables and lists in the browser: the people changed once, online and back, and a list ticked off."""

import re

import pytest
from playwright.sync_api import expect

from sessions.models import Journey
from tests.browser.builder import field, row, saying, write
from tests.journeys.lists import laid_out
from tests.journeys.test_logistics import ROWS
from tests.journeys.test_twin import REPORTS

NETWORKING = {
    "grouping": "pairs",
    "title": "Round",
    "minutes_min": 5,
    "minutes": 5,
    "minutes_max": 5,
    "repeat": {"key": "R", "unit": "round", "count_min": 3, "count": 3, "count_max": 3},
}
MORNING = [
    *ROWS,
    {"kind": "other", "title": "Rounds", "steps": [NETWORKING]},
    {"kind": "other", "title": "Work", "steps": REPORTS},
]


@pytest.fixture
def morning(plan, builder):
    """The builder with Ideas, coffee, more ideas, three rounds in pairs and report-outs, for 18 people."""
    laid_out(
        plan.journey, people=18, sessions=[{"title": "Morning", "start": "13:30", "activities": MORNING}]
    )
    builder.reload()
    return builder


def asked(page):
    """What each row with steps says of its groups and of the room."""
    rows = page.locator(".session .row:has(.groups)")
    return rows.evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('.groups')].map(p => p.innerText.trim()))"
    )


EIGHTEEN = [
    ["alone → nine pairs → four fours and a pair → everyone", "5 tables · 3 moves"],
    ["alone → nine pairs → four fours and a pair → everyone", "5 tables · 3 moves"],
    ["nine pairs", "2 moves"],
    ["four fours and a pair → everyone", "5 tables · 1 move · 10 min of report-outs"],
]


def test_the_people_are_changed_once_and_every_row_says_its_groups(morning):
    assert asked(morning) == EIGHTEEN

    write(morning.locator(".front [name=people]"), "23")

    assert asked(morning) == [
        ["alone → ten pairs and a trio → five fours and a trio → everyone", "6 tables · 3 moves"],
        ["alone → ten pairs and a trio → five fours and a trio → everyone", "6 tables · 3 moves"],
        ["ten pairs and a trio", "2 moves"],
        ["five fours and a trio → everyone", "6 tables · 1 move · 12 min of report-outs"],
    ]


def test_online_and_back_every_row_says_rooms_then_tables_again(morning, plan):
    before = Journey.objects.get(pk=plan.journey.pk).snapshot()
    morning.locator(".where > summary").click()

    with saying(morning, "Saved."):
        morning.locator(".session-head [name=mode]").select_option("online")

    assert [said[1] for said in asked(morning)] == [
        "9 breakout rooms · 3 moves",
        "9 breakout rooms · 3 moves",
        "9 breakout rooms · 2 moves",
        "5 breakout rooms · 1 move · 10 min of report-outs",
    ]
    row(morning, "Rounds").locator("[data-open]").first.click()
    twin = morning.locator(".twin")
    expect(twin.locator("li")).to_have_count(3)
    expect(twin).to_contain_text("Allow 4 minutes more")

    with saying(morning, "Saved."):
        morning.locator(".session-head [name=mode]").select_option("in_person")

    assert asked(morning) == EIGHTEEN
    expect(twin).to_contain_text("18 chairs, no tables. People move 2 times.")
    assert Journey.objects.get(pk=plan.journey.pk).snapshot() == before


def test_few_rooms_are_said_in_the_session_and_held_against_the_plan(morning):
    morning.locator(".where > summary").click()
    write(field(morning.locator(".session-head"), "rooms"), "3")

    morning.get_by_role("link", name="What to bring, and how to set the room").click()

    expect(morning.locator(".facts .missing")).to_have_text(
        "you have 3: 2 are missing"
    )  # by four fours and the pair that is left over


def ticked(page):
    return page.locator(".tick[aria-pressed=true] .what").all_inner_texts()


@pytest.fixture
def sheet(morning):
    morning.locator(".where > summary").click()
    morning.get_by_role("link", name="What to bring, and how to set the room").click()
    expect(morning.get_by_role("heading", level=1)).to_have_text("Logistics of Morning")
    morning.wait_for_load_state()
    return morning


def test_the_list_is_ticked_off_by_keyboard_alone_and_the_focus_stays(sheet, plan):
    card = sheet.get_by_role("button", name=re.compile("index card$")).first
    card.focus()
    sheet.keyboard.press("Space")
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(card).to_be_focused()
    expect(sheet.locator("#packed")).to_have_text("1 of 3 packed")

    sheet.keyboard.press("Enter")
    expect(card).to_have_attribute("aria-pressed", "false")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")

    expect(sheet.get_by_role("heading", name="The client brings")).to_be_visible()
    (kept,) = plan.journey.sessions.get().packing
    assert kept == {"item": "index card", "by": "client", "packed": False}


def test_two_people_tick_at_once_and_each_sees_both(sheet, plan):
    plan.journey.pack(plan.journey.sessions.get(), "bell", packed=True)

    sheet.get_by_role("button", name=re.compile("index card$")).first.click()

    expect(sheet.locator(".tick[aria-pressed=true]")).to_have_count(2)
    assert ticked(sheet) == ["index card", "bell"]


def test_what_is_on_the_list_no_longer_is_said_in_the_list(sheet, plan):
    idea = plan.journey.activities.filter(title="Ideas").first()
    tick = sheet.get_by_role("button", name=re.compile("bell$")).first
    for one in plan.journey.activities.all():
        plan.journey.edit_activity(one, materials=[{"item": "gong", "quantity": 1}] if one == idea else [])

    tick.click()

    told = "“bell” is not on this list, or no longer. Here is the list as it is now."
    expect(sheet.locator("#packing [role=alert]")).to_have_text(told)
    expect(sheet.locator("#packing .what")).to_have_text(["gong"])


def test_the_text_for_the_chat_is_copied(sheet, plan, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    plan.journey.edit_session(plan.journey.sessions.get(), mode="online")
    sheet.reload()

    sheet.get_by_role("button", name=re.compile("^Copy Ideas")).first.click()

    expect(sheet.locator("[data-said-by=chat-1]")).to_have_text("Copied.")
    assert sheet.evaluate("navigator.clipboard.readText()") == "What next?"


def test_on_paper_the_boxes_stay_and_the_buttons_go(sheet):
    sheet.emulate_media(media="print")

    expect(sheet.locator(".tick").first).to_be_visible()
    assert [button for button in sheet.locator(".whose, [data-print]").all() if button.is_visible()] == []


class TestPlain:
    """Without JavaScript."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_the_list_is_ticked_off(self, sheet, plan):
        sheet.get_by_role("button", name=re.compile("bell$")).first.click()

        expect(sheet).to_have_url(re.compile("/logistics/#packing$"))
        assert ticked(sheet) == ["bell"]
        sheet.get_by_role("button", name="The client’s bell").click()
        assert plan.journey.sessions.get().packing == [{"item": "bell", "by": "client", "packed": True}]

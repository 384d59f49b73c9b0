"""The journey of McCandless' foreword, planned as a convenor would: in a browser, from nothing to a shared agenda."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.builder import day, field, press, row, write

pytestmark = pytest.mark.usefixtures("catalogue")

MORNING = {
    "purpose": ["nine-whys"],
    "simple-rules": ["min-specs"],
    "ourselves": ["generative-relationships-star"],
    "needs": ["what-i-need-from-you"],
}
AFTERNOON = {
    "starting-point": ["triz", "what-so-what-now-what"],
    "possibilities": ["1-2-4-all", "25-10-crowd-sourcing"],
    "acting": ["ecocycle-planning", "panarchy"],
}
PLACES = {slug: place for place, slug in enumerate([*MORNING, *AFTERNOON], start=1)}

# A facilitator can add these up: 20 + 46 + 25 + 60 minutes, lunch at half past twelve, and then from 13:30
# 35 + 33 + 12 + 33, fifteen minutes' break, 90 instead of 95 and 120 instead of 145.
DAY = [
    ("09:00", 20, "9 Whys"),
    ("09:20", 46, "Min Specs"),
    ("10:06", 25, "Generative Relationships (STAR)"),
    ("10:31", 60, "What I Need From You"),
    ("12:30", 60, "Lunch"),
    ("13:30", 35, "TRIZ"),
    ("14:05", 33, "What, So What, Now What?"),
    ("14:38", 12, "1-2-4-All"),
    ("14:50", 33, "25/10 Crowdsourcing"),
    ("15:23", 15, "Break"),
    ("15:38", 90, "Ecocycle Planning"),
    ("17:08", 120, "Panarchy"),
]


def start(page):
    page.goto("/")
    page.get_by_role("link", name="Start a journey").first.click()
    page.get_by_label("What is it for?").fill("So that every patient goes home on the day they are ready.")
    page.get_by_label("People").fill("18")
    page.get_by_label("Time", exact=True).fill("4h30")
    page.locator("#start summary").click()
    page.get_by_label("Title").fill("Improving discharge together")
    page.get_by_label("Date").fill("2027-01-14")
    page.get_by_label("Start", exact=True).fill("9")
    page.get_by_label("Time zone").fill("Europe/London")
    page.get_by_role("button", name="Start planning").click()
    expect(page).to_have_url(re.compile(r"/journeys/\w{10}/$"))


def add_named(page, questions):
    for slug, structures in questions.items():
        page.locator(".ledger .qn").nth(PLACES[slug] - 1).click()
        expect(page.locator("#help-title .qn")).to_have_text(str(PLACES[slug]))
        for structure in structures:
            press(page.locator(f"#add-{structure}"), re.compile("^Added"))


def add_afternoon(page):
    press(page.locator("#add-session"), "Added Session 2.")
    head = page.locator(".session").nth(1).locator(".session-head")
    write(field(head, "title"), "Afternoon")
    write(field(head, "date"), "2027-01-14")
    write(field(head, "starts_at"), "13:30")
    write(field(head, "minutes"), "6h")


def build(page):
    start(page)
    add_named(page, MORNING)
    press(page.locator("[id^=add-break-]"), "Added Break. Starts 11:31.")
    write(field(page.locator(".row.rest"), "title"), "Lunch")
    write(field(row(page, "Lunch"), "minutes"), "1h")
    write(field(row(page, "Lunch"), "begins"), "12:30")
    add_afternoon(page)
    add_named(page, AFTERNOON)
    press(page.locator("[id^=add-break-]").nth(1), re.compile("^Added Break"))
    write(field(row(page, "Ecocycle Planning"), "minutes"), "90")
    write(field(row(page, "Panarchy"), "minutes"), "2h")
    up = row(page, "Break").locator("[value=up]")
    press(up, "Break moved to position 6. Starts 16:53.")
    press(up, "Break moved to position 5. Starts 15:23.")


def test_foreword_is_planned_shared_and_printed(page, browser, live_server):
    build(page)
    assert day(page) == DAY
    expect(page.locator(".session").nth(0).locator(".gap .min")).to_have_text("59")
    expect(page.locator(".session").nth(0).locator(".fits dd")).to_contain_text("13:30")
    expect(page.locator(".session").nth(1).locator(".fits dd")).to_contain_text("19:08")
    expect(page.locator(".session").nth(1).locator(".spare")).to_have_text("22 minutes to spare")
    expect(page.locator(".ledger li").nth(4).locator(".min")).to_contain_text("68")

    page.reload()
    assert day(page) == DAY

    agenda = read_as_a_stranger(page, browser, share(page), live_server)
    pdf = PdfReader(io.BytesIO(agenda))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert len(pdf.pages) <= 2
    assert [time for time, _minutes, _title in DAY if time not in words] == []
    assert [title for _time, _minutes, title in DAY if title not in words] == []


def share(page):
    """Make the link on the share page, and return its address."""
    page.get_by_role("link", name="Share").click()
    participants = page.locator("#for-participants")
    participants.get_by_role("button", name="Make a link").click()
    return participants.get_by_label("Link").input_value()


def read_as_a_stranger(page, browser, link, live_server):
    """Open the link in a browser that has never been here; return the page as printed on A4."""
    stranger = browser.new_context(base_url=live_server.url)
    sheet = stranger.new_page()
    sheet.goto(link)
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Improving discharge together")
    expect(sheet.locator(".row", has_text="Lunch").locator(".time")).to_have_text("12:30")
    printed = sheet.pdf(format="A4", print_background=False)
    stranger.close()
    return printed

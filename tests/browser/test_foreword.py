"""The journey of McCandless' foreword, planned as a convenor would: in a browser, from nothing to a shared agenda."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

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
    ("09:00", "9 Whys"),
    ("09:20", "Min Specs"),
    ("10:06", "Generative Relationships (STAR)"),
    ("10:31", "What I Need From You"),
    ("12:30", "Lunch"),
    ("13:30", "TRIZ"),
    ("14:05", "What, So What, Now What?"),
    ("14:38", "1-2-4-All"),
    ("14:50", "25/10 Crowdsourcing"),
    ("15:23", "Break"),
    ("15:38", "Ecocycle Planning"),
    ("17:08", "Panarchy"),
]


def start(page):
    page.goto("/")
    page.get_by_role("link", name="Start a journey").first.click()
    page.get_by_label("What is it for?").fill("So that every patient goes home on the day they are ready.")
    page.get_by_label("People").fill("18")
    page.get_by_label("Time", exact=True).fill("4h30")
    page.get_by_text("Title, date and time").click()
    page.get_by_label("Title").fill("Improving discharge together")
    page.get_by_label("Date").fill("2027-01-14")
    page.get_by_label("Start", exact=True).fill("9")
    page.get_by_label("Time zone").fill("Europe/London")
    page.get_by_role("button", name="Start planning").click()
    expect(page).to_have_url(re.compile(r"/journeys/\w{10}/$"))


def said(page):
    return page.locator("#said")


def add_named(page, questions):
    for slug, structures in questions.items():
        page.locator(".ledger .qn").nth(PLACES[slug] - 1).click()
        expect(page.locator("#help-title .qn")).to_have_text(str(PLACES[slug]))
        for structure in structures:
            page.locator(f"#add-{structure}").click()
            expect(said(page)).to_contain_text("Added")
            expect(page.locator(".row", has=page.locator(".title"))).not_to_have_count(0)


def edit(page, row, name, value):
    """Type into a field of the row and leave it: that saves."""
    row.locator(f"[name={name}]").fill(value)
    row.locator(f"[name={name}]").blur()
    expect(said(page)).to_have_text("Saved.")


def row(page, title):
    return page.locator(f".row:has(input[name=title][value='{title}'])")


def add_afternoon(page):
    page.locator("#add-session").click()
    expect(said(page)).to_contain_text("Added Session 2")
    head = page.locator(".session").nth(1).locator(".session-head")
    edit(page, head, "title", "Afternoon")
    edit(page, head, "date", "2027-01-14")
    edit(page, head, "starts_at", "13:30")
    edit(page, head, "minutes", "6h")


def day(page):
    rows = page.locator(".session .row")
    times = rows.locator(".time").all_inner_texts()
    return list(
        zip(times, rows.locator("[name=title]").evaluate_all("all => all.map(one => one.value)"), strict=True)
    )


def build(page):
    start(page)
    add_named(page, MORNING)
    page.locator("[id^=add-break-]").click()
    expect(said(page)).to_contain_text("Added Break")
    lunch = page.locator(".row.rest")
    edit(page, lunch, "title", "Lunch")
    lunch = row(page, "Lunch")
    edit(page, lunch, "minutes", "1h")
    lunch.locator("summary", has_text="Details").click()
    edit(page, lunch, "pinned_at", "12:30")
    add_afternoon(page)
    add_named(page, AFTERNOON)
    page.locator("[id^=add-break-]").nth(1).click()
    expect(said(page)).to_contain_text("Added Break")
    edit(page, row(page, "Ecocycle Planning"), "minutes", "90")
    edit(page, row(page, "Panarchy"), "minutes", "2h")
    for _place in range(2):
        place = len(day(page))
        row(page, "Break").locator("[value=up]").click()
        expect(said(page)).to_contain_text("Break moved to position")
        assert len(day(page)) == place


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
    assert [time for time, _title in DAY if time not in words] == []
    assert [title for _time, title in DAY if title not in words] == []


def share(page):
    """Make the link on the share page, and return its address."""
    page.get_by_role("link", name="Share").click()
    page.get_by_role("button", name=re.compile("Make a link")).click()
    return page.locator("input[readonly]").first.input_value()


def read_as_a_stranger(page, browser, link, live_server):
    """Open the link in a browser that has never been here; return the page as printed on A4."""
    stranger = browser.new_context(base_url=live_server.url)
    sheet = stranger.new_page()
    sheet.goto(link)
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Improving discharge together")
    expect(sheet.get_by_text("12:30").first).to_be_visible()
    printed = sheet.pdf(format="A4", print_background=False)
    stranger.close()
    return printed

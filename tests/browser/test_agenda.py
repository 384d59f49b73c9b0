"""The agenda in the hands of its readers: on a phone, in the dark, on paper."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from sessions.models import Journey
from sessions.visitor import Visitor
from tests.factories import create_user

DAY = Path(__file__).parent.parent / "data" / "day.json"

TIMES = {
    "09:00": "Welcome",
    "09:10": "Impromptu Networking",
    "09:30": "9 Whys",
    "09:55": "Min Specs",
    "10:30": "Coffee",
    "10:45": "What I Need From You",
    "11:45": "What the numbers say",
    "12:30": "Lunch",
    "13:15": "TRIZ",
    "13:50": "1-2-4-All",
    "14:02": "The boldest ideas: 25/10",
    "14:35": "Tea",
    "14:50": "Ecocycle Planning",
    "15:35": "15% Solutions",
    "15:55": "One word each",
}


@pytest.fixture
def owner(transactional_db):
    return create_user(email="ana@example.org")


@pytest.fixture
def journey(owner, capsys):
    """A day of fifteen rows in two sessions, for eighteen people."""
    call_command("load_catalogue")
    capsys.readouterr()
    return Journey.import_document(Visitor(user=owner), DAY.read_bytes())


@pytest.fixture
def address(journey):
    return journey.share().get_absolute_url()


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [360, 375, 768, 1440])
def test_a_stranger_reads_every_row_without_scrolling_sideways(page, address, width):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address)

    times, titles = page.locator(".row .time"), page.locator(".row .title")
    assert dict(zip(times.all_inner_texts(), titles.all_inner_texts(), strict=True)) == TIMES
    assert sideways(page) == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("audience", ["participants", "hosts"])
def test_no_rule_of_accessibility_is_broken(page, journey, axe, scheme, audience):
    page.emulate_media(color_scheme=scheme)
    page.goto(journey.share(audience).get_absolute_url())

    axe(page)


def test_the_score_leads_to_the_row(page, address):
    page.goto(address)
    page.locator(".score a", has_text="TRIZ").focus()
    page.keyboard.press("Enter")

    row = page.locator(".row:target")
    assert row.locator(".title").inner_text() == "TRIZ"
    assert row.bounding_box()["y"] >= 0


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_day_is_printed_on_one_sheet(page, address, paper):
    page.goto(address)
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))

    text = squeezed("".join(sheet.extract_text() for sheet in printed.pages))
    assert len(printed.pages) <= 2
    assert [time for time in [*TIMES, "16:00"] if time not in text] == []
    assert [title for title in TIMES.values() if squeezed(title) not in text] == []
    assert squeezed("How could we make sure that every patient goes home late, confused and alone?") in text
    assert squeezed("Keep the pairs mixed") not in text


def squeezed(text):
    """PDFs know letters, not words."""
    return "".join(text.split())


def test_the_print_button_prints(page, address):
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(address)
    page.get_by_role("button", name="Print").click()

    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("close", [False, True])
def test_the_pages_around_it_break_no_rule_either(page, journey, address, owner, sign_in, axe, scheme, close):
    if close:
        journey.revoke(journey.share())
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme=scheme)
    sign_in(owner)
    for path in (f"/journeys/{journey.code}/share/", address, "/a/nope/"):
        page.goto(path)
        axe(page)
        assert sideways(page) == 0


def test_a_link_is_made_copied_and_taken_back(page, journey, owner, sign_in):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(owner)
    page.goto(f"/journeys/{journey.code}/share/")
    section = page.locator("#for-participants")
    section.get_by_role("button", name="Make a link").click()
    section.get_by_role("button", name="Copy", exact=True).click()

    section.get_by_text("Copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert page.request.get(link).status == 200

    section.get_by_text("Stop sharing").click()
    section.get_by_role("button", name="Take this link back").click()
    page.get_by_text("The link no longer works.").wait_for()
    assert page.request.get(link).status == 410


def test_without_a_clipboard_the_link_is_still_copied_or_selected(page, journey, owner, sign_in):
    """As on plain http, where browsers give a page no clipboard."""
    journey.share()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    sign_in(owner)
    page.goto(f"/journeys/{journey.code}/share/")
    section = page.locator("#for-participants")
    section.get_by_role("button", name="Copy", exact=True).click()

    section.locator('[data-said-by="address-participants"]:not(:empty)').wait_for()
    assert page.evaluate("getSelection().toString()") == page.locator("#address-participants").input_value()

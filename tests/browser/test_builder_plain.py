"""The builder without JavaScript: every control is a plain form or link, and everything works."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import field, row
from tests.browser.plans import MORNING, create_catalogue


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "java_script_enabled": False}


def said(page, words):
    expect(page.locator("#messages")).to_have_text(words)


def clock(page):
    """Begin and title of the rows: without scripts there is nothing but the page itself."""
    times = [box.get_attribute("value") for box in page.locator(".session .row [name=begins]").all()]
    shown = [box.get_attribute("value") for box in page.locator(".session .row [name=initial-title]").all()]
    return list(zip(times, shown, strict=True))


def on_the_clock(rows):
    return [(time, title) for time, _minutes, title in rows]


def test_a_journey_is_planned_from_nothing_and_shared(page, live_server):
    create_catalogue()
    page.goto("/journeys/new/")
    page.get_by_label("What is it for?").fill("Sooner home")
    page.get_by_label("People").fill("18")
    page.get_by_label("A blank page").check()
    page.locator("#start summary").click()
    page.get_by_label("Start", exact=True).fill("9:00")
    page.get_by_role("button", name="Start planning").click()
    expect(page).to_have_url(re.compile(r"/journeys/\w{10}/$"))

    page.get_by_label("A question in your own words").fill("What keeps patients here?")
    page.locator("#question-add").get_by_role("button", name="Add").click()
    said(page, "Added the question.")
    page.get_by_text("From the convening questions").click()
    page.get_by_role("button", name="Where are we starting, really?").click()
    said(page, "Added the question.")
    page.get_by_role("link", name="2 Show structures for this question").click()
    page.get_by_role("button", name="Add TRIZ").click()
    said(page, "Added TRIZ. Starts 09:00.")
    page.get_by_role("searchbox", name="Search the catalogue").fill("min specs")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name="Add Min Specs").click()
    said(page, re.compile("Added Min Specs."))
    assert sorted(title for _time, title in clock(page)) == ["Min Specs", "TRIZ"]

    page.get_by_role("link", name="Share").click()
    page.locator("#for-participants").get_by_role("button", name="Make a link").click()
    page.goto(page.locator("#for-participants").get_by_label("Link").input_value())
    expect(page.get_by_role("heading", name="TRIZ")).to_be_visible()


def test_minutes_are_saved_with_a_button(builder):
    triz = row(builder, "TRIZ")
    field(triz, "minutes").fill("40")
    triz.get_by_role("button", name="Save").click()
    said(builder, "Saved.")

    assert clock(builder)[-1] == ("10:10", "Coffee")


def test_nonsense_comes_back_with_the_reason(builder):
    triz = row(builder, "TRIZ")
    field(triz, "minutes").fill("soon")
    triz.get_by_role("button", name="Save").click()

    reason = "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."
    expect(field(triz, "minutes")).to_have_value("soon")
    expect(field(triz, "minutes")).to_have_accessible_description(reason)
    expect(builder.locator("#said")).to_have_text(reason)


def test_rows_are_moved_parked_brought_back_and_removed(builder):
    builder.get_by_role("button", name="Move TRIZ up").click()
    said(builder, "TRIZ moved to position 2. Starts 09:10.")

    triz = row(builder, "TRIZ")
    triz.locator(".more > summary").click()
    triz.get_by_role("button", name="Park").click()
    said(builder, "Parked TRIZ. It is off the clock.")
    assert clock(builder) == [("09:00", "A word of welcome"), ("09:10", "9 Whys"), ("09:30", "Coffee")]

    builder.get_by_role("button", name="Bring back TRIZ").click()
    said(builder, "Brought back TRIZ. Starts 09:45.")
    triz.locator(".more > summary").click()
    triz.get_by_role("button", name="Remove").click()
    said(builder, "Removed TRIZ. Undo brings it back.")

    for _change in range(4):
        builder.get_by_role("button", name="Undo").click()
        said(builder, re.compile("Undone"))
    assert clock(builder) == on_the_clock(MORNING)
    builder.get_by_role("button", name="Redo").click()
    said(builder, "Done again: Moved TRIZ")


def test_sessions_and_questions_are_edited_with_buttons(builder):
    builder.get_by_role("button", name="Add a session").click()
    said(builder, "Added Session 2.")
    head = builder.locator(".session-head").nth(1)
    field(head, "starts_at").fill("14")
    head.get_by_role("button", name="Save").click()
    said(builder, "Saved.")

    question = builder.locator(".ledger li").first
    field(question, "text").fill("Why do we come to work?")
    question.get_by_role("button", name="Save").click()
    said(builder, "Saved.")

    expect(field(builder.locator(".session-head").nth(1), "starts_at")).to_have_value("14:00")
    expect(field(builder.locator(".ledger li").first, "text")).to_have_value("Why do we come to work?")


def unfold(page, title):
    """Without scripts the page comes back with the row open."""
    row(page, title).get_by_role("button", name=f"Steps and details of {title}").click()
    expect(row(page, title).locator(".details")).to_be_visible()


def test_everything_a_row_carries_is_edited_in_its_details(builder, plan):
    unfold(builder, "TRIZ")
    triz = row(builder, "TRIZ")
    form = triz.locator(".further-edits")
    for name, text in [
        ("brief", "Bring one story"),
        ("notes", "Laugh."),
        ("materials", "2 index cards per person"),
        ("set_up", "Fours"),
        ("outcome", "We stop the round."),
        ("invitation_1", "And then?"),
    ]:
        field(form, name).fill(text)
    form.get_by_label("Answers").select_option(index=1)
    form.get_by_label("Protected").check()
    form.get_by_role("button", name="Save").click()
    said(builder, "Saved.")

    expect(field(form, "set_up")).to_have_value("Fours")  # still open
    saved = plan.journey.activities.get(title="TRIZ")
    assert (saved.brief, saved.notes, saved.outcome) == ("Bring one story", "Laugh.", "We stop the round.")
    assert (saved.materials[0]["item"], saved.invitations[1]) == ("index cards", "And then?")
    assert (saved.protected, saved.question.number) == (True, 1)


def test_a_begin_is_pinned_and_a_row_goes_elsewhere_or_runs_another_structure(builder, plan):
    coffee = row(builder, "Coffee")
    field(coffee, "begins").fill("10.30")
    coffee.get_by_role("button", name="Save").first.click()
    said(builder, "Saved.")
    assert clock(builder)[-1] == ("10:30", "Coffee")

    unfold(builder, "TRIZ")
    places = row(builder, "TRIZ").locator(".places")
    places.get_by_label("Structure").select_option("1-2-4-All")
    places.get_by_role("button", name="Swap").click()
    said(builder, "It is 1-2-4-All now. Starts 09:30.")
    places = row(builder, "1-2-4-All").locator(".places")
    places.get_by_label("Stands in").select_option("Parked")
    places.get_by_role("button", name="Move").click()
    said(builder, "Parked 1-2-4-All. It is off the clock.")

    assert plan.titles(None) == ["1-2-4-All"]


def test_rows_are_added_below_copied_and_changed_together(builder, plan):
    triz = row(builder, "TRIZ")
    triz.locator(".more > summary").click()
    triz.get_by_role("button", name="Add a row below").click()
    said(builder, "Added a row. Starts 10:05.")
    triz.locator(".more > summary").click()
    triz.get_by_role("button", name="Duplicate").click()
    said(builder, "Duplicated TRIZ. Starts 10:05.")

    for title in ("9 Whys", "New activity"):
        builder.get_by_role("checkbox", name=f"Select {title}").check()
    builder.locator("#several").get_by_role("button", name="Remove").click()
    said(builder, "Removed 2 activities. Undo brings them back.")

    assert plan.titles(plan.morning) == ["A word of welcome", "TRIZ", "TRIZ", "Coffee"]


def test_after_a_mistake_every_link_leads_on(builder, plan):
    """The page that says why has the address of the form."""
    triz = row(builder, "TRIZ")
    field(triz, "minutes").fill("soon")
    triz.get_by_role("button", name="Save").first.click()
    assert builder.url.endswith("/edit/")

    unfold(builder, "TRIZ")

    assert builder.url.partition("?")[0].endswith(plan.address)
    expect(field(row(builder, "TRIZ"), "minutes")).to_have_value("35")

"""Two people in one journey: nothing of either is lost, and what cannot be done is said in words."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, field, press, press_in_menu, saying, unfold, write
from tests.browser.conftest import watched


@pytest.fixture
def ana(builder):
    return builder


@pytest.fixture
def ben(browser, builder, browser_context_args, plan):
    """The same journey in another window, which shows it as it was when it was opened."""
    context = browser.new_context(**browser_context_args, storage_state=builder.context.storage_state())
    page = context.new_page()
    complaints = watched(page)
    page.route("**/here/", lambda route: route.abort())  # it does not hear of the other's changes
    page.goto(plan.address)
    yield page
    context.close()
    assert complaints == []


def row_of(page, plan, title):
    """The row that had this title at first."""
    return page.locator(f"#activity-{plan.rows[title].code}")


def test_edits_moves_and_parking_all_stay(ana, ben, plan):
    write(field(row_of(ana, plan, "TRIZ"), "title"), "Stop it")
    press(ben.get_by_role("button", name="Move TRIZ up"), "Stop it moved to position 2. Starts 09:10.")
    press_in_menu(row_of(ben, plan, "Coffee"), "Park", "Parked Coffee. It is off the clock.")

    assert plan.titles(plan.morning) == ["A word of welcome", "Stop it", "9 Whys"]
    assert plan.titles(None) == ["Coffee"]
    assert [title for _time, _minutes, title in day(ben)] == plan.titles(plan.morning)


def test_a_stale_page_overwrites_only_what_was_typed_into_it(ana, ben, plan):
    write(field(row_of(ana, plan, "TRIZ"), "title"), "Stop it")
    write(field(row_of(ana, plan, "TRIZ"), "invitation"), "What must we stop?")

    write(field(row_of(ben, plan, "TRIZ"), "minutes"), "40")

    triz = plan.journey.activities.get(code=plan.rows["TRIZ"].code)
    assert (triz.title, triz.invitations, triz.minutes) == ("Stop it", ["What must we stop?"], 40)
    expect(field(row_of(ben, plan, "TRIZ"), "title")).to_have_value("Stop it")


def test_a_field_that_only_has_the_focus_shows_what_the_other_wrote(ana, ben, plan):
    triz = row_of(ben, plan, "TRIZ")
    field(triz, "minutes").fill("40")
    write(field(row_of(ana, plan, "TRIZ"), "title"), "Stop it")

    with saying(ben, "Saved."):
        field(triz, "title").focus()
    expect(field(triz, "title")).to_have_value("Stop it")
    write(field(triz, "minutes"), "50")

    assert plan.journey.activities.get(code=plan.rows["TRIZ"].code).title == "Stop it"


def test_editing_what_the_other_removed_says_so(ana, ben, plan):
    press_in_menu(row_of(ana, plan, "TRIZ"), "Remove", "Removed TRIZ. Undo brings it back.")

    write(
        field(row_of(ben, plan, "TRIZ"), "title"),
        "Stop it",
        words=re.compile("^That activity is no longer in this journey. You had written: “Stop it”$"),
    )

    assert day(ben) == [
        ("09:00", 10, "A word of welcome"),
        ("09:10", 20, "9 Whys"),
        ("09:30", 15, "Coffee"),
    ]
    expect(ben.locator("#said")).to_have_class("saved problem")


def test_both_type_a_note_into_the_same_row(ana, ben, plan):
    for page, name, text in [(ana, "brief", "Bring a story"), (ben, "notes", "Watch the time")]:
        unfold(row_of(page, plan, "TRIZ"))
        write(field(row_of(page, plan, "TRIZ"), name), text)

    triz = plan.journey.activities.get(title="TRIZ")
    assert (triz.brief, triz.notes) == ("Bring a story", "Watch the time")


def test_a_lost_connection_keeps_what_was_typed_and_sends_it_later(ana, plan):
    title = field(row_of(ana, plan, "TRIZ"), "title")
    ana.context.set_offline(True)
    title.fill("Stop it")
    title.blur()

    offline = "You are offline. What you type now is not saved yet."
    lost = "That did not reach the server. Your text is still here."
    expect(ana.locator("#messages .message")).to_have_text([offline, lost])
    expect(title).to_have_value("Stop it")

    with saying(ana, "Saved."):
        ana.context.set_offline(False)

    expect(ana.locator("#messages .message")).to_have_count(0)
    expect(title).to_have_value("Stop it")
    assert plan.journey.activities.filter(title="Stop it").exists()


def hold_first_edit(page):
    """Keep the next saving of a field on its way, until the answer is called."""
    held = []
    page.route("**/edit/", lambda route: held.append(route), times=1)
    return lambda: held.pop().continue_()


def test_what_is_being_typed_stays_when_an_answer_comes_in(ana, plan):
    triz = row_of(ana, plan, "TRIZ")
    arrive = hold_first_edit(ana)
    with ana.expect_request("**/edit/"):
        field(triz, "title").fill("Stop it")
        field(triz, "invitation").fill("What must")

    with saying(ana, "Saved."):
        arrive()
    expect(field(triz, "invitation")).to_have_value("What must")
    expect(field(triz, "invitation")).to_be_focused()
    write(field(triz, "invitation"), "What must we stop?")

    saved = plan.journey.activities.get(title="Stop it")
    assert saved.invitations == ["What must we stop?"]


def test_changes_made_quickly_all_arrive_in_their_order(ana, plan):
    """Nobody waits for "Saved." between two fields; on a slow line the last change is still the last."""
    triz = row_of(ana, plan, "TRIZ")
    arrive = hold_first_edit(ana)
    with ana.expect_request("**/edit/"):
        field(triz, "title").fill("Stop it")
        field(triz, "minutes").fill("40")
    field(triz, "invitation").fill("What must we stop?")
    ana.get_by_role("button", name="Undo").click()

    with saying(ana, "Undone: Edited Stop it"):
        arrive()

    saved = plan.journey.activities.get(title="Stop it")
    assert (saved.minutes, saved.invitations) == (40, ["TRIZ: what do you see?"])
    expect(field(triz, "invitation")).to_have_value("TRIZ: what do you see?")


def test_a_link_waits_for_what_is_being_saved(ana, plan):
    arrive = hold_first_edit(ana)
    with ana.expect_request("**/edit/"):
        field(row_of(ana, plan, "TRIZ"), "title").fill("Stop it")
        ana.get_by_role("link", name="Share").click()

    with ana.expect_navigation(url="**/share/"):
        arrive()

    assert plan.journey.activities.filter(title="Stop it").exists()

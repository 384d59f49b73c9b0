"""What there is to look at, in the browser: settled, left out and seen again, by mouse, keys and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, press, row, saying, write
from tests.browser.plans import remember_guest


@pytest.fixture
def plan(plan):
    """80 minutes and a talk of 40 among them: no break for 105 minutes, 30 minutes over, and no invitation yet."""
    for title in ("9 Whys", "TRIZ"):
        plan.journey.edit_activity(plan.rows[title], invitations=[])
    talk = plan.journey.add_activity(session=plan.morning, kind="talk", title="News", minutes=40)
    plan.journey.move(talk, to=1)
    return plan


def folded(page):
    return page.locator(".session .notices")


def unfold(page):
    folded(page).locator("summary").click()
    return folded(page).locator(".look")


def of(page, words):
    return folded(page).locator(".look", has_text=words)


def test_it_is_one_folded_line_and_opens(builder, axe):
    expect(folded(builder).locator("summary")).to_have_text("1 problem, 4 more to look at")
    expect(folded(builder).locator("ul")).to_be_hidden()

    unfold(builder)

    expect(folded(builder).locator(".look > p")).to_have_text(
        [
            "Problem: It runs 30 minutes past its booked end.",
            "Advice: From A word of welcome to TRIZ: 105 minutes without a break.",
            "Advice: No invitation yet: 9 Whys · TRIZ",
            "Hint: The session just ends: nothing closes it.",
            "Hint: The same groups time and again, everyone: News · 9 Whys · TRIZ",
        ]
    )
    axe(builder)


def test_a_fix_is_pressed_read_in_its_row_and_undone(builder, plan):
    unfold(builder)

    press(
        builder.get_by_role("button", name="Add a break after"), "Added a break after News. It ends at 11:15."
    )

    assert day(builder)[2:4] == [("09:50", 15, "Break"), ("10:05", 20, "9 Whys")]
    assert plan.titles(plan.morning)[2] == "Break"
    expect(of(builder, "without a break")).to_have_count(0)
    assert folded(builder).evaluate("one => one.open")
    assert builder.evaluate("document.activeElement.closest('.session') !== null")
    press(builder.get_by_role("button", name="Undo"), "Undone: Added a break after News")
    expect(of(builder, "without a break")).to_be_visible()
    assert "Break" not in [title for _begins, _minutes, title in day(builder)]


def test_one_is_dismissed_by_keyboard_and_brought_back(builder, plan):
    folded(builder).locator("summary").focus()
    builder.keyboard.press("Enter")
    expect(of(builder, "without a break")).to_be_visible()
    of(builder, "without a break").get_by_role("button", name="Dismiss").focus()
    with saying(builder, "Dismissed. “Show again” brings it back."):
        builder.keyboard.press("Enter")

    expect(of(builder, "without a break")).to_have_count(0)
    expect(folded(builder).locator("summary")).to_have_text("1 problem, 3 more to look at")
    expect(of(builder, "No invitation yet")).to_be_focused()  # what came after it
    write(row(builder, "News").locator("[name=minutes]").first, "45")
    expect(of(builder, "without a break")).to_have_count(0)

    folded(builder).get_by_role("button", name="Show again").focus()
    with saying(builder, "1 notice is back."):
        builder.keyboard.press("Enter")

    expect(of(builder, "without a break")).to_contain_text("110 minutes")
    expect(folded(builder).get_by_role("button", name="Show again")).to_have_count(0)


def test_a_notice_leads_to_its_row_and_to_its_field(builder, plan):
    unfold(builder)

    of(builder, "without a break").get_by_role("link").focus()
    builder.keyboard.press("Enter")
    expect(row(builder, "A word of welcome")).to_be_focused()

    of(builder, "No invitation yet").get_by_role("link").click()
    expect(row(builder, "9 Whys").locator("[name=invitation]").first).to_be_focused()


def test_the_mark_on_a_row_opens_what_is_folded(builder, plan):
    whys = plan.rows["9 Whys"]
    type(whys.structure).objects.filter(pk=whys.structure_id).update(people_min=40)
    builder.reload()

    row(builder, "9 Whys").locator(".flag.problem").click()

    expect(of(builder, "9 Whys needs at least 40 people")).to_be_visible()
    press(builder.get_by_role("button", name="Park 9 Whys"), re.compile("^Parked 9 Whys. It ends at"))
    expect(row(builder, "9 Whys")).to_have_class(re.compile("parked"))


def test_the_ledger_takes_an_outcome_and_a_link_and_puts_in_order(builder, plan):
    ledger = builder.locator("#ledger")
    first = ledger.locator("li").first
    expect(first.locator("[name=outcome]")).to_be_hidden()
    first.locator(".outcome > summary").click()
    write(first.locator("[name=outcome]"), "Because of the children.")
    first.locator(".more > summary").click()
    with saying(builder, "Saved."):
        first.get_by_label("Linked to, for suggestions").select_option("none")
    first.locator("[name=text]").focus()
    with saying(builder, "Question moved to place 2."):
        builder.keyboard.press("Alt+ArrowDown")

    expect(ledger.locator("li > form .flag")).to_have_text(["answered before question 1"])
    ledger.locator(".notices summary").click()
    press(ledger.get_by_role("button", name="Put them in order"), "Put the questions in order.")
    assert [title for _begins, _minutes, title in day(builder)][2:4] == ["TRIZ", "9 Whys"]
    builder.reload()
    expect(ledger.locator("li").nth(1).locator("[name=outcome]")).to_have_value("Because of the children.")
    ledger.get_by_role("link", name="TRIZ").click()
    expect(row(builder, "TRIZ")).to_be_focused()


def test_a_phone_shows_and_settles_everything(builder, plan):
    builder.set_viewport_size({"width": 360, "height": 740})
    unfold(builder)
    press(builder.get_by_role("button", name="Add a break after"), re.compile("^Added a break"))

    assert builder.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_it_works_as_well(browser, live_server, client, plan):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": remember_guest(client), "url": live_server.url}])
    page = context.new_page()
    page.goto(plan.address)
    unfold(page)
    page.get_by_role("button", name="Add a break after").click()
    expect(page.locator("#said")).to_have_text("Added a break after News. It ends at 11:15.")

    unfold(page)
    of(page, "No invitation yet").get_by_role("button", name="Dismiss").click()
    expect(page.locator("#said")).to_have_text("Dismissed. “Show again” brings it back.")
    unfold(page)
    page.get_by_role("button", name="Show again").click()
    expect(page.locator("#said")).to_have_text("1 notice is back.")
    context.close()

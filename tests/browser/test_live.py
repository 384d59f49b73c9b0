"""Two people at once: each sees within seconds what the other does, and nobody loses a word, the focus or the place."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.builder import day, field, press, saying, unfold, write
from tests.browser.conftest import watched
from tests.journey_factories import create_member

SOON = 4000  # ms: two seconds between questions, and a busy machine


@pytest.fixture
def people(plan):
    """Ana owns the journey, Ben plans along."""
    ana = factories.create_user(email="ana@example.org", name="Ana Bell")
    ben = factories.create_user(email="ben@example.org", name="Ben Cole")
    type(plan.journey).objects.filter(pk=plan.journey.pk).update(owner=ana, guest="")
    plan.journey.refresh_from_db()
    create_member(journey=plan.journey, user=ben)
    return {"ana": ana, "ben": ben}


def open_as(browser, args, live_server, plan, user):
    from django.test import Client

    client = Client()
    client.force_login(user)
    context = browser.new_context(**args)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    complaints = watched(page)
    page.goto(plan.address)
    return context, page, complaints


@pytest.fixture
def two(browser, browser_context_args, live_server, plan, people):
    opened = [
        open_as(browser, browser_context_args, live_server, plan, people[name]) for name in ("ana", "ben")
    ]
    yield [page for _context, page, _complaints in opened]
    for context, _page, complaints in opened:
        context.close()
        assert complaints == []


def row_of(page, plan, title):
    return page.locator(f"#activity-{plan.rows[title].code}")


def test_a_change_of_the_other_appears_without_a_touch(two, plan):
    ana, ben = two

    write(field(row_of(ana, plan, "TRIZ"), "minutes"), "50")

    expect(field(row_of(ben, plan, "TRIZ"), "minutes")).to_have_value("50", timeout=SOON)
    assert day(ben)[-1] == ("10:20", 15, "Coffee")
    expect(ben.locator("#said")).to_have_text("Meanwhile: Edited TRIZ")


def test_what_one_is_typing_keeps_its_text_focus_and_caret(two, plan):
    ana, ben = two
    box = field(row_of(ben, plan, "TRIZ"), "invitation")
    box.fill("What must we stop, really?")
    box.evaluate("one => one.setSelectionRange(5, 9)")

    write(field(row_of(ana, plan, "9 Whys"), "title"), "Nine times why")
    press(ana.get_by_role("button", name="Move TRIZ up"), "TRIZ moved to position 2. Starts 09:10.")

    first = ben.locator(".row [name=title]").nth(1)
    expect(first).to_have_value("TRIZ", timeout=SOON)
    expect(box).to_be_focused()
    expect(box).to_have_value("What must we stop, really?")
    assert box.evaluate("one => [one.selectionStart, one.selectionEnd]") == [5, 9]
    with saying(ben, "Saved."):
        box.blur()
    saved = plan.journey.activities.get(code=plan.rows["TRIZ"].code)
    assert saved.invitations == ["What must we stop, really?"]


def test_the_caret_stays_in_a_field_that_is_only_read(two, plan):
    ana, ben = two
    box = field(row_of(ben, plan, "TRIZ"), "invitation")
    box.focus()
    box.evaluate("one => one.setSelectionRange(3, 3)")

    write(field(row_of(ana, plan, "Coffee"), "minutes"), "20")

    expect(field(row_of(ben, plan, "Coffee"), "minutes")).to_have_value("20", timeout=SOON)
    expect(box).to_be_focused()
    assert box.evaluate("one => one.selectionStart") == 3


def test_who_has_selected_all_of_a_field_types_over_what_the_other_wrote_there(two, plan):
    ana, ben = two
    box = field(row_of(ben, plan, "TRIZ"), "minutes")
    box.select_text()

    write(field(row_of(ana, plan, "TRIZ"), "minutes"), "120")

    expect(box).to_have_value("120", timeout=SOON)
    ben.keyboard.type("41")
    expect(box).to_have_value("41")


def test_the_same_field_changed_twice_shows_both_texts_and_mine_can_stay(two, plan):
    ana, ben = two
    mine = field(row_of(ben, plan, "TRIZ"), "title")
    mine.fill("Stop it")
    write(field(row_of(ana, plan, "TRIZ"), "title"), "Destroy it")
    expect(ben.locator("#board")).to_have_attribute("data-newest", "Edited TRIZ", timeout=SOON)
    expect(mine).to_have_value("Stop it")

    with saying(ben, "Somebody else wrote “Destroy it” here meanwhile."):
        mine.blur()
    expect(mine).to_have_value("Stop it")
    expect(mine).to_have_attribute("aria-invalid", "true")
    press(ben.get_by_role("button", name="Keep mine"), "Saved.")

    expect(field(row_of(ana, plan, "TRIZ"), "title")).to_have_value("Stop it", timeout=SOON)
    assert plan.journey.activities.get(code=plan.rows["TRIZ"].code).title == "Stop it"


def test_theirs_can_be_taken(two, plan):
    ana, ben = two
    mine = field(row_of(ben, plan, "TRIZ"), "minutes")
    mine.fill("40")
    write(field(row_of(ana, plan, "TRIZ"), "minutes"), "50")
    with saying(ben, "Somebody else wrote “50” here meanwhile."):
        mine.blur()

    ben.get_by_role("link", name="Take theirs").click()

    expect(mine).to_have_value("50")
    expect(ben.locator(".field-error")).to_have_count(0)
    mine.blur()
    ben.reload()  # nothing is left unsaved that would hold the page
    assert plan.journey.activities.get(code=plan.rows["TRIZ"].code).minutes == 50


def test_one_sees_who_is_here_and_in_which_row(two, plan):
    ana, ben = two
    field(row_of(ben, plan, "TRIZ"), "title").focus()

    expect(ana.get_by_role("list", name="Also here").get_by_text("Ben Cole")).to_be_attached(timeout=SOON)
    expect(row_of(ana, plan, "TRIZ")).to_have_attribute("data-others", "Ben Cole", timeout=SOON)
    expect(row_of(ben, plan, "TRIZ")).not_to_have_attribute("data-others", "Ben Cole")


def test_undo_takes_back_the_others_change_too_and_on_every_page(two, plan):
    ana, ben = two
    write(field(row_of(ana, plan, "TRIZ"), "minutes"), "50")
    expect(field(row_of(ben, plan, "TRIZ"), "minutes")).to_have_value("50", timeout=SOON)

    press(ben.get_by_role("button", name="Undo"), "Undone: Edited TRIZ")

    expect(field(row_of(ana, plan, "TRIZ"), "minutes")).to_have_value("35", timeout=SOON)
    press(ana.get_by_role("button", name="Redo"), "Done again: Edited TRIZ")
    expect(field(row_of(ben, plan, "TRIZ"), "minutes")).to_have_value("50", timeout=SOON)


def test_what_is_unfolded_selected_and_lifted_is_ones_own(two, plan):
    ana, ben = two
    unfold(row_of(ben, plan, "TRIZ"))
    ben.get_by_role("checkbox", name="Select Coffee").check()
    ben.locator(f"#grip-{plan.rows['9 Whys'].code}").focus()
    ben.keyboard.press("Space")
    ben.keyboard.press("ArrowUp")

    write(field(row_of(ana, plan, "TRIZ"), "minutes"), "50")
    ben.wait_for_timeout(SOON)
    assert ben.locator(".row [name=title]").first.input_value() == "9 Whys"  # still in the hand
    ben.keyboard.press("Escape")

    expect(field(row_of(ben, plan, "TRIZ"), "minutes")).to_have_value("50", timeout=SOON)
    expect(field(row_of(ben, plan, "TRIZ"), "notes")).to_be_visible()
    expect(ben.get_by_role("checkbox", name="Select Coffee")).to_be_checked()


def test_the_page_of_somebody_removed_says_so(two, plan):
    _ana, ben = two
    plan.journey.members.all().delete()

    expect(ben.locator("#messages .message")).to_contain_text("no longer", timeout=SOON)


def test_a_text_that_was_refused_stays_with_its_reason_while_others_go_on(two, plan):
    ana, ben = two
    minutes = field(row_of(ben, plan, "TRIZ"), "minutes")
    reason = "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."
    write(minutes, "soon", words=reason)

    write(field(row_of(ana, plan, "Coffee"), "title"), "Tea")
    expect(field(row_of(ben, plan, "Coffee"), "title")).to_have_value("Tea", timeout=SOON)

    expect(minutes).to_have_value("soon")
    expect(minutes).to_have_accessible_description(reason)
    minutes.focus()
    ben.keyboard.press("Escape")
    expect(minutes).to_have_value("35")
    expect(ben.locator(".field-error")).to_have_count(0)


def test_ones_own_typing_is_no_conflict(two, plan):
    """The answer to the first text comes while the second is being typed."""
    ana, _ben = two
    title = field(row_of(ana, plan, "TRIZ"), "title")
    held = []
    ana.route("**/edit/", lambda route: held.append(route), times=1)
    with ana.expect_request("**/edit/"):
        title.fill("Stop")
        title.evaluate("one => one.form.requestSubmit()")
    title.fill("Stop it")

    with saying(ana, "Saved."):
        held.pop().continue_()
    with saying(ana, "Saved."):
        title.blur()

    assert plan.journey.activities.get(code=plan.rows["TRIZ"].code).title == "Stop it"


def test_a_text_that_was_taken_back_follows_the_other_again(two, plan):
    ana, ben = two
    title = field(row_of(ben, plan, "TRIZ"), "title")
    title.press("End")
    ben.keyboard.type("!")
    ben.keyboard.press("Backspace")
    title.blur()

    write(field(row_of(ana, plan, "TRIZ"), "title"), "Stop it")

    expect(title).to_have_value("Stop it", timeout=SOON)


def test_an_error_of_the_server_is_not_asked_for_again_and_again(two, plan):
    ana, _ben = two
    asked = []
    ana.route("**/edit/", lambda route: (asked.append(route), route.fulfill(status=500)))
    title = field(row_of(ana, plan, "TRIZ"), "title")
    title.fill("Stop it")
    title.blur()

    expect(ana.locator("#messages .message")).to_contain_text("Your text is still here")
    ana.wait_for_timeout(SOON + 1000)

    assert len(asked) == 1
    expect(title).to_have_value("Stop it")
    ana.unroute("**/edit/")
    title.focus()
    with saying(ana, "Saved."):
        title.evaluate("one => one.form.requestSubmit()")
    assert plan.journey.activities.filter(title="Stop it").exists()


def test_details_fold_out_while_something_is_being_saved(two, plan):
    ana, _ben = two
    triz = row_of(ana, plan, "TRIZ")
    held = []
    ana.route("**/edit/", lambda route: held.append(route), times=1)
    with ana.expect_request("**/edit/"):
        field(triz, "title").fill("Stop it")
        triz.locator("[data-open]").click()
    held.pop().continue_()

    expect(field(triz, "notes")).to_be_visible()
    assert plan.journey.activities.filter(title="Stop it").exists()


def test_one_is_here_once_however_often_one_comes_back(two, plan):
    ana, ben = two
    for _time in range(3):
        ben.reload()
        ben.wait_for_timeout(700)

    expect(ana.get_by_role("list", name="Also here").locator("li")).to_have_count(1, timeout=SOON)
    expect(ben.get_by_role("list", name="Also here").get_by_text("another window")).to_have_count(0)


def test_words_for_a_row_that_the_other_removes_are_told(two, plan):
    ana, ben = two
    field(row_of(ben, plan, "TRIZ"), "invitation").fill("What must we stop?")

    plan.journey.remove(plan.rows["TRIZ"])

    told = "What you were typing into was removed meanwhile. You had written: “What must we stop?”"
    expect(ben.locator("#messages .message")).to_have_text(told, timeout=SOON)
    expect(row_of(ana, plan, "TRIZ")).to_have_count(0, timeout=SOON)

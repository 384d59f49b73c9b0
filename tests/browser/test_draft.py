"""Draft it for me, in the browser: taken, undone, redrafted in part; by keyboard, under a thumb, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, saying, write


@pytest.fixture
def empty(plan):
    """Ninety minutes from nine, two questions, nothing planned."""
    plan.journey.activities.all().delete()
    with plan.journey.changing("Emptied"):
        pass
    plan.morning.refresh_from_db()
    plan.morning.minutes = 90
    plan.morning.save()
    return plan


def titles(page):
    return [title for _begins, _minutes, title in day(page)]


def drafted(page):
    return page.locator(".draft").first.locator(".draft-rows strong").all_inner_texts()


def test_one_is_taken_and_undone(empty, builder, axe):
    builder.get_by_role("link", name="Draft it for me").press("Enter")
    expect(builder.locator(".proposal")).to_be_focused()
    axe(builder)
    first = drafted(builder)

    said = "Drafted it: deep. It ends at 10:25, 5 minutes to spare. 4 rows are new; Undo takes it all back."
    with saying(builder, said):
        builder.get_by_role("button", name="Take this one").first.press("Enter")

    expect(builder.locator(".proposal")).to_have_count(0)
    assert titles(builder) == first
    expect(builder.locator(".session .row").first).to_be_focused()
    with saying(builder, "Undone: Drafted it: deep"):
        builder.keyboard.press("Control+z")
    assert titles(builder) == []


def test_others_are_shown(empty, builder):
    builder.get_by_role("link", name="Draft it for me").click()
    expect(builder.locator(".draft")).not_to_have_count(0)
    first = drafted(builder)

    builder.get_by_role("button", name="Try others").first.press("Enter")

    expect(builder.get_by_role("status").filter(has_text="take 2 of 4")).to_be_visible()
    assert drafted(builder) != first
    expect(builder.get_by_role("button", name="Try others").first).to_be_focused()


def test_one_of_three_is_read_from_the_glance_and_taken_by_keyboard(empty, builder):
    builder.get_by_role("link", name="Draft it for me").press("Enter")
    builder.locator(".draft-glance a").last.press("Enter")
    builder.keyboard.press("Tab")

    expect(builder.locator(".draft").last.get_by_role("button")).to_be_focused()


def test_wishes_are_typed_and_taken_back(empty, builder, axe):
    builder.get_by_role("link", name="Draft it for me").press("Enter")
    builder.locator(".wishes summary").click()
    have = builder.get_by_role("combobox", name="Structures to have")
    have.fill("tritz")
    have.press("Enter")
    expect(builder.get_by_text("No structure is called “tritz”. Do you mean TRIZ?")).to_be_visible()
    expect(have).to_have_value("tritz")
    axe(builder)
    have.fill("triz")
    have.press("Enter")

    expect(builder.locator(".chips li")).to_have_text("TRIZ")
    expect(have).to_be_focused()
    expect(have).to_have_value("")
    expect(builder.locator(".draft").first).to_contain_text("You asked for it.")
    builder.get_by_role("button", name="Try others").first.press("Enter")
    expect(builder.get_by_role("status").filter(has_text="take 2 of 4, with TRIZ.")).to_be_visible()
    builder.locator(".matter input").first.check()
    builder.get_by_role("button", name="Take TRIZ off the list").press("Enter")

    expect(builder.locator(".chips li")).to_have_count(0)
    expect(have).to_be_focused()
    expect(builder.get_by_role("status").filter(has_text="take 2 of 4.")).to_be_visible()
    expect(builder.locator(".matter input").first).to_be_checked()
    expect(builder.locator(".wishes")).to_have_attribute("open", "")
    axe(builder)


def test_a_journey_begins_with_drafts(page, plan, axe):
    page.goto("/journeys/new/?text=Why+do+nights+matter%3F+What+do+you+say%3F")
    page.get_by_label("People").fill("18")
    page.get_by_label("Time", exact=True).fill("90")
    page.get_by_role("button", name="Draft it for me").click()

    expect(page.locator(".draft")).not_to_have_count(0)
    expect(page.locator(".proposal")).to_be_in_viewport()
    axe(page)
    page.get_by_role("button", name="Take this one").first.click()
    expect(page.locator(".session .row").first).to_be_focused()


def test_an_empty_session_is_drafted_from_the_overview(empty, builder):
    builder.get_by_role("button", name="Add a session").click()
    builder.get_by_role("link", name="Side by side").click()
    builder.locator(".column").get_by_role("link", name="Draft it for me").first.click()

    expect(builder.locator(".proposal")).to_be_focused()
    expect(builder.locator(".draft")).not_to_have_count(0)


def test_the_rest_is_drafted_anew(plan, builder, axe):
    builder.get_by_role("link", name="Draft the rest").click()
    builder.locator(".keeps").get_by_role("checkbox", name="TRIZ").uncheck()
    builder.locator(".keeps").get_by_role("checkbox", name="Coffee").uncheck()
    builder.locator(".proposal").get_by_role("button", name="Show", exact=True).click()
    expect(builder.locator(".draft").first.locator(".draft-rows")).to_contain_text("1-2-4-All")
    axe(builder)

    builder.get_by_role("button", name="Take this one").first.click()

    expect(builder.locator(".proposal")).to_have_count(0)
    assert titles(builder)[:3] == ["A word of welcome", "9 Whys", "1-2-4-All"]
    assert plan.titles(None) == ["TRIZ", "Coffee"]


def test_ticks_stay_while_something_else_is_saved_and_go_with_the_others_below(plan, builder):
    builder.get_by_role("link", name="Draft the rest").click()
    keeps = builder.locator(".keeps")
    keeps.get_by_role("checkbox", name="TRIZ").uncheck()
    keeps.get_by_role("checkbox", name="Coffee").uncheck()
    builder.locator(".proposal").get_by_role("button", name="Show", exact=True).click()
    expect(builder.locator(".draft")).not_to_have_count(0)
    keeps.get_by_role("checkbox", name="9 Whys").uncheck()
    builder.locator(".wishes summary").click()
    builder.locator(".segmented label", has_text="much").last.click()
    write(builder.locator(".row [name=title]").first, "Hello")

    expect(keeps.get_by_role("checkbox", name="9 Whys")).not_to_be_checked()
    expect(builder.get_by_role("radio", name="much")).to_be_checked()
    builder.locator(".none-of-them button").click()
    expect(builder.get_by_role("status").filter(has_text="take 2 of 4")).to_contain_text("hosted much")
    expect(keeps.get_by_role("checkbox", name="9 Whys")).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone(empty, builder, axe, scheme):
    builder.set_viewport_size({"width": 360, "height": 740})
    builder.emulate_media(color_scheme=scheme)
    builder.get_by_role("link", name="Draft it for me").click()
    expect(builder.locator(".draft")).not_to_have_count(0)

    assert builder.evaluate("document.documentElement.scrollWidth") == 360
    axe(builder)


class TestWithoutScripts:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_it_is_plain_links_and_forms(self, plan, builder):
        builder.get_by_role("link", name="Draft the rest").click()
        builder.locator(".keeps").get_by_role("checkbox", name="TRIZ").uncheck()
        builder.locator(".wishes summary").click()
        builder.get_by_label("Structures to leave out").fill("9 whys")
        builder.get_by_label("Structures to leave out").press("Enter")
        expect(builder.locator(".chips li")).to_have_text("9 Whys")
        builder.locator(".chips button").click()
        builder.get_by_role("button", name="Try others").first.click()
        builder.get_by_role("button", name="Take this one").first.click()

        assert plan.titles(None) == ["TRIZ"]
        assert "1-2-4-All" in plan.titles(plan.morning)

"""Make it fit, in the browser: read, taken in part, undone; by mouse, by keyboard, under a thumb, without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, press, row, saying

WHYS = "9 Whys: 20 → 13 minutes (its shortest is 5)"
TRIZ = "TRIZ: 35 → 7 minutes (its shortest is 5)"


@pytest.fixture
def tight(plan):
    """Eighty minutes are planned, and only forty-five are booked."""
    plan.morning.refresh_from_db()
    plan.morning.minutes = 45
    plan.morning.save()
    return plan


def minutes(page):
    return [minutes for _begins, minutes, _title in day(page)]


def ask(page):
    page.get_by_role("link", name="Make it fit").click()
    expect(page.locator(".proposal")).to_be_focused()


def test_half_of_it_is_taken_and_undone(tight, builder, axe):
    ask(builder)
    expect(builder.get_by_label(WHYS)).to_be_checked()
    expect(builder.locator(".proposal .result")).to_contain_text(
        "Ends 09:45 instead of 10:20: 35 minutes less."
    )
    axe(builder)
    builder.get_by_label(WHYS).uncheck()
    axe(builder)

    press(
        builder.get_by_role("button", name="Change what is ticked"),
        "Made it fit, in part. It ends at 09:52, 7 minutes over.",
    )

    expect(builder.locator(".proposal")).to_have_count(0)
    expect(builder.get_by_role("link", name="Make it fit")).to_be_focused()
    assert minutes(builder) == [10, 20, 7, 15]
    with saying(builder, "Undone: Made it fit, in part"):
        builder.keyboard.press("Control+z")
    assert minutes(builder) == [10, 20, 35, 15]


def test_what_is_taken_is_what_was_read(tight, builder):
    """The answer to other minutes is on its way while the diff on the page is taken."""
    ask(builder)
    builder.get_by_label("Minutes you have").fill("1h10")
    with saying(builder, "Made it fit. It ends at 09:45."):
        builder.evaluate(
            "() => { document.querySelector('.proposal form').requestSubmit();"
            " document.querySelector('[id^=take-]').click() }"
        )
    assert minutes(builder) == [10, 13, 7, 15]


def test_a_double_click_takes_it_once(tight, builder):
    ask(builder)
    with saying(builder, "Made it fit. It ends at 09:45."):
        builder.get_by_role("button", name="Change what is ticked").dblclick()
    builder.wait_for_timeout(500)
    expect(builder.locator("#said")).to_have_text("Made it fit. It ends at 09:45.")
    assert minutes(builder) == [10, 13, 7, 15]


def test_who_goes_on_typing_is_left_alone(tight, builder):
    ask(builder)
    builder.route("**/adjust/", lambda route: (builder.wait_for_timeout(800), route.continue_()))
    title = row(builder, "9 Whys").locator("textarea[name=title]").first
    with saying(builder, re.compile("^Made it fit")):
        builder.evaluate("() => document.querySelector('[id^=take-]').click()")
        title.focus()
        builder.keyboard.press("End")
        builder.keyboard.type(", again")
    expect(title).to_be_focused()
    builder.keyboard.type(" and again")
    expect(title).to_have_value("9 Whys, again and again")


def test_by_keyboard_alone(tight, builder):
    row(builder, "TRIZ").focus()
    builder.keyboard.press("f")
    expect(builder.locator(".proposal")).to_be_focused()
    field = builder.get_by_label("Minutes you have")
    field.focus()
    builder.keyboard.press("Control+a")
    builder.keyboard.type("1h10")
    builder.keyboard.press("Enter")
    expect(builder.locator(".proposal .result")).to_contain_text("Ends 10:10 instead of 10:20")
    expect(field).to_be_focused()

    builder.get_by_role("button", name="Change what is ticked").focus()
    with saying(builder, "Made it fit. It ends at 10:10."):
        builder.keyboard.press("Enter")

    assert sum(minutes(builder)) == 70
    builder.keyboard.press("?")
    expect(builder.get_by_text("make the session fit")).to_be_visible()


def test_f_is_a_letter_where_one_types(tight, builder):
    title = row(builder, "TRIZ").locator("[name=title]").first
    title.focus()
    builder.keyboard.press("End")
    builder.keyboard.type("f")

    expect(title).to_have_value("TRIZf")
    expect(builder.locator(".proposal")).to_have_count(0)


def test_what_is_no_number_comes_back_and_can_be_left(tight, builder):
    ask(builder)
    field = builder.get_by_label("Minutes you have")
    field.fill("soon")
    field.press("Enter")

    expect(builder.locator(".proposal .field-error")).to_have_text(
        re.compile("“soon” is not a number of minutes")
    )
    expect(field).to_have_value("soon")
    builder.get_by_role("link", name="Leave it as it is").click()
    expect(builder.locator(".proposal")).to_have_count(0)
    expect(builder.get_by_role("link", name="Make it fit")).to_be_focused()


class TestOnAPhone:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        phone = {"viewport": {"width": 375, "height": 812}, "has_touch": True, "is_mobile": True}
        return {**browser_context_args, **phone}

    def test_it_is_read_and_taken_with_a_thumb(self, tight, builder):
        builder.get_by_role("link", name="Make it fit").tap()
        expect(builder.locator(".proposal")).to_be_visible()

        targets = builder.locator(".proposal :is(.check, button, a.button, .short)")
        heights = targets.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert len(heights) == 6
        assert min(heights) >= 44
        assert builder.evaluate("document.documentElement.scrollWidth") <= 375
        builder.locator(".check", has_text="9 Whys").tap()
        with saying(builder, "Made it fit, in part. It ends at 09:52, 7 minutes over."):
            builder.get_by_role("button", name="Change what is ticked").tap()


class TestWithoutScripts:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_every_step_is_a_page(self, tight, builder):
        builder.get_by_role("link", name="Make it fit").click()
        expect(builder.get_by_label(TRIZ)).to_be_checked()
        builder.get_by_label("Minutes you have").fill("70")
        builder.get_by_role("button", name="Show").click()
        expect(builder.locator(".proposal .result")).to_contain_text("Ends 10:10 instead of 10:20")
        builder.get_by_role("button", name="Change what is ticked").click()

        expect(builder.locator("#messages")).to_have_text("Made it fit. It ends at 10:10.")
        expect(builder.locator(".proposal")).to_have_count(0)

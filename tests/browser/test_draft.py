"""Draft it for me, in the browser: taken, undone, redrafted in part; by keyboard, under a thumb, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, saying


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

    with saying(builder, "Drafted it: deep. It ends at 10:25, 5 minutes to spare."):
        builder.get_by_role("button", name="Take this one").first.click()

    expect(builder.locator(".proposal")).to_have_count(0)
    assert titles(builder) == first
    with saying(builder, "Undone: Drafted it: deep"):
        builder.keyboard.press("Control+z")
    assert titles(builder) == []


def test_others_are_shown(empty, builder):
    builder.get_by_role("link", name="Draft it for me").click()
    expect(builder.locator(".draft")).not_to_have_count(0)
    first = drafted(builder)

    builder.get_by_role("button", name="Try others").press("Enter")

    expect(builder.locator("[name=about][type=hidden]")).to_have_value("~1")
    assert drafted(builder) != first


def test_the_rest_is_drafted_anew(plan, builder, axe):
    builder.get_by_role("link", name="Draft it for me").click()
    builder.locator(".keeps").get_by_role("checkbox", name="TRIZ").uncheck()
    builder.locator(".keeps").get_by_role("checkbox", name="Coffee").uncheck()
    builder.locator(".proposal").get_by_role("button", name="Show", exact=True).click()
    expect(builder.locator(".draft").first.locator(".draft-rows")).to_contain_text("1-2-4-All")
    axe(builder)

    builder.get_by_role("button", name="Take this one").first.click()

    expect(builder.locator(".proposal")).to_have_count(0)
    assert titles(builder)[:3] == ["A word of welcome", "9 Whys", "1-2-4-All"]
    assert plan.titles(None) == ["TRIZ", "Coffee"]


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
        builder.get_by_role("link", name="Draft it for me").click()
        builder.locator(".keeps").get_by_role("checkbox", name="TRIZ").uncheck()
        builder.locator(".proposal").get_by_role("button", name="Show", exact=True).click()
        builder.get_by_role("button", name="Try others").click()
        builder.get_by_role("button", name="Take this one").first.click()

        assert plan.titles(None) == ["TRIZ"]
        assert "1-2-4-All" in plan.titles(plan.morning)

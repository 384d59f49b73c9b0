"""Something changed, ten minutes before the start: on a phone, with one thumb."""

import pytest
from playwright.sync_api import expect

from sessions.models import Journey
from tests.browser.builder import day, saying

PHONE = {"viewport": {"width": 375, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, **PHONE, "reduced_motion": "reduce"}


@pytest.fixture
def for_twelve(plan):
    """TRIZ asks for twelve people; 1-2-4-All answers the same question."""
    triz = plan.rows["TRIZ"].structure
    triz.people_min = 12
    triz.save()
    return plan


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_six_came_and_the_first_repair_is_taken_and_undone(for_twelve, builder, axe):
    plan, page = for_twelve, builder
    before = Journey.objects.get().snapshot()

    page.get_by_role("link", name="Something changed").tap()
    page.get_by_role("button", name="Other people came").tap()
    box = page.get_by_label("How many are there?")
    expect(box).to_be_focused()
    box.fill("6")
    page.get_by_role("button", name="What helps?").tap()
    first = page.locator(".choice").first
    expect(first.locator("legend")).to_have_text("1-2-4-All instead of TRIZ")
    assert sideways(page) == 0
    axe(page)

    words = "6 came instead of 18: 1-2-4-All instead of TRIZ. It ends at 09:57, 33 minutes to spare."
    with saying(page, words):
        first.get_by_role("button").tap()
    assert day(page) == [
        ("09:00", 10, "A word of welcome"),
        ("09:10", 20, "9 Whys"),
        ("09:30", 12, "1-2-4-All"),
        ("09:42", 15, "Coffee"),
    ]
    expect(page.locator(".proposal")).to_have_count(0)
    assert plan.journey.sessions.get().people == 6

    with saying(page, "Undone: 6 came instead of 18: 1-2-4-All instead of TRIZ"):
        page.get_by_role("button", name="Undo").tap()
    assert Journey.objects.get().snapshot() == before
    assert [title for _time, _minutes, title in day(page)] == [
        "A word of welcome",
        "9 Whys",
        "TRIZ",
        "Coffee",
    ]


def test_what_cannot_be_stays_in_its_field_with_the_reason(for_twelve, builder):
    page = builder
    page.get_by_role("link", name="Something changed").tap()
    page.get_by_role("button", name="We begin late").tap()
    box = page.get_by_label("How many minutes late?")
    box.fill("soon")
    page.get_by_role("button", name="What helps?").tap()

    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_value("soon")
    expect(page.locator(".proposal .field-error")).to_have_text(
        "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."
    )
    page.get_by_role("link", name="Something else").tap()
    expect(page.get_by_role("button", name="Other people came")).to_be_visible()
    assert sideways(page) == 0


class TestWithoutScripts:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, **PHONE, "java_script_enabled": False}

    def test_it_takes_the_same_presses(self, for_twelve, builder):
        page = builder
        page.get_by_role("link", name="Something changed").tap()
        page.get_by_role("button", name="Other people came").tap()
        page.get_by_label("How many are there?").fill("6")
        page.get_by_role("button", name="What helps?").tap()
        page.get_by_role("button", name="1-2-4-All instead of TRIZ").tap()

        expect(page.locator("#said")).to_contain_text("6 came instead of 18: 1-2-4-All instead of TRIZ.")
        assert [title for _time, _minutes, title in day(page)] == [
            "A word of welcome",
            "9 Whys",
            "1-2-4-All",
            "Coffee",
        ]

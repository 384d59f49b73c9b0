"""Several sessions in the builder: their tabs, one of them alone, all side by side, and rows from one to another."""

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect

from tests.browser.builder import field, press, row, saying, titles, unfold, write
from tests.browser.test_builder_mouse import drag
from tests.browser.test_builder_phone import PRESSED, SMALL, THUMB
from tests.journey_factories import create_session

TRIZ_THERE = "TRIZ moved to position 1. Starts 14:00"
SCREENS = [(1440, "light"), (768, "dark"), (360, "light"), (360, "dark")]


@pytest.fixture
def afternoon(plan):
    """Three weeks after the morning, and nothing in it."""
    return create_session(
        journey=plan.journey,
        title="Afternoon",
        date=date(2027, 2, 4),
        starts_at=time(14),
        timezone="Europe/London",
    )


@pytest.fixture
def sessions(afternoon, builder):
    """The builder of both sessions."""
    return builder


def tab(page, name):
    return page.locator(".tabs").get_by_role("link", name=name)


def show(page, name):
    """Choose a tab, and wait until it is the one in view."""
    tab(page, name).click()
    expect(tab(page, name)).to_have_attribute("aria-current", "page")


def rows_of(page, session):
    return page.locator(f"[data-home='{session.code if session else 'parked'}'] > .row")


# Tabs


def test_a_tab_shows_one_session_and_the_focus_stays_on_it(sessions, plan, afternoon):
    expect(sessions.locator(".between")).to_have_text("3 weeks later")
    tab(sessions, "Morning").focus()
    sessions.keyboard.press("Enter")

    expect(tab(sessions, "Morning")).to_have_attribute("aria-current", "page")
    expect(tab(sessions, "Morning")).to_be_focused()
    expect(sessions.locator(".session")).to_have_count(1)
    expect(sessions.locator(".stave")).to_have_count(1)
    sessions.keyboard.press("Tab")
    sessions.keyboard.press("Enter")
    expect(tab(sessions, "Afternoon")).to_have_attribute("aria-current", "page")
    expect(tab(sessions, "Afternoon")).to_be_focused()
    assert titles(sessions.locator(".session .row")) == []


def test_a_change_an_undo_and_a_reload_keep_the_view(sessions, plan):
    show(sessions, "Morning")
    write(field(row(sessions, "TRIZ"), "minutes"), "40")
    press(sessions.get_by_role("button", name="Undo"), re.compile("^Undone"))
    sessions.reload()

    expect(tab(sessions, "Morning")).to_have_attribute("aria-current", "page")
    expect(sessions.locator(".session")).to_have_count(1)
    show(sessions, "All")
    expect(sessions.locator(".session")).to_have_count(2)


def test_a_structure_goes_into_the_session_in_view(sessions, plan):
    show(sessions, "Morning")
    press(sessions.get_by_role("button", name="Add 1-2-4-All"), "Added 1-2-4-All. Starts 10:05 in Morning.")

    assert "1-2-4-All" in plan.titles(plan.morning)


def test_a_tab_says_when_more_is_planned_than_fits(sessions):
    expect(tab(sessions, "Morning")).to_have_text(re.compile(r"Thu 14 Jan\s*fits"))
    write(field(row(sessions, "TRIZ"), "minutes"), "57")

    expect(tab(sessions, "Morning")).to_have_text(re.compile(r"Thu 14 Jan\s*12 over"))


# Rows from one session to another, in the document


def test_a_row_stands_in_another_session(sessions, plan, afternoon):
    triz = row(sessions, "TRIZ")
    unfold(triz)
    triz.get_by_label("Stands in").select_option("Afternoon")
    press(triz.get_by_role("button", name="Move TRIZ", exact=True), f"{TRIZ_THERE}.")

    assert titles(rows_of(sessions, afternoon)) == plan.titles(afternoon) == ["TRIZ"]


def test_the_keys_carry_a_row_over_the_border_and_back(sessions, plan, afternoon):
    field(row(sessions, "Coffee"), "title").focus()
    with saying(sessions, "Coffee moved to position 1. Starts 14:00."):
        sessions.keyboard.press("Alt+ArrowDown")
    assert plan.titles(afternoon) == ["Coffee"]

    row(sessions, "Coffee").focus()
    with saying(sessions, "Coffee moved to position 4. Starts 10:05."):
        sessions.keyboard.press("Alt+ArrowUp")
    assert plan.titles(plan.morning)[-1] == "Coffee"


# Side by side


@pytest.fixture
def overview(sessions):
    show(sessions, "Side by side")
    return sessions


def test_a_row_is_dragged_to_another_day(overview, plan, afternoon):
    with saying(overview, f"{TRIZ_THERE} in Afternoon."):
        drag(overview, "TRIZ", overview.locator(f"[data-home='{afternoon.code}']"))

    assert titles(rows_of(overview, afternoon)) == plan.titles(afternoon) == ["TRIZ"]
    expect(tab(overview, "Side by side")).to_have_attribute("aria-current", "page")


def test_a_row_is_dragged_into_the_parking_beside_them(overview, plan):
    with saying(overview, "Parked TRIZ. It is off the clock."):
        drag(overview, "TRIZ", overview.locator(".rows.parked"))

    assert titles(rows_of(overview, None)) == plan.titles(None) == ["TRIZ"]


def test_a_menu_moves_a_row_to_the_day_beside(overview, plan, afternoon):
    triz = row(overview, "TRIZ")
    triz.locator(".more > summary").click()
    press(triz.get_by_role("button", name="To Afternoon"), f"{TRIZ_THERE} in Afternoon.")
    press(triz.get_by_role("button", name="To Morning"), re.compile("in Morning.$"))

    assert (plan.titles(plan.morning)[-1], plan.titles(afternoon)) == ("TRIZ", [])


def test_the_keys_take_a_row_up_and_carry_it_to_another_day(overview, plan, afternoon):
    row(overview, "Coffee").locator(".grip").focus()
    overview.keyboard.press("Enter")
    overview.keyboard.press("ArrowDown")
    expect(overview.locator("#said")).to_have_text("Coffee: place 1 of 1 in Afternoon.")
    with saying(overview, "Coffee moved to position 1. Starts 14:00 in Afternoon."):
        overview.keyboard.press("Enter")
    expect(row(overview, "Coffee").locator(".grip")).to_be_focused()

    row(overview, "Coffee").focus()
    with saying(overview, "Parked Coffee. It is off the clock."):
        overview.keyboard.press("p")
    assert (plan.titles(afternoon), plan.titles(None)) == ([], ["Coffee"])


def test_several_rows_are_selected_and_moved_at_once(overview, plan, afternoon):
    for title in ("9 Whys", "TRIZ"):
        row(overview, title).locator(".time").click(modifiers=["Control"])
    expect(overview.locator("#several-count")).to_have_text("2 selected")
    overview.locator("#several-home").select_option("Afternoon")
    press(overview.locator("#several-move"), "Moved 2 activities.")

    assert plan.titles(afternoon) == ["9 Whys", "TRIZ"]


def test_titles_minutes_and_times_are_edited_where_they_stand(overview, plan):
    write(field(row(overview, "TRIZ"), "minutes"), "1h")
    write(field(row(overview, "Coffee"), "title"), "Tea")

    expect(overview.locator(".column .sum").first).to_contain_text("105 of 90 min")
    expect(field(row(overview, "Tea"), "begins")).to_have_value("10:30")
    write(field(row(overview, "TRIZ"), "minutes"), "soon", words=re.compile("is not a number"))
    expect(field(row(overview, "TRIZ"), "minutes")).to_have_attribute("aria-invalid", "true")


def test_steps_and_details_are_shown_in_their_session(overview, plan):
    triz = row(overview, "TRIZ")
    triz.locator(".more > summary").click()
    triz.get_by_role("link", name="Steps and details").click()

    expect(tab(overview, "Morning")).to_have_attribute("aria-current", "page")
    expect(row(overview, "TRIZ").locator(".details")).to_be_visible()


def test_help_and_questions_stand_below(overview):
    overview.locator("#columns").focus()
    overview.keyboard.press("/")

    expect(overview.get_by_role("searchbox", name="Search the catalogue")).to_be_focused()


# Sessions themselves


def test_sessions_change_places(overview, plan):
    press(overview.get_by_role("button", name="Move Morning later"), "Morning moved to place 2.")

    heads = overview.locator(".column h3")
    assert heads.all_inner_texts() == ["Afternoon", "Morning", "Parked"]
    expect(overview.locator(".since").nth(1)).to_have_text("before Afternoon")
    expect(overview.get_by_role("button", name="Move Morning later")).to_be_disabled()


def test_a_session_is_copied_and_a_removed_one_asked_about_first(sessions, plan, afternoon):
    head = sessions.locator(f"#session-{plan.morning.code} .where")
    head.locator("> summary").click()
    press(head.get_by_role("button", name="Duplicate this session"), re.compile("^Added Copy of Morning."))
    assert titles(sessions.locator(".session").nth(1).locator(".row")) == plan.titles(plan.morning)
    press(head.get_by_role("button", name="Move later"), "Morning moved to place 2.")

    expect(head.get_by_role("button", name="Remove Morning")).to_be_hidden()
    head.locator(".asks > summary").click()
    press(head.get_by_role("button", name="Remove Morning"), "Removed Morning. Its activities are parked.")
    assert len(plan.titles(None)) == 4
    press(sessions.get_by_role("button", name="Undo"), "Undone: Removed Morning")
    assert (plan.titles(None), len(titles(sessions.locator(".session .row")))) == ([], 8)


# Everywhere


@pytest.mark.parametrize("name", ["All", "Morning", "Side by side"])
def test_every_view_is_for_everybody_to_read_and_never_wider_than_the_screen(sessions, axe, name):
    tab(sessions, name).click()
    expect(tab(sessions, name)).to_have_attribute("aria-current", "page")
    for width, scheme in SCREENS:
        sessions.set_viewport_size({"width": width, "height": 800})
        sessions.emulate_media(color_scheme=scheme)
        axe(sessions)
        assert sessions.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_swipes_through_the_days(overview):
    overview.set_viewport_size({"width": 375, "height": 800})
    places = "() => [...document.querySelectorAll('.column')].map(one => Math.round(one.getBoundingClientRect().x))"
    before = overview.evaluate(places)

    overview.locator("#columns").evaluate("columns => columns.scrollBy({left: 280, behavior: 'instant'})")
    overview.wait_for_timeout(400)
    after = overview.evaluate(places)

    assert (before[0], after[1]) == (16, 16)  # the next day begins where the first one did
    assert before[1] < 375  # and its edge was seen


class TestPhone:
    """Under a thumb everything can be hit, and a row goes to another day by its menu."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        screen = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
        return {**browser_context_args, **screen, "reduced_motion": "reduce"}

    def test_a_row_goes_to_another_day(self, overview, plan, afternoon):
        triz = row(overview, "TRIZ")
        triz.locator(".more > summary").tap()
        with saying(overview, f"{TRIZ_THERE} in Afternoon."):
            triz.get_by_role("button", name="To Afternoon").tap()

        assert plan.titles(afternoon) == ["TRIZ"]

    @pytest.mark.parametrize("name", ["Morning", "Side by side"])
    def test_everything_is_high_enough_for_a_thumb(self, sessions, plan, name):
        show(sessions, name)
        row(sessions, "TRIZ").locator(".more > summary").tap()
        for summary in sessions.locator(".where > summary, .asks > summary").all():
            summary.tap()

        assert sessions.evaluate(SMALL, [f"{PRESSED}, .tabs a", THUMB]) == []
        assert sessions.evaluate("document.documentElement.scrollWidth") <= 360


class TestPlain:
    """Without scripts tabs are links, and every form comes back to the view it was sent from."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_the_view_stays(self, sessions, plan, afternoon):
        tab(sessions, "Morning").click()
        sessions.get_by_role("button", name="Move TRIZ up").click()
        expect(sessions.locator("#messages")).to_have_text(
            "TRIZ moved to position 2. Starts 09:10 in Morning."
        )
        expect(sessions.locator(".session")).to_have_count(1)
        sessions.locator(".ledger .qn").first.click()
        expect(sessions.locator(".session")).to_have_count(1)
        tab(sessions, "Side by side").click()
        row(sessions, "TRIZ").locator(".more > summary").click()
        row(sessions, "TRIZ").get_by_role("button", name="To Afternoon").click()

        expect(sessions.locator(".column")).to_have_count(3)
        assert plan.titles(afternoon) == ["TRIZ"]

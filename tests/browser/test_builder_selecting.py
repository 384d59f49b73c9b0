"""Several rows at once: selected with boxes, Shift and Ctrl, and changed together."""

import pytest
from playwright.sync_api import expect

from tests.browser.builder import press, row, saying
from tests.journey_factories import create_session


@pytest.fixture
def bar(builder):
    return builder.locator("#several")


def pick(builder, title):
    return builder.get_by_role("checkbox", name=f"Select {title}")


def beside(builder, title):
    """A place of the row where nothing is to be pressed."""
    return row(builder, title).locator(".stem")


def test_the_bar_is_there_while_something_is_selected(builder, bar):
    expect(bar).to_be_hidden()

    pick(builder, "TRIZ").check()
    expect(builder.locator("#several-count")).to_have_text("1 selected")
    pick(builder, "Coffee").check()
    expect(builder.locator("#several-count")).to_have_text("2 selected")
    bar.get_by_role("button", name="Clear").click()

    expect(bar).to_be_hidden()
    expect(builder.locator(".pick :checked")).to_have_count(0)


def test_shift_selects_up_to_here_and_control_one_more_or_less(builder, plan, bar):
    beside(builder, "A word of welcome").click(modifiers=["ControlOrMeta"])
    beside(builder, "TRIZ").click(modifiers=["Shift"])
    expect(builder.locator("#several-count")).to_have_text("3 selected")
    beside(builder, "9 Whys").click(modifiers=["ControlOrMeta"])
    expect(builder.locator("#several-count")).to_have_text("2 selected")

    press(bar.get_by_role("button", name="Park"), "Parked 2 activities.")

    assert plan.titles(plan.morning) == ["9 Whys", "Coffee"]
    assert plan.titles(None) == ["A word of welcome", "TRIZ"]
    expect(bar).to_be_hidden()


def test_boxes_take_a_range_too(builder, bar):
    pick(builder, "A word of welcome").check()
    pick(builder, "Coffee").click(modifiers=["Shift"])

    expect(builder.locator("#several-count")).to_have_text("4 selected")


def test_they_move_to_another_session_are_assigned_copied_and_removed(builder, plan, bar):
    afternoon = create_session(journey=plan.journey, title="Afternoon")
    builder.reload()
    for title in ("9 Whys", "TRIZ"):
        pick(builder, title).check()
    bar.get_by_label("Move what is selected to").select_option("Afternoon")
    press(bar.get_by_role("button", name="Move", exact=True), "Moved 2 activities.")
    assert plan.titles(afternoon) == ["9 Whys", "TRIZ"]

    for title in ("9 Whys", "TRIZ"):
        pick(builder, title).check()
    bar.get_by_label("Question that what is selected answers").select_option(index=1)
    press(bar.get_by_role("button", name="Assign"), "2 activities answer that question now.")
    assert plan.journey.questions.first().activities.count() == 2

    for title in ("9 Whys", "TRIZ"):
        pick(builder, title).check()
    press(bar.get_by_role("button", name="Duplicate"), "Duplicated 2 activities.")
    pick(builder, "A word of welcome").check()
    press(bar.get_by_role("button", name="Remove"), "Removed 1 activity. Undo brings it back.")
    assert plan.titles(plan.morning) == ["Coffee"]
    assert plan.titles(afternoon) == ["9 Whys", "9 Whys", "TRIZ", "TRIZ"]


def test_keys_are_for_what_is_selected_and_escape_lets_go(builder, plan, bar):
    for title in ("9 Whys", "TRIZ"):
        pick(builder, title).check()

    with saying(builder, "Duplicated 2 activities."):
        builder.keyboard.press("Control+d")
    for title in ("A word of welcome", "Coffee"):
        pick(builder, title).check()
    with saying(builder, "Parked 2 activities."):
        builder.keyboard.press("p")
    pick(builder, "Coffee").check()
    builder.keyboard.press("Escape")

    expect(bar).to_be_hidden()
    assert plan.titles(plan.morning) == ["9 Whys", "9 Whys", "TRIZ", "TRIZ"]


def test_what_is_selected_stays_so_when_something_else_changes(builder, plan, bar):
    pick(builder, "TRIZ").check()

    press(builder.get_by_role("button", name="Move Coffee up"), "Coffee moved to position 3. Starts 09:30.")

    expect(pick(builder, "TRIZ")).to_be_checked()
    expect(builder.locator("#several-count")).to_have_text("1 selected")


def test_shift_and_control_belong_to_a_field_inside_it(builder, bar):
    row(builder, "TRIZ").locator("[name=invitation]").click()
    row(builder, "TRIZ").locator("[name=invitation]").click(modifiers=["Shift"])

    expect(bar).to_be_hidden()


def test_what_cannot_be_done_keeps_the_selection(builder, plan, bar):
    builder.route("**/here/", lambda route: route.abort())
    for title in ("TRIZ", "Coffee"):
        pick(builder, title).check()
    plan.journey.remove(plan.rows["Coffee"])

    press(bar.get_by_role("button", name="Park"), "One of them is no longer in this journey.")

    expect(builder.locator("#several-count")).to_have_text("1 selected")

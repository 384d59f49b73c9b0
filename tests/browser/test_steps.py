"""The steps of a row in the browser: edited where they stand, by mouse, by keyboard alone, and under a thumb."""

import re

import pytest
from playwright.sync_api import expect

from structures.models import Step
from tests.browser.builder import day, field, row, saying, unfold, write
from tests.browser.builder import press as click


@pytest.fixture
def triz(builder, plan):
    """TRIZ, folded out: it has a step of 35 minutes, between 5 and 90."""
    unfold(row(builder, "TRIZ"))
    return builder.locator(f"#activity-{plan.rows['TRIZ'].code}")


def steps(triz):
    return triz.locator(".step")


def names(triz):
    return steps(triz).locator("textarea[name=title]").evaluate_all("all => all.map(one => one.value)")


def press_key(page, key, words):
    with saying(page, words):
        page.keyboard.press(key)


def test_what_is_typed_into_a_step_moves_the_rows_below(builder, plan, triz):
    write(field(steps(triz), "minutes"), "50")
    assert [row[:2] for row in day(builder)][2:] == [("09:30", 50), ("10:20", 15)]

    steps(triz).locator("summary").click()
    write(field(steps(triz), "count"), "2")
    assert [row[:2] for row in day(builder)][2:] == [("09:30", 100), ("11:10", 15)]
    expect(steps(triz).locator(".times")).to_contain_text("×2")
    write(
        field(steps(triz), "minutes_min"),
        "1h",
        words="The shortest cannot be more than the step's 50 minutes.",
    )
    expect(field(steps(triz), "minutes_min")).to_have_value("1h")
    write(field(steps(triz), "minutes_min"), "40")
    with saying(builder, "Saved."):
        steps(triz).get_by_label("Groups").select_option("pairs")
    expect(steps(triz).locator(".sits")).to_have_text("nine pairs")
    assert steps(triz).locator("details").evaluate("one => one.open")

    saved = plan.rows["TRIZ"].steps.get()
    assert (saved.minutes_min, saved.minutes, saved.count, saved.grouping) == (40, 50, 2, "pairs")


def test_steps_are_added_named_and_moved_by_keyboard_alone(builder, plan, triz):
    triz.get_by_role("button", name="Add a step").focus()
    press_key(builder, "Enter", "Added a step to TRIZ.")
    fresh = steps(triz).last.locator("textarea[name=title]")
    expect(fresh).to_be_focused()
    builder.keyboard.type("Stop it")
    press_key(builder, "Enter", "Saved.")
    builder.keyboard.press("End")
    builder.keyboard.type(", now")
    press_key(builder, "Alt+ArrowUp", "Stop it, now is step 1 now.")

    expect(steps(triz).first.locator("textarea[name=title]")).to_be_focused()
    assert names(triz) == ["Stop it, now", "Step 1"]
    press_key(builder, "Alt+ArrowDown", "Stop it, now is step 2 now.")
    steps(triz).last.locator("summary").focus()
    builder.keyboard.press("Enter")
    steps(triz).last.get_by_role("button", name="Remove").focus()
    press_key(builder, "Enter", "Removed the step Stop it, now. Undo brings it back.")
    expect(steps(triz)).to_be_focused()  # what stands nearest
    press_key(builder, "Control+z", "Undone: Removed a step of TRIZ")
    assert names(triz) == ["Step 1", "Stop it, now"]


AT_ONCE = """() => document.addEventListener("board:shown", () => setTimeout(() => {
  const field = document.activeElement;
  field.value = "Stop it";
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
}), {once: true})"""
"""Write into what has the focus in the very moment in which the answer is shown, and press Enter."""


def test_a_step_that_was_just_drawn_hears_a_key_at_once(builder, plan, triz):
    builder.evaluate(AT_ONCE)
    triz.get_by_role("button", name="Add a step").focus()
    press_key(builder, "Enter", "Saved.")
    builder.keyboard.press("End")
    builder.keyboard.type(", now")
    press_key(builder, "Alt+ArrowUp", "Stop it, now is step 1 now.")

    expect(steps(triz).first.locator("textarea[name=title]")).to_be_focused()
    assert [step.title for step in plan.rows["TRIZ"].steps.all()] == ["Stop it, now", "Step 1"]


def test_the_catalogues_steps_are_taken_again_and_undone(builder, plan, triz):
    write(field(steps(triz), "minutes"), "50")
    triz.get_by_text("Reset to the catalogue").click()
    click(
        triz.get_by_role("button", name="Reset the steps"),
        re.compile("^TRIZ has the catalogue's steps again."),
    )
    expect(field(steps(triz), "minutes")).to_have_value("35")

    click(builder.get_by_role("button", name="Undo"), "Undone: Reset the steps of TRIZ")

    expect(field(steps(triz), "minutes")).to_have_value("50")


def test_a_change_of_the_catalogue_is_shown_and_can_be_left(builder, plan, axe):
    Step.objects.filter(structure__name="TRIZ").update(minutes=40)
    builder.reload()
    expect(row(builder, "TRIZ")).to_contain_text("The catalogue has changed since.")
    unfold(row(builder, "TRIZ"))
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    expect(triz.locator(".changed-since li")).to_have_text(re.compile(r"Step 1\s+minutes 35 → 40"))
    steps(triz).locator("summary").click()
    axe(builder)

    click(triz.get_by_role("button", name="Keep mine"), "TRIZ keeps its own steps.")

    expect(triz).not_to_contain_text("The catalogue has changed")
    expect(field(steps(triz), "minutes")).to_have_value("35")


def test_undo_leaves_a_step_folded_out(builder, triz):
    steps(triz).locator("summary").click()
    write(field(steps(triz), "minutes_max"), "70")

    click(builder.get_by_role("button", name="Undo"), "Undone: Edited a step of TRIZ")

    expect(field(steps(triz), "minutes_max")).to_have_value("90")
    expect(field(steps(triz), "minutes_max")).to_be_visible()


@pytest.fixture
def phone(builder):
    builder.set_viewport_size({"width": 390, "height": 844})
    return builder


def test_a_phone_edits_all_of_a_step(phone, plan, triz):
    click(triz.get_by_role("button", name="Add a step"), "Added a step to TRIZ.")
    step = steps(triz).last
    expect(step.get_by_role("button", name="up")).to_be_hidden()
    step.locator("summary").click()
    write(field(step, "what"), "Each group says what it stops.")
    click(step.get_by_role("button", name="Move New step up"), "New step is step 1 now.")
    click(steps(triz).first.get_by_role("button", name="Duplicate"), "Added a step to TRIZ.")

    assert names(triz) == ["New step", "New step", "Step 1"]
    assert phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert [one.what != "" for one in plan.rows["TRIZ"].steps.all()] == [True, True, False]

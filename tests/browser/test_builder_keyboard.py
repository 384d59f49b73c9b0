"""The builder by keyboard alone: what a mouse does has a key, the focus is never lost, changes are said in words."""

import re

from playwright.sync_api import expect

from tests.browser.builder import day, field, row, saying, titles
from tests.browser.plans import MORNING, create_catalogue

WELCOME, WHYS, TRIZ, COFFEE = MORNING
FOCUS = "document.activeElement.id || document.activeElement.localName"


def reach(page, target, *, key="Tab", steps=60):
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    handle = target.element_handle()
    for _step in range(steps):
        page.keyboard.press(key)
        if handle.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{steps} times {key} do not lead to {target}")


def press_key(page, key, words):
    with saying(page, words):
        page.keyboard.press(key)


def test_a_small_plan_is_made_by_keyboard_alone(page, live_server):
    create_catalogue()
    page.goto("/journeys/new/")
    reach(page, page.get_by_label("What is it for?"))
    page.keyboard.type("So that every patient goes home in time.")
    reach(page, page.get_by_label("People"))
    page.keyboard.type("18")
    reach(page, page.get_by_role("button", name="Start planning"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/journeys/\w{10}/$"))

    reach(page, page.get_by_label("Start", exact=True))
    page.keyboard.type("9")
    press_key(page, "Enter", "Saved.")
    expect(page.locator(".session")).to_have_count(1)  # Enter presses no button that the fields stand beside
    reach(page, page.get_by_role("button", name="Opening"))
    press_key(page, "Enter", "Added Opening. Starts 09:00.")
    reach(page, page.get_by_role("button", name="Add 9 Whys"))
    press_key(page, "Enter", "Added 9 Whys. Starts 09:10.")
    reach(page, page.get_by_role("button", name="Add TRIZ"))
    press_key(page, "Space", "Added TRIZ. Starts 09:30.")
    minutes = field(row(page, "TRIZ"), "minutes")
    reach(page, minutes, key="Shift+Tab")
    page.keyboard.type("40")
    press_key(page, "Tab", "Saved.")
    press_key(page, "Alt+ArrowUp", "TRIZ moved to position 2. Starts 09:10.")

    assert day(page) == [("09:00", 10, "Opening"), ("09:10", 40, "TRIZ"), ("09:50", 20, "9 Whys")]


def test_alt_and_an_arrow_move_the_row_one_types_in(builder, plan):
    title = builder.locator(f"#title-{plan.rows['TRIZ'].code}")
    title.focus()
    builder.keyboard.press("End")
    builder.keyboard.type(", gently")

    press_key(builder, "Alt+ArrowUp", "TRIZ, gently moved to position 2. Starts 09:10.")
    expect(title).to_be_focused()
    press_key(builder, "Alt+ArrowDown", "TRIZ, gently moved to position 3. Starts 09:30.")
    expect(title).to_be_focused()
    press_key(builder, "Alt+ArrowDown", "TRIZ, gently moved to position 4. Starts 09:45.")

    assert plan.titles(plan.morning) == ["A word of welcome", "9 Whys", "Coffee", "TRIZ, gently"]


def test_alt_and_an_arrow_move_a_question(builder, plan):
    builder.locator(".ledger").get_by_role("textbox", name="Question").first.focus()

    press_key(builder, "Alt+ArrowDown", "Question moved to place 2.")

    asked = ["Where are we starting, really?", "Why does our work matter?"]
    assert list(plan.journey.questions.values_list("text", flat=True)) == asked


def test_control_z_takes_changes_back_and_again(builder):
    builder.get_by_role("button", name="Move TRIZ up").focus()
    press_key(builder, "Enter", "TRIZ moved to position 2. Starts 09:10.")

    expect(builder.locator("#said")).to_have_role("status")  # a screen reader says it too
    press_key(builder, "Control+z", "Undone: Moved TRIZ")
    assert day(builder) == MORNING
    press_key(builder, "Control+Shift+z", "Done again: Moved TRIZ")
    assert titles(builder.locator(".row")) == ["A word of welcome", "TRIZ", "9 Whys", "Coffee"]


def test_control_z_belongs_to_the_text_while_one_types(builder, plan):
    title = field(row(builder, "TRIZ"), "title")
    title.focus()
    builder.keyboard.press("End")
    builder.keyboard.type("!")

    builder.keyboard.press("Control+z")

    expect(title).to_have_value("TRIZ")
    plan.journey.refresh_from_db()
    assert plan.journey.newest.what == "Added Coffee"


def test_one_sees_where_the_focus_is(builder):
    """A line under the text; a thicker one in the colour of mistakes where it cannot be so."""
    for name in ("title", "minutes", "invitation"):
        box = field(row(builder, "TRIZ"), name)
        expect(box).to_have_css("box-shadow", re.compile(r"rgba\(0, 0, 0, 0\)|transparent"))
        box.focus()
        expect(box).to_have_css("box-shadow", re.compile("0px 2px 0px 0px$"))


def test_escape_leaves_a_field_as_it_was(builder, plan):
    minutes = field(row(builder, "TRIZ"), "minutes")
    minutes.press("Control+a")
    builder.keyboard.type("99")

    builder.keyboard.press("Escape")

    expect(minutes).to_have_value("35")
    expect(builder.locator(f"#activity-{plan.rows['TRIZ'].code}")).to_be_focused()
    press_key(builder, "Alt+ArrowUp", "TRIZ moved to position 2. Starts 09:10.")
    assert plan.journey.activities.get(title="TRIZ").minutes is None


def test_escape_after_nonsense_brings_the_minutes_back(builder):
    minutes = field(row(builder, "TRIZ"), "minutes")
    minutes.press("Control+a")
    builder.keyboard.type("soon")
    press_key(builder, "Enter", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15.")
    expect(minutes).to_be_focused()

    builder.keyboard.press("Escape")

    expect(minutes).to_have_value("35")
    expect(builder.locator(".field-error")).to_have_count(0)


def test_enter_saves_a_title_and_begins_the_next_row(builder, plan):
    title = builder.locator(f"#title-{plan.rows['TRIZ'].code}")
    title.press("Control+a")
    builder.keyboard.type("Stop it")

    press_key(builder, "Enter", "Added a row. Starts 10:05.")
    builder.keyboard.type("Coffee, early")  # the focus is in its title, all of it selected
    press_key(builder, "Tab", "Saved.")

    assert plan.titles(plan.morning) == ["A word of welcome", "9 Whys", "Stop it", "Coffee, early", "Coffee"]
    minutes = field(row(builder, "Coffee, early"), "minutes")
    minutes.press("Control+a")
    builder.keyboard.type("1h15")
    press_key(builder, "Enter", "Saved.")
    expect(minutes).to_have_value("75")
    assert day(builder)[-1] == ("11:20", 15, "Coffee")


def test_enter_on_a_row_begins_the_next_one_and_arrows_go_from_row_to_row(builder, plan):
    builder.locator(f"#activity-{plan.rows['9 Whys'].code}").focus()
    builder.keyboard.press("ArrowDown")
    expect(builder.locator(f"#activity-{plan.rows['TRIZ'].code}")).to_be_focused()
    builder.keyboard.press("ArrowUp")

    press_key(builder, "Enter", "Added a row. Starts 09:30.")

    assert plan.titles(plan.morning)[2] == "New activity"


def test_details_fold_out_and_in_with_the_arrows(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    triz.focus()

    builder.keyboard.press("ArrowRight")
    expect(field(triz, "notes")).to_be_visible()
    expect(triz).to_be_focused()
    builder.keyboard.press("ArrowLeft")
    expect(field(triz, "notes")).to_have_count(0)


def test_escape_closes_details_and_leads_back_to_the_row(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    triz.focus()
    builder.keyboard.press("ArrowRight")
    field(triz, "notes").fill("Laugh.")
    builder.keyboard.press("Escape")  # leaves the field as it was
    expect(triz).to_be_focused()

    builder.keyboard.press("Escape")

    expect(field(triz, "notes")).to_have_count(0)
    expect(triz).to_be_focused()
    assert plan.journey.activities.get(title="TRIZ").notes == ""


def test_letters_duplicate_park_and_search(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    triz.focus()
    press_key(builder, "Control+d", "Duplicated TRIZ. Starts 10:05.")
    assert plan.titles(plan.morning).count("TRIZ") == 2
    triz.focus()
    press_key(builder, "p", "Parked TRIZ. It is off the clock.")
    builder.locator(f"#activity-{plan.rows['TRIZ'].code}").focus()
    press_key(builder, "p", re.compile("^Brought back TRIZ"))

    builder.keyboard.press("/")

    expect(builder.locator("#q")).to_be_focused()
    builder.keyboard.type("p/?")  # letters are letters where one types
    expect(builder.locator("#q")).to_have_value("p/?")
    expect(builder.locator("#searched")).to_have_value("p/?")
    builder.keyboard.press("Escape")  # takes the search away, and then leads back
    expect(builder.locator("#searched")).to_have_value("")
    expect(builder.locator("#q")).to_be_focused()
    builder.keyboard.press("Escape")
    expect(builder.locator(f"#activity-{plan.rows['TRIZ'].code}")).to_be_focused()


def test_the_keys_are_shown_and_escape_leads_back(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    triz.focus()

    builder.keyboard.press("?")
    expect(builder.get_by_role("dialog", name="Keys")).to_be_visible()
    builder.keyboard.press("Escape")

    expect(builder.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(triz).to_be_focused()


def test_single_keys_can_be_switched_off_and_stay_so(builder, plan):
    builder.get_by_label("Single keys, such as / to search, do something").uncheck()
    builder.reload()
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    triz.focus()

    for key in ("/", "?", "p"):
        builder.keyboard.press(key)

    expect(triz).to_be_focused()
    expect(builder.get_by_role("dialog", name="Keys")).to_be_hidden()
    builder.get_by_label("Single keys, such as / to search, do something").check()
    triz.focus()
    builder.keyboard.press("/")
    expect(builder.locator("#q")).to_be_focused()


def test_a_row_is_carried_by_its_grip_and_dropped(builder, plan):
    grip = builder.locator(f"#grip-{plan.rows['TRIZ'].code}")
    grip.focus()

    press_key(builder, "Space", re.compile("^TRIZ is taken up."))
    press_key(builder, "ArrowUp", "TRIZ: place 2 of 4 in Morning.")
    expect(grip).to_be_focused()
    assert plan.titles(plan.morning)[1] == "9 Whys"  # not yet
    press_key(builder, "Enter", "TRIZ moved to position 2. Starts 09:10.")

    expect(grip).to_be_focused()
    assert plan.titles(plan.morning) == ["A word of welcome", "TRIZ", "9 Whys", "Coffee"]


def test_a_row_is_carried_into_the_parking(builder, plan):
    builder.locator(f"#grip-{plan.rows['Coffee'].code}").focus()

    press_key(builder, "Space", re.compile("^Coffee is taken up."))
    press_key(builder, "ArrowDown", "Coffee: place 1 of 1 in Parked.")
    press_key(builder, "Space", "Parked Coffee. It is off the clock.")

    assert plan.titles(None) == ["Coffee"]


def test_escape_cancels_a_move_and_leaves_everything_as_it_was(builder, plan):
    grip = builder.locator(f"#grip-{plan.rows['TRIZ'].code}")
    grip.focus()
    revision = plan.journey.revision
    press_key(builder, "Space", re.compile("^TRIZ is taken up."))
    press_key(builder, "ArrowUp", "TRIZ: place 2 of 4 in Morning.")
    press_key(builder, "ArrowUp", "TRIZ: place 1 of 4 in Morning.")

    press_key(builder, "Escape", "TRIZ stays where it was.")

    expect(grip).to_be_focused()
    assert day(builder) == MORNING
    plan.journey.refresh_from_db()
    assert plan.journey.revision == revision


def test_the_focus_follows_the_work(builder, plan):
    """Where the button that was pressed is gone, the focus is on what stands nearest."""

    def focus_after(name, words):
        builder.get_by_role("button", name=name, exact=True).focus()
        press_key(builder, "Enter", words)
        return builder.evaluate(FOCUS)

    def menu_of(title):
        code = plan.rows[title].code
        builder.locator(f"#more-{code} > summary").focus()
        builder.keyboard.press("Enter")

    whys, triz, coffee = (plan.rows[title].code for title in ("9 Whys", "TRIZ", "Coffee"))
    menu_of("TRIZ")
    assert focus_after("Park TRIZ", "Parked TRIZ. It is off the clock.") == f"activity-{coffee}"
    menu_of("Coffee")
    assert focus_after("Remove Coffee", "Removed Coffee. Undo brings it back.") == f"activity-{whys}"
    brought = focus_after("Bring back TRIZ", "Brought back TRIZ. Starts 09:30.")
    assert brought == f"activity-{triz}"
    assert focus_after("Undo", re.compile("^Undone")) == "undo"
    assert focus_after("Move 9 Whys up", "9 Whys moved to position 1. Starts 09:00.") == f"down-{whys}"


def test_the_focus_stays_when_something_is_added(builder):
    for name in ["Add 1-2-4-All", "Break", "Add a session"]:
        builder.get_by_role("button", name=name, exact=True).first.focus()
        press_key(builder, "Enter", re.compile("^Added"))
        assert builder.evaluate(FOCUS) != "body"


def test_a_menu_folds_with_escape(builder, plan):
    menu = builder.locator(f"#more-{plan.rows['TRIZ'].code}")
    menu.locator("summary").focus()
    builder.keyboard.press("Enter")
    builder.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Add a row below")).to_be_focused()

    builder.keyboard.press("Escape")

    expect(menu.get_by_role("button", name="Park")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()

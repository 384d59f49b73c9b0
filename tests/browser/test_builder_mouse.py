"""The builder with a mouse: every change is made on the page, said in words, and seen at once."""

import re

from playwright.sync_api import expect

from tests.browser.builder import day, field, press, press_in_menu, row, saying, titles, unfold, write
from tests.browser.plans import MORNING
from tests.journey_factories import create_session

WELCOME, WHYS, TRIZ, COFFEE = MORNING


def rows_of(page, plan, session):
    return page.locator(f"[data-home='{session.code if session else 'parked'}'] > .row")


def test_what_is_planned_stands_on_the_clock(builder):
    assert day(builder) == MORNING
    expect(builder.locator(".fits dd")).to_contain_text("10:20")
    expect(builder.locator(".spare")).to_have_text("10 minutes to spare")


def test_a_structure_is_added_from_the_fits_of_a_question(builder):
    builder.locator(".ledger .qn", has_text="2").click()
    expect(builder.locator("#help-title")).to_contain_text("Where are we starting, really?")

    press(builder.get_by_role("button", name="Add 1-2-4-All"), "Added 1-2-4-All. Starts 10:05.")

    assert day(builder) == [WELCOME, WHYS, TRIZ, ("10:05", 12, "1-2-4-All"), ("10:17", 15, "Coffee")]
    expect(field(row(builder, "1-2-4-All"), "invitation")).to_have_value("What do you say?")
    expect(builder.locator(".ledger .by").nth(1)).to_have_text("TRIZ · 1-2-4-All")
    expect(builder.locator(".spare.over")).to_have_text("2 minutes over")


def test_a_structure_is_added_from_a_search(builder):
    builder.get_by_role("searchbox", name="Search the catalogue").fill("min specs")
    expect(builder.locator("#help-title")).to_have_text("Structures for “min specs”")

    press(builder.get_by_role("button", name="Add Min Specs"), re.compile("^Added Min Specs."))

    expect(builder.locator("#help-title")).to_have_text("Structures for “min specs”")  # for the next one
    builder.locator(".ledger .qn", has_text="1").click()
    expect(builder.locator("#help-title")).to_contain_text("Why does our work matter?")
    expect(builder.get_by_role("searchbox", name="Search the catalogue")).to_have_value("")
    assert (45, "Min Specs") in [(minutes, title) for _time, minutes, title in day(builder)]


def test_what_is_no_structure_is_added_with_one_press(builder):
    press(builder.get_by_role("button", name="Talk"), "Added Talk. Starts 10:20.")
    press(builder.get_by_role("button", name="Opening"), "Added Opening. Starts 09:00.")
    press(builder.get_by_role("button", name="Closing"), re.compile("^Added Closing."))

    assert titles(builder.locator(".row")) == [
        "Opening",
        "A word of welcome",
        "9 Whys",
        "TRIZ",
        "Coffee",
        "Talk",
        "Closing",
    ]


EDITS = [
    ("title", "Stop it, all of it", "Stop it, all of it"),
    ("minutes", "1h05", "65"),
    ("minutes", "+5", "70"),
    ("invitation", "What must we stop?\nAll of it", "What must we stop?\nAll of it"),
    ("brief", "Bring one story", "Bring one story"),
    ("minutes", "-10", "60"),
    ("begins", "945", "09:45"),
    ("lead", "Tom", "Tom"),
    ("invitation_1", "And then?", "And then?"),
    ("materials", "2 index cards per person", "2 index cards per person"),
    ("set_up", "Fours", "Fours"),
    ("outcome", "We stop the round.", "We stop the round."),
    ("notes", "Laugh.", "Laugh."),
]


def test_a_row_is_edited_where_it_stands(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    unfold(triz)

    for name, text, shown in EDITS:
        write(field(triz, name), text)
        expect(field(triz, name)).to_have_value(shown)

    builder.reload()
    for name, (_name, _text, shown) in {edit[0]: edit for edit in EDITS}.items():
        expect(field(triz, name)).to_have_value(shown)


def test_questions_and_the_journey_are_edited_where_they_stand(builder, plan):
    write(builder.get_by_role("textbox", name="Question", exact=True).first, "Why do we come to work?")
    write(builder.get_by_role("textbox", name="Purpose"), "Home on the day they are ready")
    write(builder.get_by_role("textbox", name="People", exact=True), "24")
    write(builder.get_by_role("textbox", name="Booked minutes"), "1h15")

    expect(builder.locator(".spare.over")).to_have_text("5 minutes over")
    plan.journey.refresh_from_db()
    assert (plan.journey.purpose, plan.journey.people) == ("Home on the day they are ready", 24)
    assert plan.journey.questions.first().text == "Why do we come to work?"


NONSENSE = {
    "soon": "“soon” is not a number of minutes. Type 45, 1h15 or 1:15.",
    "-500": "“-500” is less than nothing. Minutes start at 0.",
    "100000": "“100000” is longer than a day. The most is 1440 minutes.",
}


def test_nonsense_comes_back_with_the_reason(builder, plan):
    minutes = field(row(builder, "TRIZ"), "minutes")

    for nonsense, reason in NONSENSE.items():
        write(minutes, nonsense, words=reason)
        expect(minutes).to_have_value(nonsense)
        expect(minutes).to_have_accessible_description(reason)
    assert plan.journey.activities.get(title="TRIZ").minutes is None

    write(minutes, "40")
    expect(builder.locator(".field-error")).to_have_count(0)
    assert day(builder) == [WELCOME, WHYS, ("09:30", 40, "TRIZ"), ("10:10", 15, "Coffee")]


def test_later_rows_move_at_once(builder):
    write(field(row(builder, "9 Whys"), "minutes"), "30")

    assert day(builder) == [
        WELCOME,
        ("09:10", 30, "9 Whys"),
        ("09:40", 35, "TRIZ"),
        ("10:15", 15, "Coffee"),
    ]
    expect(builder.locator(".fits dd")).to_contain_text("10:30")
    expect(builder.locator(".spare")).to_have_text("fits exactly")


def test_a_row_moves_by_its_buttons(builder):
    up = builder.get_by_role("button", name="Move TRIZ up")

    press(up, "TRIZ moved to position 2. Starts 09:10.")
    expect(up).to_be_focused()
    press(up, "TRIZ moved to position 1. Starts 09:00.")

    assert titles(builder.locator(".row")) == ["TRIZ", "A word of welcome", "9 Whys", "Coffee"]
    expect(up).to_be_disabled()
    expect(builder.get_by_role("button", name="Move TRIZ down")).to_be_focused()


def test_a_row_is_parked_and_brought_back(builder, plan):
    press_in_menu(row(builder, "9 Whys"), "Park", "Parked 9 Whys. It is off the clock.")

    assert day(builder) == [WELCOME, ("09:10", 35, "TRIZ"), ("09:45", 15, "Coffee")]
    assert titles(rows_of(builder, plan, None)) == ["9 Whys"]

    press(builder.get_by_role("button", name="Bring back 9 Whys"), re.compile("^Brought back 9 Whys."))

    assert titles(rows_of(builder, plan, None)) == []
    assert "9 Whys" in titles(rows_of(builder, plan, plan.morning))


def test_what_was_removed_comes_back_by_undo_and_goes_by_redo(builder):
    press_in_menu(row(builder, "TRIZ"), "Remove", "Removed TRIZ. Undo brings it back.")
    assert day(builder) == [WELCOME, WHYS, ("09:30", 15, "Coffee")]

    press(builder.get_by_role("button", name="Undo"), "Undone: Removed TRIZ")
    assert day(builder) == MORNING

    press(builder.get_by_role("button", name="Redo"), "Done again: Removed TRIZ")
    assert day(builder) == [WELCOME, WHYS, ("09:30", 15, "Coffee")]


def test_a_menu_folds_when_one_presses_elsewhere(builder):
    menu = row(builder, "TRIZ").locator(".more")
    menu.locator("summary").click()
    expect(menu.get_by_role("button", name="Park")).to_be_visible()

    builder.locator("#help-title").click()

    expect(menu.get_by_role("button", name="Park")).to_be_hidden()


def drag(page, title, onto):
    """Take the row by its grip, and let it go on the middle of ``onto``. All of the page is in sight."""
    page.set_viewport_size({"width": 1280, "height": 1800})
    row(page, title).locator(".grip").hover()
    while not page.evaluate("Boolean(window.Sortable && Sortable.get(document.querySelector('.rows')))"):
        page.wait_for_timeout(20)  # fetched when the pointer came near
    page.mouse.down()
    box = onto.bounding_box()
    middle = box["x"] + 30, box["y"] + box["height"] / 2
    page.mouse.move(*middle, steps=12)
    page.mouse.move(middle[0], middle[1] + 2, steps=3)
    page.mouse.up()


def test_a_row_is_dragged_within_its_session(builder, plan):
    with saying(builder, "TRIZ moved to position 2. Starts 09:10."):
        drag(builder, "TRIZ", row(builder, "9 Whys"))

    assert plan.titles(plan.morning) == ["A word of welcome", "TRIZ", "9 Whys", "Coffee"]
    assert [title for _time, _minutes, title in day(builder)] == plan.titles(plan.morning)


def test_a_row_is_dragged_into_another_session(builder, plan):
    afternoon = create_session(journey=plan.journey, title="Afternoon")
    builder.reload()

    with saying(builder, "TRIZ moved to position 1. Starts 13:30."):
        drag(builder, "TRIZ", builder.locator(f"[data-home='{afternoon.code}']"))

    assert titles(rows_of(builder, plan, afternoon)) == plan.titles(afternoon) == ["TRIZ"]
    assert titles(rows_of(builder, plan, plan.morning)) == ["A word of welcome", "9 Whys", "Coffee"]


def test_a_row_is_dragged_into_the_parking_and_back(builder, plan):
    with saying(builder, "Parked TRIZ. It is off the clock."):
        drag(builder, "TRIZ", builder.locator(".rows.parked"))
    assert plan.titles(None) == ["TRIZ"]

    with saying(builder, "Brought back TRIZ. Starts 09:10."):
        drag(builder, "TRIZ", row(builder, "9 Whys"))
    assert plan.titles(plan.morning) == ["A word of welcome", "TRIZ", "9 Whys", "Coffee"]

"""The builder under a thumb: a phone edits everything that a desk does, and nothing is too small to hit."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, field, row, saying, titles
from tests.browser.plans import MORNING
from tests.journey_factories import create_session

WELCOME, WHYS, TRIZ, COFFEE = MORNING
THUMB = 44  # px: the least height of what is pressed

PRESSED = "button, summary, select, textarea, input:not([type=hidden]), a.button, a.go"
SMALL = """([pressed, thumb]) => [...document.querySelectorAll(pressed)]
  .filter(one => one.checkVisibility() && !one.closest(".vh, .skip, .foot, .strip"))
  .map(one => [one.closest("label") ?? one, one])
  .filter(([target]) => target.getBoundingClientRect().height < thumb)
  .map(([target, one]) => `${one.localName}#${one.id} ${one.name ?? ""} ${target.getBoundingClientRect().height}`)"""


@pytest.fixture
def browser_context_args(browser_context_args):
    screen = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
    return {
        **browser_context_args,
        **screen,
        "has_touch": True,
        "is_mobile": True,
        "reduced_motion": "reduce",
    }


def tap(button, words):
    with saying(button.page, words):
        button.tap()


def type_in(box, text, *, words="Saved."):
    """Tap into a field, type, and tap beside it."""
    box.tap()
    box.fill(text)
    with saying(box.page, words):
        box.page.locator("#ledger-title").tap()


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_rows_are_edited_by_tapping(builder, plan):
    triz = builder.locator(f"#activity-{plan.rows['TRIZ'].code}")
    type_in(field(triz, "title"), "Stop it")
    type_in(field(triz, "minutes"), "1h")
    type_in(field(triz, "invitation"), "What must we stop?")
    type_in(field(triz, "begins"), "9.45")

    saved = plan.journey.activities.get(title="Stop it")
    assert (saved.minutes, saved.invitations, f"{saved.pinned_at:%H:%M}") == (
        60,
        ["What must we stop?"],
        "09:45",
    )
    assert day(builder)[2:] == [("09:45", 60, "Stop it"), ("10:45", 15, "Coffee")]
    assert sideways(builder) == 0


def test_nonsense_comes_back_with_the_reason(builder, plan):
    minutes = field(row(builder, "TRIZ"), "minutes")
    type_in(minutes, "soon", words="“soon” is not a number of minutes. Type 45, 1h15 or 1:15.")

    expect(minutes).to_have_value("soon")
    assert sideways(builder) == 0


def test_rows_are_moved_parked_removed_and_brought_back_by_tapping(builder, plan):
    afternoon = create_session(journey=plan.journey, title="Afternoon")
    builder.reload()

    tap(builder.get_by_role("button", name="Move Coffee down"), "Coffee moved to position 1. Starts 13:30.")
    assert plan.titles(afternoon) == ["Coffee"]
    row(builder, "TRIZ").locator(".more > summary").tap()
    tap(builder.get_by_role("button", name="Park TRIZ"), "Parked TRIZ. It is off the clock.")
    tap(builder.get_by_role("button", name="Bring back TRIZ"), re.compile("^Brought back TRIZ."))
    row(builder, "TRIZ").locator(".more > summary").tap()
    tap(builder.get_by_role("button", name="Remove TRIZ"), "Removed TRIZ. Undo brings it back.")
    tap(builder.get_by_role("button", name="Undo"), "Undone: Removed TRIZ")

    assert plan.titles(afternoon) == ["Coffee", "TRIZ"]


def test_questions_structures_and_breaks_are_added_by_tapping(builder, plan):
    ask = builder.get_by_label("A question in your own words")
    ask.tap()
    ask.fill("Who is missing?")
    tap(builder.locator("#question-add").get_by_role("button", name="Add"), "Added the question.")
    builder.locator(".ledger .qn", has_text="2").tap()
    expect(builder.locator("#help-title")).to_contain_text("Where are we starting, really?")
    tap(builder.get_by_role("button", name="Add 1-2-4-All"), "Added 1-2-4-All. Starts 10:05.")
    tap(builder.get_by_role("button", name="Break"), re.compile("^Added Break."))

    assert "1-2-4-All" in titles(builder.locator(".session .row"))
    assert sideways(builder) == 0


def test_everything_that_is_pressed_is_high_enough_for_a_thumb(builder, plan):
    row(builder, "TRIZ").locator("[data-open]").tap()
    expect(row(builder, "TRIZ").locator(".details")).to_be_visible()
    builder.locator(".where > summary").tap()
    row(builder, "TRIZ").locator(".more > summary").tap()

    assert builder.evaluate(SMALL, [PRESSED, THUMB]) == []


def test_no_bar_covers_the_field_one_types_in(builder, plan):
    """Going from field to field, the page scrolls each one into sight: clear of the bar that stays on top."""
    boxes = builder.locator(".agenda .bare").all()
    bar = builder.locator("#tools")
    for box in [*boxes, *reversed(boxes)]:
        if not box.is_visible():
            continue
        box.focus()
        covered = bar.bounding_box()["y"] + bar.bounding_box()["height"]
        assert box.bounding_box()["y"] >= covered, box.get_attribute("id")


class Finger:
    """One finger on the glass, as the browser gets it from the system."""

    def __init__(self, page):
        self.page, self.wire = page, page.context.new_cdp_session(page)

    def send(self, kind, *points):
        touches = [{"x": x, "y": y} for x, y in points]
        self.wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def go(self, begin, end, steps=12):
        for step in range(1, steps + 1):
            part = step / steps
            point = tuple(a + (b - a) * part for a, b in zip(begin, end, strict=True))
            self.send("touchMove", point)
            self.page.wait_for_timeout(20)

    def swipe(self, begin, end, *, hold=0):
        """Put down, hold for so many milliseconds, go there, lift."""
        self.send("touchStart", begin)
        self.page.wait_for_timeout(hold)
        self.go(begin, end)
        self.page.wait_for_timeout(60)
        self.send("touchEnd")


def wait_for(page, truth):
    """Until the script is true: the content policy keeps the browser from waiting by itself."""
    for _moment in range(250):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(20)
    raise AssertionError(truth)


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.fixture
def grip(builder):
    """The grip of TRIZ, in the middle of the screen, and dragging is ready."""
    grip = builder.get_by_role("button", name="Take TRIZ to another place")
    builder.evaluate("import(document.getElementById('board').dataset.dragging)")
    wait_for(builder, "Boolean(window.Sortable && Sortable.get(document.querySelector('.rows')))")
    grip.evaluate("one => one.scrollIntoView({block: 'center'})")
    return grip


def test_a_long_press_takes_a_row_to_another_place(builder, plan, grip):
    x, y = middle(grip)
    above = row(builder, "9 Whys").bounding_box()

    with saying(builder, "TRIZ moved to position 2. Starts 09:10."):
        Finger(builder).swipe((x, y), (x, max(above["y"] + 30, 90)), hold=400)

    assert plan.titles(plan.morning) == ["A word of welcome", "TRIZ", "9 Whys", "Coffee"]
    assert sideways(builder) == 0


def test_a_swipe_over_the_grip_still_scrolls(builder, plan, grip):
    x, y = middle(grip)
    before = builder.evaluate("scrollY")

    Finger(builder).swipe((x, y), (x, y - 200))

    wait_for(builder, f"scrollY > {before} + 80")
    assert plan.titles(plan.morning) == [title for _time, _minutes, title in MORNING]


def test_several_are_selected_and_parked_by_tapping(builder, plan):
    for title in ("9 Whys", "TRIZ"):
        builder.get_by_role("checkbox", name=f"Select {title}").tap()
    expect(builder.locator("#several-count")).to_have_text("2 selected")

    tap(builder.locator("#several").get_by_role("button", name="Park"), "Parked 2 activities.")

    assert plan.titles(None) == ["9 Whys", "TRIZ"]
    assert sideways(builder) == 0

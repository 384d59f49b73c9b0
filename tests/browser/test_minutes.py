"""The minutes of a row by pulling its number and by arrow keys: its steps follow as far as they give."""

import pytest
from playwright.sync_api import expect

from tests.browser.builder import field, row, saying, unfold
from tests.browser.test_builder_phone import sideways

APART = 6  # px from one minute to the next


def minutes(page, title):
    return row(page, title).locator("> .edits [name=minutes]")


def middle(page, box):
    there = box.bounding_box()
    return there["x"] + there["width"] / 2, there["y"] + there["height"] / 2


@pytest.fixture
def triz(builder):
    """TRIZ, whose step takes 35 minutes and gives from 5 to 90. The mouse has been near: the script is there."""
    with builder.expect_response("**/js/minutes.js"):
        minutes(builder, "TRIZ").hover()
    builder.evaluate("import(document.getElementById('board').dataset.minutes)")
    return row(builder, "TRIZ")


def pull(page, title, right=0, up=0):
    """Press on the number and move the mouse; it is still down."""
    x, y = middle(page, minutes(page, title))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right * APART, y - up * APART, steps=4)


def boxes(page):
    return page.locator(".row").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")


def test_a_pulled_number_is_saved_and_the_steps_follow(builder, plan, triz, axe):
    unfold(triz)
    places = boxes(builder)
    pull(builder, "TRIZ", right=15)
    expect(triz.locator(".pulled")).to_have_text("50 min · 5 to 90")
    expect(minutes(builder, "TRIZ")).to_have_value("50")
    assert boxes(builder) == places
    axe(builder)
    with saying(builder, "Saved."):
        builder.mouse.up()

    expect(triz.locator(".pulled")).to_have_count(0)
    expect(triz.locator(".sits")).to_have_text("everyone · 50 min now")
    expect(field(row(builder, "Coffee"), "begins")).to_have_value("10:20")
    assert plan.rows["TRIZ"].__class__.objects.get(title="TRIZ").minutes == 50


def test_beyond_what_the_steps_give_the_row_says_so(builder, triz):
    pull(builder, "TRIZ", up=-32)
    expect(triz.locator(".pulled.beyond")).to_have_text("3 min · 5 to 90")
    with saying(builder, "Saved."):
        builder.mouse.up()
    expect(triz).to_contain_text("Its steps need at least 5 minutes.")

    pull(builder, "TRIZ", right=90)
    expect(triz.locator(".pulled.beyond")).to_have_text("93 min · 5 to 90")
    with saying(builder, "Saved."):
        builder.mouse.up()
    expect(triz).to_contain_text("Its steps fill at most 90 minutes.")


def test_escape_lets_go_and_nothing_has_changed(builder, plan, triz):
    revision = builder.locator("#board").get_attribute("data-revision")
    pull(builder, "TRIZ", up=20)
    expect(triz.locator(".pulled")).to_have_text("55 min · 5 to 90")
    builder.keyboard.press("Escape")
    builder.mouse.up()

    expect(minutes(builder, "TRIZ")).to_have_value("35")
    pull(builder, "A word of welcome", right=0)
    builder.mouse.up()
    expect(minutes(builder, "A word of welcome")).to_be_focused()
    builder.keyboard.type("12")
    with saying(builder, "Saved."):
        builder.keyboard.press("Enter")
    expect(minutes(builder, "A word of welcome")).to_have_value("12")
    assert builder.locator("#board").get_attribute("data-revision") == str(int(revision) + 1)


def test_arrow_keys_count_and_leaving_saves(builder):
    minutes(builder, "TRIZ").focus()
    builder.evaluate("import(document.getElementById('board').dataset.minutes)")
    for key, words in [
        ("ArrowUp", "36 min · 5 to 90"),
        ("Shift+ArrowUp", "41 min · 5 to 90"),
        ("ArrowDown", "40 min · 5 to 90"),
    ]:
        builder.keyboard.press(key)
        expect(builder.locator("#said")).to_have_text(words)
    with saying(builder, "Saved."):
        builder.keyboard.press("Tab")
    expect(field(row(builder, "Coffee"), "begins")).to_have_value("10:10")

    minutes(builder, "Coffee").focus()
    builder.keyboard.press("Shift+ArrowDown")
    expect(builder.locator("#said")).to_have_text("10 min")
    with saying(builder, "Saved."):
        builder.keyboard.press("Enter")
    builder.keyboard.press("ArrowDown")
    builder.keyboard.press("Escape")
    expect(minutes(builder, "Coffee")).to_have_value("10")


@pytest.fixture
def thumb(browser, builder, plan):
    """The same builder under a thumb."""
    screen = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(**screen, base_url=builder.url.removesuffix(plan.address))
    context.add_cookies(builder.context.cookies())
    page = context.new_page()
    page.goto(plan.address)
    page.evaluate("import(document.getElementById('board').dataset.minutes)")
    yield page
    context.close()


def swipe(page, title, right=0, up=0):
    minutes(page, title).scroll_into_view_if_needed()
    x, y = middle(page, minutes(page, title))
    cdp = page.context.new_cdp_session(page)
    for kind, part in [("touchStart", 0), *(("touchMove", n / 8) for n in range(1, 9)), ("touchEnd", None)]:
        points = [] if part is None else [{"x": x + right * part, "y": y - up * part}]
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_thumb_pulls_to_the_side_and_scrolls_up_and_down(thumb, plan):
    scrolled = thumb.evaluate("scrollY")
    swipe(thumb, "TRIZ", up=300)
    thumb.wait_for_function("before => scrollY > before", arg=scrolled)
    expect(minutes(thumb, "TRIZ")).to_have_value("35")
    expect(thumb.locator(".pulled")).to_have_count(0)

    with saying(thumb, "Saved."):
        swipe(thumb, "TRIZ", right=60)

    expect(minutes(thumb, "TRIZ")).to_have_value("45")
    assert sideways(thumb) == 0

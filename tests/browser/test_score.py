"""The score of the builder: what is under the pointer, the keys or a thumb is told below it, and leads to its row."""

import pytest
from playwright.sync_api import expect

from tests.browser.builder import press, row, write
from tests.browser.plans import create_plan

WELCOME = "09:00 A word of welcome: 10 minutes with everyone."
COFFEE = "10:05 Coffee: 15 minutes."
WHYS = [
    "09:10 · 9 Whys · Step 1 · 10 min · everyone",
    "09:20 · 9 Whys · In pairs · 5 min · nine pairs",
    "09:25 · 9 Whys · In fours · 5 min · four fours and a pair",
]
TRIZ = "09:30 · TRIZ · Step 1 · 35 min · everyone"


@pytest.fixture
def plan(live_server):
    """The morning, with three steps in its 9 Whys: 20 minutes together."""
    plan = create_plan()
    whys = plan.rows["9 Whys"]
    whys.steps.update(minutes=10)
    for position, (title, grouping) in enumerate([("In pairs", "pairs"), ("In fours", "fours")], 1):
        minutes = {"minutes_min": 2, "minutes": 5, "minutes_max": 9}
        whys.steps.create(position=position, title=title, grouping=grouping, **minutes)
    return plan


def told(page):
    return page.locator(".told span")


def bar(page, number):
    return page.locator(".score .bar").nth(number)


def minute(page, number):
    """Where a pointer may be to reach the bar: anywhere in its time, at half the height of the score."""
    score, box = page.locator("svg.score").first.bounding_box(), bar(page, number).bounding_box()
    return box["x"] + box["width"] / 2, score["y"] + score["height"] / 2


def point(page, number):
    page.mouse.move(*minute(page, number))


def fetched(page):
    """The script for it is there: it comes when a pointer or the focus is first near the score."""
    with page.expect_response("**/score.js"):
        page.locator(".stave").hover(position={"x": 5, "y": 5})
    page.evaluate("import(document.getElementById('board').dataset.score)")


def test_a_pointer_is_told_of_every_step_in_a_place_that_stays(builder, axe):
    fetched(builder)
    below = builder.locator(".desk").bounding_box()
    for number, words in enumerate([WELCOME, *WHYS, TRIZ]):
        point(builder, number)
        expect(told(builder)).to_have_text(words)
    assert builder.locator(".desk").bounding_box() == below
    axe(builder)

    told(builder).hover()
    expect(told(builder)).to_have_text(TRIZ)
    builder.keyboard.press("Escape")
    expect(told(builder)).to_be_empty()

    point(builder, 1)
    expect(told(builder)).to_have_text(WHYS[0])
    builder.locator("h1").hover()
    expect(told(builder)).to_be_empty()


def test_a_click_leads_to_the_row_and_folds_nothing_out(builder, plan):
    fetched(builder)
    point(builder, 4)
    builder.mouse.down()
    builder.mouse.up()

    expect(row(builder, "TRIZ")).to_be_focused()
    expect(row(builder, "TRIZ")).to_be_in_viewport()
    assert (builder.locator(".details").count(), builder.url.endswith(plan.address)) == (0, True)


def test_arrows_walk_from_bar_to_bar_and_the_score_is_one_stop(builder):
    builder.get_by_role("link", name="Skip the score").focus()
    builder.keyboard.press("Tab")
    expect(told(builder)).to_have_text(WELCOME)
    for words in [*WHYS, TRIZ, COFFEE, COFFEE]:
        builder.keyboard.press("ArrowRight")
        expect(told(builder)).to_have_text(words)
    for key, words in [
        ("Home", WELCOME),
        ("ArrowDown", WHYS[0]),
        ("ArrowDown", TRIZ),
        ("ArrowLeft", WHYS[2]),
    ]:
        builder.keyboard.press(key)
        expect(told(builder)).to_have_text(words)
    expect(builder.locator(".score a:focus")).to_have_accessible_name(
        "09:10 9 Whys: 10 minutes with everyone, 5 minutes in pairs, 5 minutes in fours."
    )

    builder.keyboard.press("Tab")
    assert builder.evaluate("document.activeElement.closest('.stave')") is None
    expect(told(builder)).to_be_empty()
    builder.keyboard.press("Shift+Tab")
    expect(told(builder)).to_have_text(WHYS[2])
    builder.keyboard.press("Escape")
    expect(told(builder)).to_be_empty()
    builder.keyboard.press("Enter")
    expect(row(builder, "9 Whys")).to_be_focused()


def test_what_is_told_follows_every_change(builder, plan):
    builder.locator(".score a").nth(1).focus()
    expect(told(builder)).to_have_text(WHYS[0])
    builder.keyboard.press("ArrowRight")
    expect(told(builder)).to_have_text(WHYS[1])

    plan.journey.edit({"people": 9})

    expect(told(builder)).to_have_text("09:20 · 9 Whys · In pairs · 5 min · three pairs and a trio")
    builder.keyboard.press("ArrowRight")
    expect(told(builder)).to_have_text("09:25 · 9 Whys · In fours · 5 min · a four and a five")


def test_what_runs_side_by_side_is_told_bar_by_bar(builder):
    press(builder.get_by_role("button", name="Parallel tracks"), "Added In parallel. Starts 10:20.")
    rooms = [builder.get_by_role("region", name=name, exact=True) for name in ("Room 1", "Room 2")]
    for room, minutes in zip(rooms, ("30", "20"), strict=True):
        press(room.get_by_role("button", name="Talk"), "Added Talk. Starts 10:20.")
        write(room.locator(".row [name=minutes]").first, minutes)
    builder.locator(".score a").last.focus()
    expect(told(builder)).to_have_text("10:20 Room 2, Talk: 20 minutes with everyone.")
    builder.keyboard.press("ArrowLeft")
    expect(told(builder)).to_have_text("10:20 Room 1, Talk: 30 minutes with everyone.")
    builder.keyboard.press("ArrowLeft")
    expect(told(builder)).to_have_text("10:20 In parallel: 30 minutes, in parallel: Room 1, Room 2.")


@pytest.fixture
def thumb(browser, builder, plan):
    """The same builder under a thumb."""
    screen = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(
        **screen, reduced_motion="reduce", base_url=builder.url.removesuffix(plan.address)
    )
    context.add_cookies(builder.context.cookies())
    page = context.new_page()
    page.goto(plan.address)
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def tap(page, number):
    bar(page, number).scroll_into_view_if_needed()
    page.touchscreen.tap(*minute(page, number))


def test_a_tap_tells_and_a_second_one_leads_there(thumb):
    tap(thumb, 1)
    expect(told(thumb)).to_have_text(WHYS[0])
    expect(row(thumb, "9 Whys")).not_to_be_focused()
    tap(thumb, 1)
    expect(row(thumb, "9 Whys")).to_be_focused()

    tap(thumb, 4)
    expect(told(thumb)).to_have_text(TRIZ)
    thumb.get_by_role("link", name="Go there").tap()
    expect(row(thumb, "TRIZ")).to_be_focused()

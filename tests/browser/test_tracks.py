"""Tracks side by side in the builder: made, filled, renamed and taken out, with a mouse, keys and a thumb."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.builder import day, field, press, row, saying, titles, unfold, write
from tests.browser.plans import MORNING
from tests.browser.test_builder_phone import PRESSED, SMALL, THUMB, sideways

WELCOME, WHYS, TRIZ, COFFEE = MORNING


@pytest.fixture
def tracks(builder):
    """The builder with a row of two empty tracks after the coffee."""
    press(builder.get_by_role("button", name="Parallel tracks"), "Added In parallel. Starts 10:20.")
    return builder


def track(page, name):
    return page.get_by_role("region", name=name, exact=True)


def lists(page):
    """The titles in each track, by its name."""
    return {
        one.locator("[name=name]").input_value(): titles(one.locator(".rows"))
        for one in page.locator(".track").all()
    }


def test_tracks_are_made_and_filled_with_the_mouse(tracks):
    press(track(tracks, "Room 1").get_by_role("button", name="Talk"), "Added Talk. Starts 10:20.")
    press(track(tracks, "Room 1").get_by_role("button", name="Break"), "Added Break. Starts 10:35.")
    press(track(tracks, "Room 2").get_by_role("button", name="Talk"), "Added Talk. Starts 10:20.")
    write(field(track(tracks, "Room 2"), "minutes"), "10")

    assert day(tracks) == [
        *MORNING,
        ("10:20", 30, "In parallel"),
        ("10:20", 15, "Talk"),
        ("10:35", 15, "Break"),
        ("10:20", 10, "Talk"),
    ]
    expect(track(tracks, "Room 1").locator(".track-time")).to_have_text("30 min 9 people")
    expect(track(tracks, "Room 2").locator(".track-time")).to_have_text("10 min 20 minutes free 9 people")
    expect(tracks.locator(".fits dd")).to_contain_text("10:50")

    own = row(tracks, "In parallel").locator("> .edits [name=minutes]")
    expect(own).not_to_be_editable()
    expect(own).to_have_accessible_description("It lasts as long as its longest track")


def test_a_structure_is_added_to_the_track_one_came_from(tracks, plan):
    track(tracks, "Room 2").get_by_role("link", name="Structure").click()
    expect(tracks).to_have_url(re.compile(r"\?into=.*#help$"))
    expect(tracks.locator("#into-1-2-4-all option:checked")).to_have_text("Room 2 · In parallel")
    expect(tracks.locator("#into-1-2-4-all").locator("xpath=../..").locator(".fit")).to_contain_text(
        "2 minutes over"
    )

    press(tracks.get_by_role("button", name="Add 1-2-4-All"), "Added 1-2-4-All. Starts 10:20.")

    assert lists(tracks) == {"Room 1": [], "Room 2": ["1-2-4-All"]}
    expect(tracks.locator(".ledger .by").nth(1)).to_have_text("TRIZ · 1-2-4-All")
    expect(tracks.locator("#into-1-2-4-all option:checked")).to_have_text("Room 2 · In parallel")


def drag(page, title, onto):
    """Take the row by its grip and follow ``onto``, for rows make room on the way, and let it go there."""
    page.set_viewport_size({"width": 1280, "height": 1800})
    row(page, title).locator(".grip").hover()
    page.wait_for_function("window.Sortable && Sortable.get(document.querySelector('.rows'))")
    page.mouse.down()
    for _turn in range(4):
        box = onto.bounding_box()
        page.mouse.move(box["x"] + 40, box["y"] + box["height"] / 2, steps=8)
        page.wait_for_timeout(200)  # until the rows have moved aside
    page.mouse.up()


def test_a_row_is_dragged_into_a_track_and_out_again(tracks, plan):
    with saying(tracks, "TRIZ moved to position 1. Starts 09:45."):
        drag(tracks, "TRIZ", track(tracks, "Room 2").locator(".rows"))
    assert lists(tracks) == {"Room 1": [], "Room 2": ["TRIZ"]}
    assert day(tracks)[2:] == [
        ("09:30", 15, "Coffee"),
        ("09:45", 35, "In parallel"),
        ("09:45", 35, "TRIZ"),
    ]

    with saying(tracks, re.compile(r"^TRIZ moved to position \d\. Starts 09:")):
        drag(tracks, "TRIZ", row(tracks, "9 Whys"))
    assert lists(tracks) == {"Room 1": [], "Room 2": []}
    assert "TRIZ" in plan.titles(plan.morning)


def test_a_row_goes_into_a_track_by_its_list_and_moves_there_by_its_buttons(tracks):
    for title in ("TRIZ", "9 Whys"):
        unfold(row(tracks, title))
        row(tracks, title).get_by_label("Stands in").select_option("Room 1 · In parallel")
        press(row(tracks, title).get_by_role("button", name="Move", exact=False).last, re.compile("moved"))
    assert lists(tracks) == {"Room 1": ["TRIZ", "9 Whys"], "Room 2": []}

    expect(tracks.get_by_role("button", name="Move TRIZ up")).to_be_disabled()
    expect(tracks.get_by_role("button", name="Move 9 Whys down")).to_be_disabled()
    press(tracks.get_by_role("button", name="Move 9 Whys up"), "9 Whys moved to position 1. Starts 09:25.")

    assert lists(tracks)["Room 1"] == ["9 Whys", "TRIZ"]


def test_a_row_is_carried_into_a_track_with_the_keys(tracks):
    tracks.locator("[data-open]").first.focus()
    row(tracks, "Coffee").locator(".grip").focus()
    tracks.keyboard.press("Space")
    tracks.keyboard.press("ArrowDown")
    tracks.keyboard.press("ArrowDown")
    expect(tracks.locator("#said")).to_have_text("Coffee: place 1 of 1 in Room 1.")

    with saying(tracks, "Coffee moved to position 1. Starts 10:05."):
        tracks.keyboard.press("Enter")

    assert lists(tracks) == {"Room 1": ["Coffee"], "Room 2": []}


def test_a_track_is_added_renamed_and_taken_out(tracks, plan):
    press(tracks.get_by_role("button", name="Add a track In parallel"), "Added Room 3.")
    write(field(track(tracks, "Room 1"), "name"), "Garden")
    press(track(tracks, "Garden").get_by_role("button", name="Talk"), re.compile("^Added Talk"))

    press(tracks.get_by_role("button", name="Remove Garden"), "Removed Garden. What it held is parked.")

    assert lists(tracks) == {"Room 2": [], "Room 3": []}
    assert plan.titles(None) == ["Talk"]
    press(tracks.get_by_role("button", name="Undo"), re.compile("^Undone"))
    assert lists(tracks) == {"Garden": ["Talk"], "Room 2": [], "Room 3": []}


def test_the_score_leads_to_what_runs_side_by_side(tracks):
    press(track(tracks, "Room 2").get_by_role("button", name="Talk"), re.compile("^Added Talk"))

    parts = tracks.locator(".score a").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")

    assert parts[-2:] == [
        "10:20 In parallel: 15 minutes, in parallel: Room 1, Room 2.",
        "10:20 Room 2, Talk: 15 minutes with everyone.",
    ]
    tracks.get_by_role("link", name="10:20 Room 2, Talk").focus()
    tracks.keyboard.press("Enter")
    expect(row(tracks, "Talk")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768, 390])
def test_everybody_can_read_it(tracks, axe, width, scheme):
    for room in ("Room 1", "Room 2"):
        press(track(tracks, room).get_by_role("button", name="Talk"), re.compile("^Added Talk"))
    tracks.emulate_media(color_scheme=scheme)
    tracks.set_viewport_size({"width": width, "height": 844})

    axe(tracks)

    assert sideways(tracks) == 0
    first, second = (track(tracks, room).bounding_box() for room in ("Room 1", "Room 2"))
    beside = first["y"] == second["y"]
    assert beside == (width > 700)


class TestUnderAThumb:
    """A phone fills tracks as well."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        screen = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
        return {**browser_context_args, **screen, "has_touch": True, "is_mobile": True}

    def test_tracks_are_filled_by_tapping(self, tracks):
        with saying(tracks, "Added Talk. Starts 10:20."):
            track(tracks, "Room 2").get_by_role("button", name="Talk").tap()
        unfold(row(tracks, "Talk"))

        assert lists(tracks) == {"Room 1": [], "Room 2": ["Talk"]}
        assert sideways(tracks) == 0
        assert tracks.evaluate(SMALL, [PRESSED, THUMB]) == []


def test_the_agenda_shows_tracks_to_its_readers(tracks, plan, axe):
    for room in ("Room 1", "Room 2"):
        press(track(tracks, room).get_by_role("button", name="Talk"), re.compile("^Added Talk"))
    for width, beside in ((1280, True), (390, False)):
        tracks.set_viewport_size({"width": width, "height": 844})
        tracks.goto(plan.journey.share().get_absolute_url())
        axe(tracks)
        first, second = (track(tracks, room).bounding_box() for room in ("Room 1", "Room 2"))
        assert (first["y"] == second["y"]) == beside
        assert sideways(tracks) == 0

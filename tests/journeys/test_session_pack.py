"""Ticking off what to bring: a plain form, and with htmx only the list comes back."""

import re

import pytest

from sessions.views import logistics as views
from tests.journeys.ritual import AWKWARD, NOT_FOUND, press
from tests.journeys.shared import plain


@pytest.fixture
def url(journey, morning, row):
    journey.edit_activity(
        row,
        materials=[
            {"item": "bell", "quantity": 1},
            {"item": "index card", "quantity": 2, "per": "person"},
            {"item": "chair", "quantity": 1, "per": "person"},
        ],
    )
    return f"/journeys/{journey.code}/sessions/{morning.code}/pack/"


def ticked(answer):
    """Whether each thing is packed, by its name, in the order of the page."""
    found = re.findall(
        r'aria-pressed="(true|false)">.*?<span class="what" dir="auto">(.*?)</span>', answer.text, re.S
    )
    return {name: pressed == "true" for pressed, name in found}


def packing(session):
    session.refresh_from_db()
    return [(one["item"], one["by"], one["packed"]) for one in session.packing]


def test_without_scripts_the_page_comes_back_at_the_list(cast, url, morning):
    answer = cast.ana.post(url, {"item": "bell", "packed": "on"}, follow=True)

    sheet = url.replace("/pack/", "/logistics/") + "#packing"
    assert answer.redirect_chain == [(sheet, 302)]
    assert ticked(answer) == {"bell": True, "index card": False, "chair": False}
    assert packing(morning) == [("bell", "convenor", True)]


def test_with_htmx_only_the_list_comes_back(cast, url):
    answer = press(cast.ben, url, item="index card", packed="on")

    text = answer.text.strip()
    assert (text.startswith('<section class="packing" id="packing"'), text.endswith("</section>")) == (
        True,
        True,
    )
    assert ticked(answer) == {"bell": False, "index card": True, "chair": False}
    assert "1 of 3 packed" in plain(answer.text)


def test_a_tick_is_taken_back(cast, url, morning):
    press(cast.ana, url, item="bell", packed="on")
    answer = press(cast.ana, url, item="bell", packed="off")

    assert ticked(answer)["bell"] is False
    assert packing(morning) == [("bell", "convenor", False)]


def test_what_is_ours_becomes_the_clients_and_back(cast, url, morning):
    answer = press(cast.ana, url, item="bell", by="client")

    assert list(ticked(answer)) == ["index card", "bell", "chair"]  # ours first, then the client's
    press(cast.ana, url, item="bell", by="convenor")
    assert packing(morning) == [("bell", "convenor", False)]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"packed": "on"},
        {"item": " ", "packed": "on"},
        {"item": "x" * 81, "packed": "on"},
        {"item": "bell", "by": "santa"},
        {"item": "bell", "packed": "perhaps"},
        {"item": "a\x00b", "packed": "on"},
    ],
)
def test_what_is_on_no_list_is_refused(cast, url, journey, form):
    before = journey.snapshot()

    answer = cast.ana.post(url, form)

    assert (answer.status_code, "That is on no list." in answer.text) == (422, True)
    assert journey.snapshot() == before


def test_what_this_list_does_not_have_is_refused_with_the_list_as_it_is(cast, url, journey, row):
    """Somebody has a page from before: of what was called pen there is none any more."""
    before = journey.snapshot()

    whole = cast.ana.post(url, {"item": "pen", "packed": "on"})
    part = press(cast.ana, url, item="<b>pen</b>", packed="on")

    assert (whole.status_code, part.status_code, journey.snapshot() == before) == (422, 422, True)
    assert "“pen” is not on this list, or no longer. Here is the list as it is now." in whole.text
    assert "“&lt;b&gt;pen&lt;/b&gt;” is not on this list" in part.text
    assert part.text.strip().startswith('<section class="packing" id="packing"')
    assert ticked(whole) == ticked(part) == {"bell": False, "index card": False, "chair": False}


def test_what_another_session_lists_is_not_on_this_list(cast, url, journey, row, afternoon):
    journey.move(row, to=0, session=afternoon)

    assert cast.ana.post(url, {"item": "bell", "packed": "on"}).status_code == 422


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_are_things_like_any_other(cast, url, journey, morning, row, name):
    journey.edit_activity(row, materials=[{"item": name, "quantity": 1}])

    answer = cast.ana.post(url, {"item": name, "packed": "on"}, follow=True)

    assert packing(morning) == [(name, "convenor", True)]
    assert 'aria-pressed="true"' in answer.text
    assert "<script>alert" not in answer.text


def test_a_session_that_is_gone_is_not_found(cast, url, journey, morning):
    journey.remove_session(morning)

    assert cast.ana.post(url, {"item": "bell", "packed": "on"}).status_code == 404


@pytest.mark.parametrize(("method", "name"), [("post", "pack"), ("get", "logistics")])
def test_a_session_may_go_while_it_is_read(cast, url, journey, morning, monkeypatch, method, name):
    def removed_meanwhile(*_found, **_wanted):
        journey.remove_session(morning)
        return morning

    browser = getattr(cast.ana, method)
    monkeypatch.setattr(views, "get_object_or_404", removed_meanwhile)

    assert browser(url.replace("pack", name), {"item": "bell", "packed": "on"}).status_code == 404


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, item="bell", packed="on") == NOT_FOUND

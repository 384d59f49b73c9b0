"""When and where a session is, edited in place."""

from datetime import date, time

import pytest

from tests.journeys.ritual import AWKWARD, NOT_FOUND, is_board, messages, press, said, sentence, typed


@pytest.fixture
def url(journey, morning):
    return f"/journeys/{journey.code}/sessions/{morning.code}/edit/"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("title", "Before lunch", "Before lunch"),
        ("title", "", ""),
        *[("title", words, words) for words in AWKWARD],
        ("date", "2027-01-14", date(2027, 1, 14)),
        ("date", "", None),
        ("starts_at", "9", time(9)),
        ("starts_at", "1330", time(13, 30)),
        ("starts_at", "13.45", time(13, 45)),
        ("minutes", "1h30", 90),
        ("minutes", "2:15", 135),
        ("minutes", "", None),
        ("mode", "online", "online"),
        ("place", "The library", "The library"),
        ("link", "meet.example.org/x", "https://meet.example.org/x"),
        ("timezone", "Europe/Berlin", "Europe/Berlin"),
        ("timezone", "America/New York", "America/New_York"),
        ("people", "9", 9),
        ("people", "", None),
        ("rooms", "4", 4),
        ("rooms", "0", 0),
        ("rooms", "", None),
    ],
)
def test_what_is_typed_is_saved(cast, url, morning, field, text, value):
    shown = {
        "title": "Morning",
        "timezone": "UTC",
        "starts_at": "13:30",
        "minutes": "90",
        "mode": "in_person",
    }

    answer = press(cast.ana, url, **{field: text, f"initial-{field}": shown.get(field, "")})

    assert (answer.status_code, is_board(answer), said(answer)) == (200, True, "Saved.")
    morning.refresh_from_db()
    assert getattr(morning, field) == value
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(("text", "minutes"), [("+15", 105), ("+1h", 150)])
def test_more_and_less_count_from_the_booked_minutes_that_were_shown(cast, url, morning, text, minutes):
    press(cast.ana, url, **{"minutes": text, "initial-minutes": "90"})

    morning.refresh_from_db()
    assert morning.minutes == minutes


def test_an_earlier_start_moves_every_row(cast, url):
    text = press(cast.ana, url, starts_at="9:00").text

    assert [clock for clock in ("09:00", "09:10", "09:20") if clock not in text] == []


def test_without_htmx_it_leads_back_to_the_session(cast, url, journey, morning):
    answer = cast.ben.post(url, {"title": "Early"}, follow=True)

    morning.refresh_from_db()
    assert (messages(answer), morning.title) == (["Saved."], "Early")
    assert answer.redirect_chain == [(f"{journey.get_absolute_url()}#session-{morning.code}", 302)]


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("minutes", "soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("minutes", "-5", "“-5” is less than nothing. Minutes start at 0."),
        ("minutes", "100000", "“100000” is longer than a day. The most is 1440 minutes."),
        ("minutes", "0", "It takes at least 1 minute."),
        ("people", "0", "A group has at least one person."),
        ("rooms", "few", "Type the number of rooms in figures, like 4."),
        ("rooms", "-1", "Fewer than no rooms cannot be."),
        ("rooms", "1000", "The most is 999 rooms."),
        ("people", "10000", "The most is 5,000 people."),
        ("date", "tomorrow", "That is no date. Type it as 2027-01-14."),
        ("date", "2027-02-30", "That is no date. Type it as 2027-01-14."),
        ("starts_at", "25:00", "“25:00” is not a time of day. Type it as 13:30."),
        ("starts_at", "noon", "“noon” is not a time of day. Type it as 13:30."),
        ("timezone", "Mars/Base", "“Mars/Base” is no time zone. Type a place like Europe/London."),
        ("timezone", "America", "“America” is no time zone. Type a place like Europe/London."),
        ("link", "javascript:alert(1)", "Enter a valid URL."),
        ("title", "x" * 300, "Ensure this value has at most 200 characters (it has 300)."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason(cast, url, journey, morning, field, text, reason):
    before = journey.snapshot()

    answer = press(cast.ana, url, **{field: text})

    at = f"{field}-{morning.code}"
    assert (answer.status_code, is_board(answer), said(answer)) == (422, True, reason)
    assert (sentence(answer, at), typed(answer, at)) == (reason, text)
    assert journey.snapshot() == before


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"])
def test_a_year_out_of_reach_is_refused(cast, url, morning, year):
    answer = press(cast.ana, url, date=year)

    assert (answer.status_code, said(answer)) == (422, "That year is too long ago, or too far ahead.")
    assert typed(answer, f"date-{morning.code}") == year
    morning.refresh_from_db()
    assert morning.date is None


def test_a_place_to_meet_that_is_none_of_ours_is_refused(cast, url, morning):
    assert press(cast.ana, url, mode="on the moon").status_code == 422
    morning.refresh_from_db()
    assert morning.mode == "in_person"


def test_a_session_that_is_gone_leaves_the_board_as_it_is(cast, url, journey, morning):
    journey.remove_session(morning)

    answer = press(cast.ana, url, title="Early")

    assert (answer.status_code, is_board(answer)) == (409, True)
    assert said(answer) == "That session is no longer in this journey."


def test_others_find_nothing(turned_away, url):
    assert turned_away(url, title="Ours") == NOT_FOUND


def test_it_is_only_posted_to(cast, url):
    assert cast.ana.get(url).status_code == 405

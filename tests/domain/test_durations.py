"""Durations typed in a hurry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from structures.domain.durations import DurationError, parse_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        (" 45 ", 45),
        ("0", 0),
        ("45 min", 45),
        ("45 minutes", 45),
        ("1 minute", 1),
        ("75m", 75),
        ("45'", 45),
        ("1h15", 75),
        ("1h5", 65),
        ("1H15", 75),
        ("1:15", 75),
        ("0:05", 5),
        ("1 h 15", 75),
        ("1 h 15 min", 75),
        ("1 hour 15 minutes", 75),
        ("1h", 60),
        ("2 hrs", 120),
        ("1.5h", 90),
        ("1,5 h", 90),
        (".5h", 30),
        ("0.33 h", 20),
        ("24h", 1440),
        ("1440", 1440),
    ],
)
def test_a_duration_is_read_as_people_write_it(text, minutes):
    assert parse_minutes(text) == minutes
    assert parse_minutes(text, current=30) == minutes


@pytest.mark.parametrize(
    ("text", "current", "minutes"),
    [
        ("+5", 20, 25),
        ("+ 5 min", 20, 25),
        ("-10", 20, 10),
        ("−10", 20, 10),
        ("-20", 20, 0),
        ("+1h", 20, 80),
        ("+0:10", 20, 30),
        ("+5", None, 5),
    ],
)
def test_a_signed_duration_changes_the_current_one(text, current, minutes):
    assert parse_minutes(text, current) == minutes


@pytest.mark.parametrize(
    ("text", "current", "code"),
    [
        ("", None, "not_a_duration"),
        ("  ", None, "not_a_duration"),
        ("+", 20, "not_a_duration"),
        ("soon", None, "not_a_duration"),
        ("1:5", None, "not_a_duration"),
        ("1:75", None, "not_a_duration"),
        ("1h75", None, "not_a_duration"),
        ("1.5", None, "not_a_duration"),
        ("1.5 min", None, "not_a_duration"),
        ("12:00 pm", None, "not_a_duration"),
        ("+-5", 20, "not_a_duration"),
        ("20-30", None, "not_a_duration"),
        ("9" * 5000, None, "not_a_duration"),
        ("-10", None, "negative"),
        ("-10", 5, "negative"),
        ("1441", None, "too_long"),
        ("25h", None, "too_long"),
        ("+5", 1440, "too_long"),
    ],
)
def test_what_is_no_usable_duration_is_refused_with_a_code(text, current, code):
    with pytest.raises(DurationError) as error:
        parse_minutes(text, current)
    assert (error.value.code, error.value.text) == (code, text)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_way_of_writing_hours_and_minutes_agrees(hours, minutes):
    written = (
        f"{hours}:{minutes:02}",
        f"{hours}h{minutes}",
        f"{hours} h {minutes} min",
        f"{60 * hours + minutes}",
    )
    assert {parse_minutes(text) for text in written} == {60 * hours + minutes}


@given(st.text(max_size=12))
def test_any_text_gives_minutes_of_one_day_or_a_duration_error(text):
    try:
        minutes = parse_minutes(text)
    except DurationError:
        return
    assert 0 <= minutes <= 1440

"""Minutes and times of day as people type them."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from sessions.fields import ClockField
from structures.fields import MinutesField


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        (" 45 ", 45),
        ("45 min", 45),
        ("1h15", 75),
        ("1 h 15 min", 75),
        ("1:15", 75),
        ("1.5h", 90),
        ("0", 0),
        ("1440", 1440),
        ("+5", 25),
        ("", None),
        ("   ", None),
        (None, None),
    ],
)
def test_minutes_are_typed_loosely(typed, minutes):
    field = MinutesField()
    field.current = 20

    assert field.clean(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("soon", "“soon” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("-5", "“-5” is less than nothing. Minutes start at 0."),
        ("−5", "“−5” is less than nothing. Minutes start at 0."),  # a real minus sign
        ("<script>", "“<script>” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("🌱", "“🌱” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("4 5 apples", "“4 5 apples” is not a number of minutes. Type 45, 1h15 or 1:15."),
        ("100000", "“100000” is longer than a day. The most is 1440 minutes."),
        ("1441", "“1441” is longer than a day. The most is 1440 minutes."),
        ("25h", "“25h” is longer than a day. The most is 1440 minutes."),
    ],
)
def test_what_is_no_number_of_minutes_is_quoted_back(typed, sentence):
    with pytest.raises(ValidationError) as caught:
        MinutesField().clean(typed)

    assert caught.value.messages == [sentence]


def test_a_novel_is_not_even_read():
    with pytest.raises(ValidationError) as caught:
        MinutesField().clean("9" * 41)

    assert caught.value.messages == ["Ensure this value has at most 40 characters (it has 41)."]


def test_what_is_booked_takes_at_least_a_minute():
    field = MinutesField(least=1)

    with pytest.raises(ValidationError) as caught:
        field.clean("0")

    assert caught.value.messages == ["It takes at least 1 minute."]
    assert (field.clean("1"), field.clean("")) == (1, None)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("13:30", time(13, 30)),
        ("13.30", time(13, 30)),
        ("13h30", time(13, 30)),
        ("1330", time(13, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("09", time(9)),
        ("9h", time(9)),
        ("0:05", time(0, 5)),
        ("0", time(0)),
        ("23:59", time(23, 59)),
        (" 9:00 ", time(9)),
        ("2.30pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("230pm", time(14, 30)),
        ("2 PM", time(14, 0)),
        ("12am", time(0, 0)),
        ("12:15 pm", time(12, 15)),
        ("11am", time(11, 0)),
        (time(9, 15), time(9, 15)),
        ("", None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_time_of_day_is_typed_as_people_write_it(typed, clock):
    assert ClockField().clean(typed) == clock


@pytest.mark.parametrize(
    "typed",
    ["25:00", "24:00", "13:60", "1360", "99", "noon", "-1:30", "12:30:15", "13:30 pm", "0am", "²²²", "1:2:3"],
)
def test_what_is_no_time_of_day_is_quoted_back(typed):
    with pytest.raises(ValidationError) as caught:
        ClockField().clean(typed)

    assert caught.value.messages == [f"“{typed}” is not a time of day. Type it as 13:30."]

"""Form fields of our subject: minutes typed as people type them, and times of day."""

from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits
from structures.domain.durations import DurationError, parse_minutes

DURATION_MESSAGES = {
    "not_a_duration": _("“%(text)s” is not a number of minutes. Type 45, 1h15, 1:15 or +5."),
    "negative": _("“%(text)s” is less than nothing. Minutes start at 0."),
    "too_long": _("“%(text)s” is longer than a day. The most is 1440 minutes."),
}


class MinutesField(forms.CharField):
    """Minutes typed loosely (``45``, ``1h15``, ``1:15``, ``+5`` on what it was); empty is None."""

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:
        self.least = least
        self.current: int | None = None
        super().__init__(**{"max_length": 40, "required": False} | kwargs)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            minutes = parse_minutes(text, self.current)
        except DurationError as error:
            raise ValidationError(DURATION_MESSAGES[error.code], params={"text": text}) from error
        if minutes < self.least:
            raise ValidationError(_("It takes at least %(least)s minute."), params={"least": self.least})
        return minutes


class ClockField(forms.TimeField):
    """A time of day typed as ``13:30``, ``13.30``, ``1330`` or ``9``; empty is None."""

    default_error_messages = {"invalid": _("“%(text)s” is not a time of day. Type it as 13:30.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, time):
            return value
        text = str(value or "").strip()
        if not text:
            return None
        hours, _colon, minutes = text.replace(".", ":").replace("h", ":").partition(":")
        if hours.isdigit() and not minutes and len(hours) in (3, 4):
            hours, minutes = hours[:-2], hours[-2:]
        try:
            return time(int(hours), int(minutes or 0))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], params={"text": text}) from error


YEAR_OUT_OF_REACH = _("That year is too long ago, or too far ahead.")


class DayField(forms.DateField):
    """A date a clock can be set by; empty is None."""

    default_error_messages = {"invalid": _("That is no date. Type it as 2027-01-14.")}
    default_validators = [
        MinValueValidator(date(limits.FIRST_YEAR, 1, 1), YEAR_OUT_OF_REACH),
        MaxValueValidator(date(limits.LAST_YEAR, 12, 31), YEAR_OUT_OF_REACH),
    ]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

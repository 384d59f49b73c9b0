"""Form fields of time: days, and times of day as people type them."""

from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits


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

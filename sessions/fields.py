"""Form fields of time: days, and times of day as people type them."""

import re
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits

CLOCK = re.compile(r"(?P<hours>\d{1,2})(?:[:.h]?(?P<minutes>\d{2}))?h?(?P<half>[ap]m)?")


class ClockField(forms.TimeField):
    """A time of day typed as ``13:30``, ``13.30``, ``1330``, ``9`` or ``1.30pm``; empty is None."""

    default_error_messages = {"invalid": _("“%(text)s” is not a time of day. Type it as 13:30.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, time):
            return value
        text = str(value or "").strip()
        return clock_time(text, self.error_messages["invalid"]) if text else None


def clock_time(text: str, refusal: str) -> time:
    """The time of day that ``text`` names; ``ValidationError`` with ``refusal`` where it names none."""
    bare = re.sub(r"[\s]|(?<=[apAP])\.|(?<=[mM])\.", "", text).lower()
    found = CLOCK.fullmatch(bare)
    try:
        hours, minutes, half = int(found["hours"]), int(found["minutes"] or 0), found["half"]
        if half and not 1 <= hours <= 12:
            raise ValueError
        return time(hours % 12 + 12 * (half == "pm") if half else hours, minutes)
    except (TypeError, ValueError) as error:
        raise ValidationError(refusal, params={"text": text}) from error


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

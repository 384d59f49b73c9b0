"""Form fields of time: days, and times of day as people type them."""

import re
from dataclasses import asdict
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from sessions.domain import limits
from sessions.models.placing import Home
from sessions.rows import PARKED
from structures.words_materials import materials_from_text

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


class LineField(forms.CharField):
    """Text of one line. The page breaks a long one into several; a break that was typed is a blank."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class HomeField(forms.CharField):
    """The list a row goes to: a session by its code, a track as ``<code of its row>.<number>``, or ``parked``.

    ``journey`` is set by the form. Empty is None: the list it stands in, or the last session.
    """

    default_error_messages = {"invalid": _("That place is no longer in this journey.")}

    def __init__(self, **kwargs: Any) -> None:
        self.journey: Any = None
        super().__init__(**{"required": False, "max_length": 40} | kwargs)

    def clean(self, value: Any) -> Home | None:
        text = super().clean(value)
        if not text or text == PARKED:
            return Home() if text else None
        code, dot, number = text.partition(".")
        if dot:
            return self._track(code, number)
        session = self.journey.sessions.filter(code=code).first()
        return Home(session=session) if session else self._refuse()

    def _track(self, code: str, number: str) -> Home:
        parent = self.journey.activities.filter(code=code).first()
        known = parent and number.isdecimal() and int(number) < len(parent.tracks)
        return Home(parent=parent, track=int(number)) if known else self._refuse()

    def _refuse(self) -> Any:
        raise ValidationError(self.error_messages["invalid"], code="invalid")


class MaterialsField(forms.CharField):
    """Materials, one on each line: "2 index cards per person". Empty: what the structure says."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": limits.MAX_TEXT} | kwargs)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        found = materials_from_text(super().clean(value))
        if len(found) > limits.MAX_MATERIALS:
            most = {"most": limits.MAX_MATERIALS}
            raise ValidationError(_("That is a long list: at most %(most)s lines are possible."), params=most)
        if longest := next((one.item for one in found if len(one.item) > limits.MAX_ITEM), ""):
            short = _("“%(item)s” is too long for one line of the list.")
            raise ValidationError(short, params={"item": f"{longest[:40]}…"})
        return [asdict(one) for one in found]


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


class RoomsField(forms.IntegerField):
    """Rooms, or places for groups, from none to 999; empty is None: as many as it takes."""

    default_error_messages = {
        "invalid": _("Type the number of rooms in figures, like 4."),
        "min_value": _("Fewer than no rooms cannot be."),
        "max_value": _("The most is 999 rooms."),
    }

    def __init__(self, **kwargs: Any) -> None:
        usual = {"min_value": 0, "max_value": limits.MAX_ROOMS, "required": False}
        super().__init__(**usual | kwargs)

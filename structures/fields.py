"""Form fields of the subject: people as figures, minutes typed as people type them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from structures.domain.durations import DurationError, parse_minutes
from structures.domain.limits import MOST_PEOPLE

DURATION_MESSAGES = {
    "not_a_duration": _("“%(text)s” is not a number of minutes. Type 45, 1h15 or 1:15."),
    "negative": _("“%(text)s” is less than nothing. Minutes start at 0."),
    "too_long": _("“%(text)s” is longer than a day. The most is 1440 minutes."),
}


def short_box(**attrs: str) -> forms.TextInput:
    """A text box, so that what was typed stays on the page whatever it was."""
    return forms.TextInput({"autocomplete": "off", "class": "short", **attrs})


class PeopleField(forms.IntegerField):
    """A number of people between 1 and 5,000; empty is None."""

    default_error_messages = {
        "invalid": _("Type the number of people in figures, like 18."),
        "min_value": _("A group has at least one person."),
        "max_value": _("The most is 5,000 people."),
    }

    def __init__(self, **kwargs: Any) -> None:
        usual = {"label": _("People"), "min_value": 1, "max_value": MOST_PEOPLE, "required": False}
        super().__init__(**usual | kwargs)


class MinutesField(forms.CharField):
    """Minutes typed loosely (``45``, ``1h15``, ``1:15``); empty is None.

    ``+5`` and ``-10`` change what it was (``current``). Where nothing was, there is nothing to take away from.
    """

    def __init__(self, *, least: int = 0, **kwargs: Any) -> None:
        self.least = least
        self.current: int | None = None
        super().__init__(**{"max_length": 40, "required": False} | kwargs)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if text[0] in "-−" and self.current is None:
            raise ValidationError(DURATION_MESSAGES["negative"], params={"text": text})
        try:
            minutes = parse_minutes(text, self.current)
        except DurationError as error:
            raise ValidationError(DURATION_MESSAGES[error.code], params={"text": text}) from error
        if minutes < self.least:
            raise ValidationError(_("It takes at least %(least)s minute."), params={"least": self.least})
        return minutes

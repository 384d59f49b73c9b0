"""Into how many minutes a session is to fit."""

from typing import Any

from django import forms

from structures.fields import MinutesField


class FitForm(forms.Form):
    """``to`` is typed as minutes are typed anywhere; "-15" is fifteen minutes less than the ``booked`` ones."""

    to = MinutesField(least=1)

    def __init__(self, data: Any, booked: int | None) -> None:
        super().__init__(data)
        self.fields["to"].current = booked

"""What somebody takes of a proposal."""

from typing import Any

from django import forms
from django.http import QueryDict


class AdjustForm(forms.Form):
    """``parts`` are the ticked lines of the diff, by their keys; ``revision`` is the one the diff was read in."""

    choice = forms.CharField(max_length=60)
    revision = forms.IntegerField(min_value=0)

    data: QueryDict

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.cleaned_data["parts"] = set(self.data.getlist("part"))
        return self.cleaned_data

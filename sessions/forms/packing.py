"""What may be said of a thing to bring."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sessions.domain import limits
from sessions.domain.document import Brings


class PackForm(forms.Form):
    """One thing: who brings it, or whether it is packed; what is not sent is not said."""

    item = forms.CharField(max_length=limits.MAX_ITEM, strip=False)
    by = forms.ChoiceField(choices=[(one.value, one.value) for one in Brings], required=False)
    packed = forms.ChoiceField(choices=[("on", "on"), ("off", "off")], required=False)

    def clean_item(self) -> str:
        item = self.cleaned_data["item"]
        if not item.strip():
            raise ValidationError(self.fields["item"].error_messages["required"], code="required")
        return item

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        return cleaned | {
            "by": cleaned.get("by") or None,
            "packed": {"on": True, "off": False}.get(cleaned.get("packed", "")),
        }

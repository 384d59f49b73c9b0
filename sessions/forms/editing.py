"""Forms that edit in place: only what a person really changed is written, and what two changed is told."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from structures.domain.durations import DurationError, parse_minutes
from structures.domain.shapes import Material
from structures.words_materials import materials_as_text


class EditForm(forms.Form):
    """A form that edits in place: it takes the fields it is sent, and keeps those the person really changed.

    Beside each field the page sends what stood there (``initial-<name>``, Django's hidden initial). What
    somebody else changed meanwhile in a field that this person left alone is not overwritten.
    """

    stored_as: ClassVar[dict[str, str]] = {}
    """The model's name of a field, where the page shows it under another."""

    def __init__(self, data: Any, instance: Any) -> None:
        super().__init__(data)
        self.instance = instance
        self.theirs: dict[str, str] = {}
        for name in [name for name in self.fields if not typed_into(data, name)]:
            del self.fields[name]

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned values of the fields whose text is not the one the page was given."""
        return {self.stored_as.get(name, name): value for name, value in self.cleaned_data.items()}

    @property
    def was(self) -> dict[str, Any]:
        """What the page showed in the fields of ``changes``, as far as it can be read."""
        found = {}
        for name, field in self.fields.items():
            with suppress(ValidationError, LookupError):
                found[self.stored_as.get(name, name)] = field.clean(self.data[f"initial-{name}"])
        return found

    def show_conflict(self, theirs: Mapping[str, Any]) -> None:
        """Say at each field what somebody else wrote there; what this person typed still stands in it."""
        names = {self.stored_as.get(name, name): name for name in self.fields}
        for stored, value in theirs.items():
            name = names.get(stored, stored)
            self.theirs[name] = shown(value)
            said = _("Somebody else wrote “%(theirs)s” here meanwhile.") % {"theirs": self.theirs[name]}
            self.add_error(name, said)


def typed_into(data: Any, name: str) -> bool:
    """Whether the person changed the field. A checkbox left empty is not sent, but its hidden initial is."""
    was = data.get(f"initial-{name}")
    return (name in data or was is not None) and plain(data.get(name, "")) != plain(was)


def plain(text: str | None) -> str | None:
    """Line ends as one character: browsers send two."""
    return text and text.replace("\r\n", "\n")


def shown(value: Any) -> str:
    """A value as its field shows it."""
    if isinstance(value, list):
        return materials_as_text(Material(**one) for one in value)
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def minutes_shown(data: Any, name: str = "minutes") -> int | None:
    """The minutes the page showed, which ``+5`` and ``-10`` count from."""
    try:
        return parse_minutes(data.get(f"initial-{name}", ""))
    except DurationError:
        return None

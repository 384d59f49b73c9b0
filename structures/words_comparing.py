"""In what a recipe differs from another, in words: "minutes 5 → 8", "groups pairs → trios"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from structures.choices import Grouping, RepeatUnit, SetBy, StepMode
from structures.domain.comparing import Change, Comparison

_LABELS = {
    "place": gettext_lazy("place"),
    "title": gettext_lazy("title"),
    "grouping": gettext_lazy("groups"),
    "size_min": gettext_lazy("people per group, from"),
    "size_max": gettext_lazy("people per group, to"),
    "minutes_min": gettext_lazy("shortest"),
    "minutes": gettext_lazy("minutes"),
    "minutes_max": gettext_lazy("longest"),
    "optional": gettext_lazy("only if there is time"),
    "mode": gettext_lazy("where"),
    "protected": gettext_lazy("protected"),
    "nested": gettext_lazy("inside"),
    "unit": gettext_lazy("one turn is a"),
    "count": gettext_lazy("turns"),
    "count_min": gettext_lazy("fewest turns"),
    "count_max": gettext_lazy("most turns"),
    "set_by": gettext_lazy("turns set by"),
}
_CHOICES: dict[str, Any] = {"grouping": Grouping, "mode": StepMode, "unit": RepeatUnit, "set_by": SetBy}


@dataclass(frozen=True, slots=True)
class Said:
    """One change: of what, from what, to what."""

    what: str
    old: str
    new: str


def changes_in_words(
    comparison: Comparison, names: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Said, ...]]]:
    """Each changed step by its title, with what changes. ``names`` are those of structures by their slugs."""
    for one in comparison.changed:
        yield one.title, tuple(_said(change, names) for change in one.changes)


def _said(change: Change, names: Mapping[str, str]) -> Said:
    old, new = (_value(change.field, value, names) for value in (change.old, change.new))
    return Said(str(_LABELS[change.field]), old, new)


def _value(field: str, value: object, names: Mapping[str, str]) -> str:
    if field in _CHOICES:
        return str(_CHOICES[field](value).label)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field == "nested" and value:
        return names.get(str(value), str(value))
    return "–" if value in (None, "") else str(value)

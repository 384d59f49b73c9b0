"""Materials as lines of text, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from structures.choices import Per
from structures.domain import listing
from structures.domain.shapes import Material, Mode


def materials_as_text(materials: Iterable[Material]) -> str:
    """One on each line: "2 index cards per person"."""
    return listing.to_text(materials, words())


def materials_from_text(text: str) -> list[Material]:
    return listing.from_text(text, words())


def words() -> listing.Words:
    per = {one.value: str(one.label) for one in Per if one is not Per.SESSION}
    where = {Mode.ONLINE.value: _("(online)"), Mode.IN_PERSON.value: _("(in the room)")}
    return per | where | {listing.OPTIONAL: _("(optional)")}

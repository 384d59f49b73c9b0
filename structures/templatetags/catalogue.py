"""Minutes and numbers of people as the catalogue's pages say them."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from structures.answering import Phrase
from structures.domain.comparing import Comparison
from structures.domain.needs import Why
from structures.domain.shapes import Span
from structures.domain.terms import marked
from structures.models import Structure
from structures.words import minutes_in_words, number_in_words
from structures.words_comparing import Said, changes_in_words
from structures.words_steps import range_in_words

register = template.Library()


@register.filter
def in_words(number: int) -> str:
    """7 as "seven", 40 as "40"."""
    return number_in_words(number)


@register.filter
def minutes(value: int) -> str:
    """35 as "35 min", 75 as "1 h 15 min"."""
    return minutes_in_words(value)


@register.filter
def shortest_to_longest(span: Span) -> str:
    """How far the minutes give: "22 to 40 min"; nothing where they do not."""
    return range_in_words(span.min, span.max)


@register.filter
def changes(comparison: Comparison, names: Iterable[tuple[str, str]]) -> list[tuple[str, tuple[Said, ...]]]:
    """What another recipe changes in each step, by its title. ``names`` are the structures', with their slugs."""
    return list(changes_in_words(comparison, dict(names)))


@register.filter
def people_range(structure: Structure) -> str:
    """How many people a structure is for: "4 people or more", "2 to 12 people"."""
    least, most = structure.people_min, structure.people_max
    if most is None:
        return ngettext("Any number of people", "%(least)s people or more", least) % {"least": least}
    return _("%(least)s to %(most)s people") % {"least": least, "most": most}


@register.filter
def marks(reason: Phrase, question: str) -> str:
    """A reason for a list. The closest thing said shows which words it has in common with the question."""
    if reason.code != Why.SAID:
        return capfirst(reason)
    lead, _colon, text = reason.partition(": ")
    pieces = (
        (format_html("<mark>{}</mark>", piece) if both else piece,) for piece, both in marked(text, question)
    )
    return format_html('<span class="quiet">{}:</span> {}', lead, format_html_join("", "{}", pieces))


@register.filter
def best_range(structure: Structure) -> str:
    """With how many people it is at its best: "8 to 100"; nothing where that is not known."""
    low, high = structure.people_best_min, structure.people_best_max
    if low is None or high is None:
        return ""
    return _("%(low)s to %(high)s") % {"low": low, "high": high} if low != high else str(low)

"""What is noticed in an invitation, for wherever one is shown: ``{{ text|remarks }}``."""

from django import template

from sessions import words_phrasing

register = template.Library()


@register.filter
def remarks(text: str | None) -> list[str]:
    """What is worth a sentence; nothing where nothing is said."""
    return words_phrasing.remarks(text or "")


@register.filter
def well(text: str | None) -> list[str]:
    """What is as it should be."""
    return words_phrasing.well_in_words(text or "")


@register.filter
def seconds(text: str | None) -> str:
    """How long it takes to say."""
    return words_phrasing.seconds_in_words(text or "")

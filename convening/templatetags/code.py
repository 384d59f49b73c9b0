"""Code as people read it."""

import re

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

PIECE = re.compile(r'("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?')


@register.filter
def tinted(json: str) -> SafeString:
    """JSON with its names as they are, and its values in another colour."""
    text, pieces, end = str(json), [], 0
    for found in PIECE.finditer(text):
        pieces.append(escape(text[end : found.start()]))
        value = escape(found[0]) if found[2] else format_html("<i>{}</i>", found[0])
        pieces.append(value)
        end = found.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))


@register.filter
def short(path: str) -> str:
    """The path of an operation without what all of them begin with."""
    return re.sub(r"^/api/v\d+", "", path)


@register.filter
def a_minute(rate: str) -> int:
    """The number of a rate such as "600/m"."""
    return int(rate.removesuffix("/m"))

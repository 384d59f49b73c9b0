"""How the fields of the accounts library are shown."""

from django import template
from django.forms import BoundField

register = template.Library()


@register.filter
def without_placeholder(field: BoundField) -> BoundField:
    """The library repeats each label inside its field; ours stands above it, once."""
    field.field.widget.attrs.pop("placeholder", None)
    return field

"""What a long agenda has hundreds of: fields that look like text (``{% edit %}``) and icons.

Simple tags and not templates, for their speed.
"""

from typing import Any

from django import template
from django.forms.utils import flatatt
from django.template import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def edit(
    context: Context, code: str, name: str, value: Any, label: str, css: str = "", **attrs: Any
) -> SafeString:
    """The field ``name`` of what ``code`` names (a row, a question, a session, or "journey").

    When its form came back with an error, what was typed stands in it with the reason below. Beside it
    goes what the page was given, so that only what this person changed is written.
    """
    value = "" if value is None else str(value)
    form = context["board"].forms.get(code)
    typed = form.data.get(name, value) if form else value
    error = next(iter(form.errors.get(name, [])), "") if form else ""
    field_id = f"{name}-{code}"
    common = {
        "id": field_id,
        "name": name,
        "class": f"bare {css}".strip(),
        **{key.replace("_", "-"): given for key, given in attrs.items()},
    }
    if label:  # without one a <label> stands around the field
        common["aria-label"] = label
    if error:
        common |= {"aria-invalid": "true", "aria-describedby": f"{field_id}-error"}
    rows = common.pop("rows", None)
    box = (
        format_html('<textarea rows="{}"{}>\n{}</textarea>', rows, flatatt(common), typed)
        if rows
        else format_html('<input value="{}"{}>', typed, flatatt({"autocomplete": "off"} | common))
    )
    was = format_html('<input type="hidden" name="initial-{}" value="{}">', name, value)
    said = format_html('<p class="field-error" id="{}-error">{}</p>', field_id, error) if error else ""
    return format_html("{}{}{}", box, was, said)


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our own icons. Decoration: the words stand beside it or in the button's label."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )

"""What a long agenda has hundreds of: fields that look like text (``{% edit %}``) and icons.

Simple tags and not templates, for their speed; what has been drawn is kept (``{% keep %}``).
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

from django import template
from django.conf import settings
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.templatetags.static import static
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

KEPT: OrderedDict[Hashable, SafeString] = OrderedDict()
MOST = 4000
LONGEST = 20_000
"""How many pieces are kept in memory, and the characters of the longest: a row is about 7,000."""


@register.tag
def keep(parser: Parser, token: Token) -> "Keep":
    """``{% keep "row" row.state … %}``: draw what is inside once for each state, in this process.

    The states say everything that the inside shows. What shows a refused form is drawn anew, and everything
    is while developing, when templates change under a running server.
    """
    states = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    inside = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(states, inside)


class Keep(Node):
    def __init__(self, states: list[FilterExpression], nodelist: NodeList) -> None:
        self.states, self.nodelist = states, nodelist

    def render(self, context: Context) -> SafeString:
        if settings.DEBUG or context["board"].forms:
            return self.nodelist.render(context)
        key = (get_language(), *(state.resolve(context) for state in self.states))
        drawn = KEPT.get(key)
        if drawn is None:
            drawn = self.nodelist.render(context)
            if len(drawn) <= LONGEST:
                KEPT[key] = drawn
            if len(KEPT) > MOST:
                KEPT.popitem(last=False)
        return drawn


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
    given = {"id": field_id, "name": name, "class": f"bare {css}".strip()} | attrs
    if label:  # without one a <label> stands around the field
        given["aria-label"] = label
    if error:
        given |= {"aria-invalid": "true", "aria-describedby": f"{field_id}-error"}
    rows = given.pop("rows", None)
    if rows:
        box = f'<textarea rows="{rows}"{written(given)}>\n{escape(typed)}</textarea>'
    else:
        box = f'<input value="{escape(typed)}"{written({"autocomplete": "off"} | given)}>'
    was = f'<input type="hidden" name="initial-{name}" value="{escape(value)}">'
    said = f'<p class="field-error" id="{field_id}-error">{escape(error)}</p>' if error else ""
    return mark_safe(box + was + said)


def written(attrs: dict[str, Any]) -> str:
    """Attributes as HTML. A name with an underscore is meant with a hyphen; None leaves the attribute out."""
    pairs = ((name.replace("_", "-"), value) for name, value in attrs.items() if value is not None)
    return "".join(f' {name}="{conditional_escape(value)}"' for name, value in pairs)


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our own icons. Decoration: the words stand beside it or in the button's label."""
    return mark_safe(
        f'<svg class="icon" aria-hidden="true"><use href="{escape(static("icons.svg"))}#{name}"/></svg>'
    )

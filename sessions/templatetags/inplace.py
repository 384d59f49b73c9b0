"""What a long agenda has hundreds of: fields that look like text (``{% edit %}``) and icons.

Simple tags and not templates, for their speed; what has been drawn is kept (``{% keep %}``).
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.templatetags.static import static
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()

KEPT: OrderedDict[Hashable, SafeString] = OrderedDict()
MOST = 3000
LONGEST = 60_000
"""How many pieces are kept in memory, and the characters of the longest: a row has 7,000, a day's score 30,000."""


@register.tag
def keep(parser: Parser, token: Token) -> "Keep":
    """``{% keep "row" row.state … %}``: draw what is inside once for each state, in this process.

    The states say everything that the inside shows; the board's view, which every form carries, is always one of
    them. What shows a refused form or has no state (None: an open
    row) is drawn anew, and everything is while developing, when templates change under a running server.
    """
    states = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    inside = parser.parse(("endkeep",))
    parser.delete_first_token()
    return Keep(states, inside)


class Keep(Node):
    def __init__(self, states: list[FilterExpression], nodelist: NodeList) -> None:
        self.states, self.nodelist = states, nodelist

    def render(self, context: Context) -> SafeString:
        board = context["board"]
        if settings.DEBUG or board.forms:
            return self.nodelist.render(context)
        key = (get_language(), board.view, *(state.resolve(context) for state in self.states))
        if None in key:
            return self.nodelist.render(context)
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
    state = State.of(context, code, name, value)
    given = {"id": state.id, "name": name, "class": f"bare {css}".strip()} | attrs
    if label:  # without one a <label> stands around the field
        given["aria-label"] = label
    given |= state.attrs
    rows = given.pop("rows", None)
    if rows:
        box = f'<textarea rows="{rows}"{written(given)}>\n{escape(state.typed)}</textarea>'
    else:
        box = f'<input value="{escape(state.typed)}"{written({"autocomplete": "off"} | given)}>'
    return mark_safe(box + state.rest)


@register.simple_tag(takes_context=True)
def choose(
    context: Context, code: str, name: str, value: Any, choices: Iterable[tuple[str, Any]], label: str
) -> SafeString:
    """The field ``name`` of what ``code`` names, as a labelled choice. The rest as in ``edit``."""
    state = State.of(context, code, name, str(value or ""))
    options = "".join(
        f'<option value="{escape(one)}"{" selected" if str(one) == state.typed else ""}>{escape(said)}</option>'
        for one, said in choices
    )
    box = f"<select{written({'id': state.id, 'name': name} | state.attrs)}>{options}</select>"
    head = f'<label for="{state.id}">{escape(label)}</label>'
    return mark_safe(f'<div class="field">{head}{box}{state.rest}</div>')


@dataclass(frozen=True)
class State:
    """A field of the page: what stands in it, and what is wrong with it.

    ``value`` is what the journey says. After a refusal ``typed`` is what the person typed; ``theirs`` is what
    somebody else wrote meanwhile, None where nobody did; ``page`` shows the journey without what was typed.
    """

    id: str
    name: str
    value: str
    typed: str
    error: str = ""
    theirs: str | None = None
    page: str = ""

    @classmethod
    def of(cls, context: Context, code: str, name: str, value: str) -> "State":
        form = context["board"].forms.get(code)
        if form is None or (name not in form.data and name not in form.errors):
            return cls(f"{name}-{code}", name, value, value)
        error = next(iter(form.errors.get(name, [])), "")
        theirs = getattr(form, "theirs", {}).get(name)
        page = context["board"].journey.get_absolute_url()
        return cls(f"{name}-{code}", name, value, form.data.get(name, value), error, theirs, page)

    @property
    def attrs(self) -> dict[str, str]:
        """What ties the field to its error."""
        if not self.error:
            return {}
        wrong = {"aria-invalid": "true", "aria-describedby": f"{self.id}-error"}
        return wrong if self.theirs is None else wrong | {"data-conflict": ""}

    @property
    def rest(self) -> str:
        """What the page was given, so that only what this person changed is written, and the error."""
        was = f'<input type="hidden" name="initial-{self.name}" value="{escape(self.value)}">'
        said = f'<p class="field-error" id="{self.id}-error">{escape(self.error)}{self.ways_out}</p>'
        return was + (said if self.error else "")

    @property
    def ways_out(self) -> str:
        """Of a conflict: send the form again, or have the page as it is."""
        if self.theirs is None:
            return ""
        mine = f'<button class="quiet" id="mine-{self.id}">{escape(_("Keep mine"))}</button>'
        theirs = f'<a class="button quiet" href="{self.page}" data-theirs="{self.id}">{escape(_("Take theirs"))}</a>'
        return f' <span class="ways-out">{mine}{theirs}</span>'


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

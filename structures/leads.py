"""What leads to a line that is said of a structure: "Good for", "Use it when"."""

from django.utils.translation import gettext_lazy as _

from structures.domain.lines import Form, form
from structures.indexing import (
    ASKED_AS,
    BECAUSE,
    GOOD_FOR,
    INVITATION,
    MAKES_POSSIBLE,
    USE_WHEN,
    WORDING,
)

LEADS = {
    GOOD_FOR: _("Good for"),
    ASKED_AS: _("People ask"),
    USE_WHEN: _("Use it when"),
    MAKES_POSSIBLE: _("It makes possible"),
    INVITATION: _("An invitation"),
    BECAUSE: _("For question %(n)s"),
    WORDING: _("It answers question %(n)s"),
}
OTHER_LEADS = {
    (GOOD_FOR, Form.DEED): _("Use it to"),
    (USE_WHEN, Form.DEED): _("Use it to"),
    (USE_WHEN, Form.QUESTION): _("People ask"),
    (ASKED_AS, Form.DEED): _("In people’s words"),
    (ASKED_AS, Form.OTHER): _("In people’s words"),
}
"""Where the way a line is put asks for other words before it: not "Use it when: admit our own bad practices"."""


def lead(kind: str, text: str, number: int | str = "") -> str:
    """What leads to a line of this kind: "Good for", "Use it to"; ``number``: of the question it speaks of."""
    return OTHER_LEADS.get((kind, form(text)), LEADS[kind]) % {"n": number}

"""What is noticed in an invitation, each in one plain sentence; and what is well."""

from collections.abc import Callable

from django.utils.translation import get_language, gettext_lazy, ngettext_lazy
from django.utils.translation import gettext as _

from sessions.domain import phrasing
from sessions.domain.phrasing import Check, Code
from structures.words import number_in_words

SECONDS = ngettext_lazy("about %(n)s second aloud", "about %(n)s seconds aloud", "n")

WELL = {
    Code.SEVERAL: gettext_lazy("Asks one thing"),
    Code.CLOSED: gettext_lazy("Open"),
    Code.LEADING: gettext_lazy("Gives no answer away"),
    Code.JARGON: gettext_lazy("Plain words"),
}
"""What a reader looks for, and how it is said where nothing is amiss; its length is told in seconds."""


def _jargon(check: Check) -> str:
    named = [_("“%(words)s”") % {"words": words} for words in check.words]
    if len(named) == 1:
        return _("Not everybody knows %(word)s.") % {"word": named[0]}
    words = {"words": ", ".join(named[:-1]), "last": named[-1]}
    return _("Not everybody knows %(words)s and %(last)s.") % words


TOLD: dict[Code, Callable[[Check], str]] = {
    Code.NOTHING: lambda check: _("It asks nothing yet."),
    Code.SEVERAL: lambda check: (
        _("It asks %(number)s questions at once.") % {"number": number_in_words(check.number)}
    ),
    Code.CLOSED: lambda check: _("Yes or no would answer it."),
    Code.LEADING: lambda check: _("“%(words)s” gives an answer away.") % {"words": check.words[0]},
    Code.LONG: lambda check: _("It takes about %(n)s seconds to say.") % {"n": check.number},
    Code.JARGON: _jargon,
}


def remark_in_words(check: Check) -> str:
    return TOLD[check.code](check)


def noticed(text: str) -> tuple[Check, ...]:
    """The remarks on a text, by the rules of the language that is active."""
    return phrasing.checks(text, english=is_english())


def is_english() -> bool:
    return (get_language() or "en").startswith("en")


def remarks(text: str) -> list[str]:
    return [remark_in_words(check) for check in noticed(text)]


def seconds_in_words(text: str) -> str:
    """ "about 9 seconds aloud"; nothing for an empty text, nor where a remark tells it."""
    seconds = phrasing.seconds(text)
    return str(SECONDS % {"n": seconds}) if 0 < seconds <= phrasing.MOST_SECONDS else ""


def well_in_words(text: str) -> list[str]:
    """What a careful reader looked for and found in order; in another language only whether it asks one thing."""
    is_read = is_english() and phrasing.looks_english(text)
    if not (is_read or phrasing.questions(text)):
        return []
    amiss = {check.code for check in noticed(text)}
    if Code.NOTHING in amiss:
        amiss |= {Code.SEVERAL, Code.CLOSED}
    looked_for = WELL if is_read else {Code.SEVERAL: WELL[Code.SEVERAL]}
    return [str(said) for code, said in looked_for.items() if code not in amiss]

"""Drafts in words: what each is like, why a row stands there, and what is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.choices import Kind
from sessions.domain.briefing import Reason
from sessions.domain.drafting import Draft
from sessions.domain.leaving import LeftOut
from sessions.domain.tasting import Character
from structures.choices import Grouping
from structures.indexing import BECAUSE, WORDING
from structures.search import LEADS

NAMES: Mapping[str, Any] = {
    Character.DEEP: gettext_lazy("Deep"),
    Character.BRISK: gettext_lazy("Brisk"),
    Character.LIVELY: gettext_lazy("Lively"),
}
LINES: Mapping[str, Any] = {
    Character.DEEP: gettext_lazy("Fewer things, and time for each."),
    Character.BRISK: gettext_lazy("As many answers as there is time for, without a detour."),
    Character.LIVELY: gettext_lazy("People move, and meet in ever other groups."),
}
TITLES: Mapping[str, Any] = {
    Kind.OPENING: gettext_lazy("Opening"),
    Kind.BREAK: gettext_lazy("Break"),
    Kind.CLOSING: gettext_lazy("Closing"),
}
"""What a row is called that is no structure."""


OF_A_QUESTION = (BECAUSE, WORDING)
"""Kinds of what is said that speak of one of the catalogue's questions."""


def why_in_words(reasons: Iterable[Reason]) -> str:
    """Why a row stands there, in a few sentences."""
    return " ".join(said for said in (_WORDS[one.code](one.params) for one in reasons) if said)


def left_in_words(several: Sequence[LeftOut]) -> list[str]:
    """Which questions are left out, and why: one sentence for all that give way to the same thing."""
    deep = [str(left.question + 1) for left in several if left.because.code == "depth"]
    said = [
        _LEFT[left.because.code](left.because.params) % {"number": left.question + 1}
        for left in several
        if left.because.code != "depth"
    ]
    if not deep:
        return said
    sentence = ngettext(
        "Question %(numbers)s is left out, so that the others can go deep.",
        "Questions %(numbers)s are left out, so that the others can go deep.",
        len(deep),
    )
    return [sentence % {"numbers": ", ".join(deep)}, *said]


def missing_in_words(names: list[str]) -> str:
    return _("There is no place for %(names)s.") % {"names": ", ".join(names)}


def answers_in_words(draft: Draft, asked: int) -> str:
    """How many of the questions it answers."""
    answered = asked - len(draft.left_out)
    if not draft.left_out:
        return ngettext("answers the question", "answers all %(n)s questions", asked) % {"n": asked}
    return _("answers %(n)s of %(asked)s questions") % {"n": answered, "asked": asked}


def first_sentence(text: str) -> str:
    head, dot, _rest = text.partition(". ")
    return head + dot.strip()


def _fits(lead: Any) -> Callable[[Mapping[str, Any]], str]:
    def say(params: Mapping[str, Any]) -> str:
        because = first_sentence(params.get("because", ""))
        return " ".join(part for part in (str(lead), because) if part)

    return say


def _said(params: Mapping[str, Any]) -> str:
    text = str(params["text"])
    if params["kind"] in OF_A_QUESTION:
        return _("Answers questions like “%(text)s”") % {"text": text}
    sentence = text if text[-1:] in "?!." else f"{text}."
    return _("%(lead)s: %(text)s") % {"lead": LEADS[params["kind"]], "text": sentence}


def _varies(params: Mapping[str, Any]) -> str:
    before, now = (Grouping(params[name]).label for name in ("before", "now"))
    return _("From %(before)s to %(now)s.") % {"before": before, "now": now}


def _squeezed(params: Mapping[str, Any]) -> str:
    return _("%(minutes)s instead of %(ideal)s minutes, so that the rest has room.") % params


def _stretched(params: Mapping[str, Any]) -> str:
    return _("%(minutes)s instead of %(ideal)s minutes: there is time.") % params


def _rests(params: Mapping[str, Any]) -> str:
    n = params["minutes"]
    return ngettext("After %(n)s minute of sitting.", "After %(n)s minutes of sitting.", n) % {"n": n}


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "named": _fits(gettext_lazy("Named for this question.")),
    "strong": _fits(""),
    "useful": _fits(""),
    "said": _said,
    "matched": lambda params: _("Close to the question’s words."),
    "insisted": lambda params: _("You want it."),
    "deepens": lambda params: _("Takes the answer further."),
    "follows": lambda params: _("Follows %(before)s well.") % params,
    "varies": _varies,
    "squeezed": _squeezed,
    "stretched": _stretched,
    "rests": _rests,
    "opens": lambda params: "",
    "closes": lambda params: "",
    "kept": lambda params: _("Stays as it is."),
}


def _takes(params: Mapping[str, Any]) -> str:
    least = params["least"]
    return ngettext(
        "Question %%(number)s is left out: its shortest answer takes %(n)s minute, and the others have them.",
        "Question %%(number)s is left out: its shortest answer takes %(n)s minutes, and the others have them.",
        least,
    ) % {"n": least}


_LEFT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "unknown": lambda params: _("Question %(number)s is left out: no structure is known that answers it."),
    "unsuited": lambda params: _(
        "Question %(number)s is left out: nothing that answers it suits this group."
    ),
    "taken": lambda params: _("Question %(number)s is left out: what answers it is there already."),
    "unwanted": lambda params: _("Question %(number)s is left out: what would answer it is not wanted."),
    "time": _takes,
}

"""Drafts in words: what each is like, why a row stands there, and what is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.choices import Kind
from sessions.domain.briefing import Brief, Catalogue, Reason
from sessions.domain.drafting import MOST_TURNS, Draft
from sessions.domain.leaving import LeftOut
from sessions.domain.tasting import Character
from structures.choices import Grouping
from structures.domain.needs import Barred, Experience
from structures.domain.staff import ALONE, EVERYONE, FEW, PAIRS
from structures.indexing import BECAUSE, WORDING
from structures.leads import lead
from structures.words_score import full_minutes

NAMES: Mapping[str, Any] = {
    Character.DEEP: gettext_lazy("Deep"),
    Character.BRISK: gettext_lazy("Brisk"),
    Character.LIVELY: gettext_lazy("Lively"),
}
LINES: Mapping[str, Any] = {
    Character.DEEP: gettext_lazy("Fewer things, and time for each."),
    Character.BRISK: gettext_lazy("As many answers as there is time for, without a detour."),
    Character.LIVELY: gettext_lazy("People move, and meet in ever new groups."),
}
TITLES: Mapping[str, Any] = {
    Kind.OPENING: gettext_lazy("Opening"),
    Kind.BREAK: gettext_lazy("Break"),
    Kind.CLOSING: gettext_lazy("Closing"),
}
"""What a row is called that is no structure."""


HOSTS: Mapping[str, Any] = {
    Experience.NEW: gettext_lazy("I am new to this"),
    Experience.SOME: gettext_lazy("some"),
    Experience.MUCH: gettext_lazy("much"),
}
"""How much the host has hosted, as the host says it."""
_HOSTED: Mapping[str, Any] = {
    Experience.NEW: gettext_lazy("for a host who is new to this"),
    Experience.MUCH: gettext_lazy("for a host who has hosted much"),
}
_LANES: Mapping[int, Any] = {
    ALONE: gettext_lazy("%(n)s′ alone"),
    PAIRS: gettext_lazy("%(n)s′ in pairs"),
    FEW: gettext_lazy("%(n)s′ in groups"),
    EVERYONE: gettext_lazy("%(n)s′ all together"),
}


_SEATED: Mapping[str, Any] = {
    Grouping.ALONE: gettext_lazy("working alone"),
    Grouping.FISHBOWL: gettext_lazy("a fishbowl"),
    Grouping.STAGE: gettext_lazy("a stage and its audience"),
    Grouping.WHOLE_GROUP: gettext_lazy("the whole group"),
}
"""Configurations as they stand in a sentence; the others are called what they are called anywhere."""


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
    return [sentence % {"numbers": several_in_words(deep)}, *said]


def several_in_words(numbers: Sequence[str]) -> str:
    """ "4", "4 and 6", "2, 4 and 6"."""
    *most, last = numbers
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": last} if most else last


def missing_in_words(names: list[str]) -> str:
    return _("There is no place for %(names)s.") % {"names": ", ".join(names)}


def offered_in_words(drafts: int, turn: int, brief: Brief, known: Catalogue) -> str:
    """How many there are to choose from, and what was wished: told again when it has changed."""
    said = ngettext("%(n)s draft", "%(n)s drafts to choose from", drafts)
    if turn:
        said = ngettext("%(n)s other draft, %(turn)s", "%(n)s other drafts, %(turn)s", drafts)
    nth = _("take %(turn)s of %(of)s") % {"turn": turn + 1, "of": MOST_TURNS}
    titles = {slug: one.item.title for slug, one in known.items()}
    wishes = [_("with %(name)s") % {"name": titles[slug]} for slug in brief.must if slug in titles]
    wishes += [
        _("without %(name)s") % {"name": titles[slug]} for slug in sorted(brief.never) if slug in titles
    ]
    wishes += [str(_HOSTED[brief.experience])] if brief.experience in _HOSTED else []
    return ", ".join([said % {"n": drafts, "turn": nth}, *wishes]) + "."


def came_in_words(new: int, gone: int) -> str:
    """What came and what gave way when a draft was taken."""
    said = [ngettext("%(n)s row is new", "%(n)s rows are new", new) % {"n": new}]
    if gone:
        said.append(ngettext("%(n)s is parked", "%(n)s are parked", gone) % {"n": gone})
    return _("%(what)s; Undo takes it all back.") % {"what": ", ".join(said)}


def hindered_in_words(reason: Reason) -> str:
    """Why a structure that somebody wants cannot be."""
    told = {
        name: full_minutes(value) if name in ("shortest", "minutes") else value
        for name, value in reason.params.items()
    }
    return _HINDERED[reason.code] % told


def facts_in_words(answered: int, asked: int, used: int, spent: Mapping[int, int]) -> tuple[str, ...]:
    """A draft in a few figures: answers, structures, and the minutes in each lane of its score."""
    questions = ngettext("%(n)s of %(of)s question", "%(n)s of %(of)s questions", asked)
    structures = ngettext("%(n)s structure", "%(n)s structures", used)
    lanes = (str(words) % {"n": spent.get(one, 0)} for one, words in _LANES.items())
    return (questions % {"n": answered, "of": asked}, structures % {"n": used}, *lanes)


def answers_in_words(draft: Draft, asked: int, elsewhere: int = 0) -> str:
    """How many of the questions it answers; those that other sessions answer (``elsewhere``) are not asked."""
    if not asked:
        return _("other sessions answer the questions")
    answered = asked - len(draft.left_out)
    if not draft.left_out and elsewhere:
        return ngettext("answers the open question", "answers all %(n)s open questions", asked) % {"n": asked}
    if not draft.left_out:
        return ngettext("answers the question", "answers all %(n)s questions", asked) % {"n": asked}
    if elsewhere:
        return _("answers %(n)s of %(asked)s open questions") % {"n": answered, "asked": asked}
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
    if params["kind"] == BECAUSE:
        return first_sentence(text)
    if params["kind"] == WORDING:
        return _("Answers questions like “%(text)s”") % {"text": text}
    sentence = text if text[-1:] in "?!." else f"{text}."
    return _("%(lead)s: %(text)s") % {"lead": lead(params["kind"], text), "text": sentence}


def _varies(params: Mapping[str, Any]) -> str:
    before, now = (
        _SEATED.get(one, one.label) for one in (Grouping(params[name]) for name in ("before", "now"))
    )
    return _("From %(before)s to %(now)s.") % {"before": before, "now": now}


def _squeezed(params: Mapping[str, Any]) -> str:
    return _("%(minutes)s instead of %(ideal)s minutes, so that the rest has room.") % params


def _stretched(params: Mapping[str, Any]) -> str:
    return _("%(minutes)s instead of %(ideal)s minutes: there is time.") % params


def _rests(params: Mapping[str, Any]) -> str:
    n = params["minutes"]
    return ngettext("After %(n)s minute without a rest.", "After %(n)s minutes without a rest.", n) % {"n": n}


_WORDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "named": _fits(gettext_lazy("Named for this question.")),
    "strong": _fits(""),
    "useful": _fits(""),
    "said": _said,
    "matched": lambda params: _("Close to the question’s words."),
    "insisted": lambda params: _("You asked for it."),
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


_HINDERED: Mapping[str, Any] = {
    Barred.TOO_FEW: gettext_lazy("needs at least %(least)s people"),
    Barred.TOO_MANY: gettext_lazy("is made for at most %(most)s people"),
    Barred.NOT_ONLINE: gettext_lazy("does not work online"),
    Barred.TOO_LONG: gettext_lazy("needs at least %(shortest)s; there are %(minutes)s"),
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

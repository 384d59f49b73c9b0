"""Notices in words: what the eye fell on, and how much there is of it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.domain.notice import Level, Notice
from structures.choices import Grouping

LEVELS = {
    Level.PROBLEM: gettext_lazy("Problem"),
    Level.ADVICE: gettext_lazy("Advice"),
    Level.HINT: gettext_lazy("Hint"),
}
SHOWN = 3
"""How many titles are named; of more it is said how many."""


def notice_in_words(notice: Notice) -> str:
    """What the eye fell on."""
    return _SAID[notice.name](notice.said)


def summary_in_words(levels: Mapping[Level, int]) -> str:
    """How much there is to look at: "1 problem, 2 more to look at", "3 things to look at", "2 hints"."""
    problems, advice, hints = (levels.get(level, 0) for level in Level)
    rest = advice + hints
    if problems and rest:
        more = ngettext("%(n)s more to look at", "%(n)s more to look at", rest) % {"n": rest}
        return f"{_problems(problems)}, {more}"
    if problems:
        return _problems(problems)
    if advice:
        return ngettext("%(n)s thing to look at", "%(n)s things to look at", rest) % {"n": rest}
    return ngettext("%(n)s hint", "%(n)s hints", hints) % {"n": hints}


def dismissed_in_words(count: int) -> str:
    return ngettext("%(n)s dismissed", "%(n)s dismissed", count) % {"n": count}


def listed(titles: tuple[str, ...]) -> str:
    """The titles, or the first of them and how many more there are."""
    shown, more = titles[:SHOWN], len(titles) - SHOWN
    if more <= 0:
        return " · ".join(shown)
    words = {"titles": " · ".join(shown), "n": more}
    return ngettext("%(titles)s and %(n)s more", "%(titles)s and %(n)s more", more) % words


def _problems(count: int) -> str:
    return ngettext("%(n)s problem", "%(n)s problems", count) % {"n": count}


def _minutes(count: Any) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", count) % {"n": count}


def _people(count: Any) -> str:
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": count}


def _over(said: dict[str, Any]) -> str:
    return _("It runs %(minutes)s past its booked end.") % {"minutes": _minutes(said["minutes"])}


def _overlap(said: dict[str, Any]) -> str:
    words = said | {"minutes": _minutes(said["minutes"])}
    return _("%(title)s is pinned, and what comes before runs %(minutes)s into it.") % words


def _too_few(said: dict[str, Any]) -> str:
    sentence = ngettext(
        "%(title)s needs at least %(least)s, and %(people)s comes.",
        "%(title)s needs at least %(least)s, and %(people)s come.",
        said["people"],
    )
    return sentence % (said | {"least": _people(said["least"])})


def _too_many(said: dict[str, Any]) -> str:
    words = said | {"most": _people(said["most"])}
    return _("%(title)s is made for at most %(most)s, and %(people)s come.") % words


def _poor_online(said: dict[str, Any]) -> str:
    return _("%(title)s loses on a call what it is good for.") % said


def _rooms(said: dict[str, Any]) -> str:
    return _("%(title)s makes %(wanted)s groups at once, and there is room for %(rooms)s.") % said


def _rooms_tracks(said: dict[str, Any]) -> str:
    sentence = ngettext(
        "%(title)s runs in %(wanted)s track, and there is room for %(rooms)s.",
        "%(title)s runs in %(wanted)s tracks at once, and there is room for %(rooms)s.",
        said["wanted"],
    )
    return sentence % said


def _left_alone(said: dict[str, Any]) -> str:
    return _("In %(title)s somebody is left without a partner.") % said


def _lead_twice(said: dict[str, Any]) -> str:
    return _("%(lead)s leads %(first)s and %(second)s at the same time.") % said


def _no_lead(said: dict[str, Any]) -> str:
    return _("Nobody leads in %(tracks)s yet.") % {"tracks": listed(said["tracks"])}


def _same_groups(said: dict[str, Any]) -> str:
    path = " → ".join(str(Grouping(one).label) for one in said["path"])
    words = {"titles": listed(said["titles"]), "path": path}
    return _("The same groups time and again, %(path)s: %(titles)s") % words


def _too_short(said: dict[str, Any]) -> str:
    words = said | {"minutes": _minutes(said["minutes"]), "least": _minutes(said["least"])}
    return _("%(title)s has %(minutes)s, and its steps need at least %(least)s.") % words


def _no_break(said: dict[str, Any]) -> str:
    words = said | {"minutes": _minutes(said["minutes"])}
    return _("From %(first)s to %(last)s: %(minutes)s without a break.") % words


def _long_row(said: dict[str, Any]) -> str:
    words = said | {"minutes": _minutes(said["minutes"])}
    return _("%(title)s goes on for %(minutes)s. Let people rest in between.") % words


def _slack(said: dict[str, Any]) -> str:
    if not said["minutes"]:
        return _("There is not a minute to spare. Things always take a little longer.")
    sentence = ngettext(
        "There is only %(minutes)s minute to spare. Things always take a little longer.",
        "There are only %(minutes)s minutes to spare. Things always take a little longer.",
        said["minutes"],
    )
    return sentence % said


def _closing_open(said: dict[str, Any]) -> str:
    return _("The session runs over, and nothing protects %(title)s: it is what will be cut.") % said


def _closing_short(said: dict[str, Any]) -> str:
    words = said | {"minutes": _minutes(said["minutes"])}
    return _("%(title)s has only %(minutes)s: too little for anybody to say a last word.") % words


def _no_closing(said: dict[str, Any]) -> str:
    return _("The session just ends: nothing closes it.")


def _no_debrief(said: dict[str, Any]) -> str:
    return _("%(count)s rows of work, and no moment at the end to make sense of them together.") % said


def _cold_start(said: dict[str, Any]) -> str:
    return _("It begins with %(title)s, before anybody has arrived or said a word to a neighbour.") % said


def _no_invitation(said: dict[str, Any]) -> str:
    return _("No invitation yet: %(titles)s") % {"titles": listed(said["titles"])}


def _unanswered(said: dict[str, Any]) -> str:
    return _("Nothing on the agenda answers question %(number)s yet: “%(text)s”") % said


def _out_of_order(said: dict[str, Any]) -> str:
    numbers = ", ".join(said["numbers"])
    count = len(said["numbers"])
    sentence = ngettext(
        "Question %(numbers)s is not answered in its turn.",
        "Questions %(numbers)s are not answered in their turn.",
        count,
    )
    return sentence % {"numbers": numbers}


_SAID: dict[str, Callable[[dict[str, Any]], str]] = {
    "over": _over,
    "overlap": _overlap,
    "too-few": _too_few,
    "too-many": _too_many,
    "poor-online": _poor_online,
    "rooms": _rooms,
    "rooms-tracks": _rooms_tracks,
    "left-alone": _left_alone,
    "lead-twice": _lead_twice,
    "no-lead": _no_lead,
    "same-groups": _same_groups,
    "too-short": _too_short,
    "no-break": _no_break,
    "long-row": _long_row,
    "slack": _slack,
    "closing-open": _closing_open,
    "closing-short": _closing_short,
    "no-closing": _no_closing,
    "no-debrief": _no_debrief,
    "cold-start": _cold_start,
    "no-invitation": _no_invitation,
    "unanswered": _unanswered,
    "out-of-order": _out_of_order,
}

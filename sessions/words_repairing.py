"""Changes and their repairs in words that one reads in five seconds, ten minutes before the start."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.domain import changes as kinds
from sessions.domain.changes import Change
from sessions.domain.mending.case import Reason
from sessions.domain.outline import Outline
from sessions.domain.repairing import Repair
from structures.words import groups_in_words

MANY = 3
"""Rows from which they are counted instead of named."""


def listed(titles: Iterable[str]) -> str:
    """ "TRIZ", "TRIZ and 9 Whys", "4 rows"."""
    named = list(dict.fromkeys(titles))
    if len(named) > MANY:
        return ngettext("%(n)s row", "%(n)s rows", len(named)) % {"n": len(named)}
    *most, last = named or [""]
    return _("%(some)s and %(last)s") % {"some": ", ".join(most), "last": last} if most else last


def minutes(n: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}


def people(n: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", n) % {"n": n}


# What happened.


def change_in_words(change: Change, outline: Outline) -> str:
    """What happened, as the history tells it: "6 came instead of 12"."""
    meeting = outline.meeting(change.session)
    match change:
        case kinds.People(people=now):
            words = {"n": now, "was": meeting.people}
            return (_("%(n)s came instead of %(was)s") if meeting.people else _("%(n)s came")) % words
        case kinds.LessTime(minutes=now):
            words = {"minutes": minutes(now), "was": meeting.booked}
            return (_("%(minutes)s instead of %(was)s") if meeting.booked else _("%(minutes)s")) % words
        case kinds.Late(minutes=n):
            return _("%(minutes)s late") % {"minutes": minutes(n)}
        case kinds.RoomLost(rooms=n):
            return ngettext("%(n)s room left", "%(n)s rooms left", n) % {"n": n}
        case kinds.LeadIll(lead=lead):
            return _("%(lead)s cannot come") % {"lead": lead}
        case kinds.Talk(who=who, minutes=n):
            return _("%(who)s wants to speak for %(minutes)s") % {"who": who, "minutes": minutes(n)}
    return _PLAIN[type(change)]()


_PLAIN: dict[type, Callable[[], str]] = {
    kinds.Online: lambda: _("Online now"),
    kinds.InPerson: lambda: _("Back in a room"),
    kinds.NoBreakouts: lambda: _("No breakout rooms"),
}


# What is done about it.


def repair_in_words(repair: Repair) -> str:
    """The name of a repair: "Leave out TRIZ"."""
    reason = repair.reasons[0] if repair.reasons else Reason("as_it_is")
    return _NAMES[repair.key](reason)


def _same(one: Reason) -> str:
    if one.titles and not one.n:
        return _("leave out %(titles)s") % {"titles": listed(one.titles)}
    if one.titles:
        return _("shorter, and without %(titles)s") % {"titles": listed(one.titles)}
    some = ngettext("every row stays, %(n)s is shorter", "every row stays, %(n)s are shorter", one.n)
    return some % {"n": one.n} if one.n else _("every row stays")


def _swapped(one: Reason) -> str:
    """``titles`` are the new and the old, pair after pair."""
    if len(one.titles) == 2:
        return _("%(first)s instead of %(second)s") % _two(one)
    n = len(one.titles) // 2
    return ngettext("%(n)s other structure", "%(n)s other structures", n) % {"n": n}


def _two(one: Reason) -> dict[str, str]:
    return {"first": one.titles[0], "second": one.titles[1]}


_NAMES: dict[str, Callable[[Reason], str]] = {
    "same": _same,
    "record": lambda one: _("nothing else changes"),
    "park": lambda one: _("leave out %(titles)s") % {"titles": listed(one.titles)},
    "shorter": _swapped,
    "swap": _swapped,
    "later": lambda one: _("end %(minutes)s later") % {"minutes": minutes(one.n)},
    "regroup": lambda one: _("other groups in %(titles)s") % {"titles": listed(one.titles)},
    "partner": lambda one: _("one of us joins in"),
    "back": lambda one: _("bring back %(titles)s") % {"titles": listed(one.titles)},
    "rooms": lambda one: _("fewer rooms, fuller ones"),
    "all": lambda one: _("one after the other, for everyone"),
    "together": lambda one: _("alone, or all together"),
    "one": lambda one: _("%(name)s takes over") % {"name": one.titles[0]},
    "share": lambda one: _("%(names)s share it") % {"names": listed(one.titles)},
    "talk": lambda one: _("%(minutes)s, right after the opening") % {"minutes": minutes(one.n)},
    "short": lambda one: _("%(minutes)s, and a question to end with") % {"minutes": minutes(one.n)},
    "interview": lambda one: _("an interview instead of a talk"),
}


# Why.


def reason_in_words(one: Reason) -> str:
    return _REASONS[one.code](one)


def _groups(one: Reason) -> str:
    said = [groups_in_words(grouping, sizes) for grouping, sizes in one.groups]
    return _("%(people)s make %(groups)s.") % {"people": people(one.n), "groups": " · ".join(said)}


def _as(sentence: Callable[[], str]) -> Callable[[Reason], str]:
    """A sentence with whatever it speaks of."""

    def say(one: Reason) -> str:
        first, second = (*one.titles, "", "")[:2]
        words = {"titles": listed(one.titles), "first": first, "second": second}
        return sentence() % {**words, "minutes": minutes(one.n), "people": people(one.n)}

    return say


def parked_in_words(titles: tuple[str, ...]) -> str:
    """ "TRIZ is parked", "TRIZ and 9 Whys are parked"."""
    said = ngettext("%(titles)s is parked", "%(titles)s are parked", len(titles))
    return said % {"titles": listed(titles)}


def _parked(one: Reason) -> dict[str, str]:
    return {"parked": parked_in_words(one.titles)}


def _made_to_fit(one: Reason) -> str:
    if not one.n:
        return _("To make room, %(parked)s.") % {"parked": parked_in_words(one.titles)}
    some = ngettext("%(n)s other row is shorter", "%(n)s other rows are shorter", one.n) % {"n": one.n}
    words = {"shorter": some, "parked": parked_in_words(one.titles)}
    return (
        _("To make room, %(shorter)s, and %(parked)s.") if one.titles else _("To make room, %(shorter)s.")
    ) % words


def _one_or_many(one: Callable[[], str], many: Callable[[], str]) -> Callable[[Reason], str]:
    """A sentence about one structure in the place of another, or about several."""
    return lambda reason: _as(one if len(reason.titles) == 2 else many)(reason)


_REASONS: dict[str, Callable[[Reason], str]] = {
    "every_row_stays": _as(lambda: _("You know this plan: nothing is left out, nothing is new.")),
    "squeezed": _as(lambda: _("Nothing is left out. What gives minutes keeps all of its steps.")),
    "squeezed_without": lambda one: _("Squeezing is not enough: %(parked)s, not lost.") % _parked(one),
    "made_to_fit": _made_to_fit,
    "as_it_is": _as(lambda: _("The plan stays as it is; you see to the rest as it comes.")),
    "groups": _groups,
    "suits": _one_or_many(
        lambda: _("%(first)s suits %(people)s, and answers what %(second)s was for."),
        lambda: _("Each suits %(people)s, and answers the same question."),
    ),
    "unsuited_goes": _as(
        lambda: _("%(titles)s: not made for %(people)s. Other rows answer what it was for.")
    ),
    "rounds_in_fours": _as(lambda: _("A round of everyone grows with the people; rounds in fours do not.")),
    "fewer_reports": _as(lambda: _("Larger groups, so that no more than ten report to everyone.")),
    "trio": _as(lambda: _("Where three sit as a pair, they share the time of two: tell them.")),
    "nothing_to_do": _as(lambda: _("The plan works as it is.")),
    "even_with_us": _as(
        lambda: _("With one more there is no trio in %(titles)s, and all have the same time.")
    ),
    "time_for": _as(lambda: _("There is time for it now: it takes %(minutes)s.")),
    "leaves_out": lambda one: _("The rest keeps its time: %(parked)s, not lost.") % _parked(one),
    "shorter_structures": _as(lambda: _("The same questions, answered in less time.")),
    "asks_for_time": _as(lambda: _("Ask at the start whether everyone can stay %(minutes)s longer.")),
    "share_rooms": _as(lambda: _("What has lost its room follows in another one.")),
    "larger_groups": _as(lambda: _("Larger groups, so that the rooms are enough.")),
    "for_everyone": _as(lambda: _("Nobody has to choose: everyone is part of all of it.")),
    "alone_or_all": _as(
        lambda: _("Pairs become writing alone into the chat, larger groups a talk of everyone.")
    ),
    "needs_no_rooms": _one_or_many(
        lambda: _("%(first)s can do without rooms, and answers what %(second)s was for."),
        lambda: _("Each can do without rooms, and answers the same question."),
    ),
    "needs_rooms": _as(
        lambda: _("%(titles)s: not the same without groups. Other rows answer what it was for.")
    ),
    "better_online": _one_or_many(
        lambda: _("%(first)s works well online; %(second)s does not."),
        lambda: _("Each works online, and answers the same question."),
    ),
    "poorly_goes": _as(lambda: _("%(titles)s: poor online. Other rows answer what it was for.")),
    "adapted": _as(lambda: _("Up to %(minutes)s more for what works differently on a call: %(titles)s.")),
    "takes_over": _as(lambda: _("One person to brief, and %(first)s leads nothing else at that time.")),
    "share_it": _as(lambda: _("Nobody leads two things at once, and nobody much more than the others.")),
    "one_at_a_time": _as(
        lambda: _("Nobody is free for a track more, so the tracks run one after the other.")
    ),
    "nobody_leads": _as(lambda: _("Nobody has to stand in. Other rows answer what it was for.")),
    "as_asked": _as(lambda: _("As asked. People have arrived then, and no work is interrupted.")),
    "short_and_ask": _as(lambda: _("Ask them to end with a question to the group.")),
    "asked_instead": _as(lambda: _("The group asks them what it wants to know.")),
}

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


def _talk(one: Reason) -> str:
    words = {"minutes": minutes(one.n), "before": one.titles[-1]}
    if one.code == "as_asked_after":
        return _("%(minutes)s, after %(before)s") % words
    opened = one.code == "as_asked"
    return (_("%(minutes)s, right after the opening") if opened else _("%(minutes)s, at the start")) % words


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
    "talk": _talk,
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


def _stands_in(one: Callable[[], str], many: Callable[[], str]) -> Callable[[Reason], str]:
    """One structure in the place of another, or several: what they can do, and how near they come to what was there."""

    def say(reason: Reason) -> str:
        is_one = len(reason.titles) == 2
        what, so = _as(one if is_one else many)(reason), (_near if reason.is_near else _same_question)(is_one)
        return _("%(what)s, and %(so)s.") % {"what": what, "so": _as(lambda: so)(reason)}

    return say


def _same_question(is_one: bool) -> str:
    return _("answers what %(second)s was for") if is_one else _("answers the same question")


def _near(is_one: bool) -> str:
    return _("comes near to what %(second)s was for") if is_one else _("comes near to what was there")


def _online(works: Callable[[], str], many: Callable[[], str]) -> Callable[[Reason], str]:
    """What is there instead of one structure that does not work online, or instead of several."""
    return lambda one: (_as(works) if len(one.titles) == 2 else _stands_in(works, many))(one)


def _shorter(one: Reason) -> str:
    if one.is_near:
        return _("Near to what was there, in less time.")
    return ngettext(
        "The same question, answered in less time.", "The same questions, answered in less time.", one.n
    )


_REASONS: dict[str, Callable[[Reason], str]] = {
    "every_row_stays": _as(lambda: _("You know this plan: nothing is left out, nothing is new.")),
    "squeezed": _as(lambda: _("Nothing is left out. What gives minutes keeps all of its steps.")),
    "squeezed_steps": _as(lambda: _("No row is left out.")),
    "squeezed_without": lambda one: _("Squeezing is not enough: %(parked)s, not lost.") % _parked(one),
    "made_to_fit": _made_to_fit,
    "as_it_is": _as(lambda: _("The plan stays as it is; you see to the rest as it comes.")),
    "groups": _groups,
    "suits": _stands_in(
        lambda: _("%(first)s suits %(people)s"),
        lambda: _("Each suits %(people)s"),
    ),
    "unsuited_goes": _as(lambda: _("%(titles)s: not made for %(people)s.")),
    "others_answer": lambda one: ngettext(
        "Other rows answer what it was for.", "Other rows answer what they were for.", len(one.titles)
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
    "left_out": lambda one: _("%(parked)s, not lost.") % _parked(one),
    "shorter_structures": _shorter,
    "asks_for_time": _as(lambda: _("Ask at the start whether everyone can stay %(minutes)s longer.")),
    "share_rooms": _as(lambda: _("What has lost its room follows in another one.")),
    "larger_groups": _as(lambda: _("Larger groups, so that the rooms are enough.")),
    "for_everyone": _as(lambda: _("Nobody has to choose: everyone is part of all of it.")),
    "alone_or_all": _as(
        lambda: _("Pairs become writing alone into the chat, larger groups a talk of everyone.")
    ),
    "needs_no_rooms": _stands_in(
        lambda: _("%(first)s can do without rooms"),
        lambda: _("Each can do without rooms"),
    ),
    "needs_rooms": _as(lambda: _("%(titles)s: not the same without groups.")),
    "better_online": _online(
        lambda: _("%(first)s works well online; %(second)s does not."), lambda: _("Each works well online")
    ),
    "adaptable_online": _online(
        lambda: _("%(first)s can be adapted to a call; %(second)s loses there what it is good for."),
        lambda: _("Each works online, or can be adapted to it"),
    ),
    "poorly_goes": _as(lambda: _("%(titles)s: poor online.")),
    "adapted": _as(lambda: _("Up to %(minutes)s more for what works differently on a call: %(titles)s.")),
    "takes_over": _as(lambda: _("One person to brief, and %(first)s leads nothing else at that time.")),
    "share_it": _as(lambda: _("Nobody leads two things at once, and nobody much more than the others.")),
    "one_at_a_time": _as(
        lambda: _("Nobody is free for a track more, so the tracks run one after the other.")
    ),
    "nobody_leads": _as(lambda: _("Nobody has to stand in.")),
    "as_asked": _as(lambda: _("As asked. People have arrived then, and no work is interrupted.")),
    "as_asked_after": _as(lambda: _("As asked. No work is interrupted.")),
    "as_asked_first": _as(lambda: _("As asked. No work is interrupted.")),
    "short_and_ask": _as(lambda: _("Ask them to end with a question to the group.")),
    "asked_instead": _as(lambda: _("The group asks them what it wants to know.")),
}

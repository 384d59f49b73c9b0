"""Adjustments in words: "TRIZ: 35 → 28 minutes". They are read against the plan as it is before them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.choices import SessionMode
from sessions.domain import adjustments as kinds
from sessions.domain.adjustments import Adjustment
from sessions.domain.outline import Item, Meeting, Outline
from structures.choices import Grouping


def adjustment_in_words(one: Adjustment, outline: Outline) -> str:
    """One line of a diff. What the adjustment is about must be in the outline."""
    return _WORDS[type(one)](one, outline)


def find(code: str, outline: Outline) -> tuple[Item, int | None, str]:
    """An item, with the people and the mode that its minutes are reckoned with."""
    return next((item, people, mode) for item, people, mode in _items(outline) if item.code == code)


def _items(outline: Outline) -> Iterator[tuple[Item, int | None, str]]:
    for meeting in outline.meetings:
        for seat in meeting.everything:
            yield seat.item, seat.people, meeting.runs
    for item in outline.parked:
        for one in (item, *item.inside):
            yield one, None, "both"


def _minutes(n: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}


def _retime(one: kinds.Retime, outline: Outline) -> str:
    item, people, mode = find(one.code, outline)
    then = item.span(people, mode).ideal if one.minutes is None else one.minutes
    words = {"title": item.title, "was": item.length(people, mode), "minutes": _minutes(then)}
    return _("%(title)s: %(was)s → %(minutes)s") % words


def _rerun(one: kinds.Rerun, outline: Outline) -> str:
    item, _people, _mode = find(one.code, outline)
    was = next((repeat.count for repeat in item.repeats if repeat.key == one.repeat), one.count)
    words = ngettext(
        "%(title)s: %(was)s → %(count)s round", "%(title)s: %(was)s → %(count)s rounds", one.count
    )
    return words % {"title": item.title, "was": was, "count": one.count}


def _park(one: kinds.Park, outline: Outline) -> str:
    return _("Park %(title)s") % {"title": find(one.code, outline)[0].title}


def _move(one: kinds.Move, outline: Outline) -> str:
    meeting = outline.meeting(one.meeting)
    item = find(one.code, outline)[0]
    if item not in meeting.items:
        return _("Bring %(title)s to %(session)s") % {"title": item.title, "session": meeting.title}
    return _("Move %(title)s to place %(place)s") % {"title": item.title, "place": one.at + 1}


def _swap(one: kinds.Swap, outline: Outline) -> str:
    return _("%(title)s → %(structure)s") % {
        "title": find(one.code, outline)[0].title,
        "structure": one.to.title,
    }


def _insert(one: kinds.Insert, outline: Outline) -> str:
    meeting = outline.meeting(one.meeting)
    words = {"title": one.item.title, "minutes": _minutes(one.item.minutes or 0)}
    if one.at == 0:
        return _("Add %(title)s, %(minutes)s, at the start") % words
    before = meeting.items[min(one.at, len(meeting.items)) - 1]
    return _("Add %(title)s, %(minutes)s, after %(before)s") % (words | {"before": before.title})


def _pin(one: kinds.Pin, outline: Outline) -> str:
    title = find(one.code, outline)[0].title
    if one.minute is None:
        return _("%(title)s: no longer pinned") % {"title": title}
    return _("%(title)s: pinned to minute %(minute)s") % {"title": title, "minute": one.minute}


def _protect(one: kinds.Protect, outline: Outline) -> str:
    sentence = _("%(title)s: protected") if one.protected else _("%(title)s: no longer protected")
    return sentence % {"title": find(one.code, outline)[0].title}


def _lead(one: kinds.Lead, outline: Outline) -> str:
    words = {"title": find(one.code, outline)[0].title, "lead": one.lead or _("nobody yet")}
    return _("%(title)s: led by %(lead)s") % words


def groups_in_words(several: Sequence[kinds.Regroup], outline: Outline) -> str:
    """The steps of one row that run in other groups: "TRIZ: pairs → alone, fours → everyone"."""
    item, _people, _mode = find(several[0].code, outline)
    pairs = (
        _("%(was)s → %(groups)s")
        % {"was": Grouping(item.steps[one.index].grouping).label, "groups": _groups(one)}
        for one in several
    )
    return _("%(title)s: %(groups)s") % {"title": item.title, "groups": ", ".join(dict.fromkeys(pairs))}


def _regroup(one: kinds.Regroup, outline: Outline) -> str:
    item, _people, _mode = find(one.code, outline)
    words = {"title": item.title, "step": item.steps[one.index].title, "groups": _groups(one)}
    return _("%(title)s, “%(step)s”: %(groups)s") % words


def _groups(one: kinds.Regroup) -> str:
    if one.size_max is None:
        return str(Grouping(one.grouping).label)
    least, most = one.size_min or one.size_max, one.size_max
    if least == most:
        return _("groups of %(most)s") % {"most": most}
    return _("groups of %(least)s to %(most)s") % {"least": least, "most": most}


def joins_in_words(several: Sequence[kinds.JoinTracks], outline: Outline) -> str:
    """The tracks of one row that follow in others, by the names they have now, although each that goes moves the rest:
    "In parallel: what was in Attic follows in Library, what was in Cellar in Garden".
    """
    item, _people, _mode = find(several[0].code, outline)
    rooms, said = list(item.rooms), []
    for one in several:
        words = {"track": rooms[one.track], "onto": rooms[one.onto]}
        more = _("what was in %(track)s in %(onto)s")
        said.append((more if said else _("what was in %(track)s follows in %(onto)s")) % words)
        del rooms[one.track]
    return _("%(title)s: %(joins)s") % {"title": item.title, "joins": ", ".join(said)}


def _join(one: kinds.JoinTracks, outline: Outline) -> str:
    return joins_in_words([one], outline)


def _unsplit(one: kinds.Unsplit, outline: Outline) -> str:
    item, _people, _mode = find(one.code, outline)
    words = {"titles": ", ".join(each.title for each in item.inside), "title": item.title}
    return _("%(titles)s: one after the other, for everyone; “%(title)s” is parked") % words


def _hold(one: kinds.Hold, outline: Outline) -> str:
    meeting = outline.meeting(one.code)
    return _HELD[one.field](meeting, one.value)


def _delay(one: kinds.Delay, outline: Outline) -> str:
    words = {"session": outline.meeting(one.code).title, "minutes": _minutes(one.minutes)}
    return _("%(session)s begins %(minutes)s later") % words


def _people(meeting: Meeting, value: Any) -> str:
    words = {"session": meeting.title, "was": meeting.people or "?", "n": value}
    return (
        ngettext("%(session)s: %(was)s → %(n)s person", "%(session)s: %(was)s → %(n)s people", value) % words
    )


def _booked(meeting: Meeting, value: Any) -> str:
    words = {"session": meeting.title, "was": meeting.booked or "?", "minutes": _minutes(value)}
    return _("%(session)s: %(was)s → %(minutes)s booked") % words


def _mode(meeting: Meeting, value: Any) -> str:
    return _("%(session)s: %(mode)s") % {"session": meeting.title, "mode": SessionMode(value).label}


def _rooms(meeting: Meeting, value: Any) -> str:
    return ngettext("%(session)s: %(n)s room", "%(session)s: %(n)s rooms", value) % {
        "session": meeting.title,
        "n": value,
    }


_HELD: dict[str, Callable[[Meeting, Any], str]] = {
    "people": _people,
    "booked": _booked,
    "mode": _mode,
    "rooms": _rooms,
}
_WORDS: dict[type, Callable[..., str]] = {
    kinds.Retime: _retime,
    kinds.Rerun: _rerun,
    kinds.Park: _park,
    kinds.Move: _move,
    kinds.Swap: _swap,
    kinds.Insert: _insert,
    kinds.Pin: _pin,
    kinds.Protect: _protect,
    kinds.Lead: _lead,
    kinds.Regroup: _regroup,
    kinds.JoinTracks: _join,
    kinds.Unsplit: _unsplit,
    kinds.Hold: _hold,
    kinds.Delay: _delay,
}

"""A plan marked up with what is proposed, as one would with a pencil: was, will be, and how far it could go."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Adjustment, JoinTracks, Park, Regroup, Rerun, Retime, Swap
from sessions.domain.outline import Item, Outline
from sessions.domain.squeezing import floor_of
from sessions.words_adjusting import find
from structures.words_score import full_minutes


@dataclass(frozen=True)
class Mark:
    """A row as it was and as it will be, in minutes; ``will`` is None where it is parked. ``words`` say all of it."""

    title: str
    was: int
    will: int | None
    note: str = ""

    @property
    def words(self) -> str:
        if self.will is None:
            words = _("Park %(title)s") % {"title": self.title}
            return _("%(words)s: %(note)s") % {"words": words, "note": self.note} if self.note else words
        values = {"title": self.title, "was": self.was, "minutes": full_minutes(self.will)}
        words = _("%(title)s: %(was)s → %(minutes)s") % values
        return _("%(words)s (%(note)s)") % {"words": words, "note": self.note} if self.note else words


def together(adjustments: Iterable[Adjustment]) -> list[tuple[Adjustment, ...]]:
    """The lines of a diff: fewer rounds of a row and the minutes that are left for the others are one.

    So are the steps of a row that run in other groups, and the tracks of a row that follow in others, for one that
    goes changes the numbers of the rest. With another structure goes whatever is done to it: the old one has other
    steps.
    """
    listed = list(adjustments)
    swaps = [one for one in listed if isinstance(one, Swap)]
    codes = {one.code for one in swaps}
    regrouped = {one.code for one in listed if isinstance(one, Regroup)}
    lines = [(swap, *(one for one in listed if one.code == swap.code and one != swap)) for swap in swaps]

    def line(numbered: tuple[int, Adjustment]) -> tuple[str, int]:
        number, one = numbered
        if isinstance(one, Regroup) or (isinstance(one, Rerun) and one.code in regrouped):
            return one.code, -2
        if isinstance(one, JoinTracks):
            return one.code, -3
        return one.code, -1 if isinstance(one, Rerun | Retime) else number

    groups = groupby(enumerate(one for one in listed if one.code not in codes), key=line)
    return [*lines, *(tuple(one for _number, one in group) for _line, group in groups)]


def mark_of(line: Sequence[Adjustment], outline: Outline, then: Outline) -> Mark | None:
    """The mark for one line of a diff; None where it is about more than the minutes of a row.

    ``outline`` is the plan before, ``then`` with the whole diff made.
    """
    if not all(isinstance(one, Park | Rerun | Retime) for one in line):
        return None
    item, people, mode = find(line[0].code, outline)
    was = item.length(people, mode)
    if isinstance(line[0], Park):
        return Mark(item.title, was, None, _unanswered(item, then))
    after = find(item.code, adjusted(outline, line))[0]
    will = after.length(people, mode)
    floor = floor_of(replace(after, minutes=None if after.steps else was), people, mode)
    notes = [*_rounds(item, after), *([_shortest(will, floor)] if will < was else [])]
    return Mark(item.title, was, will, " · ".join(notes))


def _rounds(item: Item, after: Item) -> Iterator[str]:
    for was, will in zip(item.repeats, after.repeats, strict=True):
        if was.count != will.count:
            words = ngettext("%(n)s round instead of %(was)s", "%(n)s rounds instead of %(was)s", will.count)
            yield words % {"n": will.count, "was": was.count}


def _shortest(minutes: int, floor: int) -> str:
    if minutes > floor:
        return _("its shortest is %(floor)s") % {"floor": floor}
    return _("its shortest") if minutes == floor else _("shorter than its steps need")


def _unanswered(item: Item, then: Outline) -> str:
    """Which questions a parked row leaves without an answer."""
    left = {seat.item.question for meeting in then.meetings for seat in meeting.everything}
    asked = sorted({one.question for one in (item, *item.inside) if one.question is not None} - left)
    if not asked:
        return ""
    words = ngettext(
        "nothing else answers question %(n)s", "nothing else answers questions %(n)s", len(asked)
    )
    return words % {"n": ", ".join(str(question + 1) for question in asked)}

"""Make it fit: the smallest honest change after which a session ends in time.

What is smallest is told by one order; less of what stands first is better, whatever the rest:

1. minutes that run over: past the end, and past every pin that what stands before it can meet;
2. openings and breaks that are parked (a closing never is);
3. questions that nothing in the session answers any more;
4. rows that are parked;
5. rounds that are dropped;
6. strain: each squeezed row costs 25, and up to 100 more by the square of the share it gives of what it could
   give; an opening or a break twice that, a closing three times. So few rows give, and none to the bone;
7. minutes that are taken, so that nothing is taken that is not needed.

What is protected is left as it is, steps too; what is pinned neither moves nor goes; nothing is squeezed below its
floor (``squeezing.floor_of``). The search is exact: the cheapest way to reach each minute, row by row. Between two
changes that cost the same the later row gives, so the same plan always gets the same answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Adjustment
from sessions.domain.bounding import pins_to_meet
from sessions.domain.document import Kind
from sessions.domain.outline import Item, Meeting, Outline
from sessions.domain.searching import Search
from sessions.domain.squeezing import Effort


class Why(StrEnum):
    """Why a row gives nothing more."""

    PROTECTED = "protected"
    PINNED = "pinned"
    CLOSING = "closing"
    SHORTEST = "shortest"


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that stands in the way, how long it is then, and why it gives nothing more."""

    code: str
    minutes: int
    why: Why


@dataclass(frozen=True, slots=True)
class Fit:
    """What makes it fit.

    ``before`` and ``after`` are the minutes of the session at which it ends; ``over`` and ``short_by`` how many
    run over before and after, at pins and at the end together. ``kept`` says why, where any still do.
    """

    adjustments: tuple[Adjustment, ...]
    before: int
    after: int
    over: int
    short_by: int
    kept: tuple[Kept, ...] = ()


def fit(meeting: Meeting, minutes: int, elsewhere: Iterable[int] = ()) -> Fit:
    """The smallest change after which the meeting ends by ``minutes``, or as close to it as can be.

    ``elsewhere`` are the questions that other sessions answer. A plan that fits is never stretched.
    """
    search = Search(meeting, frozenset(elsewhere))
    most = search.least(minutes, Effort.PARK)
    effort = next(one for one in Effort if search.least(minutes, one) == most)
    changes = search.best(minutes, effort)
    then = adjusted(Outline((meeting,)), changes).meetings[0]
    return Fit(
        adjustments=changes,
        before=meeting.layout.end,
        after=then.layout.end,
        over=overrun(meeting, minutes),
        short_by=overrun(then, minutes),
        kept=tuple(in_the_way(then, minutes)),
    )


def with_closing(meeting: Meeting) -> Meeting:
    """The meeting as it should be made to fit: where no row is a closing, what stands last closes it, but for a break.

    Time that runs away eats the ending first, "often where the synthesis and closing reflection live"; a debrief at
    the end is kept whatever structure it runs.
    """
    if not meeting.items or any(item.kind == Kind.CLOSING for item in meeting.items):
        return meeting
    *before, last = meeting.items
    closing = last if last.is_rest or last.is_split else replace(last, kind=Kind.CLOSING)
    return replace(meeting, items=(*before, closing))


def overrun(meeting: Meeting, minutes: int) -> int:
    """Minutes that run over: past the end, and past each pin that what stands before it can meet."""
    pins = pins_to_meet(meeting.items)
    late = sum(seat.placed.overlap for seat in meeting.everything if seat.item.code in pins)
    return late + max(0, meeting.layout.end - minutes)


def in_the_way(meeting: Meeting, minutes: int) -> Iterator[Kept]:
    """What stands in those stretches, from pin to pin, that run over, and gives nothing more."""
    pins = pins_to_meet(meeting.items)
    seats = list(meeting.everything)
    own = [seat for seat in seats if not seat.is_inside]
    ends = {seat.number + seat.is_inside for seat in seats if seat.item.code in pins and seat.placed.overlap}
    ends |= {len(own)} if meeting.layout.end > minutes else set()
    for seat in own:
        end = min((end for end in ends if end > seat.number), default=0)
        if not any(one.item.code in pins for one in own[seat.number + 1 : end]) and end:
            yield Kept(seat.item.code, seat.placed.minutes, why(seat.item))


def why(item: Item) -> Why:
    """The first reason why an item gives nothing more: what is in its tracks counts as its own."""
    everything = (item, *item.inside)
    if any(one.protected for one in everything):
        return Why.PROTECTED
    if any(one.pinned_at is not None for one in everything):
        return Why.PINNED
    return Why.CLOSING if item.kind == Kind.CLOSING else Why.SHORTEST

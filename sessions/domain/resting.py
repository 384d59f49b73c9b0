"""When a body needs a break: in whole minutes of a session.

A break is only put where one is needed: as few as divide a session into stretches that a body can sit through, and
none sooner than 40 minutes after a rest. Only what somebody insists on may last longer than a body can sit, or with
an opening before it: then a break comes before and after it, if anything else does.
"""

from functools import lru_cache
from typing import NamedTuple

from sessions.domain.briefing import LONG_FRAME
from sessions.domain.sitting import LONGEST

SOONEST = 40
"""Minutes after a rest before which nobody wants another break. Our assumption."""
SHORT, USUAL, MEAL = 10, 15, 45
SHORT_UNTIL, MEAL_FROM = 150, 300
"""A break has 10 minutes in a session of up to two hours and a half, else 15; from five hours on the one in the middle
has 45, to eat."""
MIDDLE = (0.35, 0.56)
UNEVEN = 4
"""Minutes by which a break may stand off the even division for each point that it costs."""

SAFE = -1
"""Stands for the last rest where the session needs no further one."""


def usual(limit: int) -> int:
    return SHORT if limit <= SHORT_UNTIL else USUAL


def needed(minutes: int, rest: int) -> int:
    """How many breaks of ``rest`` minutes divide so many minutes into stretches that a body can sit through."""
    return max(0, -(-(minutes - LONGEST) // (LONGEST + rest)))


def rested_at(minute: int, limit: int) -> int:
    """What is remembered of a rest that ended at ``minute`` of a session that ends by ``limit``."""
    return SAFE if limit - minute <= LONGEST else minute


class Rest(NamedTuple):
    """A break of so many minutes, the points it costs to have it there, and from when on people count as rested."""

    minutes: int
    cost: int
    rested: int


@lru_cache(maxsize=4096)
def rest_at(minute: int, rested: int, limit: int) -> Rest | None:
    """The break that may begin at ``minute``, the last rest having ended at ``rested``; None where none may.

    With ``wanted`` breaks to come, what they could be spared is divided evenly: each has a window of so many minutes
    that ends when people have sat as long as they can. They count as rested from the earliest moment at which it
    could have been, so that all plans with a break in this window go on alike.
    """
    if rested == SAFE or minute > rested + LONGEST:
        return None
    least = usual(limit)
    wanted = needed(limit - rested, least)
    spared = LONGEST * (wanted + 1) + least * wanted - (limit - rested)
    first = rested + max(SOONEST, LONGEST - spared // wanted)
    if minute < first:
        return None
    minutes = MEAL if is_meal(first, limit) else least
    even = (limit - rested - wanted * least) // (wanted + 1)
    cost = abs(minute - rested - even) // UNEVEN
    return Rest(minutes, cost, rested_at(first + minutes, limit))


def rest_before(minute: int, rested: int, limit: int, wished: int) -> Rest | None:
    """The break that may begin at ``minute`` before what somebody insists on, if its most minutes were too long else.

    It need not wait for its window, and people count as rested from its very end.
    """
    if rested == SAFE or not SOONEST <= minute - rested <= LONGEST < minute - rested + wished:
        return None
    least = usual(limit)
    return Rest(least, (rested + LONGEST - minute) // UNEVEN, rested_at(minute + least, limit))


def sat_out(after: int, limit: int) -> int:
    """What is remembered of the last rest after a row that let people sit for too long: now they need one.

    Unless nothing but a closing can follow.
    """
    return SAFE if limit - after <= LONG_FRAME else after - LONGEST


def is_meal(minute: int, limit: int) -> bool:
    """Whether a break that may begin from ``minute`` on is the one in the middle of a long day."""
    return limit >= MEAL_FROM and MIDDLE[0] * limit <= minute <= MIDDLE[1] * limit

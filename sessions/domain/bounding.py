"""What a fitting need not look at: how late is too late, which pins cannot be met, which questions are at stake."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sessions.domain.outline import Item
from sessions.domain.squeezing import is_parkable

FAR = 1 << 40
"""A minute that no session reaches."""

Rough = Sequence[tuple[int, int]]
"""The ways of an item in the rough: what they spend on parking, and the fewest minutes for it."""


def has_pins(item: Item) -> bool:
    """Whether anything in its tracks is pinned: only then its ways depend on when it begins."""
    return bool(item.tracks) and any(one.pinned_at is not None for one in item.inside)


def pins_to_meet(items: Iterable[Item], latest: int = 0) -> set[str]:
    """The codes of the pinned items that can begin in time, if only what stands before them is short enough.

    A pin at or before the one before it, or before the start, is met by no squeezing: nothing is changed for it.
    """
    found: set[str] = set()
    for item in items:
        if item.pinned_at is not None:
            found |= {item.code} if item.pinned_at > latest else set()
            latest = max(latest, item.pinned_at)
        for track in item.tracks:
            found |= pins_to_meet(track, latest)
        latest = max([latest, *(one.pinned_at or 0 for one in item.inside)])
    return found


def at_stake(items: Sequence[Item], elsewhere: frozenset[int]) -> dict[int, list[tuple[int, str]]]:
    """The questions that only rows answer which may go, with these rows: the place of each among the items, its code.

    What a row answers that stays in any case, or another session, is answered whatever happens here.
    """
    answers: dict[int, list[tuple[int, str]]] = {}
    safe = set(elsewhere)
    for place, item in enumerate(items):
        for one in (item, *item.inside):
            if one.question is not None:
                answers.setdefault(one.question, []).append((place, one.code))
                safe |= {one.question} if item.protected or not is_parkable(one) else set()
    return {question: rows for question, rows in answers.items() if question not in safe}


class Latest:
    """How late one may be, so that what is left can still end in time for so much that is spent on parking."""

    def __init__(self, minutes: dict[int, int], most: int) -> None:
        """``minutes`` are the latest for each expense; what is more than ``most`` is never spent."""
        self.expenses: list[int] = []
        self.minutes: list[int] = []
        self.most = most
        for expense in sorted(expense for expense in minutes if expense <= most):
            if not self.minutes or minutes[expense] > self.minutes[-1]:
                self.expenses.append(expense)
                self.minutes.append(minutes[expense])

    def after(self, spent: int) -> int:
        """The latest minute for who has spent so much; -1 where it is too late in any case."""
        number = bisect_right(self.expenses, self.most - spent)
        return self.minutes[number - 1] if number else -1

    def before(self, rough: Rough, pin: int | None = None, limit: int = FAR) -> "Latest":
        """The same before an item with these ways; one with a pin should not be reached later than ``limit``."""
        found: dict[int, int] = {}
        for spent, latest in zip(self.expenses, self.minutes, strict=True):
            for expense, minutes in rough:
                time = latest - minutes if pin is None else min(limit, latest)
                if latest >= minutes + (pin or 0):
                    found[spent + expense] = max(found.get(spent + expense, -1), time)
        return Latest(found, self.most)

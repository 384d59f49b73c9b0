"""How a draft was reached, step by step, and the best way to each state that a search of drafts goes through."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sessions.domain.optioning import Option, Way
from sessions.domain.outline import Item
from sessions.domain.resting import Rest


class State(NamedTuple):
    """What the rest of a plan depends on.

    The ``minute`` of the session; when people last rested (``resting.SAFE``: they need no further rest); in which
    ``configuration`` they sat last; which of the watched structures have come, as bits.
    """

    minute: int
    rested: int
    configuration: str
    used: int


class Step(NamedTuple):
    """What comes next: a new row, a kept one, a break, or the begin of the session ``meeting``."""

    option: Option | None = None
    way: Way | None = None
    nth: int = 0
    kept: Item | None = None
    rest: Rest | None = None
    meeting: int | None = None


Trail = Any
"""The steps so far, the last one first: (those before it, the last one); None at the start."""
Label = tuple[int, Trail]
"""What a state is worth, and how it was reached."""
Front = dict[Any, Label]
"""The best way to each state. Keys have the fields of ``State``, as plain tuples, for speed."""


def keep(front: Front, state: Any, points: int, trail: Trail, step: Step) -> None:
    """Remember the way to the state, unless one is known that is as good."""
    known = front.get(state)
    if known is None or points > known[0]:
        front[state] = (points, (trail, step))


def merge(onto: Front, front: Front) -> None:
    for state, label in front.items():
        known = onto.get(state)
        if known is None or label[0] > known[0]:
            onto[state] = label


def forgotten(front: Front, bits: int) -> Front:
    """The states without what matters no longer."""
    made: Front = {}
    for (minute, rested, groups, used), label in front.items():
        merge(made, {(minute, rested, groups, used & ~bits): label})
    return made


def steps(trail: Trail) -> list[Step]:
    """The steps of a trail in their order."""
    found = []
    while trail is not None:
        trail, step = trail
        found.append(step)
    return found[::-1]


def slugs_of(made: Iterable[Step]) -> Iterator[str]:
    """The structures of the new rows."""
    return (step.option.slug for step in made if step.option)

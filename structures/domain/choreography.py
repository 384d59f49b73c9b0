"""A run as it is hosted online or for people in two places: rooms opened and closed, minutes lost on the way.

All minutes are whole minutes from the start of the run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from structures.domain.grouping import Sizes
from structures.domain.scenes import Scene
from structures.domain.shapes import Grouping, Turn

CROSSING = 1
"""Minutes it takes to send people to breakout rooms, or back.

An assumption, on the short side: people click, wait and say hello. It is a hint and never changes a plan.
"""

TWO_PLACES = (
    *(Grouping.FISHBOWL, Grouping.STAGE, Grouping.CIRCLES, Grouping.LINE, Grouping.WALK),
    *(Grouping.STATIONS, Grouping.QUADRANTS, Grouping.SELF_ORGANISED),
)
"""Configurations made of places in a room: those who are online are not in it unless somebody brings them in."""


@dataclass(frozen=True, slots=True)
class Breakout:
    """Breakout rooms that stand open from ``begin`` for ``minutes``, with ``sizes`` people in each.

    ``turns`` are what happens in them. ``follows``: people come from other rooms, not from everyone's.
    ``leads_on``: they go to other rooms, not back to everyone's.
    """

    begin: int
    minutes: int
    sizes: Sizes
    turns: tuple[Turn, ...]
    follows: bool = False
    leads_on: bool = False

    @property
    def end(self) -> int:
        return self.begin + self.minutes


def breakouts(scenes: Sequence[Scene]) -> tuple[Breakout, ...]:
    """Return the rooms to open, one after the other. One group that has everybody needs none."""
    scenes = [scene for scene in scenes if scene.minutes]
    out = [apart(scene) for scene in scenes]
    return tuple(
        Breakout(
            scene.begin,
            scene.minutes,
            scene.sizes,
            scene.turns,
            follows=place > 0 and out[place - 1],
            leads_on=place + 1 < len(scenes) and out[place + 1],
        )
        for place, scene in enumerate(scenes)
        if out[place]
    )


def apart(scene: Scene) -> bool:
    """Say whether people are in rooms of their own during this scene."""
    return len(scene.sizes) > 1


def minutes_to_add(scenes: Sequence[Scene]) -> int:
    """Return the minutes that people need on the way: ``CROSSING`` for each time they are sent out or brought back.

    From rooms to other rooms is one way, too. Everybody begins in the room that all share, and ends there.
    """
    out = [False, *(apart(scene) for scene in scenes if scene.minutes), False]
    return CROSSING * sum(here or there for here, there in pairwise(out))


def in_two_places(turns: Iterable[Turn]) -> tuple[str, ...]:
    """Return the configurations in which people who are online need somebody of their own in the room."""
    return tuple(dict.fromkeys(turn.grouping for turn in turns if turn.grouping in TWO_PLACES))


def needs_second_host(scenes: Sequence[Scene]) -> bool:
    """Say whether one host cannot be with those in the room and with those online at once."""
    return any(apart(scene) for scene in scenes) or any(in_two_places(scene.turns) for scene in scenes)

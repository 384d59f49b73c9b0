"""A run as the people in the room live it: one arrangement after another, and how often they have to move.

All minutes are whole minutes from the start of the run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from structures.domain.grouping import Sizes, groups, size_range
from structures.domain.shapes import Grouping, Remainder, Repeat, RepeatUnit, Step, Turn

ANEW = frozenset({RepeatUnit.ROUND, RepeatUnit.STATION, RepeatUnit.SLOT, RepeatUnit.STATEMENT})
"""Repeats whose every turn arranges people anew: new partners, the next station, another place on the line.

Clients, listeners and people who speak in turn take theirs where everybody sits. Prompts pass along a ring of
pairs, but whoever works on them in larger groups stays.
"""

SEATED = 4
"""People from whom on a group is given a table. Pairs and trios sit knee to knee."""


@dataclass(frozen=True, slots=True)
class Scene:
    """People in one arrangement, as long as they keep it. ``turns`` are what happens meanwhile, in its order.

    ``sizes`` are the people per group, () where they are not divided. ``tables`` are those that its groups sit at.
    """

    begin: int
    minutes: int
    grouping: str
    sizes: Sizes
    tables: int
    turns: tuple[Turn, ...] = ()

    @property
    def end(self) -> int:
        return self.begin + self.minutes

    @property
    def arrangement(self) -> Sizes | str:
        """What makes two scenes the same.

        Fours after "groups of four to six" of the same sizes stay where they are, so sizes count, not names; and
        one group that has everybody is everyone.
        """
        return arrangement(self.grouping, self.sizes)

    @property
    def is_divided(self) -> bool:
        """People are in groups that work at the same time, each in a place or a breakout room of its own."""
        return bool(self.sizes)

    def joined(self, turn: Turn, scene: "Scene") -> "Scene":
        """This scene with a turn that keeps it; a single group is still counted, for its table and its sheet."""
        return replace(
            self,
            minutes=self.minutes + turn.minutes,
            sizes=self.sizes or scene.sizes,
            tables=max(self.tables, scene.tables),
            turns=(*self.turns, turn),
        )


def arrangement(grouping: str, sizes: Sizes) -> Sizes | str:
    """What makes two scenes the same: see ``Scene.arrangement``."""
    if len(sizes) == 1:
        return Grouping.WHOLE_GROUP
    return sizes or grouping


def scenes(
    steps: Sequence[Step],
    turns: Sequence[Turn],
    people: int,
    repeats: Sequence[Repeat] = (),
    remainder: str = Remainder.SMALLER,
) -> tuple[Scene, ...]:
    """Return the arrangements that ``turns`` (made from ``steps``) bring ``people`` into.

    Whoever thinks alone stays where they are: with everyone to begin with, with their group later on.
    """
    units = {repeat.key: repeat.unit for repeat in repeats}
    found: list[Scene] = []
    before: Turn | None = None
    for turn in turns:
        step = steps[turn.index]
        scene = _scene(step, people, remainder, found)
        if (
            found
            and scene.arrangement == found[-1].arrangement
            and not _anew(before, turn, scene, units, steps)
        ):
            found[-1] = found[-1].joined(turn, scene)
        else:
            found.append(replace(scene, minutes=turn.minutes, turns=(turn,)))
        before = turn
    return tuple(found)


def moves(scenes: Sequence[Scene]) -> int:
    """Return how often people have to arrange themselves anew, the first time not counted."""
    return max(0, len(scenes) - 1)


def tables(step: Step, sizes: Sizes) -> int:
    """Return how many tables the groups of a step sit at: one each, where groups are meant to have four or more.

    Groups left over with three or two people sit at one, too. Stations, and groups that form themselves, stand.
    """
    if step.grouping == Grouping.QUADRANTS:
        return len(sizes)
    limits = size_range(step)
    sits = step.grouping in (Grouping.FOURS, Grouping.SMALL_GROUPS)
    return len(sizes) if sits and limits and limits[0] >= SEATED else 0


def _scene(step: Step, people: int, remainder: str, found: Sequence[Scene]) -> Scene:
    begin = found[-1].end if found else 0
    if step.grouping == Grouping.ALONE:
        stays = found[-1] if found else Scene(0, 0, Grouping.WHOLE_GROUP, (), 0)
        return replace(stays, begin=begin, minutes=0, turns=())
    sizes = groups(step, people, remainder)
    return Scene(begin, 0, step.grouping, sizes, tables(step, sizes))


def _anew(
    before: Turn | None, turn: Turn, scene: Scene, units: dict[str, str], steps: Sequence[Step]
) -> bool:
    """A further turn of a block in which others are met, or something else is seen."""
    key = steps[turn.index].repeat
    if before is None or steps[before.index].repeat != key or turn.number <= before.number:
        return False
    if scene.grouping == Grouping.CIRCLES:
        return True
    unit = units.get(key, RepeatUnit.ROUND)
    if unit == RepeatUnit.PROMPT:
        return scene.grouping == Grouping.PAIRS and len(scene.sizes) > 1
    return unit in ANEW and (len(scene.sizes) > 1 or scene.grouping == Grouping.LINE)

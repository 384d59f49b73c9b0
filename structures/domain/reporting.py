"""What report-outs cost: the minutes in which one group after another speaks to everybody else."""

from collections.abc import Sequence
from dataclasses import dataclass

from structures.domain.grouping import Sizes, groups, size_range
from structures.domain.shapes import Grouping, Remainder, Repeat, RepeatUnit, SetBy, Step, Turn


@dataclass(frozen=True, slots=True)
class Reporting:
    """``minutes`` of ``turns`` in which a group reports. ``further`` are the minutes that one group more adds.

    ``further`` is 0 where the number of reports does not follow from the groups.
    """

    minutes: int = 0
    turns: int = 0
    further: int = 0


@dataclass(frozen=True, slots=True)
class Harvest:
    """A step in which everybody hears what ``groups`` groups found, in ``minutes`` altogether.

    Nobody has said how many of the groups speak. If all did, each would have ``seconds``.
    """

    index: int
    minutes: int
    groups: int

    @property
    def seconds(self) -> int:
        return self.minutes * 60 // self.groups


def reporting(steps: Sequence[Step], turns: Sequence[Turn], repeats: Sequence[Repeat]) -> Reporting:
    """Add up the turns that a structure gives to one group at a time.

    These are steps in which people listen together and which repeat per group, or as often as there are groups.
    What a structure does not give to single groups is not guessed: see ``harvests``.
    """
    by_key = {repeat.key: repeat for repeat in repeats}
    reports = [turn for turn in turns if _is_report(steps[turn.index], by_key)]
    growing = [turn for turn in reports if by_key[steps[turn.index].repeat].set_by == SetBy.GROUPS]
    minutes = sum(turn.minutes for turn in reports)
    further = sum(turn.minutes for turn in growing if turn.number == 1)
    return Reporting(minutes, len(reports), further)


def harvests(
    steps: Sequence[Step],
    turns: Sequence[Turn],
    people: int,
    repeats: Sequence[Repeat] = (),
    remainder: str = Remainder.SMALLER,
) -> tuple[Harvest, ...]:
    """Find the steps in which two groups or more meet again as one, and nobody has said how many speak.

    Each is found once, in its first turn.
    """
    by_key = {repeat.key: repeat for repeat in repeats}
    found: dict[int, Harvest] = {}
    apart: Sizes = ()
    for turn in turns:
        step = steps[turn.index]
        plain = step.grouping == Grouping.WHOLE_GROUP and not _is_report(step, by_key)
        if plain and len(apart) > 1 and turn.minutes:
            found.setdefault(turn.index, Harvest(turn.index, turn.minutes, len(apart)))
        if step.grouping != Grouping.ALONE:
            apart = groups(step, people, remainder)
    return tuple(found.values())


def _is_report(step: Step, by_key: dict[str, Repeat]) -> bool:
    repeat = by_key.get(step.repeat)
    per_group = repeat is not None and (repeat.unit == RepeatUnit.GROUP or repeat.set_by == SetBy.GROUPS)
    return per_group and size_range(step) is None

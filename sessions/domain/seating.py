"""How people sit in the course of an activity, as a few stretches: "in pairs, 2 minutes each, then in fours"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from structures.domain.shapes import Repeat, RepeatUnit, Step, Turn


@dataclass(frozen=True, slots=True)
class Stretch:
    """People sit the same for a while: ``times`` turns (1 without a repeat) of ``minutes`` each.

    ``rest``: minutes that do not divide by the turns; the first of them are a minute longer.
    """

    step: Step
    minutes: int
    times: int = 1
    unit: str = RepeatUnit.ROUND
    rest: int = 0


def stretches(turns: Sequence[Turn], steps: Sequence[Step], repeats: Sequence[Repeat]) -> tuple[Stretch, ...]:
    """The stretches of a run, in their order. What is left no time is no stretch."""
    units = {repeat.key: repeat.unit for repeat in repeats}
    runs = groupby(turns, key=lambda turn: _seats(steps[turn.index]))
    return tuple(_all(steps, units, (list(run) for _seats, run in runs)))


def _all(steps: Sequence[Step], units: dict[str, str], runs: Iterator[list[Turn]]) -> Iterator[Stretch]:
    for run in runs:
        step, times = steps[run[0].index], _times(run, steps)
        minutes, rest = divmod(sum(turn.minutes for turn in run), times)
        if minutes:
            unit = units.get(step.repeat, RepeatUnit.ROUND) if times > 1 else ""
            yield Stretch(step, minutes, times, unit, rest)


def _seats(step: Step) -> tuple[str, int | None, int | None]:
    return step.grouping, step.size_min, step.size_max


def _times(run: Sequence[Turn], steps: Sequence[Step]) -> int:
    """The turns of the run, where all of it repeats together; each may be a minute longer than another."""
    blocks = {(steps[turn.index].repeat, turn.of) for turn in run}
    _key, times = blocks.pop()
    rounds = Counter[int]()
    for turn in run:
        rounds[turn.number] += turn.minutes
    is_even = len(rounds) == times and max(rounds.values()) - min(rounds.values()) <= 1
    return times if is_even and not blocks else 1

"""How long the steps of an activity take, turn by turn: the arithmetic that every part of a plan asks for."""

from functools import lru_cache

from structures.domain import timing
from structures.domain.scenes import Scene, scenes
from structures.domain.shapes import Grouping, Repeat, Span, Step, Turn


# It depends on nothing but these values, and an edit changes one row of many.
@lru_cache(maxsize=4096)
def ideal_run(
    steps: tuple[Step, ...],
    repeats: tuple[Repeat, ...],
    people: int | None,
    mode: str,
    remainder: str,
) -> tuple[Span, tuple[Turn, ...]]:
    """The span and the turns of steps, repeated as often as the activity's own copy of them says."""
    counts = {repeat.key: repeat.count for repeat in repeats}
    given = (steps, people, repeats, counts, mode, remainder)
    return timing.duration(*given), timing.turns(*given)


@lru_cache(maxsize=4096)
def scenes_of(
    steps: tuple[Step, ...],
    repeats: tuple[Repeat, ...],
    turns: tuple[Turn, ...],
    people: int,
    remainder: str,
) -> tuple[Scene, ...]:
    """How people are arranged in these turns. Without steps everyone stays together all the time."""
    if steps:
        return scenes(steps, turns, people, repeats, remainder)
    minutes = sum(turn.minutes for turn in turns)
    return (Scene(0, minutes, Grouping.WHOLE_GROUP, (), 0, turns),) if turns else ()


@lru_cache(maxsize=4096)
def shortest_run(
    steps: tuple[Step, ...],
    repeats: tuple[Repeat, ...],
    people: int | None,
    mode: str,
    remainder: str,
) -> int:
    """The fewest minutes of the same turns: what is protected keeps its own, optional steps go."""
    counts = {repeat.key: repeat.count for repeat in repeats}
    return timing.floor(steps, people, repeats, counts, mode, remainder)

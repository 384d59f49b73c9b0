"""How long the steps of an activity take, turn by turn: the arithmetic that every part of a plan asks for."""

from functools import lru_cache

from structures.domain import timing
from structures.domain.shapes import Repeat, Span, Step, Turn


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

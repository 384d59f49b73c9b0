"""Where a new row belongs when the convenor does not say."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """What matters of a row already on the agenda: which question it answers (its place on the arc), and its kind."""

    question: int | None = None
    kind: str = "structure"


def place_for(question: int | None, rows: Sequence[Place]) -> int:
    """The position (0 is first) for a row that answers the question at place ``question`` of the arc.

    It follows the last row that answers the same or an earlier question, so that the agenda keeps the flow of
    the questions. Before any such row it comes after the opening. Without a question it comes last, but before
    the closing.
    """
    end = _before_closing(rows)
    if question is None:
        return end
    earlier = [at for at, row in enumerate(rows) if row.question is not None and row.question <= question]
    if earlier:
        return max(earlier) + 1
    later = [at for at, row in enumerate(rows) if row.question is not None]
    return later[0] if later else end


def _before_closing(rows: Sequence[Place]) -> int:
    end = len(rows)
    while end and rows[end - 1].kind == "closing":
        end -= 1
    return end

"""What convenors might type, with the structures a practitioner would take, divided by the text itself in two.

The *learning* half may be read, and anything may be learned from it. The *counted* half is only ever counted. How the
panel was written says its own note (``tests/data/panel.json``).
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "data" / "panel.json"
LEARNING, COUNTED = "learning", "counted"
DEPTHS = (1, 3, 5)

Row = Mapping[str, Any]


def half_of(text: str) -> str:
    """The first half where the digest of the text is even, the second where it is odd."""
    return COUNTED if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2 else LEARNING


@dataclass(frozen=True)
class Panel:
    """A half of the panel: questions with their structures, texts of anything else, texts with the nearest question."""

    questions: Sequence[Row]
    elsewhere: Sequence[str]
    near: Sequence[Row]


def panel(half: str) -> Panel:
    """One half."""
    said = json.loads(FILE.read_text(encoding="utf-8"))
    return Panel(
        [row for row in said["questions"] if half_of(row["question"]) == half],
        [text for text in said["elsewhere"] if half_of(text) == half],
        [row for row in said["near"] if half_of(row["question"]) == half],
    )


def hits(rows: Sequence[Row], ranked: Callable[[str], Sequence[str]], also: bool = False) -> dict[int, float]:
    """By depth, the share of rows whose structure (``also``: or one that is as good) is among the first so many."""
    right = [{row["structure"], *(row["also"] if also else ())} for row in rows]
    found = [ranked(row["question"]) for row in rows]
    return {
        depth: round(sum(bool(r & set(f[:depth])) for r, f in zip(right, found, strict=True)) / len(rows), 2)
        for depth in DEPTHS
    }

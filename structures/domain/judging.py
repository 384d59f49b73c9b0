"""How good matching is: over questions with a structure that somebody really used for each, how often that one is
among the first few."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

DEPTHS = (1, 3, 5)


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the structure that was used for it. Others may have been as good: a miss need not be wrong."""

    question: str
    structure: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``places``: where each pair's structure was found, counted from 1; 0 where it was not. ``unknown``: structures
    that the catalogue does not have; their pairs count as missed."""

    places: tuple[int, ...]
    unknown: tuple[str, ...] = ()

    def hit(self, depth: int) -> float:
        """The share of pairs whose structure is among the first ``depth``; 0 without pairs."""
        hits = sum(0 < place <= depth for place in self.places)
        return hits / len(self.places) if self.places else 0.0


def judged(pairs: Iterable[Pair], rank: Callable[[str], Sequence[str]], known: Mapping[str, str]) -> Verdict:
    """Rank every question. ``known`` gives a structure's slug for each name it may go by."""
    pairs = list(pairs)
    places = tuple(_place(known.get(pair.structure, ""), rank(pair.question)) for pair in pairs)
    unknown = {pair.structure for pair in pairs} - known.keys()
    return Verdict(places, tuple(sorted(unknown)))


def _place(slug: str, ranked: Sequence[str]) -> int:
    return ranked.index(slug) + 1 if slug in ranked else 0

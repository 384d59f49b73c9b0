"""Which entries of a catalogue answer what somebody typed: by name, by words, by pieces of words.

Nothing is learned and nothing is asked of anybody: an entry's texts and the query are bags of weighted words
(and of the pieces of these words, for typing slips, compounds and other endings); what is rare in the
catalogue counts more (TF-IDF), and likeness is the cosine. One passage that is close to the whole query
counts on top, and is the reason given.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from structures.domain.terms import grams, stem, telling_words, words

LENGTH_POWER = 0.8  # long entries are not punished in full: more is said about them because they can do more
PASSAGE_SHARE = 0.3  # what one close passage adds to the likeness of the whole
NEAR_ENOUGH = 0.3  # of the best score: what is further off is not shown
PIECES_ENOUGH = 0.2  # likeness by pieces of words alone, below which it is chance
NAME_WEIGHT = 3.0
SHORTEST_PREFIX = 3

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Passage:
    """Something said about an entry. ``kind`` and ``question`` are the caller's own and come back with it."""

    text: str
    kind: str
    weight: float = 1.0
    question: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its names (the first is the one it goes by) and what is said about it."""

    key: str
    names: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


class Naming(IntEnum):
    """How the query names an entry, from not at all to exactly."""

    NOT = 0
    MENTIONED = 1
    BEGINS_OTHER_NAME = 2
    BEGINS_NAME = 3
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A found entry. ``name``: which of its names was typed; ``passage``: the closest thing said about it."""

    key: str
    score: float
    naming: Naming = Naming.NOT
    name: str = ""
    passage: Passage | None = None


class Space:
    """Bags of features that can be compared with a query's bag. Rare features count more."""

    def __init__(self, bags: Sequence[Bag], power: float = 1.0) -> None:
        spread = Counter(chain.from_iterable(bags))
        self.rarity = {each: 1 + math.log((1 + len(bags)) / (1 + n)) for each, n in spread.items()}
        self.places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for feature, weight in self._weighed(bag, power).items():
                self.places[feature].append((number, weight))

    def likeness(self, bag: Bag) -> dict[int, float]:
        """Return the cosine of the query's bag with every bag that shares a feature, by the bag's number."""
        found: dict[int, float] = defaultdict(float)
        for feature, weight in self._weighed(bag, 1.0).items():
            for number, other in self.places.get(feature, ()):
                found[number] += weight * other
        return found

    def _weighed(self, bag: Bag, power: float) -> dict[str, float]:
        weights = {f: math.log1p(n) * self.rarity[f] for f, n in bag.items() if f in self.rarity}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) ** power
        return {feature: weight / length for feature, weight in weights.items()}


class Index:
    """Entries made ready to be asked. Building takes a fraction of a second, asking a few milliseconds."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.passages = [(n, passage) for n, entry in enumerate(entries) for passage in _all(entry)]
        bags = [_bag(_all(entry)) for entry in entries]
        self.by_word = Space([_stems(bag) for bag in bags], LENGTH_POWER)
        self.by_piece = Space([_pieces(bag) for bag in bags], LENGTH_POWER)
        self.by_passage = Space([_stems(_bag([passage])) for _n, passage in self.passages])
        self.names = [[words(name) for name in entry.names] for entry in entries]

    def find(self, query: str) -> tuple[Match, ...]:
        """Return what answers the query, best first; () where it has nothing in common with any entry.

        Entries named in the query come first: the exact name or alias, then names that begin with it, then
        names that are most of what was typed.
        """
        asked = Counter[str](telling_words(query))
        by_word = self.by_word.likeness(_stems(asked))
        by_piece = self.by_piece.likeness(_pieces(asked))
        closest = self._closest(_stems(asked))
        matches = [
            self._match(n, query, by_word.get(n, 0) + by_piece.get(n, 0), closest.get(n, {}))
            for n in range(len(self.entries))
            if n in by_word or by_piece.get(n, 0) >= PIECES_ENOUGH or self._named(n, query)[0]
        ]
        return _near_enough(sorted(matches, key=lambda match: (-match.naming, -match.score, match.key)))

    def _closest(self, asked: Bag) -> dict[int, dict[Passage, float]]:
        """By entry: how close each of its passages is, its weight counted in."""
        found: dict[int, dict[Passage, float]] = defaultdict(dict)
        for number, likeness in self.by_passage.likeness(asked).items():
            n, passage = self.passages[number]
            found[n][passage] = likeness * passage.weight
        return found

    def _match(self, n: int, query: str, likeness: float, passages: Mapping[Passage, float]) -> Match:
        naming, name = self._named(n, query)
        said = [passage for passage in passages if passage.kind]
        reason = max(said, key=lambda passage: passages[passage], default=None)
        score = likeness + PASSAGE_SHARE * max(passages.values(), default=0)
        return Match(self.entries[n].key, score, naming, name, reason)

    def _named(self, n: int, query: str) -> tuple[Naming, str]:
        asked = words(query)
        said = [_naming(asked, name, first=i == 0) for i, name in enumerate(self.names[n])]
        best = max(said, default=Naming.NOT)
        return best, self.entries[n].names[said.index(best)] if best else ""


def _naming(asked: list[str], name: list[str], first: bool) -> Naming:
    """Say how the words of a query name one name, the ``first`` being the one an entry goes by."""
    query, whole = " ".join(asked), " ".join(name)
    if not query or not whole:
        return Naming.NOT
    if query == whole:
        return Naming.EXACT
    if whole.startswith(query) and len(query) >= SHORTEST_PREFIX:
        return Naming.BEGINS_NAME if first else Naming.BEGINS_OTHER_NAME
    mostly = 2 * len(name) > len([word for word in asked if telling_words(word)] or asked)
    return Naming.MENTIONED if mostly and f" {whole} " in f" {query} " else Naming.NOT


def _near_enough(matches: Sequence[Match]) -> tuple[Match, ...]:
    best = max((match.score for match in matches), default=0)
    return tuple(match for match in matches if match.naming or match.score >= NEAR_ENOUGH * best)


def _all(entry: Entry) -> list[Passage]:
    """Names count as passages, but are no reason: they have no kind."""
    return [*(Passage(name, "", NAME_WEIGHT) for name in entry.names), *entry.passages]


def _bag(passages: Iterable[Passage]) -> dict[str, float]:
    bag: dict[str, float] = defaultdict(float)
    for passage in passages:
        for word in telling_words(passage.text):
            bag[word] += passage.weight
    return bag


def _stems(bag: Bag) -> Bag:
    stems: dict[str, float] = defaultdict(float)
    for word, weight in bag.items():
        stems[stem(word)] += weight
    return stems


def _pieces(bag: Bag) -> Bag:
    pieces: dict[str, float] = defaultdict(float)
    for word, weight in bag.items():
        for piece in grams(word):
            pieces[piece] += weight
    return pieces

"""Which entries of a catalogue answer what somebody typed: by name, by words, by kin, by turns of phrase.

Nothing is learned and nothing is asked of anybody: an entry's texts and the query are bags of weighted words,
and of what else makes two texts alike (``ASPECTS``); what is rare in the catalogue counts more (TF-IDF), and
likeness is the cosine, each aspect having its share. One passage that is close to the whole query counts on
top, and is the reason given. Of two that are equally close, the one that more people use comes first.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from structures.domain.kin import RELATED, kin
from structures.domain.spelling import Speller, british
from structures.domain.terms import grams, stem, telling_words, turns, words

LENGTH_POWER = 0.7  # long entries are not punished in full: more is said about them because they can do more
PASSAGE_SHARE = 0.3  # what one close passage adds to the likeness of the whole
NEAR_ENOUGH = 0.25  # of the best score: what is further off is not shown
PIECES_ENOUGH = 0.3  # likeness by pieces of words alone, below which it is chance
KIN_SHARE, TURNS_SHARE = 0.4, 0.6  # of the share that words have
COMMON_SHARE = 0.5  # what an entry that everybody uses gains on one that hardly anybody does
LONG_WORD = 7  # of kin that no entry has: "lunch" is no slip for "launch", nor "pain" for "paint"
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
    """Something that can be found: its names (the first is the one it goes by) and what is said about it.

    ``commonness``: from 0, hardly anybody uses it, to 1, everybody does.
    """

    key: str
    names: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    commonness: float = 0.0


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


Close = tuple[float, float, Passage | None]
"""How close the closest passage is; how close the closest is that can be a reason; and that one."""
NOTHING: Close = (0.0, 0.0, None)


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


@dataclass(frozen=True, slots=True)
class Aspect:
    """One way in which texts are alike: what to look at in a text, and its share in the likeness."""

    features: Callable[[str], Iterable[str]]
    share: float


def stems(text: str) -> list[str]:
    return [stem(word) for word in telling_words(text)]


def pieces(text: str) -> list[str]:
    return [piece for word in telling_words(text) for piece in grams(word)]


WORDS = Aspect(stems, 1.0)
ASPECTS = (WORDS, Aspect(kin, KIN_SHARE), Aspect(turns, TURNS_SHARE))


class Index:
    """Entries made ready to be asked. Building takes a fraction of a second, asking a few milliseconds."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.passages = [(n, passage) for n, entry in enumerate(entries) for passage in _all(entry)]
        said = [_all(entry) for entry in entries]
        self.by_aspect = [
            (aspect, Space([_bag(each, aspect.features) for each in said], LENGTH_POWER))
            for aspect in ASPECTS
        ]
        self.by_piece = Space([_bag(each, pieces) for each in said], LENGTH_POWER)
        self.by_passage = Space([_bag([passage], stems) for _n, passage in self.passages])
        self.names = [[" ".join(words(name)) for name in entry.names] for entry in entries]
        self.vocabulary = self.by_aspect[0][1].rarity.keys() | {stem(word) for word in RELATED}
        spoken = _bag(chain.from_iterable(said), telling_words)
        related = {word: 1.0 for word in RELATED if len(word) >= LONG_WORD}
        self.speller = Speller(related | spoken)
        self.roots = Speller(dict.fromkeys(self.vocabulary, 1.0))

    def find(self, query: str) -> tuple[Match, ...]:
        """Return what answers the query, best first; () where it has nothing in common with any entry.

        Entries named in the query come first: the exact name or alias, then names that begin with it, then
        names that are most of what was typed. What is far behind the best is left out.
        """
        return _near_enough(self.ranked(query))

    def ranked(self, query: str) -> list[Match]:
        """Return all entries that have anything in common with the query, best first."""
        asked = self.corrected(query)
        likeness, closest, named = self._likeness(asked), self._closest(asked), self._named(query, asked)
        matches = [
            self._match(n, likeness.get(n, 0), closest.get(n, NOTHING), named.get(n, (Naming.NOT, "")))
            for n in sorted(likeness.keys() | named.keys())
        ]
        return sorted(matches, key=lambda match: (-match.naming, -match.score, match.key))

    def corrected(self, query: str) -> str:
        """The words of the query; those that nobody uses here, as the one meant that is a slip away."""
        return " ".join(self._meant(british(word)) for word in words(query))

    def _meant(self, word: str) -> str:
        root = stem(word)
        return (
            self._known(word)
            or self.speller.nearest(word)
            or (root != word and self.roots.nearest(root))
            or word
        )

    def coverage(self, query: str) -> float:
        """The share of a query's telling words that anybody uses here, 0 to 1. Without any there is nothing unknown."""
        known = [bool(self._known(word)) for word in telling_words(self.corrected(query))]
        return sum(known) / len(known) if known else 1.0

    def _known(self, word: str) -> str:
        return word if stem(word) in self.vocabulary or not telling_words(word) else ""

    def _likeness(self, asked: str) -> dict[int, float]:
        """By entry. Turns of phrase alone count only where the query has nothing else: "where are we now?"."""
        by_piece = self._by_pieces(asked)
        by_word, by_kin, by_turn = (
            {n: aspect.share * one for n, one in space.likeness(Counter(aspect.features(asked))).items()}
            for aspect, space in self.by_aspect
        )
        telling = by_word.keys() | by_kin.keys() | by_piece.keys()
        found = telling if telling_words(asked) else by_turn.keys()
        return {n: sum(by.get(n, 0) for by in (by_word, by_kin, by_turn, by_piece)) for n in found}

    def _by_pieces(self, asked: str) -> dict[int, float]:
        """For the words that stayed unknown: other languages, compounds, what is not finished yet."""
        telling = telling_words(asked)
        unknown = " ".join(word for word in telling if not self._known(word))
        found = self.by_piece.likeness(Counter(pieces(unknown))) if unknown else {}
        share = len(unknown.split()) / len(telling) if telling else 0
        return {n: share * likeness for n, likeness in found.items() if likeness >= PIECES_ENOUGH}

    def _closest(self, asked: str) -> dict[int, Close]:
        """By entry: how close its closest passage is, its weight counted in, and which of those with a kind it is."""
        found: dict[int, Close] = {}
        for number, likeness in self.by_passage.likeness(Counter(stems(asked))).items():
            n, passage = self.passages[number]
            close, told, reason = found.get(n, NOTHING)
            weighed = likeness * passage.weight
            if passage.kind and weighed > told:
                told, reason = weighed, passage
            found[n] = max(close, weighed), told, reason
        return found

    def _match(self, n: int, likeness: float, closest: Close, named: tuple[Naming, str]) -> Match:
        score = likeness + PASSAGE_SHARE * closest[0]
        common = 1 + COMMON_SHARE * self.entries[n].commonness
        return Match(self.entries[n].key, score * common, *named, closest[2])

    def _named(self, *queries: str) -> dict[int, tuple[Naming, str]]:
        """By entry: how one of the queries names it best, and by which of its names."""
        found: dict[int, tuple[Naming, str]] = {}
        for query in dict.fromkeys(" ".join(words(one)) for one in queries):
            telling = len(telling_words(query)) or len(query.split())
            for n, names in enumerate(self.names):
                for place, name in enumerate(names):
                    naming = _naming(query, telling, name, first=place == 0)
                    if naming > found.get(n, (Naming.NOT, ""))[0]:
                        found[n] = naming, self.entries[n].names[place]
        return found


def _naming(query: str, telling: int, name: str, first: bool) -> Naming:
    """Say how a query of so many telling words names one name, the ``first`` being the one an entry goes by."""
    if not query or not name:
        return Naming.NOT
    if name.startswith(query) and len(query) >= min(len(name), SHORTEST_PREFIX):
        return Naming.EXACT if query == name else Naming.BEGINS_NAME if first else Naming.BEGINS_OTHER_NAME
    mentioned = name in query and f" {name} " in f" {query} "
    return Naming.MENTIONED if mentioned and 2 * len(name.split()) > telling else Naming.NOT


def _near_enough(matches: Sequence[Match]) -> tuple[Match, ...]:
    best = max((match.score for match in matches), default=0)
    return tuple(match for match in matches if match.naming or match.score >= NEAR_ENOUGH * best)


def _all(entry: Entry) -> list[Passage]:
    """Names count as passages, but are no reason: they have no kind."""
    return [*(Passage(name, "", NAME_WEIGHT) for name in entry.names), *entry.passages]


def _bag(passages: Iterable[Passage], features: Callable[[str], Iterable[str]]) -> dict[str, float]:
    bag: dict[str, float] = defaultdict(float)
    for passage in passages:
        for feature in features(passage.text):
            bag[feature] += passage.weight
    return bag

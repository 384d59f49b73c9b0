"""How long a question takes to be matched, with the catalogue as it is and with thousands of structures."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice

from structures.answering import FIRST, answer
from structures.domain.matching import Entry, Index
from structures.domain.needs import Need
from structures.domain.ranking import Catalogue, match
from structures.matchmaking import catalogue

MOST = 50.0
"""Milliseconds that matching may take, with either catalogue."""
MANY = 2_000
QUESTIONS = (
    "How do we stop meetings nobody needs?",
    "Build trust",
    "What do nurses, doctors and managers need from one another to get people home safely, and how can they ask for "
    "it without blame?",
    "Practise our behaviour in difcult conversations",
    "Why does this movement exist?",
)


def measured() -> list[tuple[str, float, float]]:
    """What was measured, the median milliseconds of the processor, and the most they may be."""
    now = catalogue()
    times = {
        f"{len(now.candidates)} structures": _ms(now),
        f"{MANY} structures": _ms(grown(now, MANY)),
        f"{len(now.candidates)} structures, from the database": _median(lambda need: answer(need, FIRST)),
    }
    return [(f"match a question with {what}, ms", ms, MOST) for what, ms in times.items()]


def grown(now: Catalogue, size: int) -> Catalogue:
    """A catalogue of that size, each structure saying as much as one of today's, in today's sentences mixed anew."""
    mixed = random.Random(1)
    said = [passage for entry in now.index.entries for passage in entry.passages]
    entries, candidates = [], {}
    for number, entry in enumerate(islice(cycle(now.index.entries), size)):
        slug, passages = f"{entry.key}-{number}", tuple(mixed.sample(said, len(entry.passages)))
        entries.append(Entry(slug, (f"{entry.names[0]} {number}",), passages, entry.commonness))
        candidates[slug] = replace(now.candidates[entry.key], slug=slug)
    return Catalogue(Index(entries), now.questions, candidates)


def _ms(known: Catalogue) -> float:
    return _median(lambda need: match(need, known))


def _median(ask: Callable[[Need], object], rounds: int = 5) -> float:
    """Of the slowest question, the median of the rounds."""
    return max(statistics.median(_once(ask, question) for _round in range(rounds)) for question in QUESTIONS)


def _once(ask: Callable[[Need], object], question: str) -> float:
    start = time.process_time()
    ask(Need(question, people=18, minutes=60))
    return (time.process_time() - start) * 1000

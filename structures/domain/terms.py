"""Words as search compares them: case and accents folded, endings cut off, the little words set aside.

Endings and little words are English. Texts in other languages are still found by the pieces of words.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from structures.domain.spelling import british

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans("", "", "'’")

_LITTLE = """
a about again all already also always am an and any are as at be been being but by can could did do does
doing else even ever every few for from get gets getting give go goes going got had has have having he her
here him his how i if in into is it its itself just let like make makes me more most much must my never no
not now of off often on once one only onto or our ours out over own people per really s same she should so
some something still such t than that the their theirs them themselves then there these they thing things
this those through to too towards under until up upon us use very want wants was we were what where which
while whom whose will with without would yet you your yours yourself
"""
LITTLE_WORDS = frozenset(_LITTLE.split())
"""Words that say nothing about a subject. Not "why", "who" or "together": convenors ask about those."""

_ENDINGS = (
    *("ingly", "ations", "ation", "ments", "edly", "ings", "ness", "ment"),
    *("ing", "ers", "ies", "ied", "ed", "er", "es", "ly", "s", "e", "y"),
)
_SHORTEST_STEM = 3
_KEEP_DOUBLED = "aeiouls"  # see, tell, press: doubled already before an ending made them so
_LONG_STEM = 6  # counsel, counselling
_GRAM_SIZES = (3, 4)
_LONGEST = 40
"""Characters of a word that are looked at: what is longer is none, and its pieces would fill the memory."""


def fold(text: str) -> str:
    """Return the text without case, accents, apostrophes and fancy digits: "What³" is "what3"."""
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return "".join(char for char in apart if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return every word, folded: "15% Solutions" gives "15" and "solutions"."""
    return [word[:_LONGEST] for word in _WORD.findall(fold(text))]


def telling_words(text: str) -> list[str]:
    """Return the words that say something about a subject, folded, in their order."""
    return [word for word in words(text) if word not in LITTLE_WORDS]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Cut off the longest English ending: "planned", "planning" and "plans" are all "plan"."""
    if word.isdigit():
        return word
    word = british(word)
    kept = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    short = next((root for root in kept if len(root) >= _SHORTEST_STEM), word)
    doubled = len(short) > _SHORTEST_STEM and short[-1] == short[-2]
    plain = short[-1] not in _KEEP_DOUBLED or (short[-1] == "l" and len(short) >= _LONG_STEM)
    return short[:-1] if doubled and plain else short


@lru_cache(maxsize=8_000)
def grams(word: str) -> tuple[str, ...]:
    """Return the pieces of three and four characters of a word, its edges marked by a space."""
    edged = f" {word} "
    return tuple(edged[at : at + size] for size in _GRAM_SIZES for at in range(len(edged) - size + 1))


def turns(text: str) -> list[str]:
    """Return every two words that stand side by side, little ones too: they tell "each of us" from "us all"."""
    stems = [stem(word) for word in words(text)]
    return [f"{one} {other}" for one, other in pairwise(stems)]


def marked(text: str, query: str) -> tuple[tuple[str, bool], ...]:
    """Cut a text into pieces; say of each whether the query has that word too, to show why it was found."""
    asked = {stem(word) for word in telling_words(query)}
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _WORD.finditer(text):
        if any(stem(word) in asked for word in telling_words(found[0])):
            pieces += [(text[end : found.start()], False), (found[0], True)]
            end = found.end()
    return tuple(piece for piece in [*pieces, (text[end:], False)] if piece[0])

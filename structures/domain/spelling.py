"""Spelling as people type it: American for British, and slips of the finger."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

_RULES: tuple[tuple[str, str], ...] = (
    (r"(?<=[a-z]{2}[^aeou])iz(?=(?:e[drs]?|ers?|ing|ations?|ational)$)", "is"),  # not size, prize, seize
    (r"yz(?=(?:e[ds]?|ing)$)", "ys"),
    (r"^(behavi|col|fav|flav|harb|hon|hum|lab|neighb|rum|vig)or(?!ous|ary|ious|at|i[sz])", r"\1our"),
    (r"^(cent|theat|fib|met)er(?=s?$)", r"\1re"),
    (r"^program(?=s?$)", "programme"),
    (r"^practic(?=(?:ed?|es|ing)$)", "practis"),  # noun and verb are told apart by few
    (r"^advic(?=e$)", "advis"),
    (r"^learnt$", "learned"),
    (r"^ag(?=ing$)", "age"),
    (r"^skeptic", "sceptic"),
    (r"^p(?=ediatric)", "pa"),
    (r"^(travel|cancel|label|model|signal|counsel|fuel)(?=(?:ed|ing|ers?|ors?)$)", r"\1l"),
    (r"^(dial|catal|anal)og(?=s?$)", r"\1ogue"),
    (r"^(defen|licen|offen)se(?=s?$)", r"\1ce"),
    (r"^(fulfil|enrol|skil)l?(?=(?:ment|ful)$)", r"\1"),
    (r"^jud?gment", "judgement"),
)
_COMPILED = tuple((re.compile(pattern), ours) for pattern, ours in _RULES)
_DOUBLED, _SOFT = re.compile(r"(.)\1+"), re.compile(r"c(?=[eiy])")
_SHORTEST = 4  # characters: shorter words have too many neighbours
_MISSING_FROM, _WRONG_FROM = 5, 7  # "bread" is no slip for "break"


def british(word: str) -> str:
    """Return the word, folded, as it is spelt in Britain: "prioritize" is "prioritise"."""
    for pattern, ours in _COMPILED:
        word = pattern.sub(ours, word)
    return word


class Speller:
    """Known words with how often each occurs. One character too many, missing, wrong or swapped is forgiven.

    Not the first one: few mistype it, and "Leeds" is no slip for "needs". Long words may also sound the same.
    """

    def __init__(self, known: Mapping[str, float]) -> None:
        self.known = known
        self.without: dict[str, list[str]] = defaultdict(list)
        self.sounding: dict[str, list[str]] = defaultdict(list)
        for word in known:
            self.sounding[_sound(word)].append(word)
            for shorter in _shortened(word):
                self.without[shorter].append(word)

    def nearest(self, typed: str) -> str:
        """Return the word itself if known, else the commonest that one slip makes it, or that sounds the same; "" if
        there is none."""
        if typed in self.known:
            return typed
        near = {word for shorter in _shortened(typed) for word in self.without.get(shorter, ())}
        slips = [word for word in near if _one_slip(typed, word)] or self._alike(typed)
        return min(slips, key=lambda word: (-self.known[word], word), default="")

    def _alike(self, typed: str) -> list[str]:
        return self.sounding.get(_sound(typed), []) if len(typed) >= _WRONG_FROM else []


def _sound(word: str) -> str:
    """What is heard of a word where spelling is hardest: doubled letters, and c for s: "reccomend", "desicion"."""
    return _DOUBLED.sub(r"\1", _SOFT.sub("s", word))


def _shortened(word: str) -> Iterator[str]:
    """The word, and the word without each of its characters; nothing for short words and numbers."""
    if len(word) >= _SHORTEST and word.isalpha():
        yield word
        yield from {word[:at] + word[at + 1 :] for at in range(len(word))}


def _one_slip(typed: str, word: str) -> bool:
    """Say whether one slip makes one of the other. The likelier a slip makes another word, the longer they must be."""
    if typed[0] != word[0]:
        return False
    longer, shorter = sorted((typed, word), key=len, reverse=True)
    if len(longer) > len(shorter):
        return len(longer) == len(shorter) + 1 >= _MISSING_FROM and shorter in _shortened(longer)
    wrong = [at for at, (one, other) in enumerate(zip(typed, word, strict=True)) if one != other]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(typed) == sorted(word)
    return swapped or (len(wrong) == 1 and len(word) >= _WRONG_FROM)

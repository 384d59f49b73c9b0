"""What a careful listener notices in an invitation before a room hears it. Conservative: silence rather than nagging.

The rules about meaning are for English; of another language only questions are counted and words timed. What is
quoted (“…”, ‘…’) are words for somebody else to say, so it is no question of the host's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from math import ceil

from sessions.domain import phrases

WORDS_PER_SECOND = 2.5
"""150 words a minute, the pace at which audiobooks are read."""

MOST_SECONDS = 12

AND_ANOTHER = 3
"""Questions in one sentence from which they are too many."""

MANY = 4
"""Questions in one breath that are too many even where each follows from the one before."""

TO_BE_READ = 1000
"""Characters of a text that is no invitation any more but a page: nothing else is worth saying about it."""


class Code(StrEnum):
    """What there may be to say about an invitation."""

    NOTHING = "nothing"
    SEVERAL = "several"
    CLOSED = "closed"
    LEADING = "leading"
    LONG = "long"
    JARGON = "jargon"


@dataclass(frozen=True, slots=True)
class Check:
    """One remark: ``number`` is of questions or of seconds, ``words`` are those that it is about."""

    code: Code
    number: int = 0
    words: tuple[str, ...] = ()


@lru_cache(maxsize=2048)
def checks(text: str, *, english: bool = True) -> tuple[Check, ...]:
    """Everything worth a remark, in the order of a careful reading; nothing for an empty text.

    ``english`` is whether the words may be read as English; a text that plainly is not is not read so either.
    """
    if not text.strip():
        return ()
    found = [several(text), long(text)]
    if len(text) > TO_BE_READ:
        found = [long(text)]
    elif english and looks_english(text):
        found = [nothing(text), several(text), closed(text), leading(text), long(text), jargon(text)]
    return tuple(check for check in found if check)


def seconds(text: str) -> int:
    """How long it takes to say, in seconds begun."""
    return ceil(len(phrases.WORD.findall(text)) / WORDS_PER_SECOND)


def looks_english(text: str) -> bool:
    return bool(phrases.ENGLISH.search(text))


def nothing(text: str) -> Check | None:
    """Neither a question nor a request. Lipmanowicz and McCandless (The Surprising Power of Liberating Structures,
    2013) begin each structure with a structuring invitation: something that people can take up.

    “Think of a time when …” asks without a question mark, and a sentence to finish does as well. What speaks to
    “you” is left alone: it may be the frame of something that was asked before.
    """
    spoken = unquoted(text)
    is_taken_up = phrases.ASKED.search(spoken) or phrases.TO_YOU.search(spoken)
    return None if is_taken_up or any(map(_requests, sentences(spoken))) else Check(Code.NOTHING)


def several(text: str) -> Check | None:
    """Several questions at once: people answer the last, or the easiest (Payne, The Art of Asking Questions, 1951, on
    double-barrelled questions).

    What follows from the first deepens it and is no other (“And why is that important to you?”), and a yes or no may
    lead there; nor are two halves of one sentence (“What do you bring, and what do you hope to get?”), three are.
    A question after something to do (“Write it down. Which one …”) comes at its own time.
    """
    most = max([_at_once(asked) for asked in _runs(text)], default=1)
    return Check(Code.SEVERAL, most) if most > 1 else None


def _runs(text: str) -> Iterator[list[str]]:
    """The questions that are asked in one breath: nothing stands between them."""
    runs = groupby(sentences(unquoted(text)), key=_is_question)
    return (list(run) for is_asked, run in runs if is_asked)


def _at_once(asked: list[str]) -> int:
    """How many questions a run holds; 1 where the others only lead there (yes or no) or on from there."""
    open_ones = [one for one in asked if not _is_yes_or_no(one)] or asked
    chained = max(len(phrases.CHAINED.findall(one)) for one in asked)
    is_led_on = len(open_ones) < MANY and all(map(phrases.FOLLOW_UP.match, open_ones[1:]))
    return max(1 if is_led_on else len(open_ones), chained if chained >= AND_ANOTHER else 1)


def closed(text: str) -> Check | None:
    """Answerable with yes or no (Vogt, Brown and Isaacs, The Art of Powerful Questions, 2003: from yes-or-no to why,
    how and what).

    Only where nothing else opens it up again: another question, a request, a choice between two things.
    """
    asked = questions(text)
    others = [one for one in sentences(unquoted(text)) if one not in asked]
    is_closed = bool(asked) and all(map(_is_yes_or_no, asked)) and not any(map(_requests, others))
    return Check(Code.CLOSED) if is_closed else None


def leading(text: str) -> Check | None:
    """The answer stands in the question: “Don't you think …”, “Why is it the best way …”, “How can we use the app to
    …”. Schein (Humble Inquiry, 2013) asks what he does not know yet; IDEO's Field Guide to Human-Centered Design
    (2015) warns of the “How might we” that names its solution.
    """
    found = (pattern.search(one) for one in questions(text) for pattern in phrases.LEADING)
    spoken = unquoted(text)
    anywhere = (pattern.search(spoken) for pattern in phrases.LEADING_ANYWHERE)
    first = next((one for one in (*found, *anywhere) if one), None)
    return Check(Code.LEADING, words=(_tidy(first["words"]),)) if first else None


def long(text: str) -> Check | None:
    """Longer than twelve seconds to say, at 150 words a minute. Who listens cannot look it up again."""
    length = seconds(text)
    return Check(Code.LONG, length) if length > MOST_SECONDS else None


def jargon(text: str) -> Check | None:
    """Words that only insiders know (the Plain English Campaign's guides: use words that your reader knows), the
    names of structures among them, and capitals that nobody spells out.
    """
    found = [*phrases.JARGON.findall(text), *_unknown_capitals(text)]
    first = {word.casefold(): word for word in reversed(found)}
    order = sorted(first.values(), key=text.index)
    return Check(Code.JARGON, words=tuple(order)) if order else None


def unquoted(text: str) -> str:
    """The host's own words: a quotation is an ellipsis, unless everything is one."""
    spoken = " ".join(text.split())
    if phrases.ALL_QUOTED.fullmatch(spoken):
        return spoken[1:-1]
    return phrases.QUOTED.sub("…", spoken)


def sentences(spoken: str) -> list[str]:
    return [one for one in phrases.SENTENCE_END.split(spoken) if one.strip()]


def questions(text: str) -> list[str]:
    """The sentences that the host asks."""
    return list(filter(_is_question, sentences(unquoted(text))))


def _is_question(sentence: str) -> bool:
    return sentence.rstrip(" )”\"'’").endswith(phrases.MARKS)


def _clauses(sentence: str) -> list[str]:
    """What stands between colons and commas, without “and”, “so”, “first” before it."""
    return [phrases.OPENER.sub("", one.strip()) for one in phrases.CLAUSE_END.split(sentence)]


def _requests(sentence: str) -> bool:
    return any(phrases.REQUEST.match(one) or phrases.OPEN.match(one) for one in _clauses(sentence))


def _is_yes_or_no(sentence: str) -> bool:
    first, *later = _clauses(sentence)
    if phrases.CHOICE.search(sentence) or any(map(phrases.OPEN.match, (first, *later))):
        return False
    if phrases.POLITE.match(first):
        return False
    return bool(phrases.YES_OR_NO.match(first) or any(map(phrases.YES_OR_NO_LATER.match, later)))


def _unknown_capitals(text: str) -> list[str]:
    """Abbreviations that are not common, nor explained: “… of care (MDT)”. A text in capitals has none."""
    if sum(map(str.isupper, text)) > sum(map(str.islower, text)):
        return []
    found = phrases.CAPITALS.findall(text)
    return [one for one in found if one.rstrip("s") not in phrases.COMMON and f"({one})" not in text]


def _tidy(words: str) -> str:
    return words.strip(" ,.;:?!")

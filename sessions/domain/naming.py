"""A title for a journey that nobody has named yet, a person's name in two letters, and what a title names."""

import re
from unicodedata import normalize

MOST = 80
_END_OF_SENTENCE = re.compile(r"[\n\r]|(?<=[.!?…])\s")
_BETWEEN_NAMES = re.compile(r"[\s._+-]+")


def title_from(*texts: str, most: int = MOST) -> str:
    """The first sentence of the first text that says anything, in at most ``most`` characters, or "".

    A question keeps its mark; a full stop goes, as titles have none. A long one ends after a whole word.
    """
    sentences = (_first_sentence(text) for text in texts)
    return _shortened(next(filter(None, sentences), ""), most)


def _first_sentence(text: str) -> str:
    first = _END_OF_SENTENCE.split(text.strip(), maxsplit=1)[0]
    return " ".join(first.split()).removesuffix(".")


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    room = text[: most - 1]
    words = room if text[most - 1].isspace() else room.rpartition(" ")[0]
    return (words or room).rstrip(" ,;:–-") + "…"


def initials(name: str) -> str:
    """The first letters of the first and the last part of a name: "AB" for Ana Maria Bell; "?" where it has none."""
    parts = _BETWEEN_NAMES.split(normalize("NFC", name))
    letters = [first for first in map(_first_letter, parts) if first]
    return "".join([*letters[:1], *letters[1:][-1:]]) or "?"


def _first_letter(part: str) -> str:
    letter = next(filter(str.isalnum, part), "")
    return letter.upper() if len(letter.upper()) == 1 else letter


def names(title: str, structure: str) -> bool:
    """Whether the title says which structure it is: "Debrief: What, So What, Now What" does."""
    return structure.casefold().rstrip("?!. ") in title.casefold()

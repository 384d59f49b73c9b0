"""Which drafts somebody wants to see: rows that stay, structures by their names, questions that matter, the host."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Self

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.asking import BETWEEN, NAMED, packed, unpacked
from structures.domain.needs import Experience
from structures.domain.terms import words
from structures.models import Structure

TURN, GONE, MATTERS, HOST = "~", "=", "*", "@"
"""In the page's address: what marks the turn, a structure that is no longer wished, a question that matters, and the
host's experience. What bears no mark is a row to keep."""
LETTERS = 4
"""Of the codes of rows and questions."""
MOST_NAMED = 20
"""Structures that are named at the most, as a must and as a never together."""

Name = tuple[str, str]
"""A mark ("!" or "-"), and the slug of a structure, or what was typed for it."""


@dataclass(frozen=True)
class Wish:
    """The how manieth drafts (0 are the first), and which rows stay; None: all of them.

    ``named`` are structures to have and not to have, in the order in which they were named; of the ``matters`` are
    questions by the first letters of their codes.
    """

    turn: int = 0
    kept: frozenset[str] | None = None
    named: tuple[Name, ...] = ()
    matters: frozenset[str] = frozenset()
    experience: str = Experience.SOME

    @classmethod
    def read(cls, about: str) -> Self:
        """From the page's address: "~1.abcd.!triz.@new", in any order; without a turn and a row it keeps all rows."""
        said = [one for one in about.split(BETWEEN) if one]
        turns = [one[1:] for one in said if one[0] == TURN]
        kept = frozenset(one for one in said if one[0] not in MARKS)
        hosts = [one[1:] for one in said if one[0] == HOST and one[1:] in list(Experience)]
        return cls(
            max((int(one) for one in turns if one.isdecimal()), default=0),
            kept if turns or kept else None,
            _named(said),
            frozenset(one[1:] for one in said if one[0] == MATTERS and one[1:]),
            hosts[-1] if hosts else Experience.SOME,
        )

    def __str__(self) -> str:
        kept = None if self.kept is None else [f"{TURN}{self.turn}", *sorted(self.kept)]
        turn = [f"{TURN}{self.turn}"] if self.turn and kept is None else []
        named = [mark + packed(text) for mark, text in self.named]
        host = [HOST + self.experience] if self.experience != Experience.SOME else []
        return BETWEEN.join([*(kept or turn), *named, *sorted(MATTERS + one for one in self.matters), *host])

    def keeps(self, code: str) -> bool:
        return self.kept is None or code[:LETTERS] in self.kept

    def weighs(self, code: str) -> int:
        """How important the question of that code is."""
        return 2 if code[:LETTERS] in self.matters else 1

    def of(self, field: str) -> tuple[str, ...]:
        return tuple(text for mark, text in self.named if mark == NAMED[field])

    @property
    def must(self) -> tuple[str, ...]:
        return self.of("must")

    @property
    def never(self) -> tuple[str, ...]:
        return self.of("never")


MARKS = frozenset({TURN, GONE, MATTERS, HOST, *NAMED.values()})


def _named(said: Iterable[str]) -> tuple[Name, ...]:
    """What is named, each once; what is marked as gone is no longer. One too many in each box is read, to be told."""
    said = list(said)
    gone = {one[1:] for one in said if one[0] == GONE}
    named = (one for one in said if one[0] in NAMED.values() and one[1:].strip() and one not in gone)
    return tuple((one[0], unpacked(one[1:]).strip()) for one in dict.fromkeys(named))[
        : MOST_NAMED + len(NAMED)
    ]


@dataclass
class Chip:
    """A structure to have, or not to have. ``value`` is what keeps it, ``gone`` what takes it away; ``note`` says what
    stands in its way.
    """

    slug: str
    name: str
    value: str
    note: str = ""

    @property
    def gone(self) -> str:
        return GONE + self.value


@dataclass
class Box:
    """One field for names: what is chosen, what was typed and could not be read, and why."""

    name: str
    chips: list[Chip] = field(default_factory=list)
    typed: str = ""
    error: str = ""

    def refuse(self, typed: str, error: str) -> None:
        self.typed, self.error = typed, error

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(chip.slug for chip in self.chips)


class Names:
    """The published structures by everything they are called."""

    def __init__(self) -> None:
        rows = cache.get_or_set("structures-by-name", _rows, 60)
        self.names: Mapping[str, str] = {slug: name for slug, name, _aliases in rows}
        self.slugs = {
            _plain(called): slug
            for slug, name, aliases in rows
            for called in (*reversed(aliases), name, slug)
        }

    def find(self, text: str) -> str | None:
        return self.slugs.get(_plain(text))

    def nearest(self, text: str) -> str:
        """The name that was probably meant, or ""."""
        found = get_close_matches(_plain(text)[:80], self.slugs, n=1)
        return self.names[self.slugs[found[0]]] if found else ""

    @cached_property
    def all(self) -> list[str]:
        return list(self.names.values())


def _rows() -> list[tuple[str, str, list[str]]]:
    return list(Structure.objects.published().order_by("name").values_list("slug", "name", "aliases"))


def _plain(text: str) -> str:
    return "".join(words(text))


def boxes(wish: Wish, names: Names) -> dict[str, Box]:
    """What is wished by name, as it is read. A name that nobody knows, or that is in both, stays as it was typed."""
    found = {name: Box(name) for name in NAMED}
    fields = {mark: name for name, mark in NAMED.items()}
    for mark, text in wish.named:
        box, slug = found[fields[mark]], names.find(text)
        if slug is None:
            box.refuse(text, unknown(text, names))
        elif any(slug in other.slugs for other in found.values() if other is not box):
            box.refuse(names.names[slug], contradicted(mark, names.names[slug]))
        elif slug not in box.slugs and sum(len(one.chips) for one in found.values()) >= MOST_NAMED:
            box.refuse(names.names[slug], too_many())
        elif slug not in box.slugs:
            box.chips.append(Chip(slug, names.names[slug], mark + packed(slug)))
    return found


def unknown(text: str, names: Names) -> str:
    meant = names.nearest(text)
    if meant:
        return _("No structure is called “%(text)s”. Do you mean %(name)s?") % {"text": text, "name": meant}
    return _("No structure is called “%(text)s”.") % {"text": text}


def contradicted(mark: str, name: str) -> str:
    if mark == NAMED["must"]:
        return _("You do not want %(name)s. Take it off that list first.") % {"name": name}
    return _("You want %(name)s. Take it off that list first.") % {"name": name}


def too_many() -> str:
    return ngettext(
        "%(n)s structure is named already. Take one off the lists first.",
        "%(n)s structures are named already. Take one off the lists first.",
        MOST_NAMED,
    ) % {"n": MOST_NAMED}


def understood(wish: Wish, found: Mapping[str, Box]) -> Wish:
    """The wish with the slugs of the structures that are known, and no other names."""
    named = tuple((NAMED[field], slug) for field, box in found.items() for slug in box.slugs)
    return replace(wish, named=named)


def asked_again(wish: Wish, found: Mapping[str, Box]) -> str:
    """The wish for the page's address, and what could not be read behind it: nothing that was typed is lost."""
    typed = tuple((NAMED[field], box.typed) for field, box in found.items() if box.typed)
    return str(replace(wish, named=(*wish.named, *typed)))

"""The strings that practitioners published, as starting points: read from files, laid out with our structures.

A string is among the files when its source tells the whole of it, on a page anyone can open; when at least three
different structures of our catalogue follow each other in it (what runs inside another structure does not count);
and when it takes no longer than a day. Minutes are the published ones; where there are none, the catalogue's, and
for rows that are no structure our own. Facts come from the source; every sentence is ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from sessions.choices import SessionMode
from sessions.domain.document import ActivityDoc
from sessions.domain.running import ideal_run
from sessions.domain.strings import PublishedString, read
from structures.domain import shapes, timing
from structures.domain.score import Strip
from structures.models import Structure
from structures.recipes import Recipe, recipes

FOLDER = Path(__file__).parent / "strings"


@cache
def published_strings() -> tuple[PublishedString, ...]:
    """All files, by name."""
    return tuple(read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json")))


@dataclass(frozen=True)
class Known:
    """What laying out asks of a structure of the catalogue."""

    name: str
    remainder: str
    recipe: Recipe


@dataclass(frozen=True)
class Piece:
    """A published string as it would run: one strip for each row, one after the other."""

    string: PublishedString
    names: tuple[str, ...]
    strips: tuple[Strip, ...]

    @property
    def minutes(self) -> int:
        return sum(strip.minutes for strip in self.strips)

    @property
    def people(self) -> int | None:
        return self.string.document.people

    @property
    def where(self) -> str:
        """In person, online or both, in words."""
        return str(SessionMode(self.string.session.mode).label)


def repertoire() -> list[Piece]:
    """The strings all of whose structures the catalogue offers, the shortest first; in three queries."""
    strings = published_strings()
    known = known_structures({slug for string in strings for slug in string.structures})
    offered = (string for string in strings if known.keys() >= set(string.structures))
    return sorted((lay_out(string, known) for string in offered), key=lambda piece: piece.minutes)


def known_structures(slugs: set[str]) -> dict[str, Known]:
    rows = Structure.objects.published().filter(slug__in=slugs).values_list("pk", "slug", "name", "remainder")
    found = recipes(pk for pk, *_ in rows)
    return {slug: Known(name, remainder, found[pk]) for pk, slug, name, remainder in rows}


def lay_out(string: PublishedString, known: Mapping[str, Known]) -> Piece:
    runs = [run(row, string, known) for row in string.session.activities]
    begins = accumulate((minutes for minutes, _turns in runs), initial=0)
    strips = (
        Strip(begin, minutes, turns, hue(row), row.kind, row.title)
        for row, begin, (minutes, turns) in zip(string.session.activities, begins, runs, strict=False)
    )
    names = dict.fromkeys(known[slug].name for slug in string.structures)
    return Piece(string, tuple(names), tuple(strips))


def run(
    row: ActivityDoc, string: PublishedString, known: Mapping[str, Known]
) -> tuple[int, tuple[shapes.Turn, ...]]:
    """The minutes of a row and what happens in them, turn by turn, as in a journey that starts from the string."""
    if not row.structure:
        return row.minutes or 0, ()
    structure, online = known[row.structure], string.session.mode == SessionMode.ONLINE
    mode = shapes.Mode.ONLINE if online else shapes.Mode.IN_PERSON
    span, turns = ideal_run(*structure.recipe, string.document.people, mode, structure.remainder)
    if row.minutes in (None, span.ideal):
        return span.ideal, turns
    return row.minutes, timing.spread(turns, structure.recipe[0], row.minutes)


def hue(row: ActivityDoc) -> int:
    """The colour of the question it answers, as in a journey: by its place."""
    return 0 if row.question is None else row.question + 1

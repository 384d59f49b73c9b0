"""In what one recipe differs from another: a plan's own steps from those the catalogue has now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher

from structures.domain.fingerprint import fingerprint
from structures.domain.grouping import has_sizes
from structures.domain.shapes import Repeat, Step

STEP_FIELDS = [field.name for field in fields(Step) if field.name not in ("title", "repeat")]
REPEAT_FIELDS = [field.name for field in fields(Repeat) if field.name != "key"]


@dataclass(frozen=True, slots=True)
class Change:
    """One number or word. ``field`` is its name in ``Step`` or ``Repeat``, or "place": 1 is the first step."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Changed:
    """A step that both have, by the title it has in the old recipe."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Steps that only the new recipe has, that only the old one has, and that both have but not alike."""

    added: tuple[Step, ...] = ()
    removed: tuple[Step, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def compare(
    old: Sequence[Step],
    new: Sequence[Step],
    old_repeats: Iterable[Repeat] = (),
    new_repeats: Iterable[Repeat] = (),
) -> Comparison:
    """Say what is added, removed and changed on the way from ``old`` to ``new``.

    A step is the same where its title is; one that is like another in all but the title was renamed. Which key a
    repeat has does not matter, nor do sizes of a configuration that has none.
    """
    pairs = _pairs(old, new)
    moved = _moved(pairs)
    repeats = [{one.key: one for one in many} for many in (old_repeats, new_repeats)]
    changed = (
        Changed(
            old[a].title,
            (
                *_places(a, b, moved),
                *_changes(old[a], new[b]),
                *_turns(old[a], new[b], *repeats),
            ),
        )
        for a, b in pairs
    )
    return Comparison(
        tuple(step for b, step in enumerate(new) if b not in {b for _a, b in pairs}),
        tuple(step for a, step in enumerate(old) if a not in {a for a, _b in pairs}),
        tuple(one for one in changed if one.changes),
    )


Recipe = tuple[Sequence[Step], Sequence[Repeat]]


def changed_since(known: str, mine: Recipe, now: Recipe) -> Comparison:
    """In what ``now`` differs from ``mine``: nothing while it has the fingerprint ``known`` when mine was copied."""
    if fingerprint(*now) == known:
        return Comparison()
    return compare(mine[0], now[0], mine[1], now[1])


def _pairs(old: Sequence[Step], new: Sequence[Step]) -> list[tuple[int, int]]:
    """Which step of ``old`` is which of ``new``, by their places, in the order of ``old``."""
    free = dict(enumerate(new))
    found: dict[int, int] = {}
    for like in (_title, _all_but_the_title):
        for a, step in enumerate(old):
            b = None if a in found else next((b for b in free if like(free[b]) == like(step)), None)
            if b is not None:
                found[a] = b
                del free[b]
    return sorted(found.items())


def _title(step: Step) -> object:
    return step.title


def _all_but_the_title(step: Step) -> object:
    return replace(_plain(step), title="")


def _plain(step: Step) -> Step:
    return step if has_sizes(step.grouping) else replace(step, size_min=None, size_max=None)


def _moved(pairs: list[tuple[int, int]]) -> set[int]:
    """The places in ``new`` of the steps that go past others."""
    here, there = [b for _a, b in pairs], sorted(b for _a, b in pairs)
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    stay = {here[a + n] for a, _b, size in matcher.get_matching_blocks() for n in range(size)}
    return set(here) - stay


def _places(a: int, b: int, moved: set[int]) -> Iterator[Change]:
    if b in moved:
        yield Change("place", a + 1, b + 1)


def _changes(old: Step, new: Step) -> Iterator[Change]:
    one, other = _plain(old), _plain(new)
    for name in ("title", *STEP_FIELDS):
        if getattr(one, name) != getattr(other, name):
            yield Change(name, getattr(one, name), getattr(other, name))


def _turns(old: Step, new: Step, before: dict[str, Repeat], after: dict[str, Repeat]) -> Iterator[Change]:
    one, other = before.get(old.repeat, Repeat("")), after.get(new.repeat, Repeat(""))
    for name in REPEAT_FIELDS:
        if getattr(one, name) != getattr(other, name):
            yield Change(name, getattr(one, name), getattr(other, name))

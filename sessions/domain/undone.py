"""Which of a journey's changes have been taken back."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the history: the numbers it stands under, that undo leads to and that redo leads to."""

    number: int
    before: int | None
    after: int | None


def undone(links: Iterable[Link], now: int) -> frozenset[int]:
    """The numbers of the changes that are not in the state ``now``, because somebody undid them.

    ``links`` is the whole history. An undo or a redo is an entry but no change, and is never among them.
    """
    by_number = {link.number: link for link in sorted(links, key=lambda link: link.number)}
    origins = _origins(by_number.values())
    changes = {number for number, origin in origins.items() if number == origin}
    link = by_number.get(now)
    while link:
        changes.discard(origins[link.number])
        link = by_number.get(link.before or 0)
    return frozenset(changes)


def _origins(links: Iterable[Link]) -> dict[int, int]:
    """Entry → the change that first led to its state: its own number, unless it undid or redid something."""
    origins: dict[int, int] = {}
    last: Link | None = None
    for link in links:
        origins[link.number] = origins.get(_same_as(link, last) or 0, link.number)
        last = link
    return origins


def _same_as(link: Link, last: Link | None) -> int | None:
    """The earlier entry whose state an undo or a redo came back to, by what stood last; None for a change."""
    if last is None or link.before == last.number:
        return None
    return last.before if link.after == last.number else last.after

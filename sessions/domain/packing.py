"""What is brought to a session: by whom, and whether it is packed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sessions.domain.document import Brings, PackingDoc
from structures.domain.logistics import Supply

FURNITURE = ("chair", "stool", "table")
"""Last words of things that stand in a room already, and of which nobody packs a bag."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One line of the list: how much of what, who brings it, and whether it is packed."""

    supply: Supply
    by: str
    packed: bool

    @property
    def is_furniture(self) -> bool:
        return is_furniture(self.supply.item)

    @property
    def is_ours(self) -> bool:
        return self.by == Brings.CONVENOR


def is_furniture(item: str) -> bool:
    return f" {item}".endswith(tuple(f" {name}" for name in FURNITURE))


def usual(item: str) -> PackingDoc:
    """What goes for a thing of which nobody has said anything: furniture is the client's."""
    return PackingDoc(item, Brings.CLIENT if is_furniture(item) else Brings.CONVENOR)


def things(supplies: Iterable[Supply], packing: Iterable[PackingDoc]) -> tuple[Thing, ...]:
    """Return the list with what is known of each thing. What is known of other things is kept, but not shown."""
    known = {one.item: one for one in packing}
    said = ((supply, known.get(supply.item) or usual(supply.item)) for supply in supplies)
    return tuple(Thing(supply, one.by, one.packed) for supply, one in said)


def marked(
    packing: Iterable[PackingDoc], item: str, *, by: str | None = None, packed: bool | None = None
) -> tuple[PackingDoc, ...]:
    """Return what is known after somebody has said something of one thing. None: they said nothing of that."""
    known = {one.item: one for one in packing}
    now = known.get(item) or usual(item)
    known[item] = replace(
        now, by=now.by if by is None else by, packed=now.packed if packed is None else packed
    )
    return tuple(known.values())

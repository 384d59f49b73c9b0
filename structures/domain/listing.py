"""Materials as people write them down: one on each line, "2 index cards per person"."""

import re
from collections.abc import Iterable, Mapping

from structures.domain.limits import MOST_QUANTITY
from structures.domain.shapes import Material, Mode, Per

Words = Mapping[str, str]
"""What follows an item, in the reader's language: the value ("person", "optional") → its words ("per person")."""

OPTIONAL = "optional"
_QUANTITY = re.compile(r"(\d{1,5})\s*[x×]?\s+(?=\S)")


def to_text(materials: Iterable[Material], words: Words) -> str:
    """The materials, one on each line. One of something once for the session is just its name."""
    return "\n".join(_line(one, words) for one in materials)


def from_text(text: str, words: Words) -> list[Material]:
    """Read what ``to_text`` wrote, or what a person typed: every line that says something is a material.

    A line that begins with a number is that many of the rest; what stands in ``words`` may follow the item, in
    any order. ``from_text(to_text(m)) == m`` for every item that does not itself begin or end like that.
    """
    return [_material(line.strip(), words) for line in text.splitlines() if line.strip()]


def _line(material: Material, words: Words) -> str:
    said = [
        f"{material.quantity} {material.item}" if material.quantity > 1 else material.item,
        "" if material.per == Per.SESSION else words[material.per],
        "" if material.required else words[OPTIONAL],
        "" if material.mode == Mode.BOTH else words[material.mode],
    ]
    line = " ".join(filter(None, said))
    return f"1 {line}" if material.quantity == 1 and _QUANTITY.match(line) else line


def _material(line: str, words: Words) -> Material:
    found = _QUANTITY.match(line)
    quantity = min(max(1, int(found[1])), MOST_QUANTITY) if found else 1
    item, endings = _endings(line[found.end() :] if found else line, words)
    return Material(
        item=item,
        quantity=quantity,
        per=next((one for one in endings if one in set(Per)), Per.SESSION),
        required=OPTIONAL not in endings,
        mode=next((one for one in endings if one in set(Mode)), Mode.BOTH),
    )


def _endings(text: str, words: Words) -> tuple[str, set[str]]:
    """The item without what follows it, and the values of what followed."""
    found: set[str] = set()
    while ending := next((value for value, said in words.items() if _ends_with(text, said)), None):
        text = text[: -len(words[ending])].rstrip()
        found.add(ending)
    return text, found


def _ends_with(text: str, said: str) -> bool:
    """Whether that follows an item: alone it is the item."""
    return bool(text[: -len(said)].strip()) and text.casefold().endswith(" " + said.casefold())

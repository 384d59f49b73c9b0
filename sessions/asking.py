"""What somebody asks the engine about one session: to make it fit, or what to do now that something changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, unquote

from django.http import QueryDict

LONGEST = 2_000
"""Characters of what is asked: a draft names every row to keep, and there may be hundreds."""
BETWEEN = "."
"""Stands between several things that were ticked."""
NAMED: Mapping[str, str] = {"must": "!", "never": "-"}
"""Fields of free text that travel in ``about``, and the mark of each."""


@dataclass(frozen=True)
class Asking:
    """``kind`` names what proposes ("fit", "changed"); ``about`` is what changed, ``to`` what was typed of it."""

    kind: str
    session: str
    about: str = ""
    to: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Self | None:
        """From a page's address or a form: as one word ("fit:abc::60"), or in fields of their own."""
        kind, *rest = str(asked.get("proposal", ""))[:LONGEST].split(":", 3)
        names = (("session",), ("about", "again", "gone", *NAMED), ("to",))
        typed = [BETWEEN.join(_typed(asked, *some))[:LONGEST] for some in names]
        said = [*rest, "", "", ""][:3] if rest else typed
        return cls(kind, *said) if kind else None

    def __str__(self) -> str:
        return ":".join((self.kind, self.session, self.about, self.to))


def _typed(asked: Mapping[str, Any], *names: str) -> Iterator[str]:
    """What was typed, or pressed; of what can be ticked several times, all of it."""
    for name in names:
        several = asked.getlist(name) if isinstance(asked, QueryDict) else [asked.get(name, "")]
        for one in filter(None, map(str, several)):
            yield NAMED[name] + packed(one.strip()) if name in NAMED else one


def packed(text: str) -> str:
    """The text as a part of ``about``: nothing in it divides anything."""
    return quote(text, safe=" ").replace(BETWEEN, "%2E")


def unpacked(text: str) -> str:
    return unquote(text)

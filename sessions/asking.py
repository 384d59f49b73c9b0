"""What somebody asks the engine about one session: to make it fit, or what to do now that something changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.http import QueryDict

LONGEST = 200
"""Characters of what is typed into a question to the engine."""


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
        typed = [_typed(asked, *names)[:LONGEST] for names in (("session",), ("about", "again"), ("to",))]
        said = [*rest, "", "", ""][:3] if rest else typed
        return cls(kind, *said) if kind else None

    def __str__(self) -> str:
        return ":".join((self.kind, self.session, self.about, self.to))


def _typed(asked: Mapping[str, Any], *names: str) -> str:
    """What was typed, or pressed; of what can be ticked several times, all of it."""
    several = ([asked[name]] if name in asked else [] for name in names)
    if isinstance(asked, QueryDict):
        several = (asked.getlist(name) for name in names)
    return ".".join(str(one) for some in several for one in some)

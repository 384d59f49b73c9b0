"""What somebody asks the engine about one session: to make it fit, or what to do now that something changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

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
        typed = [_typed(asked, name)[:LONGEST] for name in ("session", "about", "to")]
        said = [*rest, "", "", ""][:3] if rest else typed
        return cls(kind, *said) if kind else None

    def __str__(self) -> str:
        return ":".join((self.kind, self.session, self.about, self.to))


def _typed(asked: Mapping[str, Any], name: str) -> str:
    """What was typed; of what can be ticked several times, all of it."""
    several = asked.getlist(name) if hasattr(asked, "getlist") else [asked.get(name, "")]
    return ".".join(str(one) for one in several)

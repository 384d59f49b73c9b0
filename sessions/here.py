"""Who else has the journey open, as a page shows it."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any, Self
from zlib import crc32

from django.utils.translation import gettext as _

from sessions.domain.naming import initials
from sessions.models import Journey, Presence

ROOM = 5
"""Faces that a toolbar has room for; the others are counted, and still named to those who hear the page."""


@dataclass(frozen=True)
class Face:
    """Somebody, by name and in two letters; ``at`` is the code of the row they are in, or ""."""

    name: str
    initials: str
    at: str = ""

    @classmethod
    def of(cls, page: Presence, user: Any) -> Self:
        """How ``user`` sees whoever has the page open."""
        if page.user is None:  # a guest's journey opens in their own browser only
            return cls(_("You, in another window"), initials(_("You")), page.at)
        name = _("You, in another window") if page.user == user else page.user.known_as
        return cls(name, initials(page.user.known_as), page.at)


@dataclass(frozen=True)
class Here:
    """The faces of a journey, which stood at ``revision``. Without any it is what a page begins with."""

    revision: int
    faces: tuple[Face, ...] = ()

    @classmethod
    def of(cls, journey: Journey, pages: Iterable[Presence], user: Any) -> Self:
        """``pages`` are those that others, or ``user`` in another window, have open."""
        return cls(journey.revision, tuple(Face.of(page, user) for page in each_place_once(pages)))

    @cached_property
    def seen(self) -> str:
        """Another word whenever the journey or who is here has changed."""
        faces = repr([astuple(face) for face in self.faces])
        return f"{self.revision}.{crc32(faces.encode()):08x}"

    @property
    def shown(self) -> tuple[Face, ...]:
        return self.faces[:ROOM]

    @property
    def further(self) -> tuple[Face, ...]:
        return self.faces[ROOM:]


def each_place_once(pages: Iterable[Presence]) -> list[Presence]:
    """A person once for each row they are in, and once where they are in none, however many windows they have."""
    found = {
        (page.user_id, page.at): page for page in pages
    }  # without an account it is the guest, who is one
    busy = {who for who, at in found if at}
    return [page for (who, at), page in found.items() if at or who not in busy]

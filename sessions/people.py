"""Who plans a journey, as its people page shows them: the owner, the members, and who is invited."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sessions.domain.naming import initials
from sessions.models import Invite, Journey


@dataclass(frozen=True)
class Planner:
    """One person, with what ``viewer`` may do about them: leave, or, as the owner, remove them."""

    person: Any
    role: str
    viewer: Any
    is_owner: bool = False
    may_remove: bool = False

    @property
    def initials(self) -> str:
        return initials(self.person.known_as)

    @property
    def is_viewer(self) -> bool:
        return bool(self.person == self.viewer)

    @property
    def may_leave(self) -> bool:
        return self.is_viewer and not self.is_owner


@dataclass(frozen=True)
class People:
    """``mailed`` are the open invitations to an address; ``address`` is that of the open link, or ""."""

    planners: list[Planner]
    mailed: list[Invite]
    link: Invite | None
    address: str

    @classmethod
    def of(cls, journey: Journey, viewer: Any, absolute: Callable[[str], str]) -> Self:
        """As ``viewer`` sees them. ``absolute`` makes a path an address that works outside this site."""
        invites = list(journey.invites.open())
        link = next((invite for invite in invites if not invite.email), None)
        mailed = [invite for invite in invites if invite.email]
        address = absolute(link.get_absolute_url()) if link else ""
        return cls(planners(journey, viewer) if journey.owner else [], mailed, link, address)


def planners(journey: Journey, viewer: Any) -> list[Planner]:
    """The owner first, then the members by name."""
    owner = Planner(journey.owner, _("Owner"), viewer, is_owner=True)
    members = sorted(journey.members.select_related("user"), key=lambda one: one.user.known_as.casefold())
    may_remove = journey.owner == viewer
    return [
        owner,
        *(
            Planner(one.user, capfirst(one.get_role_display()), viewer, may_remove=may_remove)
            for one in members
        ),
    ]

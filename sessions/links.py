"""The links of a journey as its convenor sees them: one audience after the other, ready to be passed on."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from sessions.agenda import Agenda
from sessions.choices import Audience
from sessions.models import Journey, ShareLink

LABELS = {
    Audience.PARTICIPANTS: _("For participants"),
    Audience.SPONSORS: _("For sponsors"),
    Audience.HOSTS: _("For the hosts"),
}
SEES = {
    Audience.PARTICIPANTS: _(
        "Purpose, questions, times, invitations, groups, and what each person needs. "
        "No private notes, nothing that is parked."
    ),
    Audience.SPONSORS: _("Purpose, questions, times and titles. Nothing else."),
    Audience.HOSTS: _(
        "All that participants see, and every step, your private notes, the set-up and what to bring."
    ),
}


@dataclass(frozen=True)
class AudienceLink:
    """What one audience sees, and the address they see it at: "" while there is none."""

    audience: Audience
    link: ShareLink | None
    address: str = ""
    message: str = ""

    @property
    def label(self) -> str:
        return str(LABELS[self.audience])

    @property
    def sees(self) -> str:
        return str(SEES[self.audience])


@dataclass(frozen=True)
class Links:
    """``closed`` are those that were taken back, the newest first."""

    audiences: list[AudienceLink]
    closed: list[ShareLink]

    @classmethod
    def of(cls, journey: Journey, absolute: Callable[[str], str]) -> "Links":
        """``absolute`` makes a path an address that works outside this site."""
        open_ones = {link.audience: link for link in journey.share_links.open()}
        closed = journey.share_links.filter(revoked_at__isnull=False).order_by("-revoked_at")
        return cls([ready(one, open_ones.get(one), absolute) for one in Audience], list(closed))


def ready(audience: Audience, link: ShareLink | None, absolute: Callable[[str], str]) -> AudienceLink:
    if link is None:
        return AudienceLink(audience, None)
    address = absolute(link.get_absolute_url())
    message = message_for(link, address) if audience == Audience.PARTICIPANTS else ""
    return AudienceLink(audience, link, address, message)


def message_for(link: ShareLink, address: str) -> str:
    """What one would write into the group's chat: what, when, where, and the address."""
    agenda = Agenda.of(link)
    meetings = [" · ".join(filter(None, [one.title, one.when, one.place])) for one in agenda.sessions]
    return "\n".join([agenda.title, *filter(None, meetings), address])

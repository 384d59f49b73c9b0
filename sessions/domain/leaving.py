"""The questions that a draft leaves without an answer, and why."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sessions.domain.briefing import Brief, Catalogue, Offer, Reason
from sessions.domain.optioning import Options
from sessions.domain.outline import Meeting
from sessions.domain.tasting import suits


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question, by its place from 0."""

    question: int
    because: Reason


def left_out(
    brief: Brief, catalogue: Catalogue, meetings: Sequence[Meeting], offered: Sequence[Options], is_deep: bool
) -> tuple[LeftOut, ...]:
    """What no row of these sessions answers; in a deep draft it gives way to the others."""
    answered = {seat.item.question for meeting in meetings for seat in meeting.everything} | brief.elsewhere
    left = (place for place in range(len(brief.questions)) if place not in answered)
    return tuple(
        LeftOut(place, _because(place, brief, catalogue, meetings, offered, is_deep)) for place in left
    )


def _because(
    place: int,
    brief: Brief,
    catalogue: Catalogue,
    meetings: Sequence[Meeting],
    offered: Sequence[Options],
    is_deep: bool,
) -> Reason:
    """No structure is known for it; none suits; what would is there already, or is not
    wanted; or the others have its minutes."""
    offers = [one for one in brief.questions[place].offers if one.slug in catalogue]
    if not offers:
        return Reason("unknown")
    if not any(suits(catalogue[one.slug], meeting) for one in offers for meeting in brief.meetings):
        return Reason("unsuited", {"people": brief.meetings[0].people if brief.meetings else None})
    used = {item.structure.slug for meeting in meetings for item in meeting.items if item.structure}
    free = [one for of in offered for one in of[place] if one.slug not in used]
    if not free:
        return Reason("unwanted" if _only_unwanted(offers, brief, used) else "taken")
    least = min(way.minutes for one in free for way in one.ways)
    return Reason("depth" if is_deep else "time", {"least": least})


def _only_unwanted(offers: Sequence[Offer], brief: Brief, used: Set[str]) -> bool:
    """Whether nothing but what somebody does not want could have answered."""
    rest = {one.slug for one in offers} - used - brief.ran - brief.used
    return bool(rest) and rest <= brief.never

"""A facilitator's eye over a plan: what would trip the people in the room, ranked, and what would settle it.

Each rule says in its first line what it sees; the numbers stand beside their reasons in the modules of the rules. The
eye is conservative: a plan that works gets few notices, and one that has hardly begun gets none.
"""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from sessions.domain import noticing_flow as flow
from sessions.domain import noticing_people as people
from sessions.domain import noticing_time as time
from sessions.domain import noticing_tracks as tracks
from sessions.domain.notice import Notice, Rule, Sight
from sessions.domain.outline import Meeting, Outline

OF_A_SESSION: tuple[Rule, ...] = (
    time.over,
    time.overlap,
    people.too_few,
    people.rooms,
    tracks.lead_twice,
    people.too_many,
    people.poor_online,
    flow.closing_open,
    flow.closing_short,
    time.too_short,
    time.no_break,
    flow.no_debrief,
    flow.no_invitation,
    flow.no_closing,
    flow.cold_start,
    people.same_groups,
    time.long_row,
    time.slack,
    tracks.no_lead,
    people.left_alone,
)
"""The rules, the weightier first."""

OF_THE_JOURNEY: tuple[Callable[[Outline], Iterator[Notice]], ...] = (flow.unanswered, flow.out_of_order)


def notices(outline: Outline, dismissed: Collection[str] = ()) -> tuple[Notice, ...]:
    """Return what the eye falls on: problems, then advice, then hints; within each by session, then by rule.

    Notices whose keys are ``dismissed`` are left out.
    """
    seen = sorted(_seen(outline), key=lambda notice: notice.level)
    return tuple(notice for notice in seen if notice.key not in dismissed)


def _seen(outline: Outline) -> Iterator[Notice]:
    for meeting in outline.meetings:
        yield from seen_in(meeting)
    for about in OF_THE_JOURNEY:
        yield from about(outline)


# What is seen in a session depends on nothing but the session, and an edit changes one of several.
@lru_cache(maxsize=256)
def seen_in(meeting: Meeting) -> tuple[Notice, ...]:
    sight = Sight(meeting)
    return tuple(notice for rule in OF_A_SESSION for notice in rule(sight))

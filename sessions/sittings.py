"""The sessions of a journey beside one another: their tabs, their columns, and how far apart they are."""

from dataclasses import dataclass
from typing import Any

from sessions.domain.between import Apart, Between, Meeting, between
from sessions.models import Session
from sessions.noticing import Noticed
from sessions.plan import Plan, SessionPlan
from sessions.rows import Row
from sessions.words import (
    between_in_words,
    short_day_in_words,
    times_in_words,
    zone_in_words,
)

OVERVIEW = "overview"
"""The view in which all sessions stand side by side. One session's view is called by its code, the document ""."""

QUARTER = 15
MOST_QUARTERS = 12
"""In the overview a row is the taller the longer it is: in quarters of an hour, up to three hours."""


@dataclass(frozen=True)
class Sitting:
    """One session among the others of its journey.

    ``since`` says how far it is from the one before, "" where nothing is known. ``earlier`` and ``later`` are its
    neighbours. ``zone`` is whose time its clock shows, "" where all sessions share one. ``noticed`` is what there is
    to look at in it.
    """

    plan: SessionPlan
    since: str = ""
    is_misplaced: bool = False
    earlier: Session | None = None
    later: Session | None = None
    zone: str = ""
    noticed: Noticed | None = None

    @property
    def session(self) -> Session:
        return self.plan.session

    @property
    def short_day(self) -> str:
        return short_day_in_words(self.session.date) if self.session.date else ""

    @property
    def times(self) -> str:
        """From when to when its rows run."""
        return times_in_words(self.session, self.plan.layout.end)

    @property
    def minutes(self) -> int:
        """How long its picture is."""
        return lasts(self.plan)

    @property
    def slips(self) -> list["Slip"]:
        return [Slip(row, self.earlier, self.later) for row in self.plan.rows]


@dataclass(frozen=True)
class Slip:
    """A row as the overview shows it: small, and with the sessions beside its own to be moved to."""

    row: Row
    earlier: Session | None = None
    later: Session | None = None

    @property
    def quarters(self) -> int:
        """How tall it is. What is parked takes no time."""
        return 0 if self.row.is_parked else min(MOST_QUARTERS, -(-self.row.minutes // QUARTER))

    @property
    def state(self) -> tuple[Any, ...]:
        """What shows of its session and of its neighbours."""
        beside = tuple((one.code, str(one)) for one in (self.earlier, self.later) if one)
        return beside, bool(self.earlier), self.row.session and self.row.session.code


def known_view(plan: Plan, view: str) -> str:
    """The view of that name; "" where there is none, or nothing to choose from."""
    views = [one.session.code for one in plan.sessions] + [OVERVIEW]
    return view if len(plan.sessions) > 1 and view in views else ""


def in_view(plan: Plan, view: str) -> list[SessionPlan]:
    """The sessions that the view shows."""
    return [one for one in plan.sessions if is_shown(one, view)]


def is_shown(one: SessionPlan, view: str) -> bool:
    return view in ("", OVERVIEW, one.session.code)


def is_in_view(plan: Plan, view: str, home: str) -> bool:
    """Whether the list, a session or one of its tracks, is among what the view shows."""
    return any(home in dict(one.homes) for one in in_view(plan, view))


def usual_home(plan: Plan, view: str) -> str:
    """Where new structures go when nobody says: the session in view, or the last; "" where there is none."""
    return next((one.session.code for one in reversed(in_view(plan, view))), "")


def sittings(plan: Plan, view: str = "") -> list[Sitting]:
    """The sessions that the view shows, each as it lies among all of them."""
    plans = plan.sessions
    since = between([Meeting(one.session.clock, lasts(one)) for one in plans])
    clocked = [one.session for one in plans if one.session.starts_at]
    zones = {one.timezone: zone_in_words(one.timezone) for one in clocked}
    return [
        Sitting(
            one,
            since_in_words(plans, place, since[place]),
            is_misplaced=since[place] is not None and since[place].unit == Apart.BEFORE,
            earlier=_session_at(plans, place - 1),
            later=_session_at(plans, place + 1),
            zone=zones[one.session.timezone] if len(zones) > 1 and one.session.starts_at else "",
        )
        for place, one in enumerate(plans)
        if is_shown(one, view)
    ]


def lasts(plan: SessionPlan) -> int:
    """Minutes until its booked end, or longer where its rows run past it."""
    return max(plan.layout.end, plan.layout.booked or 0)


def _session_at(plans: list[SessionPlan], place: int) -> Session | None:
    return plans[place].session if 0 <= place < len(plans) else None


def since_in_words(plans: list[SessionPlan], place: int, since: Between | None) -> str:
    if since is None:
        return ""
    return between_in_words(since, plans[since.other].name, is_next=since.other == place - 1)

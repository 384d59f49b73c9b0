"""A visitor's journeys as their list shows them. Constant queries, however many journeys there are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from sessions.choices import MemberRole
from sessions.models import Activity, Journey, JourneyQuestion, Member, Session
from sessions.visitor import KEPT_FOR, Visitor
from structures.words import minutes_in_words

LONGEST_QUERY = 200
MOST_NAMES = 3
ON_THE_CLOCK = Q(session__isnull=False) | Q(parent__session__isnull=False)
ANSWERED = Exists(Activity.objects.filter(ON_THE_CLOCK, question=OuterRef("pk")))


@dataclass(frozen=True)
class Entry:
    """One journey of the list: what a convenor tells it by."""

    journey: Journey
    visitor: Visitor

    @property
    def purpose(self) -> str:
        """The first line of the purpose, unless the title already says it."""
        first = next(iter(self.journey.purpose.strip().splitlines()), "")
        return "" if first.startswith(self.journey.title.removesuffix("…")) else first

    @property
    def sessions(self) -> list[Session]:
        return list(self.journey.sessions.all())

    @property
    def first(self) -> Session | None:
        """The first session with a date, or simply the first."""
        dated = [session for session in self.sessions if session.date]
        return next(iter([*dated, *self.sessions]), None)

    @property
    def length(self) -> str:
        """The booked minutes of all sessions, in words; "" when none are."""
        booked = sum(session.minutes or 0 for session in self.sessions)
        return minutes_in_words(booked) if booked else ""

    @property
    def questions(self) -> list[JourneyQuestion]:
        """Each knows whether something on the clock answers it (``answered``)."""
        return list(self.journey.questions.all())

    @property
    def planned(self) -> int:
        """How many of the questions something on the clock answers."""
        return sum(question.answered for question in self.questions)

    @property
    def is_own(self) -> bool:
        """Theirs to put into the bin. What somebody else owns they only help to plan."""
        return self.journey.owner == self.visitor.user

    @property
    def planned_with(self) -> str:
        """Who else plans it, the owner first: "Ana, Ben, Cy and 4 more"; "" where nobody does."""
        planners = [self.journey.owner, *(member.user for member in self.journey.editors)]
        others = [person.known_as for person in planners if person and person != self.visitor.user]
        names, further = ", ".join(others[:MOST_NAMES]), len(others) - MOST_NAMES
        return _("%(names)s and %(n)s more") % {"names": names, "n": further} if further > 0 else names

    @property
    def changed(self) -> str:
        """How long ago it was changed: "just now", "3 days ago"."""
        now = timezone.now()
        if (now - self.journey.touched_at).total_seconds() < 60:
            return _("just now")
        return _("%(time)s ago") % {"time": timesince(self.journey.touched_at, now, depth=1)}


@dataclass(frozen=True)
class Thrown:
    """A journey in the bin, and how long it can still come back."""

    journey: Journey
    now: datetime

    @property
    def days_left(self) -> int:
        """Whole days, the begun one included, or 0. A guest's days count from the last change."""
        since = self.journey.deleted_at
        if self.journey.owner_id is None:
            since = min(since, self.journey.touched_at)
        return max(0, ceil((since + KEPT_FOR - self.now) / timedelta(days=1)))


@dataclass(frozen=True)
class Library:
    """What the visitor plans, the newest change first, and what is in their bin."""

    visitor: Visitor
    query: str
    entries: list[Entry]
    bin: list[Thrown]

    @classmethod
    def of(cls, visitor: Visitor, query: str = "") -> Self:
        """``query`` narrows the list by title, purpose, people's description and questions."""
        query = query.replace("\0", "").strip()[:LONGEST_QUERY]
        thrown = Journey.objects.owned_by(visitor).in_bin().order_by("-deleted_at")
        now = timezone.now()
        return cls(visitor, query, entries(visitor, query), [Thrown(journey, now) for journey in thrown])

    @property
    def is_guest(self) -> bool:
        return self.visitor.user is None


def entries(visitor: Visitor, query: str = "", *, most: int | None = None) -> list[Entry]:
    """The journeys the visitor may change, in four queries; those that hold ``query``, and ``most`` of them."""
    found = matching(planned_by(visitor), query) if query else planned_by(visitor)
    return [Entry(journey, visitor) for journey in found[:most]]


def planned_by(visitor: Visitor) -> QuerySet[Journey]:
    questions = JourneyQuestion.objects.annotate(answered=ANSWERED)
    editors = Member.objects.filter(role=MemberRole.EDITOR).select_related("user").order_by("pk")
    return (
        Journey.objects.editable_by(visitor)
        .select_related("owner")
        .prefetch_related(
            "sessions", Prefetch("questions", questions), Prefetch("members", editors, to_attr="editors")
        )
    )


def matching(journeys: QuerySet[Journey], query: str) -> QuerySet[Journey]:
    """Those that hold the query in one of their texts."""
    asked = JourneyQuestion.objects.filter(journey=OuterRef("pk"), text__icontains=query)
    words = Q(title__icontains=query) | Q(purpose__icontains=query) | Q(who__icontains=query)
    return journeys.filter(words | Exists(asked))

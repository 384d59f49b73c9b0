"""What was done to a journey: who changed what and when, the newest first, a day at a time."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from sessions.domain.undone import Link, undone
from sessions.models import Journey, Revision
from sessions.words import clock_in_words, day_in_words, zone_in_words

PER_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One change. ``at`` is by the journey's own clocks; ``who`` is "" where everybody is the same guest."""

    revision: Revision
    at: datetime
    who: str
    is_now: bool
    is_undone: bool = False

    @classmethod
    def of(cls, row: Revision, journey: Journey, zone: tzinfo, undone: Container[int] = ()) -> "Line":
        is_now = row.number == journey.revision
        return cls(row, row.local(zone), who_did(row, journey), is_now, row.number in undone)

    @property
    def time(self) -> str:
        return clock_in_words(self.at.time())

    @property
    def day(self) -> str:
        return day_in_words(self.at.date())

    @property
    def earlier(self) -> int:
        """The number of the state before this one; 0 where the journey began."""
        return self.revision.number - 1

    @property
    def later(self) -> int:
        """The number of the state after this one; 0 where it is how the journey is now."""
        return 0 if self.is_now else self.revision.number + 1


@dataclass(frozen=True)
class Day:
    date: str
    lines: list[Line]


@dataclass(frozen=True)
class History:
    """One page of it. ``zone`` says whose clocks the times are read from."""

    days: list[Day]
    page: Page
    zone: str

    @classmethod
    def of(cls, journey: Journey, page: Any = None) -> "History":
        """Three queries, however long it is, and no document is read. A page that there is not is the nearest one."""
        links = [Link(*row) for row in journey.revisions.values_list("number", "before", "after")]
        zone, gone = journey.home_zone, undone(links, journey.revision)
        found = Paginator([link.number for link in links], PER_PAGE).get_page(page)
        rows = journey.revisions.filter(number__in=list(found)).defer("document").select_related("who")
        lines = [Line.of(row, journey, zone, gone) for row in rows]
        return cls(days(lines), found, zone_in_words(str(zone)))


def who_did(revision: Revision, journey: Journey) -> str:
    """The person's name or address. A guest's journey is one browser's, so there nobody needs to be named."""
    if revision.who:
        return str(revision.who)
    return _("a guest") if journey.owner_id else ""


def days(lines: Iterable[Line]) -> list[Day]:
    return [Day(date, list(found)) for date, found in groupby(lines, key=lambda line: line.day)]

"""The pages and changes that are measured, and how.

All of them once per round, in turn, so that a machine that is slow for a while is slow for all of them; and by
the seconds of the processor, not of the clock, so that what else the machine does counts little.
"""

import gzip
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from django.core.cache import caches
from django.urls import reverse

from sessions.models import Journey
from tests.bench.server import Answer, Browser, counted

ROUNDS = 25


@dataclass
class Measured:
    """One line of the table. ``ask`` makes the request once; ``seconds`` are those of every round."""

    name: str
    ask: Callable[[], Answer]
    status: int = 200
    queries: int = 0
    raw: int = 0
    sent: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def ms(self) -> float:
        return statistics.median(self.seconds) * 1000


def measure(lines: Iterable[Measured], rounds: int = ROUNDS) -> None:
    """Ask everything once to warm it and to count, then ``rounds`` times by the clock."""
    lines = list(lines)
    for line in lines:
        line.ask()
        answer, line.queries = counted(line.ask)
        assert answer.status == line.status, (line.name, answer.status)
        line.sent, line.raw = len(answer.body), len(plain(answer.body))
    for _round in range(rounds):
        for line in lines:
            line.seconds.append(line.ask().seconds)


def plain(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def gets(browser: Browser, names: dict[str, str]) -> list[Measured]:
    return [Measured(name, lambda path=path: browser.get(path)) for name, path in names.items()]


def builders(browser: Browser, journeys: dict[int, Journey]) -> list[Measured]:
    pages = {f"builder, {size} activities": one.get_absolute_url() for size, one in journeys.items()}
    return gets(browser, pages)


def edits(browser: Browser, journeys: dict[int, Journey]) -> list[Measured]:
    """One change of a row's minutes, and the board after it."""
    return [
        edit(browser, one, f"one edit and its board, {size} activities") for size, one in journeys.items()
    ]


def edit(browser: Browser, journey: Journey, name: str) -> Measured:
    """Minutes of the fourth row, another number each time: all later rows move."""
    row = journey.activities.filter(session__position=0)[3]
    path, numbers = reverse("activity_edit", args=[journey.code, row.code]), count(1)

    def minutes(number: int) -> str:
        return str(20 + number % 40) if number else ""

    def ask() -> Answer:
        number = next(numbers)
        return browser.post(path, {"minutes": minutes(number), "initial-minutes": minutes(number - 1)})

    return Measured(name, ask)


def agendas(journey: Journey) -> list[Measured]:
    """As somebody without an account reads it: drawn for the first time, kept, and where they have it already."""
    browser, path = Browser(), journey.share().get_absolute_url()
    etag = browser.get(path).headers["ETag"]

    def anew() -> Answer:
        caches["agendas"].clear()
        return browser.get(path)

    return [
        Measured("agenda, 30 activities, drawn", anew),
        Measured("agenda, kept", lambda: browser.get(path)),
        Measured("agenda, not modified", lambda: browser.get(path, HTTP_IF_NONE_MATCH=etag), status=304),
    ]

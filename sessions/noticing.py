"""What the facilitator's eye fell on, as the builder shows it: under its session, or under the questions."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sessions.domain.notice import Level, Notice
from sessions.domain.noticing import notices
from sessions.models import JourneyQuestion
from sessions.outline import outline_of
from sessions.plan import Plan
from sessions.words_noticing import LEVELS, dismissed_in_words, notice_in_words, summary_in_words
from sessions.words_settling import fix_in_words

QUESTIONS = "questions"
"""Where what concerns no session stands: with the questions."""

ASKS = {"over": "fit", "overlap": "fit", "slack": "fit", "rooms": "changed", "rooms-tracks": "changed"}
"""What to ask the engine about the session of a notice."""
HELPS = ("too-few", "too-many", "poor-online", "unanswered")
"""Where the structures that answer the question would help."""


@dataclass(frozen=True)
class NoticeLine:
    """One notice, in words. ``mark`` tells one fix from another: what is done is what was read.

    ``asks`` is what its link asks the engine, ``helps`` the code of the question that its link shows structures for.
    """

    key: str
    level: int
    level_word: str
    text: str
    at: str
    fix: str
    mark: str
    asks: str
    asks_word: str
    helps: str
    helps_word: str

    @property
    def slug(self) -> str:
        """Its key as a page names things."""
        return self.key.replace(":", "-")

    @property
    def is_problem(self) -> bool:
        return self.level == Level.PROBLEM


@dataclass(frozen=True)
class Noticed:
    """What is to be seen in one place: a session, by its code, or the questions. So many are ``dismissed``."""

    code: str
    lines: tuple[NoticeLine, ...] = ()
    dismissed: int = 0

    @property
    def summary(self) -> str:
        return summary_in_words(Counter(Level(line.level) for line in self.lines))

    @property
    def dismissed_words(self) -> str:
        return dismissed_in_words(self.dismissed)

    @property
    def is_problem(self) -> bool:
        return any(line.is_problem for line in self.lines)

    @property
    def state(self) -> "Noticed":
        """Everything that shows."""
        return self


def raised(plan: Plan) -> tuple[Notice, ...]:
    """Everything the eye falls on, whether anybody wants to see it or not."""
    return notices(outline_of(plan))


def place_of(notice: Notice) -> str:
    """The session under which it stands, or ``QUESTIONS``."""
    return notice.meeting or QUESTIONS


def noticed(plan: Plan) -> dict[str, Noticed]:
    """What there is to be seen in each place, best looked at from the top."""
    asked = questions_of(plan)
    shown: dict[str, list[NoticeLine]] = {}
    hidden: Counter[str] = Counter()
    for notice in raised(plan):
        if notice.key in plan.journey.dismissed:
            hidden[place_of(notice)] += 1
        else:
            shown.setdefault(place_of(notice), []).append(line_of(notice, asked))
    return {code: Noticed(code, tuple(shown.get(code, ())), hidden[code]) for code in {*shown, *hidden}}


def mark_of(notice: Notice) -> str:
    return f"{zlib.crc32(repr(notice.fix).encode()):08x}" if notice.fix else ""


def line_of(notice: Notice, asked: Mapping[str, JourneyQuestion]) -> NoticeLine:
    question = asked.get(notice.at) if notice.name in HELPS else None
    return NoticeLine(
        key=notice.key,
        level=notice.level,
        level_word=str(LEVELS[notice.level]),
        text=notice_in_words(notice),
        at=anchor_of(notice),
        fix=fix_in_words(notice),
        mark=mark_of(notice),
        asks=asks(notice),
        asks_word=_("Make it fit") if ASKS.get(notice.name) == "fit" else _("Something changed"),
        helps=question.code if question else "",
        helps_word=_("Structures for question %(number)s") % {"number": question.number} if question else "",
    )


def anchor_of(notice: Notice) -> str:
    """The part of the page to look at; "" where it is the whole session."""
    if not notice.at:
        return ""
    what = "invitation" if notice.name == "no-invitation" else "activity" if notice.meeting else "question"
    return f"{what}-{notice.at}"


def asks(notice: Notice) -> str:
    """What its link asks the engine: to make the session fit, or what to do now."""
    kind = ASKS.get(notice.name)
    target = notice.said.get("target", "")
    return f"{kind}:{notice.meeting}" + (f"::{target}" if target else "") if kind else ""


def questions_of(plan: Plan) -> dict[str, JourneyQuestion]:
    """By the code of a row, or of the question itself: the question that it is about."""
    answering = {
        row.activity.code: row.activity.question for row in plan.on_the_clock if row.activity.question
    }
    return answering | {question.code: question for question in plan.questions}


def mark_rows(plan: Plan, found: Iterable[Noticed]) -> None:
    """Let each row know of the first problem about it, unless it says so itself."""
    problems: dict[str, Any] = {}
    for line in (line for one in found for line in one.lines if line.is_problem):
        if not line.key.startswith("overlap:"):
            problems.setdefault(line.at.removeprefix("activity-"), line)
    for row in plan.on_the_clock:
        row.problem = problems.get(row.activity.code)

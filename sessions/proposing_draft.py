"""“Draft it for me”: whole sessions for the journey's questions, three to choose from, with a reason for every row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.asking import Asking
from sessions.domain.adjustments import Adjustment, Insert, Park
from sessions.domain.drafting import MOST_TURNS, Draft, Row, draft
from sessions.domain.outline import Item, Meeting
from sessions.domain.timeline import Placed
from sessions.drafting import LETTERS, Order, Wish, order_of
from sessions.forms.fitting import FitForm
from sessions.plan import Plan, SessionPlan
from sessions.proposing import PROPOSES, Choice, Proposal
from sessions.words_drafting import (
    LINES,
    NAMES,
    TITLES,
    answers_in_words,
    left_in_words,
    missing_in_words,
    why_in_words,
)
from structures.domain import timing
from structures.domain.score import Strip
from structures.words_score import full_minutes

NO_QUESTIONS = gettext_lazy("There is no question yet. What does this group need to answer together?")
NO_MINUTES = gettext_lazy("No minutes are booked here. How many are there?")
NOTHING = gettext_lazy("Nothing that answers these questions fits into this time with these people.")
FULL = gettext_lazy("What stays leaves nothing to draft. Untick what may go.")


@dataclass(frozen=True)
class Line:
    """A row of a draft as it is read. ``begins`` is a time, or the minute where the session has no start."""

    begins: str
    minutes: int
    title: str
    number: int
    why: str
    invitation: str
    is_kept: bool
    is_rest: bool

    @property
    def hue(self) -> int:
        return self.number


@dataclass(frozen=True)
class Drafted:
    """One session of a draft: its picture, and its rows."""

    name: str
    strips: tuple[Strip, ...]
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tick:
    """A row that is there: whether it stays."""

    value: str
    title: str
    minutes: int
    is_kept: bool


def propose(asking: Asking, plan: Plan, session: SessionPlan) -> Proposal:
    """Into the minutes that were typed, or else the booked ones; where there are none, they are asked for first."""
    typed, wish = asking.to or str(session.session.minutes or ""), Wish.read(asking.about)
    form = FitForm({"to": typed}, session.session.minutes)
    more = {"typed": typed, "ticks": ticks(session, wish), "turn": wish.turn, "next": wish.turn + 1}
    answer = Proposal(asking, session, _("Draft it for me"), "journeys/_draft.html", form=form, more=more)
    if not form.is_valid():
        return answer
    minutes = form.cleaned_data["to"]
    if not plan.questions or minutes is None:
        return replace(answer, said=str(NO_MINUTES if plan.questions else NO_QUESTIONS))
    order = order_of(plan, asking.session, minutes, wish)
    found = draft(order.brief, order.known, wish.turn % MOST_TURNS)
    choices = tuple(choice_of(one, order, plan, session) for one in found)
    keeps = any(tick.is_kept for tick in ticks(session, wish))
    return replace(answer, choices=choices, said="" if choices else str(FULL if keeps else NOTHING))


def ticks(session: SessionPlan, wish: Wish) -> list[Tick]:
    return [
        Tick(row.activity.code[:LETTERS], row.activity.title, row.minutes, wish.keeps(row.activity.code))
        for row in session.rows
    ]


def choice_of(one: Draft, order: Order, plan: Plan, session: SessionPlan) -> Choice:
    """A draft as it is read and taken: what gives way is parked, what is new is put in its place."""
    name = str(NAMES[one.character])
    names = [order.known[slug].item.title for slug in one.missing if slug in order.known]
    cautions = left_in_words(one.left_out) + ([missing_in_words(names)] if names else [])
    return Choice(
        key=str(one.character),
        title=_("Drafted it: %(name)s") % {"name": name.lower()},
        name=name,
        parts=(),
        given=tuple(adjustments(one, order)),
        reasons=(str(LINES[one.character]),),
        result=stands(one, plan, session),
        cautions=tuple(cautions),
        template="journeys/_draft_choice.html",
        shown=[
            drafted(meeting, rows, plan) for meeting, rows in zip(one.meetings, one.rows, strict=True) if rows
        ],
    )


def adjustments(one: Draft, order: Order) -> Iterator[Adjustment]:
    yield from (Park(item.code) for item in order.dropped)
    for meeting, rows in zip(one.meetings, one.rows, strict=True):
        for at, row in enumerate(rows):
            if not row.is_kept:
                yield Insert(meeting.code, at, named(row.item))


def named(item: Item) -> Item:
    """A row that is no structure gets its name, in the language of whoever asks."""
    return replace(item, title=item.title or str(TITLES[item.kind]))


def stands(one: Draft, plan: Plan, session: SessionPlan) -> str:
    """When the session ends then, and how many questions have an answer."""
    meeting = next(each for each in one.meetings if each.code == session.session.code)
    end = session.session.clock.clock_time(meeting.layout.end)
    words = {"end": f"{end:%H:%M}" if end else full_minutes(meeting.layout.end)}
    words |= {
        "answers": answers_in_words(one, len(plan.questions)),
        "spare": full_minutes(meeting.layout.spare or 0),
    }
    if end:
        return _("Ends %(end)s, %(spare)s to spare, %(answers)s.") % words
    return _("%(end)s, %(spare)s to spare, %(answers)s.") % words


def drafted(meeting: Meeting, rows: Sequence[Row], plan: Plan) -> Drafted:
    places = meeting.layout.placed
    session = next(each for each in plan.sessions if each.session.code == meeting.code)
    return Drafted(
        name=session.name,
        strips=tuple(strip_of(row.item, place, meeting) for row, place in zip(rows, places, strict=True)),
        end=meeting.layout.end,
        lines=tuple(line_of(row, place, session) for row, place in zip(rows, places, strict=True)),
    )


def line_of(row: Row, place: Placed, session: SessionPlan) -> Line:
    item = named(row.item)
    begins: time | None = session.session.clock.clock_time(place.begin)
    return Line(
        begins=f"{begins:%H:%M}" if begins else f"{place.begin}′",
        minutes=place.minutes,
        title=item.title,
        number=0 if item.question is None else item.question + 1,
        why=why_in_words(row.why),
        invitation="" if row.is_kept else item.invitation,
        is_kept=row.is_kept,
        is_rest=item.is_rest,
    )


def strip_of(item: Item, place: Placed, meeting: Meeting) -> Strip:
    turns = () if item.is_split else item.turns(meeting.people, meeting.runs)
    spread = timing.spread(turns, item.steps, place.minutes) if turns else ()
    hue = 0 if item.question is None else item.question + 1
    return Strip(place.begin, place.minutes, spread, hue, item.kind, named(item).title, item.code)


PROPOSES["draft"] = propose

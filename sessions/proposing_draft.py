"""“Draft it for me”: whole sessions for the journey's questions, three to choose from, with a reason for every row."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sessions.asking import Asking
from sessions.domain.adjustments import Adjustment, Hold, Insert, Park
from sessions.domain.drafting import MOST_TURNS, Draft, draft
from sessions.domain.insisting import hindrance
from sessions.drafted import named, shown
from sessions.drafting import Order, order_of
from sessions.forms.fitting import FitForm
from sessions.plan import Plan, SessionPlan
from sessions.proposing import PROPOSES, Choice, Proposal
from sessions.wishing import HOST, LETTERS, MATTERS, Box, Names, Wish, asked_again, boxes, understood
from sessions.words_drafting import (
    HOSTS,
    LINES,
    NAMES,
    answers_in_words,
    came_in_words,
    hindered_in_words,
    left_in_words,
    missing_in_words,
    offered_in_words,
)
from structures.words_score import full_minutes

NO_QUESTIONS = gettext_lazy("There is no question yet. What does this group need to answer together?")
NO_MINUTES = gettext_lazy("No minutes are booked here. How many are there?")
NOTHING = gettext_lazy("Nothing that answers these questions fits into this time with these people.")
FULL = gettext_lazy("What stays leaves nothing to draft. Untick what may go.")
ANSWERED = gettext_lazy(
    "Other sessions answer every question already. Ask another one, or name a structure to have."
)
EMPTY = gettext_lazy("Nothing is left for %(names)s: the others have all that is asked for.")


@dataclass(frozen=True)
class Tick:
    """What can be ticked, and whether it is: a row that stays, a question that matters, how much one has hosted."""

    value: str
    title: str
    is_on: bool
    minutes: int = 0
    number: int = 0


def propose(asking: Asking, plan: Plan, session: SessionPlan) -> Proposal:
    """Into the minutes that were typed, or else the booked ones; where there are none, they are asked for first."""
    names, said = Names(), Wish.read(asking.about)
    found = boxes(said, names)
    wish = understood(said, found)
    asking = replace(asking, about=asked_again(wish, found))
    typed = asking.to or str(session.session.minutes or "")
    form = FitForm({"to": typed}, session.session.minutes)
    more = fields(plan, session, wish) | found | {"typed": typed, "names": names.all}
    answer = Proposal(asking, session, _("Draft it for me"), "journeys/_draft.html", form=form, more=more)
    if not form.is_valid():
        return answer
    minutes = form.cleaned_data["to"]
    if not plan.questions or minutes is None:
        return replace(answer, said=str(NO_MINUTES if plan.questions else NO_QUESTIONS))
    return drafts(answer, plan, wish, found["must"], order_of(plan, asking.session, minutes, wish))


def fields(plan: Plan, session: SessionPlan, wish: Wish) -> dict[str, Any]:
    """What can be ticked and pressed, and whether anything is wished for that is folded away."""
    rows, asked, host = ticks(session, wish), questions(plan, wish), hosts(wish)
    wishes = bool(wish.named) or host[1].is_on is False or any(one.is_on for one in asked)
    turns = {"turn": wish.turn, "next": wish.turn + 1}
    return turns | {"ticks": rows, "questions": asked, "hosts": host, "is_wished": wishes}


def drafts(answer: Proposal, plan: Plan, wish: Wish, must: Box, order: Order) -> Proposal:
    """The answer with what was found, or with why there is nothing."""
    hinder(must, order)
    hindered = {chip.slug for chip in must.chips if chip.note}
    turn = wish.turn % MOST_TURNS
    found = draft(order.brief, order.known, turn)
    choices = tuple(choice_of(one, order, plan, answer.plan, hindered) for one in found)
    if not choices:
        return replace(answer, said=str(nothing(order)))
    offered = offered_in_words(len(choices), turn, order.brief, order.known)
    return replace(answer, choices=choices, more={**answer.more, "offered": offered})


def hinder(must: Box, order: Order) -> None:
    """Note why a structure that is wanted cannot be."""
    for chip in must.chips:
        reason = chip.slug in order.known and hindrance(order.known[chip.slug], order.brief)
        chip.note = hindered_in_words(reason) if reason else ""


def nothing(order: Order) -> Any:
    brief = order.brief
    if not brief.is_open and not brief.must:
        return ANSWERED
    return FULL if any(meeting.items for meeting in brief.meetings) else NOTHING


def ticks(session: SessionPlan, wish: Wish) -> list[Tick]:
    """The rows that are there: which of them stay."""
    return [
        Tick(row.activity.code[:LETTERS], row.activity.title, wish.keeps(row.activity.code), row.minutes)
        for row in session.rows
    ]


def questions(plan: Plan, wish: Wish) -> list[Tick]:
    """The questions: which of them matter most."""
    return [
        Tick(MATTERS + one.code[:LETTERS], one.text, wish.weighs(one.code) > 1, number=one.number)
        for one in plan.questions
    ]


def hosts(wish: Wish) -> list[Tick]:
    """How much the host has hosted."""
    return [Tick(HOST + value, str(label), wish.experience == value) for value, label in HOSTS.items()]


def choice_of(one: Draft, order: Order, plan: Plan, session: SessionPlan, hindered: Set[str]) -> Choice:
    """A draft as it is read and taken: what gives way is parked, what is new is put in its place."""
    name = str(NAMES[one.character])
    missing = (order.known[slug] for slug in one.missing if slug in order.known and slug not in hindered)
    names = [known.item.title for known in missing]
    cautions = left_in_words(one.left_out) + ([missing_in_words(names)] if names else [])
    cautions += [EMPTY % {"names": ", ".join(empty)}] if (empty := empty_in(one, plan)) else []
    given = tuple(adjustments(one, order, session))
    new = sum(isinstance(each, Insert) for each in given)
    return Choice(
        key=str(one.character),
        title=_("Drafted it: %(name)s") % {"name": name.lower()},
        name=name,
        parts=(),
        given=given,
        reasons=(str(LINES[one.character]),),
        result=stands(one, order, session),
        cautions=tuple(cautions),
        came=came_in_words(new, len(order.dropped)),
        template="journeys/_draft_choice.html",
        shown=shown(one, plan, open_in(order)),
    )


def empty_in(one: Draft, plan: Plan) -> list[str]:
    """The names of the sessions that it was to fill, and leaves empty."""
    names = {each.session.code: each.name for each in plan.sessions}
    return [names[meeting.code] for meeting in one.meetings if not meeting.items]


def open_in(order: Order) -> int:
    """How many questions no other session answers."""
    return len(order.brief.questions) - len(order.brief.elsewhere)


def adjustments(one: Draft, order: Order, session: SessionPlan) -> Iterator[Adjustment]:
    """The minutes it was drafted for are booked, what gives way is parked, what is new is put in its place."""
    code, booked = session.session.code, session.session.minutes
    yield from (
        Hold(code, "booked", meeting.booked)
        for meeting in order.brief.meetings
        if meeting.code == code and meeting.booked != booked
    )
    yield from (Park(item.code) for item in order.dropped)
    for meeting, rows in zip(one.meetings, one.rows, strict=True):
        for at, row in enumerate(rows):
            if not row.is_kept:
                yield Insert(meeting.code, at, named(row.item))


def stands(one: Draft, order: Order, session: SessionPlan) -> str:
    """When the session ends then, and how many questions have an answer."""
    meeting = next(each for each in one.meetings if each.code == session.session.code)
    if not meeting.items:
        return _("All of it in other sessions, %(answers)s.") % {
            "answers": answers_in_words(one, open_in(order), len(order.brief.elsewhere))
        }
    end = session.session.clock.clock_time(meeting.layout.end)
    words = {"end": f"{end:%H:%M}" if end else full_minutes(meeting.layout.end)}
    words |= {
        "answers": answers_in_words(one, open_in(order), len(order.brief.elsewhere)),
        "spare": full_minutes(meeting.layout.spare or 0),
    }
    if end:
        return _("Ends %(end)s, %(spare)s to spare, %(answers)s.") % words
    return _("%(end)s, %(spare)s to spare, %(answers)s.") % words


PROPOSES["draft"] = propose

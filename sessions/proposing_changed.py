"""“Something changed”: what happened is asked with one press and at most one value, and answered with repairs."""

from datetime import time
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from sessions.asking import Asking
from sessions.candidates import candidates
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Delay
from sessions.domain.changes import Change
from sessions.domain.outline import Outline
from sessions.domain.repairing import Repair, repairs
from sessions.domain.suiting import unsuited
from sessions.forms.changing import ASKED, FIELDS, HAPPENED, HINTS, ChangedForm, could_happen
from sessions.outline import outline_of
from sessions.plan import Plan, SessionPlan
from sessions.proposing import PROPOSES, Choice, Proposal, parts_in
from sessions.words import clock_in_words
from sessions.words_repairing import change_in_words, reason_in_words, repair_in_words
from sessions.words_standing import cautions, standing_in_words


def propose(asking: Asking, plan: Plan, session: SessionPlan) -> Proposal:
    """First what may have happened; then the value that it takes; then the repairs."""
    leads = leads_of(session)
    open_ones = could_happen(session.session, leads)
    about = asking.about if asking.about in HAPPENED else ""
    form = form_for(asking, session, leads) if about else None
    is_known = form is not None and form.is_valid()
    choices: tuple[Choice, ...] = ()
    more: dict[str, Any] = {"happened": open_ones, "about": about, "leads": leads}
    if about:
        more |= {"asked": ASKED.get(about, ""), "hint": HINTS.get(about, ""), "what": HAPPENED[about]}
    if form is not None and is_known:
        outline, change = outline_of(plan), form.change(others_of(plan, about))
        more["what"] = change_in_words(change, outline)
        choices = tuple(
            choice_of(one, change, outline, session) for one in repairs(outline, change, candidates())
        )
    return Proposal(
        asking, session, _("Something changed"), "journeys/_changed.html", choices, form=form, more=more
    )


def form_for(asking: Asking, session: SessionPlan, leads: list[str]) -> ChangedForm:
    """Bound where a value was typed, and where none is needed: only then there is something to refuse."""
    typed = asking.to or asking.about not in FIELDS
    return ChangedForm(
        {"to": asking.to} if typed else None,
        about=asking.about,
        session=session.session,
        people=session.people,
        leads=leads,
    )


def leads_of(session: SessionPlan) -> list[str]:
    """Who leads something in this session."""
    rows = (one for row in session.rows for one in row.with_inside)
    return sorted({row.activity.lead for row in rows} - {""})


def others_of(plan: Plan, about: str) -> tuple[str, ...]:
    """Who plans along, where it is asked for: one query."""
    return tuple(plan.journey.planners()) if about == "lead" and plan.journey.owner_id else ()


def choice_of(repair: Repair, change: Change, outline: Outline, session: SessionPlan) -> Choice:
    """A repair as it is read and taken: its parts are read against the plan in which the change has happened."""
    now = adjusted(outline, repair.given)
    what, how = change_in_words(change, outline), repair_in_words(repair)
    return Choice(
        key=repair.key,
        title=_("%(what)s: %(how)s") % {"what": what, "how": how},
        name=capfirst(how),
        in_part=_("%(what)s: in part") % {"what": what},
        parts=parts_in(now, repair.adjustments),
        given=repair.given,
        reasons=tuple(reason_in_words(one) for one in repair.reasons),
        result=standing_in_words(repair.after, clock_at(repair, session)),
        cautions=tuple(cautions(repair.after, unsuited(outline.meeting(change.session)))),
    )


def clock_at(repair: Repair, session: SessionPlan) -> str:
    """When the session ends then; "" without a start."""
    late = sum(one.minutes for one in repair.given if isinstance(one, Delay))
    end: time | None = session.session.clock.clock_time(repair.after.end + late)
    return clock_in_words(end) if end else ""


PROPOSES["changed"] = propose

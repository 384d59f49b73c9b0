"""“Make it fit”: into how many minutes is asked, and answered with the smallest change that does it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from sessions.asking import Asking
from sessions.domain.adjustments import Hold
from sessions.domain.fitting import Fit, fit, with_closing
from sessions.domain.outline import Outline
from sessions.forms.fitting import FitForm
from sessions.outline import outline_of
from sessions.plan import Plan, SessionPlan
from sessions.proposing import PROPOSES, Choice, Proposal, parts_in
from sessions.words_fitting import fits_in_words, in_the_way, result_in_words, stuck_in_words


def propose(asking: Asking, plan: Plan, session: SessionPlan) -> Proposal:
    """Into the minutes that were typed, or else the booked ones; where there are none, they are asked for first."""
    typed = asking.to or str(session.session.minutes or "")
    form = FitForm({"to": typed}, session.session.minutes)
    answer = Proposal(
        asking, session, _("Make it fit"), "journeys/_fit.html", form=form, more={"typed": typed}
    )
    if not form.is_valid():
        return answer
    minutes = form.cleaned_data["to"]
    if minutes is None:
        return replace(answer, said=_("No minutes are booked here. How many are there?"))
    return fitted(answer, outline_of(plan), minutes)


def fitted(answer: Proposal, outline: Outline, minutes: int) -> Proposal:
    """The answer with what makes it fit, or with the reason why nothing needs to be changed, or may be."""
    meeting = outline.meeting(answer.asking.session)
    others = (seat for one in outline.meetings if one.code != meeting.code for seat in one.everything)
    found = fit(
        with_closing(meeting),
        minutes,
        (seat.item.question for seat in others if seat.item.question is not None),
    )
    if found.adjustments:
        return replace(answer, choices=(choice_of(found, minutes, outline, answer.plan),))
    stuck = found.short_by > 0
    said = stuck_in_words(found, outline) if stuck else fits_in_words(minutes - found.after)
    return replace(answer, said=said)


def choice_of(found: Fit, minutes: int, outline: Outline, session: SessionPlan) -> Choice:
    return Choice(
        key="fit",
        title=_("Made it shorter") if found.short_by else _("Made it fit"),
        name=_("The smallest change that helps") if found.short_by else _("The smallest change"),
        in_part=_("Made it fit, in part"),
        parts=parts_in(outline, (*rebooked(minutes, session), *found.adjustments)),
        reasons=tuple(in_the_way(found.kept, outline)),
        result=result_in_words(found, minutes, session),
    )


def rebooked(minutes: int, session: SessionPlan) -> tuple[Hold, ...]:
    """Who says that there are other minutes than are booked would book these; that, too, is ticked or not."""
    booked = session.session.minutes
    return (Hold(session.session.code, "booked", minutes),) if booked and minutes != booked else ()


PROPOSES["fit"] = propose

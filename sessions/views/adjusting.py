"""A proposal of the engine is taken, whole or in part."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sessions.asking import Asking
from sessions.forms import AdjustForm
from sessions.models import Journey
from sessions.plan import Plan
from sessions.proposing import proposal
from sessions.views.board import actor, changed, editing, first_error, refused
from sessions.words_fitting import stands_in_words


@editing
def journey_adjust(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was proposed is worked out again, so that nobody can slip in anything else."""
    form, asked = AdjustForm(request.POST), Asking.read(request.POST)
    if not form.is_valid():
        return refused(request, journey, first_error(form))
    answer = proposal(Plan.of(journey), asked)
    choice = answer.choice(form.cleaned_data["choice"]) if answer else None
    if choice is None:
        return refused(request, journey, _("The plan has changed meanwhile. Here is what would help it now."))
    keys = form.cleaned_data["parts"]
    adjustments, what = choice.taken(keys), choice.called(keys)
    if not adjustments:
        return refused(request, journey, _("Nothing is ticked. Tick what you want to change."))
    journey.adjust(adjustments, what=what, revision=form.cleaned_data["revision"], who=actor(request))
    return told(request, journey, what, asked, choice.came)


def told(request: HttpRequest, journey: Journey, what: str, asked: Asking | None, came: str) -> HttpResponse:
    """The board with the change made, how the session stands now, what came, and no proposal any more."""
    plan = Plan.of(journey, journey.held)
    one = next(each for each in plan.sessions if asked and each.session.code == asked.session)
    sentence = _("%(what)s. %(standing)s") % {"what": what, "standing": stands_in_words(one)}
    sentence = f"{sentence} {came}".strip()
    return changed(request, journey, sentence, plan=plan, anchor=f"session-{one.session.code}", proposal="")

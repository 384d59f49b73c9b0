"""What somebody does about a notice: settle it by what is proposed, leave it out, or see it again."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.domain.notice import Notice
from sessions.models import Journey
from sessions.noticing import QUESTIONS, mark_of, place_of, raised
from sessions.plan import Plan
from sessions.views.board import actor, changed, editing, refused
from sessions.words_settling import fix_of, fixed_in_words, settled_in_words


@editing
def notice_fix(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What settles it is worked out again, and done only if it is still what the page said."""
    revision, notice = journey.revision, about(request, journey)
    if notice is None or not notice.fix or mark_of(notice) != request.POST.get("fix"):
        return settled(request, journey)
    what = fixed_in_words(notice)
    journey.adjust(fix_of(notice), what=what, revision=revision, who=actor(request))
    plan = Plan.of(journey, journey.held)
    said = settled_in_words(
        what, next((one for one in plan.sessions if one.session.code == notice.meeting), None)
    )
    return changed(request, journey, said, plan=plan, anchor=anchor(notice))


@editing
def notice_dismiss(request: HttpRequest, journey: Journey) -> HttpResponse:
    notice = about(request, journey)
    if notice is None:
        return settled(request, journey)
    journey.dismiss(notice.key, who=actor(request))
    return changed(request, journey, _("Dismissed. “Show again” brings it back."), anchor=anchor(notice))


@editing
def notices_show(request: HttpRequest, journey: Journey) -> HttpResponse:
    """What was dismissed in one place, a session or the questions, is seen again there."""
    place = request.POST.get("place", "")
    there = [notice for notice in raised(Plan.of(journey)) if place_of(notice) == place]
    keys = {notice.key for notice in there} & set(journey.dismissed)
    if not keys:
        return settled(request, journey)
    journey.show_notices(keys, who=actor(request))
    said = ngettext("%(n)s notice is back.", "%(n)s notices are back.", len(keys)) % {"n": len(keys)}
    return changed(request, journey, said, anchor=anchor(there[0]))


def about(request: HttpRequest, journey: Journey) -> Notice | None:
    """The notice that the page shows, if its cause is still there."""
    key = request.POST.get("key", "")
    return next((notice for notice in raised(Plan.of(journey)) if notice.key == key), None)


def settled(request: HttpRequest, journey: Journey) -> HttpResponse:
    return refused(
        request, journey, _("That is settled, or has changed meanwhile. Here is how it looks now.")
    )


def anchor(notice: Notice) -> str:
    """Where the page goes on without scripts."""
    return "ledger" if place_of(notice) == QUESTIONS else f"session-{notice.meeting}"

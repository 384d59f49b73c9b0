"""The builder: the journey itself, its questions and its sessions."""

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from sessions.forms import JourneyForm
from sessions.models import Journey
from sessions.views.board import (
    actor,
    board_of,
    changed,
    drawn,
    editable,
    editing,
    save,
)
from sessions.visitor import remembered_visitor, visitor_of


@require_GET
@never_cache
@gzip_page
def journey(request: HttpRequest, code: str) -> HttpResponse:
    """The builder. Nothing of it is kept by the browser: “back” shows the plan as it is, not as it was."""
    visitor = visitor_of(request)
    mine = Journey.objects.editable_by(visitor).with_newest()
    found = mine.filter(code=code).first() or adopted(request, code)
    if visitor.guest:
        remembered_visitor(request)  # a month from now, not from the first day
    return drawn(request, "journeys/journey.html", board_of(request, found, said=said_before(request)))


def said_before(request: HttpRequest) -> str:
    """What the change before did, for the line that is always in sight; the messages themselves stay unread."""
    waiting = get_messages(request)
    said = " ".join(str(message) for message in waiting)
    waiting.used = False
    return said


def adopted(request: HttpRequest, code: str) -> Journey:
    """A journey imported for nobody becomes the first visitor's who opens it; any other is a 404."""
    get_object_or_404(Journey.objects.unclaimed(), code=code)
    Journey.objects.adopt(code, remembered_visitor(request))
    return editable(request, code)


@editing
def journey_edit(request: HttpRequest, found: Journey) -> HttpResponse:
    form = JourneyForm(request.POST, found)
    return save(
        request, found, "journey", form, lambda changes, was: found.edit(changes, was=was, who=actor(request))
    )


@editing
def journey_undo(request: HttpRequest, found: Journey) -> HttpResponse:
    change = found.undo(who=actor(request))
    return changed(request, found, _("Undone: %s") % change if change else _("There is nothing to undo."))


@editing
def journey_redo(request: HttpRequest, found: Journey) -> HttpResponse:
    change = found.redo(who=actor(request))
    return changed(request, found, _("Done again: %s") % change if change else _("There is nothing to redo."))

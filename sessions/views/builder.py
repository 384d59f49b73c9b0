"""The builder: the journey itself, its questions and its sessions."""

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from sessions.forms import JourneyForm, MoveForm, QuestionAddForm, QuestionForm, SessionForm
from sessions.models import Journey
from sessions.views.board import (
    actor,
    board_of,
    by,
    changed,
    drawn,
    editable,
    editing,
    first_error,
    gone,
    refused,
    save,
    view_of,
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


@editing
def question_add(request: HttpRequest, found: Journey) -> HttpResponse:
    form = QuestionAddForm(request.POST)
    if not form.is_valid():
        return refused(request, found, first_error(form), question_add=form)
    found.add_question(**form.cleaned_data, who=actor(request))
    return changed(request, found, _("Added the question."))


@editing
def question_edit(request: HttpRequest, found: Journey, question: str) -> HttpResponse:
    row = found.questions.filter(code=question).first()
    if row is None:
        return gone(request, found, _("That question is no longer in this journey."))
    form = QuestionForm(request.POST, row)
    return save(request, found, row.code, form, by(request, found.edit_question, row))


@editing
def question_move(request: HttpRequest, found: Journey, question: str) -> HttpResponse:
    row = found.questions.filter(code=question).first()
    if row is None:
        return gone(request, found, _("That question is no longer in this journey."))
    form = MoveForm(request.POST, found)
    if not form.is_valid():
        return refused(request, found, first_error(form))
    found.move_question(row, to=form.target(row.position), who=actor(request))
    place = found.questions.get(pk=row.pk).number
    return changed(request, found, _("Question moved to place %(place)s.") % {"place": place})


@editing
def question_remove(request: HttpRequest, found: Journey, question: str) -> HttpResponse:
    row = found.questions.filter(code=question).first()
    if row is None:
        return gone(request, found, _("That question is no longer in this journey."))
    found.remove_question(row, who=actor(request))
    return changed(request, found, _("Removed the question. Its activities stay on the agenda."))


@editing
def session_add(request: HttpRequest, found: Journey) -> HttpResponse:
    session = found.add_session(who=actor(request))
    anchor, view = f"session-{session.code}", view_of(request, session)
    return changed(request, found, _("Added %s.") % session, anchor=anchor, view=view)


@editing
def session_edit(request: HttpRequest, found: Journey, session: str) -> HttpResponse:
    row = found.sessions.filter(code=session).first()
    if row is None:
        return gone(request, found, _("That session is no longer in this journey."))
    form = SessionForm(request.POST, row)
    edit = by(request, found.edit_session, row)
    return save(request, found, row.code, form, edit, anchor=f"session-{row.code}")


@editing
def session_move(request: HttpRequest, found: Journey, session: str) -> HttpResponse:
    row = found.sessions.filter(code=session).first()
    if row is None:
        return gone(request, found, _("That session is no longer in this journey."))
    form = MoveForm(request.POST, found)
    if not form.is_valid():
        return refused(request, found, first_error(form))
    found.move_session(row, to=form.target(row.position), who=actor(request))
    said = _("%(session)s moved to place %(place)s.")
    place = found.sessions.get(pk=row.pk).position + 1
    return changed(request, found, said % {"session": row, "place": place}, anchor=f"session-{row.code}")


@editing
def session_duplicate(request: HttpRequest, found: Journey, session: str) -> HttpResponse:
    row = found.sessions.filter(code=session).first()
    if row is None:
        return gone(request, found, _("That session is no longer in this journey."))
    copy = found.duplicate_session(row, who=actor(request))
    said = _("Added %(copy)s. It has no day yet.") % {"copy": copy}
    return changed(request, found, said, anchor=f"session-{copy.code}", view=view_of(request, copy))


@editing
def session_remove(request: HttpRequest, found: Journey, session: str) -> HttpResponse:
    row = found.sessions.filter(code=session).first()
    if row is None:
        return gone(request, found, _("That session is no longer in this journey."))
    found.remove_session(row, who=actor(request))
    return changed(request, found, _("Removed %s. Its activities are parked.") % row)

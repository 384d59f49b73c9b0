"""The sessions of a journey: add, edit, move, duplicate, remove."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sessions.forms import MoveForm, SessionForm
from sessions.models import Journey, Session
from sessions.views.board import actor, by, changed, editing, first_error, on_part, refused, save, view_of

on_session = on_part("session", "sessions", _lazy("That session is no longer in this journey."))


@editing
def session_add(request: HttpRequest, found: Journey) -> HttpResponse:
    session = found.add_session(who=actor(request))
    anchor, view = f"session-{session.code}", view_of(request, session)
    return changed(request, found, _("Added %s.") % session, anchor=anchor, view=view)


@on_session
def session_edit(request: HttpRequest, found: Journey, row: Session) -> HttpResponse:
    form = SessionForm(request.POST, row)
    edit = by(request, found.edit_session, row)
    return save(request, found, row.code, form, edit, anchor=f"session-{row.code}")


@on_session
def session_move(request: HttpRequest, found: Journey, row: Session) -> HttpResponse:
    form = MoveForm(request.POST, found)
    if not form.is_valid():
        return refused(request, found, first_error(form))
    found.move_session(row, to=form.target(row.position), who=actor(request))
    said = _("%(session)s moved to place %(place)s.")
    place = found.sessions.get(pk=row.pk).position + 1
    return changed(request, found, said % {"session": row, "place": place}, anchor=f"session-{row.code}")


@on_session
def session_duplicate(request: HttpRequest, found: Journey, row: Session) -> HttpResponse:
    copy = found.duplicate_session(row, who=actor(request))
    said = _("Added %(copy)s. It has no day yet.") % {"copy": copy}
    return changed(request, found, said, anchor=f"session-{copy.code}", view=view_of(request, copy))


@on_session
def session_remove(request: HttpRequest, found: Journey, row: Session) -> HttpResponse:
    found.remove_session(row, who=actor(request))
    return changed(request, found, _("Removed %s. Its activities are parked.") % row)

"""The ritual every change in the builder shares: find the journey, change it, show the board."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST

from sessions.asking import Asking
from sessions.board import STAND_IN, Board
from sessions.forms.editing import EditForm
from sessions.models import Journey, Session
from sessions.models.changing import Conflict
from sessions.plan import Plan
from sessions.sittings import OVERVIEW
from sessions.visitor import visitor_of

ASKED = ("open", "view")
"""What a page without scripts keeps from one change to the next: which row is open, which session is in view."""

LONGEST_QUERY = 300
"""Characters of a search: as many as the catalogue reads."""


def editable(request: HttpRequest, code: str) -> Journey:
    """The journey, if this visitor may change it; otherwise 404, as if there were none."""
    return get_object_or_404(Journey.objects.editable_by(visitor_of(request)).with_newest(), code=code)


def editing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that changes the journey: it gets the journey in the place of its code.

    What the journey itself refuses under its lock comes back as a sentence, like what a form refuses.
    """

    @require_POST
    @gzip_page
    @wraps(view)
    def change(request: HttpRequest, code: str, **parts: Any) -> HttpResponse:
        journey = editable(request, code)
        try:
            return view(request, journey, **parts)
        except ValidationError as error:
            return refused(request, editable(request, code), error.messages[0])
        except ObjectDoesNotExist:  # gone between finding it and holding the lock
            return gone(request, editable(request, code), _("That is no longer in this journey."))

    return change


def on_part(
    name: str, parts: str, missing: str
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view that changes a part of the journey: it gets the part in the place of its code.

    ``name`` is what the address calls it, ``parts`` are the journey's; where there is none, ``missing`` says so.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @editing
        @wraps(view)
        def found(request: HttpRequest, journey: Journey, **codes: str) -> HttpResponse:
            part = getattr(journey, parts).filter(code=codes[name]).first()
            return gone(request, journey, missing) if part is None else view(request, journey, part)

        return found

    return decorate


def actor(request: HttpRequest) -> Any:
    """The account that makes the change, or None for a guest."""
    return visitor_of(request).user


def changed(
    request: HttpRequest,
    journey: Journey,
    said: str,
    *,
    anchor: str = "",
    plan: Plan | None = None,
    fresh: str = "",
    view: str | None = None,
    proposal: str | None = None,
    chosen: str | None = None,
) -> HttpResponse:
    """After a change: the new board for htmx, the page itself for everyone else.

    ``plan`` is the journey laid out after the change, where ``said`` had to read it. ``fresh`` is the code of a
    row that waits for its name: the focus goes there. ``view`` is what the board shows from now on; unless said it
    shows what it showed; so does ``proposal``, which is asked of the engine. ``chosen`` is the question to help with
    from now on, instead of what was typed.
    """
    shown = {name: value for name, value in (("view", view), ("chosen", chosen)) if value is not None}
    if request.htmx:
        plan = plan or Plan.of(journey, journey.held)
        asking = {} if proposal is None else {"asking": Asking.read({"proposal": proposal})}
        helped = {} if chosen is None else {"query": ""}
        return show_board(request, journey, said=said, plan=plan, fresh=fresh, **shown, **helped, **asking)
    messages.success(request, said)
    asked = {name: request.POST.get(name, "") for name in ASKED} | shown
    kept = {name: value for name, value in asked.items() if value}
    query = f"?{urlencode(kept)}" if kept else ""
    return redirect(journey.get_absolute_url() + query + (f"#{anchor}" if anchor else ""))


def view_of(request: HttpRequest, session: Session) -> str:
    """Where the view is of one session, it follows to this one; the document and the overview show it anyway."""
    view = request.POST.get("view", "")
    return view if view in ("", OVERVIEW) else session.code


def save(
    request: HttpRequest,
    journey: Journey,
    code: str,
    form: EditForm,
    write: Callable[[dict[str, Any], dict[str, Any]], Any],
    *,
    anchor: str = "",
) -> HttpResponse:
    """Check the form, ``write`` what was really changed and what the person saw there, and show the board.

    What cannot be so comes back at its field, what somebody else changed meanwhile too (409), with what was
    typed still there. ``code`` names the row, question or session whose form it is.
    """
    if not form.is_valid():
        return refused(request, journey, first_error(form), **{code: form})
    try:
        if form.changes:
            write(form.changes, form.was)
    except Conflict as conflict:
        form.show_conflict(conflict.theirs)
        return refused(request, journey, first_error(form), status=409, **{code: form})
    except ValidationError as error:
        return refused(request, journey, error.messages[0], **{code: form})
    return changed(request, journey, _("Saved."), anchor=anchor)


def by(request: HttpRequest, edit: Callable[..., Any], part: Any) -> Callable[..., Any]:
    """The verb that edits ``part``, as ``save`` calls it: done by the person who asks."""
    return lambda changes, was: edit(part, was=was, who=actor(request), **changes)


def refused(
    request: HttpRequest, journey: Journey, said: str, /, *, status: int = 422, **forms_at: forms.Form
) -> HttpResponse:
    """Nothing was written: the board with the reason, and what was typed still in its field.

    ``forms_at`` maps a code (of the row, question or session that was edited, or "journey") to its form.
    """
    board = board_of(request, journey, said=said, problem=True, forms=forms_at)
    template = "journeys/_board.html" if request.htmx else "journeys/journey.html"
    return drawn(request, template, board, status=status)


def gone(request: HttpRequest, journey: Journey, said: str) -> HttpResponse:
    """What was to be changed is no longer there: somebody else was quicker. The board shows how it is now."""
    return refused(request, journey, said, status=409)


def show_board(request: HttpRequest, journey: Journey, **kwargs: Any) -> HttpResponse:
    return drawn(request, "journeys/_board.html", board_of(request, journey, **kwargs))


def drawn(request: HttpRequest, template: str, board: Board, *, status: int = 200) -> HttpResponse:
    """The board in the template, with the visitor's own token in every form."""
    text = render_to_string(template, {"board": board, "journey": board.journey}, request)
    return HttpResponse(text.replace(STAND_IN, get_token(request)), status=status)


def board_of(request: HttpRequest, journey: Journey, **kwargs: Any) -> Board:
    """The board as this page shows it: help, search, open rows and the session in view stay as they are."""
    asked = request.GET or request.POST
    query = request.GET.get("q", "") or request.POST.get("searched", "")
    return Board.of(
        journey,
        into=asked.get("into", "") or filled(request),
        opened=asked.get("open", ""),
        told="told" in asked,
        **{
            "view": asked.get("view", ""),
            "asking": Asking.read(asked),
            "chosen": asked.get("chosen", ""),
            "query": query[:LONGEST_QUERY],
        }
        | kwargs,
    )


def filled(request: HttpRequest) -> str:
    """The list a structure was just added to: the next one goes there, too."""
    return request.POST.get("home", "") if request.POST.get("structure") else ""


def first_error(form: forms.Form) -> str:
    """The first sentence of what is wrong, for the live region."""
    return str(next(iter(form.errors.values()))[0])

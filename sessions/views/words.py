"""The words of a journey on a page of their own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sessions.models import Journey
from sessions.views.board import actor, editable
from sessions.wording import Wording, WordsForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def journey_words(request: HttpRequest, code: str) -> HttpResponse:
    """Title, purpose, questions and invitations, saved together."""
    journey = editable(request, code)
    if request.method != "POST":
        return show_words(request, Wording.of(journey, WordsForm(journey)))
    form = WordsForm(journey, request.POST)
    if "use" in request.POST:
        return use_suggestion(request, journey, form)
    if form.is_valid() and form.write(journey, who=actor(request)):
        messages.success(request, _("Saved."))
        return redirect(journey)
    form.focus_on_mistake()
    return show_words(request, Wording.of(journey, form), status=409 if form.is_stale else 422)


def use_suggestion(request: HttpRequest, journey: Journey, form: WordsForm) -> HttpResponse:
    """The same page with what the catalogue says in the field: to be changed first, so nothing is saved."""
    page = Wording.of(journey, form)
    form.use(request.POST["use"], page.suggestion(request.POST["use"]))
    return show_words(request, page)


def show_words(request: HttpRequest, page: Wording, *, status: int = 200) -> HttpResponse:
    context = {"page": page, "form": page.form, "problem": status != 200}
    return render(request, "journeys/journey_words.html", context, status=status)

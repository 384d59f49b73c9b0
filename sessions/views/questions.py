"""The questions of a journey: add, reword, move, remove."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sessions.forms import MoveForm, QuestionAddForm, QuestionForm
from sessions.models import Journey, JourneyQuestion
from sessions.views.board import actor, by, changed, editing, first_error, on_part, refused, save

on_question = on_part("question", "questions", _lazy("That question is no longer in this journey."))


@editing
def question_add(request: HttpRequest, found: Journey) -> HttpResponse:
    form = QuestionAddForm(request.POST)
    if not form.is_valid():
        return refused(request, found, first_error(form), question_add=form)
    row = found.add_question(**form.cleaned_data, who=actor(request))
    helped = {"chosen": row.code} if "help" in request.POST else {}
    return changed(request, found, _("Added the question."), anchor="help" if helped else "", **helped)


@on_question
def question_edit(request: HttpRequest, found: Journey, row: JourneyQuestion) -> HttpResponse:
    form = QuestionForm(request.POST, row)
    return save(request, found, row.code, form, by(request, found.edit_question, row))


@on_question
def question_move(request: HttpRequest, found: Journey, row: JourneyQuestion) -> HttpResponse:
    form = MoveForm(request.POST, found)
    if not form.is_valid():
        return refused(request, found, first_error(form))
    found.move_question(row, to=form.target(row.position), who=actor(request))
    place = found.questions.get(pk=row.pk).number
    return changed(request, found, _("Question moved to place %(place)s.") % {"place": place})


@on_question
def question_remove(request: HttpRequest, found: Journey, row: JourneyQuestion) -> HttpResponse:
    found.remove_question(row, who=actor(request))
    return changed(request, found, _("Removed the question. Its activities stay on the agenda."))

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from structures.arc import arc_of_questions
from structures.asking import asked
from structures.forms import AskForm, WantingForm


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The way in: one box and what it answers; where nothing is asked, the arc of the questions."""
    form = AskForm(request.GET)
    answered = asked(form)
    shown = {"wanting": WantingForm(need=form.need)} if answered else {"arc": arc_of_questions()}
    return render(request, "home.html", {"form": form, "asked": answered, **shown})

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from structures.arc import arc_of_questions


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The way in: one box, the arc of the questions, and the way to a first journey."""
    return render(request, "home.html", {"arc": arc_of_questions()})

"""The pages of the catalogue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from structures.arc import arc_of_questions
from structures.browsing import best_fits, browse
from structures.forms import FilterForm, GroupForm
from structures.models import Question, Structure
from structures.search import closest_question
from structures.sheet import Sheet
from structures.whole import whole

CARRIED = ("people", "minutes", "mode")
"""What was said of the group here need not be said again where a journey starts."""


@require_safe
def structures(request: HttpRequest) -> HttpResponse:
    """The catalogue, narrowed down by what the address says."""
    form = FilterForm(request.GET)
    wishes = form.wishes
    query = wishes.get("q", "")
    catalogue = browse(wishes)
    context = {
        "form": form,
        "query": query,
        "catalogue": catalogue,
        "sounds_like": closest_question(query, form.questions) if query else None,
        "loosened": [(chip, n) for chip in form.chips if (n := catalogue.without.get(chip.name))],
        "start_with": urlencode({"text": query} | {name: wishes[name] for name in CARRIED if name in wishes}),
        "group": urlencode({name: wishes[name] for name in ("people", "mode") if name in wishes}),
    }
    return render(request, "structures/structures.html", context)


@require_safe
def structure(request: HttpRequest, slug: str) -> HttpResponse:
    """One structure, worked out for ``?people=`` in ``?mode=``. Staff see drafts as readers will."""
    seen = Structure.objects.all() if request.user.is_staff else Structure.objects.published()
    found = get_object_or_404(whole(seen), slug=slug)
    fits = best_fits(found)
    form = GroupForm(request.GET)
    sheet = Sheet(found, **form.wishes, hue=fits[0].question.position if fits else 0)
    context = {"structure": found, "form": form, "sheet": sheet, "fits": fits}
    return render(request, "structures/structure.html", context)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    return render(request, "structures/questions.html", {"arc": arc_of_questions()})


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """What a question asks, and the structures that help to answer it, best first. Staff see drafts too."""
    neighbours = list(Question.objects.published())
    seen = Question.objects.all() if request.user.is_staff else Question.objects.published()
    found = get_object_or_404(seen, slug=slug)
    ranked = found.fits.ranked().select_related("structure")
    fits = ranked.prefetch_related("structure__steps", "structure__repeats")
    context = {"question": found, "questions": neighbours, "fits": fits}
    return render(request, "structures/question.html", context)

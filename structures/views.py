"""The pages of the catalogue."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from structures.answering import FIRST, answer
from structures.arc import arc_of_questions
from structures.browsing import best_fits, browse
from structures.forms import FilterForm, GroupForm, WantingForm
from structures.models import Question, Structure, Wanting
from structures.sheet import Sheet
from structures.whole import whole


@require_safe
def structures(request: HttpRequest) -> HttpResponse:
    """The catalogue, narrowed down by what the address says."""
    form = FilterForm(request.GET)
    catalogue = browse(form.wishes, form.need)
    context = {
        "form": form,
        "asked": catalogue.asked,
        "catalogue": catalogue,
        "wanting": WantingForm(need=form.need, where="structures"),
        "loosened": [(chip, n) for chip in form.chips if (n := catalogue.without.get(chip.name))],
        "group": urlencode({name: form.wishes[name] for name in ("people", "mode") if name in form.wishes}),
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


@require_POST
def wanting(request: HttpRequest) -> HttpResponse:
    """Keep what somebody did not find. Thanks stand where the form was; without scripts, on the page it came from."""
    form = WantingForm(request.POST)
    if form.is_valid() and not ratelimit.consume(request, action="wanting"):
        form.add_error(
            None, _("Many words have come from here within the hour. Send yours again a little later.")
        )
    if form.errors:
        page = "structures/_wanting.html" if request.htmx else "structures/wanting.html"
        return render(request, page, {"wanting": form}, status=422)
    offered = [one.structure.slug for one in answer(form.asked, FIRST).offered]
    told = {name: form.cleaned_data[name] for name in ("words", "email", "key")}
    Wanting.objects.tell(form.need, offered, **told)
    if request.htmx:
        return render(request, "structures/_wanting.html", {"thanked": True})
    messages.success(request, _("Thank you. The curators of the catalogue will read it."))
    return redirect(form.way_back)

"""A visitor's journeys: the list, a new one, a copy, the bin, and from a structure into one of them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sessions.forms import AddForm
from sessions.library import Library, entries
from sessions.models import Journey
from sessions.offering import Offer, invitation_for
from sessions.repertoire import repertoire
from sessions.starting import JourneyStartForm, StringStartForm
from sessions.views.activities import add
from sessions.views.board import actor, editable, first_error
from sessions.visitor import remembered_visitor, visitor_of
from structures.models import Structure

NEWEST = 5
"""How many of their own journeys a visitor is reminded of where they could start from one."""

asked_for = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def journeys(request: HttpRequest) -> HttpResponse:
    """The visitor's own journeys and those they help to plan, with a search and the bin."""
    library = Library.of(visitor_of(request), request.GET.get("q", ""))
    return render(request, "journeys/journeys.html", {"library": library})


@asked_for
def journey_new(request: HttpRequest) -> HttpResponse:
    """The form a journey starts from. Other pages fill it by ``?question=``, ``?text=``, ``?structure=`` …"""
    form = (
        JourneyStartForm(request.POST)
        if request.method == "POST"
        else JourneyStartForm.prefilled(request.GET)
    )
    if form.is_valid():
        journey = Journey.begin(remembered_visitor(request), **form.wanted)
        return redirect(drafts_of(journey) if form.is_to_be_drafted else journey)
    form.focus_on_mistake()
    return render(request, "journeys/journey_new.html", {"form": form}, status=422 if form.is_bound else 200)


def drafts_of(journey: Journey) -> str:
    """The builder, with drafts for the first session and all that are still empty."""
    code = journey.sessions.values_list("code", flat=True).order_by("position")[0]
    return f"{journey.get_absolute_url()}?{urlencode({'proposal': f'draft:{code}'})}#proposal-{code}"


@asked_for
def strings(request: HttpRequest) -> HttpResponse:
    """What a journey can start from instead: the published strings, and the newest of the visitor's own."""
    pieces = repertoire()
    form = StringStartForm(pieces, request.POST if request.method == "POST" else None)
    if form.is_valid():
        journey = Journey.begin_with(remembered_visitor(request), **form.wanted)
        said = _("This is your own copy of the string. Put it into the words of your group:")
        link = format_html('<a href="{}">{}</a>', words_of(journey), _("write the invitations"))
        messages.success(request, format_html("{} {}", said, link))
        return redirect(journey)
    context = {"form": form, "pieces": pieces, "own": entries(visitor_of(request), most=NEWEST)}
    return render(request, "journeys/strings.html", context, status=422 if form.is_bound else 200)


def words_of(journey: Journey) -> str:
    """Where a journey's words are written."""
    return reverse("journey_words", args=[journey.code])


@require_POST
def journey_reword(request: HttpRequest, code: str) -> HttpResponse:
    """The same string for another group: the copy asks only for its words."""
    copy = editable(request, code).reword(remembered_visitor(request))
    messages.success(
        request, _("The structures and their minutes are copied. Only the words are still to come.")
    )
    return redirect(words_of(copy))


@require_POST
def journey_duplicate(request: HttpRequest, code: str) -> HttpResponse:
    copy = editable(request, code).duplicate(remembered_visitor(request))
    messages.success(request, _("This is the copy. The journey it comes from stays as it is."))
    return redirect(copy)


@require_POST
def journey_bin(request: HttpRequest, code: str) -> HttpResponse:
    """Into the bin. The message has a button that presses the bin's own "Bring back"."""
    journey = owned(request, code)
    if journey.deleted_at is None:
        journey.put_in_bin()
    said = _("“%(title)s” is in the bin.") % {"title": journey.title}
    undo = format_html('<button form="restore-{}">{}</button>', journey.code, _("Bring it back"))
    messages.success(request, format_html("{} {}", said, undo))
    return redirect("journeys")


@require_POST
def journey_restore(request: HttpRequest, code: str) -> HttpResponse:
    journey = owned(request, code)
    if journey.deleted_at:
        journey.take_from_bin()
    messages.success(request, _("“%(title)s” is back.") % {"title": journey.title})
    return redirect("journeys")


def owned(request: HttpRequest, code: str) -> Journey:
    """The visitor's own journey, in the bin or not; otherwise 404."""
    return get_object_or_404(Journey.objects.owned_by(visitor_of(request)), code=code)


@asked_for
def structure_to_journey(request: HttpRequest) -> HttpResponse:
    """Add a structure to one of the visitor's journeys. Without any, the way leads to a new one with it."""
    sent = request.POST if request.method == "POST" else request.GET
    structure = get_object_or_404(Structure.objects.published(), slug=slugify(sent.get("structure", "")))
    if request.method == "POST":
        return add_to_journey(request, structure)
    offers = Offer.all(entries(visitor_of(request)), structure, question=sent.get("question", ""))
    start = f"{reverse('journey_new')}?{urlencode({'structure': structure.slug})}"
    if not offers:
        return redirect(start)
    context = {"structure": structure, "offers": offers, "start": start}
    return render(request, "journeys/structure_to_journey.html", context)


def add_to_journey(request: HttpRequest, structure: Structure) -> HttpResponse:
    journey = editable(request, slugify(request.POST.get("journey", "")))
    form = AddForm(request.POST, journey)
    if not form.is_valid():
        messages.error(request, first_error(form))
        return redirect(f"{reverse('structure_to_journey')}?{urlencode({'structure': structure.slug})}")
    wanted = form.cleaned_data | {"invitation": invitation_for(structure, form.cleaned_data["question"])}
    try:
        row = add(journey, wanted, who=actor(request))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(journey)
    except ObjectDoesNotExist:  # a question or a session that somebody else has just removed
        messages.error(request, _("That is no longer in this journey."))
        return redirect(journey)
    messages.success(request, _("Added %(title)s.") % {"title": row.title})
    return redirect(f"{journey.get_absolute_url()}#activity-{row.code}")

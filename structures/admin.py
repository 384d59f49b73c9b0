"""Curation: structures and questions with all that belongs to them."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.db.models import Max, QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from structures.admin_forms import QuestionForm, StructureForm
from structures.admin_inlines import (
    FIELDS,
    FitInline,
    MaterialInline,
    PairingInline,
    QuestionFitInline,
    RepeatInline,
    RoleInline,
    StepInline,
)
from structures.choices import Status
from structures.loading.layout import QUESTION, STRUCTURE, Table
from structures.loading.records import digest, from_object
from structures.models import Fit, Question, Structure
from structures.trying import examples, tried

MOST_QUESTION = 300
"""Characters of a question that is tried, as in the search."""


class CatalogueAdmin(admin.ModelAdmin):
    """What structures and questions share: a status, a page, and perhaps a file they were loaded from."""

    table: Table
    actions = ["publish", "make_draft", "retire"]
    formfield_overrides = FIELDS
    save_on_top = True

    def view_on_site(self, instance: Structure | Question) -> str:
        """Drafts too have their page, for those who may work here."""
        return instance.get_absolute_url()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The slug is the name of the file: with another one the file would be loaded as something new."""
        return ["origin", "slug"] if obj and obj.loaded_digest else ["origin"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, list[str]]:
        return {} if obj else {"slug": [self.list_display[0]]}

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has a file would come back with the next load: it is retired instead."""
        return super().has_delete_permission(request, obj) and not (obj and obj.loaded_digest)

    @admin.display(description=gettext_lazy("file"))
    def origin(self, instance: Structure | Question) -> str:
        if not instance.loaded_digest:
            return _("Made here. Files do not change it.")
        if instance.loaded_digest == digest(self.table, from_object(self.table, instance)):
            return _("As in its file. A newer file will change it.")
        return _("Edited here. A newer file will not change it.")

    @admin.action(description=gettext_lazy("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set_status(request, queryset, Status.PUBLISHED)

    @admin.action(description=gettext_lazy("Turn into drafts"), permissions=["change"])
    def make_draft(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set_status(request, queryset, Status.DRAFT)

    @admin.action(description=gettext_lazy("Retire"), permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet) -> None:
        self._set_status(request, queryset, Status.RETIRED)

    def _set_status(self, request: HttpRequest, queryset: QuerySet, status: Status) -> None:
        changed = queryset.exclude(status=status).update(status=status)
        words = ngettext("%(count)s is now: %(status)s.", "%(count)s are now: %(status)s.", changed)
        self.message_user(request, words % {"count": changed, "status": status.label}, messages.SUCCESS)


@admin.register(Structure)
class StructureAdmin(CatalogueAdmin):
    table = STRUCTURE
    form = StructureForm
    list_display = ["name", "status", "family", "edition", "ideal_minutes", "printed_minutes", "people"]
    list_filter = ["status", "family", "edition", "online", "confidence", "fits__question"]
    search_fields = [
        "name",
        "aliases",
        "makes_possible",
        "good_for",
        "use_when",
        "asked_as",
        "invitation",
        "steps__title",
        "steps__what",
    ]
    autocomplete_fields = ["variant_of"]
    inlines = [RepeatInline, StepInline, RoleInline, MaterialInline, FitInline, PairingInline]
    fieldsets = [
        (None, {"fields": [("name", "slug"), "aliases", ("status", "family", "edition"), "origin"]}),
        (
            gettext_lazy("What it is for"),
            {
                "fields": [
                    ("usage", "difficulty"),
                    "makes_possible",
                    "purposes",
                    "good_for",
                    "use_when",
                    "asked_as",
                ]
            },
        ),
        (
            gettext_lazy("Invitation, space, participation, groups"),
            {"fields": ["invitation", "invitation_examples", "space", "participation", "groups"]},
        ),
        (gettext_lazy("From experience"), {"fields": ["tips", "traps", "riffs", "safety"]}),
        (gettext_lazy("Online"), {"fields": ["online", "online_changes"]}),
        (
            gettext_lazy("People"),
            {
                "fields": [
                    ("people_min", "people_best_min", "people_best_max", "people_max"),
                    ("remainder", "remainder_note"),
                ]
            },
        ),
        (gettext_lazy("Printed minutes"), {"fields": [("headline_min", "headline_max"), "minutes_note"]}),
        (
            gettext_lazy("Where it comes from"),
            {
                "fields": [
                    ("variant_of", "menu_number"),
                    "source",
                    "credit",
                    ("licence", "confidence", "language", "version"),
                ]
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Structure]:
        return super().get_queryset(request).with_recipe()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *rest: Any, obj: Any = None, **more: Any
    ) -> HttpResponse:
        """With the places the structure has for its own questions, and for the one in ``?try=``."""
        question = _question_tried(request)
        context["trial"] = tried(obj, question) if obj and question else None
        context["examples"] = examples(obj) if obj else []
        return super().render_change_form(request, context, *rest, obj=obj, **more)

    def response_change(self, request: HttpRequest, obj: Structure) -> HttpResponse:
        """Whoever goes on editing tries the same question again, and sees what the change has done."""
        response = super().response_change(request, obj)
        if "_continue" in request.POST and (question := _question_tried(request)):
            joint = "&" if "?" in response.url else "?"
            return HttpResponseRedirect(f"{response.url}{joint}{urlencode({'try': question})}")
        return response

    @admin.display(description=gettext_lazy("minutes"))
    def ideal_minutes(self, structure: Structure) -> int:
        return structure.duration().ideal

    @admin.display(description=gettext_lazy("printed minutes"), ordering="headline_min")
    def printed_minutes(self, structure: Structure) -> str:
        return _span(structure.headline_min, structure.headline_max)

    @admin.display(description=gettext_lazy("people"), ordering="people_min")
    def people(self, structure: Structure) -> str:
        if structure.people_max is None:
            return _("%(low)s or more") % {"low": structure.people_min}
        return _span(structure.people_min, structure.people_max)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool
    ) -> None:
        """A new fit comes after the question's others."""
        if formset.model is Fit:
            for one in formset.extra_forms:
                if one.has_changed():
                    one.instance.position = _last_place(one.instance.question) + 1
        super().save_formset(request, form, formset, change)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        self._warn_of_unfit(request, Structure.objects.filter(pk=form.instance.pk))

    def _set_status(self, request: HttpRequest, queryset: QuerySet, status: Status) -> None:
        super()._set_status(request, queryset, status)
        self._warn_of_unfit(request, queryset)

    def _warn_of_unfit(self, request: HttpRequest, queryset: QuerySet[Structure]) -> None:
        unfit = queryset.filter(status=Status.PUBLISHED, fits=None).values_list("name", flat=True)
        if names := ", ".join(unfit):
            words = _("Published, but fits no question yet: %(names)s. Nobody finds it from a question.")
            self.message_user(request, words % {"names": names}, messages.WARNING)


@admin.register(Question)
class QuestionAdmin(CatalogueAdmin):
    table = QUESTION
    form = QuestionForm
    list_display = ["short", "position", "text", "status", "fitting"]
    list_filter = ["status"]
    search_fields = ["short", "text", "wordings"]
    inlines = [QuestionFitInline]
    fields = [
        ("short", "slug"),
        ("position", "status", "language"),
        "text",
        "purpose",
        "answered_when",
        "wordings",
        "origin",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        return super().get_queryset(request).annotate(fit_count=models.Count("fits"))

    @admin.display(description=gettext_lazy("structures that fit"), ordering="fit_count")
    def fitting(self, question: Question) -> int:
        return question.fit_count


def _question_tried(request: HttpRequest) -> str:
    return request.GET.get("try", "").strip()[:MOST_QUESTION]


def _span(low: int | None, high: int | None) -> str:
    """ "35", "35–50", or "" where nothing is known."""
    if low == high or None in (low, high):
        return str(low or high or "")
    return _("%(low)s–%(high)s") % {"low": low, "high": high}


def _last_place(question: Question) -> int:
    return question.fits.aggregate(last=Max("position"))["last"] or 0

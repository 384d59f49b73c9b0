"""The rows curators edit below a structure or a question."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.utils.translation import gettext_lazy

from structures.admin_forms import LinesField, RepeatFormSet, RisingForm, StepForm, StepFormSet
from structures.loading.layout import LARGEST
from structures.models import Fit, Material, Pairing, Repeat, Role, Step

FIELDS = {
    models.JSONField: {"form_class": LinesField},
    models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
    models.URLField: {"assume_scheme": "https"},
    models.PositiveSmallIntegerField: {"max_value": LARGEST},
}


class RepeatInline(admin.TabularInline):
    model = Repeat
    form = RisingForm
    formset = RepeatFormSet
    extra = 0
    formfield_overrides = FIELDS


class StepInline(admin.StackedInline):
    model = Step
    fk_name = "structure"
    form = StepForm
    formset = StepFormSet
    extra = 0
    ordering = ["position"]
    autocomplete_fields = ["nested"]
    formfield_overrides = FIELDS
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("place", "title"),
                    "what",
                    ("grouping", "size_min", "size_max"),
                    ("minutes_min", "minutes", "minutes_max", "repeat"),
                    ("optional", "protected", "mode"),
                    ("nested", "nested_note"),
                ]
            },
        )
    ]


class RoleInline(admin.TabularInline):
    model = Role
    extra = 0
    formfield_overrides = FIELDS


class MaterialInline(admin.TabularInline):
    model = Material
    extra = 0
    formfield_overrides = FIELDS


class PairingInline(admin.StackedInline):
    model = Pairing
    fk_name = "before"
    extra = 0
    autocomplete_fields = ["after"]
    formfield_overrides = FIELDS
    verbose_name_plural = gettext_lazy("what follows it well")


class FitInline(admin.StackedInline):
    """The questions a structure fits."""

    model = Fit
    extra = 0
    fields = [("question", "strength"), "because", "invitation"]
    autocomplete_fields = ["question"]
    formfield_overrides = FIELDS
    verbose_name_plural = gettext_lazy("questions it fits")


class QuestionFitInline(admin.StackedInline):
    """The structures that fit a question, in their order."""

    model = Fit
    extra = 0
    autocomplete_fields = ["structure"]
    formfield_overrides = FIELDS
    fields = [("structure", "strength", "position"), "because", "invitation"]
    verbose_name_plural = gettext_lazy("structures that fit")

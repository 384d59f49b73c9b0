"""Curators' forms, where the admin's own do not do: lists by the line, rising minutes, steps in order."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from structures.choices import Purpose
from structures.loading.layout import ASIDE, MOST_LINES, RISING
from structures.loading.rules import falling
from structures.models import Step


class LinesField(forms.CharField):
    """A list of texts as one line per entry."""

    def __init__(self, *, encoder: Any = None, decoder: Any = None, **options: Any) -> None:
        options["widget"] = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
        options["help_text"] = gettext_lazy("One per line.")
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = (line.strip() for line in super().to_python(value).splitlines())
        return list(dict.fromkeys(filter(None, lines)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class RisingForm(forms.ModelForm):
    """Says beside the field which number is too small, before the database says it about the whole row."""

    def clean(self) -> None:
        super().clean()
        for fields in RISING.get(self._meta.model, ()):
            if pair := falling(self.cleaned_data, fields):
                self._say_too_small(*pair)

    def _say_too_small(self, low: str, high: str) -> None:
        words = {"least": self.cleaned_data[low], "other": self.fields[low].label}
        self.add_error(high, _("This must be at least %(least)s, as “%(other)s” says.") % words)


class StructureForm(RisingForm):
    purposes = forms.MultipleChoiceField(
        label=gettext_lazy("Purposes"),
        choices=Purpose.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_purposes(self) -> list[str]:
        """The first purpose is the main one: those that stay keep their order."""
        chosen, before = self.cleaned_data["purposes"], self.instance.purposes
        return [one for one in before if one in chosen] + [one for one in chosen if one not in before]

    def clean(self) -> None:
        super().clean()
        for name, most in MOST_LINES.items():
            if len(self.cleaned_data.get(name, ())) > most:
                self.add_error(name, _("At most %(most)s lines.") % {"most": most})


class QuestionForm(forms.ModelForm):
    class Meta:
        widgets = {"text": AdminTextInputWidget(attrs={"class": "vLargeTextField"})}  # a long sentence


class RepeatFormSet(forms.BaseInlineFormSet):
    """Comes before the steps and leaves them its keys."""

    def clean(self) -> None:
        super().clean()
        kept = (form for form in self.forms if form not in self.deleted_forms)
        keys = (form.cleaned_data.get("key") for form in kept if hasattr(form, "cleaned_data"))
        self.instance.keys_of_repeats = set(filter(None, keys))


class StepForm(RisingForm):
    place = forms.IntegerField(
        label=gettext_lazy("Place"),
        required=False,
        min_value=1,
        help_text=gettext_lazy("Steps are put in this order; empty comes last."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["place"] = self.instance.position


class StepFormSet(forms.BaseInlineFormSet):
    """Steps in the order of their places, whatever numbers a curator gave them."""

    def clean(self) -> None:
        super().clean()
        for form in self._kept():
            key = form.cleaned_data.get("repeat")
            if key and key not in self.instance.keys_of_repeats:
                form.add_error("repeat", _("There is no repeat “%(key)s”.") % {"key": key})

    def save(self, commit: bool = True) -> list[Step]:
        with transaction.atomic():
            self.instance.steps.update(position=F("position") + ASIDE)
            for form in self.initial_forms:
                form.instance.position += ASIDE
            saved = super().save(commit)
            self._number()
        return saved

    def save_new(self, form: StepForm, commit: bool = True) -> Step:
        form.instance.position = 2 * ASIDE + self.forms.index(form)
        return super().save_new(form, commit)

    def _kept(self) -> list[StepForm]:
        filled = (form for form in self.forms if hasattr(form, "cleaned_data"))
        return [form for form in filled if form not in self.deleted_forms and form.cleaned_data]

    def _number(self) -> None:
        steps = [form.instance for form in sorted(self._kept(), key=_place) if form.instance.pk]
        for position, step in enumerate(steps, 1):
            step.position = position
        Step.objects.bulk_update(steps, ["position"])


def _place(form: StepForm) -> int:
    return form.cleaned_data.get("place") or ASIDE

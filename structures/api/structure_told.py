"""One structure, told as ``structure_shapes`` says."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from structures.api.lines import structure_line
from structures.api.shapes import Named, QuestionNamed, Span
from structures.api.structure_shapes import (
    FitTold,
    GroupsTold,
    Here,
    Mate,
    MaterialTold,
    RepeatTold,
    RoleTold,
    StepTold,
    StructureTold,
    SupplyTold,
)
from structures.browsing import best_fits
from structures.choices import Status
from structures.domain.grouping import groups
from structures.domain.shapes import Span as EngineSpan
from structures.models import Fit, Step, Structure
from structures.sheet import Sheet

SAME = (
    *("language", "edition", "usage", "difficulty", "good_for", "use_when", "asked_as"),
    *("invitation", "invitation_examples", "space", "participation", "groups"),
    *("tips", "traps", "riffs", "safety", "online_changes", "remainder", "remainder_note"),
    *("headline_min", "headline_max", "minutes_note", "source", "credit", "licence", "version"),
)


def structure_told(request: HttpRequest, one: Structure, people: int | None, mode: str) -> StructureTold:
    """``one`` comes ``whole``."""
    sheet = Sheet(one, people, mode)
    return StructureTold(
        **structure_line(request, one, sheet.span).dict(),
        **{name: getattr(one, name) for name in SAME},
        variant_of=named(one.variant_of) if is_published(one.variant_of) else None,
        variants=[named(each) for each in one.published_variants],
        steps=[step_told(step, one, people, mode) for step in one.steps.all()],
        repeats=same(RepeatTold, one.repeats.all()),
        materials=same(MaterialTold, one.materials.all()),
        roles=same(RoleTold, one.roles.all()),
        fits=[fit_told(fit) for fit in best_fits(one)],
        comes_well_after=[Mate(**_name(each.before), because=each.because) for each in one.mates_before],
        comes_well_before=[Mate(**_name(each.after), because=each.because) for each in one.mates_after],
        here=here(sheet),
    )


def here(sheet: Sheet) -> Here:
    return Here(
        people=sheet.people,
        mode=sheet.mode,
        minutes=span_told(sheet.span),
        configuration=sheet.configuration,
        cautions=sheet.cautions,
        supplies=same(SupplyTold, sheet.supplies),
    )


def step_told(step: Step, structure: Structure, people: int | None, mode: str) -> StepTold:
    names = ("title", "what", "grouping", "size_min", "size_max", "repeat", "optional", "protected", "mode")
    sizes = groups(step.shape(), people, structure.remainder) if people else ()
    return StepTold(
        **{name: getattr(step, name) for name in names},
        minutes=Span(min=step.minutes_min, ideal=step.minutes, max=step.minutes_max),
        nested=step.nested.slug if is_published(step.nested) else "",
        groups=[GroupsTold(size=size, count=count) for size, count in Counter(sizes).items()],
        groups_in_words=Sheet(structure, people, mode).groups_of(step),
    )


def fit_told(fit: Fit) -> FitTold:
    question = QuestionNamed(slug=fit.question.slug, text=fit.question.text)
    return FitTold(question=question, strength=fit.strength, because=fit.because, invitation=fit.invitation)


def span_told(span: EngineSpan) -> Span:
    return Span(min=span.min, ideal=span.ideal, max=span.max)


def same(shape: type[Any], rows: Iterable[Any]) -> list[Any]:
    """The rows as values of the shape: their fields have the same names."""
    return [shape(**{name: getattr(row, name) for name in shape.model_fields}) for row in rows]


def named(one: Structure) -> Named:
    return Named(**_name(one))


def _name(one: Structure) -> dict[str, str]:
    return {"slug": one.slug, "name": one.name}


def is_published(one: Structure | None) -> bool:
    """Names of drafts are not told."""
    return one is not None and one.status == Status.PUBLISHED

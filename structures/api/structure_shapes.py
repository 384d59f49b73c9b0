"""Everything that is told of one structure, field by field."""

from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from structures.api.shapes import Named, QuestionNamed, Span, StructureLine
from structures.choices import (
    Difficulty,
    Edition,
    Grouping,
    Per,
    Remainder,
    RepeatUnit,
    SetBy,
    StepMode,
    Strength,
    Usage,
)
from structures.domain.shapes import Mode


class GroupsTold(Schema):
    """Groups of one size."""

    size: int = Field(description=_("People in each."), examples=[4])
    count: int = Field(description=_("How many such groups."), examples=[4])


class StepTold(Schema):
    """One line of the sequence of steps. Minutes are for one turn where it repeats."""

    title: str
    what: str = Field(description=_("What happens."))
    grouping: Grouping = Field(description=_("How people sit."))
    size_min: int | None = Field(description=_("People per group, where the grouping does not say it."))
    size_max: int | None
    minutes: Span
    repeat: str = Field(description=_("The key of the repeat it runs in; empty: it runs once."))
    optional: bool = Field(description=_("It may be left out."))
    protected: bool = Field(description=_("Time that runs short is not taken from here."))
    mode: StepMode = Field(description=_("Where it happens."))
    nested: str = Field(description=_("The slug of the structure that runs inside it; or empty."))
    groups: list[GroupsTold] = Field(
        description=_(
            "The groups of the people asked for, the largest first; empty where they stay together."
        )
    )
    groups_in_words: str = Field(description=_("The same in words."), examples=["four fours and a pair"])


class RepeatTold(Schema):
    """Steps with the same key run through together, more than once."""

    key: str
    unit: RepeatUnit = Field(description=_("What one turn is."))
    count_min: int
    count: int = Field(description=_("How often it usually runs."))
    count_max: int
    set_by: SetBy = Field(description=_("What decides how often."))


class MaterialTold(Schema):
    """Something to bring."""

    item: str
    quantity: int
    per: Per = Field(description=_("What the quantity is counted by."))
    required: bool
    mode: StepMode


class SupplyTold(Schema):
    """What to bring for the people asked for."""

    item: str
    quantity: int = Field(description=_("How many in all."))
    required: bool


class RoleTold(Schema):
    name: str
    count: str = Field(description=_("How many, in words."))
    what: str = Field(description=_("What they do."))


class FitTold(Schema):
    """A claim on a question of the catalogue."""

    question: QuestionNamed
    strength: Strength = Field(description=_("How well it answers the question."))
    because: str = Field(description=_("Why."))
    invitation: str = Field(description=_("What its host would say to that question."))


class Mate(Named):
    """A structure that goes well before or after."""

    because: str = Field(description=_("Why."))


class Here(Schema):
    """The structure as it runs for the people and in the mode asked for."""

    people: int | None = Field(description=_("null: nobody said how many."))
    mode: Mode
    minutes: Span
    configuration: str = Field(description=_("How people sit from step to step."))
    cautions: list[str] = Field(description=_("What to mind with so many people, in this mode."))
    supplies: list[SupplyTold] = Field(description=_("What to bring; empty where nobody said how many come."))


class StructureTold(StructureLine):
    """One structure with everything there is to know about it."""

    language: str = Field(description=_("The language of its texts."), examples=["en"])
    edition: Edition
    variant_of: Named | None = Field(description=_("What it is a variation of."))
    variants: list[Named] = Field(description=_("Its variations."))
    usage: Usage = Field(description=_("How widely it is used."))
    difficulty: Difficulty = Field(description=_("What it asks of a host."))
    good_for: list[str]
    use_when: list[str]
    asked_as: list[str] = Field(description=_("Questions that people ask whom it would help."))
    invitation: str = Field(description=_("What its host says to begin."))
    invitation_examples: list[str] = Field(description=_("Invitations to borrow."))
    space: str = Field(description=_("Space and materials."))
    participation: str = Field(description=_("How participation is distributed."))
    groups: str = Field(description=_("How groups are configured."))
    steps: list[StepTold]
    repeats: list[RepeatTold]
    materials: list[MaterialTold]
    roles: list[RoleTold]
    tips: list[str]
    traps: list[str]
    riffs: list[str]
    safety: str = Field(description=_("What could harm somebody, and how not to."))
    online_changes: str = Field(description=_("What changes online."))
    remainder: Remainder = Field(description=_("What happens with people left over when groups are full."))
    remainder_note: str
    headline_min: int | None = Field(description=_("The minutes printed in the books, from."))
    headline_max: int | None = Field(description=_("The minutes printed in the books, to."))
    minutes_note: str = Field(description=_("Why the steps and the printed minutes differ."))
    fits: list[FitTold] = Field(description=_("The questions it answers, the best first."))
    comes_well_after: list[Mate]
    comes_well_before: list[Mate]
    source: str = Field(description=_("Where it is published."))
    credit: str
    licence: str
    version: int
    here: Here

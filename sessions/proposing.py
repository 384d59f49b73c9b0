"""What the engine proposes for a session: choices, each a diff that is read, taken whole or in part, or left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from sessions.asking import Asking
from sessions.domain.adjusting import adjusted
from sessions.domain.adjustments import Adjustment, JoinTracks, Regroup, Swap, key_of
from sessions.domain.outline import Outline
from sessions.marking import Mark, mark_of, together
from sessions.plan import Plan, SessionPlan
from sessions.words_adjusting import adjustment_in_words, find, groups_in_words, joins_in_words
from structures.words_score import full_minutes


@dataclass(frozen=True)
class Part:
    """One line of a diff, in words, and as a mark in the plan where it makes a row shorter.

    What stands in ``along`` is taken with it, for it makes no sense alone.
    """

    adjustment: Adjustment
    words: str
    along: tuple[Adjustment, ...] = ()
    mark: Mark | None = None

    @property
    def key(self) -> str:
        return key_of(self.adjustment)


@dataclass(frozen=True)
class Choice:
    """One way to help the plan. ``title`` is what the change will be called in the history.

    ``given`` are adjustments that belong to it whatever else is taken: that six people came is no choice.
    ``result`` says how the session stands with all of it, ``cautions`` what is not as it should be even then.
    ``came`` says what it brought, once it is taken.
    ``name`` is its heading, where the title would only repeat what stands above all choices. ``in_part`` is what the
    change is called when only some of its parts are taken. ``template`` draws it, with what is ``shown``.
    """

    key: str
    title: str
    parts: tuple[Part, ...]
    given: tuple[Adjustment, ...] = ()
    reasons: tuple[str, ...] = ()
    result: str = ""
    cautions: tuple[str, ...] = ()
    came: str = ""
    name: str = ""
    in_part: str = ""
    template: str = "journeys/_choice.html"
    shown: Any = None

    def taken(self, keys: set[str]) -> list[Adjustment]:
        """What is adjusted when somebody takes the parts with these keys, in the order of the diff."""
        parts = (part for part in self.parts if part.key in keys)
        return [*self.given, *(one for part in parts for one in (part.adjustment, *part.along))]

    def called(self, keys: set[str]) -> str:
        """What the change is called when the parts with these keys are taken."""
        return self.title if all(part.key in keys for part in self.parts) else self.in_part or self.title


@dataclass(frozen=True)
class Proposal:
    """What was asked about a session, and the choices there are. ``said`` stands where there is nothing to do.

    ``template`` draws the form in which one asks; ``form`` has what is wrong with what was typed.
    """

    asking: Asking
    plan: SessionPlan
    title: str
    template: str
    choices: tuple[Choice, ...] = ()
    said: str = ""
    form: Form | None = None
    more: Mapping[str, object] = field(default_factory=dict)

    def choice(self, key: str) -> Choice | None:
        return next((one for one in self.choices if one.key == key), None)


Proposes = Callable[[Asking, Plan, SessionPlan], Proposal]

PROPOSES: dict[str, Proposes] = {}
"""What answers each kind of asking."""


def proposal(plan: Plan, asking: Asking | None) -> Proposal | None:
    """The answer to what is asked; None where nothing is asked, or nothing that there is."""
    session = next((one for one in plan.sessions if asking and one.session.code == asking.session), None)
    proposes = PROPOSES.get(asking.kind) if asking else None
    return proposes(asking, plan, session) if asking and session and proposes else None


def parts_in(outline: Outline, adjustments: tuple[Adjustment, ...]) -> tuple[Part, ...]:
    """The adjustments as lines of a diff, read against the plan as it is."""
    then = adjusted(outline, adjustments)
    return tuple(part_of(line, outline, then) for line in together(adjustments))


def part_of(line: tuple[Adjustment, ...], outline: Outline, then: Outline) -> Part:
    mark = mark_of(line, outline, then)
    words = mark.words if mark else line_in_words(line, outline, then)
    return Part(line[0], words, line[1:], mark)


def line_in_words(line: tuple[Adjustment, ...], outline: Outline, then: Outline) -> str:
    """Of another structure also how long it is then; of other groups, and of tracks that go, all of them."""
    if isinstance(line[0], Regroup):
        return groups_in_words([one for one in line if isinstance(one, Regroup)], outline)
    if isinstance(line[0], JoinTracks):
        return joins_in_words([one for one in line if isinstance(one, JoinTracks)], outline)
    words = adjustment_in_words(line[0], outline)
    if not isinstance(line[0], Swap):
        return words
    item, people, mode = find(line[0].code, then)
    return _("%(words)s, %(minutes)s") % {"words": words, "minutes": full_minutes(item.length(people, mode))}

"""Why a structure is offered, or is not, in words: "good for praise and thanks", "fits 18 people as …"."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from structures.domain.needs import Barred, But, Told, Why
from structures.leads import lead
from structures.models import Question, Structure
from structures.words import configuration_in_words, minutes_in_words

SENTENCES: Mapping[str, Any] = {
    Why.CALLED: gettext_lazy("you named it"),
    Why.NAMED: gettext_lazy("named for this question by McCandless: “%(short)s”"),
    Why.ANSWERS: gettext_lazy("helps to answer “%(short)s”"),
    Why.SAID: gettext_lazy("%(lead)s: %(text)s"),
    Why.FOLLOWS: gettext_lazy("follows %(name)s well: %(because)s"),
    Why.PEOPLE: gettext_lazy("fits %(people)s people: %(configuration)s"),
    Why.TIME: gettext_lazy("takes %(ideal)s; you have %(minutes)s"),
    Why.SQUEEZES: gettext_lazy("%(ideal)s; you have %(minutes)s: squeezes to %(shortest)s"),
    Why.COMMON: gettext_lazy("widely used"),
    But.USED: gettext_lazy("you have used it already"),
    But.FEW: gettext_lazy("better with %(least)s people or more"),
    But.MANY: gettext_lazy("better with at most %(most)s people"),
    But.ADAPTED: gettext_lazy("must be adapted for online"),
    But.DEMANDING: gettext_lazy("asks a lot of a host who is new to it"),
    Barred.TOO_FEW: gettext_lazy("needs at least %(least)s people"),
    Barred.TOO_MANY: gettext_lazy("is made for at most %(most)s people"),
    Barred.NOT_ONLINE: gettext_lazy("does not work online"),
    Barred.TOO_LONG: gettext_lazy("needs at least %(shortest)s; you have %(minutes)s"),
}
_ALSO_CALLED = gettext_lazy("also called “%(name)s”")
_MINUTES = ("ideal", "minutes", "shortest")


class Teller:
    """Says reasons of structures, which come with their steps, about questions. ``mode`` is the need's."""

    def __init__(self, structures: list[Structure], questions: list[Question], mode: str) -> None:
        self.structures = {one.slug: one for one in structures}
        self.questions = {one.slug: one for one in questions}
        self.mode = mode

    def say(self, slug: str, told: Told) -> str:
        """One reason, caution or bar of the structure as a sentence without an end."""
        sentence = _ALSO_CALLED if self._is_other_name(slug, told) else SENTENCES[told.code]
        return str(sentence) % {**told.params, **self._words(self.structures[slug], told)}

    def _is_other_name(self, slug: str, told: Told) -> bool:
        return told.code == Why.CALLED and told.params["name"] != self.structures[slug].name

    def _words(self, structure: Structure, told: Told) -> dict[str, Any]:
        params = told.params
        words = {name: minutes_in_words(params[name]) for name in _MINUTES if name in params}
        match told.code:
            case Why.NAMED | Why.ANSWERS:
                words["short"] = self.questions[params["question"]].short
            case Why.SAID:
                words["lead"] = self._lead(params)
            case Why.FOLLOWS:
                words["name"] = self.structures[params["before"]].name
            case Why.PEOPLE:
                steps, _repeats = structure.shapes()
                groups = (steps, params["people"], structure.remainder, self.mode)
                words["configuration"] = configuration_in_words(*groups)
        return words

    def _lead(self, params: Mapping[str, Any]) -> str:
        """ "Good for", "Use it when" and the like, with the number of the question it speaks of."""
        question = self.questions.get(params.get("question", ""))
        return lead(params["kind"], params["text"], question.position if question else "")

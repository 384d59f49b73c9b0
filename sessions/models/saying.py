"""What a convenor does with the words for one activity: say others, keep others, reword and remove those kept."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from sessions.domain import limits, saying
from sessions.domain.saying import Spoken
from sessions.models.activity import Activity
from sessions.models.changing import Conflict, differs
from sessions.models.suggesting import catalogue_words

Change = Callable[[Spoken, set[str]], Spoken]
"""Other words for the present ones, given everything that the catalogue would say."""


class Saying(models.Model):
    """Mixed into ``Journey``. Each verb may be called twice; what is said no longer is kept until it is removed."""

    class Meta:
        abstract = True

    def say(
        self, activity: Activity, text: str, *, round: int = 0, was: str | None = None, who: Any = None
    ) -> Activity:
        """Let ``text`` be what the host says in that round (0 is the first); an empty one takes the round's away.

        What stood there is kept among the row's own, unless the catalogue has it. ``was`` is what the person saw
        there: raises ``Conflict`` (with "said") where another has written meanwhile.
        """

        def change(spoken: Spoken, catalogue: set[str]) -> Spoken:
            now = spoken.now(round)
            if was is not None and now and differs(now, was) and differs(now, text):
                raise Conflict({"said": now})
            return saying.say(spoken, text, round, catalogue)

        return self._speak(activity, change, who)

    def keep_alternative(self, activity: Activity, text: str, *, who: Any = None) -> Activity:
        """Keep ``text`` beside what is said; what is there already is kept once."""
        return self._speak(activity, lambda spoken, catalogue: saying.keep(spoken, text, catalogue), who)

    def edit_alternative(self, activity: Activity, was: str, text: str, *, who: Any = None) -> Activity:
        """Write ``text`` in the place of the kept ``was``. Raises ``Conflict`` where that is kept no longer."""

        def change(spoken: Spoken, _catalogue: set[str]) -> Spoken:
            try:
                return saying.reword(spoken, was, text)
            except LookupError as error:
                raise Conflict({}) from error

        return self._speak(activity, change, who)

    def remove_alternative(self, activity: Activity, text: str, *, who: Any = None) -> Activity:
        """Keep ``text`` no longer. Undo brings it back."""
        return self._speak(activity, lambda spoken, _catalogue: saying.drop(spoken, text), who)

    def _speak(self, activity: Activity, change: Change, who: Any) -> Activity:
        """The row with its words changed, under the lock; raises ``ValidationError`` where they are too many."""
        with self.changing(_("Chose words for %(title)s") % {"title": activity.title}, who=who):
            activity = self._mine(activity)
            before = spoken_of(activity)
            after = change(before, catalogue_words(activity.structure))
            refuse_more(before, after)
            activity.invitations, activity.alternatives = list(after.said), list(after.kept)
            activity.save(update_fields=["invitations", "alternatives"])
        return activity


def spoken_of(activity: Activity) -> Spoken:
    return Spoken(tuple(activity.invitations), tuple(activity.alternatives))


def refuse_more(before: Spoken, after: Spoken) -> None:
    most = {"most": limits.MAX_INVITATIONS}
    if len(after.said) > max(limits.MAX_INVITATIONS, len(before.said)):
        raise ValidationError(_("An activity has words for at most %(most)s rounds."), params=most)
    if len(after.kept) > max(limits.MAX_INVITATIONS, len(before.kept)):
        full = _("At most %(most)s other invitations are kept. Remove one of yours first.")
        raise ValidationError(full, params=most)

"""A session's logistics in words: how the room is set, and what the person at the controls does."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sessions.domain.cues import Chat, Cue, Do
from sessions.domain.staging import Setting
from structures.words import minutes_in_words
from structures.words_room import rooms_of_in_words, set_up_in_words

TELLS = {
    Do.WARN: gettext_lazy("Tell the rooms: one minute left"),
    Do.CLOSE: gettext_lazy("Close the rooms"),
}


def setting_in_words(setting: Setting) -> str:
    """Say how the room is set, and for how many rounds: "Nine pairs: chairs in pairs, no tables"; "" for a rest."""
    if setting.is_rest:
        return ""
    written = bool(setting.set_ups)
    said = set_up_in_words(setting.grouping, setting.sizes, setting.tables, is_written=written)
    return capfirst(said)


def cue_in_words(cue: Cue) -> str:
    """Say what to do: "Open 6 rooms of 3, for 8 min: Consult"."""
    if cue.do == Do.OPEN:
        said = _("Close the rooms, open %(rooms)s") if cue.follows else _("Open %(rooms)s")
        opened = said % {"rooms": rooms_of_in_words(cue.sizes)}
        return _("%(opened)s, for %(minutes)s: %(step)s") % {
            "opened": opened,
            "minutes": minutes_in_words(cue.minutes),
            "step": _turn(cue),
        }
    if cue.do == Do.TELL:
        return _("Tell the rooms: %(step)s, %(minutes)s") % {
            "step": _turn(cue),
            "minutes": minutes_in_words(cue.minutes),
        }
    return str(TELLS[Do(cue.do)])


def _turn(cue: Cue) -> str:
    if cue.of == 1:
        return cue.step
    return _("%(step)s (%(number)s of %(of)s)") % {"step": cue.step, "number": cue.number, "of": cue.of}


def chat_in_words(chat: Chat) -> str:
    """The text to paste: the invitation, then each step with its minutes and its words."""
    steps = [
        _("%(step)s, %(minutes)s: %(what)s")
        % {"step": title, "minutes": minutes_in_words(minutes), "what": what}
        for title, minutes, what in chat.steps
    ]
    return "\n\n".join(filter(None, [chat.invitation, *steps]))


def short_by(needed: int, given: int) -> str:
    """Say how many places are missing; "" where there are enough."""
    missing = needed - given
    if missing <= 0:
        return ""
    said = ngettext("you have %(given)s: %(n)s is missing", "you have %(given)s: %(n)s are missing", missing)
    return said % {"given": given, "n": missing}

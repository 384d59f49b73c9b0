"""Numbers of the engine in words for people: "nine pairs", "four fours and a pair", "1 h 15 min"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from structures.choices import Grouping
from structures.domain.grouping import Sizes, groups, size_range
from structures.domain.shapes import Mode, Remainder, Step
from structures.domain.timing import performed

NUMBERS = (
    gettext_lazy("zero"),
    gettext_lazy("one"),
    gettext_lazy("two"),
    gettext_lazy("three"),
    gettext_lazy("four"),
    gettext_lazy("five"),
    gettext_lazy("six"),
    gettext_lazy("seven"),
    gettext_lazy("eight"),
    gettext_lazy("nine"),
    gettext_lazy("ten"),
    gettext_lazy("eleven"),
    gettext_lazy("twelve"),
)

_PAIR = ngettext_lazy("a pair", "%(count)s pairs", "n")
_TRIO = ngettext_lazy("a trio", "%(count)s trios", "n")
_FOUR = ngettext_lazy("a four", "%(count)s fours", "n")
_FIVE = ngettext_lazy("a five", "%(count)s fives", "n")
_BY_NAME = {
    Grouping.PAIRS: {2: _PAIR, 3: _TRIO},
    Grouping.TRIOS: {2: _PAIR, 3: _TRIO, 4: _FOUR},
    Grouping.FOURS: {2: _PAIR, 3: _TRIO, 4: _FOUR, 5: _FIVE},
    Grouping.SMALL_GROUPS: {2: _PAIR, 3: _TRIO},
    Grouping.SELF_ORGANISED: {2: _PAIR, 3: _TRIO},
}
_NOMINAL = {Grouping.PAIRS: 2, Grouping.TRIOS: 3, Grouping.FOURS: 4}

LONG_PATH = 6
QUADRANTS = 4

_GROUPS_OF = ngettext_lazy("one group of %(size)s", "%(count)s groups of %(size)s", "n")
_BY_SIZE = {
    Grouping.STATIONS: ngettext_lazy("one station of %(size)s", "%(count)s stations of %(size)s", "n"),
    Grouping.QUADRANTS: ngettext_lazy("one quadrant of %(size)s", "%(count)s quadrants of %(size)s", "n"),
}
_MORE_OF = ngettext_lazy("one of %(size)s", "%(count)s of %(size)s", "n")


def number_in_words(number: int) -> str:
    """Spell whole numbers from zero to twelve, give others in digits."""
    return str(NUMBERS[number]) if 0 <= number < len(NUMBERS) else str(number)


def groups_in_words(grouping: str, sizes: Sizes = ()) -> str:
    """Say which groups ``sizes`` are: "four fours and a pair", "two groups of five and one of four".

    ``sizes`` are people per group as `groups` returns them; () gives the configuration's name alone.
    """
    if not sizes or grouping == Grouping.ALONE:
        return str(Grouping(grouping).label)
    if sizes == (1,):
        return _("one person")
    nominal = _NOMINAL.get(grouping)
    counted = sorted(Counter(sizes).items(), key=lambda pair: (-pair[1], pair[0] != nominal, -pair[0]))
    names = _BY_NAME.get(grouping, {})
    if all(size in names for size, _count in counted):
        return _joined(names[size] % _numbers(size, count) for size, count in counted)
    are_places = (
        grouping != Grouping.QUADRANTS or len(sizes) >= QUADRANTS
    )  # too few people for four: just groups
    nouns = [_BY_SIZE.get(grouping, _GROUPS_OF) if are_places else _GROUPS_OF, *[_MORE_OF] * len(counted)]
    return _joined(noun % _numbers(*pair) for noun, pair in zip(nouns, counted, strict=False))


def configuration_in_words(
    steps: Sequence[Step],
    people: int | None = None,
    remainder: str = Remainder.SMALLER,
    mode: str = Mode.BOTH,
) -> str:
    """Say how people sit from step to step: "alone → nine pairs → four fours and a pair → everyone".

    Without ``people`` the configurations' names: "alone → pairs → fours → everyone". Steps that keep the
    configuration are said once; steps of the other mode and optional ones normally left out are not said.
    A path of more than six is said as its configurations, each once: "everyone · alone · nine pairs".
    """
    said = [_step_in_words(step, people, remainder) for step in performed(steps, mode)]
    path = [words for words, _same in groupby(said)]
    if len(path) > LONG_PATH:  # to and fro: which configurations there are says more than their order
        return " · ".join(dict.fromkeys(path))
    return " → ".join(path)


def minutes_in_words(minutes: int) -> str:
    """Say whole minutes as people do: "45 min", "2 h", "1 h 15 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def _step_in_words(step: Step, people: int | None, remainder: str) -> str:
    if people is not None:
        return groups_in_words(step.grouping, groups(step, people, remainder))
    limits = size_range(step)
    if step.grouping != Grouping.SMALL_GROUPS or limits is None or step.size_min is step.size_max is None:
        return groups_in_words(step.grouping)
    return _groups_of_range(*limits)


def _groups_of_range(low: int, high: int) -> str:
    if low == high:
        return _("groups of %(size)s") % {"size": number_in_words(low)}
    return _("groups of %(low)s to %(high)s") % {"low": number_in_words(low), "high": number_in_words(high)}


def _numbers(size: int, count: int) -> dict[str, object]:
    return {"n": count, "count": number_in_words(count), "size": number_in_words(size)}


def _joined(parts: Iterable[str]) -> str:
    first, *others = map(str, parts)
    for other in others:
        first = _("%(groups)s and %(more)s") % {"groups": first, "more": other}
    return first

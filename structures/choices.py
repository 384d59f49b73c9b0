"""The words people read for the engine's values. The values are the engine's own (``structures.domain.shapes``)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from structures.domain import shapes


class Edition(models.TextChoices):
    CLASSIC = "classic", _("classic")
    FIELDBOOK = "2026", _("Fieldbook 2026")


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    RETIRED = "retired", _("retired")


class Family(models.TextChoices):
    MENU = "menu", _("classic menu")
    NEWER = "newer", _("newer")
    VARIATION = "variation", _("variation")
    HOUSE = "house", _("house method")


class Purpose(models.TextChoices):
    REVEAL = "reveal", _("reveal")
    SHARE = "share", _("share")
    ANALYSE = "analyse", _("analyse")
    HELP = "help", _("help")
    STRATEGISE = "strategise", _("strategise")
    PLAN = "plan", _("plan")


class Usage(models.TextChoices):
    WIDELY = "widely", _("widely")
    OFTEN = "often", _("often")
    SOMETIMES = "sometimes", _("sometimes")
    SELDOM = "seldom", _("seldom")


class Difficulty(models.TextChoices):
    EASY = "easy", _("easy to host")
    MEDIUM = "medium", _("takes some practice")
    ADVANCED = "advanced", _("for experienced hosts")


class Online(models.TextChoices):
    WELL = "well", _("works well online")
    ADAPTED = "adapted", _("works online when adapted")
    POORLY = "poorly", _("works poorly online")


class Confidence(models.TextChoices):
    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")


class Strength(models.TextChoices):
    NAMED = "named", _("named for it")
    STRONG = "strong", _("strong")
    USEFUL = "useful", _("useful")


class Per(models.TextChoices):
    PERSON = "person", _("per person")
    PAIR = "pair", _("per pair")
    GROUP = "group", _("per group")
    STATION = "station", _("per station")
    SESSION = "session", _("in all")


class Grouping(models.TextChoices):
    ALONE = shapes.Grouping.ALONE.value, _("alone")
    PAIRS = shapes.Grouping.PAIRS.value, _("pairs")
    TRIOS = shapes.Grouping.TRIOS.value, _("trios")
    FOURS = shapes.Grouping.FOURS.value, _("fours")
    SMALL_GROUPS = shapes.Grouping.SMALL_GROUPS.value, _("small groups")
    STATIONS = shapes.Grouping.STATIONS.value, _("stations")
    QUADRANTS = shapes.Grouping.QUADRANTS.value, _("quadrants")
    SELF_ORGANISED = shapes.Grouping.SELF_ORGANISED.value, _("self-organised groups")
    FISHBOWL = shapes.Grouping.FISHBOWL.value, _("fishbowl")
    STAGE = shapes.Grouping.STAGE.value, _("stage and audience")
    CIRCLES = shapes.Grouping.CIRCLES.value, _("two circles")
    LINE = shapes.Grouping.LINE.value, _("a line")
    WALK = shapes.Grouping.WALK.value, _("a walk")
    WHOLE_GROUP = shapes.Grouping.WHOLE_GROUP.value, _("everyone")


class Remainder(models.TextChoices):
    SMALLER = shapes.Remainder.SMALLER.value, _("a smaller group")
    LARGER = shapes.Remainder.LARGER.value, _("join other groups")
    EVEN = shapes.Remainder.EVEN.value, _("groups as equal as possible")


class RepeatUnit(models.TextChoices):
    ROUND = shapes.RepeatUnit.ROUND.value, _("round")
    PERSON = shapes.RepeatUnit.PERSON.value, _("person")
    CLIENT = shapes.RepeatUnit.CLIENT.value, _("client")
    STATION = shapes.RepeatUnit.STATION.value, _("station")
    ELEMENT = shapes.RepeatUnit.ELEMENT.value, _("element")
    STATEMENT = shapes.RepeatUnit.STATEMENT.value, _("statement")
    PROMPT = shapes.RepeatUnit.PROMPT.value, _("prompt")
    SLOT = shapes.RepeatUnit.SLOT.value, _("slot")
    GROUP = shapes.RepeatUnit.GROUP.value, _("group")
    WALKER = shapes.RepeatUnit.WALKER.value, _("walker")
    LISTENER = shapes.RepeatUnit.LISTENER.value, _("listener")


class SetBy(models.TextChoices):
    FIXED = shapes.SetBy.FIXED.value, _("always the same")
    GROUP_SIZE = shapes.SetBy.GROUP_SIZE.value, _("the people in a group")
    GROUPS = shapes.SetBy.GROUPS.value, _("the number of groups")
    CONVENOR = shapes.SetBy.CONVENOR.value, _("the convenor")


class StepMode(models.TextChoices):
    BOTH = shapes.Mode.BOTH.value, _("in person and online")
    IN_PERSON = shapes.Mode.IN_PERSON.value, _("in person only")
    ONLINE = shapes.Mode.ONLINE.value, _("online only")

"""Ask the catalogue, or judge its answers: ``manage.py match "How do we stop quarrelling?"``."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from structures.answering import Answer, answer
from structures.domain.judging import DEPTHS, Pair, judged
from structures.domain.needs import Experience, Need
from structures.domain.ranking import Catalogue, match
from structures.domain.shapes import Mode
from structures.matchmaking import catalogue
from structures.models import Structure


class Command(BaseCommand):
    help = gettext_lazy("Finds structures for a question, or says how often the right one is found for many.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("question", nargs="?", default="", help=_("a question or purpose in any words"))
        parser.add_argument("--people", type=int, help=_("how many there will be"))
        parser.add_argument("--minutes", type=int, help=_("how many there are"))
        parser.add_argument("--mode", choices=list(Mode), default=Mode.BOTH.value, help=_("where it is"))
        parser.add_argument("--after", nargs="*", default=[], help=_("slugs of what comes before, in order"))
        parser.add_argument("--used", nargs="*", default=[], help=_("slugs of what was used already"))
        parser.add_argument("--experience", choices=list(Experience), default=Experience.SOME.value)
        parser.add_argument("--top", type=int, default=5, help=_("how many to show"))
        parser.add_argument(
            "--file", type=Path, help=_("JSON with questions and the structure used for each")
        )

    def handle(self, **options: Any) -> None:
        if options["file"]:
            self.judge(_pairs(options["file"]))
        elif options["question"]:
            self.answer(_need(options), options["top"])
        else:
            raise CommandError(_("Give a question, or a file of questions with --file."))

    def answer(self, need: Need, top: int) -> None:
        for line in told(answer(need, top)):
            self.stdout.write(line)

    def judge(self, pairs: list[Pair]) -> None:
        known = catalogue()
        verdict = judged(pairs, lambda question: ranked(question, known), names())
        for depth in DEPTHS:
            self.stdout.write(f"hit@{depth} {verdict.hit(depth):.2f}")
        rows = ngettext("%(n)s question", "%(n)s questions", len(pairs)) % {"n": len(pairs)}
        self.stdout.write(_("over %(rows)s without an overlap of names") % {"rows": rows})
        if verdict.unknown:
            self.stdout.write(_("Not in the catalogue: %(slugs)s") % {"slugs": ", ".join(verdict.unknown)})


def ranked(question: str, known: Catalogue) -> list[str]:
    return [one.slug for one in match(Need(question), known).matched]


def names() -> dict[str, str]:
    """The slug of every published structure by its slug, its name and its other names, all written as slugs."""
    stored = Structure.objects.published().values_list("slug", "name", "aliases")
    known = {slugify(name): slug for slug, own, others in stored for name in (*others, own)}
    return known | {slug: slug for slug, _own, _others in stored}


def told(answered: Answer) -> list[str]:
    """The answer as lines: the nearest question, what was found with its reasons, and what is barred."""
    near = answered.near.text if answered.near else _("none of ours")
    lines = [_("Nearest question: %(text)s") % {"text": near}]
    for place, one in enumerate(answered.offered, 1):
        lines.append(f"{place}. {one.structure.name} ({one.score:.2f})")
        lines += [f"   + {reason}" for reason in one.reasons]
        lines += [f"   - {caution}" for caution in one.cautions]
        lines.append(f"   “{one.invitation}”")
    for barred in answered.barred:
        words = {"name": barred.structure.name, "why": barred.because}
        lines.append(_("Not %(name)s: it %(why)s") % words)
    return lines


def _need(options: dict[str, Any]) -> Need:
    given = {name: options[name] for name in ("question", "people", "minutes", "mode")}
    experience = Experience(options["experience"])
    return Need(**given, before=options["after"], used=frozenset(options["used"]), experience=experience)


def _pairs(path: Path) -> list[Pair]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(rows, list):
            raise TypeError
        return [_pair(row) for row in rows if not row.get("name_overlap")]
    except OSError as error:
        raise CommandError(_("%(path)s: %(error)s") % {"path": path, "error": error.strerror}) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        words = _("%(path)s must be a JSON list of questions, each with its structure.")
        raise CommandError(words % {"path": path}) from error


def _pair(row: dict[str, Any]) -> Pair:
    return Pair(str(row["question"]), str(row["structure"]))

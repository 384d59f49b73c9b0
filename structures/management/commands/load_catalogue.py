"""Load the catalogue's files: ``manage.py load_catalogue``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from structures.loading.layout import FOLDER
from structures.loading.reading import CatalogueError, Files, read
from structures.loading.storing import WRITTEN, Fate, Report, store

SAID = {
    Fate.NEW: gettext_lazy("Added: %(slugs)s"),
    Fate.CHANGED: gettext_lazy("Updated: %(slugs)s"),
    Fate.EDITED: gettext_lazy("Left as edited in the admin; the file has not changed since: %(slugs)s"),
    Fate.EDITED_BOTH: gettext_lazy(
        "Left as edited in the admin, although the file has changed too: %(slugs)s"
    ),
    Fate.CURATORS: gettext_lazy(
        "Left as made in the admin, although there is a file of that name: %(slugs)s"
    ),
    Fate.TAKEN: gettext_lazy("Not loaded, another question has their place on the arc: %(slugs)s"),
    Fate.VANISHED: gettext_lazy("Kept, although the file is gone: %(slugs)s"),
}


class Command(BaseCommand):
    help = gettext_lazy(
        "Loads structures and questions from their files; leaves alone what the admin changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help=_("only say what is wrong with the files"))
        parser.add_argument(
            "--from", dest="folder", type=Path, default=FOLDER, help=_("folder with the files")
        )
        parser.add_argument(
            "--replace-edited", action="store_true", help=_("also overwrite what was changed in the admin")
        )

    def handle(self, **options: Any) -> None:
        try:
            files = read(options["folder"])
        except CatalogueError as error:
            raise CommandError(error) from error
        if options["check"]:
            self.stdout.write(_("%(files)s: no errors") % {"files": counted(files)})
        else:
            self.tell(files, store(files, options["replace_edited"]))

    def tell(self, files: Files, report: Report) -> None:
        if report.is_first:
            self.stdout.write(_("Loaded for the first time: %(files)s") % {"files": counted(files)})
            return
        for fate, words in SAID.items():
            if slugs := report.slugs(fate):
                self.stdout.write(words % {"slugs": ", ".join(slugs)})
        if not any(report.slugs(fate) for fate in WRITTEN):
            self.stdout.write(_("%(files)s: nothing to do") % {"files": counted(files)})


def counted(files: Files) -> str:
    """ "48 structures, 7 questions" """
    structures, questions = len(files.structures), len(files.questions)
    values = {"structures": structures, "questions": questions}
    return ", ".join(
        (
            ngettext("%(structures)s structure", "%(structures)s structures", structures) % values,
            ngettext("%(questions)s question", "%(questions)s questions", questions) % values,
        )
    )

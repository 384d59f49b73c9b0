"""Write the catalogue as files: ``manage.py export_catalogue``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from structures.loading.layout import FOLDER
from structures.loading.writing import export


class Command(BaseCommand):
    help = gettext_lazy(
        "Writes structures and questions, as they are in the admin, as files to load elsewhere."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", dest="folder", type=Path, default=FOLDER, help=_("folder for the files"))

    def handle(self, **options: Any) -> None:
        files = export(options["folder"])
        changed = sorted(path.name for path, is_changed in files.items() if is_changed)
        if changed:
            self.stdout.write(_("Written: %(files)s") % {"files": ", ".join(changed)})
        unchanged = len(files) - len(changed)
        words = ngettext("%(count)s file needed no change", "%(count)s files needed no change", unchanged)
        self.stdout.write(words % {"count": unchanged})

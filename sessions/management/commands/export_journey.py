"""``export_journey CODE``: a journey as the document that ``import_journey`` reads."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sessions.models import Journey


class Command(BaseCommand):
    help = "Write a journey as a JSON document."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="the code in the builder's address: /journeys/CODE/")
        parser.add_argument("--to", metavar="FILE", help="write to this file instead of the standard output")

    def handle(self, *args: Any, code: str, to: str | None, **options: Any) -> None:
        journey = Journey.objects.filter(code=code).first()
        if journey is None:
            raise CommandError(f"There is no journey with the code {code}.")
        text = json.dumps(journey.snapshot(codes=False), ensure_ascii=False, indent=2)
        if to is None:
            self.stdout.write(text)
        else:
            write(Path(to), f"{text}\n")


def write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error

"""``import_journey FILE``: a journey from a document, ready to be opened in the builder."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from sessions.domain import limits
from sessions.domain.problems import DocumentError
from sessions.models import Journey
from sessions.visitor import Visitor

STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = "Read a journey from a JSON document and print the path of its builder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="the document; - reads the standard input")
        parser.add_argument("--owner", metavar="EMAIL", help="whose it becomes; otherwise it is nobody's yet")

    def handle(self, *args: Any, file: str, owner: str | None, **options: Any) -> None:
        visitor = Visitor(user=person(owner)) if owner else Visitor()
        try:
            journey = Journey.import_document(visitor, content_of(file))
        except DocumentError as error:
            raise CommandError(f"Nothing was imported.\n{error}") from error
        if not owner:
            self.stderr.write("It belongs to nobody yet. The first browser that opens it keeps it.")
        self.stdout.write(journey.get_absolute_url())


def person(email: str) -> Any:
    people = get_user_model()
    try:
        return people.objects.get_by_natural_key(email)
    except people.DoesNotExist as error:
        raise CommandError(f"Nobody has an account with the e-mail address {email}.") from error


def content_of(file: str) -> bytes:
    """The file's bytes, and no more of them than show that it is too large."""
    most = limits.MAX_DOCUMENT_BYTES + 1
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    try:
        with Path(file).open("rb") as source:
            return source.read(most)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error

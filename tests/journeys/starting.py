"""What the tests of starting a journey share: sending the form, and reading what came of it."""

from sessions.models import Journey

URL = "/journeys/new/"
PLAIN = {"mode": "in_person", "start": "blank", "timezone": "Europe/London", "key": "this-page"}


def sent(**fields):
    return PLAIN | fields


def the_only():
    return Journey.objects.get()


def asked(journey):
    return [(row.text, row.question and row.question.slug) for row in journey.questions.all()]

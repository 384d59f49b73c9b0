"""Structures and questions as lists tell them."""

from django.http import HttpRequest

from structures.api.shapes import PeopleRange, QuestionLine, Span, StructureLine
from structures.domain import shapes
from structures.models import Question, Structure


def structure_line(request: HttpRequest, one: Structure, span: shapes.Span) -> StructureLine:
    same = {name: getattr(one, name) for name in ("slug", "name", "aliases", "family", "purposes", "online")}
    return StructureLine(
        **same,
        people=people_range(one),
        minutes=Span(min=span.min, ideal=span.ideal, max=span.max),
        makes_possible=one.makes_possible,
        url=request.build_absolute_uri(one.get_absolute_url()),
    )


def people_range(one: Structure) -> PeopleRange:
    return PeopleRange(
        min=one.people_min, best_min=one.people_best_min, best_max=one.people_best_max, max=one.people_max
    )


def question_line(request: HttpRequest, one: Question) -> QuestionLine:
    names = ("slug", "position", "short", "text", "purpose", "answered_when", "wordings")
    url = request.build_absolute_uri(one.get_absolute_url())
    return QuestionLine(**{name: getattr(one, name) for name in names}, url=url)

"""How long drafts take: seven questions in three hours, with the catalogue as it is and with thousands more."""

from dataclasses import replace
from itertools import cycle, islice

from sessions.domain.briefing import Brief, Catalogue
from sessions.domain.drafting import draft
from sessions.drafting import Order, Wish, order_of
from sessions.models import Journey
from sessions.plan import Plan
from structures.models import Question
from tests import journey_factories
from tests.bench.engine import Reckoned, ms

MOST = 200
MANY = 2_000


def measured(user: object) -> list[Reckoned]:
    """Three drafts each; the last of them with everything that the page reads for it."""
    journey = begun(user)
    order = asked(journey)
    brief, known = grown(order, MANY)
    return [
        Reckoned(
            f"draft seven questions, {len(order.known)} structures",
            ms(lambda: draft(order.brief, order.known)),
            MOST,
        ),
        Reckoned(f"draft seven questions, {len(known)} structures", ms(lambda: draft(brief, known)), MOST),
        Reckoned("draft seven questions, from the database", ms(lambda: from_database(journey)), MOST),
    ]


def begun(user: object) -> Journey:
    """Seven questions, three hours, nothing planned."""
    journey = journey_factories.create_journey(owner=user, title="To be drafted", people=18)
    journey_factories.create_session(journey=journey, minutes=180)
    for question in Question.objects.published():
        journey_factories.create_journey_question(journey=journey, text=question.text, question=question)
    return journey


def asked(journey: Journey) -> Order:
    plan = Plan.of(Journey.objects.get(pk=journey.pk))
    return order_of(plan, plan.sessions[0].session.code, 180, Wish())


def from_database(journey: Journey) -> None:
    order = asked(journey)
    draft(order.brief, order.known)


def grown(order: Order, size: int) -> tuple[Brief, Catalogue]:
    """A catalogue of that size in which each question has as many more structures as the catalogue has grown."""
    names = list(islice(cycle(sorted(order.known)), size))
    copies = {f"{slug}-{number}": order.known[slug] for number, slug in enumerate(names)}
    known = {
        slug: replace(
            one,
            item=replace(one.item, structure=one.item.structure and replace(one.item.structure, slug=slug)),
        )
        for slug, one in copies.items()
    }
    of = {slug: [copy for copy in known if copy.rpartition("-")[0] == slug] for slug in order.known}
    questions = tuple(
        replace(
            one, offers=tuple(replace(offer, slug=copy) for offer in one.offers for copy in of[offer.slug])
        )
        for one in order.brief.questions
    )
    return replace(order.brief, questions=questions), known

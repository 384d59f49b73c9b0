"""A machine reads the description and sends what it allows, and what it does not. Nothing breaks, and every answer is
one that the description tells of: its status, its media type, its shape.
"""

import json

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import (
    CoveragePhaseConfig,
    GenerationConfig,
    PhasesConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from convening.api import api
from convening.models import Token
from convening.throttling import Limit
from convening.wsgi import application
from sessions.models import Journey
from tests import factories
from tests.journeys import shared

pytestmark = pytest.mark.django_db

EXAMPLES = 30
"""Of each operation, besides what stands at the borders of what is possible."""
CODE = "q7m2kx9w4t"
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]


def described(*, borders, **parameters):
    """The API as its description tells of it; ``parameters`` are always sent like that.

    With ``borders`` everything at the borders of what is possible is sent as well. Of a journey's document these are
    thousands, and ``tests/domain/test_schema.py`` holds its reader against its description.
    """
    generation = GenerationConfig(max_examples=EXAMPLES, deterministic=True, with_security_parameters=False)
    phases = PhasesConfig(coverage=CoveragePhaseConfig(enabled=borders))
    project = ProjectConfig(generation=generation, parameters=parameters, phases=phases)
    config = SchemathesisConfig(seed=1, projects=ProjectsConfig(default=project))
    text = api.renderer.render(None, api.get_openapi_schema(), response_status=200)
    schema = schemathesis.openapi.from_dict(json.loads(text), config=config)
    schema.app = application
    return schema


FAIR = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
"""All that is sent in one test meets the same journey; what is done to it is undone at the end."""
ANYWHERE, AT_RANDOM = described(borders=True), described(borders=False)
HERE = described(borders=False, code=CODE, slug="nine-whys", **{"If-Match": "*"})
DOCUMENTS = ["journey_add", "journey_write"]


@pytest.fixture(autouse=True)
def _one_connection(db):
    """The server closes its connection after each request; ours holds what is undone at the end."""
    signals = [request_started, request_finished]
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def token(monkeypatch):
    """Ana's, who has a journey. There is no limit to what she asks, or most would be told to wait."""
    monkeypatch.setattr(Limit, "allow_request", lambda _limit, _request: True)
    shared.create_catalogue()
    ana = factories.create_user(email="ana@example.org")
    Journey.objects.filter(pk=shared.create_shared_journey(owner=ana).pk).update(code=CODE)
    return Token.objects.make(ana, "schemathesis")


@ANYWHERE.exclude(operation_id=DOCUMENTS).parametrize()
@FAIR
def test_whatever_is_sent_gets_an_answer_that_is_described(case, token):
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)


@HERE.include(operation_id=["structure", "journey", *DOCUMENTS]).parametrize()
@FAIR
def test_whatever_is_sent_to_what_there_is_gets_an_answer_that_is_described(case, token):
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)


@AT_RANDOM.include(path_regex="journeys|drafts").parametrize()
@FAIR
def test_without_a_token_nothing_is_done(case):
    assert case.call_and_validate(checks=CHECKS).status_code in {401, 404}  # 404: no code is like that
    assert not Journey.objects.exists()

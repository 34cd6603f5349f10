"""Requests made at random from the description of the interface, right ones and wrong ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.openapi import from_asgi
from schemathesis.specs.openapi.schemas import OpenApiSchema

from sholu.web.api.endpoints import ENDPOINTS
from sholu.web.app import create_app
from tests.web.conftest import MASTHEAD

EXAMPLES = int(os.environ.get("SHOLU_FUZZ_EXAMPLES", "5"))
"""For each address and kind of request; ``make fuzz-api`` takes more."""


@pytest.fixture(scope="session")
def described(releases: Path) -> OpenApiSchema:
    return from_asgi("/api/openapi.json", create_app(releases, MASTHEAD, ("testserver",)))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", [one.path for one in ENDPOINTS])
def test_every_answer_is_as_the_description_says(
    described: OpenApiSchema, path: str, mode: GenerationMode
) -> None:
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Case) -> None:
        case.call_and_validate()

    ask()

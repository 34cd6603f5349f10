"""Who may see what: of several documents the most closed one decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.core.finding import Finding, make_finding
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.dispute_texts import alike
from sholu.release.package.openness import FindingGrounds, Openness, is_open_dispute
from tests.release.invented_events import EVENTS

EVENT = EVENTS[0]
DOCUMENT = EVENT.documents[0]
OPEN = Openness(frozenset((DOCUMENT,)))


def test_an_open_event_about_drugs_is_public() -> None:
    assert OPEN.event(EVENT)


@pytest.mark.parametrize(
    "change",
    [
        {"marking": "green"},
        {"marking": "red"},
        {"status": "rejected"},
        {"about_drugs": False},
        {"documents": (DOCUMENT, "closed")},
        {"spans": (replace(EVENT.spans[0], document="closed"),)},
        {
            "figures": (
                replace(EVENT.figures[0], span=replace(EVENT.figures[0].span, document="closed")),
            )
        },
    ],
)
def test_one_closed_part_closes_an_event(change: dict[str, object]) -> None:
    assert not OPEN.event(replace(EVENT, **change))  # type: ignore[arg-type]


def test_a_dispute_is_public_only_with_all_of_its_claims() -> None:
    dispute = Dispute(
        "d", "contradiction", None, None, None, ("a", "b"), "rounding", alike(""), None, "low"
    )
    assert is_open_dispute(dispute, {"a", "b", "c"})
    assert not is_open_dispute(dispute, {"a", "c"})


GROUNDS = FindingGrounds(
    documents_of={"a" * 64: ("a" * 64,), "verdict-aaaaaaaaaaaaaaaa": ("a" * 64,)},
    spans={"span-open": "a" * 64, "span-row": "a" * 64},
    micro={"span-row"},
    all_open=True,
)


def _finding(where: str, statement: str = "Something.", *evidence: str) -> Finding:
    return make_finding("kind", where, statement, evidence=evidence, method="")


@pytest.mark.parametrize(
    ("finding", "public"),
    [
        (_finding("a" * 64), True),
        (_finding("a" * 64 + " #4"), True),
        (_finding("b" * 64), False),
        (_finding("verdict-aaaaaaaaaaaaaaaa", "x", "span-open", "KZ.CC2014: Article 297"), True),
        (_finding("verdict-bbbbbbbbbbbbbbbb", "x", "span-open"), False),
        (_finding("a" * 64, "x", "span-closed"), False),
        (_finding("XA-08 2024", "x", "span-open"), True),
        (_finding("XA-08 2024", "x"), False),
        (_finding("a" * 64, "It may be event-cccccccccccccccc."), False),
    ],
)
def test_a_finding_is_public_with_all_that_it_tells_of(finding: Finding, public: bool) -> None:
    assert (GROUNDS.documents(finding) is not None) == public


def test_a_test_of_all_figures_is_public_only_if_no_closed_document_has_any() -> None:
    some_closed = replace(GROUNDS, all_open=False)
    assert some_closed.documents(_finding("XA-08 2024", "x", "span-open")) is None
    assert some_closed.documents(_finding("a" * 64)) == ("a" * 64,)


def test_rows_of_a_register_are_no_public_evidence() -> None:
    finding = _finding("XA-08 2024", "x", "span-open", "span-row")
    assert GROUNDS.evidence(finding) == ("span-open",)

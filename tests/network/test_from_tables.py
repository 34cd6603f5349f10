"""Ties of an observatory's tables: accepted readings only, pseudonyms and public bodies."""

from __future__ import annotations

from typing import Any

from sholu.events.model import Event
from sholu.network.assemble import network_of
from sholu.network.from_tables import ties_of_events, ties_of_verdicts
from sholu.verdicts.model import Defendant, Verdict

# Only what ties are made of; the other fields are not looked at.
NO_ARTICLES: dict[str, Any] = {
    "articles": (), "substances": (), "how_found": None, "story": None, "decision": "convicted",
    "sanctions": (), "below_lowest_limit": False, "confiscation": False,
    "compulsory_treatment": None, "mitigating": (), "special_procedure": None, "repeated": None,
}  # fmt: skip


def defendant(person: str | None, role: str | None) -> Defendant:
    return Defendant(person=person, role=role, **NO_ARTICLES)


def verdict(status: str, *defendants: Defendant) -> Verdict:
    return Verdict(
        id="v", document="d", language="ru", court=None, region=None, date="2030-01-02",
        offence_date=None, case_kind="first_instance", outcome=None, case_number=None,
        first_decision=None, case="case-1", defendants=defendants, circumstances="",
        marking="clear", spans=(), understood=(), status=status, reader="test",
    )  # fmt: skip


def event(status: str, *agencies: str) -> Event:
    return Event(
        id="e", kind="seizure", title="", text="", language=None, countries=(), regions=(),
        places=(), place_precision=None, date_start="2030-01-02", date_end=None, date_basis=None,
        published=None, agencies=agencies, substances=(), about_drugs=True, figures=(),
        addresses=(), documents=(), spans=(), pictures=(), release_item=None, confidence=1.0,
        status=status, marking="clear", reader="test",
    )  # fmt: skip


def test_defendants_of_one_accepted_decision_are_tied_under_pseudonyms() -> None:
    told = verdict(
        "accepted",
        defendant("p1", "organiser"),
        defendant("p2", "accomplice"),
        defendant(None, None),
    )
    table = ties_of_verdicts([told, told, verdict("proposed", defendant("p3", None))])
    network = network_of(table, directed=False)
    assert network.actors == ("p1", "p2")
    assert network.weights.tolist() == [2.0, 2.0]
    assert table.attributes["p1"] == {"case": "case-1", "role": "organiser"}


def test_agencies_of_an_event_that_nobody_accepted_are_not_tied() -> None:
    table = ties_of_events([event("accepted", "police", "customs"), event("proposed", "x", "y")])
    assert [(tie.source, tie.target, tie.time) for tie in table.ties] == [
        ("police", "customs", "2030-01-02")
    ]

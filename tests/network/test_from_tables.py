"""Ties of an observatory's tables: accepted readings only, pseudonyms and public bodies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sholu.build.look import Look
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.network.assemble import network_of
from sholu.network.from_tables import ties_of_events, ties_of_verdicts
from sholu.network.model import NetworkError
from sholu.verdicts.model import Defendant, Verdict
from tests.conftest import run

# Only what ties are made of; the other fields are not looked at.
NO_ARTICLES: dict[str, Any] = {
    "articles": (), "substances": (), "how_found": None, "story": None, "decision": "convicted",
    "sanctions": (), "below_lowest_limit": False, "confiscation": False,
    "compulsory_treatment": None, "mitigating": (), "special_procedure": None, "repeated": None,
}  # fmt: skip


def defendant(person: str | None, role: str | None, decision: str = "convicted") -> Defendant:
    return Defendant(person=person, role=role, **(NO_ARTICLES | {"decision": decision}))


def verdict(
    status: str, *defendants: Defendant, case: str = "case-1", date: str = "2030-01-02"
) -> Verdict:
    span = Span(f"span-{date}", "d", "1", 0, 5, "words", "", "", None, None)
    return Verdict(
        id=f"v-{case}-{date}", document="d", language="ru", court=None, region=None, date=date,
        offence_date=None, case_kind="first_instance", outcome=None, case_number=None,
        first_decision=None, case=case, defendants=defendants, circumstances="",
        marking="clear", spans=(span,), understood=(), status=status, reader="test",
    )  # fmt: skip


def event(status: str, *agencies: str) -> Event:
    return Event(
        id="e", kind="seizure", title="", text="", language=None, countries=(), regions=(),
        places=(), place_precision=None, date_start="2030-01-02", date_end=None, date_basis=None,
        published=None, agencies=agencies, substances=(), about_drugs=True, figures=(),
        addresses=(), documents=(), spans=(), pictures=(), release_item=None, confidence=1.0,
        status=status, marking="clear", reader="test",
    )  # fmt: skip


def test_defendants_of_one_case_are_tied_once_with_all_its_spans() -> None:
    first = verdict("proposed", defendant("p1", "organiser"), defendant(None, None))
    appeal = verdict("accepted", defendant("p2", "accomplice"), date="2030-05-01")
    other = verdict("accepted", defendant("p1", None), defendant("p2", None), case="case-2")
    table = ties_of_verdicts([appeal, first, other])
    network = network_of(table, directed=False)
    assert network.actors == ("p1", "p2")
    assert network.weights.tolist() == [2.0, 2.0]
    assert table.attributes["p1"] == {"case": "case-1, case-2", "role": "organiser"}
    [tie] = [tie for tie in table.ties if len(tie.spans) == 2]
    assert tie.spans == ("span-2030-01-02", "span-2030-05-01")
    assert (tie.kind, tie.time) == ("same case", "2030-01-02")
    assert "1 of 3 decisions are as a machine read them" in table.projected


def test_a_rejected_decision_and_a_case_sent_back_give_no_ties() -> None:
    pair = (defendant("p1", None), defendant("p2", None))
    back = (defendant("p1", None, "returned"), defendant("p2", None, "returned"))
    assert ties_of_verdicts([verdict("rejected", *pair)]).actors == ()
    reopened = [verdict("accepted", *pair), verdict("accepted", *back, date="2031-01-01")]
    assert ties_of_verdicts(reopened).actors == ()


def test_who_was_acquitted_in_the_end_is_not_in_the_network() -> None:
    told = [
        verdict("accepted", *(defendant(p, None) for p in ("p1", "p2", "p3"))),
        verdict("accepted", defendant("p2", None, "acquitted"), date="2030-09-01"),
    ]
    assert ties_of_verdicts(told).actors == ("p1", "p3")


def test_agencies_of_an_event_that_nobody_accepted_are_not_tied() -> None:
    table = ties_of_events([event("accepted", "police", "customs"), event("proposed", "x", "y")])
    assert [(tie.source, tie.target, tie.time) for tie in table.ties] == [
        ("police", "customs", "2030-01-02")
    ]


def test_the_command_gives_each_tie_of_a_decision_its_kind_time_weight_and_spans(
    small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [verdict("accepted", defendant("person-1", None), defendant("person-2", None))]
    monkeypatch.setattr(Look, "verdicts", lambda self: told)
    arguments = ("network", "--of", "verdicts", "export", "--format", "json")
    record = json.loads(run(small_store, *arguments).output)
    assert (record["n"], record["edges"]) == (2, 1)
    assert record["ties"] == [
        {
            "source": "person-1", "target": "person-2", "weight": 1.0, "kind": "same case",
            "time": "2030-01-02", "phase": None, "spans": ["span-2030-01-02"],
        }
    ]  # fmt: skip


def test_the_command_says_why_events_tell_no_ties(small_store: Path) -> None:
    result = run(small_store, "network", "--of", "events", "measure")
    assert isinstance(result.exception, NetworkError)
    assert "accept" in result.exception.hint


def test_an_event_ties_its_agencies_once_somebody_accepted_it(small_store: Path) -> None:
    events = json.loads(run(small_store, "events", "--format", "json").output)
    told = next(e for e in events if len(e["agencies"]) > 1)
    run(small_store, "review", "accept", told["id"], "--who", "Tester", "--why", "read")
    run(small_store, "build")
    arguments = ("network", "--of", "events", "export", "--format", "json")
    record = json.loads(run(small_store, *arguments).output)
    assert record["n"] == len(told["agencies"])
    assert all(tie["kind"] == told["kind"] and tie["spans"] for tie in record["ties"])

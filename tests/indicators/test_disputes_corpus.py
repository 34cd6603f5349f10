"""Disputes over real documents against half of a hand-made list; floors in tests/floors."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from tests.conftest import quiet, run

FLOORS = tomllib.loads(
    (Path(__file__).parent.parent / "floors" / "disputes.toml").read_text(encoding="utf-8")
)
EXPLAINED = {"true_conflict", "different_period", "different_scope", "rounding", "later_revision"}
REASONS = {
    "contradiction": EXPLAINED | {"inconsistent_arithmetic"},
    "inconsistent arithmetic": {"inconsistent_arithmetic", "rounding"},
    "garbled": {"garbled"},
    "suspicious": {"garbled", "inconsistent_arithmetic"},
    "wrong unit": {"different_scope", "garbled"},
    "failed forecast": {"anachronism"},
    "source mismatch": {"anachronism"},
}
"""Reasons that each kind of the hand-made list, which is coarser, may stand for."""

_VALUE = re.compile(r"\d+: (.+?) \[(\d{3})\b")
_NUMBER = re.compile(r"\d+(?:[ ,.]\d+)*")


@dataclass(frozen=True)
class Group:
    """A contradiction of the hand-made list: its kind, and (document, numbers) of each claim."""

    topic: str
    kind: str
    claims: tuple[frozenset[tuple[str, str]], ...]


def numbers_of(printed: str, seed: str) -> set[tuple[str, str]]:
    return {(seed, re.sub(r"[ ,.]", "", number)) for number in _NUMBER.findall(printed)}


def read_groups(path: Path) -> list[Group]:
    """Groups of figures in digits; words and addresses are no work of this finder."""
    groups = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            values = _VALUE.findall(row["values_or_quotes"])
            claims = [frozenset(numbers_of(printed, seed)) for printed, seed in values]
            if row["claim_rows"] and any(claims):
                told = tuple(claim for claim in claims if claim)
                groups.append(Group(row["topic"], row["kind"], told))
    return groups


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, shared_dir: Path) -> Path:
    root = tmp_path_factory.mktemp("disputes") / "store"
    create_observatory(root, "Test", "KZ")
    observatory = open_observatory(root)
    folder = shared_dir / "corpus"
    list(add_paths(observatory, (folder,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


@pytest.fixture(scope="module")
def disputes(corpus: Path) -> list[tuple[str, list[set[tuple[str, str]]]]]:
    """Reason of each dispute, and (document, numbers) of each of its claims."""
    names = {
        row["document"]: row["name"][:3]
        for row in json.loads(run(corpus, "status", "--format", "json").stdout)
    }
    claims = {c["id"]: c for c in json.loads(run(corpus, "claims", "--format", "json").stdout)}
    return [
        (
            one["reason"],
            [
                numbers_of(claims[id_]["figure"]["value_printed"], names[claims[id_]["document"]])
                for id_ in one["claims"]
            ],
        )
        for one in json.loads(run(corpus, "disputes", "--format", "json").stdout)
    ]


def finds(group: Group, claims: list[set[tuple[str, str]]]) -> bool:
    """Whether a dispute has two of the group's claims; one where either has no other."""
    hit = {place for place, own in enumerate(group.claims) if any(own & one for one in claims)}
    alone = len(group.claims) == 1 or (len(claims) == 1 and group.kind == "garbled")
    return len(hit) >= (1 if alone else 2)


def test_contradictions_of_the_hand_made_list_are_found_with_their_reason(disputes, shared_dir):
    groups = read_groups(shared_dir / "gold" / "contradictions.csv")
    found = [g for g in groups if any(finds(g, claims) for _, claims in disputes)]
    right = [
        group
        for group in found
        if any(reason in REASONS[group.kind] and finds(group, c) for reason, c in disputes)
    ]
    missing = [group.topic for group in groups if group not in found]
    assert len(found) / len(groups) >= FLOORS["known_half"]["recall"], missing
    assert len(right) / len(found) >= FLOORS["known_half"]["right_reason"], {
        group.topic for group in found
    } - {group.topic for group in right}


def test_disputes_stay_few_and_small(disputes):
    assert len(disputes) <= FLOORS["corpus"]["most_disputes"]
    assert all(1 <= len(claims) <= 4 for _, claims in disputes)


def test_every_alarm_of_the_audit_over_the_corpus_was_read_by_a_person(corpus):
    findings = json.loads(run(corpus, "findings", "--format", "json").stdout)
    alarms = [one["statement"] for one in findings if one["kind"] == "arithmetic"]
    assert len(alarms) <= FLOORS["corpus"]["most_alarms_of_the_audit"], alarms

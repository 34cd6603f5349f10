"""Kinds as features, columns and digests tell them, whose titles say little of the matter."""

from __future__ import annotations

import pytest

from sholu.events.kind_features import find_features
from sholu.events.kinds import find_kind
from sholu.vocabulary.load import load


@pytest.mark.parametrize(
    ("kind", "title", "lead"),
    [
        (
            "treatment",
            "Soup, socks, syringes",
            "Outreach workers drive through the suburbs at night. To those who inject they give "
            "naloxone and the address of a clinic.",
        ),
        (
            "training",
            "Noses for the border",
            "Dog handlers of two services completed a course at the kennel and passed their exams "
            "in finding heroin.",
        ),
        (
            "operation",
            "Banner of seven flags",
            "In a coordinated action on Tuesday investigators of seven states took down a darknet "
            "marketplace and arrested twelve people.",
        ),
        (
            "eradication",
            "Sickles at dawn",
            "Forty villagers tore out wild hemp along the canal and burned the stems.",
        ),
        (
            "legislation",
            "Column: think before you vote",
            "The bill that parliament will read on Friday makes possession of a gram a crime.",
        ),
        (
            "inspection",
            "Nobody had a licence",
            "Without notice a commission checked nine private rehabs; violations were found in "
            "seven and protocols were drawn up.",
        ),
        (
            "death",
            "Silence in room 12",
            "Paramedics could not save two students; an overdose was the cause of death, said the "
            "coroner.",
        ),
        (
            "cooperation",
            "Remarks at the signing",
            "Today our embassy hands over six vehicles to the agency. The two sides agreed on a "
            "joint plan against drugs.",
        ),
    ],
)
def test_a_feature_is_read_by_its_matter(kind: str, title: str, lead: str) -> None:
    assert find_kind(title, lead, "", load()).kind == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The meeting began at noon.", False),
        ("A tense day.", False),
        ("They had a ton of it.", True),
        ("Two kilos lay there.", True),
        ("It weighed 4.5kg.", True),
        ("Около полутора тонн.", True),
        ("Бір келі апиын.", True),
    ],
)
def test_kilograms_are_a_number_with_its_unit(text: str, said: bool) -> None:
    found = find_features("News", text, "", load().event_kinds).common
    assert ("kilograms" in found) is said

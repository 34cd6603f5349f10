"""Kinds as English services, bulletins and embassies of the region tell them."""

from __future__ import annotations

import pytest

from sholu.events.kinds import find_kind
from sholu.vocabulary.load import load


@pytest.mark.parametrize(
    ("kind", "title", "lead"),
    [
        (
            "cooperation",
            "US Embassy donates drug testing devices to Kyrgyz police",
            "The Bureau handed over 20 handheld analysers worth $500,000 to the Ministry of "
            "Internal Affairs at a ceremony in Bishkek.",
        ),
        (
            "cooperation",
            "Uzbek customs gets new drug scanners from Korea",
            "The devices, worth 2 million dollars, were installed at Navoi airport under a grant.",
        ),
        (
            "laboratory",
            "A narcolaboratory with the turnover of half a billion tenge is liquidated",
            "The employees of the department stopped the activity of a laboratory in a country "
            "house, in which 18 kg of finished mephedrone and chemical equipment were found.",
        ),
        (
            "warning",
            "Travel advice: carrying tramadol into Turkmenistan",
            "The British Embassy in Ashgabat reminds travellers that many common painkillers are "
            "banned in the country. Bringing them in without a certificate may result in arrest.",
        ),
        (
            "seizure",
            "Turkmen border guards prevent attempt to bring drugs from Afghanistan",
            "The trespassers dropped the load and withdrew to adjacent territory. At the place "
            "of the incident three bags with opium weighing 28 kg were found.",
        ),
    ],
)
def test_a_service_in_english_is_read_by_what_it_tells(kind: str, title: str, lead: str) -> None:
    assert find_kind(title, lead, "", load()).kind == kind

"""Names of countries at the head of sections, whole, misprinted, in three languages."""

from __future__ import annotations

import pytest

from sholu.events.release_headings import SectionNames
from sholu.vocabulary.model import Names, Place, Vocabulary


def _country(code: str, *en: str, ru: tuple[str, ...] = (), kk: tuple[str, ...] = ()) -> Place:
    return Place(code, "country", Names(en, ru, kk), code)


@pytest.fixture(scope="module")
def names() -> SectionNames:
    places = (
        _country("KZ", "Kazakhstan", ru=("Казахстан",), kk=("Қазақстан",)),
        _country("KG", "Kyrgyzstan", "Kyrgyz Republic", ru=("Кыргызская Республика",)),
        _country("IR", "Iran"),
        _country("IQ", "Iraq"),
        _country("NE", "Niger"),
        _country("NG", "Nigeria"),
        _country("AT", "Austria"),
        _country("AU", "Australia"),
    )
    return SectionNames(Vocabulary(places, (), (), (), (), (), "real countries"))


@pytest.mark.parametrize(
    ("printed", "country"),
    [
        ("REPUBLIC OF KAZAKHSTAN", "KZ"),
        ("Республика Казахстан", "KZ"),
        ("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "KZ"),
        ("KYRGYZ PEPUBLIC", "KG"),
        ("KYRGYZ REPUBLlC", "KG"),
        ("RЕРUВLIС ОF KАZАКНSТАN", "KZ"),  # half of its letters are Cyrillic
        ("REPUBLIC OF KAZAKH-STAN", "KZ"),
        ("IRAN", "IR"),
        ("NIGER", "NE"),
        ("AUSTRALIA", "AU"),
    ],
)
def test_a_name_is_recognised(names: SectionNames, printed: str, country: str) -> None:
    found = names.recognise(printed)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize(
    "printed",
    [
        "IRAM",
        "NIGERLA",
        "REPUBLIC",
        "KYRGYZ REPUBLIC ..... 6",
        "REPUBLIC OF KAZAKHSTAN 2",
        "THE REPUBLIC HELD A MEETING",
    ],
)
def test_what_may_be_another_name_or_a_line_of_contents_is_not_recognised(
    names: SectionNames, printed: str
) -> None:
    assert names.recognise(printed) is None


def test_other_countries_are_a_section_without_a_country(names: SectionNames) -> None:
    for printed in ("OTHER COUNTRIES", "Другие страны", "БАСҚА ЕЛДЕР"):
        found = names.recognise(printed)
        assert found is not None
        assert found.country is None

"""Names in texts that no reader has marked. All persons are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sholu.indicators.dispute_model import Dispute
from sholu.indicators.dispute_texts import phrase
from sholu.release.package.private_names import Withhold
from sholu.release.package.public_nouns import public_dispute

NAMES = {"d1": ["Сейтказина Ерлана", "Сейтказин Е. К.", "+7 701 000 00 00"], "d2": ["Мир"]}


def _nobody(_: str) -> Iterator[tuple[int, int]]:
    return iter(())


def _asan(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("Asan Invented")
    if start >= 0:
        yield start, start + len("Asan Invented")


WITHHOLD = Withhold(NAMES, "en", _nobody)


def test_names_of_its_documents_are_withheld_in_the_language_of_the_text() -> None:
    told = WITHHOLD("Суд осудил Сейтказина  Ерлана, тел. +7 701 000 00 00.", "ru", ("d1",))
    assert told == "Суд осудил [имя не указывается], тел. [имя не указывается]."


def test_a_name_of_another_document_is_a_word_like_others() -> None:
    assert WITHHOLD("Мир и труд", "ru", ("d1",)) == "Мир и труд"
    assert WITHHOLD("Мировой суд", "ru", ("d2",)) == "Мировой суд"


def test_pseudonyms_never_get_out() -> None:
    assert WITHHOLD("person-k3q7abcdef paid", None, ()) == "[name withheld] paid"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("prigovor_seitkazin_2024.pdf", "prigovor_[name withheld]_2024.pdf"),
        ("Приговор Сейтказину.docx", "Приговор [name withheld].docx"),
        ("2025-01-17_adcs_geroin_ru.html", "2025-01-17_adcs_geroin_ru.html"),
        ("erlan-map.csv", "[name withheld]-map.csv"),
    ],
)
def test_a_file_is_not_called_after_a_person_of_its_document(name: str, shown: str) -> None:
    assert WITHHOLD.file_name(name, "d1") == shown


def test_a_file_called_after_a_person_that_its_text_does_not_name() -> None:
    found = Withhold({}, "en", _asan).file_name("case-Asan-Invented.pdf", "d9")
    assert found == "case-[name withheld].pdf"


def test_an_address_that_names_a_person_is_known_in_any_letters() -> None:
    assert WITHHOLD.is_named("https://court.example/ru/seytkazin-e-k", ("d1",))
    percent = "https://court.example/%D0%A1%D0%B5%D0%B9%D1%82%D0%BA%D0%B0%D0%B7%D0%B8%D0%BD"
    assert WITHHOLD.is_named(percent, ("d1",))
    assert not WITHHOLD.is_named("https://court.example/ru/2024-12", ("d1",))


def test_a_reason_that_a_person_wrote_may_name_anybody() -> None:
    withhold = Withhold(NAMES, "en", _asan)
    assert withhold.anywhere("Asan Invented asked us.", ()) == "[name withheld] asked us."


def test_a_dispute_withholds_names_in_each_language() -> None:
    told = phrase("mislabelled", label="Сейтказина Ерлана")
    dispute = Dispute("d", "garbled", None, None, None, ("c",), "garbled", told, told, "low")
    public = public_dispute(dispute, ("d1",), WITHHOLD)
    texts = (*public.explanations.values(), *public.likely_readings.values(), public.explanation)
    assert len(texts) == 7
    assert not any("Сейтказина" in text for text in texts)

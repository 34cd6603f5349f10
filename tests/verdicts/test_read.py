"""Whole decisions, invented: told apart, masked, grouped. No person in them exists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sholu.core.ids import sha256_hex
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.mentions.redaction import Redactor
from sholu.sources.model import Document
from sholu.verdicts.cases import group_cases
from sholu.verdicts.model import Verdict
from sholu.verdicts.read import mask_decisions, read_verdicts
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Vocabulary

KEY = b"test"

TWO = """Дело № 1-117/2020
ПРИГОВОР
Именем Республики Алдария
17 июля 2020 года            город Терсай
Терсайский городской суд в составе судьи Мусиной Г.К., при секретаре Абеновой А.А., с участием прокурора Лиховцева В.Т., рассмотрев уголовное дело в отношении
Черновой Ольги Игоревны, родившейся 03 марта 1991 года в г. Бескум, проживающей в г. Терсай, ул. Лесная, 4-17, ранее не судимой, обвиняемой по ст. 297 ч. 3 УК,
Пахтусова Марата Олеговича, 21.11.1987 года рождения, ранее судимого по ст. 188 УК к 3 годам лишения свободы, обвиняемого по ст. 296 ч. 3 УК,
УСТАНОВИЛ:
20 февраля 2020 года Чернова, устроившись закладчиком, была задержана в момент размещения закладки. Изъят мефедрон массой 2,5 г.
21 февраля 2020 года Пахтусов у Черновой приобрёл для личного потребления без цели сбыта марихуану массой 60 г. При личном досмотре наркотик изъят.
ПРИГОВОРИЛ:
Чернову Ольгу Игоревну признать виновной по ст. 297 ч. 3 УК и назначить наказание в виде 6 (шести) лет лишения свободы с конфискацией имущества.
Пахтусова М.О. по ст. 296 ч. 3 УК оправдать за отсутствием состава преступления.
"""

APPEAL = """Апелляционное постановление № 3-45/2020
г. Терсай                     04 октября 2020 года
Судебная коллегия по уголовным делам Терсайского областного суда в составе председательствующего Абдиева К.Н., рассмотрела жалобу на приговор Терсайского городского суда от 17 июля 2020 года, которым
Чернова Ольга Игоревна осуждена по ст. 297 ч. 3 УК к 6 годам лишения свободы.
УСТАНОВИЛА:
Чернова признана виновной в размещении закладок с мефедроном массой 2,5 г в целях сбыта.
ПОСТАНОВИЛА:
Приговор от 17 июля 2020 года в отношении Черновой О.И. изменить: снизить наказание с 6 (шести) лет до 5 (пяти) лет лишения свободы. В остальной части приговор оставить без изменения.
"""


@cache
def vocabulary() -> Vocabulary:
    with TemporaryDirectory() as empty:
        return load(Path(empty))


def read(text: str) -> tuple[tuple[Verdict, ...], str, str]:
    """The verdicts of a text, why something was set aside, and the text as it may be shown."""
    content = text.encode()
    document = Document(
        id=sha256_hex(content), name="a.txt", size=len(content), source=None, address=None,
        retrieved="2026-01-01T00:00:00Z", published=None, licence=None, marking="amber",
        part_of=None,
    )  # fmt: skip
    extracted = read_document(content, "a.txt").text
    annotated = annotate(document, extracted, vocabulary(), KEY)
    masked, decisions = mask_decisions(annotated, KEY)
    reading = read_verdicts(masked, decisions, vocabulary(), load_law(), KEY)
    shown = Redactor(masked.mentions).stretch(extracted.text, 0)
    return reading.verdicts, reading.set_aside, shown


def test_an_acquittal_among_convictions_is_told_apart() -> None:
    ((verdict,), _, _) = read(TWO)
    first, second = verdict.defendants
    assert (first.decision, second.decision) == ("convicted", "acquitted")
    assert [one.months for one in first.sanctions] == [72]
    assert second.sanctions == ()
    assert (first.repeated, second.repeated) == (False, True)


def test_each_defendant_has_his_own_articles_and_masses() -> None:
    ((verdict,), _, _) = read(TWO)
    first, second = verdict.defendants
    assert [(one.article, one.part) for one in first.articles] == [("297", "3")]
    assert [(one.article, one.part) for one in second.articles] == [("296", "3")]
    assert [(one.substance, one.mass_g) for one in first.substances] == [("mephedrone", 2.5)]
    assert [(one.substance, one.mass_g) for one in second.substances] == [("cannabis_herb", 60)]


def test_the_header_says_court_region_date_and_number() -> None:
    ((verdict,), _, _) = read(TWO)
    assert (verdict.region, verdict.date) == ("XA-02", "2020-07-17")
    assert verdict.court == "Терсайский городской суд"
    assert (verdict.case_number, verdict.case_kind) == ("1-117/2020", "first_instance")
    assert verdict.offence_date == "2020-02-20"


def test_nothing_private_is_shown_or_stored() -> None:
    ((verdict,), _, shown) = read(TWO)
    stored = repr(verdict)
    for name in ("Чернов", "Пахтусов", "Ольг", "Марат", "03 марта 1991", "21.11.1987", "Лесная"):
        assert name not in shown
        assert name not in stored


def test_an_appeal_that_cuts_the_term_has_the_new_one() -> None:
    ((verdict,), _, _) = read(APPEAL)
    assert (verdict.case_kind, verdict.outcome) == ("appeal", "changed")
    assert verdict.first_decision == "2020-07-17"
    assert [one.months for one in verdict.defendants[0].sanctions] == [60]


def test_verdict_and_appeal_are_one_case() -> None:
    verdicts = [*read(TWO)[0], *read(APPEAL)[0]]
    grouped = group_cases(verdicts)
    assert len({one.case for one in verdicts}) == 2
    assert len({one.case for one in grouped}) == 1


def test_several_decisions_of_one_file_are_read_each() -> None:
    verdicts, _, _ = read(f"{TWO}\n\n{APPEAL}")
    assert [one.case_kind for one in verdicts] == ["first_instance", "appeal"]


def test_a_decision_about_theft_is_set_aside_and_said_so() -> None:
    theft = TWO.replace("297 ч. 3", "188 ч. 2").replace("296 ч. 3", "188 ч. 2")
    for word in ("мефедрон", "марихуану", "наркотик", "закладчиком"):
        theft = theft.replace(word, "телефон")
    verdicts, aside, shown = read(theft)
    assert verdicts == ()
    assert "not about drugs" in aside
    assert "Чернов" not in shown

"""The kind of an event, with the pairs that cues alone get wrong."""

from __future__ import annotations

import pytest

from sholu.events.kind_features import load_rules
from sholu.events.kinds import find_kind
from sholu.vocabulary.load import load


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        ("Lecture for students", "Officers told of 5 kg of heroin seized this year.", "prevention"),
        (
            "Police explain changes in legislation",
            "Officers held a talk at a factory.",
            "legislation",
        ),
        (
            "Results of Operation Reed",
            "Officers seized 5 kg of heroin and detained 7.",
            "operation",
        ),
        ("Ministry warns of a scheme", "Couriers were detained in May.", "warning"),
        ("Officers inspected nightclubs", "The preventive operation Reed was held.", "inspection"),
        ("Courier sentenced to five years", "3 kg of heroin had been seized from him.", "court"),
        ("Dog finds hashish in a bus", "The bus was inspected at the border.", "seizure"),
        ("Three agencies agree on joint operations", "They met in May.", "cooperation"),
        ("Вынесен приговор по делу о сбыте", "При обыске изъяли героин.", "court"),
        ("Лекция о вреде наркотиков", "В прошлом году изъято 5 кг героина.", "prevention"),
        ("Проверили ночные клубы", "В рамках операции прошли проверки.", "inspection"),
        ("Есірткі зертханасы жойылды", "Полиция екі адамды ұстады.", "laboratory"),
        ("Есірткінің зияны туралы дәріс", "Былтыр 5 келі есірткі тәркіленді.", "prevention"),
        ("Courier detained with 2 kg of heroin", "He came by train.", "arrest"),
        ("Saffron for poppy", "Families grow saffron instead of poppy.", "alternative_development"),
        ("Мужчина умер от отравления", "Метадон он взял в программе лечения.", "death"),
        ("Dogs of two cities", "Exercises of canine units ended; heroin was found.", "training"),
        ("600 кг за неделю", "В трёх областях прошла операция «Тростник».", "operation"),
        ("Облыста ер адам усталды", "Одан 2 кели героин алынды.", "arrest"),
        ("Two kilos of hashish taken from couple", "Both were caught by detectives.", "seizure"),
        ("Previously convicted man held", "He had been selling hashish at a station.", "arrest"),
        ("Что нашли у задержанных", "В сумке лежали два килограмма гашиша.", "seizure"),
        ("За сутки изъято 12 кг наркотиков", "Раскрыто 18 фактов, сообщило МВД.", None),
        ("Полтонны наркотиков сожгли в печи", "Комиссия проверила пломбы.", None),
        ("Қаланың сыртында жарты тонна есірткі өртелді", "Рәсімге комиссия қатысты.", None),
        ("Велопробег против наркотиков", "Проехали сто школьников.", "campaign"),
        ("Weather for the week", "Snow is expected in the mountains.", None),
    ],
)
def test_the_title_and_the_reasons_behind_the_rules_decide(
    title: str, lead: str, kind: str | None
) -> None:
    assert find_kind(title, lead, "", load()).kind == kind


def test_confidence_is_the_share_of_what_speaks_for_the_kind() -> None:
    clear = find_kind("Anti-drug campaign held", "The anti-drug campaign went on.", "", load())
    mixed = find_kind("Anti-drug campaign held", "A dealer was detained.", "", load())
    assert clear.kind == mixed.kind == "campaign"
    assert clear.confidence > mixed.confidence > 0.5


def test_a_long_rest_does_not_outweigh_the_title() -> None:
    rest = "A dealer was detained. " * 50
    assert find_kind("Anti-drug campaign held", "People came.", rest, load()).kind == "campaign"


def test_every_rule_speaks_of_kinds_that_the_vocabulary_has() -> None:
    known = {kind.code for kind in load().event_kinds}
    for rule in load_rules():
        assert {rule.kind, *rule.over} <= known
        assert rule.because

"""Totals against all of their parts, terms, durations and headlines: answers worked by hand."""

from __future__ import annotations

import pytest

from sholu.events.arithmetic_slips import changed_places
from sholu.events.arithmetic_verdicts import persons_by_term
from tests.events.conftest import Check

PAIRS = [
    # Nothing else was found, or the whole is said to be listed; the wrong and the right number.
    ("Customs took {} kg of drugs in May.\n\nIt was 210 kg of hashish, 45 kg of opium and 15 kg of "
     "heroin. No other drugs were found.", "330", "270"),
    ("За год изъято {} кг наркотиков.\n\nИз них марихуана – 610 кг, гашиш – 90 кг, опий – 30 кг. "
     "Другие виды наркотиков не изымались.", "860", "730"),
    ("Былтыр {} кг есірткі алынды.\n\nОның 320 килограмы – марихуана, 60 килограмы – гашиш, "
     "20 килограмы – апиын. Есірткінің басқа түрлері тәркіленбеген.", "480", "400"),
    # As many entries as regions were announced.
    ("In three provinces police opened {} cases.\n\nThere were 125 cases in Osh, 84 in Naryn and "
     "61 in Talas.", "340", "270"),
    # Every month of a quarter.
    ("В январе изъяли 14 кг гашиша, в феврале – 22 кг, в марте – 19 кг. За квартал изъято {} кг "
     "гашиша.", "75", "55"),
    # The rest, in the same sentence and in the next.
    ("Комиссия сожгла {} кг наркотиков.\n\nМарихуаны было 62 кг, гашиша 17 кг, остальные 11 кг – "
     "опий.", "105", "90"),
    ("Рейдте {} адам ұсталды. Ұсталғандардың алтауы қамалды, үшеуі үйқамаққа шығарылды. Қалған "
     "бесеуі босатылды.", "17", "14"),
    # Custody, house arrest and release exclude one another.
    ("Police detained {} people. Nine were remanded in custody, six put under house arrest and "
     "eight released.", "20", "23"),
    # Rows of sentences against all defendants.
    ("The court sentenced all {} members of the ring to prison. The organiser got 14 years, two "
     "keepers ten years each and the other four couriers seven years each.", "eight", "seven"),
    ("Суд признал виновными {} подсудимых. Организатор осуждён на 13 лет, двое помощников – на 9 "
     "лет каждый, остальные трое – на шесть лет каждый.", "восемь", "шесть"),
    ("Сот {} айыпталушыға үкім шығарды. Топ басшысы 15 жылға, екі көмекшісі 12 жылдан, қалған үш "
     "курьер 8 жылдан сотталды.", "сегіз", "алты"),
    # A term lowered or raised.
    ("The court gave him 15 years. On appeal the term was reduced by four years to {} years.",
     "nine", "eleven"),
    ("Суд назначил ему 14 лет. Апелляция сократила срок на пять лет, до {} лет.", "7", "9"),
    ("Апелляция 10 жылдық жазаны екі жылға ұзартып, {} жыл тағайындады.", "14", "12"),
    # A duration between its dates.
    ("He was detained on 3 March and released on 3 August. He spent {} months behind bars.",
     "two", "five"),
    ("Суд начался 15 марта и закончился 15 июня, то есть длился {} месяцев.", "шесть", "три"),
    ("Ол 5 наурызда ұсталып, 5 қыркүйекте босатылды. Қамауда {} ай отырды.", "екі", "алты"),
    # A headline whose digits changed places.
    ("{} detained in raids\n\nPolice in Osh detained 63 people during raids in May.", "36", "63"),
    ("Курьер получил {} лет\n\nСуд в Актау приговорил курьера к 15 годам колонии.", "17", "15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), PAIRS)
def test_only_what_does_not_fit_is_found(check: Check, text: str, wrong: str, right: str) -> None:
    assert len(check(text.format(wrong))) == 1
    assert check(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Some of a total; another time; a rounded total.
        "Customs took 330 kg of drugs in May.\n\nIt was 210 kg of hashish and 45 kg of opium.",
        "За год изъято 860 кг наркотиков.\n\nВ том числе марихуана – 610 кг, гашиш – 90 кг.",
        "In three provinces police opened 340 cases.\n\nMost were in Osh, 125; a year ago it had "
        "84 and Talas 61.",
        "They burned about 90 kg of drugs.\n\nIt was 62 kg of hashish, 17 kg of opium and the "
        "remaining 13 kg of heroin.",
        # Some of the persons only; a list that goes on.
        "Police detained 25 people. Nine were remanded in custody, six put under house arrest.",
        "Police detained 25 people. Nine were remanded in custody, six put under house arrest and "
        "eight released; two others are in hospital.",
        "Of 20 people held, 12 had a record, nine had no work and seven were minors.",
        # One was told of elsewhere, or has a term of another kind.
        "The court sentenced seven people. The organiser got 14 years and two keepers ten years "
        "each.",
        "Сот бес айыпталушыға үкім шығарды. Топ жетекшісі 13 жылға, екі курьер сегіз жылдан "
        "сотталды. Төртінші айыпталушы шартты түрде үш жыл алды.",
        # What was served is not what was left of it; a plea is no term.
        "The term of 15 years was reduced by four years; he has already served nine years.",
        "Прокурор просил 14 лет. Суд снизил срок на два года, до восьми лет.",
        # The stay was somebody else's, the dates are rounded to months.
        "Его задержали 2 февраля, суд прошёл 2 ноября. Жена провела в СИЗО четыре месяца.",
        "The ring worked from March to October 2021, that is, for about eight months.",
        # The headline sums, or has another count.
        "19 detained in raids\n\nPolice detained 12 dealers and 7 couriers. They met 91 people.",
        "Dealer gets 12 years\n\nHe got 12 years in prison; prosecutors had asked for 21 years.",
    ],
)  # fmt: skip
def test_what_only_looks_wrong_is_left_alone(check: Check, text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("told", "language", "rows"),
    [
        ("One got 12 years, two 9 each, three 7.", "en", [1, 2, 3]),
        ("The organiser, aged 34, was given 17 years and six months.", "en", [1]),
        ("The leader got 12 years, three couriers six years each and one was acquitted.", "en",
         [1, 3, 1]),
        ("Организатор, судимый в 2011 году, получил 17 лет, химик – 15, остальные четверо – от 6 "
         "до 11 лет.", "ru", [1, 1, 4]),
        ("Двое заведующих осуждены на восемь лет каждый, четверо остальных, рядовые продавцы, – на "
         "пять лет каждый.", "ru", [2, 4]),
        ("Біреуі 12 жылға, екеуі тоғыз жылдан, төртеуі жеті жылдан сотталды.", "kk", [1, 2, 4]),
        # Who cannot be counted.
        ("His accomplices got eight years each.", "en", None),
        ("Two brothers were given nine and seven years respectively.", "en", None),
        ("The trial lasted four months.", "en", []),
    ],
)  # fmt: skip
def test_terms_tell_how_many_persons_they_are_for(
    told: str, language: str, rows: list[int] | None
) -> None:
    assert persons_by_term(told, language) == rows


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [(46, 64, True), (2_135, 2_153, True), (2_135, 5_132, False), (46, 47, False), (6, 64, False)],
)
def test_two_digits_that_stand_together_change_places(
    one: float, other: float, changed: bool
) -> None:
    assert changed_places(one, other) is changed

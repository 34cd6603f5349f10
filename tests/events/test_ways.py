"""Ways that sentences tell: places in the order said, and nothing where no order is said."""

from __future__ import annotations

import pytest

from sholu.events.model import Way
from sholu.events.read import read_events
from sholu.events.ways import read_ways
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load


def _ways(text: str, marking: str = "green") -> tuple[Way, ...]:
    content = text.encode()
    extracted = read_document(content, "note.txt").text
    document = Document(
        extracted.document, "note.txt", len(content), None, None, "2031-03-21T00:00:00Z",
        "2031-03-20", None, marking, None,
    )  # fmt: skip
    annotated = annotate(document, extracted, load(), b"a key for tests")
    return read_ways(annotated, read_events(annotated, load(), None).events, load())


def _told(way: Way) -> str:
    names = [
        "/".join(load().place(code).names.preferred("en") for code in stop) for stop in way.stops
    ]
    return " > ".join(names)


ORDERED = [
    ("12 kg of heroin were smuggled from Afghanistan through Tajikistan to Russia.",
     "Afghanistan > Tajikistan > Russia"),
    ("Smugglers brought opium to Russia from Tajikistan via Uzbekistan.",
     "Tajikistan > Uzbekistan > Russia"),
    ("Heroin goes from Kyrgyzstan and Uzbekistan to Kazakhstan, and then onward to Russia.",
     "Kyrgyzstan/Uzbekistan > Kazakhstan > Russia"),
    ("The road of the opium starts in Osh, goes through a crossing point in Kordai and eventually "
     "reaches Taraz.", "Osh > Kordai > Taraz"),
    ("A parcel of mephedrone was sent from Moscow, Russia, to Almaty, Kazakhstan.",
     "Moscow > Almaty"),
    ("Drugs went from Tajikistan to Kazakhstan, from where they were moved on to Russia.",
     "Tajikistan > Kazakhstan > Russia"),
    ("The Bishkek – Almaty – Moscow drug trafficking route was closed.",
     "Bishkek > Almaty > Moscow"),
    ("Opiates were shipped from Pavlodar or Kostanay to Novosibirsk.",
     "Pavlodar/Kostanay > Novosibirsk"),
    ("Героин везли из Афганистана через Таджикистан в Россию.",
     "Afghanistan > Tajikistan > Russia"),
    ("Автомобиль следовал из Шымкента в Астану, в нём нашли 10 кг гашиша.", "Shymkent > Astana"),
    ("Наркотики ввезли из Бишкека, доставить их намеревались в Алматы.", "Bishkek > Almaty"),
    ("Груз героина направлялся из Узбекистана транзитом через Казахстан в Россию.",
     "Uzbekistan > Kazakhstan > Russia"),
    ("Наркотики поступают с территории Афганистана на территорию Казахстана, а затем в Россию.",
     "Afghanistan > Kazakhstan > Russia"),
    ("Гашиш перевозили из города Ош Кыргызской Республики в Алматинскую область.",
     "Osh > Almaty region"),
    ("По маршруту Бишкек – Алматы – Москва перевозили мефедрон.", "Bishkek > Almaty > Moscow"),
    ("Синтетику доставляли из Китая в Казахстан через пункт пропуска «Хоргос».",
     "China > Khorgos > Kazakhstan"),
    ("Ауғанстаннан Тәжікстан арқылы Қазақстанға героин тасымалданған.",
     "Afghanistan > Tajikistan > Kazakhstan"),
    ("Күдікті Шу қаласынан Қордай арқылы Астана қаласына марихуана алып бара жатқан.",
     "Shu > Kordai > Astana"),
    ("Ауғанстан мен Тәжікстаннан Ресейге есірткі жеткізіледі.",
     "Afghanistan/Tajikistan > Russia"),
    ("Есірткі Қырғызстаннан Қазақстанға, одан әрі Ресейге жөнелтілген.",
     "Kyrgyzstan > Kazakhstan > Russia"),
    ("Есірткіні Бішкек – Қордай – Алматы бағыты бойынша тасымалдаған.",
     "Bishkek > Kordai > Almaty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ORDERED)
def test_a_sentence_gives_its_places_in_the_order_of_the_way(text: str, expected: str) -> None:
    [way] = _ways(text)
    assert _told(way) == expected
    assert not way.unordered
    assert way.span.quote == text


NOTHING = [
    "The budget of drug control grew from 2024 to 2025, and more drugs were seized.",
    "A letter on drugs was sent from the Customs Committee of Kazakhstan to Bishkek.",
    "A delegation travelled from Astana to Tashkent to discuss drug trafficking.",
    "A courier from Osh was carrying heroin to Almaty.",
    "Money for heroin was sent from Kazakhstan to Dubai.",
    "The smuggler was extradited from Kazakhstan to Russia for trafficking in heroin.",
    "The train from Almaty to Astana carried a passenger with hashish.",
    "According to Kazakhstan, heroin from Afghanistan was seized in Osh.",
    "The cotton was carried from Osh to Almaty.",
    "Груз гашиша из Бишкека задержан в Алматы.",
    "Гашиш перевозили из города Ош в Алматинской области.",
    "Житель из Тараза вез марихуану в Караганду.",
    "Борьба с контрабандой наркотиков: эксперты прибыли из Астаны в Бишкек.",
    "На трассе Алматы – Екатеринбург остановили автомобиль с гашишем.",
    "Пассажир поезда «Алматы – Петропавловск» перевозил 2 кг гашиша.",
    "2024 жылдан 2025 жылға дейін есірткі тасымалы азайды.",
    "Кеден комитетінен Алматыға есірткі туралы хат жіберілді.",
    "Сотталған Судан азаматы есірткіні Алматыға тасымалдаған.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_leads_drugs_nowhere_is_no_way(text: str) -> None:
    assert _ways(text) == ()


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The truck carried hashish from Bishkek via Kordai and Taraz to Almaty.",
         "Bishkek > Almaty"),
        ("Гашиш везли из Бишкека через Кордай и Тараз в Астану.", "Bishkek > Astana"),
        ("Гашиш Бішкектен Қордай және Тараз арқылы Астанаға жеткізілген.", "Bishkek > Astana"),
    ],
)  # fmt: skip
def test_places_passed_in_a_list_keep_no_order(text: str, ends: str) -> None:
    [way] = _ways(text)
    assert _told(way) == ends
    names = {load().place(code).names.preferred("en") for code in way.unordered}
    assert names == {"Kordai", "Taraz"}


def test_two_ways_of_a_sentence_stay_two_and_share_no_guessed_drug() -> None:
    ways = _ways(
        "Из Кыргызстана в Казахстан ввозят героин, а из Казахстана в Россию вывозят марихуану."
    )
    assert [_told(way) for way in ways] == ["Kyrgyzstan > Kazakhstan", "Kazakhstan > Russia"]
    assert [way.substances for way in ways] == [(), ()]
    assert len({way.id for way in ways}) == 2


def test_lists_that_belong_together_one_by_one_are_not_mixed() -> None:
    text = "Hashish was carried from Osh and Taraz to Almaty and Astana respectively."
    assert _ways(text) == ()


def test_a_way_says_when_and_how_that_is_known() -> None:
    [stated] = _ways("On 3 March 2031 opium was carried from Osh to Taraz.")
    [other] = _ways("Opium was carried from Osh to Taraz.")
    assert (stated.date, stated.date_basis) == ("2031-03-03", "stated")
    assert (other.date, other.date_basis) == ("2031-03-20", "published")


def test_a_way_is_marked_as_its_document() -> None:
    [way] = _ways("Opium was carried from Osh to Taraz.", marking="amber")
    assert way.marking == "amber"


def test_the_sentence_of_a_way_withholds_private_names() -> None:
    [way] = _ways("Suspect Askar Invented-Uly carried opium from Osh to Taraz.")
    assert "Invented" not in way.span.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opium was carried from Bishkek to Osh.", "Bishkek > Osh"),
        ("Heroin was smuggled from Kabul via Osh to Moscow.", "Kabul > Osh > Moscow"),
        ("Гашиш везли из Бишкека через Ош в Москву.", "Bishkek > Osh > Moscow"),
    ],
)
def test_a_short_name_counts_after_a_word_for_where(text: str, expected: str) -> None:
    [way] = _ways(text)
    assert _told(way) == expected

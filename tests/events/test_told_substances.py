"""Which substances an event is about: those named, but no group beside its member."""

from __future__ import annotations

import pytest

from sholu.events.item import Reading, ToldItem
from sholu.events.news_item import find_told
from sholu.events.told_substances import features_of_named, told_substances
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load

VOCABULARY = load()


def _item(title: str, text: str) -> tuple[ToldItem, Reading]:
    content = f"{title}\n\n{text}".encode()
    read = read_document(content, "note.txt").text
    document = Document(
        id=read.document,
        name="note.txt",
        size=len(content),
        source=None,
        address=None,
        retrieved="2026-01-01T00:00:00Z",
        published="2025-10-15",
        licence=None,
        marking="clear",
        part_of=None,
    )
    reading = Reading(annotate(document, read, VOCABULARY, b"key"))
    told = find_told(reading)
    assert told is not None
    return told[0], reading


def _told(title: str, text: str, kind: str | None) -> set[str]:
    item, reading = _item(title, text)
    return set(told_substances(item, reading, VOCABULARY, kind))


def test_potent_drugs_in_a_seizure_are_the_medicine_named() -> None:
    text = "Жүк көлігінен 3 000 капсула прегабалин алынды. Күшті әсер ететін заттар бойынша іс."

    assert _told("Кеденде прегабалин ұсталды", text, "seizure") == {"pregabalin"}


def test_a_check_of_pharmacies_is_about_potent_drugs_too() -> None:
    text = (
        "Проверено 30 аптек. Без рецепта отпускали прегабалин и другие сильнодействующие лекарства."
    )

    assert _told("Рейд по аптекам", text, "inspection") == {"pregabalin", "pharmacy_drugs"}


def test_potent_drugs_alone_are_told_in_a_seizure() -> None:
    text = "На посту изъято 9 000 таблеток сильнодействующих препаратов."

    assert _told("Задержан автобус", text, "seizure") == {"pharmacy_drugs"}


def test_an_opioid_is_the_sort_of_the_substance_beside_it() -> None:
    text = "Tablets sold in Osh hold metonitazene, an opioid. Doctors ask for caution."

    assert _told("Doctors warn of tablets", text, "warning") == {"nitazenes"}


def test_opioids_in_the_plural_are_a_matter_of_their_own() -> None:
    text = "A seminar on opioids ended in Osh on 4 May. Fentanyl was shown to 20 officers."

    assert _told("Seminar ends", text, "training") == {"opiates", "fentanyl"}


def test_a_poppy_needs_no_field() -> None:
    text = "In Herat 300 families who lived on poppy gathered saffron."

    assert _told("Saffron in Herat", text, None) == {"opium_poppy"}


def test_what_a_crop_replaces_is_still_named() -> None:
    text = "Families in Badakhshan got bulbs instead of opium. Raw opium paid more, they say."

    assert _told("Bulbs for farmers", text, None) == {"opium"}


def test_what_a_substance_is_compared_with_is_not_what_the_event_is_about() -> None:
    text = "Two men hid 3 g of carfentanil in Osh. It is many times stronger than heroin."

    assert "heroin" not in _told("Two held in Osh", text, "arrest")


def test_what_somebody_was_convicted_of_before_belongs_to_another_event() -> None:
    text = "В Канте у мужчины изъяли 2 кг гашиша. Ранее его осудили за хранение героина."

    assert _told("В Канте изъят гашиш", text, "seizure") == {"hashish"}


def test_what_is_taken_from_a_person_with_a_record_is_told() -> None:
    text = "В Канте у ранее судимого мужчины изъяли 2 кг гашиша и пакет героина."

    assert _told("Задержание в Канте", text, "seizure") == {"hashish", "heroin"}


@pytest.mark.parametrize(
    ("title", "text", "kind", "told"),
    [
        (
            "Лаборатория под Шу",
            "Соседи жаловались, что пахнет ацетоном. Изъято 3 кг мефедрона.",
            "laboratory",
            {"mephedrone"},
        ),
        (
            "Үйдегі зертхана",
            "Көршілер ацетон иісін сезген. Пәтерден 2 келі мефедрон алынды.",
            "laboratory",
            {"mephedrone"},
        ),
        (
            "Dogs of five states trained in Osh",
            "On 4 May dogs learned the smell of fentanyl and of heroin.",
            "training",
            {"fentanyl", "heroin"},
        ),
        (
            "Турнир в Оше",
            "Над ковром висел плакат «Героину — нет!». Победили хозяева.",
            "campaign",
            set(),
        ),
        (
            "Student dies in Osh",
            "He took what he believed to be a tramadol tablet. Tests found isotonitazene.",
            "death",
            {"nitazenes"},
        ),
        (
            "Courier held in Osh",
            "The driver did not know what he carried: 3 kg of heroin.",
            "arrest",
            {"heroin"},
        ),
    ],
)
def test_what_is_smelt_shouted_or_mistaken_is_not_told(
    title: str, text: str, kind: str, told: set[str]
) -> None:
    item, reading = _item(title, text)
    named = {m.code for m in reading.mentions(item.start, item.end, "substance")}

    assert told <= named
    if told:
        assert _told(title, text, kind) == told


def test_reagents_bought_for_a_named_precursor_are_no_other() -> None:
    text = "Изъято 40 литров метиламина и 9 кг мефедрона. Реактивы везли из-за границы."

    assert _told("Лаборатория в гараже", text, "laboratory") == {"methylamine", "mephedrone"}


def test_reagents_counted_beside_a_named_precursor_are_told() -> None:
    text = "Изъято 40 литров метиламина и ещё 90 литров реактивов."

    assert _told("Лаборатория в гараже", text, "laboratory") == {"methylamine", "precursors"}


def test_opioid_therapy_with_methadone_is_on_methadone() -> None:
    text = "The opioid substitution therapy site takes nobody. Thirty people take methadone there."

    assert _told("Site in Osh closed", text, "treatment") == {"methadone"}


def test_tobacco_in_passing_is_not_told() -> None:
    text = "A bag of nasvay lay on the counter. Behind it police found 3 kg of opium."

    assert _told("Search in the bazaar", text, "seizure") == {"opium"}


def test_tobacco_that_the_title_names_is_told() -> None:
    text = "Narcologists spoke to 40 pupils."

    assert _told("Why nasvay is no sweet", text, "prevention") == {"nasvay"}


def test_a_vape_filled_with_a_drug_is_told() -> None:
    text = "Three teenagers smoked a vape filled with synthetic cannabinoids."

    assert _told("Three in hospital", text, "death") == {"vapes", "synthetic_cannabinoids"}


def test_closing_words_at_a_gathering_tell_of_no_drug() -> None:
    text = (
        "Night vision devices were handed over at the academy in Osh.\n\n"
        "The border crossing lies on a route of heroin, the colonel added."
    )

    assert _told("Devices for border guards", text, "cooperation") == set()


def test_closing_words_of_a_seizure_are_of_the_seizure() -> None:
    text = "Border guards stopped a lorry in Osh.\n\nUnder its floor lay heroin in bags."

    assert _told("Lorry stopped", text, "seizure") == {"heroin"}


@pytest.mark.parametrize(
    ("title", "text", "kind", "told"),
    [
        (
            "Mephedrone seized in Taraz",
            "Police stopped a courier in Taraz and took 410 grams of mephedrone from him.\n\n"
            "Ten years ago the district was known for opium, a veteran of the service says.",
            "seizure",
            {"mephedrone"},
        ),
        (
            "В Таразе изъяли мефедрон",
            "Полицейские остановили в Таразе курьера и изъяли у него 410 граммов мефедрона.\n\n"
            "Десять лет назад в районе торговали опием, вспоминает ветеран службы.",
            "seizure",
            {"mephedrone"},
        ),
        (
            "Таразда мефедрон тәркіленді",
            "Полиция Таразда курьерді тоқтатып, одан 410 грамм мефедрон тәркіледі.\n\n"
            "Он жыл бұрын бұл ауданда апиын сатылатын еді, дейді қызмет ардагері.",
            "seizure",
            {"mephedrone"},
        ),
        (
            "В Таразе изъяли мефедрон и гашиш",
            "Полицейские остановили в Таразе курьера и изъяли у него 410 граммов мефедрона.\n\n"
            "Дома у него нашли ещё килограмм гашиша.",
            "seizure",
            {"mephedrone", "hashish"},
        ),
    ],
)
def test_what_a_veteran_recalls_is_in_passing(
    title: str, text: str, kind: str, told: set[str]
) -> None:
    assert _told(title, text, kind) == told


@pytest.mark.parametrize(
    ("title", "text", "kind", "told"),
    [
        (
            "Customs stop 900 litres of acetic anhydride at Dustlik",
            "Officers found 900 litres of acetic anhydride in the tank of a lorry. "
            "The liquid is needed to turn opium into heroin, the service explained.",
            "seizure",
            {"acetic_anhydride"},
        ),
        (
            "На посту изъяли 900 литров ангидрида уксусной кислоты",
            "В цистерне грузовика нашли 900 литров ангидрида уксусной кислоты. "
            "Без него не сделать героина, пояснили в ведомстве.",
            "seizure",
            {"acetic_anhydride"},
        ),
        (
            "Laboratory raided near Almaty",
            "Police seized 3 kg of mephedrone and 40 litres of hydrochloric acid in a garage.",
            "laboratory",
            {"mephedrone", "hydrochloric_acid"},
        ),
    ],
)
def test_what_a_precursor_is_for_is_not_told_but_what_was_made_is(
    title: str, text: str, kind: str, told: set[str]
) -> None:
    assert _told(title, text, kind) == told


def test_features_say_what_else_the_item_is_rather_on() -> None:
    item, reading = _item(
        "900 litres of acetic anhydride seized",
        "Officers found 900 litres of acetic anhydride. Opium is turned into heroin with it.",
    )

    features = features_of_named(item, reading, VOCABULARY, "seizure")

    assert {"precursor in title", "precursor counted", "another, not this, counted"} <= set(
        features["heroin"]
    )
    assert "another of its group in title" not in features["heroin"]
    assert "no figure in sentence" in features["heroin"]
    assert "figure in sentence" in features["acetic_anhydride"]

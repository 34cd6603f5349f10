"""What Kazakh clauses count: nouns in every form, parts told by their verb, deaths, look-alikes."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures

_REST = " Бұл туралы облыстық басқарманың баспасөз қызметі хабарлады."


def _read(figures_of: ReadFigures, text: str) -> list[tuple[float, str | None, str | None]]:
    return [(f.value, f.unit, f.of) for f in figures_of(text + _REST)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Аудандағы 9 мектеп тексерілді.", 9, "school", "мектеп"),
        ("Кеше 24 түйіншек көліктің жанармай багына жасырылған.", 24, "package", "түйіншек"),
        (
            "Рейд кезінде бес жалдамалы қарақшыны ұстады.",
            5,
            "person",
            "жалдамалы қарақшыны … ұстады",
        ),
        ("Түнде төрт таратушының үйі тінтілді.", 4, "person", "таратушының үйі … тінтілді"),
        ("Жыл басынан бері 31 қылмыс тіркелген.", 31, "case", "қылмыс"),
        ("Көшеде үш азамат қолға түсті.", 3, "person", "азамат … қолға түсті"),
        ("Қыста он бір тұрғын көз жұмды.", 11, "death", "тұрғын … көз жұмды"),
        ("Атыста екі сарбаз мерт болды.", 2, "death", "сарбаз … мерт болды"),
        ("Тіркелген қылмыс саны 58-ге жетті.", 58, "case", "қылмыс"),
        (
            "Полиция 5 миллион 300 мыңнан астам каптагон таблеткасын тапты.",
            5_300_000,
            "tablet",
            "каптагон",
        ),
    ],
)
def test_the_noun_is_known_and_its_verb_is_told(
    text: str, value: float, unit: str, of: str, figures_of: ReadFigures
) -> None:
    assert (value, unit, of) in _read(figures_of, text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Топта сегіз адам болған, үшеуі бой тасалады.", 3, "person", "адам … бой тасалады"),
        ("30 жүргізуші тексерілді, олардың он екеуі мас болған.", 12, "person",
         "жүргізуші … мас болған"),
        ("Тексеруге 50 дәрігер келді, қырқы ғана куәлік алды.", 40, "person",
         "дәрігер … куәлік алды"),
        ("Шілдеде 52 дүкенді тексеріп, 14-інде заң бұзушылық тапқан.", 14, "item",
         "дүкенді … заң бұзушылық тапқан"),
        ("Шілдеде 52 дүкен тексерілді, он үшінде кемшілік шықты.", 13, "item",
         "дүкен … кемшілік шықты"),
        ("Топта жеті адам бар, олардың екеуі – мекеменің бұрынғы қызметкері.", 2, "person",
         "мекеменің бұрынғы қызметкері"),
    ],
)  # fmt: skip
def test_a_part_is_told_by_its_whole_and_its_verb(
    text: str, value: float, unit: str, of: str, figures_of: ReadFigures
) -> None:
    assert (value, unit, of) in _read(figures_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "Екі қабатты үй тінтілді.",
        "Күдікті – үш баланың әкесі.",
        "Бұл – биылғы он бірінші оқиға.",
        "Жиырма бесінші бап қолданылды.",
        "Шекараның екі жағында күзет бар.",
        "«Шұғыла» командасы 3:1 есебімен жеңді.",
    ],
)
def test_what_describes_one_thing_is_no_count(text: str, figures_of: ReadFigures) -> None:
    assert _read(figures_of, text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Қаладан 16 шақырым жерде бекет бар.", 16, "km", "Қаладан"),
        ("Дәрілердің импорт көлемі 2,5 есе өсті.", 2.5, "times", "импорт көлемі"),
        ("Сот оны 9 жылға соттады.", 9, "year", "соттады"),
        ("Күдікті екі айға қамауға алынды.", 2, "month", "қамауға"),
        ("Оған 4 жылдан 7 жылға дейін түрме қаупі төніп тұр.", 4, "year", "түрме"),
        ("Жүргізуші айына 350 мың табады.", 350_000, "KZT", "табады"),
        ("Жігіт 1,2 мың «салыммен» қолға түсті.", 1200, "item", "салыммен"),
        ("Топта екі «оператор» болған.", 2, "person", "оператор"),
        ("Бір грамы 90 доллар тұратын заттың жалпы құны 7 миллион сом.", 7e6, "KGS", "құны"),
        ("Бюджеттен 60 миллион теңге бөлініп, 45 миллионы игерілді.", 45e6, "KZT", "игерілді"),
    ],
)
def test_what_a_measure_is_of_is_told_by_the_clause(
    text: str, value: float, unit: str, of: str, figures_of: ReadFigures
) -> None:
    read = [(v, u, of in (said or "")) for v, u, said in _read(figures_of, text)]
    assert (value, unit, True) in read


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("Полиция 90 келі гашиш тапты. Соның 60 келісі таудан шықты.", 60, "hashish"),
        ("Барлығы 12 келі зат алынды: 7 келісі – героин, 5 келісі – апиын.", 7, "heroin"),
        ("Барлығы 12 келі зат алынды: 7 келісі – героин, 5 келісі – апиын.", 5, "opium"),
        ("Ит 8 келі есірткі тапты. Сараптама оның мефедрон екенін көрсетті.", 8, "mephedrone"),
        ("Гараждан бір қап марихуана шықты.", 1, "cannabis_herb"),
    ],
)
def test_a_part_or_a_drug_named_elsewhere_has_its_substance(
    text: str, value: float, code: str, figures_of: ReadFigures
) -> None:
    assert [f.of_code for f in figures_of(text + _REST) if f.value == value] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Олар бір-біріне хат жазды.",
        "Бес минуттан соң есік ашылды.",
        "Оқиға шілденің 1-іне қараған түні болды.",
        "Рейд сағат 02:40 шамасында басталды.",
        "Бұл 6505 әскери бөлімінде болды.",
        "Сот 12-айдың 24-күні өтті.",
        "Бір азамат келіп, арыз жазды.",
    ],
)
def test_numbers_of_time_and_rank_count_nothing(text: str, figures_of: ReadFigures) -> None:
    assert _read(figures_of, text) == []


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("Олар алпыс келідей гашишті тастап қашқан.", 60, "about"),
        ("Сәлемдемеден екі мыңдай ЛСД маркасы шықты.", 2000, "about"),
        ("Бүгінде бағдарламада 330-дай адам бар.", 330, "about"),
        ("Үйден екі мыңнан астам таблетка табылды.", 2000, "more_than"),
        ("Сумкадан сексенге жуық капсула алынды.", 80, "about"),
        ("Өзбекстанда үш жүзден астам арна жабылды.", 300, "more_than"),
        ("Заттың құны 7 миллион теңгеден асады.", 7_000_000, "more_than"),
        ("Сумкадан он капсула алынды.", 10, "exact"),
    ],
)
def test_kazakh_endings_and_postpositions_say_how_exact(
    text: str, value: float, qualifier: str, figures_of: ReadFigures
) -> None:
    assert [(f.value, f.qualifier) for f in figures_of(text + _REST)] == [(value, qualifier)]

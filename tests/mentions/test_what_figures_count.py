"""What a number counts whose noun stands elsewhere, or whose unit is said once. All invented."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A number without a noun takes up what was counted before.
        ("Police checked 18 shops. In nine sold pills were found; 6 closed at once.",
         (6, "item", "shops")),
        ("Police checked 18 shops of the town, 7 were fined.", (7, "item", "shops of the town")),
        ("Inspectors opened 40 crates (31 a year earlier).", (31, "item", "crates")),
        ("They detained 30 people, 12 of them women.", (12, "person", "women")),
        ("They detained 30 people, and four others fled.", (4, "person", "people")),
        ("The plan was backed by 79 of 98 deputies.", (79, "person", "deputies")),
        ("Проверено 40 аптек, в двадцати выявлены нарушения.", (20, "institution", "аптек")),
        ("Ранены девять стрелков, 21 задержан.", (21, "person", "задержан")),
        ("Приговоры вынесены по 412 уголовным делам.", (412, "case", "уголовным делам")),
        ("На горячую линию поступило 150 звонков.", (150, "item", "звонков")),
        ("Задержаны 30 человек, женщин среди них 11.", (11, "person", "женщин")),
        ("Изъято 14 телефонов, на 5 больше, чем летом.", (5, "item", "телефонов")),
        ("Проверено 40 складов (36 годом ранее).", (36, "item", "складов")),
        # The ending says that somebody is meant; of two nouns the first is the head.
        ("Задержаны двое кладчиков и три складмейстера.", (3, "person", "складмейстера")),
        ("Приехали 20 кураторов групп.", (20, "person", "кураторов групп")),
        ("Two money launderers fled.", (2, "person", "money launderers")),
        ("Three canisters stood there.", (3, "item", "canisters")),
        ("Guards met 14 clashes, compared to nine in 2024.", (9, "item", "clashes")),
        ("They recorded 14 cases, up from nine last year.", (9, "case", "cases")),
        ("They treat 712 users, down from 890 five years ago.", (890, "person", "users")),
        ("Выявлено 64 факта против 41 за тот же период 2024 года.", (41, "case", "факта")),
        # Ones, halves and multiples that are words.
        ("Изъято свыше тонны гашиша.", (1, "t", "гашиша")),
        # A noun whose first half is the unit, and one in quotation marks.
        ("Изъято 40 зиплок-пакетов.", (40, "package", "пакетов")),
        ("Подняли 85 «кладов».", (85, "stash", "кладов")),
        ("Сожгли полтонны конопли.", (0.5, "t", "конопли")),
        ("Изъят почти центнер марихуаны.", (1, "centner", "марихуаны")),
        ("Нашли полторы сотни свёртков.", (150, "package", "свёртков")),
        ("Rangers burnt a ton and a half of hashish.", (1.5, "t", "hashish")),
        ("Выявлено 60 фактов, вдвое больше прежнего.", (2, "times", "фактов")),
    ],
)  # fmt: skip
def test_a_figure_counts_what_the_text_means(
    text: str, expected: tuple[float, str, str], figures_of: ReadFigures
) -> None:
    found = [(f.value, f.unit, (f.of or "").partition(" … ")[0]) for f in figures_of(text)]
    assert expected in found


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("В сумке нашли гашиш. Общий вес – 3 кг.", 3, "hashish"),
        ("В сумке лежало 40 г порошка. Экспертиза показала, что это героин.", 40, "heroin"),
        ("Изъято 12 г наркотического вещества «мефедрон».", 12, "mephedrone"),
        ("Opium accounted for 40 kg and heroin for 8 kg.", 40, "opium"),
        ("They found 14 kg of ready-made mephedrone.", 14, "mephedrone"),
        ("They found 3 kg of home-grown marijuana.", 3, "cannabis_herb"),
        (
            "Mephedrone and 40 l of acetone stood there. They made 20 kg of the drug.",
            20,
            "mephedrone",
        ),
        ("Heroin lay in the boot. The drug weighed 7 kg.", 7, "heroin"),
        ("Изъяли 30 таблеток трамадола, 8 ампул и 4 ампулы морфина.", 8, "morphine"),
        ("They took 30 packs of tramadol and 5 of morphine.", 5, "morphine"),
        ("Изъято 90 кг опия, на 10 % больше прошлогоднего (80 кг).", 80, "opium"),
        # nobody weighs policemen; the greater part is one drug, the whole all of them
        ("Изъято 90 г мефедрона. Ещё 40 г полицейские нашли дома.", 40, "mephedrone"),
        ("Изъято 90 кг наркотиков, почти всё составил гашиш – 80 кг.", 90, "narcotic_drugs"),
        ("Изъяты опий и гашиш. Сожгли 7 га конопли общим весом 3 т.", 3, "cannabis_plants"),
        ("Изъяты опий и гашиш. Общий вес – 3 кг.", 3, "narcotic_drugs"),
        ("Изъято 21 кг гашиша и 9 кг опия; героина – всего 12 г.", 12, "heroin"),
    ],
)
def test_a_mass_is_of_the_substance_that_is_spoken_of(
    text: str, value: float, code: str, figures_of: ReadFigures
) -> None:
    assert [f.of_code for f in figures_of(text) if f.value == value] == [code]


def test_a_total_of_several_substances_is_of_none_of_them(figures_of: ReadFigures) -> None:
    [figure] = figures_of("Сожгли 94 кг героина, опия и гашиша.")
    assert (figure.of, figure.of_code) == ("героина опия и гашиша", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cars cost 25, 18 and 9.5 million tenge.", [25e6, 18e6, 9.5e6]),
        ("Цена опия выросла с 780 до 930 долларов.", [780, 930]),
    ],
)
def test_a_unit_that_is_said_once_holds_for_the_row(
    text: str, expected: list[float], figures_of: ReadFigures
) -> None:
    figures = figures_of(text)
    assert [f.value for f in figures] == expected
    assert len({f.unit for f in figures}) == 1


def test_a_percentage_and_a_number_after_it_are_two_figures(figures_of: ReadFigures) -> None:
    figures = figures_of("The number of thefts fell by 6.2 percent to 588.")
    assert [(f.value, f.value_high, f.unit) for f in figures] == [
        (6.2, None, "%"), (588, None, "item"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Стоимость партии, по оценке полиции, – около 7 миллионов сомов.", "Стоимость партии"),
        ("В машине обнаружены весы, три карты и 640 тысяч тенге.", "обнаружены"),
        ("The building, which cost 1.2 billion tenge, is new.", "building cost"),
    ],
)
def test_a_sum_is_named_by_its_noun_or_by_what_was_done(
    text: str, of: str, figures_of: ReadFigures
) -> None:
    money = [f for f in figures_of(text) if f.unit in ("KGS", "KZT")]
    assert len(money) == 1 and of in (money[0].of or "")


@pytest.mark.parametrize(
    "text",
    [
        "Лидеру 52 года.",
        "В забеге были участники от 16 до 70 лет.",
        "Пробовал впервые в 15–16 лет.",
        "Экипаж заметил парня в 02:40.",
        "Кусты высотой от одного до двух метров.",
        "В двадцать четвёртом было иначе.",
        "One in four relapses.",
        "Восемь из десяти курят.",
        "Дело прошло в первой половине 2025 года.",
        "It was reported for the first half of the year.",
        "Две трети опрошенных согласны.",
        "Звоните 102.",
        "Телефон доверия центра – 150.",
        "Задержанным 28, 25 и 23 года.",
        "Теперь это парень двадцати двух лет.",
    ],
)
def test_ages_heights_ratios_and_occasions_are_no_figures(
    text: str, figures_of: ReadFigures
) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("За первое полугодие изъято 90 кг гашиша.", "year_to_date"),
        ("Between January and September police seized 90 kg of hashish.", "year_to_date"),
        ("Итого за неделю изъято 90 кг гашиша.", "period"),
        ("У жителя 1979 года рождения изъято 90 кг гашиша.", None),
    ],
)
def test_the_time_counted_over_is_told_in_many_words(
    text: str, accumulation: str | None, figures_of: ReadFigures
) -> None:
    [figure] = figures_of(text)
    assert figure.accumulation == accumulation


def test_a_report_states_its_time_once(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "Report on 2024\n\nIn 2024 police opened 412 cases.\n\nThey seized 79 kg of hashish."
    )
    assert [(f.value, f.accumulation) for f in figures][-1] == (79, "period")


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("Экипаж заметил посевы конопли. На них росло 4 100 кустов.", 4100, "cannabis_plants"),
        ("Выявлен опийный мак. На огороде росло 1 800 кустов.", 1800, "opium_poppy"),
        ("Выявлен опийный мак. Сожжено 212 квадратных метров посевов.", 212, "opium_poppy"),
        ("Теплицу на 62 куста нашли в селе. Мужчина растил коноплю.", 62, "cannabis_plants"),
        ("Wild hemp and ephedra were found. Officers uprooted 5,260 bushes.", 5260,
         "cannabis_plants"),
        ("Полицейские посадили парк. В нём 40 кустов сирени.", 40, None),
    ],
)  # fmt: skip
def test_plants_are_those_spoken_of(
    text: str, value: float, code: str | None, figures_of: ReadFigures
) -> None:
    assert [figure.of_code for figure in figures_of(text) if figure.value == value] == [code]


def test_what_is_handed_over_is_no_more_than_so_many(figures_of: ReadFigures) -> None:
    handed = figures_of("The elder had handed over three rifles to the police.")
    assert [figure.qualifier for figure in handed] == ["exact"]
    over = figures_of("The elder had hidden over thirty rifles from the police.")
    assert [figure.qualifier for figure in over] == ["more_than"]

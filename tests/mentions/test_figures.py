"""Figures: what is counted, in which unit, how exactly, over what time, and what is doubtful."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate, ReadFigures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over 70 female nurses came to the hall.", [(70, "person", "female nurses", "more_than")]),
        (
            "Another officer was convicted over 60 grams of heroin.",
            [(60, "g", "heroin", "exact")],
        ),
        (
            "A captain testified about two containers.",
            [(2, "item", "containers", "exact")],
        ),
        ("The unit ran six operations, nine held.",
         [(6, "event", "operations", "exact"), (9, "person", "… held", "exact")]),
        ("Police detained over 60 couriers.", [(60, "person", "couriers", "more_than")]),
        (
            "Posters were placed on 36 bus stops of the town.",
            [(36, "bus_stop", "bus stops of the town", "exact")],
        ),
        ("Songs of 90 choirs from 40 regions were heard.",
         [(90, "item", "choirs", "exact"), (40, "item", "regions", "exact")]),
        (
            "Police seized about 12 tons of narcotics and over 20 kg of heroin.",
            [(12, "t", "narcotics", "about"), (20, "kg", "heroin", "more_than")],
        ),
        (
            "Officers solved 1,300 crimes, of which 140 were committed by groups.",
            [(1300, "case", "crimes", "exact"), (140, "case", "crimes", "exact")],
        ),
        (
            "Thirty-one cases of smuggling and 17 cases were stopped.",
            [(31, "case", "cases of smuggling", "exact"), (17, "case", "cases", "exact")],
        ),
        (
            "Opium – 82.7 kg (3%), hashish – 6.5 tons.",
            [(82.7, "kg", "Opium", "exact"), (3, "%", "Opium", "exact"), (6.5, "t", "hashish",
            "exact")],
        ),
        (
            "The press covered 8 events (Kazakhstan - 5, Kyrgyzstan -1, Russia – 2).",
            [(8, "event", "events", "exact"), (5, "event", "events … Kazakhstan", "exact"),
             (1, "event", "events … Kyrgyzstan", "exact"),
             (2, "event", "events … Russia", "exact")],
        ),
        ("The border is 1,300 km with one land, 2,100 with another.",
         [(1300, "km", "… border", "exact"), (2100, "km", "… border", "exact")]),
        ("Fewer than 10% of users were reached.", [(10, "%", "users", "less_than")]),
        ("At least 15 kg of hashish was burnt.", [(15, "kg", "hashish", "more_than")]),
        ("He gave them up to 7 euros.", [(7, "EUR", "… gave", "up_to")]),
        ("There were 12 cases per 100,000 population.", [(12, "case/100000", "cases", "exact")]),
        ("They treat 110 of the clinics.", [(110, "item", "clinics", "exact")]),
        ("They burn 12 tons a year.", [(12, "t/year", "… burn", "exact")]),
        ("Half of the prisoners had used heroin.", [(50, "%", "prisoners", "exact")]),
        ("The valley has a population of 15 million.", [(15e6, "person", None, "exact")]),
    ],
)  # fmt: skip
def test_english_figures(
    text: str, expected: list[tuple[float, str, str | None, str]], figures_of: ReadFigures
) -> None:
    assert [(f.value, f.unit, f.of, f.qualifier) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Изъято свыше 17 тысяч килограммов наркотиков и 1 кг 200 г героина.",
            [(17_000, "kg", "наркотиков", "more_than"), (1200, "g", "героина", "exact")],
        ),
        ("Уничтожено около 300 кустов конопли.", [(300, "plant", "кустов конопли", "about")]),
        ("На складе нашли не менее 20 таблеток.", [(20, "tablet", "таблеток", "more_than")]),
        ("Двое мужчин доставлены в отдел.", [(2, "person", "мужчин … доставлены", "exact")]),
        ("Выявлено 45 преступлений, из них 12 в городах.",
         [(45, "case", "преступлений", "exact"), (12, "case", "преступлений … городах", "exact")]),
        ("Суд назначил до 10 лет лишения свободы.", [(10, "year", "лишения свободы", "up_to")]),
        ("Это 12,5 случая на 100 тысяч населения.", [(12.5, "case/100000", "случая", "exact")]),
    ],
)  # fmt: skip
def test_russian_figures(
    text: str, expected: list[tuple[float, str, str | None, str]], figures_of: ReadFigures
) -> None:
    assert [(f.value, f.unit, f.of, f.qualifier) for f in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Полицейлер 15 кг героин тәркіледі.", [(15, "kg", "героин", "exact")]),
        ("Бұл жиында 300-ден астам студент болды.", [(300, "person", "more_than")]),
        ("Қоймадан 20 келіге жуық марихуана табылды.", [(20, "kg", "about")]),
        ("Облыста екі тұрғын ұсталды.", [(2, "person", "exact")]),
        ("Айыппұл 15 мың теңгеге дейін өсті.", [(15_000, "KZT", "up_to")]),
    ],
)
def test_kazakh_figures(
    text: str, expected: list[tuple[object, ...]], figures_of: ReadFigures
) -> None:
    found = [(f.value, f.unit, f.of, f.qualifier) for f in figures_of(text)]
    if len(expected[0]) == 3:
        assert [(value, unit, qualifier) for value, unit, _, qualifier in found] == expected
    else:
        assert found == expected


def test_the_time_of_a_notice_holds_for_the_sentences_that_follow(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "In the first nine months of 2024, the office found 4,200 criminal offenses. "
        "A total of 3,100 individuals were detained, including 480 drug couriers. "
        "41 minors were brought to justice."
    )
    assert [(f.value, f.unit) for f in figures] == [
        (4200, "case"), (3100, "person"), (480, "person"), (41, "person"),
    ]  # fmt: skip
    assert [f.of for f in figures] == [
        "criminal offenses", "individuals … detained", "drug couriers", "minors",
    ]  # fmt: skip
    assert {(f.accumulation, f.period) for f in figures} == {("year_to_date", "2024-01/2024-09")}


@pytest.mark.parametrize(
    ("text", "accumulation", "period"),
    [
        ("In 2024 police seized 15 kg of heroin.", "period", "2024"),
        ("С начала года изъято 15 кг героина.", "year_to_date", None),
        ("За 7 месяцев 2025 года изъято 15 кг героина.", "year_to_date", "2025-01/2025-07"),
        ("2025 жылдың 7 айында 15 кг героин тәркіленді.", "year_to_date", "2025-01/2025-07"),
        ("Жыл басынан бері 15 кг героин тәркіленді.", "year_to_date", None),
        ("На учёте у наркологов состоит много людей: 340 человек на диспансерном учёте.",
        "stock", None),
        ("Police seized 15 kg of heroin.", None, None),
        ("The plan for 2023-2025 speaks of 15 kg of heroin.", None, None),
        ("On 5 May 2024 police seized 15 kg of heroin.", None, None),
    ],
)  # fmt: skip
def test_accumulation_is_read_or_left_open(
    text: str, accumulation: str | None, period: str | None, figures_of: ReadFigures
) -> None:
    [figure] = figures_of(text)
    assert (figure.accumulation, figure.period) == (accumulation, period)


def test_last_year_needs_a_known_year(figures_of: ReadFigures) -> None:
    text = "A total of 52 people were sentenced last year."
    assert figures_of(text)[0].period is None
    dated = figures_of(text, published="2025-02-03")[0]
    assert (dated.accumulation, dated.period) == ("period", "2024")


def test_a_share_is_of_a_time_and_accumulates_nothing(figures_of: ReadFigures) -> None:
    [figure] = figures_of("In 2024 it was 42% of all seizures.")
    assert (figure.accumulation, figure.period) == (None, "2024")


@pytest.mark.parametrize(
    ("text", "value", "unit", "likely"),
    [
        ("They use up to 6080 percent of the forces.", 6080, "%", "60–80 percent"),
        ("They face 58 years in prison.", 58, "year", "5–8 years"),
        ("They face 1015 years in prison.", 1015, "year", "10–15 years"),
        ("Police seized 5,065 kg of hashish.", 5065, "kg", "5.065 kg"),
        ("Изъято 5,065 кг гашиша.", 5.065, "kg", "5065 kg"),
        ("It is sold for 1,450 tenge per gram.", 1450, "KZT/g", "1.45 KZT/g"),
    ],
)
def test_a_doubtful_figure_keeps_its_value_and_gets_a_reading(
    text: str, value: float, unit: str, likely: str, figures_of: ReadFigures
) -> None:
    [figure] = figures_of(text)
    assert (figure.value, figure.unit, figure.likely_reading) == (value, unit, likely)
    assert figure.suspect


def test_a_range_that_runs_down_is_suspect(figures_of: ReadFigures) -> None:
    [figure] = figures_of("Portions of 30-10 g of hashish lay there.")
    assert (figure.value, figure.value_high, figure.likely_reading) == (30, 10, "10–30")


@pytest.mark.parametrize(
    "text",
    [
        "Officers recorded 1,100 crimes.",
        "The fine was 3,500 tenge.",
        "He was sentenced to 12 years in prison.",
        "Profit grew by 300 percent.",
        "They face 5 to 8 years in prison.",
    ],
)
def test_ordinary_figures_are_not_suspect(text: str, figures_of: ReadFigures) -> None:
    assert [figure.suspect for figure in figures_of(text)] == [None]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Customs stopped 2,150 kg of acetone and froze 860,000 dollars.", False),
        ("Customs stopped 2,150 kg of acetone and 3.6 tonnes of lime.", True),
        ("Police found 12,400 tablets and 1,240 kg of hemp.", False),
        ("Police seized 2,000 tonnes of hemp.", False),
        ("Police found 13,6 grams of heroin and 5,065 kg of hashish.", True),
        ("Police found 13,6 grams of heroin and 5,000 kg of hashish.", True),
        ("Изъято 13,6 г героина и 5,065 кг гашиша.", False),
    ],
)
def test_a_sign_that_the_text_uses_elsewhere_is_not_doubtful(
    text: str, doubted: bool, figures_of: ReadFigures
) -> None:
    assert any(figure.suspect for figure in figures_of(text)) == doubted


@pytest.mark.parametrize(
    "text",
    [
        "Police burned several hundred hectares of poppy.",
        "Police found a couple of hundred ampoules.",
        "Полиция бірнеше жүз гектар көкнәр алқабын жойды.",
        "Жиырма жеті жастағы жігіт ұсталды.",
        "Әкесі алпыс жаста, інісі он жеті жасар.",
        "Звоните по номеру 0-3222.",
        "Он победил в весовой категории до 70 кг.",
        "He won in the 70 kg category.",
        "Алматы 350 рейсінің жолаушысы ұсталды, 412-шақырымда тоқтатылды.",
    ],
)
def test_no_figure_where_no_number_can_be_told(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They seized 23 lakh tablets.", 2_300_000),
        ("The load was worth 11 crore rupees.", 110_000_000),
        ("Half a hundred people came.", 50),
        ("A hundred people came.", 100),
        ("Мұнда жүз адам бар.", 100),
    ],
)
def test_hundreds_and_large_numbers_of_the_south(
    text: str, value: float, figures_of: ReadFigures
) -> None:
    assert figures_of(text)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "На складе хранилось 11,5 из 37 килограммов гашиша.",
        "The warehouse held 11.5 of the 37 kilograms of hashish.",
    ],
)
def test_a_part_is_measured_as_its_whole(text: str, figures_of: ReadFigures) -> None:
    part, whole = figures_of(text)
    assert (part.value, part.unit, whole.value, whole.unit) == (11.5, "kg", 37, "kg")


def test_falling_numbers_around_a_loose_dash_are_two(figures_of: ReadFigures) -> None:
    figures = figures_of("Две тысячи тенге – шарик, пять – три шарика.")
    assert [figure.value_high for figure in figures] == [None] * len(figures)


def test_a_price_is_for_the_unit_named_before_it(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "At retail a gram of heroin cost 7375 tenge. "
        "Hashish was sold for 900 tenge (retail price per gram)."
    )
    assert [(f.value, f.unit, f.of_code) for f in figures] == [
        (7375, "KZT/g", "heroin"), (900, "KZT/g", "hashish"),
    ]  # fmt: skip


def test_figures_are_converted_to_the_base_unit(figures_of: ReadFigures) -> None:
    [figure] = figures_of("Police seized 582.9 kg of heroin.")
    assert (figure.value_base, figure.unit_base) == (582_900, "g")


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was at school No. 3 of the district.",
        "Встреча прошла в школе № 17.",
        "№3 мектепте кездесу өтті.",
        "The teams took the 1st, 2nd and 3rd places.",
        "Call +7 727 000 11 22 or dial 102.",
        "Republic of Kazakhstan, 050008, Almaty, Abay Avenue, 52",
        "Офис: ул. Абая, 52.",
        "See [8], pp. 3-5 and Table 5.5.",
        "Article 297 part 3 and ч. 3 ст. 297 were applied.",
        "The unit GROUP IB 2 conducted a check.",
        "The operation “Kordon 2” went on.",
        "A 17-year-old resident was there.",
        "Подросток 17-летний был там.",
        "The plan is for 2023-2025.",
        "It opened in 2016.",
        "A one-way ticket is one of the main points.",
        "Открыто в 2016 году.",
        "The code is 900101300123.",
        "See https://example.org/news/item/59736803 for more.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text) == []


def test_a_number_that_nothing_explains_is_set_aside_and_kept(annotated: Annotate) -> None:
    document = annotated("Something happened with 4711, and that was all.")
    assert document.figures == ()
    aside = [m for m in document.mentions if m.kind == "number" and m.role == "set aside"]
    assert [mention.span.quote for mention in aside] == ["4711"]


def test_a_figure_broken_over_two_paragraphs_keeps_its_sentence(figures_of: ReadFigures) -> None:
    figures = figures_of(
        "In the first six months of 2025 the office saw 4,200 crimes related to the illegal\n\n"
        "trade in drugs. Of these 300 people were in cities."
    )
    assert figures[0].period == "2025-01/2025-06"
    assert figures[1].period == "2025-01/2025-06"


@pytest.mark.parametrize(
    "text",
    [
        "The accused were identified as Moin Attar (40), Prakash Wagle (35) and a driver.",
        "Ұсталған Тахир Ақылбек (28) мұны мойындаған.",
        "Снюсті он үштегі бала еркін алып жүр.",
        "Жасы жиырма үште, ол осында тұрады.",
        "Ұсталған курьер он сегізге де толмаған.",
        "Задержаны граждане Кыргызстана. Гражданин Кыргызстана 38 лет передан полиции.",
        "Жителей Шугнанского района 41 и 36 лет подозревают в сбыте.",
        "Подростки учились в одном классе. Им было 16 и 17.",
        "Dealers of an online store named Sever 17 were detained.",
        "Мектеп мұндай шараны тоқсан сайын өткізеді.",
        "Алмас мырза, 1458 жедел желісіне көбіне кім хабарласады?",
        "The office is closed; phone for inquiries (66) 233-00-00.",
    ],
)
def test_ages_quarters_and_telephones_count_nothing(text: str, figures_of: ReadFigures) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Суд решил: организатор получил 12 лет колонии, двое его помощников – по 10, курьер — 8.",
         [12, 10, 8]),
        ("Аманов получил 13 лет, Рябов – 11 лет 3 месяца, агроном – 10.", [13, 135, 10]),
        ("Апелляция снизила срок организатору с 16 до 14 лет колонии, двум женщинам – до семи.",
         [16, 14, 7]),
        ("The ringleader got 12 years in prison, his two aides 10 each.", [12, 10]),
        ("Сот ұйымдастырушыны 12 жылға, екі көмекшісін 10 жылға, ал жүргізушіні 8-ге соттады.",
         [12, 10]),
        ("Ұйымдастырушы 12 жылға бас бостандығынан айырылды, жүргізуші 8-ге сотталды.", [12, 8]),
    ],
)  # fmt: skip
def test_years_of_a_row_of_terms_are_said_once(
    text: str, terms: list[float], figures_of: ReadFigures
) -> None:
    timed = [figure.value for figure in figures_of(text) if figure.unit in ("year", "month")]
    assert timed == terms


def test_a_row_of_masses_is_of_the_substance_after_it(figures_of: ReadFigures) -> None:
    text = "Наркотики возили дроном. В трёх тайниках хранилось 14, 22 и 9,5 кг гашиша."
    masses = [(f.value, f.of_code) for f in figures_of(text) if f.unit == "kg"]
    assert masses == [(14, "hashish"), (22, "hashish"), (9.5, "hashish")]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("В корпусе огнетушителя обнаружены героин — 1 кг 90 г.", "героин"),
        ("Полиция екі келі кокаинді елге кіргізуге қатысты топты ұстады.", "кокаинді"),
    ],
)
def test_a_mass_is_of_its_drug_without_the_words_around(
    text: str, of: str, figures_of: ReadFigures
) -> None:
    assert figures_of(text)[0].of == of


def test_years_of_service_are_no_punishment(figures_of: ReadFigures) -> None:
    figure = figures_of("Этот человек отдал службе тридцать лет.")[0]
    assert figure.of == "Этот человек отдал службе"


@pytest.mark.parametrize(
    ("text", "of_code"),
    [
        ("Изъяты 84 куста конопли и 1 кг 320 г высушенных соцветий.", "cannabis_herb"),
        ("Среди красок были бочки соляной кислоты и толуола, всего 1 230 кг.", "precursors"),
        ("Изъяты героин и гашиш, всего 1 230 кг.", "narcotic_drugs"),
        ("They smuggled ketamine in parcels; 57 kilograms of the drug were seized.", "ketamine"),
        (
            "Officers shut a mephedrone laboratory, seizing nearly 150 kg of finished product.",
            "mephedrone",
        ),
        ("Some 1,400 kilograms of heroin, opium and psychotropic pills were burnt.", None),
    ],
)
def test_what_a_mass_is_of_may_be_told_by_what_else_is_named(
    text: str, of_code: str | None, figures_of: ReadFigures
) -> None:
    assert figures_of(text)[-1].of_code == of_code


def test_some_of_those_held_are_persons(figures_of: ReadFigures) -> None:
    text = "A waiter had 100 ecstasy pills, police said. Nine of those held tested positive."
    assert [(f.value, f.unit) for f in figures_of(text)] == [(100, "tablet"), (9, "person")]


def test_nearly_is_less(figures_of: ReadFigures) -> None:
    figures = figures_of("Police seized nearly 14 kg of heroin and almost two tons of hashish.")
    assert [figure.qualifier for figure in figures] == ["less_than", "less_than"]


def test_titles_of_other_items_tell_nothing(figures_of: ReadFigures) -> None:
    text = "Изъято 300 капсул трамадола. Читайте также: «В Кадамжае сожгли полтонны конопли»."
    assert [figure.of_code for figure in figures_of(text)] == ["tramadol"]

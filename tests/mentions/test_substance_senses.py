"""A substance is what a text says it is: plant or herb, drug or every-day word, or no such."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _substances(annotated: Annotate, text: str) -> set[str | None]:
    return {m.code for m in annotated(text).mentions if m.kind == "substance"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("В подвале росло 17 кустов марихуаны.", {"cannabis_plants"}),
        ("The pensioner grew marijuana behind the barn.", {"cannabis_plants"}),
        ("A cannabis grower from Balkhash was fined.", {"cannabis_plants"}),
        ("Police counted 31 bushes of hemp.", {"cannabis_plants"}),
        ("Выращенная на даче конопля достигала двух метров.", {"cannabis_plants"}),
        ("Аулада 12 түп қарасора өсіп тұр.", {"cannabis_plants"}),
        ("Nine hundred poppy bushes were ploughed up.", {"opium_poppy"}),
        ("Между грядок рос мак.", {"opium_poppy"}),
    ],
)
def test_what_grows_is_the_plant(text: str, codes: set[str], annotated: Annotate) -> None:
    assert _substances(annotated, text) == codes


def test_a_street_word_counts_by_the_kilogram_where_drugs_are_named(annotated: Annotate) -> None:
    told = "Police found 42 kg of ice in a truck. The drugs, heroin too, were bound for Doha."
    assert _substances(annotated, told) == {"methamphetamine", "narcotic_drugs", "heroin"}
    assert _substances(annotated, "The fishmonger bought 42 kg of ice.") == set()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("В рюкзаке лежало 3 кг конопли.", {"cannabis_herb"}),
        ("Сөмкеден 9 келі 300 грамм кептірілген қарасора шықты.", {"cannabis_herb"}),
        ("In the boot were 4 kg of hemp.", {"cannabis_herb"}),
        ("Изъято 60 граммов каннабиса.", {"cannabis_herb"}),
        ("Изъяты соцветия каннабиса.", {"cannabis_herb"}),
        ("Из них гашиш – 7 кг, каннабис – 81 кг.", {"hashish", "cannabis"}),
        ("Уничтожено 300 кг дикорастущей конопли.", {"cannabis_plants"}),
    ],
)
def test_what_is_weighed_is_the_herb(text: str, codes: set[str], annotated: Annotate) -> None:
    assert _substances(annotated, text) == codes


def test_hemp_once_weighed_is_the_herb_wherever_no_plants_are_told(annotated: Annotate) -> None:
    text = "Пойызда қарасора тасыған жігіт ұсталды.\n\nҚапта 14 келі қарасора болған."
    assert _substances(annotated, text) == {"cannabis_herb"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("They found 45 grams of speed.", {"amphetamine"}),
        ("При нём было 16 чеков с солью.", {"alpha_pvp"}),
        ("Изъято 40 капсул лирики.", {"pregabalin"}),
        ("He had 12 sachets of spice on him.", {"synthetic_cannabinoids"}),
        ("The speed of the car was high.", set()),
        ("В кухне нашли соль и снег.", set()),
        ("Любовная лирика поэта.", set()),
        ("Police crack down on dealers.", set()),
    ],
)
def test_words_of_the_street_count_by_the_dose(
    text: str, codes: set[str], annotated: Annotate
) -> None:
    assert _substances(annotated, text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "В районе завершена операция «Мак-2025».",
        "Облыста «Қарасора» жедел-профилактикалық іс-шарасы өтті.",
        'The "Black Poppy – 2025" operation went on for a month.',
        "«Қара көкнәр-2024» операциясы аяқталды.",
    ],
)
def test_the_name_of_an_operation_is_no_substance(text: str, annotated: Annotate) -> None:
    assert _substances(annotated, text) == set()


def test_what_a_correction_denies_is_dropped_all_over(annotated: Annotate) -> None:
    text = (
        "Teacher held with heroin\n\nThe powder was 90 grams of hashish, not 900 grams of heroin."
    )
    assert _substances(annotated, text) == {"hashish"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Нитазен в сотни раз сильнее морфина.", {"nitazenes"}),
        ("Nitazenes are stronger than heroin.", {"nitazenes"}),
        ("Нитазен героиннен жүз есе күшті.", {"nitazenes"}),
        ("The drums held acetic anhydride, a precursor of heroin.", {"acetic_anhydride"}),
        ("Найден эфедрин, из которого варят метамфетамин.", {"ephedrine"}),
        ("Оказалось, что это не героин, а гашиш.", {"hashish"}),
        ("Изъято не менее 3 кг героина.", {"heroin"}),
        ("He sold not only hashish but heroin.", {"hashish", "heroin"}),
    ],
)
def test_what_only_measures_another_is_none(
    text: str, codes: set[str], annotated: Annotate
) -> None:
    assert _substances(annotated, text) == codes


def test_salts_are_what_the_text_says_they_are(annotated: Annotate) -> None:
    text = "Задержан за сбыт «соли»\n\nЭкспертиза показала альфа-ПВП."
    assert _substances(annotated, text) == {"alpha_pvp"}


def test_hemp_is_the_herb_where_marijuana_is_named_and_nothing_grows(annotated: Annotate) -> None:
    text = "Sixty kilos of Chu hemp stopped\n\nIn the bales lay 61 kilograms of dried marijuana."
    assert _substances(annotated, text) == {"cannabis_herb"}


def test_hemp_that_grows_beside_marijuana_stays_the_plant(annotated: Annotate) -> None:
    text = "В теплице росла конопля. В банках лежало 2 кг марихуаны."
    assert _substances(annotated, text) == {"cannabis_plants", "cannabis_herb"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Seized were opium 2,140 kg, crystal 187 kg.", {"opium", "methamphetamine"}),
        ("Теперь у подростков соль, «меф» и таблетки.", {"alpha_pvp", "mephedrone"}),
        ("В двадцать лет он подсел на соль.", {"alpha_pvp"}),
        ("At twenty he was hooked on ice.", {"methamphetamine"}),
        ("На складе хранили реагенты, соль и песок.", {"precursors"}),
        ("Они сидели на траве у озера.", set()),
    ],
)
def test_words_of_the_street_in_a_row_with_drugs(
    text: str, codes: set[str], annotated: Annotate
) -> None:
    assert _substances(annotated, text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("В крови нашли метоксиацетилфентанил и бутонитазен.", {"fentanyl_analogues", "nitazenes"}),
        ("Во дворе варили ханку, потом кололи герыч.", {"opium", "heroin"}),
        ("The powder held eutylone; the pills etizolam.", {"bath_salts", "benzodiazepines"}),
        ("Әуелі герыч, сосын «спайс».", {"heroin", "synthetic_cannabinoids"}),
        ("Изъяты барбамил и традол.", {"barbiturates", "tramadol"}),
        ("Бөшкелерде бромокетон мен метиламин болған.", {"bromoketone", "methylamine"}),
        ("Мальчик вдыхал бутан через пакет.", {"inhalants"}),
        ("Гашиштің үлесі – 62 пайыз, апиындікі – 30.", {"hashish", "opium"}),
        ("Больных наркоманией и токсикоманией стало меньше.", set()),
    ],
)
def test_names_of_whole_classes(text: str, codes: set[str], annotated: Annotate) -> None:
    assert _substances(annotated, text) == codes


def test_the_headline_s_word_of_the_street_is_the_drug_named_below(annotated: Annotate) -> None:
    text = "Задержан закладчик с «мукой»\n\nВ свёртках было 130 граммов α-PVP."
    assert _substances(annotated, text) == {"alpha_pvp"}


def test_a_word_of_the_street_beside_a_drug_in_the_headline_is_its_own(annotated: Annotate) -> None:
    text = "Изъяты гашиш и «соль»\n\nГашиша оказалось 130 граммов."
    assert _substances(annotated, text) == {"hashish", "alpha_pvp"}


def test_what_is_denied_without_another_in_its_place_is_still_named(annotated: Annotate) -> None:
    text = "«Метадон емес, мейірім ұстады»\n\nТаңғы жетіде метадонға келемін, дейді ол."
    assert _substances(annotated, text) == {"methadone"}


def test_to_mow_is_no_drug(annotated: Annotate) -> None:
    mown = "Жеті гектар сораны шабуға ауыл тұрғындары да көмектескен."
    assert _substances(annotated, mown) == {"cannabis_plants"}
    assert _substances(annotated, "Полиция 3 грамм шабу тапты.") == {"methamphetamine"}

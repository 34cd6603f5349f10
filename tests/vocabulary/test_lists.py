"""What stands in the lists: codes, names in three languages, definitions."""

from __future__ import annotations

from collections import Counter

import pytest

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.vocabulary import load

VOCABULARY = load()

ISO_COUNTS = {
    "KZ": (17, 3), "KG": (7, 2), "TJ": (4, 1), "UZ": (13, 1), "TM": (5, 1),
    "AZ": (67, 11), "RU": (81, 2), "AF": (34, 0),
}  # fmt: skip
"""Regions and cities of the first level in ISO 3166-2, as the package iso3166-2 1.8.4 lists them
(AZ: 66 rayons and an autonomous republic; RU: without UA-40 and UA-43)."""

KAZAKHSTAN = {
    "KZ-10": ("Abai region", "область Абай", "Абай облысы"),
    "KZ-11": ("Akmola region", "Акмолинская область", "Ақмола облысы"),
    "KZ-15": ("Aktobe region", "Актюбинская область", "Ақтөбе облысы"),
    "KZ-19": ("Almaty region", "Алматинская область", "Алматы облысы"),
    "KZ-23": ("Atyrau region", "Атырауская область", "Атырау облысы"),
    "KZ-27": ("West Kazakhstan region", "Западно-Казахстанская область", "Батыс Қазақстан облысы"),
    "KZ-31": ("Zhambyl region", "Жамбылская область", "Жамбыл облысы"),
    "KZ-33": ("Zhetisu region", "область Жетысу", "Жетісу облысы"),
    "KZ-35": ("Karaganda region", "Карагандинская область", "Қарағанды облысы"),
    "KZ-39": ("Kostanay region", "Костанайская область", "Қостанай облысы"),
    "KZ-43": ("Kyzylorda region", "Кызылординская область", "Қызылорда облысы"),
    "KZ-47": ("Mangystau region", "Мангистауская область", "Маңғыстау облысы"),
    "KZ-55": ("Pavlodar region", "Павлодарская область", "Павлодар облысы"),
    "KZ-59": (
        "North Kazakhstan region", "Северо-Казахстанская область", "Солтүстік Қазақстан облысы",
    ),
    "KZ-61": ("Turkistan region", "Туркестанская область", "Түркістан облысы"),
    "KZ-62": ("Ulytau region", "область Улытау", "Ұлытау облысы"),
    "KZ-63": (
        "East Kazakhstan region", "Восточно-Казахстанская область", "Шығыс Қазақстан облысы",
    ),
    "KZ-71": ("Astana", "Астана", "Астана"),
    "KZ-75": ("Almaty", "Алматы", "Алматы"),
    "KZ-79": ("Shymkent", "Шымкент", "Шымкент"),
}  # fmt: skip

EVENT_KINDS = {
    "prevention", "campaign", "training", "legislation", "warning", "inspection", "operation",
    "seizure", "laboratory", "arrest", "court", "cooperation", "eradication",
    "alternative_development", "treatment", "death",
}  # fmt: skip


def places_named(name):
    return [place.code for place in VOCABULARY.places if (name in dict_of(place))]


def dict_of(place):
    return {name for _, name in place.names.all()}


@pytest.mark.parametrize(
    "codes",
    [
        [place.code for place in VOCABULARY.places],
        [substance.code for substance in VOCABULARY.substances],
        [agency.code for agency in VOCABULARY.agencies],
        [kind.code for kind in VOCABULARY.event_kinds],
        [indicator.code for indicator in VOCABULARY.indicators],
        [word.unit.code for word in VOCABULARY.units],
    ],
    ids=["places", "substances", "agencies", "event kinds", "indicators", "units"],
)
def test_a_code_stands_once(codes):
    assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_a_former_code_is_nobodys_present_code():
    present = {place.code for place in VOCABULARY.places}
    former = [code for place in VOCABULARY.places for code in place.former_codes]
    assert len(former) == len(set(former))
    assert present.isdisjoint(former)


def test_every_region_has_a_country_that_is_there():
    countries = {place.code for place in VOCABULARY.places if place.kind == "country"}
    regions = [place for place in VOCABULARY.places if place.kind == "region"]
    assert [place.code for place in regions if place.country not in countries] == []
    assert [place.code for place in regions if not (place.region or "").startswith("")] == []


def test_a_region_lies_in_the_country_of_its_code():
    within = [place for place in VOCABULARY.places if place.region is not None]
    assert [p.code for p in within if not p.region.startswith(f"{p.country}-")] == []


@pytest.mark.parametrize(("country", "counts"), ISO_COUNTS.items())
def test_the_first_level_is_that_of_iso_3166_2(country, counts):
    first = [
        place
        for place in VOCABULARY.places
        if place.country == country and place.region == place.code
    ]
    kinds = Counter(place.kind for place in first)
    assert (kinds["region"], kinds["city"]) == counts


def test_crimea_is_not_listed_under_russia():
    codes = {place.code for place in VOCABULARY.places}
    assert codes.isdisjoint({"UA-40", "UA-43", "RU-CR", "RU-SEV"})


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("UZ-SU", ("Surkhandarya region", "Сурхандарьинская область", "Сұрхандария облысы")),
        ("UZ-QA", ("Kashkadarya region", "Кашкадарьинская область", "Қашқадария облысы")),
        ("TJ-SU", ("Sughd region", "Согдийская область", "Соғды облысы")),
        ("TM-L", ("Lebap region", "Лебапский велаят", "Лебап облысы")),
    ],
)
def test_a_region_that_has_short_names_is_printed_in_full(code, names):
    place = VOCABULARY.place(code)
    assert tuple(map(place.names.preferred, INTERFACE_LANGUAGES)) == names


@pytest.mark.parametrize(("code", "names"), KAZAKHSTAN.items())
def test_the_twenty_regions_of_kazakhstan_are_named_in_three_languages(code, names):
    place = VOCABULARY.place(code)
    assert tuple(map(place.names.preferred, INTERFACE_LANGUAGES)) == names


@pytest.mark.parametrize(
    ("short", "code"),
    [
        ("СКО", "KZ-59"), ("ВКО", "KZ-63"), ("ЗКО", "KZ-27"), ("СҚО", "KZ-59"), ("ШҚО", "KZ-63"),
        ("БҚО", "KZ-27"), ("SKO", "KZ-59"), ("VKO", "KZ-63"), ("ZKO", "KZ-27"), ("EKR", "KZ-63"),
        ("РК", "KZ"), ("РФ", "RU"), ("ҚР", "KZ"), ("GBAO", "TJ-GB"), ("ХМАО", "RU-KHM"),
    ],
)  # fmt: skip
def test_an_abbreviation_names_the_place_of_today_first(short, code):
    assert places_named(short)[0] == code


@pytest.mark.parametrize(
    ("old", "today", "day", "before"),
    [
        ("KZ-VOS", "KZ-63", "2022-06-08", "2022-06-07"),
        ("KZ-KAR", "KZ-35", "2022-06-08", "2022-06-07"),
        ("KZ-ALM", "KZ-19", "2022-06-08", "2022-06-07"),
        ("KZ-YUZ", "KZ-61", "2018-06-19", "2018-06-18"),
    ],
)
def test_an_old_extent_ends_on_the_day_on_which_the_new_one_begins(old, today, day, before):
    past, present = VOCABULARY.place(old), VOCABULARY.place(today)
    assert past.region == today
    assert (past.valid_on(before), present.valid_on(before)) == (True, False)
    assert (past.valid_on(day), present.valid_on(day)) == (False, True)


def test_a_code_that_only_changed_its_letters_finds_the_place_of_today():
    assert VOCABULARY.place("KZ-AKM").code == "KZ-11"
    assert VOCABULARY.place("KZ-ALA").code == "KZ-75"


@pytest.mark.parametrize(
    "name",
    [
        "Kokshetau", "Temirtau", "Balkhash", "Ust-Kamenogorsk", "Saryshagan", "Ayagus", "Uralsk",
        "Petropavlovsk", "Aktyube", "Taraz", "Kordai", "Kairak", "Toguzak", "Keneral", "Bishkek",
        "Osh", "Khujand", "Chkalovsk", "Samarkand", "Yekaterinburg", "Chelyabinsk", "Novosibirsk",
        "Urumqi", "Barnaul", "Altai Krai", "Chu Valley", "Central Asia", "Georgiyevka", "Khorgos",
        "Ferghana Valley", "Ural Federal Region", "Caspian Sea", "Oregon", "British Columbia",
        "Portugal", "Batken", "Dushanbe", "Torugart", "Dostyk", "Kolzhat", "Nur Zholy",
    ],
)  # fmt: skip
def test_places_of_the_hand_read_routes_and_events_are_known(name):
    assert places_named(name) != []


@pytest.mark.parametrize("name", ["Абай", "Шевченко", "Достык", "Мары", "Ош", "Шу", "Того", "Клин"])
def test_a_false_friend_is_marked_wherever_it_stands(name):
    sure = [
        place.code for place in VOCABULARY.places if name in place.names.ru and not place.ambiguous
    ]
    assert sure == []


@pytest.mark.parametrize("name", ["Астана", "Костанай", "Екатеринбург", "Бишкек", "Уфа", "Атбасар"])
def test_a_plain_town_needs_no_type_word(name):
    assert not VOCABULARY.place(places_named(name)[0]).ambiguous


def test_invented_places_and_agencies_are_marked_and_no_others():
    invented = {place.code for place in VOCABULARY.places if place.invented}
    user_assigned = {
        place.code for place in VOCABULARY.places if (place.country or "") in {"XA", "XB", "XC"}
    }
    assert invented == user_assigned
    assert len(invented) == 33
    agencies = {agency.code for agency in VOCABULARY.agencies if agency.invented}
    assert agencies == {a.code for a in VOCABULARY.agencies if (a.country or "").startswith("X")}


@pytest.mark.parametrize(
    "records",
    [VOCABULARY.substances, VOCABULARY.agencies, VOCABULARY.event_kinds, VOCABULARY.indicators],
    ids=["substances", "agencies", "event kinds", "indicators"],
)
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_record_has_a_name_in_every_language(records, language):
    assert [record.code for record in records if not record.names.of(language)] == []


def test_every_country_and_first_level_place_has_a_name_in_every_language():
    high = [p for p in VOCABULARY.places if p.kind == "country" or p.code == p.region]
    assert [p.code for p in high if not (p.names.en and p.names.ru and p.names.kk)] == []


def test_no_name_is_empty_or_padded():
    named = (*VOCABULARY.places, *VOCABULARY.substances, *VOCABULARY.agencies)
    names = [name for record in named for _, name in record.names.all()]
    assert [name for name in names if name != name.strip() or not name] == []


def test_the_event_kinds_are_the_sixteen_of_the_design():
    assert {kind.code for kind in VOCABULARY.event_kinds} == EVENT_KINDS


@pytest.mark.parametrize("kind", VOCABULARY.event_kinds, ids=lambda kind: kind.code)
def test_an_event_kind_says_where_its_neighbour_begins(kind):
    assert " Not " in kind.definition.en
    mentioned = {code for code in EVENT_KINDS if code.replace("_", " ") in kind.definition.en}
    assert mentioned - {kind.code}


@pytest.mark.parametrize("kind", VOCABULARY.event_kinds, ids=lambda kind: kind.code)
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_an_event_kind_has_cues_in_every_language(kind, language):
    assert len(kind.cues.of(language)) >= 5


@pytest.mark.parametrize("indicator", VOCABULARY.indicators, ids=lambda indicator: indicator.code)
def test_an_indicator_is_defined_and_says_what_it_cannot_show(indicator):
    for text in (indicator.definition, indicator.shows, indicator.cannot_show):
        assert len(text.en) > 8
    assert VOCABULARY.unit(indicator.unit).code == indicator.unit
    assert all(indicator.names.of(language) for language in INTERFACE_LANGUAGES)


@pytest.mark.parametrize("indicator", VOCABULARY.indicators, ids=lambda indicator: indicator.code)
def test_an_indicator_is_told_by_its_cues_in_three_languages_or_in_none(indicator):
    cues = [bool(indicator.cues.of(language)) for language in INTERFACE_LANGUAGES]
    assert cues in ([True] * 3, [False] * 3)


def test_the_catalogue_has_the_five_epidemiological_indicators_and_the_rest_of_the_field():
    codes = {indicator.code for indicator in VOCABULARY.indicators}
    assert len(codes) >= 100
    assert {
        "use_last_year", "high_risk_users", "treatment_first_entries", "hcv_prevalence_pwid",
        "overdose_deaths", "seizure_count", "purity_retail", "price_retail", "eradicated_area",
        "laboratories_dismantled", "offences_possession", "offences_sale", "persons_convicted",
        "persons_compulsory_medical", "offences_per_officer", "oat_coverage", "trust_police",
        "prevention_reach_share", "public_support", "budget_spent",
    } <= codes  # fmt: skip


def test_a_break_touches_indicators_and_places_that_are_known():
    by_code = {one.code: one for one in VOCABULARY.breaks}
    assert by_code["kz-registration-2015"].day == "2015-01-01"
    assert by_code["kz-amendments-2025"].day == "2025-01-01"
    assert "KZ-63" in by_code["kz-regions-2022"].places
    for one in VOCABULARY.breaks:
        assert one.source and all(one.label.of(language) for language in INTERFACE_LANGUAGES)
        assert one.invented == any(VOCABULARY.place(code).invented for code in one.places)


def test_a_denominator_is_an_indicator_or_a_plain_word():
    codes = {indicator.code for indicator in VOCABULARY.indicators}
    denominators = {i.denominator for i in VOCABULARY.indicators if i.denominator}
    assert denominators - codes == {"respondents", "programmes"}


@pytest.mark.parametrize(
    "measure",
    [
        "seizure_mass", "seizure_total", "seizure_share", "seizure_change", "price_wholesale",
        "price_retail", "price_dose", "price_change", "persons_by_decision",
        "persons_compulsory_medical", "offences_registered", "persons_liable_drug_distribution",
        "transit_share_retained", "transit_volume", "illicit_drug_trade_volume",
        "sanction_imprisonment", "typical_fine", "plantation_area", "plantations_found",
        "cannabis_area", "cannabis_potential", "pharma_opioid_mortality", "events_covered",
        "audience_size", "border_length", "border_crossings", "verdicts_analysed",
        "profit_rate", "budget_share", "share_convicts_addicts", "population", "shipment_size",
    ],
)  # fmt: skip
def test_measures_of_the_hand_read_claims_are_indicators(measure):
    assert VOCABULARY.indicator(measure).code == measure


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("heroin", "heroin"), ("марихуана", "cannabis_herb"), ("гашиш", "hashish"),
        ("қарасора", "cannabis_plants"), ("мефедрон", "mephedrone"), ("α-PVP", "alpha_pvp"),
        ("прегабалин", "pregabalin"), ("тропикамид", "tropicamide"), ("opium", "opium"),
        ("ангидрид уксусной кислоты", "acetic_anhydride"), ("маковая солома", "poppy_straw"),
        ("synthetics", "synthetic_drugs"), ("precursors", "precursors"), ("апиын", "opium"),
        ("psychotropic substances", "psychotropic_substances"), ("есірткі", "narcotic_drugs"),
    ],
)  # fmt: skip
def test_the_words_of_the_sources_name_substances(word, code):
    found = [s.code for s in VOCABULARY.substances if word in {n for _, n in s.names.all()}]
    assert found == [code]


def test_a_name_belongs_to_one_substance():
    named = Counter(
        (language, name.casefold())
        for substance in VOCABULARY.substances
        for language, name in set(substance.names.all())
    )
    assert [name for name, times in named.items() if times > 1] == []


def test_scheduled_substances_name_their_convention():
    schedules = {s.schedule for s in VOCABULARY.substances if s.schedule}
    assert {schedule.split()[0] for schedule in schedules} == {"1961", "1971", "1988"}


def test_the_chain_of_parents_ends():
    for agency in VOCABULARY.agencies:
        seen = set()
        while agency.parent is not None:
            assert agency.code not in seen
            seen.add(agency.code)
            agency = VOCABULARY.agency(agency.parent)

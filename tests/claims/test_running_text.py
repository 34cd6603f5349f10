"""Figures in sentences become claims: indicator, place, period and cited source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.claims.read import read_claims

HEROIN = {"of": "heroin", "of_code": "heroin"}
HASHISH = {"of": "hashish", "of_code": "hashish"}
DRUGS = {"of": "drugs", "of_code": "narcotic_drugs"}


@pytest.fixture
def indicators_of(write, vocabulary):
    """The indicators of the figures of one sentence, in order."""

    def read(sentence, figures, mentions=()):
        reading = read_claims(write([sentence], figures, mentions), vocabulary, None)
        return [claim.indicator for claim in reading.claims]

    return read


@pytest.mark.parametrize(
    ("sentence", "words", "unit"),
    [
        ("Officers in Torsu seized 5 kg of heroin.", "5 kg", "kg"),
        ("В Торсу изъято 5 кг героина.", "5 кг", "kg"),
        ("Торсуда 5 кг героин тәркіленді.", "5 кг", "kg"),
    ],
)
def test_a_seized_mass_of_a_drug_is_seizure_mass_in_three_languages(
    indicators_of, sentence, words, unit
):
    assert indicators_of(sentence, [(words, 5, unit, HEROIN)]) == ["seizure_mass"]


def test_a_seized_mass_of_all_drugs_is_the_seizure_total(indicators_of):
    sentence = "The police seized 12 t of drugs in the year."
    assert indicators_of(sentence, [("12 t", 12, "t", DRUGS)]) == ["seizure_total"]


def test_a_seized_mass_of_who_knows_what_has_no_indicator(indicators_of):
    assert indicators_of("The police seized 12 t on the road.", [("12 t", 12, "t")]) == [None]


def test_a_mass_without_a_cue_has_no_indicator(indicators_of):
    assert indicators_of("The lorry held 12 t of heroin.", [("12 t", 12, "t", HEROIN)]) == [None]


def test_a_cue_whose_unit_does_not_fit_is_no_cue(indicators_of):
    assert indicators_of("They seized 12 persons' cars.", [("12 persons", 12, "person")]) == [None]


def test_crimes_counted_as_cases_are_still_crimes_registered(indicators_of):
    sentence = "Over the year 7406 crimes were registered."
    assert indicators_of(sentence, [("7406", 7406, "case")]) == ["crimes_registered"]


def test_each_cue_belongs_to_the_figure_beside_it(indicators_of):
    sentence = "In Torsu 5 kg of heroin were seized, and 7 persons were detained."
    figures = [("5 kg", 5, "kg", HEROIN), ("7 persons", 7, "person")]
    assert indicators_of(sentence, figures) == ["seizure_mass", "persons_detained"]


def test_a_clause_set_against_the_cues_clause_does_not_share_the_cue(indicators_of):
    sentence = "Some 5 kg of heroin were seized, while the store keeps 9 kg of hashish."
    figures = [("5 kg", 5, "kg", HEROIN), ("9 kg", 9, "kg", HASHISH)]
    assert indicators_of(sentence, figures) == ["seizure_mass", None]


def test_a_long_way_from_the_cue_a_figure_is_not_in_its_list(indicators_of):
    sentence = (
        "Some 5 kg of heroin were seized; the author remembers that in his youth a whole village "
        "lived on what 9 kg of hashish brought."
    )
    figures = [("5 kg", 5, "kg", HEROIN), ("9 kg", 9, "kg", HASHISH)]
    assert indicators_of(sentence, figures) == ["seizure_mass", None]


def test_a_list_shares_its_cue_and_shares_must_agree_with_the_masses(indicators_of):
    sentence = "Seized were: drugs – 15 t, of which heroin - 450 kg (3%), hashish – 9 kg (4%)."
    figures = [
        ("15 t", 15, "t", DRUGS),
        ("450 kg", 450, "kg", HEROIN),
        ("3%", 3, "%"),
        ("9 kg", 9, "kg", HASHISH),
        ("4%", 4, "%"),
    ]
    # 450 kg are 3 % of 15 t; 9 kg are 0.06 %, so that 4 % is a share of something else.
    assert indicators_of(sentence, figures) == [
        "seizure_total", "seizure_mass", "seizure_share", "seizure_mass", None,
    ]  # fmt: skip


def test_a_share_without_a_total_has_no_indicator(indicators_of):
    sentence = "They seized 450 kg of heroin (3%)."
    figures = [("450 kg", 450, "kg", HEROIN), ("3%", 3, "%")]
    assert indicators_of(sentence, figures) == ["seizure_mass", None]


def test_a_part_of_a_seized_mass_is_of_the_same_drug(indicators_of):
    sentence = "The weight of confiscated hashish was 161 t, including 32 t ready for sale."
    figures = [("161 t", 161, "t", HASHISH), ("32 t", 32, "t")]
    mentions = [("hashish", "substance", "hashish")]
    assert indicators_of(sentence, figures, mentions) == ["seizure_mass", "seizure_mass"]


def test_a_cue_passes_a_figure_of_another_kind_to_reach_a_list(indicators_of):
    sentence = "Seized on 18 persons were 5 kg of heroin or 9 kg of hashish."
    figures = [("18 persons", 18, "person"), ("5 kg", 5, "kg", HEROIN), ("9 kg", 9, "kg", HASHISH)]
    assert indicators_of(sentence, figures) == [None, "seizure_mass", "seizure_mass"]


def test_a_verb_at_the_end_governs_the_list_before_it(indicators_of):
    sentence = "Торсуда 5 кг героин мен 9 кг гашиш тәркіленді."
    figures = [("5 кг", 5, "kg", HEROIN), ("9 кг", 9, "kg", HASHISH)]
    assert indicators_of(sentence, figures) == ["seizure_mass", "seizure_mass"]


def test_the_longer_cue_tells_retail_from_wholesale(indicators_of):
    sentence = "The retail price was 7000 tenge and the wholesale price 3000000 tenge for heroin."
    figures = [("7000 tenge", 7000, "KZT"), ("3000000 tenge", 3e6, "KZT")]
    assert indicators_of(sentence, figures) == ["price_retail", "price_wholesale"]


def test_a_price_without_its_level_is_told_by_what_it_is_per(indicators_of):
    sentence = "The price of heroin was 3000000 tenge per kg."
    figures = [("3000000 tenge per kg", 3e6, "KZT/kg")]
    assert indicators_of(sentence, figures) == ["price_wholesale"]


def test_a_price_that_says_neither_level_nor_weight_has_no_indicator(indicators_of):
    assert indicators_of("Its price was 7000 tenge.", [("7000 tenge", 7000, "KZT")]) == [None]


@pytest.fixture
def claim_of(write, vocabulary):
    """The claim of the last figure in the passages."""

    def read(passages, figures, mentions=(), source=None):
        reading = read_claims(write(passages, figures, mentions), vocabulary, source)
        return reading.claims[-1]

    return read


def test_the_place_is_where_it_was_counted_not_where_it_came_from(claim_of):
    sentence = "From Besmara came the 5 kg of heroin seized in Torsu."
    mentions = [("Besmara", "place", "XB"), ("Torsu", "place", "gn:1")]
    claim = claim_of([sentence], [("5 kg", 5, "kg", HEROIN)], mentions)
    assert (claim.place_code, claim.place) == ("XA-01", "Torsu")


def test_each_figure_has_the_place_of_its_own_clause(write, vocabulary):
    sentence = "In Besmara 5 kg of heroin were seized, and in Qarlyn 9 kg of heroin."
    mentions = [("Besmara", "place", "XB"), ("Qarlyn", "place", "XA")]
    figures = [("5 kg", 5, "kg", HEROIN), ("9 kg", 9, "kg", HEROIN)]
    claims = read_claims(write([sentence], figures, mentions), vocabulary, None).claims
    assert [claim.place_code for claim in claims] == ["XB", "XA"]


def test_kazakh_endings_tell_where_it_was_counted(claim_of):
    sentence = "Карлыннан әкелінген 5 кг героин Торсуда тәркіленді."
    mentions = [("Карлын", "place", "XA"), ("Торсу", "place", "gn:1")]
    claim = claim_of([sentence], [("5 кг", 5, "kg", HEROIN)], mentions)
    assert claim.place_code == "XA-01"


def test_an_area_across_borders_has_a_name_but_no_code(claim_of):
    mentions = [("Salt Valley", "place", "area:salt-valley")]
    claim = claim_of(["In Salt Valley 5 kg were seized."], [("5 kg", 5, "kg")], mentions)
    assert (claim.place_code, claim.place) == (None, "Salt Valley")


def test_a_heading_says_where_if_the_sentence_does_not(claim_of):
    passages = [("heading", "QARLYN"), "Police seized 5 kg of heroin."]
    claim = claim_of(passages, [("5 kg", 5, "kg", HEROIN)], [("QARLYN", "place", "XA")])
    assert claim.place_code == "XA"


def test_a_heading_of_another_section_does_not_say_where(claim_of):
    passages = [("heading", "QARLYN"), "A paragraph.", ("heading", "OTHERS"), "Police seized 5 kg."]
    claim = claim_of(passages, [("5 kg", 5, "kg", HEROIN)], [("QARLYN", "place", "XA")])
    assert claim.place_code is None


def test_the_paragraph_before_says_where_if_the_sentence_does_not(claim_of):
    passage = "The raid was in Torsu. Police seized 5 kg of heroin."
    claim = claim_of([passage], [("5 kg", 5, "kg", HEROIN)], [("Torsu", "place", "gn:1")])
    assert claim.place == "Torsu"


def test_a_list_in_brackets_gives_each_figure_its_place(write, vocabulary):
    sentence = "They held 9 persons (Qarlyn - 5 persons, Besmara - 4 persons)."
    figures = [(f"{n} persons", n, "person") for n in (9, 5, 4)]
    mentions = [("Qarlyn", "place", "XA"), ("Besmara", "place", "XB")]
    claims = read_claims(write([sentence], figures, mentions), vocabulary, None).claims
    assert [claim.place_code for claim in claims[1:]] == ["XA", "XB"]


def test_a_figures_period_that_is_a_cited_works_year_is_not_believed(claim_of):
    sentence = "Police seized 5 kg of heroin (Aman et al., 2028: 67)."
    claim = claim_of([sentence], [("5 kg", 5, "kg", {"period": "2028"})])
    assert claim.period_start is None


def test_a_source_of_one_country_says_where_if_nothing_else_does(claim_of, newspaper):
    claim = claim_of(["Police seized 5 kg."], [("5 kg", 5, "kg")], source=newspaper)
    assert (claim.place_code, claim.place, claim.source) == ("XA", "Qarlyn", "torsu-times")


def test_nothing_says_where(claim_of):
    claim = claim_of(["Police seized 5 kg."], [("5 kg", 5, "kg")])
    assert (claim.place_code, claim.place) == (None, None)


def test_the_figures_own_period_wins(claim_of):
    figure = ("5 kg", 5, "kg", {"period": "2030-01/2030-03"})
    claim = claim_of(
        ["In 2029 they planned; 5 kg were seized."], [figure], [("2029", "date", "2029")]
    )
    assert (claim.period_start, claim.period_end) == ("2030-01", "2030-03")


def test_the_nearest_date_of_the_sentence_is_the_period(write, vocabulary):
    sentence = "Seizures fell from 9 kg in 2028 to 5 kg in 2030."
    mentions = [("2028", "date", "2028"), ("2030", "date", "2030")]
    figures = [("9 kg", 9, "kg"), ("5 kg", 5, "kg")]
    claims = read_claims(write([sentence], figures, mentions), vocabulary, None).claims
    assert [claim.period_start for claim in claims] == ["2028", "2030"]


def test_the_year_of_a_cited_work_is_no_period(claim_of):
    sentence = "Police seized 5 kg of heroin (Aman et al., 2028: 67)."
    claim = claim_of([sentence], [("5 kg", 5, "kg", HEROIN)], [("2028", "date", "2028")])
    assert (claim.period_start, claim.cited_source) == (None, "Aman et al., 2028: 67")


def test_the_date_of_publication_is_never_the_period(claim_of):
    claim = claim_of(["Police seized 5 kg."], [("5 kg", 5, "kg")])
    assert claim.period_start is None


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("According to the Ministry of Health, 5 kg were seized.", "the Ministry of Health"),
        ("По данным МВД, изъято 5 kg героина.", "МВД"),
        ("ІІМ мәліметінше, 5 kg героин тәркіленді.", "ІІМ"),
        ("Some 5 kg were seized [8].", "[8]"),
        ("Serik and Aman (2028: 5) report that 5 kg were seized.", "Serik and Aman (2028: 5)"),
        ("Some 5 kg were seized (UNODC, n.d.).", "UNODC, n.d."),
        ("Some 5 kg were seized (in March 2028).", None),
        ("Some 5 kg were seized (March 2028).", None),
    ],
)
def test_whom_a_sentence_cites_is_given_as_printed(claim_of, sentence, cited):
    assert claim_of([sentence], [("5 kg", 5, "kg")]).cited_source == cited


def test_confidence_is_the_share_of_what_is_established(claim_of, newspaper):
    sentence = "In 2030, 5 kg of heroin were seized in Torsu."
    mentions = [("2030", "date", "2030"), ("Torsu", "place", "gn:1")]
    figure = [("5 kg", 5, "kg", HEROIN)]
    assert claim_of([sentence], figure, mentions, newspaper).confidence == 1.0
    assert claim_of([sentence], figure, mentions).confidence == 0.8
    assert claim_of(["There were 5 kg."], [("5 kg", 5, "kg")]).confidence == 0.2


def test_a_figure_with_neither_unit_nor_indicator_is_set_aside_and_counted(write, vocabulary):
    annotated = write(["The 44 was late; 5 kg were lost."], [("44", 44, None), ("5 kg", 5, "kg")])
    reading = read_claims(annotated, vocabulary, None)
    assert [claim.figure.value for claim in reading.claims] == [5]
    assert reading.set_aside == "1 of 2 figures have neither a unit nor an indicator"


def test_the_id_stays_when_more_is_understood(write, vocabulary, newspaper):
    sentence = "In 2030, 5 kg of heroin were seized in Torsu."
    poor = write([sentence], [("5 kg", 5, "kg")])
    rich = write(["A new first paragraph.", sentence], [("5 kg", 5, "kg", HEROIN)])
    before = read_claims(poor, vocabulary, None).claims[0]
    after = read_claims(rich, vocabulary, newspaper).claims[0]
    assert before.id == after.id
    assert before.indicator != after.indicator


def test_equal_figures_after_equal_words_have_different_ids(write, vocabulary):
    sentence = "Police again took away 5 kg."
    annotated = write([sentence, sentence], [("5 kg", 5, "kg"), ("5 kg", 5, "kg")])
    ids = [claim.id for claim in read_claims(annotated, vocabulary, None).claims]
    assert len(set(ids)) == 2


def test_a_claim_is_proposed_and_marked_as_its_document(claim_of):
    claim = claim_of(["There were 5 kg."], [("5 kg", 5, "kg")])
    assert (claim.status, claim.marking, claim.entered_by) == ("proposed", "green", None)
    assert claim.document == "d" * 64


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("In 2029 they planned. The drugs seized weighed 5 kg.", "2029"),
        ("In 2029 they planned. Today they seized 5 kg.", None),
        ("In 2028 they met, in 2029 they planned. The drugs seized weighed 5 kg.", None),
    ],
)
def test_a_sentence_without_a_date_goes_on_in_the_only_time_told_before(claim_of, sentence, period):
    dates = [(year, "date", year) for year in ("2028", "2029") if year in sentence]
    claim = claim_of([sentence], [("5 kg", 5, "kg", HEROIN)], dates)
    assert claim.period_start == period


def test_the_id_of_a_claim_does_not_depend_on_the_key_for_pseudonyms(write, vocabulary):
    def id_after(code):
        document = write([f"At the flat of {code} they seized 5 kg."], [("5 kg", 5, "kg", HEROIN)])
        return [
            claim.id
            for claim in read_claims(
                replace(document, document=replace(document.document, id="one")), vocabulary, None
            ).claims
        ]

    assert id_after("person-aaaaaaaaaa") == id_after("person-bbbbbbbbbb") != []

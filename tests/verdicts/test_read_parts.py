"""What is read from single phrases of court texts; expected values are read off by hand."""

from __future__ import annotations

import pytest

from sholu.verdicts.articles import find_citations
from sholu.verdicts.circumstances import read_how_found, read_story
from sholu.verdicts.court_text import find_decisions, lower
from sholu.verdicts.masses import NamedSubstance, find_seized, said_size, settle
from sholu.verdicts.numbers import read_number
from sholu.verdicts.operative import read_decision, read_outcome, sanctions_after_appeal
from sholu.verdicts.sanctions import read_sanctions
from sholu.verdicts.sentences import clauses
from sholu.verdicts.weighing import read_mitigating, read_repeated


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("ст. 297 ч. 3 п.п. 1), 3) УК", [("297", "3", ("1", "3"))]),
        ("п.п. 1,3 ч. 3 ст. 297", [("297", "3", ("1", "3"))]),
        ("статье 297 части третьей пункту 1)", [("297", "3", ("1",))]),
        ("ст.ст. 296 ч.3, 297 ч.2 УК", [("296", "3", ()), ("297", "2", ())]),
        ("ч. 2 и 3 ст. 296", [("296", "2", ()), ("296", "3", ())]),
        ("ст. 296 ч. 3 и ч. 2 ст. 297", [("296", "3", ()), ("297", "2", ())]),
        ("ст. 24 ч. 3, ст. 299-1 ч. 1", [("299-1", "1", ())]),
        ("п. «в» ч. 3 ст. 259", [("259", "3", ("в",))]),
        ("ст.ст. 387-390 УПК", []),
        ("ҚК 297-бабы 3-бөлігінің 1), 3)-тармақтары", [("297", "3", ("1", "3"))]),
        ("296-бабының 4-бөлігі бойынша", [("296", "4", ())]),
        ("Article 297(3), point 1", [("297", "3", ("1",))]),
        ("part 3, point 2 of Article 297", [("297", "3", ("2",))]),
    ],
)
def test_articles_are_read_in_every_order_of_their_pieces(
    printed: str, cited: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    low = lower(printed)
    found = [(one.article, one.part, one.points) for one in find_citations(low, 0, len(low))]
    assert found == cited


@pytest.mark.parametrize(
    ("printed", "kind", "amount"),
    [
        ("в виде 6 (шести) лет лишения свободы", "imprisonment", 72),
        ("лишение свободы на срок пять лет шесть месяцев", "imprisonment", 66),
        ("к 1 (одному) году 6 (шести) месяцам ограничения свободы", "restriction_of_freedom", 18),
        ("бас бостандығынан 3 (үш) жылға айыру жазасы", "imprisonment", 36),
        ("5 (бес) жылға бас бостандығынан айыру", "imprisonment", 60),
        ("sentenced to 6 years and 6 months in prison", "imprisonment", 78),
    ],
)
def test_terms_become_months(printed: str, kind: str, amount: float) -> None:
    (sanction,) = read_sanctions(printed)
    assert (sanction.kind, sanction.months) == (kind, amount)


def test_a_fine_has_indices_and_tenge() -> None:
    words = "штраф в размере 200 (двести) мрп, что составляет 612 600 (шестьсот тысяч) тенге"
    (fine,) = read_sanctions(words)
    assert (fine.kind, fine.amount_mci, fine.amount_kzt) == ("fine", 200, 612600)


def test_hours_and_days_are_no_months() -> None:
    (service,) = read_sanctions("в виде 160 (сто шестьдесят) часов общественных работ.")
    (arrest,) = read_sanctions("30 (отыз) тәулікке қамаққа алу")
    assert (service.hours, service.months) == (160, None)
    assert (arrest.days, arrest.months) == (30, None)


def test_of_several_punishments_the_final_one_stands() -> None:
    words = (
        "по ст. 296 – 3 года лишения свободы; по ст. 297 – 6 лет лишения свободы; на основании "
        "ст. 58 окончательно назначить 7 лет лишения свободы"
    )
    assert [one.months for one in read_sanctions(words)] == [84]


def test_what_the_prosecutor_asks_for_and_probation_are_no_punishment() -> None:
    words = (
        "прокурор просил 8 лет лишения свободы. назначить 2 года лишения свободы, на основании "
        "ст. 63 ук считать условным с пробационным контролем сроком на 1 год"
    )
    (sanction,) = read_sanctions(words)
    assert (sanction.months, sanction.conditional) == (24, True)


def test_an_additional_punishment_stands_beside_the_main_one() -> None:
    words = "10 лет лишения свободы с лишением права управлять транспортом сроком на 3 года"
    assert [(one.kind, one.months) for one in read_sanctions(words)] == [
        ("imprisonment", 120),
        ("deprivation_of_right", 36),
    ]


def test_a_higher_court_cuts_the_old_term() -> None:
    new = "наказание снизить до 5 лет 6 месяцев"
    (sanction,) = sanctions_after_appeal(new, "осужден к 7 годам лишения свободы")
    assert (sanction.kind, sanction.months) == ("imprisonment", 66)


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("признать невиновным и оправдать за отсутствием состава", "acquitted"),
        ("признать виновным и назначить 5 лет лишения свободы", "convicted"),
        ("уголовное дело прекратить за истечением срока давности", "terminated"),
        ("кінәсіз деп танылып, ақталсын", "acquitted"),
        ("сотталсын, 2 жылға бас бостандығынан айыру жазасы тағайындалсын", "convicted"),
        ("is acquitted of the charge", "acquitted"),
    ],
)
def test_the_decision_about_one_defendant(words: str, decided: str) -> None:
    assert read_decision(words, is_medical=False) == decided


def test_the_rest_left_unchanged_does_not_make_a_change_an_upholding() -> None:
    changed = "приговор изменить, смягчить наказание. в остальной части оставить без изменения"
    assert read_outcome(changed) == "changed"
    assert read_outcome("приговор оставить без изменения") == "upheld"


def test_a_mass_goes_to_the_substance_it_is_tied_to() -> None:
    low = "героин весом 10,5 г и опий весом 2,25 грамма"
    named = [NamedSubstance(0, 6, "heroin"), NamedSubstance(22, 26, "opium")]
    found = find_seized(low, (0, len(low)), named, None)
    assert [(one.substance, one.mass_g) for one in found] == [("heroin", 10.5), ("opium", 2.25)]


def test_parts_give_way_to_their_total() -> None:
    low = "массой: 0,52 г, 0,48 г, 1,00 г, общей массой 2,00 грамма"
    found = settle(find_seized(low, (0, len(low)), [], "alpha_pvp"))
    assert [one.mass_g for one in found] == [2.0]


def test_gross_and_net_are_two() -> None:
    low = "смесь массой 8,05 г, чистая масса героина 4,89 г"
    named = [NamedSubstance(34, 41, "heroin")]
    found = settle(find_seized(low, (0, len(low)), named, None))
    assert [(one.mass_g, one.gross_or_net) for one in found] == [(8.05, "gross"), (4.89, "net")]


def test_kilograms_and_grams_are_one_mass() -> None:
    low = "салмағы 1 килограмм 245,6 грамм"
    (mass,) = find_seized(low, (0, len(low)), [], "cannabis_herb")
    assert mass.mass_g == 1245.6


def test_especially_large_is_not_large() -> None:
    assert said_size("в особо крупном размере") == "especially_large"
    assert said_size("в крупном размере") == "large"
    assert said_size("аса ірі мөлшерге жатады") == "especially_large"


def test_not_handing_it_over_is_no_voluntary_surrender() -> None:
    plot = "добровольно сдать найденное он не успел, изъято при личном досмотре"
    assert read_how_found(plot, "") == "personal_search"


@pytest.mark.parametrize(
    ("plot", "article", "part", "story"),
    [
        ("случайно обнаружил свёрток и не сообщил о находке в полицию", "296", "3", "found"),
        ("приобрёл без цели сбыта для личного потребления", "296", "3", "own_use"),
        ("сбыл условному покупателю", "297", "1", "sale"),
        ("устроился закладчиком и делал тайники", "297", "3", "courier"),
        ("оборудовал лабораторию и изготавливал в целях сбыта", "297", "4", "production"),
        ("өзі тұтыну үшін, өткізу мақсатынсыз сақтаған", "296", "2", "own_use"),
    ],
)
def test_the_story_follows_words_within_what_the_article_allows(
    plot: str, article: str, part: str, story: str
) -> None:
    assert read_story(lower(plot), [article], [part]) == story


def test_no_mitigating_circumstances_are_none() -> None:
    assert read_mitigating("обстоятельств, смягчающих наказание, суд не усматривает.") == ()
    said = "смягчающими суд признает раскаяние и наличие малолетних детей."
    assert read_mitigating(said) == ("repentance", "minor_children")


def test_convicted_before_not_before_and_silence() -> None:
    assert read_repeated("ранее не судимого") is False
    assert read_repeated("ранее судимого по ст. 188") is True
    assert read_repeated("женатого") is None


def test_numbers_in_words() -> None:
    assert read_number("двадцать пять") == 25
    assert read_number("он екі") == 12
    assert read_number("612 600") == 612600


def test_abbreviations_and_initials_end_no_clause() -> None:
    text = "По ст. 296 ч. 3 УК признать Т. виновным. Меру пресечения отменить."
    assert len(clauses(text, (0, len(text)))) == 2


def test_a_press_note_about_a_verdict_is_no_decision() -> None:
    note = (
        "Приговор вынесли в Акбулуте\n\nСуд установил, что житель города хранил гашиш, и "
        "приговорил его к 5 годам лишения свободы, сообщила судья."
    )
    assert find_decisions(note) == ()

"""Decisions against the law of their day: what is asked, what is only noted, what is left alone."""

from __future__ import annotations

from sholu.verdicts.against_law import compare_with_law
from sholu.verdicts.against_law_model import Comparison, findings_of
from sholu.verdicts.model import AppliedArticle, Defendant, Verdict
from sholu.vocabulary.load_law import load_law
from tests.verdicts.invented import defendant, sanction, substance, verdict


def prison(months: float, **fields: bool) -> object:
    return sanction("imprisonment", months=months, **fields)


def compare(one: Defendant, **fields: object) -> Comparison:
    (found,) = compare_with_law([verdict(one, **fields)], load_law())
    return found


def asked(found: Comparison) -> list[str]:
    return [one.kind for one in found.questions if not one.is_note]


def test_imprisonment_for_a_criminal_offence_is_a_finding_with_both_sources() -> None:
    for part in ("296.2", "296.3"):
        found = compare(defendant(part, sanctions=(prison(12),)))
        assert asked(found) == ["kind_not_allowed"]
        (finding,) = findings_of([found])
        assert finding.gravity == "high" and finding.certainty == "likely"
        assert found.spans[0] in finding.evidence
        assert any(source.startswith("000:") for source in finding.evidence)
        assert "?" in finding.statement


def test_a_fine_for_a_criminal_offence_and_prison_for_a_crime_are_left_alone() -> None:
    fined = compare(defendant("296.2", sanctions=(sanction("fine", amount_mci=50.0),)))
    jailed = compare(defendant("296.4", sanctions=(prison(48),)))
    assert (asked(fined), asked(jailed)) == ([], [])
    assert jailed.result == "fits"


def test_prison_is_allowed_if_another_article_of_the_person_allows_it() -> None:
    assert asked(compare(defendant("296.2,296.4", sanctions=(prison(48),)))) == []


def test_an_earlier_sentence_makes_the_question_less_sure() -> None:
    found = compare(defendant("296.2", sanctions=(prison(12),), repeated=True))
    assert [one.certainty for one in found.questions] == ["possible"]


def test_terms_beyond_the_law_of_the_day_are_asked_about() -> None:
    # Article 296, part 4: imprisonment of three to seven years.
    assert asked(compare(defendant("296.4", sanctions=(prison(85),)))) == ["above_maximum"]
    assert asked(compare(defendant("296.4", sanctions=(prison(35),)))) == ["below_minimum"]
    for edge in (36, 84):
        assert asked(compare(defendant("296.4", sanctions=(prison(edge),)))) == []


def test_a_named_ground_explains_less_than_the_minimum() -> None:
    for ground in (
        {"below_lowest_limit": True},
        {"special_procedure": "procedural_agreement"},
        {"mitigating": ("youth",)},
    ):
        assert asked(compare(defendant("296.4", sanctions=(prison(12),), **ground))) == []


def test_the_lighter_law_of_the_day_of_the_decision_is_allowed() -> None:
    # Part 3 of Article 297: from ten years until 2 March 2025, from seven years since.
    one = defendant("297.3", sanctions=(prison(96),))
    before = compare(one, offence_date="2024-10-01", date="2025-02-20")
    # From 2025 a clause on couriers whose part is not printed begins at five years.
    after = compare(one, offence_date="2024-10-01", date="2025-04-20")
    in_2023 = compare(one, offence_date="2023-05-01", date="2023-11-20")
    assert asked(in_2023) == ["below_minimum"]
    assert (asked(before), asked(after)) == ([], [])


def test_the_final_term_of_two_articles_may_reach_both_maxima() -> None:
    # 297.1 of 2024: five to ten years; with 296.4 at most 204 months, at least sixty.
    two = "296.4,297.1"
    assert asked(compare(defendant(two, sanctions=(prison(204),)))) == []
    assert asked(compare(defendant(two, sanctions=(prison(206),)))) == ["above_maximum"]
    assert asked(compare(defendant(two, sanctions=(prison(59),)))) == ["below_minimum"]


def test_a_mass_of_another_size_is_a_finding_only_if_all_readings_say_so() -> None:
    fine = (sanction("fine", amount_mci=50.0),)
    # Heroin: small up to 0.01 g in one source, up to 0.1 g in another.
    disputed = defendant("296.2", substances=(substance("heroin", 0.05, "gross"),), sanctions=fine)
    found = compare(disputed, offence_date="2018-03-01", date="2018-06-01")
    assert [(one.kind, one.is_note) for one in found.questions] == [("size_of_other_part", True)]
    assert findings_of([found]) == []
    clear = defendant("296.2", substances=(substance("heroin", 0.6, "gross"),), sanctions=fine)
    found = compare(clear, offence_date="2018-03-01", date="2018-06-01")
    assert asked(found) == ["size_of_other_part"]


def test_a_net_mass_where_the_mixture_counts_may_be_larger() -> None:
    one = defendant("296.4", substances=(substance("heroin", 0.6, "net"),), sanctions=(prison(40),))
    assert asked(compare(one, offence_date="2018-03-01", date="2018-06-01")) == []
    gross = defendant(
        "296.4",
        substances=(substance("heroin", 0.6, "net"), substance("heroin", 1.4, "gross")),
        sanctions=(prison(40),),
    )
    assert asked(compare(gross, offence_date="2018-03-01", date="2018-06-01")) == []


def test_the_largest_of_several_masses_decides_and_an_unknown_one_may_be_it() -> None:
    masses = (substance("hashish", 2.0), substance("hashish", 300.0))
    largest = defendant("296.4", substances=masses, sanctions=(prison(40),))
    assert asked(compare(largest)) == []
    unknown = (substance("hashish", 2.0), substance("opium", 300.0))
    assert asked(compare(defendant("296.4", substances=unknown, sanctions=(prison(40),)))) == []
    alone = (substance("hashish", 2.0),)
    found = compare(defendant("296.4", substances=alone, sanctions=(prison(40),)))
    assert asked(found) == ["size_of_other_part"]


def test_a_part_with_points_may_be_for_another_sign_than_size() -> None:
    points = AppliedArticle("297", "3", ("1",), None)
    one = defendant(substances=(substance("hashish", 2.0),), sanctions=(prison(130),))
    one = Defendant(**{**vars(one), "articles": (points,)})
    found = compare(one)
    assert [(q.kind, q.is_note) for q in found.questions] == [("size_of_other_part", True)]


def test_a_size_that_the_decision_names_and_no_table_gives_is_asked_about() -> None:
    one = substance("hashish", 2.0, None, "especially_large")
    found = compare(defendant("297.4", substances=(one,), sanctions=(prison(190),)))
    assert asked(found) == ["size_said_otherwise"]


def test_an_article_that_was_not_in_force_is_asked_about() -> None:
    old = compare(defendant("259.2"), offence_date="2016-03-01", date="2016-09-01")
    new = compare(defendant("296.4"), offence_date="2013-03-01", date="2013-09-01")
    assert (asked(old), asked(new)) == (["not_in_force"], ["not_in_force"])


def test_an_old_article_for_an_old_act_and_an_unknown_day_are_left_alone() -> None:
    during = compare(defendant("259.2"), offence_date="2014-10-01", date="2015-03-01")
    unknown = compare(defendant("259.2"), offence_date=None, date="2016-09-01")
    assert (asked(during), asked(unknown)) == ([], [])


def test_a_milder_kind_without_a_ground_is_a_note() -> None:
    limited = (sanction("restriction_of_freedom", months=24.0),)
    found = compare(defendant("296.4", sanctions=limited))
    assert [(q.kind, q.is_note) for q in found.questions] == [("milder_kind", True)]
    named = compare(defendant("296.4", sanctions=limited, below_lowest_limit=True))
    assert named.questions == ()


def test_courts_of_another_country_and_persons_not_convicted_are_not_compared() -> None:
    abroad = compare(defendant("296.2", sanctions=(prison(12),)), region="KG-GB")
    free = compare(defendant("296.2", decision="acquitted"))
    assert (abroad.questions, abroad.result) == ((), "not comparable")
    assert (free.questions, free.result) == ((), "not comparable")


def test_an_upheld_sentence_is_asked_about_once_and_a_changed_one_again() -> None:
    who = defendant("296.2", sanctions=(prison(12),))
    first: Verdict = verdict(who, case="case-q")
    upheld = verdict(who, case="case-q", case_kind="appeal", outcome="upheld")
    changed = verdict(who, case="case-q", case_kind="appeal", outcome="changed")
    law = load_law()
    assert len(findings_of(compare_with_law([first, upheld], law))) == 1
    assert len(findings_of(compare_with_law([first, changed], law))) == 2


def test_what_the_mass_deserves_is_said_beside_what_was_applied() -> None:
    one = defendant("296.3", substances=(substance("hashish", 20.0),))
    found = compare(one)
    assert found.deserved[0] == "hashish: large (table of 2018)"
    assert any(line.startswith("KZ.CC2014/296/3: no imprisonment") for line in found.deserved)

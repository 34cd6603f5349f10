"""Tables of practice: shape, who is counted, intervals, terms against mass."""

from __future__ import annotations

import csv
import math
import re
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from sholu.verdicts.model import Defendant, Verdict
from sholu.verdicts.practice_intervals import middle_of, share_of
from sholu.verdicts.practice_persons import CountedPerson, counted_persons
from sholu.verdicts.practice_regression import regress_on_mass
from sholu.verdicts.practice_sentences import sentence_table
from sholu.verdicts.practice_tables import decision_table, medical_table
from sholu.vocabulary.load_law import load_law
from tests.verdicts.invented import defendant, sanction, substance, verdict

PRISON = sanction("imprisonment", months=60.0)


def persons(*verdicts: Verdict) -> tuple[CountedPerson, ...]:
    return counted_persons(verdicts, load_law())


def rows_of(path: Path, column: str) -> list[tuple[str, str, int]]:
    """``296.2``, what is counted, number."""
    with path.open(encoding="utf-8") as file:
        return [
            (
                re.sub(r"[- ]part ", ".", row["article_filled"].removeprefix("Art.")),
                row[column],
                int(row["number_of_people"]),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def test_the_first_table_of_the_court_report_comes_out_of_single_decisions(
    shared_dir: Path,
) -> None:
    gold = rows_of(shared_dir / "gold/tables/000_table1_decisions.csv", "decision_or_punishment")
    people: list[Defendant] = []
    for article in dict.fromkeys(row[0] for row in gold):
        counts = {what: number for name, what, number in gold if name == article}
        people += [
            defendant(
                article,
                sanctions=(PRISON,),
                below_lowest_limit=place
                < counts.get("The punishment is below the lowest limit", 0),
                # The last ones, so that both flags are seldom on one person.
                confiscation=place
                >= counts["Sentenced to imprisonment"]
                - counts.get("Asset forfeiture is ordered", 0),
            )
            for place in range(counts["Sentenced to imprisonment"])
        ]
        restricted = counts.get("Sentenced to restriction of freedom", 0)
        limited = sanction("restriction_of_freedom", months=24.0)
        people += [defendant(article, sanctions=(limited,)) for _ in range(restricted)]
        people += [
            defendant(article, decision="acquitted") for _ in range(counts.get("Acquitted", 0))
        ]
    Random(1).shuffle(people)
    # Two persons to a decision, as courts often judge; the last may stand alone.
    verdicts = [verdict(*people[place : place + 2]) for place in range(0, len(people), 2)]
    table = decision_table(persons(*verdicts))
    assert [(row.group, row.wording.en, row.people) for row in table] == gold


def test_the_second_table_of_the_court_report_comes_out_of_single_decisions(
    shared_dir: Path,
) -> None:
    gold = rows_of(shared_dir / "gold/tables/000_table2_compulsory_medical.csv", "addiction_type")
    people = [
        defendant(article, compulsory_treatment=kind.lower().replace(" ", "_"))
        for article, kind, number in gold
        for _ in range(number)
    ]
    Random(2).shuffle(people)
    table = medical_table(persons(*(verdict(one) for one in people)))
    assert [(row.group, row.wording.en, row.people) for row in table] == gold


def test_a_person_is_in_each_row_that_applies_and_every_cell_names_its_decisions() -> None:
    one = verdict(
        defendant("297.3", sanctions=(PRISON,), below_lowest_limit=True, confiscation=True)
    )
    table = decision_table(persons(one))
    assert [row.code for row in table] == ["imprisonment", "below_lowest_limit", "confiscation"]
    assert {row.verdicts for row in table} == {(one.id,)}
    assert {row.spans for row in table} == {(one.spans[0].id,)}


def test_an_appeal_and_a_corrigendum_of_a_case_count_nobody_twice() -> None:
    who = defendant(sanctions=(PRISON,))
    first = verdict(who, case="case-x")
    appeal = verdict(who, case="case-x", case_kind="appeal", outcome="upheld", date="2024-09-01")
    mended = verdict(who, case="case-x", case_kind="corrigendum", date="2024-10-01")
    alone = verdict(who, case="case-y", case_kind="appeal", outcome="upheld")
    counted = persons(mended, appeal, first, alone)
    assert {(one.verdict.id, one.is_of_higher_court) for one in counted} == {
        (first.id, False),
        (alone.id, True),
    }


def test_a_rejected_reading_counts_nobody() -> None:
    assert persons(verdict(defendant(), status="rejected")) == ()


def test_a_person_judged_under_several_articles_stands_under_the_gravest() -> None:
    (counted,) = persons(verdict(defendant("296.2,297.3,296.4")))
    assert counted.article is not None
    assert (counted.article.article, counted.article.part) == ("297", "3")


def test_articles_come_in_the_order_of_the_code() -> None:
    names = ["300.1", "297.3", "299-1.1", "286.2", "299.1", "297.10"]
    table = decision_table(persons(*(verdict(defendant(n, sanctions=(PRISON,))) for n in names)))
    assert [row.group for row in table] == ["286.2", "297.3", "297.10", "299.1", "299-1.1", "300.1"]


def test_what_was_not_read_is_a_row_and_not_left_out() -> None:
    table = decision_table(persons(verdict(defendant(decision=None)), verdict(defendant())))
    assert [(row.code, row.people) for row in table] == [
        ("punishment_not_read", 1),
        ("decision_not_read", 1),
    ]


def test_wilson_intervals_are_those_of_the_literature() -> None:
    # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
    share = share_of(81, 263)
    assert (share.low, share.high) == (
        pytest.approx(0.2553, abs=5e-5),
        pytest.approx(0.3662, abs=5e-5),
    )
    none = share_of(0, 20)
    assert (none.low, none.high) == (pytest.approx(0), pytest.approx(0.1611, abs=5e-5))
    assert share_of(0, 0).share is None


@pytest.mark.parametrize("number", [6, 9, 10, 25, 60])
def test_the_interval_of_a_median_covers_it_in_95_of_100_and_the_next_does_not(number: int) -> None:
    middle = middle_of([float(value) for value in range(1, number + 1)])
    assert middle.low is not None

    def coverage(k: int) -> float:
        tail = sum(math.comb(number, i) for i in range(k)) / 2**number
        return 1 - 2 * tail

    assert coverage(int(middle.low)) >= 0.95 > coverage(int(middle.low) + 1)


def test_five_values_have_a_median_and_no_interval() -> None:
    middle = middle_of([1.0, 2.0, 3.0, 4.0, 100.0])
    assert (middle.median, middle.low, middle.is_of_few) == (3.0, None, True)


def test_shares_of_conditional_and_below_the_limit_have_their_own_denominators() -> None:
    conditional = sanction("imprisonment", months=24.0, conditional=True)
    people = [
        defendant(sanctions=(PRISON,), below_lowest_limit=True),
        defendant(sanctions=(conditional,)),
        defendant(sanctions=(sanction("fine", amount_mci=50.0),)),
        defendant(decision="acquitted"),
        defendant(decision="terminated"),
    ]
    (row,) = sentence_table(persons(*(verdict(one) for one in people)), load_law())
    assert (row.people, row.convicted) == (5, 3)
    assert (row.conditional.number, row.conditional.of) == (1, 2)
    assert (row.below_lowest_limit.number, row.below_lowest_limit.of) == (1, 3)
    assert (row.acquitted.number, row.acquitted.of) == (1, 4)
    assert row.months.median == 42
    # 2024-02-01 to 2024-06-03: 28 + 31 + 30 + 31 + 3 days.
    assert row.days.median == 123


def test_a_partial_date_and_an_appeal_give_no_duration() -> None:
    rows = sentence_table(
        persons(
            verdict(defendant(), offence_date="2024-02"),
            verdict(defendant(), case_kind="appeal"),
            verdict(defendant(), offence_date="2025-01-01"),
        ),
        load_law(),
    )
    assert rows[0].days.number == 0


def planted(number: int, seed: int, substances: tuple[str, ...] = ("heroin",)) -> list[Verdict]:
    """Terms that grow by half for a tenfold mass; hashish weighs a hundred times as much."""
    random = Random(seed)
    made = []
    for place in range(number):
        code = substances[place % len(substances)]
        power = random.uniform(-1, 2)
        months = 36 * 1.5**power * math.exp(random.gauss(0, 0.1))
        mass = 10**power * (100 if code == "hashish" else 1)
        one = defendant(
            substances=(substance(code, mass),),
            sanctions=(sanction("imprisonment", months=months),),
        )
        made.append(verdict(one, region=f"XA-0{place % 2}"))
    return made


def test_the_planted_factor_of_a_tenfold_mass_is_found() -> None:
    found = regress_on_mass(persons(*planted(120, 5)))
    slope = found.coefficients[0]
    assert slope.low < 1.5 < slope.high
    assert slope.high - slope.low < 0.15
    assert {check.result for check in found.checks[:2]} == {"passed"}


def test_grams_of_two_substances_are_told_apart() -> None:
    both = ("heroin", "hashish")
    found = regress_on_mass(persons(*planted(200, 6, both)))
    assert "substance" in found.adjusted_for
    assert found.coefficients[0].low < 1.5 < found.coefficients[0].high


def test_few_persons_get_no_line_and_mixed_grams_fail_their_check() -> None:
    few = regress_on_mass(persons(*planted(12, 7)))
    assert few.coefficients == () and "too few" in few.refused
    mixed = regress_on_mass(persons(*planted(25, 8, ("heroin", "hashish"))))
    assert mixed.checks[0].result == "failed"


def test_who_is_left_out_of_the_line_is_counted_by_reason() -> None:
    two = defendant(
        substances=(substance("heroin", 1.0), substance("hashish", 2.0)), sanctions=(PRISON,)
    )
    fined = defendant(sanctions=(sanction("fine", amount_mci=20.0),))
    found = regress_on_mass(
        persons(verdict(two), verdict(fined), verdict(defendant(sanctions=(PRISON,))))
    )
    assert dict(found.left_out) == {
        "several substances": 1,
        "not sentenced to imprisonment": 1,
        "no mass of a known substance": 1,
    }


def test_groups_by_year_are_in_order_with_the_unknown_last() -> None:
    days = ["2024-01-05", None, "2019-03-03"]
    rows = sentence_table(
        persons(*(verdict(defendant(), date=day) for day in days)), load_law(), "year"
    )
    assert [row.group for row in rows] == ["2019", "2024", "not known"]
    assert all(a.people == b.people for a, b in pairwise(rows))


def test_terms_below_the_least_of_the_law_count_whatever_the_ground() -> None:
    # Article 296, part 4: at least three years; of part 2 of Article 297 no term is known.
    people = [
        defendant("296.4", sanctions=(sanction("imprisonment", months=months),), **ground)
        for months, ground in (
            (35.0, {}),
            (24.0, {"below_lowest_limit": True}),
            (36.0, {}),
            (60.0, {}),
        )
    ]
    people += [
        defendant("296.4", sanctions=(sanction("fine", amount_mci=100.0),)),
        defendant("297.2", sanctions=(sanction("imprisonment", months=12.0),)),
    ]
    rows = sentence_table(persons(*(verdict(one) for one in people)), load_law())
    assert [(row.group, row.below_minimum.number, row.below_minimum.of) for row in rows] == [
        ("296.4", 2, 4),
        ("297.2", 0, 0),
    ]

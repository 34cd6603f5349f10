"""Plots: what is compared, what is one plot, and the test of courts."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from sholu.verdicts.court_permutation import Decided, compare_courts
from sholu.verdicts.model import Verdict
from sholu.verdicts.plot_differences import differences, masked
from sholu.verdicts.plot_words import mask_words, read_tellings
from sholu.verdicts.plots import find_plots
from tests.verdicts.invented import defendant, verdict

FOUND = (
    "{when} {who}, проходя пешком вдоль {place}, заметил в сухой траве {thing}, в котором лежало "
    "вещество с резким запахом. Поняв, что перед ним наркотик, {who} поднял свёрток, положил во "
    "внутренний карман и понёс домой, никому о находке не сказав и в полицию её не сдав. Через "
    "полчаса {who} остановил наряд патруля, и при осмотре одежды свёрток весом {mass} г забрали."
)
BOUGHT = (
    "{who} {when} списался через приложение с неизвестным продавцом, перевёл ему деньги за дозу, "
    "получил координаты и выкопал пакетик у {place}. Курил он один, друзьям не предлагал. Вечером "
    "{who} заснул в подъезде, жильцы вызвали участкового, который увидел при нём остаток {mass} г."
)
FORMULA = (
    "Согласно заключению эксперта № {mass}, представленное вещество относится к наркотическим "
    "средствам. Вина подсудимого в судебном заседании подтверждается показаниями свидетелей, "
    "протоколом осмотра, заключением эксперта и другими доказательствами, которые суд считает "
    "допустимыми, достоверными и достаточными. Действия подсудимого правильно квалифицированы по "
    "статье 296 Уголовного кодекса, предусматривающей наказание за хранение без цели сбыта."
)
PLACES = ("реки Есиль", "старого рынка", "станции Бозшаколь", "посёлка Аксу")
THINGS = ("бумажный свёрток", "спичечный коробок", "пакет")


def told(frame: str, random: Random, **fields: object) -> Verdict:
    text = frame.format(
        when=f"{random.randrange(1, 28)} марта {random.randrange(2018, 2025)} года",
        who=f"person-{''.join(random.choices('abcdefgh234567', k=10))}",
        place=random.choice(PLACES), thing=random.choice(THINGS), mass=random.randrange(1, 90),
    )  # fmt: skip
    story = "found" if frame.startswith(FOUND[:20]) else "own_use"
    plain: dict[str, object] = {"circumstances": text}
    return verdict(defendant(story=story), **(plain | fields))


def test_names_numbers_and_dates_are_masked_and_endings_cut() -> None:
    one = mask_words("person-abcdefgh23 нашла 5 марта 2024 г. у реки Есиль 2,5 г гашиша")
    other = mask_words("person-zzzzefgh23 нашёл 17 июля 2019 г. у реки Тобол 0,31 г гашиш")
    assert [word for word in one if word not in other] == ["нашла"]
    assert "@" in one and "#" in one and not any(char.isdigit() for word in one for char in word)


def test_texts_of_one_plot_are_together_and_of_two_are_not() -> None:
    random = Random(1)
    decisions = [told(frame, random) for _ in range(6) for frame in (FOUND, BOUGHT)]
    search = find_plots(decisions)
    assert sorted((plot.story, plot.decisions) for plot in search.plots) == [
        ("found", 6),
        ("own_use", 6),
    ]
    assert {text.verdict for plot in search.plots for text in plot.texts} == {
        one.id for one in decisions
    }


def test_a_shared_legal_formula_makes_no_plot() -> None:
    random = Random(2)
    stories = (
        "В подвале заброшенной пекарни {who} устроил сушилку, где держал мешки конопли, собранной "
        "осенью в степи, и перебирал её руками по ночам при свете фонаря. ",
        "Во время ссоры с соседом из-за собаки {who} уронил кошелёк, а вызванный наряд "
        "нашёл в нём четыре таблетки, про которые он ничего вразумительного не сказал. ",
        "Возвращаясь поездом с вахты, {who} вёз в коробке из-под печенья смолу, купленную у "
        "попутчика за телефон; проводница заметила дым и позвала сотрудника транспорта. ",
    )
    decisions = [told(story + FORMULA, random) for story in stories]
    assert find_plots(decisions).plots == ()


def test_a_sentence_told_in_three_stories_is_a_formula() -> None:
    random = Random(3)
    shared = "Изъятое упаковали в конверт, опечатали и отправили машиной в областную лабораторию. "
    own = {
        "found": "{who} споткнулся о камень и увидел под ним мешочек, который взял в гараж.",
        "sale": "Знакомому по спортзалу {who} отдал дозу за наушники прямо у входа в магазин.",
        "cultivation": (
            "На балконе {who} поливал одиннадцать кустов, был горд их высотой и собирался "
            "показать их гостям летом."
        ),
    }
    decisions = [
        told(text + " " + shared, random, defendants=(defendant(story=story),))
        for story, text in own.items()
    ]
    words = [set(one.words) for one in read_tellings(decisions).tellings]
    assert len(words) == 3 and not any("конвер" in one for one in words)


def test_a_plot_whose_story_is_misread_now_and_then_is_no_formula() -> None:
    random = Random(12)
    decisions = [told(FOUND, random) for _ in range(40)]
    decisions += [
        told(FOUND, random, defendants=(defendant(story=story),))
        for story in ("own_use", "sale", "other", "courier")
    ]
    (plot,) = find_plots(decisions).plots
    assert plot.decisions == 44


def test_the_plots_of_two_defendants_are_told_apart() -> None:
    random = Random(4)
    both = told(f"{FOUND}\n{BOUGHT}", random, defendants=(defendant(), defendant()))
    search = find_plots([both, told(FOUND, random), told(BOUGHT, random)])
    assert [plot.decisions for plot in search.plots] == [2, 2]
    assert all(both.id in {text.verdict for text in plot.texts} for plot in search.plots)


def test_an_appeal_that_repeats_the_circumstances_is_no_second_telling() -> None:
    random = Random(5)
    first = told(FOUND, random, case="case-a")
    appeal = told(FOUND, random, case="case-a", case_kind="appeal")
    assert find_plots([first, appeal]).plots == ()


def test_the_repeating_words_of_an_appeal_do_not_hide_its_plot() -> None:
    random = Random(6)
    head = "Приговором суда {who} признан виновным в том, что "
    search = find_plots([told(head + FOUND, random, case_kind="appeal"), told(FOUND, random)])
    assert [plot.of_higher_courts for plot in search.plots] == [1]


def test_circumstances_of_a_few_words_are_counted_and_not_compared() -> None:
    short = [verdict(circumstances="Описка исправлена.") for _ in range(3)]
    search = find_plots(short)
    assert (search.plots, search.compared, len(search.too_short)) == ((), 0, 3)


def test_a_chain_of_small_changes_does_not_join_two_plots() -> None:
    random = Random(7)
    words = ["".join(random.choices("абвгдежзиклмнопрст", k=5)) for _ in range(200)]
    steps = [" ".join(words[start : start + 50]) for start in range(0, 150, 5)]
    search = find_plots([verdict(circumstances=step, id=step[:5]) for step in steps])
    for plot in search.plots:
        assert all(text.likeness >= 0.6 for text in plot.texts)
        assert not {steps[0][:5], steps[-1][:5]} <= {text.verdict for text in plot.texts}
    assert len(search.plots) > 1


def decided(
    numbers: dict[str, tuple[int, int]], stratum: str = ""
) -> tuple[list[Decided], set[str]]:
    """Decisions of courts: with the plot, and all."""
    made, plot = [], set()
    for court, (with_plot, all_) in numbers.items():
        for place in range(all_):
            id_ = f"{stratum}{court}{place}"
            made.append(Decided(id_, court, stratum))
            plot |= {id_} if place < with_plot else set()
    return made, plot


def test_the_permutation_test_agrees_with_all_permutations_dealt_out() -> None:
    one, plot_one = decided({"A": (2, 3), "B": (1, 4)}, "x")
    two, plot_two = decided({"A": (1, 2), "B": (0, 3)}, "y")
    ((best, *_),) = compare_courts(one + two, [frozenset(plot_one | plot_two)])
    as_many = total = 0
    for left in combinations(one, 3):
        for right in combinations(two, 1):
            total += 1
            as_many += sum(d.court == "A" for d in (*left, *right)) >= 3
    assert best.court == "A"
    assert best.p == pytest.approx(as_many / total)
    assert best.expected == pytest.approx(3 * 3 / 7 + 1 * 2 / 5)


def test_a_court_that_tells_a_plot_far_too_often_is_found_and_the_others_are_not() -> None:
    made, plot = decided({"A": (30, 40), "B": (4, 40), "C": (5, 40)})
    (tests,) = compare_courts(made, [frozenset(plot)])
    assert {one.court: one.says for one in tests} == {
        "A": "exceeds chance",
        "B": "no more than chance",
        "C": "no more than chance",
    }


def test_chance_alone_is_called_beyond_chance_no_more_often_than_the_rate_says() -> None:
    random, wrong = Random(11), 0
    for _ in range(60):
        made = [Decided(str(n), f"court {n % 12}", "") for n in range(240)]
        plots = [frozenset(str(n) for n in range(240) if random.random() < 0.15) for _ in range(4)]
        tests = compare_courts(made, plots)
        wrong += any(one.says == "exceeds chance" for plot in tests for one in plot)
    # At 5 % of 60 trials more than 8 come up with a probability below 0.005.
    assert wrong <= 8


def test_few_decisions_are_said_to_be_too_few() -> None:
    made, plot = decided({"A": (1, 1), "B": (1, 3)})
    (tests,) = compare_courts(made, [frozenset(plot)])
    assert {one.says for one in tests} == {"too few to tell"}


def test_a_stratum_of_one_court_says_nothing_about_it() -> None:
    made, plot = decided({"A": (9, 9)}, "2020")
    others, none = decided({"B": (0, 9)}, "2021")
    ((only,),) = compare_courts(made + others, [frozenset(plot | none)])
    assert (only.p, only.says) == (pytest.approx(1.0), "too few to tell")


def test_differences_are_marked_and_names_are_none() -> None:
    one = "person-abcdefgh23 нашёл 2 г гашиша у реки."
    other = "person-zyxwvuts34 нашёл 15 г гашиша у дороги."
    parts = [(part.kind, part.words.strip()) for part in differences(one, other)]
    assert ("other", "15") in parts and ("gone", "2") in parts
    assert "person" not in masked(one)
    assert "".join(p.words for p in differences(one, other) if p.kind != "gone") == masked(other)

"""Units: their factors, how they are written, and the units made of two."""

from __future__ import annotations

import pytest

from sholu.core.quantity import Quantity, UnitMismatch
from sholu.vocabulary import load

VOCABULARY = load()


@pytest.mark.parametrize(
    ("code", "base", "factor"),
    [
        ("t", "g", 1e6), ("kg", "g", 1e3), ("mg", "g", 1e-3), ("ml", "l", 1e-3),
        ("ha", "m2", 1e4), ("%", "%", 1), ("person", "person", 1), ("KZT", "KZT", 1),
        ("USD/g", "USD/g", 1), ("KZT/kg", "KZT/g", 1e-3), ("t/year", "g/year", 1e6),
        ("person/100000", "person/1", 1e-5), ("case/year", "case/year", 1),
    ],
)  # fmt: skip
def test_a_unit_has_its_base_and_factor(code, base, factor):
    unit = VOCABULARY.unit(code)
    assert (unit.code, unit.base) == (code, base)
    assert unit.factor == pytest.approx(factor, rel=1e-12)  # one division of binary fractions


def test_a_base_unit_is_a_unit_of_the_same_dimension_and_factor_one():
    for word in VOCABULARY.units:
        own = [other.unit for other in VOCABULARY.units if other.unit.code == word.unit.base]
        for base in own:
            assert (base.dimension, base.factor) == (word.unit.dimension, 1)


def test_units_of_one_dimension_share_their_base():
    bases = {}
    for word in VOCABULARY.units:
        bases.setdefault(word.unit.dimension, set()).add(word.unit.base)
    assert [dimension for dimension, base in bases.items() if len(base) > 1] == []


def test_the_ton_of_the_sources_is_metric():
    for spelling in ("ton", "tons", "tonne"):
        assert unit_of(spelling, "en") == "t"
    assert unit_of("тонна", "ru") == unit_of("тонна", "kk") == "t"


def test_prices_in_two_currencies_are_never_added():
    with pytest.raises(UnitMismatch):
        Quantity(1, VOCABULARY.unit("KZT/g")) + Quantity(1, VOCABULARY.unit("USD/g"))


@pytest.mark.parametrize(
    ("spelling", "language", "code"),
    [
        ("килограмма", "ru", "kg"), ("келі", "kk", "kg"), ("кг", "ru", "kg"), ("г", "ru", "g"),
        ("гр.", "ru", "g"), ("грамм", "kk", "g"), ("таблеток", "ru", "tablet"),
        ("кустов", "ru", "plant"), ("түп", "kk", "plant"), ("гектар", "kk", "ha"),
        ("чел.", "ru", "person"), ("адам", "kk", "person"), ("дело", "ru", "case"),
        ("іс", "kk", "case"), ("преступлений", "ru", "offence"), ("қылмыс", "kk", "offence"),
        ("факт", "ru", "fact"), ("лаборатория", "ru", "laboratory"), ("тенге", "ru", "KZT"),
        ("теңге", "kk", "KZT"), ("₸", "kk", "KZT"), ("сомов", "ru", "KGS"), ("сомони", "ru", "TJS"),
        ("манат", "ru", "AZN"), ("рублей", "ru", "RUB"), ("₽", "ru", "RUB"), ("$", "en", "USD"),
        ("долл. США", "ru", "USD"), ("АҚШ доллары", "kk", "USD"), ("капсула", "ru", "capsule"),
        ("пайыз", "kk", "%"), ("per cent", "en", "%"), ("есе", "kk", "times"),
    ],
)  # fmt: skip
def test_a_spelling_means_one_unit_in_its_language(spelling, language, code):
    assert unit_of(spelling, language) == code


def unit_of(spelling, language):
    """The only unit that is written so in a language."""
    (found,) = {w.unit.code for w in VOCABULARY.units if spelling in w.spellings.of(language)}
    return found


def test_measures_of_mass_and_money_share_no_spelling():
    seen = {}
    for word in VOCABULARY.units:
        if not word.unit.dimension.startswith(("mass", "money")):
            continue
        for key in set(word.spellings.all()):
            assert seen.setdefault(key, word.unit.code) == word.unit.code

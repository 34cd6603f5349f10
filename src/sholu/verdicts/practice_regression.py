"""Sentence length against mass: log of the term on the log of the mass, with its checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from numpy.typing import NDArray
from statsmodels.stats.diagnostic import linear_reset

from sholu.verdicts.model import Defendant
from sholu.verdicts.practice_persons import CountedPerson
from sholu.verdicts.practice_sentences import months_of

PERSONS_PER_COEFFICIENT = 10
"""Persons that each coefficient needs (Harrell 2015, Regression Modeling Strategies, 4.4)."""

LEAST_IN_LEVEL = 3
"""Persons that a substance, role or region needs to be told apart; the others stand together."""

OTHERS = "others"
_SUSPECT = 0.05

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Coefficient:
    """How a term changes: ``factor`` times for a tenfold mass, or against the reference level."""

    name: str
    factor: float
    low: float
    high: float
    persons: int


@dataclass(frozen=True)
class Check:
    """A diagnostic: ``passed``, ``failed`` or ``for information``, with what it says."""

    name: str
    result: str
    says: str


@dataclass(frozen=True)
class MassRegression:
    """The answer, or why there is none.

    Attributes:
        persons: how many were used; left_out: reason and how many, in persons.
        adjusted_for: of ``substance``, ``role`` and ``region``; not_adjusted_for: why not.
        coefficients: empty if there are too few persons; ``refused`` says it.
        verdicts: ids of the decisions used.
    """

    persons: int
    left_out: tuple[tuple[str, int], ...]
    adjusted_for: tuple[str, ...]
    not_adjusted_for: tuple[tuple[str, str], ...]
    coefficients: tuple[Coefficient, ...]
    checks: tuple[Check, ...]
    refused: str
    verdicts: tuple[str, ...]


@dataclass(frozen=True)
class _Case:
    months: float
    mass_g: float
    levels: dict[str, str]
    verdict: str


def regress_on_mass(persons: Iterable[CountedPerson]) -> MassRegression:
    """By what factor the term of imprisonment grows when the mass grows tenfold.

    Ordinary least squares of ln(months) on log10(mass in g), with an effect for each substance
    (grams of two substances do not compare), role and region as far as there are persons enough;
    intervals from heteroscedasticity-consistent errors.

    Source: MacKinnon and White (1985), J. Econometrics 29, 305-325 (HC3); Ramsey (1969), J. R.
    Stat. Soc. B 31, 350-371 (RESET).
    """
    cases, left_out = _cases(persons)
    columns, names, adjusted, not_adjusted = _design(cases)
    verdicts = tuple(dict.fromkeys(one.verdict for one in cases))
    least = 2 * PERSONS_PER_COEFFICIENT
    refused = ""
    if len(cases) < least:
        refused = f"{len(cases)} persons are too few for a line: {least} are needed."
    elif len({one.mass_g for one in cases}) < 3:
        refused = "Fewer than three different masses: no line can be drawn."
    coefficients: tuple[Coefficient, ...] = ()
    checks: tuple[Check, ...] = ()
    if not refused:
        months = np.log([one.months for one in cases])
        fitted = sm.OLS(months, columns).fit(cov_type="HC3")
        coefficients = _coefficients(fitted, columns, names)
        checks = (_check_substances(cases, adjusted), *_checks(fitted, columns, months))
    return MassRegression(
        len(cases), left_out, adjusted, not_adjusted, coefficients, checks, refused, verdicts
    )


def _cases(persons: Iterable[CountedPerson]) -> tuple[list[_Case], tuple[tuple[str, int], ...]]:
    """Persons with a term and the mass of one substance; the others by what is missing."""
    cases, left_out = [], Counter[str]()
    for person in persons:
        months, found = months_of(person.defendant), mass_of(person.defendant)
        if person.defendant.decision != "convicted" or not months:
            left_out["not sentenced to imprisonment"] += 1
        elif isinstance(found, str):
            left_out[found] += 1
        else:
            levels = {
                "substance": found[0],
                "role": person.defendant.role or "not said",
                "region": person.verdict.region or "not known",
            }
            cases.append(_Case(months, found[1], levels, person.verdict.id))
    return cases, tuple(left_out.items())


def mass_of(one: Defendant) -> tuple[str, float] | str:
    """The substance and its mass in grams: gross where both are given; else why there is none."""
    masses = [s for s in one.substances if s.mass_g and s.substance]
    kinds = {s.substance for s in masses}
    if not masses:
        return "no mass of a known substance"
    if len(kinds) > 1:
        return "several substances"
    weighed = {s.gross_or_net for s in masses}
    if len(weighed) > 1 and "gross" in weighed:
        masses = [s for s in masses if s.gross_or_net == "gross"]
    total = sum(s.mass_g for s in masses if s.mass_g)
    return str(masses[0].substance), total


def _design(
    cases: Sequence[_Case],
) -> tuple[Array, list[str], tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Columns of the regression: 1, log10 of the mass, then an indicator for each level."""
    columns = [np.ones(len(cases)), np.log10([one.mass_g for one in cases])]
    names = ["term of 1 g", "tenfold mass"]
    adjusted, not_adjusted = [], []
    for factor in ("substance", "role", "region"):
        added, labels = _indicators([one.levels[factor] for one in cases])
        why = _why_not(np.column_stack([*columns, *added]), len(added))
        if why:
            not_adjusted.append((factor, why))
            continue
        columns += added
        names += [f"{factor} {label}" for label in labels]
        adjusted.append(factor)
    return np.column_stack(columns), names, tuple(adjusted), tuple(not_adjusted)


def _indicators(levels: Sequence[str]) -> tuple[list[Array], list[str]]:
    """A column for each level but the most frequent, which is the reference."""
    counts = Counter(levels)
    told = [level if counts[level] >= LEAST_IN_LEVEL else OTHERS for level in levels]
    ranked = [level for level, _ in sorted(Counter(told).items(), key=lambda i: (-i[1], i[0]))]
    reference = ranked[0] if ranked else ""
    labels = [f"{level} against {reference}" for level in ranked[1:]]
    return [np.array([float(t == level) for t in told]) for level in ranked[1:]], labels


def _why_not(columns: Array, added: int) -> str:
    if not added:
        return "only one is told apart"
    if len(columns) < PERSONS_PER_COEFFICIENT * columns.shape[1]:
        return f"fewer than {PERSONS_PER_COEFFICIENT} persons for each coefficient"
    if np.linalg.matrix_rank(columns) < columns.shape[1]:
        return "goes together with another"
    return ""


def _coefficients(
    fitted: sm.regression.linear_model.RegressionResultsWrapper, columns: Array, names: list[str]
) -> tuple[Coefficient, ...]:
    limits = np.exp(fitted.conf_int())
    factors = np.exp(fitted.params)
    return tuple(
        Coefficient(
            name,
            float(factors[place]),
            float(limits[place][0]),
            float(limits[place][1]),
            int(np.count_nonzero(columns[:, place])) if place > 1 else len(columns),
        )
        for place, name in enumerate(names)
        if place
    )


def _check_substances(cases: Sequence[_Case], adjusted: Sequence[str]) -> Check:
    number = len({one.levels["substance"] for one in cases})
    mixed = number > 1 and "substance" not in adjusted
    says = f"{number} substance(s)"
    says += ", their grams put together: read no factor from it" if mixed else ""
    return Check("grams of one kind", "failed" if mixed else "passed", says)


def _checks(
    fitted: sm.regression.linear_model.RegressionResultsWrapper, columns: Array, months: Array
) -> tuple[Check, ...]:
    plain = sm.OLS(months, columns).fit()
    reset = linear_reset(plain, power=2, use_f=True)
    bent = bool(reset.pvalue < _SUSPECT)
    slopes = fitted.params[1] - plain.get_influence().dfbeta[:, 1]
    moved = (float(np.exp(slopes.min())), float(np.exp(slopes.max())))
    low, high = np.exp(fitted.conf_int()[1])
    far = moved[0] < low or moved[1] > high
    return (
        Check(
            "straight line",
            "failed" if bent else "passed",
            f"RESET p = {reset.pvalue:.3f}: the logarithms "
            + ("do not lie along a line" if bent else "may lie along a line"),
        ),
        Check(
            "no single person decides",
            "failed" if far else "passed",
            f"without one person the factor lies between {moved[0]:.2f} and {moved[1]:.2f}",
        ),
        Check(
            "explained",
            "for information",
            f"the line explains {plain.rsquared:.0%} of the variance of the logarithms of terms",
        ),
    )

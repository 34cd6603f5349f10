"""Bring the observatory's series and its register of measures to the designs."""

from __future__ import annotations

from dataclasses import replace

from sholu.build.observatory import Observatory
from sholu.build.policy_fitness import fitness_of
from sholu.build.policy_hypotheses import judge_registered
from sholu.build.series_look import Statistics
from sholu.policy.designs import DESIGNS, Question
from sholu.policy.evaluation import Evaluation, evaluate
from sholu.policy.load_measures import find_measure, load_measures
from sholu.policy.measure import Measure
from sholu.policy.measures_of_law import measures_of_law
from sholu.policy.model import Check, PolicyError
from sholu.policy.panel import Panel, Rows, balance
from sholu.policy.panel_of_series import Outcome, history_of_series, panel_of_series
from sholu.vocabulary.load_law import load_law

STORE_DESIGNS = tuple(name for name in DESIGNS if name != "sc")
"""The store has no predictors; without them ``sc`` would say what ``sc-outcome`` says, twice."""


def measures_of(observatory: Observatory) -> tuple[Measure, ...]:
    """The register with the observatory's own measures."""
    return load_measures(
        observatory.inputs / "measures.yaml", measures_of_law(load_law(observatory.inputs / "law"))
    )


def evaluate_measure(
    observatory: Observatory, code: str, indicator: str, confounder: str | None, language: str
) -> Evaluation:
    """Judge a measure by an indicator's series.

    Args:
        observatory: with built tables.
        code: of the measure.
        indicator: code of the outcome.
        confounder: code of an indicator with series in the same places and periods, or None.
        language: of names, en, ru or kk.

    Raises:
        PolicyError: if measure or series are not there, or nothing can be judged.
    """
    measure = find_measure(measures_of(observatory), code)
    outcome = _outcome(observatory, measure, indicator)
    rows = outcome.rows
    if confounder is not None:
        beside = _outcome(observatory, measure, confounder).rows
        if (beside.units, beside.periods) != (rows.units, rows.periods):
            raise PolicyError(
                f"{confounder} and {indicator} do not have the same places and periods, so the one "
                "can't be taken out of the other."
            )
        rows = replace(rows, covariates={confounder: beside.outcome})
    known = observatory.vocabulary.indicator(indicator)
    label = f"{known.names.preferred(language)}, {known.unit}"
    found = evaluate(
        f"{measure.code}: {measure.title.of(language)}",
        Question(rows, indicator, breaks=outcome.breaks, label=label),
        STORE_DESIGNS,
        confounder=confounder,
        notes=(*outcome.notes, _fitness_note(observatory, measure, indicator)),
        other_starts=_other_starts(observatory, measure, indicator, rows),
        language=language,
    )
    judged = judge_registered(observatory, measure, indicator, confounder, found)
    return replace(found, hypotheses=judged)


def _other_starts(
    observatory: Observatory, measure: Measure, indicator: str, rows: Rows
) -> dict[str, Question]:
    """The question from the day of announcement, and from days that other sources give.

    A day in the same period as the first is no other; one on which nothing can be judged (a break
    of definition) is left out.
    """
    days = {f"from {day}, as other sources say": day for day in measure.other_days}
    if measure.announced:
        days[f"from {measure.announced}, when it was announced"] = measure.announced
    found = {}
    for name, day in days.items():
        try:
            other = _outcome(observatory, replace(measure, in_force=day), indicator)
        except PolicyError:
            continue
        if (other.rows.first_treated != rows.first_treated).any():
            found[name] = Question(other.rows, indicator, breaks=other.breaks)
    return found


def _fitness_note(observatory: Observatory, measure: Measure, indicator: str) -> Check:
    """Whether the outcome is fit to judge the measure by: stands beside every effect on it."""
    fitness = fitness_of(observatory, indicator, measure)
    failed = any(check.status == "failed" for check in fitness.checks)
    return Check("fitness", "failed" if failed else "passed", fitness.verdict)


def history_of(observatory: Observatory, indicator: str) -> Panel:
    """The past of the country's regions, on which a pilot is tried.

    Raises:
        PolicyError: if no region has series, or not the same periods.
    """
    observatory.vocabulary.indicator(indicator)
    country = observatory.settings.country
    series = [
        one
        for one in Statistics(observatory).series(indicator)
        if one.place.startswith(f"{country}-")
    ]
    if not series:
        raise PolicyError(
            f"No region of {country} has a series of {indicator}.",
            "'sholu series list' shows what there is; --panel takes a file.",
        )
    return balance(history_of_series(series))


def _outcome(observatory: Observatory, measure: Measure, indicator: str) -> Outcome:
    """The panel of one indicator."""
    vocabulary = observatory.vocabulary
    vocabulary.indicator(indicator)
    series = Statistics(observatory).series(indicator)
    countries = {one.place: vocabulary.place(one.place).country for one in series}
    return panel_of_series(measure, series, countries)

"""The register of measures: those that come with Sholu, and the observatory's own."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

import cattrs
import yaml

from sholu.core.period import DateError, parse_partial_date
from sholu.policy.measure import MEASURE_KINDS, Measure
from sholu.policy.model import PolicyError

_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def load_measures(local: Path | None = None, law: Iterable[Measure] = ()) -> tuple[Measure, ...]:
    """All measures by date.

    Args:
        local: the observatory's ``inputs/measures.yaml``; a measure with a code of the register
            stands instead of it. A file that isn't there adds nothing.
        law: measures out of the register of law (`measures_of_law`).

    Raises:
        PolicyError: if a file can't be read; the message names the record.
    """
    found = {measure.code: measure for measure in law}
    shipped = resources.files("sholu.policy").joinpath("measures.yaml").read_text(encoding="utf-8")
    found |= {measure.code: measure for measure in _read(shipped, "measures.yaml")}
    if local is not None and local.exists():
        own = _read(local.read_text(encoding="utf-8"), str(local))
        found |= {measure.code: measure for measure in own}
    return tuple(sorted(found.values(), key=lambda measure: (measure.in_force, measure.code)))


def find_measure(measures: tuple[Measure, ...], code: str) -> Measure:
    """The measure of a code.

    Raises:
        PolicyError: if there is none; the message names its neighbours.
    """
    for measure in measures:
        if measure.code == code:
            return measure
    nearest = get_close_matches(code, [measure.code for measure in measures], n=3, cutoff=0.4)
    hint = f"The nearest are {', '.join(nearest)}." if nearest else "'sholu measures' lists all."
    raise PolicyError(f"No measure has the code {code!r}.", hint)


def _read(text: str, name: str) -> list[Measure]:
    """The records of one file."""
    try:
        records = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise PolicyError(f"{name} is no YAML: {error}.") from None
    if not isinstance(records, list):
        raise PolicyError(f"{name} should be a list of measures.")
    return [_measure(record, name, number) for number, record in enumerate(records, 1)]


def _measure(record: object, name: str, number: int) -> Measure:
    """One record, checked."""
    label = record.get("code", f"number {number}") if isinstance(record, dict) else number
    try:
        measure = _CONVERTER.structure(record, Measure)
        for day in (measure.announced, measure.in_force, measure.ended, *measure.other_days):
            if day is not None:
                parse_partial_date(day)
    except cattrs.BaseValidationError as error:
        said = "; ".join(cattrs.transform_error(error, path=""))
        raise PolicyError(f"{name}, measure {label}: {said}.") from None
    except DateError as error:
        raise PolicyError(f"{name}, measure {label}: {error}") from None
    if measure.kind not in MEASURE_KINDS:
        raise PolicyError(
            f"{name}, measure {label}: the kind {measure.kind!r} is none of "
            f"{', '.join(MEASURE_KINDS)}."
        )
    if not measure.sources:
        raise PolicyError(f"{name}, measure {label}: it names no source.")
    return measure

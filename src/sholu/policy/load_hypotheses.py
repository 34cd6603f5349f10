"""The register of hypotheses: those of the works that Sholu serves, and the observatory's own."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import resources
from pathlib import Path

import cattrs
import yaml

from sholu.policy.hypothesis import Hypothesis
from sholu.policy.model import PolicyError

_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def load_hypotheses(local: Path | None = None) -> tuple[Hypothesis, ...]:
    """All hypotheses, those that come with Sholu first.

    Args:
        local: the observatory's ``inputs/hypotheses.yaml``; one with a code of the register stands
            instead of it. A file that isn't there adds nothing.

    Raises:
        PolicyError: if a file can't be read; the message names the record.
    """
    shipped = resources.files("sholu.policy").joinpath("hypotheses.yaml")
    found = _read(shipped.read_text(encoding="utf-8"), "hypotheses.yaml")
    if local is not None and local.exists():
        found |= _read(local.read_text(encoding="utf-8"), str(local))
    return tuple(found.values())


def find_hypothesis(hypotheses: tuple[Hypothesis, ...], code: str) -> Hypothesis:
    """The hypothesis of a code.

    Raises:
        PolicyError: if there is none; the message names its neighbours.
    """
    for one in hypotheses:
        if one.code == code:
            return one
    nearest = get_close_matches(code, [one.code for one in hypotheses], n=3, cutoff=0.4)
    hint = f"The nearest are {', '.join(nearest)}. " if nearest else ""
    raise PolicyError(
        f"No hypothesis has the code {code!r}.",
        hint + "'sholu hypotheses' lists all; an own one needs --statement.",
    )


def _read(text: str, name: str) -> dict[str, Hypothesis]:
    """The records of one file by code."""
    try:
        records = yaml.safe_load(text) or []
        if not isinstance(records, list):
            raise PolicyError(f"{name} should be a list of hypotheses.")
        found = [_CONVERTER.structure(record, Hypothesis) for record in records]
    except yaml.YAMLError as error:
        raise PolicyError(f"{name} is no YAML: {error}.") from None
    except cattrs.BaseValidationError as error:
        said = "; ".join(cattrs.transform_error(error, path=""))
        raise PolicyError(f"{name}: {said}.") from None
    return {one.code: one for one in found}

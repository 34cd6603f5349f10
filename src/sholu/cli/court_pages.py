"""Pages of the commands that analyse decisions: one self-contained HTML file each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sholu.verdicts.model import Verdict

DECISIONS_SHOWN = 40
"""Decisions that open under a number; JSON has the ids of all."""

_QUOTE = 400
"""Characters of a decision's words that are shown."""


def render(template: str, **values: Any) -> str:
    """A page from a template of this room."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(template).render(**values)


def openings(verdicts: Mapping[str, Verdict], ids: Sequence[str]) -> list[dict[str, str]]:
    """What opens under a number: court, date and the words of each decision, names masked."""
    return [_opening(verdicts[id_]) for id_ in ids[:DECISIONS_SHOWN]]


def _opening(verdict: Verdict) -> dict[str, str]:
    """The longest span of a decision is what it decides."""
    quote = max((span.quote.strip(" :\n") for span in verdict.spans), key=len, default="")
    return {
        "verdict": verdict.id,
        "court": verdict.court or "court not known",
        "date": verdict.date or "no date",
        "quote": quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]} …",
    }


def by_id(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """Decisions by id."""
    return {verdict.id: verdict for verdict in verdicts}

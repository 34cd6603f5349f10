"""Write down which claim a person wants to be drawn for an observation."""

from __future__ import annotations

from sholu.build.look import NotFound
from sholu.build.observatory import Observatory
from sholu.build.series_look import Statistics
from sholu.journal.model import Entry


def choose_claim(
    observatory: Observatory, observation: str, claim: str, who: str, why: str
) -> Entry:
    """Append the choice to the journal; the tables follow with the next build.

    Raises:
        NotFound: if there is no such observation, or the claim is not about it.
        JournalError: if it cannot be written, or who or why is missing.
    """
    found = next(
        (one for one in Statistics(observatory).observations() if one.id == observation), None
    )
    if found is None:
        raise NotFound(
            f"No observation has the id '{observation}'.",
            "'sholu series show … --format json' prints them.",
        )
    claims = [point.claim for point in found.points]
    if found.derived or claim not in claims:
        raise NotFound(
            f"'{claim}' is no claim about {found.indicator} in {found.period}.",
            "It was computed from others." if found.derived else f"There are {', '.join(claims)}.",
        )
    with observatory.journal() as journal:
        return journal.append("choose", observation, who, why, {"claim": claim})

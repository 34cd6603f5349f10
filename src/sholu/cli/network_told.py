"""Ties out of the tables of an observatory."""

from __future__ import annotations

from sholu.build.look import Look
from sholu.build.observatory import Observatory
from sholu.network import from_tables
from sholu.network.model import NetworkError, TieTable

WHY_NO_TIES = {
    "verdicts": "Ties need decisions with two defendants or more; 'sholu verdicts' lists them.",
    "events": "Only events that somebody accepted count: 'sholu review accept EVENT'.",
    "claims": "Ties need claims that cite another source; 'sholu claims' lists them.",
}
"""Of each of the tables, what to do where it tells none."""


def ties_told(observatory: Observatory, tables: str) -> TieTable:
    """Ties out of verdicts, events or claims.

    Raises:
        NetworkError: if they tell none.
    """
    look = Look(observatory)
    if tables == "verdicts":
        table = from_tables.ties_of_verdicts(look.verdicts())
    elif tables == "events":
        table = from_tables.ties_of_events(look.events())
    else:
        published = {row.document: row.published for row in look.documents()}
        table = from_tables.ties_of_claims(look.claims(), published)
    if not table.actors:
        raise NetworkError(f"The {tables} tell no ties.", WHY_NO_TIES[tables])
    return table

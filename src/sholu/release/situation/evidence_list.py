"""The words behind each figure of a report, numbered as the figures come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sholu.release.package.model import Evidence, PublicPoint
from sholu.release.package.reader import Package
from sholu.release.situation.model import KeyFigure
from sholu.release.situation.sentences import figure_name, figure_value

MOST_SPANS = 3
"""Spans that a figure put together from many is shown with."""

CONTEXT = 70
"""Characters of the sentence on each side of the words."""


class EvidenceList:
    """Numbers figures, and gives each the words of its sources."""

    def __init__(self, package: Package, language: str) -> None:
        self._package = package
        self._language = language
        self._figures: dict[tuple[str, ...], tuple[int, KeyFigure]] = {}

    def number(self, figure: KeyFigure) -> int:
        """The figure's number; the same figure in another answer keeps it."""
        found = self._figures.setdefault(figure.observations, (len(self._figures) + 1, figure))
        return found[0]

    def rows(self, say: Callable[..., str]) -> list[dict[str, Any]]:
        """One row a figure."""
        return [self._row(number, figure, say) for number, figure in self._figures.values()]

    def _row(self, number: int, figure: KeyFigure, say: Callable[..., str]) -> dict[str, Any]:
        shown = [self._points(id_) for id_ in figure.observations[:MOST_SPANS]]
        quotes = [
            quote for points in shown for point in points for quote in self._quote(point, say)
        ]
        count = len(figure.observations)
        return {
            "number": number,
            "figure": f"{figure_name(figure, self._package, self._language)}: "
            f"{figure_value(figure, self._language)}",
            "cells": say("cells", count=count) if count > 1 else "",
            "quotes": quotes[:MOST_SPANS],
        }

    def _points(self, observation: str) -> tuple[PublicPoint, ...]:
        found = self._package.observation(observation)
        return found.points if found else ()

    def _quote(self, point: PublicPoint, say: Callable[..., str]) -> list[dict[str, str]]:
        evidence = self._package.evidence(point.span) if point.span else None
        if evidence is None:
            return []
        document = self._package.document(evidence.document)
        parts = [document.name if document else ""]
        if evidence.page is not None:
            parts.append(say("page", page=evidence.page))
        if evidence.cell is not None:
            parts.append(evidence.cell)
        return [
            {
                "before": _end(evidence),
                "words": " ".join(evidence.words.split()),
                "after": _start(evidence),
                "language": evidence.language or self._language,
                "where": " · ".join(part for part in parts if part),
            }
        ]


def _end(evidence: Evidence) -> str:
    text = " ".join(evidence.before.split())
    return text if len(text) <= CONTEXT else "…" + text[-CONTEXT:].partition(" ")[2]


def _start(evidence: Evidence) -> str:
    text = " ".join(evidence.after.split())
    return text if len(text) <= CONTEXT else text[:CONTEXT].rpartition(" ")[0] + "…"

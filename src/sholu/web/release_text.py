"""A release's own text as the site shows it: summary and items with figures that open."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sholu.web.shelf import Edition
from sholu.web.view import View


@dataclass(frozen=True)
class ReleaseText:
    """What of ``release.json`` the pages print.

    Attributes:
        language: of headings and summary.
        summary: country and its sentences; ``numbers``: event to number of its item.
        sections: countries with their items.
    """

    language: str
    lead: str
    summary: tuple[tuple[str, tuple[dict[str, Any], ...]], ...]
    sections: tuple[dict[str, Any], ...]
    numbers: dict[str, int]
    changes: tuple[dict[str, Any], ...]
    why: str
    documents: tuple[dict[str, Any], ...]


def release_text(view: View, edition: Edition) -> ReleaseText:
    """The text of a release."""
    record = edition.text
    summary = groupby(record["summary"], key=lambda one: one.get("about", ""))
    return ReleaseText(
        language=record["language"],
        lead=record["lead"],
        summary=tuple((about, tuple(sentences)) for about, sentences in summary),
        sections=tuple(record["sections"]),
        numbers={
            item["event"]: item["number"] for part in record["sections"] for item in part["items"]
        },
        changes=tuple(record["changes"]),
        why=record["why"],
        documents=tuple(record["documents"]),
    )

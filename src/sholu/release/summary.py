"""The summary by country: each sentence carries the items that support it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from sholu.release.model import Item, Section, SummaryError, SummarySentence
from sholu.release.wording import kind_phrase


def summarise(sections: Sequence[Section], language: str) -> tuple[SummarySentence, ...]:
    """One sentence for each country: what its items are about, and in which regions."""
    return tuple(_sentence(section, language) for section in sections)


def _sentence(section: Section, language: str) -> SummarySentence:
    by_kind: dict[str | None, list[Item]] = {}
    for item in section.items:
        by_kind.setdefault(item.kind, []).append(item)
    # What is told most often comes first; of equals, what is printed first.
    kinds = sorted(by_kind, key=lambda kind: (kind is None, -len(by_kind[kind])))
    clauses = [_clause(kind, by_kind[kind], language) for kind in kinds]
    text = f"{section.name}: {'; '.join(clauses)}."
    return SummarySentence(text, tuple(item.event for item in section.items))


def _clause(kind: str | None, items: Sequence[Item], language: str) -> str:
    """``seizures (Tersay region, Zhartas region)``; without regions just what it is about."""
    regions = list(dict.fromkeys(region for item in items for region in item.regions))
    phrase = kind_phrase(kind, language)
    return f"{phrase} ({', '.join(regions)})" if regions else phrase


def checked_summary(
    records: Sequence[Mapping[str, Any]], known: AbstractSet[str]
) -> tuple[SummarySentence, ...]:
    """An editor's own summary, each sentence with items of this release.

    Args:
        records: ``{"text": …, "items": [event ids]}``.
        known: ids of the events that the release prints.

    Raises:
        SummaryError: if a sentence has no items, or names one that is not printed.
    """
    sentences = []
    for record in records:
        text, items = str(record.get("text", "")).strip(), tuple(record.get("items", ()))
        if not text or not items:
            raise SummaryError(
                f"The sentence '{text}' of the summary names no item that supports it.",
                "Give each sentence the ids of its items, or leave it out.",
            )
        missing = [item for item in items if item not in known]
        if missing:
            raise SummaryError(
                f"The sentence '{text}' rests on {', '.join(missing)}, which this release does not "
                "print.",
                "Name items of this release; 'sholu events' lists them.",
            )
        sentences.append(SummarySentence(text, items))
    return tuple(sentences)

"""The summary by country: each sentence carries the items that support it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from sholu.release.model import Item, Section, SummaryError, SummarySentence
from sholu.release.wording import kind_phrase

MOST_NAMES = 3
"""Agencies, and regions, that a sentence names; a list of more is no summary."""


def summarise(sections: Sequence[Section], language: str) -> tuple[SummarySentence, ...]:
    """For each country a sentence on each kind of event: who acted, and in which regions."""
    return tuple(sentence for section in sections for sentence in _sentences(section, language))


def _sentences(section: Section, language: str) -> list[SummarySentence]:
    by_kind: dict[str | None, list[Item]] = {}
    for item in section.items:
        by_kind.setdefault(item.kind, []).append(item)
    # What is told most often comes first; of equals, what is printed first.
    kinds = sorted(by_kind, key=lambda kind: (kind is None, -len(by_kind[kind])))
    return [_sentence(section, kind, by_kind[kind], language) for kind in kinds]


def _sentence(
    section: Section, kind: str | None, items: Sequence[Item], language: str
) -> SummarySentence:
    """``seizures (Customs Service; Tersay region, Zhartas region)``."""
    named = [
        ", ".join(names)
        for names in (_distinct(i.agencies for i in items), _distinct(i.regions for i in items))
        if 0 < len(names) <= MOST_NAMES
    ]
    phrase = kind_phrase(kind, language)
    text = f"{phrase} ({'; '.join(named)})" if named else phrase
    return SummarySentence(text, tuple(item.event for item in items), section.name)


def _distinct(names: Iterable[tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(name for group in names for name in group))


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

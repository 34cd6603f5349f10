"""Invented items of which only some fields are answered, as the reader of events gets them."""

from __future__ import annotations

from sholu.build.evaluation import PSEUDONYM_KEY, document_of
from sholu.build.evaluation_item import EvaluationItem
from sholu.events.item import Reading, ToldItem
from sholu.events.news_item import find_told
from sholu.evidence.legible import legible
from sholu.mentions.annotate import annotate
from sholu.vocabulary.load import load


def short_item(
    name: str, language: str, country: str | None, title: str, text: str
) -> EvaluationItem:
    """An item on drugs in which nothing is answered yet."""
    return EvaluationItem(
        id=name, half="development", language=language, script="Cyrl", source_country=country,
        published=None, address="https://news.example/item", title=title, text=text,
        about_drugs=True, kind=None, countries=(), regions=(), places=(), date_start=None,
        date_end=None, date_basis=None, substances=(), agencies=(), figures=(),
        not_figures=(), persons=(), personal_data=(), law=(), same_event_as=(), checks=(), note="",
    )  # fmt: skip


def read_told(item: EvaluationItem) -> tuple[ToldItem, Reading] | None:
    """What an item tells and the document it stands in; None if it has no text."""
    document, text = document_of(item)
    country = item.source_country
    reading = Reading(annotate(document, legible(text), load(), PSEUDONYM_KEY, country))
    found = find_told(reading)
    return None if found is None else (found[0], reading)

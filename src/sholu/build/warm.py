"""Imported once by the server that reading children are forked from, so that they share its models.

Loading the language model, the vocabulary and the index of names takes seconds; a child that is
replaced after a crash should not pay them again.
"""

from __future__ import annotations

from sholu.claims.read import read_claims
from sholu.events.read import read_events
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load

SAMPLE = """# Police seized 2 kg of hashish in Tersay region

Officers of the Ministry of Interior of Aldaria seized 2 kg of hashish on 9 January 2025.

Полиция Алдарии изъяла 2 кг гашиша в Терсайской области 9 января 2025 года.

Алдария полициясы 2025 жылғы 9 қаңтарда Терсай облысында 2 кг гашиш тәркіледі.
"""


def _warm() -> None:
    content = SAMPLE.encode("utf-8")
    text = read_document(content, "sample.md").text
    document = Document(
        id=text.document,
        name="sample.md",
        size=len(content),
        source=None,
        address=None,
        retrieved="",
        published=None,
        licence=None,
        marking="clear",
        part_of=None,
    )
    vocabulary = load()
    annotated = annotate(document, text, vocabulary, b"")
    read_events(annotated, vocabulary, None)
    read_claims(annotated, vocabulary, None)


_warm()

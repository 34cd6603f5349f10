"""Documents made of sentences, for the tests of mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sholu.core.ids import sha256_hex
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.mentions.model import AnnotatedDocument, Figure
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import split_words
from sholu.sources.model import Document
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary

KEY = b"a key for tests"

Annotate = Callable[..., AnnotatedDocument]
ReadFigures = Callable[..., list[Figure]]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load()


@pytest.fixture(scope="session")
def annotated(vocabulary: Vocabulary) -> Annotate:
    """Annotate a text as a document of its own."""

    def make(
        text: str, published: str | None = None, address: str | None = None, key: bytes = KEY
    ) -> AnnotatedDocument:
        content = text.encode("utf-8")
        extracted = read_document(content, "note.txt").text
        document = Document(
            id=sha256_hex(content),
            name="note.txt",
            size=len(content),
            source=None,
            address=address,
            retrieved="2025-09-01T00:00:00Z",
            published=published,
            licence=None,
            marking="clear",
            part_of=None,
        )
        return annotate(document, extracted, vocabulary, key)

    return make


@pytest.fixture(scope="session")
def figures_of(annotated: Annotate) -> ReadFigures:
    """The figures of a text."""

    def make(text: str, published: str | None = None) -> list[Figure]:
        return list(annotated(text, published).figures)

    return make


def sentence_of(text: str, language: str | None) -> Sentence:
    """One sentence by itself."""
    return Sentence(0, len(text), language, "paragraph", 0, tuple(split_words(text)))

"""Audit the arithmetic of any document: more than its events need, quiet when nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sholu.core.finding import Finding
from sholu.events.arithmetic_mismatch import Mismatch, to_finding
from sholu.events.arithmetic_numbers import Number, NumberReader
from sholu.indicators.audit_changes import check_ends
from sholu.indicators.audit_compared import check_compared
from sholu.indicators.audit_containers import check_containers
from sholu.indicators.audit_shares import check_composition
from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.sentences import Sentence, read_sentences
from sholu.vocabulary.model import Vocabulary

KINDS = ("arithmetic", "count_mismatch", "contents_mismatch")
"""Kinds of findings that say that a document's numbers don't fit together."""


def audit_arithmetic(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, known: Sequence[Finding] = ()
) -> tuple[Finding, ...]:
    """Numbers of a document that can't all be right, besides those already found.

    Args:
        annotated: the document with its figures.
        vocabulary: to tell what is counted from what is measured.
        known: findings of the reading of events; what they say is not said again.

    Returns:
        Changes, multiples and directions against both ends, compositions and lists against the
        whole, chains of containers against the mass, a share of a market seized above reason.
    """
    told = {span for finding in known if finding.kind == "arithmetic" for span in finding.evidence}
    found = (
        to_finding(mismatch, annotated.document.id)
        for mismatch in _mismatches(annotated, vocabulary)
        if not {number.span for number in mismatch.numbers} <= told
    )
    return tuple({finding.id: finding for finding in found}.values())


def _mismatches(annotated: AnnotatedDocument, vocabulary: Vocabulary) -> Iterator[Mismatch]:
    reader, text = NumberReader(annotated, vocabulary), annotated.text.text
    sentences = read_sentences(annotated.text)
    for _, together in groupby(sentences, key=lambda sentence: sentence.paragraph):
        paragraph: list[Number] = []
        for sentence in together:
            numbers = reader.numbers(sentence)
            if numbers:
                yield from _in_sentence(text, numbers, sentence)
            paragraph += numbers
        if len(paragraph) > FEWEST_IN_CHAIN:
            yield from check_containers(text, paragraph)


FEWEST_IN_CHAIN = 3
"""Numbers of a paragraph below which it tells no chain of containers."""


def _in_sentence(text: str, numbers: list[Number], sentence: Sentence) -> Iterator[Mismatch]:
    start, end = sentence.start, sentence.end
    if sentence.kind == "table":
        text, numbers = _joined(sentence, numbers)
        start, end = 0, len(text)
    yield from check_ends(text, numbers, start, end)
    yield from check_compared(text, numbers, start, end)
    yield from check_composition(text, numbers, start, end)


def _joined(sentence: Sentence, numbers: list[Number]) -> tuple[str, list[Number]]:
    """The words of a cell that a page break tore, in one text, and the numbers' places there."""
    text, starts, ends = "", {}, {}
    for word in sentence.words:
        text += " " if text and not word.text.startswith((",", ".", ")", ";")) else ""
        starts[word.start], ends[word.end] = len(text), len(text) + len(word.text)
        text += word.text
    whole = [n for n in numbers if n.start in starts and n.end in ends]
    return text, [replace(n, start=starts[n.start], end=ends[n.end]) for n in whole]

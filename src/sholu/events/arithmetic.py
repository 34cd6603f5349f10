"""Check the arithmetic inside an item: what it prints against what its own numbers make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.core.finding import Finding
from sholu.events.arithmetic_changes import check_changes, check_stated_shares
from sholu.events.arithmetic_headline import check_headline
from sholu.events.arithmetic_mismatch import Mismatch, to_finding
from sholu.events.arithmetic_numbers import Number, NumberReader
from sholu.events.arithmetic_parts import check_parts, check_summing_up
from sholu.events.arithmetic_tables import check_tables
from sholu.events.model import Event
from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.sentences import read_sentences
from sholu.mentions.words import DASHES
from sholu.vocabulary.model import Vocabulary


def check_arithmetic(
    annotated: AnnotatedDocument, events: Sequence[Event], vocabulary: Vocabulary
) -> tuple[Finding, ...]:
    """Numbers of a document that cannot all be right as they are printed.

    Args:
        annotated: the document with its figures.
        events: what was read from it, for headlines against texts.
        vocabulary: to tell what is counted from what is measured.

    Returns:
        A finding for each: parts against totals, shares and changes against both numbers,
        headlines against texts, totals of tables, ranges that end below their beginning.
    """
    reader = NumberReader(annotated, vocabulary)
    found = [*_check_sentences(annotated, reader), *check_tables(annotated, reader)]
    for event in events:
        found += check_headline(event, reader)
    findings = (to_finding(mismatch, annotated.document.id) for mismatch in found)
    return tuple({finding.id: finding for finding in findings}.values())


def _check_sentences(annotated: AnnotatedDocument, reader: NumberReader) -> Iterator[Mismatch]:
    text = annotated.text.text
    before: Sequence[Number] = ()
    earlier: list[Number] = []
    paragraph, title = -1, -1
    for sentence in read_sentences(annotated.text):
        if sentence.kind == "table":
            continue
        if sentence.paragraph != paragraph:
            before, paragraph = (), sentence.paragraph
            title = paragraph if title < 0 else title
        numbers = reader.numbers(sentence)
        if numbers:
            yield from check_parts(text, numbers, before, sentence.start, sentence.end)
            yield from check_changes(text, numbers, sentence.start, sentence.end)
            yield from check_stated_shares(text, numbers, sentence.start)
            yield from _check_ranges(numbers)
            yield from check_summing_up(text, numbers, earlier, sentence.start, sentence.end)
            earlier += numbers if paragraph != title else []
        before = numbers


def _check_ranges(numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Ranges with a dash that end below their beginning; ``from 10 to 5`` may be a change."""
    for number in numbers:
        dashed = DASHES & set(number.printed)
        if dashed and number.qualifier == "exact" and number.high + number.step < number.low:
            yield Mismatch(
                f"The range {number.printed} ends below its beginning.",
                (number,),
                "the ends of a range compared",
                "certain",
            )

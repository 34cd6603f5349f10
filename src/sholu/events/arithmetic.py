"""Check the arithmetic inside an item: what it prints against what its own numbers make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from sholu.core.finding import Finding
from sholu.events.arithmetic_across import TwoSentences, check_across
from sholu.events.arithmetic_averages import check_averages
from sholu.events.arithmetic_changes import check_changes
from sholu.events.arithmetic_dates import check_dates
from sholu.events.arithmetic_differences import check_differences
from sholu.events.arithmetic_fractions import check_fractions
from sholu.events.arithmetic_headline import check_headline
from sholu.events.arithmetic_lots import check_lots
from sholu.events.arithmetic_mismatch import Mismatch, to_finding
from sholu.events.arithmetic_numbers import Number, NumberReader, as_read, read_otherwise
from sholu.events.arithmetic_one_whole import check_shares_of_one_whole
from sholu.events.arithmetic_parts import check_parts
from sholu.events.arithmetic_products import check_lots_told, check_prices
from sholu.events.arithmetic_shares import check_shares_of_told, check_stated_shares
from sholu.events.arithmetic_since import check_change_since
from sholu.events.arithmetic_slips import check_bullets, check_slips, is_bullet
from sholu.events.arithmetic_spans import check_spans
from sholu.events.arithmetic_tables import check_tables
from sholu.events.arithmetic_terms import check_terms
from sholu.events.arithmetic_totals import check_rest, check_totals
from sholu.events.arithmetic_verdicts import check_verdicts
from sholu.events.arithmetic_wholes import Told, check_wholes
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
    found += _check_item(annotated, reader, found)
    for event in events:
        found += check_headline(event, reader)
    findings = (to_finding(mismatch, annotated.document.id) for mismatch in found)
    return tuple({finding.id: finding for finding in findings}.values())


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Passage:
    """A sentence with its numbers, those of the one before, and of all before without the title.

    ``opened`` is where the sentence before begins; its own start if it opens its paragraph.
    """

    opened: int
    start: int
    end: int
    language: str | None
    numbers: tuple[Number, ...]
    before: tuple[Number, ...]
    earlier: tuple[Number, ...]

    def with_numbers(self, read: Callable[[Number], Number]) -> Passage:
        """The passage with another reading of all its numbers."""
        numbers, before, earlier = (
            tuple(map(read, some)) for some in (self.numbers, self.before, self.earlier)
        )
        return replace(self, numbers=numbers, before=before, earlier=earlier)


def _check_sentences(annotated: AnnotatedDocument, reader: NumberReader) -> Iterator[Mismatch]:
    text = annotated.text.text
    passages = list(_passages(annotated, reader))
    yield from _check_lists_of_lines(text, passages)
    for passage in passages:
        found = _check_passage(text, passage.with_numbers(as_read))
        # A sign may part thousands or decimals: what fits in the other reading is no mismatch.
        ambiguous = any(number.other is not None for one in found for number in one.numbers)
        if not ambiguous or _check_passage(text, passage.with_numbers(read_otherwise)):
            yield from found


def _check_item(
    annotated: AnnotatedDocument, reader: NumberReader, found: Sequence[Mismatch]
) -> list[Mismatch]:
    """What needs more than two sentences, if none of its numbers was found wrong before."""
    known = {number.start for mismatch in found for number in mismatch.numbers}
    text, sentences = annotated.text.text, _told(annotated, reader)
    checks = (check_wholes, check_verdicts, check_terms, check_dates)
    return [
        mismatch
        for check in checks
        for mismatch in check(text, sentences)
        if known.isdisjoint(number.start for number in mismatch.numbers)
    ]


def _told(annotated: AnnotatedDocument, reader: NumberReader) -> list[Told]:
    """The sentences of running text with their numbers as read."""
    sentences = [s for s in read_sentences(annotated.text) if s.kind not in ("table", "heading")]
    return [
        Told(s.start, s.end, s.paragraph, s.language, tuple(map(as_read, reader.numbers(s))))
        for s in sentences
    ]


def _check_lists_of_lines(text: str, passages: Sequence[Passage]) -> Iterator[Mismatch]:
    for is_list, lines in groupby(passages, lambda p: is_bullet(text, p.start, p.numbers)):
        if is_list:
            every = list(lines)
            yield from check_bullets([line.numbers[0] for line in every], every[0].earlier)


def _passages(annotated: AnnotatedDocument, reader: NumberReader) -> Iterator[Passage]:
    before: tuple[Number, ...] = ()
    earlier: tuple[Number, ...] = ()
    paragraph, opened = -1, 0
    sentences = [s for s in read_sentences(annotated.text) if s.kind != "table"]
    for place, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            before, paragraph, opened = (), sentence.paragraph, sentence.start
        numbers = tuple(reader.numbers(sentence))
        if numbers:
            yield Passage(
                opened, sentence.start, sentence.end, sentence.language, numbers, before, earlier
            )
            is_title = place == 0 and sentences[1:2] and sentences[1].paragraph != paragraph
            earlier += () if is_title else numbers
        before, opened = numbers, sentence.start


def _check_passage(text: str, passage: Passage) -> list[Mismatch]:
    """What its words tell to be wrong; if nothing, the sentences before; or a list's digits."""
    found = list(_check_words(text, passage)) or list(_check_told(text, passage))
    return found or list(check_slips(passage.numbers, passage.earlier))


def _check_words(text: str, passage: Passage) -> Iterator[Mismatch]:
    numbers, start, end = passage.numbers, passage.start, passage.end
    yield from check_parts(text, numbers, passage.before, start, end)
    yield from check_changes(text, numbers, start, end)
    yield from check_change_since(text, numbers, passage.before, passage.opened, start, end)
    yield from check_stated_shares(text, numbers, start)
    yield from check_shares_of_told(text, numbers, passage.before, start, end)
    yield from check_fractions(text, numbers, passage.before, start, end)
    yield from check_differences(text, numbers, passage.before, start)
    yield from check_lots(text, numbers, start, end)
    yield from _check_ranges(numbers)
    yield from _check_compounds(text, numbers)
    yield from check_totals(text, numbers, passage.earlier, start, end)
    yield from check_rest(text, numbers, passage.earlier, start, end)


def _check_told(text: str, passage: Passage) -> Iterator[Mismatch]:
    numbers, earlier, opened = passage.numbers, passage.earlier, passage.opened
    start, end = passage.start, passage.end
    told = TwoSentences(text, numbers, passage.before, opened, start, end)
    yield from check_across(told)
    yield from check_lots_told(text, numbers, earlier, opened, start)
    yield from check_prices(text, numbers, earlier, opened, start, end)
    yield from check_averages(told)
    yield from check_shares_of_one_whole(text, numbers, opened, start, end)
    yield from check_spans(text, numbers, opened, end, passage.language)


def _check_ranges(numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Ranges with a dash that end below their beginning; ``from 10 to 5`` may be a change.

    In words a dash stands for what is left out: ``five thousand – three balloons``.
    """
    for number in numbers:
        dashed = DASHES & set(number.printed) and _DIGIT.search(number.printed)
        if dashed and number.qualifier == "exact" and number.high + number.step < number.low:
            yield Mismatch(
                f"The range {number.printed} ends below its beginning.",
                (number,),
                "the ends of a range compared",
                "certain",
            )


def _check_compounds(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """``1 тонна 210 литров``: a mass and a volume told as one amount."""
    for one, two in pairwise(numbers):
        apart = text[one.end : two.start].strip()
        large, small = one.shown_unit in _LARGE, two.shown_unit in _SMALL
        if large and small and not apart and one.unit != two.unit and one.whole and two.whole:
            yield Mismatch(
                f"{one.printed} {two.printed} puts a mass and a volume together.",
                (one, two),
                "the units of one amount compared",
                "likely",
            )


_LARGE, _SMALL = frozenset(("t", "kg", "l")), frozenset(("l", "ml", "kg", "g"))

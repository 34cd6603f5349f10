"""Enter a claim by hand, with its source; keep it in the journal and read it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite
from typing import Any, TypeVar

import cattrs

from sholu.claims.model import Claim
from sholu.claims.places import Governing, iso_code
from sholu.claims.proposal import confidence_of
from sholu.core.errors import SholuError
from sholu.core.ids import identify
from sholu.core.marking import parse_marking
from sholu.core.period import DateError, PartialDate, Period, parse_partial_date
from sholu.core.quantity import Quantity, Unit
from sholu.evidence.model import DocumentText, Span
from sholu.evidence.span import make_span
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary, VocabularyError

READER = "claims/by_hand 1"
Record = TypeVar("Record")


class EntryError(SholuError):
    """A field of a claim entered by hand can't be taken."""


@dataclass(frozen=True)
class Entry:
    """What a person enters: the fields of ``sholu claims add``.

    Attributes:
        indicator: code in the vocabulary.
        value, value_high: the number, or the range from one to the other; in ``unit``.
        unit: code in the vocabulary, e.g. ``kg`` or ``KZT/g``.
        place: code of a place; None if the source doesn't say where.
        period_start, period_end: ISO, partial allowed, both inclusive; without an end it is the
            day, month or year of the start; None if the source doesn't say when.
        of: what is counted, in words; ``substance``: code of the drug it is about.
        source: code of who says it; ``cited_source``: whom the source cites for it.
        document: id of the document that says it, with the ``quote`` that does and its ``page``.
        citation: the published reference where there is no document here.
        marking: who may see it, where no document says so.
    """

    indicator: str
    value: float
    unit: str
    place: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    value_high: float | None = None
    of: str | None = None
    substance: str | None = None
    source: str | None = None
    cited_source: str | None = None
    document: str | None = None
    page: int | None = None
    quote: str | None = None
    citation: str | None = None
    marking: str = "clear"


def claim_by_hand(
    entry: Entry, vocabulary: Vocabulary, who: str, text: DocumentText | None = None
) -> Claim:
    """The claim that a person entered; it counts as accepted by that person.

    Args:
        entry: its fields.
        vocabulary: the codes that are known.
        who: the person's name or initials.
        text: the document's text, if ``entry.document`` names one.

    Raises:
        EntryError: a field is missing, unknown or against another; the message names it.
    """
    if not who.strip():
        raise EntryError("who: nobody is named.", "Say who enters the claim.")
    unit = _unit_of(entry, vocabulary)
    period = _period_of(entry)
    place = _place_of(entry, vocabulary)
    if entry.substance is not None:
        drugs = (substance.code for substance in vocabulary.substances)
        _known("substance", entry.substance, vocabulary.substance, drugs)
    span = _evidence_of(entry, text)
    figure = _figure_of(entry, unit, period, span)
    cited = _cited_source(entry)
    return Claim(
        id=identify("claim", "by hand", *_fields(entry)),
        figure=figure,
        indicator=entry.indicator,
        place_code=place.code if place else None,
        place=place.printed if place else None,
        period_start=str(period.start) if period else None,
        period_end=str(period.end) if period else None,
        source=entry.source,
        cited_source=cited,
        document=entry.document,
        entered_by=who.strip(),
        confidence=confidence_of(
            entry.indicator, place, period, unit, entry.source or cited or entry.document
        ),
        status="accepted",
        marking=parse_marking(entry.marking),
        reader=READER,
    )


def to_payload(claim: Claim) -> dict[str, Any]:
    """The claim as plain values, for the journal."""
    payload: dict[str, Any] = _CONVERTER.unstructure(claim)
    return payload


def from_payload(payload: dict[str, Any]) -> Claim:
    """The claim of a journal entry. Codes are not looked up again: the entry stays as it was made.

    Raises:
        EntryError: if the entry holds no claim.
    """
    try:
        return _CONVERTER.structure(payload, Claim)
    except cattrs.BaseValidationError as error:
        reasons = "; ".join(cattrs.transform_error(error))
        raise EntryError(f"The journal entry holds no claim: {reasons}.") from error


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def _fields(entry: Entry) -> list[str]:
    return [f"{name}={value}" for name, value in vars(entry).items() if value is not None]


def _known(field: str, code: str, look_up: Callable[[str], Record], codes: Iterable[str]) -> Record:
    """The record of a code, or an error that names the field and the nearest codes."""
    try:
        return look_up(code)
    except VocabularyError:
        near = get_close_matches(code, codes, n=3, cutoff=0.4)
        hint = f"The nearest are {', '.join(near)}." if near else "No known code is near it."
        raise EntryError(f"{field}: '{code}' is not known.", hint) from None


def _unit_of(entry: Entry, vocabulary: Vocabulary) -> Unit:
    """The unit, which must measure what the indicator does."""
    codes = (indicator.code for indicator in vocabulary.indicators)
    indicator = _known("indicator", entry.indicator, vocabulary.indicator, codes)
    units = (word.unit.code for word in vocabulary.units)
    unit = _known("unit", entry.unit, vocabulary.unit, units)
    asked = vocabulary.unit(indicator.unit)
    if _any_currency(unit.dimension) != _any_currency(asked.dimension):
        raise EntryError(
            f"unit: {entry.unit} measures {unit.dimension}, but {indicator.code} is in "
            f"{asked.code} ({asked.dimension}).",
        )
    return unit


def _any_currency(dimension: str) -> str:
    return re.sub(r"\bmoney \w+", "money", dimension)


def _place_of(entry: Entry, vocabulary: Vocabulary) -> Governing | None:
    if entry.place is None:
        return None
    codes = (place.code for place in vocabulary.places)
    place = _known("place", entry.place, vocabulary.place, codes)
    return Governing(iso_code(place), place.names.preferred("en"))


def _period_of(entry: Entry) -> Period | None:
    if entry.period_start is None:
        if entry.period_end is not None:
            raise EntryError("from: it is empty, but there is an end.", "Give --from.")
        return None
    start = _date_of("from", entry.period_start)
    end = _date_of("to", entry.period_end) if entry.period_end else start
    try:
        return Period(start, end)
    except DateError as error:
        raise EntryError(f"from, to: {error.message}") from error


def _date_of(field: str, written: str) -> PartialDate:
    try:
        return parse_partial_date(written)
    except DateError as error:
        raise EntryError(f"{field}: {error.message}", error.hint) from error


def _evidence_of(entry: Entry, text: DocumentText | None) -> Span:
    """The passage that says it: a quote of a document here, or the reference to one elsewhere."""
    if entry.document is None and not (entry.citation or "").strip():
        raise EntryError(
            "document, citation: both are empty, and no figure stands without its source.",
            "Give --document with --quote, or --citation.",
        )
    if entry.document is None:
        return _span_elsewhere(entry)
    if not (entry.quote or "").strip():
        raise EntryError("quote: it is empty.", "Copy the words that state the figure.")
    if text is None or text.document != entry.document:
        raise EntryError(f"document: there is no text of '{entry.document}'.", "Add it first.")
    return _span_in(entry, text)


def _span_in(entry: Entry, text: DocumentText) -> Span:
    """The quote's span, on the given page if there is one; any white space matches any."""
    pattern = r"\s+".join(re.escape(word) for word in (entry.quote or "").split())
    spans = [make_span(text, *match.span()) for match in re.finditer(pattern, text.text)]
    here = [span for span in spans if entry.page is None or span.page == entry.page]
    if not here:
        where = f" on page {entry.page}" if spans else ""
        raise EntryError(
            f"quote: '{entry.quote}' does not stand in the document{where}.",
            "Copy it from `sholu show`.",
        )
    return here[0]


def _span_elsewhere(entry: Entry) -> Span:
    """A span that stands for a passage of a work that is not among the documents."""
    quote = entry.quote or ""
    return Span(
        id=identify("span", "citation", entry.citation, entry.page, quote),
        document="",
        text_version="",
        start=0,
        end=0,
        quote=quote,
        prefix="",
        suffix="",
        page=entry.page,
        cell=None,
    )


def _cited_source(entry: Entry) -> str | None:
    """Whom it cites, with the reference to the work where that is given."""
    parts = [part.strip() for part in (entry.cited_source, entry.citation) if part]
    return ": ".join(parts) or None


def _figure_of(entry: Entry, unit: Unit, period: Period | None, span: Span) -> Figure:
    high = entry.value_high
    if not all(isfinite(value) for value in (entry.value, high or 0.0)):
        raise EntryError("value: it is no finite number.")
    if high is not None and high < entry.value:
        raise EntryError(f"value-high: {high:.15g} is less than the value, {entry.value:.15g}.")
    printed = f"{entry.value:.15g}" if high is None else f"{entry.value:.15g}–{high:.15g}"
    return Figure(
        id=identify("figure", "by hand", *_fields(entry)),
        value=entry.value,
        value_high=high,
        value_printed=f"{printed} {unit.code}",
        unit=unit.code,
        value_base=Quantity(entry.value, unit).in_base(),
        value_high_base=None if high is None else Quantity(high, unit).in_base(),
        unit_base=unit.base,
        of=entry.of,
        of_code=entry.substance,
        qualifier="exact",
        accumulation=None,
        period=str(period) if period else None,
        suspect=None,
        likely_reading=None,
        row_label=None,
        column_label=None,
        table_title=None,
        span=span,
    )

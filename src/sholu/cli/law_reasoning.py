"""The reasoning from a mass to a size and an article, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.cli.law_rows import category_text, sanctions_text
from sholu.cli.law_wording import word
from sholu.cli.listing import Record
from sholu.core.period import PartialDate
from sholu.vocabulary.law import Provision
from sholu.vocabulary.law_record import citations_text
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_size import Bound, SizeReading
from sholu.vocabulary.law_words import FORM_WORDS, SIZE_WORDS, UNKNOWN, mass_text
from sholu.vocabulary.model import Substance


@dataclass(frozen=True)
class Question:
    """What was asked: how large is a mass of a substance on a day."""

    substance: Substance
    mass_g: float
    measured: str | None
    form: str
    day: date


_Step = tuple[str, str, str]


def threshold_rows(
    law: Law, asked: Question, readings: Sequence[SizeReading], language: str
) -> list[Record]:
    """Each step, with what it says and its source."""
    steps = [
        *_asked(asked, language),
        *(_reading(law, asked, one, language) for one in readings),
        *_weighing(law, readings, language),
        (word("size", language), conclusion_text(readings, language), ""),
        *_provisions(law, asked, readings, language),
    ]
    return [
        {"step": number, "what": what, "says": says, "source": source}
        for number, (what, says, source) in enumerate(steps, start=1)
    ]


def _asked(asked: Question, language: str) -> Iterator[_Step]:
    name, code = asked.substance.names.preferred(language), asked.substance.code
    name = name if name == code else f"{name} ({code})"
    if asked.form:
        name += f", {FORM_WORDS[asked.form].of(language)}"
    yield word("substance", language), name, ""
    weighed = word(asked.measured or "weighing_unsaid", language)
    yield word("mass", language), f"{mass_text(asked.mass_g, language)}; {weighed}", ""


def _reading(law: Law, asked: Question, reading: SizeReading, language: str) -> _Step:
    threshold = reading.threshold
    says = [_bound_text(one, asked.mass_g, language) for one in reading.bounds]
    text = f"{'; '.join(says)} → {size_text(reading, language)}"
    if threshold.speaks_of is not None and not _within(asked.day, threshold.speaks_of):
        text += f". {word('speaks_of', language, threshold.speaks_of, asked.day)}"
    if threshold.note:
        text += f". {threshold.note.of(language)}"
    what = word("reading", language, threshold.name(language))
    return what, text, citations_text(law, threshold.sources, language)


def _within(day: date, span: PartialDate) -> bool:
    return span.first_day() <= day <= span.last_day()


def _bound_text(bound: Bound, mass_g: float, language: str) -> str:
    """A comparison, e.g. ``small: up to and including 0.01 g: no, 0.6 g is more``."""
    size = SIZE_WORDS[bound.size].of(language)
    if bound.limit_g is None:
        return word("step_unknown", language, size)
    limit, mass = mass_text(bound.limit_g, language), mass_text(mass_g, language)
    said = word(f"step_{bound.edge}", language, size, limit)
    if bound.met:
        return f"{said}: {word('yes', language)}"
    return f"{said}: {word('no_less' if bound.edge == 'from' else 'no_more', language, mass)}"


def size_text(reading: SizeReading, language: str) -> str:
    """The size that a reading gives, ``at least`` where it may be larger."""
    if reading.size is None:
        return UNKNOWN.of(language)
    name = SIZE_WORDS[reading.size].of(language)
    return word("at_least", language, name) if reading.at_least else name


def _weighing(law: Law, readings: Sequence[SizeReading], language: str) -> Iterator[_Step]:
    for reading in readings:
        if reading.threshold.weighed == "mixture":
            key = "mixture_net" if reading.measured == "net" else "mixture"
            source = citations_text(law, reading.threshold.sources, language)
            yield word("weighing", language), word(key, language), source


def conclusion_text(readings: Sequence[SizeReading], language: str) -> str:
    """The size by the preferred reading, and whether the others agree."""
    preferred = size_text(readings[0], language)
    if len(readings) == 1:
        return f"{preferred} ({word('one_reading', language)})"
    if disputed(readings):
        said = "; ".join(
            f"{one.threshold.name(language)}: {size_text(one, language)}" for one in readings
        )
        return f"{preferred}. {word('disagree', language, said)}"
    return f"{preferred} ({word('agree', language)})"


def disputed(readings: Sequence[SizeReading]) -> bool:
    """Whether the readings lead to different sizes."""
    return len({reading.size for reading in readings}) > 1


def _provisions(
    law: Law, asked: Question, readings: Sequence[SizeReading], language: str
) -> Iterator[_Step]:
    """The articles that each size leads to."""
    for size in dict.fromkeys(reading.size for reading in readings):
        if size == "below_small":
            yield _leads_to(size, language), word("below_small", language), ""
        for provision in law.provisions_of_size(size, asked.day) if size else ():
            source = citations_text(law, provision.citations, language)
            yield _leads_to(size or "", language), _provision_text(provision, language), source


def _leads_to(size: str, language: str) -> str:
    return word("leads_to", language, SIZE_WORDS[size].of(language))


def _provision_text(provision: Provision, language: str) -> str:
    if provision.part:
        label = word("article_part", language, provision.article, provision.part)
    else:
        label = word("article", language, provision.article)
    says = [category_text(provision, language), sanctions_text(provision.sanctions, language)]
    if provision.allows("imprisonment") is False:
        says.insert(1, word("no_prison", language))
    return f"{label} ({provision.covers.of(language)}): {'; '.join(says)}"

"""Whether a mass has the size that the applied part is for, by every reading of thresholds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.verdicts.against_law_model import Question, article_words, cited
from sholu.verdicts.against_law_punishment import Judged, sized_versions
from sholu.verdicts.model import AppliedArticle, FoundSubstance
from sholu.vocabulary.law import FORMS, SIZES, Threshold
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_size import SizeReading


@dataclass(frozen=True)
class Sized:
    """One substance of a person: the sizes that its mass may have, by reading.

    Attributes:
        possible: name of the reading to the sizes that it leaves possible.
        words: ``heroin 0.6 g gross``.
        thresholds: the readings used.
        masses: as the decision gives them.
    """

    substance: str
    words: str
    possible: dict[str, frozenset[str]]
    thresholds: tuple[Threshold, ...]
    masses: tuple[FoundSubstance, ...]

    @property
    def any_size(self) -> frozenset[str]:
        """What any reading leaves possible."""
        return frozenset[str]().union(*self.possible.values())


def sized_substances(
    found: Sequence[FoundSubstance], law: Law, days: Sequence[date]
) -> list[Sized]:
    """Sizes of each substance's mass by all readings of the days, forms unsaid included.

    Several masses of one substance may be one parcel weighed twice or several parcels: any of
    them, and their sum, may be what the court went by.
    """
    grouped: dict[str, list[FoundSubstance]] = defaultdict(list)
    for one in found:
        if one.substance and one.mass_g is not None:
            grouped[one.substance].append(one)
    return [_sized(substance, masses, law, days) for substance, masses in grouped.items()]


def _sized(
    substance: str, masses: Sequence[FoundSubstance], law: Law, days: Sequence[date]
) -> Sized:
    possible: dict[str, set[str]] = defaultdict(set)
    used: dict[Threshold, None] = {}
    for mass_g, measured in _weights(masses):
        for reading in _readings(law, substance, mass_g, measured, days):
            possible[_name(reading)] |= _sizes(reading)
            used[reading.threshold] = None
    words = " and ".join(
        " ".join(filter(None, (f"{one.mass_g:g} g", one.gross_or_net))) for one in masses
    )
    return Sized(
        substance,
        f"{substance} {words}",
        {name: frozenset(sizes) for name, sizes in possible.items()},
        tuple(used),
        tuple(masses),
    )


def _weights(masses: Sequence[FoundSubstance]) -> Iterator[tuple[float, str | None]]:
    """Each mass, and for each way of weighing the sum."""
    sums: dict[str | None, list[float]] = defaultdict(list)
    for one in masses:
        if one.mass_g is not None:
            sums[one.gross_or_net].append(one.mass_g)
            yield one.mass_g, one.gross_or_net
    for measured, parts in sums.items():
        if len(parts) > 1:
            yield sum(parts), measured


def _readings(
    law: Law, substance: str, mass_g: float, measured: str | None, days: Iterable[date]
) -> Iterator[SizeReading]:
    for day in days:
        for form in FORMS:
            yield from law.size(substance, mass_g, measured, day, form)


def _name(reading: SizeReading) -> str:
    form = reading.threshold.form
    return f"{reading.threshold.reading} ({form})" if form else reading.threshold.reading


def _sizes(reading: SizeReading) -> set[str]:
    """Sizes that a reading leaves possible."""
    if reading.size is None:
        return set(SIZES)
    return set(SIZES[SIZES.index(reading.size) :]) if reading.at_least else {reading.size}


def check_sizes(judged: Judged, found: Sequence[Sized]) -> Iterator[Question]:
    """Parts that are for masses of another size.

    A finding needs every reading to disagree with the part; where some agree it is a note. A part
    may also be applied for a sign other than size (a group, a repetition): a mass that is too small
    for a part with points is a note.
    """
    known = [one for one in found if one.possible]
    unknown = len(known) < len(found) or not found
    sized = sized_versions(judged.applied)
    for applied, sizes in sized:
        fits = [
            _fits(sizes, scenario, unknown=unknown, shared=len(sized) > 1)
            for scenario in _scenarios(known)
        ]
        if all(fits):
            continue
        other_sign = bool(applied.article.points) and not _is_larger(sizes, known)
        yield _size_question(judged, applied.article, sizes, known, any(fits) or other_sign)


def _scenarios(known: Sequence[Sized]) -> list[list[frozenset[str]]]:
    """For each reading the sizes that it leaves possible of each substance.

    A reading that does not speak of a substance leaves all that its other readings do.
    """
    names = sorted({name for one in known for name in one.possible})
    return [[one.possible.get(name) or one.any_size for one in known] for name in names]


def _fits(
    sizes: frozenset[str], scenario: Sequence[frozenset[str]], *, unknown: bool, shared: bool
) -> bool:
    """Whether one reading leaves the part's size possible.

    Of several substances the largest size decides; one that is unknown may be larger. Where
    several parts share the masses, any of these may belong to this part.
    """
    if shared:
        return unknown or any(one & sizes for one in scenario)
    floor = max(min(SIZES.index(size) for size in one) for one in scenario)
    top = max(max(SIZES.index(size) for size in one) for one in scenario)
    return any(
        floor <= SIZES.index(size) and (unknown or SIZES.index(size) <= top) for size in sizes
    )


def _is_larger(sizes: frozenset[str], known: Sequence[Sized]) -> bool:
    """Whether by every reading the mass is larger than the part is for."""
    top = max(SIZES.index(size) for size in sizes)
    return any(
        all(min(SIZES.index(size) for size in possible) > top for possible in one.possible.values())
        for one in known
    )


def _size_question(
    judged: Judged,
    article: AppliedArticle,
    sizes: frozenset[str],
    known: Sequence[Sized],
    is_note: bool,
) -> Question:
    label = article_words(article)
    part = " or ".join(sorted(size.replace("_", " ") for size in sizes))
    masses = "; ".join(one.words for one in known)
    by_reading = "; ".join(deserved_words(one) for one in known)
    doubt = "Readings of the thresholds disagree, or another sign of the part explains it." if (
        is_note
    ) else "Was another mass, another substance or another sign decisive?"  # fmt: skip
    return Question(
        kind="size_of_other_part",
        is_note=is_note,
        article=label,
        applied=f"{label}: {part}",
        allowed=by_reading,
        statement=f"Article {label} is for the size {part}; the mass is {masses}, by the register "
        f"{by_reading}. {doubt}",
        certainty="possible",
        spans=judged.spans,
        law_sources=(*judged.sources, *_threshold_sources(known)),
    )


def deserved_words(one: Sized) -> str:
    """``heroin: large (table of 2018), large or especially large (policy paper of 2025)``."""
    said = [
        f"{' or '.join(s.replace('_', ' ') for s in SIZES if s in sizes)} ({name})"
        for name, sizes in one.possible.items()
    ]
    return f"{one.substance}: " + ", ".join(said)


def check_said_sizes(judged: Judged, found: Sequence[Sized]) -> Iterator[Question]:
    """Sizes that the decision names and no reading of the thresholds gives."""
    for one in found:
        said = {mass.size_category for mass in one.masses if mass.size_category}
        if one.possible and said and not said & one.any_size:
            words = " or ".join(sorted(said)).replace("_", " ")
            yield Question(
                kind="size_said_otherwise",
                is_note=False,
                article=judged.label,
                applied=f"{one.words}: {words}",
                allowed=deserved_words(one),
                statement=f"The decision calls {one.words} {words}; by the register it is "
                f"{deserved_words(one)}. By which table was it measured?",
                certainty="possible",
                spans=judged.spans,
                law_sources=_threshold_sources([one]),
            )


def _threshold_sources(known: Iterable[Sized]) -> tuple[str, ...]:
    thresholds = (threshold for one in known for threshold in one.thresholds)
    return cited(citation for threshold in thresholds for citation in threshold.sources)

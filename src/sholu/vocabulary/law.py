"""The law as data: provisions, sanctions and thresholds as they stood from one day to another.

A reading aid for people who look a rule up, not a statement of law: what stands here is what the
cited sources say, and a citation says whether the figure was checked against one that we hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sholu.core.errors import SholuError
from sholu.core.period import PartialDate
from sholu.vocabulary.wording import Wording

CATEGORIES: tuple[str, ...] = ("criminal_offence", "minor", "medium", "grave", "especially_grave")
"""Categories of the Criminal Code of 2014, lightest first (Articles 10 and 11).
``criminal_offence`` is what the code calls уголовный проступок, қылмыстық теріс қылық."""

SANCTION_KINDS: tuple[str, ...] = (
    "fine", "corrective_work", "community_service", "arrest", "restriction_of_freedom",
    "imprisonment", "life_imprisonment", "confiscation", "ban_on_office", "no_liability",
)  # fmt: skip
"""Punishments that provisions name. ``no_liability`` is a provision that frees of it."""

MISDEMEANOUR_KINDS: frozenset[str] = frozenset(
    ("fine", "corrective_work", "community_service", "arrest")
)
"""What a criminal offence (misdemeanour) can be punished with: Criminal Code of 2014,
Article 10, part 3, as it stood on 1 January 2015 (expulsion from the country apart)."""

SIZES: tuple[str, ...] = ("below_small", "small", "large", "especially_large")
"""Sizes of a mass, smallest first; ``below_small`` is less than the table counts at all."""

FORMS: tuple[str, ...] = ("", "dried", "fresh")
"""In what form a plant drug was weighed; empty if nothing is said."""

ABOUT: tuple[str, ...] = ("", "covers", "category", "size", "in_force")
"""Lines of a provision that a citation can be about."""

MONTHS_A_UNIT = {"months": 1.0, "years": 12.0}


class LawError(SholuError):
    """A question that the register of law can't answer, or a file of it that can't be read."""


@dataclass(frozen=True)
class Citation:
    """Where a source says something.

    Attributes:
        source: code of a `Reference` or an `Act`.
        place: section, table or article in it.
        verified: whether the statement was compared with the source itself. Where it is false,
            the statement comes from general knowledge of the published act, or from the press:
            read the official text before you rely on it.
        about: which line of a provision it supports, one of `ABOUT`; empty for all that have
            none of their own.
    """

    source: str
    place: str
    verified: bool
    about: str = ""


@dataclass(frozen=True)
class Sanction:
    """One punishment that a provision allows, among others unless ``condition`` says more.

    Attributes:
        kind: one of `SANCTION_KINDS`.
        minimum, maximum: in ``unit``, both inclusive; None if unknown. A kind without an amount
            (life imprisonment, confiscation) has none.
        unit: ``years``, ``months``, ``days``, ``hours``, ``MCI`` (monthly calculation index) or
            ``KZT``; None for a kind without an amount.
        condition: when it applies, e.g. at a first offence.
        optional: an addition that the court may leave out.
    """

    kind: str
    sources: tuple[Citation, ...]
    minimum: float | None = None
    maximum: float | None = None
    unit: str | None = None
    condition: Wording | None = None
    optional: bool = False

    def months(self) -> tuple[float | None, float | None]:
        """A term from … to in months; unknown ends, and sanctions that are no term, are None."""
        factor = MONTHS_A_UNIT.get(self.unit or "")
        if factor is None:
            return None, None
        return _times(self.minimum, factor), _times(self.maximum, factor)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


@dataclass(frozen=True)
class Provision:
    """A part of an article as it stood from one day to another.

    Attributes:
        code: the act's code; article and part: as cited (``299-1``, ``3``); part is empty for the
            article as a whole, and a word where the source prints no number (``courier``).
        covers: what it is about, in our own words, never the act's.
        category: one of `CATEGORIES`; None if unknown, or if it is no offence.
        sanctions: the punishments that are known; none is *unknown*, not *unpunished*.
        in_force_from: inclusive; in_force_to: exclusive (first day on which it is no more).
            A year or a month alone: the day isn't known.
        size: the size of the mass that leads to this part, one of `SIZES`; None if it doesn't
            depend on one, or isn't known to.
        formerly: provisions (``297`` or ``297/3``) that covered it before this version.
        direction_stated: what the source itself calls the change: ``lighter``, ``severer``,
            ``new`` or ``repealed``.
        rule: it punishes nothing itself: general part, procedure, or the heading of an article
            whose parts are held.
        iccs: class of the International Classification of Crime for Statistical Purposes
            (UNODC 2015); None where no single class is sure.
        findings: keys of `LawFinding` about it.
    """

    code: str
    article: str
    part: str
    covers: Wording
    sources: tuple[Citation, ...]
    category: str | None = None
    sanctions: tuple[Sanction, ...] = ()
    in_force_from: PartialDate | None = None
    in_force_to: PartialDate | None = None
    size: str | None = None
    formerly: tuple[str, ...] = ()
    direction_stated: str | None = None
    rule: bool = False
    iccs: str | None = None
    findings: tuple[str, ...] = ()
    note: Wording | None = None

    @property
    def key(self) -> str:
        """Act, article and part, e.g. ``KZ.CC2014/297/3``; versions share it."""
        return "/".join(filter(None, (self.code, self.article, self.part)))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Its sources and those of its punishments, each once."""
        cited = (one for sanction in self.sanctions for one in sanction.sources)
        return tuple(dict.fromkeys((*self.sources, *cited)))

    def sources_of(self, line: str) -> tuple[Citation, ...]:
        """The citations of one line (one of `ABOUT`): its own, else those of the whole."""
        own = tuple(cited for cited in self.sources if cited.about == line)
        return own or tuple(cited for cited in self.sources if not cited.about)

    def in_force_on(self, day: date) -> bool:
        """Whether it was in force on a day; an unknown start counts as always."""
        return in_force_on(self.in_force_from, self.in_force_to, day)

    def allows(self, kind: str) -> bool | None:
        """Whether a court may impose a kind of punishment; None if that isn't known.

        A criminal offence (misdemeanour) allows no imprisonment, whatever else is unknown.

        Source: Criminal Code of Kazakhstan 2014, Article 10, part 3.
        """
        if any(sanction.kind == kind for sanction in self.sanctions):
            return True
        if self.category == "criminal_offence" and kind not in MISDEMEANOUR_KINDS:
            return False
        return None


@dataclass(frozen=True)
class Threshold:
    """Where small, large and especially large begin for a substance, as one reading has it.

    Attributes:
        substance: code in the vocabulary; form: one of `FORMS`.
        reading: name of the reading; where sources disagree there are several. label: the name
            to print, if it is another.
        small_from_g: grams, inclusive; small_to_g and large_to_g: grams, inclusive (a mass of
            exactly that size still belongs to the smaller one); None if the reading doesn't say.
        weighed: ``mixture`` where all that was seized counts, additives included; None if the
            source doesn't say.
        preferred: whether it is tried first.
        speaks_of: the time that the source speaks of; the reading is used for other days for
            want of a better one, and then that is said.
    """

    substance: str
    form: str
    reading: str
    sources: tuple[Citation, ...]
    label: Wording | None = None
    small_from_g: float | None = None
    small_to_g: float | None = None
    large_to_g: float | None = None
    weighed: str | None = None
    preferred: bool = False
    speaks_of: PartialDate | None = None
    in_force_from: PartialDate | None = None
    in_force_to: PartialDate | None = None
    findings: tuple[str, ...] = ()
    note: Wording | None = None

    def name(self, language: str) -> str:
        """The name of the reading, to print."""
        return self.reading if self.label is None else self.label.of(language)

    def in_force_on(self, day: date) -> bool:
        """Whether it was in force on a day; an unknown start counts as always."""
        return in_force_on(self.in_force_from, self.in_force_to, day)


def in_force_on(start: PartialDate | None, end: PartialDate | None, day: date) -> bool:
    """Whether a day lies between a start (inclusive) and an end (exclusive); None is open."""
    return (start is None or start.first_day() <= day) and (end is None or day < end.first_day())

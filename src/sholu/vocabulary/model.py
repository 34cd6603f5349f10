"""The nouns of the vocabulary: what the observatory knows by name before it reads anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from sholu.core.errors import SholuError
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.core.quantity import Unit
from sholu.vocabulary.wording import Wording

PLACE_KINDS: tuple[str, ...] = (
    "country", "region", "city", "district", "town", "village", "checkpoint", "area",
)  # fmt: skip
"""From the largest unit of administration to what lies across them (``area``: a valley)."""

SUBSTANCE_GROUPS: tuple[str, ...] = (
    "opioids", "cannabis", "cocaine", "stimulants", "synthetic_cathinones",
    "synthetic_cannabinoids", "hallucinogens", "sedatives", "precursors", "nps", "unspecified",
)  # fmt: skip
"""Groups of the annual questionnaires of EUDA and UNODC, cathinones and cannabinoids apart."""

DIRECTIONS: tuple[str, ...] = ("lower_is_better", "higher_is_better", "neither")
"""Which way an indicator moves when the situation gets better."""


class VocabularyError(SholuError):
    """A code is not known, or a vocabulary file says something that can't be read."""


@dataclass(frozen=True)
class Names:
    """What something is called, by language. The first name of a language is the preferred one."""

    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()

    def preferred(self, language: str) -> str:
        """The name to print; English where the language has none, else any, else empty.

        Example:
            >>> Names(en=("heroin",), ru=("героин",)).preferred("kk")
            'heroin'
        """
        for names in (self.of(language), self.en, self.ru, self.kk):
            if names:
                return names[0]
        return ""

    def of(self, language: str) -> tuple[str, ...]:
        """The names in one language; none for a language the vocabulary isn't written in."""
        return {"en": self.en, "ru": self.ru, "kk": self.kk}.get(language, ())

    def all(self) -> tuple[tuple[str, str], ...]:
        """Each name with its language, in the order en, ru, kk."""
        return tuple(
            (language, name) for language in INTERFACE_LANGUAGES for name in self.of(language)
        )


@dataclass(frozen=True)
class Place:
    """A country, a part of one, a settlement, a border checkpoint or an area across borders.

    Attributes:
        code: ISO 3166-1 or 3166-2, ``gn:<GeoNames id>`` for settlements and districts, or a
            code of our own for areas and checkpoints (``area:chu-valley``).
        kind: one of `PLACE_KINDS`.
        names: spellings in use, in the basic form; endings are the reader's work.
        country: ISO 3166-1 alpha-2; none for an area of several countries.
        region: ISO 3166-2 of today. A place of the first level has ``region == code``.
        valid_from: first day of this extent, ISO date; none if it has always been so.
        valid_to: first day on which this extent is no more (exclusive); none if it still is.
        latitude: degrees north (WGS 84), of the middle or the main settlement.
        longitude: degrees east (WGS 84).
        ambiguous: a false friend (Abay is a poet, a street and a region): to be counted only
            with a type word beside it (region, область, ауданы, г.). A name that holds its type
            word (``Абайская область``) counts alone.
        population: persons, from GeoNames; for ranking namesakes, not for rates.
        former_codes: codes the same place had before; `Vocabulary.place` finds it by them.
        invented: it stands for nowhere, and is meant for demonstrations and tests (DESIGN 5.8).
        note: what a reader of the list should know.
    """

    code: str
    kind: str
    names: Names
    country: str | None = None
    region: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    ambiguous: bool = False
    population: int | None = None
    former_codes: tuple[str, ...] = ()
    invented: bool = False
    note: str = ""

    def valid_on(self, day: str) -> bool:
        """Whether the place had this extent on a day (ISO date).

        Example:
            >>> Place("KZ-10", "region", Names(), valid_from="2022-06-08").valid_on("2021-12-31")
            False
        """
        return (self.valid_from or "") <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Substance:
    """A drug, a precursor, or a word for many of them.

    Attributes:
        schedule: the United Nations schedule, e.g. ``1961 I IV``, ``1971 II``, ``1988 I``; none
            where the conventions don't list it or it names a group.
        slang: words of the street and of adverts; weaker evidence than `names`.
    """

    code: str
    group: str
    names: Names
    slang: Names = Names()
    schedule: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Agency:
    """An organisation that acts or publishes in the field.

    Attributes:
        code: ``<country>.<short>``, e.g. ``KZ.MVD``; international ones have no country.
        parent: code of the agency above it.
        abbreviations: short forms; most are shared by agencies of several countries (``МВД``),
            so a reader has to know the country from the text or the source.
        kind: police, prosecution, court, security, finance, customs, border, health, justice,
            government, local_government, international, anti_corruption, drug_control, statistics.
        invented: it stands for nowhere (DESIGN 5.8).
    """

    code: str
    country: str | None
    parent: str | None
    names: Names
    abbreviations: Names
    kind: str
    invented: bool = False


@dataclass(frozen=True)
class EventKind:
    """What can happen in the anti-drug sphere.

    Attributes:
        definition: what belongs here, and where the neighbouring kinds begin.
        cues: words and stems that tell it in running text, most telling first.
        title_cues: those that tell it when they stand in a headline.
        weak_cues: words that help only together with others.
    """

    code: str
    names: Names
    definition: Wording
    cues: Names
    title_cues: Names = Names()
    weak_cues: Names = Names()


@dataclass(frozen=True)
class Indicator:
    """A defined measure.

    Attributes:
        unit: code of a unit (`Vocabulary.unit`), the one observations are printed in.
        denominator: what it is a share or a rate of; none for a plain count.
        direction: one of `DIRECTIONS`.
        standard: who defined it (EUDA, UNODC ARQ, SDG, UNAIDS …); none for our own.
        definition: what is counted.
        shows: what a change in it may mean.
        cannot_show: what it is often, and wrongly, read as.
        cues: words and stems that tell it in running text, most telling first.
    """

    code: str
    names: Names
    definition: Wording
    unit: str
    denominator: str | None
    direction: str
    standard: Wording | None
    shows: Wording
    cannot_show: Wording
    cues: Names


@dataclass(frozen=True)
class Break:
    """A dated change in what figures count; what lies on both sides of it is not compared.

    Attributes:
        day: the first day on which the new definition holds, ISO.
        label: in a few words, for charts.
        places: codes of the places that it touches.
        indicators: codes of the indicators that it touches.
        what: what changed, in a sentence.
        source: where that is written.
        within: whether a country stands for all its regions; false where only the places named
            changed (regions that were split while the country stayed what it was).
        invented: it stands for nowhere (DESIGN 5.8).
    """

    code: str
    day: str
    label: Names
    places: tuple[str, ...]
    indicators: tuple[str, ...]
    what: Wording
    source: Wording
    within: bool = True
    invented: bool = False


@dataclass(frozen=True)
class UnitWord:
    """A unit and how it is written, with the case endings in use."""

    unit: Unit
    spellings: Names


@dataclass(frozen=True)
class Portion:
    """A customary portion in which a drug is sold, and what it weighs by those who say so.

    Attributes:
        substances: codes of the drugs sold in it; empty for any.
        low_g, high_g: grams, the least and the greatest that a source gives.
        source: who says so; ``note``: what a reader should know.
    """

    code: str
    names: Names
    substances: tuple[str, ...]
    low_g: float
    high_g: float
    source: Wording
    note: Wording | None = None


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All lists, and the fingerprint of the files they came from.

    Places stand in the order in which namesakes should be tried: those of today before those of
    the past, larger units before smaller, more people before fewer.
    """

    places: tuple[Place, ...]
    substances: tuple[Substance, ...]
    agencies: tuple[Agency, ...]
    event_kinds: tuple[EventKind, ...]
    indicators: tuple[Indicator, ...]
    units: tuple[UnitWord, ...]
    fingerprint: str
    breaks: tuple[Break, ...] = ()
    portions: tuple[Portion, ...] = ()

    # The fingerprint says all; hashing 20,000 records for every cached look-up would cost seconds.
    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.fingerprint == other.fingerprint

    def place(self, code: str) -> Place:
        """The place of a code, of today or former (``KZ-AKM`` is ``KZ-11``)."""
        return _find(self._places, code, "place")

    def substance(self, code: str) -> Substance:
        """The substance of a code."""
        return _find(self._substances, code, "substance")

    def agency(self, code: str) -> Agency:
        """The agency of a code."""
        return _find(self._agencies, code, "agency")

    def event_kind(self, code: str) -> EventKind:
        """The event kind of a code."""
        return _find(self._event_kinds, code, "event kind")

    def indicator(self, code: str) -> Indicator:
        """The indicator of a code."""
        return _find(self._indicators, code, "indicator")

    def unit(self, code: str) -> Unit:
        """The unit of a code, plain (``kg``) or composed (``USD/g``, ``person/100000``)."""
        if "/" in code:
            numerator, denominator = code.split("/", 1)
            return compose_unit(self.unit(numerator), self.unit(denominator))
        return _find(self._units, code, "unit").unit

    def unit_name(self, code: str, language: str) -> str:
        """A unit as it is written in a language, e.g. ``KZT/kg`` in Russian: ``тенге/кг``."""
        return "/".join(
            _find(self._units, part, "unit").spellings.preferred(language)
            for part in code.split("/")
        )

    # cached_property writes into __dict__, past the frozen __setattr__: the lists don't change.
    @cached_property
    def _places(self) -> Mapping[str, Place]:
        former = {code: place for place in self.places for code in place.former_codes}
        return former | {place.code: place for place in self.places}

    @cached_property
    def _substances(self) -> Mapping[str, Substance]:
        return {substance.code: substance for substance in self.substances}

    @cached_property
    def _agencies(self) -> Mapping[str, Agency]:
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def _event_kinds(self) -> Mapping[str, EventKind]:
        return {kind.code: kind for kind in self.event_kinds}

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {indicator.code: indicator for indicator in self.indicators}

    @cached_property
    def _units(self) -> Mapping[str, UnitWord]:
        return {word.unit.code: word for word in self.units}


def compose_unit(numerator: Unit, denominator: Unit) -> Unit:
    """Make the unit of a rate or a price, e.g. KZT and kg to ``KZT/kg``.

    Returns:
        A unit whose base is made of both bases, so that ``KZT/kg`` and ``KZT/g`` compare.

    Example:
        >>> kg = Unit("kg", "mass", "g", 1000.0)
        >>> compose_unit(Unit("KZT", "money KZT", "KZT", 1.0), kg)
        Unit(code='KZT/kg', dimension='money KZT/mass', base='KZT/g', factor=0.001)
    """
    return Unit(
        code=f"{numerator.code}/{denominator.code}",
        dimension=f"{numerator.dimension}/{denominator.dimension}",
        base=f"{numerator.base}/{denominator.base}",
        factor=numerator.factor / denominator.factor,
    )


T = TypeVar("T")


def _find(records: Mapping[str, T], code: str, what: str) -> T:
    """Look a code up, and name its neighbours if it isn't there."""
    found = records.get(code)
    if found is not None:
        return found
    nearest = get_close_matches(code, records, n=3, cutoff=0.5)
    hint = f"The nearest are {', '.join(nearest)}." if nearest else "Nothing is near it."
    raise VocabularyError(f"No {what} has the code {code!r}.", hint)

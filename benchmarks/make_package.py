"""Make the data of a release of national size, all of it synthetic, about invented Aldaria (XA).

Twenty regions, sixty indicators, fifteen years (ten of the indicators by month too), 50,000 events
and about 60,000 claims by default. The same counts and seed give the same bytes.

    python benchmarks/make_package.py FOLDER [--events 50000] [--years 15] [--indicators 60]

FOLDER becomes a folder of releases with one release, ``2030-01``, which pages can be served from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sholu.core.ids import identify, sha256_hex
from sholu.core.period import parse_period
from sholu.release.freeze import freeze
from sholu.release.model import Edition
from sholu.release.package.contents import Contents, Passage, Words
from sholu.release.package.model import (
    FILE,
    About,
    Coverage,
    Named,
    PublicClaim,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicObservation,
    PublicPoint,
    PublicSource,
    Telling,
)
from sholu.release.package.naming import (
    Codes,
    names_in_use,
    public_breaks,
    public_indicators,
)
from sholu.release.package.write import package_bytes
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Names

COUNTRY = "XA"
LAST_YEAR = 2029
SOURCES = ("xa-interior", "xa-courts", "xa-press")
MONTHLY = 10
"""Indicators that are counted by month too."""

COMPETING = 8
"""One place of a series in this many has a second claim, which differs."""

WORDING = {
    "en": (
        "Officers in {region} seized {mass} kg of {drug} from a car on the road to {town}",
        "The police of {region} said that {persons} persons were detained in the operation. "
        "Another {mass} kg of {drug} were found in a garage, and {persons} telephones.",
    ),
    "ru": (
        "{region}: изъято {mass} кг, вещество {drug}, на дороге в {town}",
        "Полиция сообщила, что в ходе операции задержано {persons} человек. В гараже нашли ещё "
        "{mass} кг, вещество {drug}, и {persons} телефонов.",
    ),
    "kk": (
        "{region}: {town} жолында {mass} кг {drug} тәркіленді",
        "Полиция операция кезінде {persons} адам ұсталғанын хабарлады. Гараждан тағы {mass} кг "
        "{drug} мен {persons} телефон табылды.",
    ),
}
"""A headline and a paragraph in each language; invented, with ``{slots}``."""


@dataclass(frozen=True)
class Size:
    """How much to make."""

    events: int = 50_000
    years: int = 15
    indicators: int = 60
    regions: int = 20
    seed: int = 1


class Synthetic:
    """Makes records about the invented country."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.random = Random(size.seed)
        self.vocabulary = load()
        self.regions = [f"{COUNTRY}-{number:02d}" for number in range(1, size.regions + 1)]
        self.drugs = self.vocabulary.substances[:30]
        self.kinds = [kind.code for kind in self.vocabulary.event_kinds]
        self.indicators = self.vocabulary.indicators[: size.indicators]
        self.passages: list[Passage] = []
        self.words: list[Words] = []
        self.documents: dict[str, PublicDocument] = {}

    def contents(self) -> Contents:
        """All of it."""
        events = tuple(self._event(number) for number in range(self.size.events))
        observations, claims = self._series()
        codes = Codes(
            frozenset((COUNTRY, *self.regions)),
            frozenset(drug.code for drug in self.drugs),
            frozenset(),
            frozenset(self.kinds),
            frozenset(one.code for one in self.indicators),
        )
        named = names_in_use(codes, COUNTRY, self.vocabulary)
        sources = tuple(
            PublicSource(code, Names((f"Synthetic {code}",)), "agency", COUNTRY, "B", "invented",
                         "2015-01-01", "2029-12-31", 1)
            for code in SOURCES
        )  # fmt: skip
        return Contents(
            about=_about(),
            coverage=Coverage(len(self.documents), 3, 2, 1, 40, 0),
            named=(*named, *(Named("source", one.code, one.names) for one in sources)),
            indicators=public_indicators(self.vocabulary),
            breaks=public_breaks(codes, self.vocabulary),
            sources=sources,
            documents=tuple(self.documents.values()),
            events=events,
            claims=tuple(claims),
            observations=tuple(observations),
            disputes=tuple(_disputes(observations)),
            passages=tuple(self.passages),
            words=tuple(self.words),
        )

    def _event(self, number: int) -> PublicEvent:
        random = self.random
        language = random.choice(("en", "ru", "kk"))
        region, drug = random.choice(self.regions), random.choice(self.drugs)
        day = date(LAST_YEAR + 1 - self.size.years, 1, 1) + timedelta(
            days=random.randrange(365 * self.size.years)
        )
        mass, persons = random.randint(1, 9000) / 10, random.randint(1, 40)
        place = self.vocabulary.place(region)
        headline, paragraph = WORDING[language]
        slots = {
            "region": place.names.preferred(language),
            "town": f"{place.names.preferred(language)} {random.randint(1, 90)}",
            "drug": drug.names.preferred(language),
            "mass": mass,
            "persons": persons,
        }
        title, text = headline.format(**slots), paragraph.format(**slots)
        document = self._document(f"event {number}", language, str(day))
        title_span = self._span(document, title, 0, len(title), language)
        start = text.index(str(mass))
        figure_span = self._span(document, text, start, start + len(f"{mass}"), language)
        figure = PublicFigure(
            identify("figure", number), mass, None, f"{mass} kg", "kg", mass * 1000, None, "g",
            drug.code, drug.code, "exact", None, None, None, None, figure_span,
        )  # fmt: skip
        return PublicEvent(
            id=identify("event", number),
            kind=random.choice(self.kinds),
            title=title,
            text=text,
            language=language,
            countries=(COUNTRY,),
            regions=(region,),
            places=(place.names.preferred("en"),),
            date_start=str(day),
            date_end=str(day),
            date_basis="stated",
            published=str(day),
            agencies=(),
            substances=(drug.code,),
            figures=(figure,),
            addresses=(f"https://press.example/{number}",),
            documents=(document,),
            spans=(title_span,),
            tellings=(Telling("xa-press", document, str(day), title_span),),
            differences=(),
            status="proposed",
            confidence=0.9,
            latitude=place.latitude,
            longitude=place.longitude,
            place_basis="region",
            item=None,
        )

    def _document(self, name: str, language: str, day: str) -> str:
        id_ = sha256_hex(name.encode())
        self.documents[id_] = PublicDocument(
            id_, f"{name}.html", "xa-press", f"https://press.example/{id_[:8]}", day, language,
            "text/html", "read", "",
        )  # fmt: skip
        return id_

    def _span(self, document: str, text: str, start: int, end: int, language: str | None) -> str:
        passage = Passage(identify("passage", document, text), document, language, text)
        self.passages.append(passage)
        id_ = identify("span", document, text, start, end)
        self.words.append(Words(id_, document, passage.id, start, end, None, None, ()))
        return id_

    def _series(self) -> tuple[list[PublicObservation], list[PublicClaim]]:
        observations, claims = [], []
        for number, indicator in enumerate(self.indicators):
            for place in (COUNTRY, *self.regions):
                for frequency, period in self._periods(monthly=number < MONTHLY):
                    made = self._observation(
                        indicator.code, indicator.unit, place, frequency, period
                    )
                    observations.append(made[0])
                    claims += made[1]
        return observations, claims

    def _periods(self, monthly: bool) -> Iterator[tuple[str, str]]:
        for year in range(LAST_YEAR + 1 - self.size.years, LAST_YEAR + 1):
            yield "year", str(year)
            if monthly:
                yield from (("month", f"{year}-{month:02d}") for month in range(1, 13))

    def _observation(
        self, indicator: str, unit: str, place: str, frequency: str, period: str
    ) -> tuple[PublicObservation, list[PublicClaim]]:
        random, days = self.random, parse_period(period)
        value = float(random.randint(10, 5000))
        values = [value, value + 7] if random.randrange(COMPETING) == 0 else [value]
        claims = [
            self._claim(indicator, unit, place, period, one, SOURCES[index])
            for index, one in enumerate(values)
        ]
        series = identify("series", indicator, place, unit, frequency)
        observation = PublicObservation(
            id=identify("observation", series, period),
            series=series,
            indicator=indicator,
            place=place,
            substance=None,
            scope="",
            frequency=frequency,
            accumulation="period",
            period=period,
            first_day=str(days.first_day()),
            last_day=str(days.last_day()),
            value=value,
            value_high=None,
            low=None,
            high=None,
            unit=unit,
            status="reported",
            qualifier="exact",
            derived="",
            chosen=claims[0].id,
            rule="highest_grade_then_latest",
            differing=len(claims) > 1,
            points=tuple(_point(claim) for claim in claims),
        )
        return observation, claims

    def _claim(
        self, indicator: str, unit: str, place: str, period: str, value: float, source: str
    ) -> PublicClaim:
        name = f"{source} {indicator} {period[:4]}"
        document = self._document(name, "en", f"{int(period[:4]) + 1}-02-01")
        row = f"{place}\t{period}\t{value:.0f}"
        span = self._span(document, row, len(row) - len(f"{value:.0f}"), len(row), "en")
        return PublicClaim(
            id=identify("claim", name, place, period),
            indicator=indicator,
            place=place,
            place_printed=place,
            period_start=period,
            period_end=period,
            substance=None,
            of=None,
            value=value,
            value_high=None,
            unit=unit,
            value_base=value,
            value_high_base=None,
            unit_base=unit,
            printed=f"{value:.0f}",
            qualifier="exact",
            accumulation="period",
            suspect=None,
            likely_reading=None,
            source=source,
            cited_source=None,
            grade="B",
            document=document,
            span=span,
            status="accepted",
            confidence=1.0,
        )


def _point(claim: PublicClaim) -> PublicPoint:
    return PublicPoint(
        claim.id, claim.value, None, None, None, "reported", "exact", claim.printed, claim.source,
        None, claim.grade, claim.document, claim.period_start, claim.span, "", "",
    )  # fmt: skip


def _disputes(observations: list[PublicObservation]) -> Iterator[PublicDispute]:
    for one in observations:
        if one.differing and one.frequency == "year":
            claims = tuple(point.claim for point in one.points)
            yield PublicDispute(
                identify("dispute", *claims), "contradiction", one.indicator, one.place, one.period,
                claims, "true_conflict", "Two synthetic sources differ by 7.", None, "medium",
            )  # fmt: skip


def _about() -> About:
    name = {
        "en": "Synthetic observatory of Aldaria (invented)",
        "ru": "Синтетическая обсерватория Алдарии (вымышлена)",
        "kk": "Алдарияның синтетикалық обсерваториясы (ойдан шығарылған)",
    }
    return About(
        "2030-01", 1, 2030, 0, "2030-01-01", "2030-01-15", COUNTRY, name, name, {},
        ("en", "ru", "kk"), (("synthetic", "1"),),
    )  # fmt: skip


def write_release(folder: Path, contents: Contents) -> Path:
    """Freeze the contents as a release that pages can be served from."""
    about = contents.about
    record = {
        "number": about.number, "year": about.year, "period_start": about.period_start,
        "period_end": about.period_end, "language": "en", "reissue": 0,
        "counts": {COUNTRY: 0}, "sections": [], "summary": [], "documents": [], "changes": [],
        "why": "", "lead": "Synthetic figures about an invented country.",
    }  # fmt: skip
    edition = Edition(about.number, parse_period("2030-01-01/2030-01-15"), "en")
    files = {"release.json": json.dumps(record).encode(), FILE: package_bytes(contents)}
    return freeze(folder, edition, files)


def main() -> None:
    """Make a package of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name in ("events", "years", "indicators"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Size, name))
    asked = parser.parse_args()
    size = Size(asked.events, asked.years, asked.indicators)
    print(write_release(asked.folder, Synthetic(size).contents()))


if __name__ == "__main__":
    main()

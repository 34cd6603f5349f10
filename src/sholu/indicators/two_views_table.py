"""Both views of each region and year, out of series and the register."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sholu.indicators.integrity_question import Question
from sholu.indicators.integrity_years import Key, YearValue
from sholu.indicators.model import Registration
from sholu.indicators.two_views import View, disagreements

GRAMS_PER_KG = 1000


def views_of(years: dict[Key, YearValue], registrations: Sequence[Registration]) -> list[View]:
    """One for each place and year with registered offences; what isn't known stays None.

    The drug is the one whose retail price most regions have.
    """
    keys = sorted({key[1:3] for key in years if key[0] == "offences_registered"})
    priced = Counter(key[3] for key in years if key[0] == "price_retail" and key[3])
    substance = min(priced, key=lambda one: (-priced[one], str(one))) if priced else None
    shares = _wholesale(registrations)
    return [_view(years, place, year, substance, shares.get((place, year))) for place, year in keys]


def _view(
    years: dict[Key, YearValue], place: str, year: str, substance: str | None, share: float | None
) -> View:
    def figure(indicator: str, drug: str | None = None) -> float | None:
        found = years.get((indicator, place, year, drug))
        return None if found is None else found.value

    facts, officers = figure("offences_registered"), figure("officers_drug_units")
    price = years.get(("price_retail", place, year, substance))
    purity = figure("purity_retail", substance)
    seized = figure("seizure_mass", substance)
    printed = figure("offences_wholesale_share")
    pure = figure("price_pure_gram", substance)
    if pure is None and price is not None and purity:
        pure = price.value / (purity / 100)
    return View(
        place=place,
        year=year,
        facts=facts,
        officers=officers,
        facts_per_officer=_ratio(facts, officers),
        substance=substance,
        price_unit=None if price is None else price.unit,
        price_per_gram=None if price is None else price.value,
        price_pure_gram=pure,
        seized_kg=seized,
        seized_g_per_officer=_ratio(None if seized is None else seized * GRAMS_PER_KG, officers),
        wholesale_share=share if printed is None else printed / 100,
    )


def _ratio(above: float | None, below: float | None) -> float | None:
    """None without both, or over zero."""
    return None if above is None or not below else above / below


def _wholesale(registrations: Sequence[Registration]) -> dict[tuple[str, str], float]:
    """Share of registrations in the role of wholesale, of those whose role is known."""
    known: Counter[tuple[str, str]] = Counter()
    wholesale: Counter[tuple[str, str]] = Counter()
    for one in registrations:
        if one.place and one.date and one.role:
            known[one.place, one.date[:4]] += 1
            wholesale[one.place, one.date[:4]] += one.role == "wholesale"
    return {key: wholesale[key] / known[key] for key in known}


SEEN: tuple[tuple[str, bool], ...] = (
    ("offences_registered", False),
    ("officers_drug_units", False),
    ("price_retail", True),
    ("price_pure_gram", True),
    ("purity_retail", True),
    ("seizure_mass", True),
    ("offences_wholesale_share", False),
)
"""Indicators of a view, and whether they are about its drug."""


def view_questions(views: Sequence[View], years: dict[Key, YearValue]) -> Iterator[Question]:
    """Ask for the last year of each country where both views disagree."""
    groups: defaultdict[str, list[View]] = defaultdict(list)
    last = max((one.year for one in views), default="")
    for one in views:
        if one.year == last and len(one.place) > 2:
            groups[one.place[:2]].append(one)
    for regions in groups.values():
        for view, answer in zip(regions, disagreements(regions), strict=True):
            subject = f"facts per officer beside the market of {view.substance or 'no drug'}"
            evidence = _spans(view, years)
            yield Question("two_views", view.place, last, subject, answer, evidence)


def _spans(view: View, years: dict[Key, YearValue]) -> tuple[str, ...]:
    keys = [(name, view.place, view.year, view.substance if of else None) for name, of in SEEN]
    found = [years[key] for key in keys if key in years]
    return tuple(span for one in found for span in one.spans if span)

"""Wholes against parts across sentences, tables and documents: nation and regions, market and
seizures, a table against the prose beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sholu.claims.model import Claim
from sholu.indicators.dispute_model import LARGEST, Dispute, make_dispute, period_of
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_stated import Surroundings, is_doubted
from sholu.indicators.dispute_texts import computed, phrase, with_unit
from sholu.vocabulary.model import Vocabulary
from sholu.vocabulary.wording import Wording

LARGEST_SEIZED_SHARE = 0.55
"""Share of a market above which seizures can't be its part: the highest rate of interception that
UNODC estimates for any drug is 45 to 55 % (World Drug Report 2017, booklet 3, cocaine, purity not
adjusted)."""
SLACK = 0.02
"""Share by which parts may exceed their whole by rounding."""

_MARKETS = ("illicit_drug_trade_volume", "transit_volume")
_SEIZED = ("seizure_total",)
_ADDED = ("seizure_mass", "seizure_total", "seizure_count", "offences_registered",
          "persons_detained", "persons_convicted", "cases_opened", "cases_to_court",
          "registered_users", "overdose_deaths", "hiv_new_cases")  # fmt: skip
"""Indicators whose values of regions or substances add up to those of the whole."""


def find_totals(
    claims: Sequence[Claim], around: Surroundings, vocabulary: Vocabulary
) -> Iterator[Dispute]:
    """Parts above their whole, and seizures above any reason."""
    sound = [c for c in claims if not is_doubted(c) and c.figure.value_base is not None]
    yield from _seized_share(sound)
    yield from _regions(sound, around)
    yield from _prose_above_table(sound, around.settings)
    yield from _rates_and_counts(sound, around.settings, vocabulary)


def _base(claim: Claim) -> float:
    return claim.figure.value_base or 0.0


def _high(claim: Claim) -> float:
    return claim.figure.value_high_base or _base(claim)


def _seized_share(claims: Iterable[Claim]) -> Iterator[Dispute]:
    """A market estimated at little more than what is seized from it."""
    by_place: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator in (*_MARKETS, *_SEIZED) and claim.place_code:
            by_place[claim.place_code].append(claim)
    for together in by_place.values():
        markets = [c for c in together if c.indicator in _MARKETS and c.figure.unit_base == "g"]
        seized = [c for c in together if c.indicator in _SEIZED and c.figure.unit_base == "g"]
        for market in markets:
            above = [c for c in seized if _base(c) > LARGEST_SEIZED_SHARE * _high(market)]
            if above:
                low, high = _base(above[0]) / _high(market), _base(above[0]) / _base(market)
                share = f"{100 * low:.0f}" + (f"–{100 * high:.0f}" if high > low * 1.01 else "")
                yield make_dispute(
                    [market, *above[:2]],
                    "inconsistent_arithmetic",
                    phrase(
                        "seized_share",
                        seized=above[0].figure.value_printed,
                        market=market.figure.value_printed,
                        share=share,
                        limit=f"{100 * LARGEST_SEIZED_SHARE:.0f}",
                    ),
                    kind="contradiction",
                    likely_reading=phrase("seized_share_likely"),
                    severity="high",
                )


def _regions(claims: Iterable[Claim], around: Surroundings) -> Iterator[Dispute]:
    """Regions that make more than their country, in one indicator, period and substance."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator in _ADDED and claim.place_code and claim.period_start:
            of = claim.figure.of_code or claim.figure.row_label
            groups[
                claim.indicator, claim.figure.unit_base, claim.place_code[:2], period_of(claim),
                of, claim.figure.accumulation, around.scopes.get(claim.id, ""), claim.document,
            ].append(claim)  # fmt: skip
    for together in groups.values():
        nations = [c for c in together if len(c.place_code or "") == 2]
        regions = {c.place_code: c for c in together if len(c.place_code or "") > 2}
        if len(nations) != 1 or nations[0].figure.qualifier != "exact":
            continue
        summed = sum(_base(c) for c in regions.values())
        if summed > _high(nations[0]) * (1 + SLACK):
            parts = sorted(regions.values(), key=_base, reverse=True)[: LARGEST - 1]
            yield make_dispute(
                [nations[0], *parts],
                "inconsistent_arithmetic",
                phrase(
                    "regions",
                    sum=_shown(summed, nations[0]),
                    nation=nations[0].figure.value_printed,
                ),
                kind="inconsistent_arithmetic",
                severity="high",
            )


def _prose_above_table(
    claims: Iterable[Claim], settings: Mapping[str, ClaimSetting]
) -> Iterator[Dispute]:
    """One amount in a sentence that is more than all rows of a table of the same measure."""
    tables: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    prose: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        setting = settings.get(claim.id)
        if claim.indicator in _ADDED and claim.period_start and claim.place_code and setting:
            key = claim.indicator, claim.figure.unit_base, claim.place_code, period_of(claim)
            if setting.table >= 0:
                tables[(*key, setting.document, setting.table)].append(claim)
            else:
                prose[key].append(claim)
    for (*shared, _document, _table), cells in tables.items():
        if len({c.figure.row_label for c in cells}) < 2 or len(cells) > 40:
            continue
        summed = sum(_base(c) for c in cells)
        for claim in prose.get(tuple(shared), ()):
            if claim.figure.qualifier == "exact" and _base(claim) > summed * 1.05:
                yield make_dispute(
                    [claim, max(cells, key=_base)],
                    "different_scope",
                    phrase(
                        "prose_above_table",
                        printed=claim.figure.value_printed,
                        sum=_shown(summed, claim),
                    ),
                    likely_reading=phrase("prose_above_table_likely"),
                    severity="high",
                )


def _rates_and_counts(
    claims: Iterable[Claim], settings: Mapping[str, ClaimSetting], vocabulary: Vocabulary
) -> Iterator[Dispute]:
    """A count against a rate of the same thing, country and year, by the country's population."""
    groups: dict[tuple[str, object], list[Claim]] = defaultdict(list)
    for claim in claims:
        country = claim.place_code or ""
        if len(country) == COUNTRY_CODE and claim.period_start and claim.id in settings:
            groups[country, (claim.document, period_of(claim))].append(claim)
    for (country, _), together in groups.items():
        rates = [c for c in together if c.figure.unit == "person/100000"]
        population = vocabulary.place(country).population if rates else None
        counts = [c for c in together if c.figure.unit in ("person", "death", "case")]
        for rate in rates if population else ():
            for count in counts:
                implied = 100_000 * count.figure.value / (population or 1)
                low, high = sorted((implied, rate.figure.value))
                if high > RATE_SLACK * low and _of_one_matter(rate, count, settings):
                    yield make_dispute(
                        [rate, count],
                        "different_scope",
                        phrase(
                            "rate_and_count",
                            count=count.figure.value_printed,
                            implied=computed(f"{implied:.2g}"),
                            population=computed(f"{population:,}"),
                            rate=computed(f"{rate.figure.value:.10g}"),
                        ),
                        likely_reading=phrase("rate_and_count_likely"),
                        severity="high",
                    )


def _of_one_matter(rate: Claim, count: Claim, settings: Mapping[str, ClaimSetting]) -> bool:
    """Whether the words beside both name one thing that is counted, besides drugs."""
    a, b = settings[rate.id], settings[count.id]
    shared = set(a.near) & set(b.near)
    return a.sentence != b.sentence and len(shared) > 1 and bool(shared & _MATTERS)


_MATTERS = frozenset(("death", "overdo", "hiv", "hcv", "prison", "смерть", "incarc", "treatm"))
COUNTRY_CODE = 2
"""Letters of a country's code; the vocabulary knows the population of countries."""
RATE_SLACK = 1.5
"""How far a rate may be from a count: populations change, and are of another year here."""


def _shown(base: float, like: Claim) -> Wording:
    """A sum in the unit of a claim."""
    per_unit = _base(like) / like.figure.value if like.figure.value else 1.0
    return with_unit(f"{base / per_unit:,.6g}", like.figure.unit)

"""Claims of one sentence, and claims against the works they cite: what their wording gives away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sholu.claims.model import Claim
from sholu.indicators.dispute_model import Dispute, make_dispute
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_texts import computed, phrase
from sholu.vocabulary.wording import Wording

Settings = Mapping[str, ClaimSetting]

COUNTED_TWICE = 1.5
"""Offences for each person from which a text that sets one against the other is worth a look."""

_CONTRAST = re.compile(
    r"\b(?:while|whereas|but|only|however|а|но|лишь|только|тогда как|ал|тек|бірақ|ғана)\b", re.I
)
_DOWN_TO = re.compile(
    r"[^.;]{0,90}\b(?:down to|to|до)\b\s*(?:and\s|an?\s|just\s|only\s|about\s|around\s|estimated\s"
    r"|nearly\s|около\s|примерно\s){0,4}[~≈]?",
    re.IGNORECASE,
)
_FALL = re.compile(
    r"\b(?:fell|dropp\w+|declin\w+|decreas\w+|reduc\w+|down|сниз\w+|сократ\w+|упал\w*|азай\w+"
    r"|төменде\w+)\b",
    re.IGNORECASE,
)
_RISE = re.compile(r"\b(?:rose|increas\w+|grew|grown|вырос\w*|увелич\w+|өст\w+|артт\w+)\b", re.I)
_NARROWER = (
    (re.compile(r"personal[- ]use|possession|личн\w+ потреблен|хранени|жеке тұтын", re.I),
     re.compile(r"drug[- ]related|drug offen[cs]e|drug crimes?|наркопреступ|есірткі қылмыс", re.I)),
)  # fmt: skip
"""What is part of what in this field: whoever is in for possession is in for a drug offence."""

_EXPECTED = re.compile(
    r"\bin the next (?:\w+ )?years\b|\bin the coming years\b|в ближайшие \w+ (?:лет|год)\w*"
    r"|\bпрогноз\w*|алдағы \w+ жыл",
    re.IGNORECASE,
)
SHARED_WORDS = 3
"""Stems that two passages must share to tell of one change."""
FEWEST_STARTED = 20
"""Start values below it are lists of small things, not series."""
_FROM = re.compile(r"\b(?:from|от|с)\s(?:about |nearly |almost |около )?[~≈]?\s?$")
_GOES_TO = re.compile(r"\b(?:to|до|by \d{4})\b")
_VAGUE = frozenset(("drug", "drugs", "estima", "people", "number", "nearly", "decrea", "droppe"))
_YEAR = re.compile(r"\d{4}")


def find_in_wording(
    claims: Sequence[Claim], settings: Settings, text: str, published: str | None
) -> Iterator[Dispute]:
    """Disputes within sentences of one document.

    Args:
        claims: of the document, in order.
        text: the document's; ``published``: when it came out, if known.
    """
    sentences: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[settings[claim.id].sentence].append(claim)
    for together in sentences.values():
        for one, two in pairwise(together):
            between = text[one.figure.span.end : two.figure.span.start]
            yield from _odd_unit(one, two, between)
            yield from _falls_upwards(one, two, text, settings, between)
            yield from _offences_and_persons(one, two, between)
            yield from _part_above_whole(one, two, text, between)
    yield from _starts(claims, settings, text)
    for claim in claims:
        yield from _too_new(claim, settings[claim.id], published)
        yield from _forecast(claim, settings[claim.id], text, published)


def _odd_unit(one: Claim, two: Claim, between: str) -> Iterator[Dispute]:
    """``from 12,5 … in 1999-40,3 years``: a rate does not become years."""
    a, b = one.figure, two.figure
    rate, years = "/" in (a.unit or ""), b.unit == "year" and b.value % 1 != 0
    if not (rate and years) or not re.fullmatch(r"[^.;]{0,25}(?:[-–—]|\bto|\bдо)\s*", between):
        return
    yield make_dispute(
        [one, two],
        "garbled",
        phrase("odd_unit", one=a.value_printed, other=b.value_printed),
        kind="garbled",
        # Codes of units are English.
        likely_reading=replace(
            phrase("odd_unit_likely", number=computed(f"{b.value:.10g}")),
            en=f"{b.value:.10g} {a.unit}",
        ),
    )


def _falls_upwards(
    one: Claim, two: Claim, text: str, settings: Settings, between: str
) -> Iterator[Dispute]:
    """A fall from 907 to 1618: the second is two numbers that lost their dash, or is wrong."""
    a, b = one.figure, two.figure
    if a.unit_base != b.unit_base or a.value_high is not None or not _DOWN_TO.fullmatch(between):
        return
    if a.value_base is None or b.value_base is None or b.value_base <= a.value_base:
        return
    start = settings[one.id].sentence
    told = text[start : b.span.end]
    if not _FALL.search(told[-160:]) or _RISE.search(told[-160:]):
        return
    yield make_dispute(
        [one, two],
        "garbled",
        phrase("falls_upwards", one=a.value_printed, other=b.value_printed),
        kind="garbled",
        likely_reading=_split(b.value, a.value) if a.unit == b.unit else None,
        severity="high",
    )


def _split(value: float, limit: float) -> Wording | None:
    """``1618`` as 16–18: halves of one length, rising, both below the start."""
    digits = f"{value:.0f}"
    half = len(digits) // 2
    low, high = digits[:half], digits[half:]
    fits = len(digits) % 2 == 0 and high[:1] != "0" and int(low) < int(high) < limit
    return phrase("dash_lost", low=low, high=high) if fits else None


def _starts(claims: Sequence[Claim], settings: Settings, text: str) -> Iterator[Dispute]:
    """Different start values of one change, in different passages: 907 in 2000, 1,287 in 2001."""
    opening = [claim for claim in claims if _opens_change(claim, settings[claim.id], text)]
    for place, one in enumerate(opening):
        for two in opening[place + 1 :]:
            a, b = settings[one.id], settings[two.id]
            if a.paragraph == b.paragraph or one.place_code != two.place_code:
                continue
            if abs(_year_of(one) - _year_of(two)) > 1 or not _far(one, two):
                continue
            if len((set(a.near) & set(b.near)) - _VAGUE) >= SHARED_WORDS:
                yield make_dispute(
                    [one, two],
                    "true_conflict",
                    phrase(
                        "two_starts",
                        one=one.figure.value_printed,
                        one_year=_year_of(one),
                        other=two.figure.value_printed,
                        other_year=_year_of(two),
                    ),
                    likely_reading=phrase("two_starts_likely"),
                    severity="high",
                )


def _opens_change(claim: Claim, setting: ClaimSetting, text: str) -> bool:
    figure = claim.figure
    if figure.unit not in ("case", "item", "person", "death") or not claim.period_start:
        return False
    if claim.place_code is None or figure.value < FEWEST_STARTED:
        return False
    before, after = text[setting.sentence : figure.span.start], text[figure.span.end :][:140]
    changes = _FALL.search(before) or _RISE.search(before)
    return bool(changes and (_GOES_TO.search(after) or _FROM.search(before)))


def _year_of(claim: Claim) -> int:
    return int((claim.period_start or "0")[:4])


def _far(one: Claim, two: Claim) -> bool:
    low, high = sorted((one.figure.value, two.figure.value))
    return high > low * 1.05


def _offences_and_persons(one: Claim, two: Claim, between: str) -> Iterator[Dispute]:
    """Many offences against few persons, set against each other: one person counts many times."""
    units = {one.figure.unit, two.figure.unit}
    if units not in ({"case", "person"}, {"fact", "person"}) or not _CONTRAST.search(between):
        return
    if re.search(r"[.;]\s", between) or one.place_code != two.place_code:
        return
    facts, persons = (two, one) if one.figure.unit == "person" else (one, two)
    each = facts.figure.value / max(persons.figure.value, 1)
    if each < COUNTED_TWICE or persons.figure.value < 2:
        return
    share = computed(f"{each:.1f}")
    yield make_dispute(
        [one, two],
        "different_scope",
        phrase(
            "offences_and_persons",
            facts=facts.figure.value_printed,
            persons=persons.figure.value_printed,
            each=share,
        ),
        likely_reading=phrase("offences_and_persons_likely", each=share),
        severity="high",
    )


def _part_above_whole(one: Claim, two: Claim, text: str, between: str) -> Iterator[Dispute]:
    """Two shares of one whole where the narrower thing has the larger share."""
    if {one.figure.unit, two.figure.unit} != {"%"} or len(between) > 80:
        return
    after = re.split(r"[;.(]", text[two.figure.span.end : two.figure.span.end + 60])[0]
    for narrow, wide in _NARROWER:
        nested = wide.search(between) and narrow.search(after) and not wide.search(after)
        if nested and two.figure.value > one.figure.value:
            shares = {"part": two.figure.value_printed, "whole": one.figure.value_printed}
            yield make_dispute(
                [one, two],
                "inconsistent_arithmetic",
                phrase("part_above_whole", **shares),
                kind="suspicious",
                likely_reading=phrase("part_above_whole_likely", **shares),
            )


def _too_new(claim: Claim, setting: ClaimSetting, published: str | None) -> Iterator[Dispute]:
    """A figure of a year that the work cited for it, or its own document, can't know."""
    year = int((claim.period_end or claim.period_start or "0000")[:4])
    if year not in setting.years or setting.table >= 0:
        return  # carried over from elsewhere: it may belong to another sentence
    if claim.figure.unit in ("year", "item"):
        return
    cited = setting.cited_year
    if cited is not None and year > cited:
        likely = _neighbour(year, cited)
        yield make_dispute(
            [claim],
            "anachronism",
            phrase("newer_than_cited", printed=claim.figure.value_printed, year=year, cited=cited),
            kind="source_mismatch",
            likely_reading=likely,
            severity="high",
        )
    elif published and _YEAR.match(published) and year > int(published[:4]):
        yield make_dispute(
            [claim],
            "anachronism",
            phrase(
                "newer_than_document",
                printed=claim.figure.value_printed,
                year=year,
                published=published,
            ),
            kind="source_mismatch",
        )


def _forecast(
    claim: Claim, setting: ClaimSetting, text: str, published: str | None
) -> Iterator[Dispute]:
    """A forecast whose time is over, printed as if it were still to come."""
    cited = setting.cited_year
    if cited is None or (published is None and not setting.latest_cited):
        return
    told = _EXPECTED.search(text, setting.sentence, claim.figure.span.end + 120)
    now = int(published[:4]) if published else setting.latest_cited
    if told and now is not None and cited + _reach(told) < now and claim.figure.unit == "%":
        yield make_dispute(
            [claim],
            "anachronism",
            phrase(
                "forecast",
                printed=claim.figure.value_printed,
                told=told.group(),
                cited=cited,
                now=now,
            ),
            kind="source_mismatch",
            likely_reading=phrase("forecast_likely", cited=cited),
        )


def _reach(told: re.Match[str]) -> int:
    """Years that a forecast looks ahead; ten where it gives none."""
    years = re.search(r"\d{1,2}", told.group())
    return int(years.group()) if years else 10


def _neighbour(year: int, cited: int) -> Wording | None:
    """The year with one digit changed that the work can know: 2024 as 2004."""
    printed = str(year)
    for place in (2, 3):
        for digit in "0123456789":
            other = int(printed[:place] + digit + printed[place + 1 :])
            if cited - 9 <= other <= cited and other % 10 == year % 10:
                return phrase("digit_misprinted", year=other)
    return None

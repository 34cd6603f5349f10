"""Read masses and counts of drugs: the substance, gross or net, the size that the court says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.verdicts.court_text import Stretch
from sholu.verdicts.numbers import read_number

_GRAMS = {"кг": 1e3, "ки": 1e3, "kg": 1e3, "ki": 1e3, "мг": 1e-3, "ми": 1e-3, "mg": 1e-3, "т": 1e6}
_UNIT = (
    r"(?:килограмм\w*|миллиграмм\w*|грамм\w*|gram(?:me)?s?(?:\(s\))?|kilograms?|"
    r"milligrams?|kg|mg|кг|мг|"
    r"гр(?!\w)|г(?!\w)(?!\.\s?р)|g(?!\w)|тонн\w*)"
)
_DIGITS = r"\d{1,3}(?:[ ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_MASS = re.compile(
    rf"(?<![\d№/.,-])(?P<number>{_DIGITS})\s?(?:\([^)]{{2,90}}\)\s?)?(?P<unit>{_UNIT})(?!\w)"
    rf"(?:\s(?:(?:и|"
    rf"және)\s)?(?P<more>{_DIGITS})\s?(?:\([^)]{{2,60}}\)\s?)?(?P<more_unit>г(?!\w)|"
    rf"гр(?!\w)|грамм\w*|grams?|g(?!\w)))?"
)
_COUNT = re.compile(
    r"(?P<number>\d{1,5})\s?(?:\([^)]{2,40}\)\s?)?(?:-?\s?(?:и\s)?)(?:штук\w*\s)?"
    r"(?:куст\w*|растени[йяе]\w*|стебл\w+|саженц\w+|түп\w*|өсімді\w+|plants?|bushes)"
)
_NET = re.compile(
    r"чист(?:ой|ая|ую|ого|ый) (?:масс|вес|вещества)|чистого вещества|масс\w+ чист|без примес|нетто|"
    r"(?:в )?высушен|в пересчет|постоянной масс|после высуш|сухой масс|сухом виде|"
    r"таза (?:салма|күй|масса|түр)|кептірілген|құрғақ|pure|net (?:mass|weight)|"
    r"dried|dry (?:mass|weight)"
)
_GROSS = re.compile(
    r"примес|смес[ьи]|брутто|вместе с упаков|с упаковк|в сыром|невысуш|свежесобран|"
    r"қоспа|буып-түй|шикі|кептірілмеген|gross|mixture|with packaging|undried|fresh"
)
_NOT_SEIZED = re.compile(
    r"остат\w* |после (?:проведени\w+ )?(?:экспертиз|исследован)|израсходован|свыше|превыша|"
    r"сводн\w+ таблиц|относ\w+ к (?:крупн|особо крупн)\w+ размер\w+ (?:от|свыше)|от общей массы|"
    r"жұмсал|қалды[қғ]|жиынтық кесте|asa|remain(?:s|ing|der)|used up|more than|exceed"
)
_NOT_SEIZED_AFTER = re.compile(r"^[^.,;]{0,25}(?:израсходован|жұмсал|used up|consumed in)")
_SIZES = (
    (
        "especially_large",
        re.compile(
            r"особо\s(?:крупн\w+)(?:\sразмер\w*)?|аса\sірі|especially\s(?:large|big)|"
            r"particularly\slarge|extra[- ]large"
        ),
    ),
    (
        "large",
        re.compile(
            r"крупн\w+\sразмер|крупный\sразмер|ірі\sмөлшер|large\s(?:scale|size|amount|"
            r"quantity)"
        ),
    ),
    (
        "small",
        re.compile(
            r"(?:небольш\w+|мал\w+)\sразмер|шағын\sмөлшер|аз\sмөлшер|small\s(?:size|amount|"
            r"quantity)"
        ),
    ),
)
_BEFORE = 70
_AFTER = 45


@dataclass(frozen=True)
class NamedSubstance:
    """A substance named in the text."""

    start: int
    end: int
    code: str


@dataclass(frozen=True)
class Seized:
    """A mass or a count in the text, with what it is of."""

    start: int
    end: int
    substance: str | None
    mass_g: float | None
    count: int | None
    gross_or_net: str | None
    size: str | None
    is_total: bool


def find_seized(
    low: str, sentence: Stretch, named: Sequence[NamedSubstance], context: str | None
) -> list[Seized]:
    """Masses and plants of one clause, each with the substance that stands nearest.

    Args:
        named: the substances of the whole text, in order.
        context: the substance that was spoken of before; for a clause that names none.
    """
    start, end = sentence
    inside = [one for one in named if start <= one.start < end]
    found = []
    for match in _MASS.finditer(low, start, end):
        before = low[max(start, match.start() - _BEFORE) : match.start()]
        after = low[match.end() : min(end, match.end() + _AFTER)]
        if _NOT_SEIZED.search(before[-45:]) or _NOT_SEIZED_AFTER.search(after):
            continue
        grams = _grams(match)
        if grams <= 0:
            continue
        found.append(
            Seized(
                match.start(),
                match.end(),
                _nearest(low, match, inside) or context,
                grams,
                None,
                _weighed(before, after),
                _size(low[start:end]),
                bool(
                    re.search(r"общ(?:ая|ей|ий|им|ую)|всего|жалпы|барлығы|total|altogether", before)
                ),
            )
        )
    for match in _COUNT.finditer(low, start, end):
        codes = [one.code for one in inside if one.code in _PLANTS]
        plant = codes[0] if codes else (context if context in _PLANTS else "cannabis_plants")
        found.append(
            Seized(
                match.start(),
                match.end(),
                plant,
                None,
                int(match["number"]),
                None,
                _size(low[start:end]),
                False,
            )
        )
    return found


_WEIGHS = re.compile(
    r"^[^.;\d]{0,40}(?:масс\w+|вес\w*|количеств\w+|размере|weighing|mass of|"
    r"weight of|салмағы|мөлшері)[\s:–-]*$|^\s?[(–-]\s?$"
)
"""What ties a mass to the substance before it."""

_PLANTS = ("cannabis_plants", "opium_poppy")


def _grams(match: re.Match[str]) -> float:
    value = read_number(match["number"]) * _factor(match["unit"])
    if match["more"]:
        value += read_number(match["more"]) * _factor(match["more_unit"])
    return float(f"{value:.10g}")


def _factor(unit: str) -> float:
    return next((factor for start, factor in _GRAMS.items() if unit.startswith(start)), 1.0)


def _nearest(low: str, match: re.Match[str], inside: Sequence[NamedSubstance]) -> str | None:
    """The substance nearest to a mass; one on the other side of another mass is farther."""
    if not inside:
        return None
    starts = [one.start for one in inside]
    place = bisect_left(starts, match.start())
    around = inside[max(0, place - 1) : place + 1]

    def distance(one: NamedSubstance) -> int:
        first, last = min(one.end, match.end()), max(one.start, match.start())
        between = low[first:last]
        if one.end <= match.start() and _WEIGHS.search(between):
            return 0
        return (
            1
            + len(between)
            + 60 * len(_MASS.findall(between))
            + 25 * between.count(",")
            + 50 * between.count(". ")
        )

    return min(around, key=distance).code


def _weighed(before: str, after: str) -> str | None:
    """``net`` or ``gross`` by the nearest word before the mass, else right after it."""
    net = [m.end() for m in _NET.finditer(before)]
    gross = [m.end() for m in _GROSS.finditer(before)]
    if net or gross:
        return "net" if max(net, default=-1) > max(gross, default=-1) else "gross"
    near = re.split(r"[.;]|\d", after.lstrip(". "))[0]
    if _NET.search(near):
        return "net"
    return "gross" if _GROSS.search(near) else None


def _size(clause: str) -> str | None:
    return next((size for size, pattern in _SIZES if pattern.search(clause)), None)


def said_size(words: str) -> str | None:
    """The size that the court names, if it names one size only."""
    sizes = {size for size, pattern in _SIZES if pattern.search(words)}
    if sizes == {"especially_large", "large"}:
        bare = re.sub(_SIZES[0][1], " ", words)
        return "especially_large" if not _SIZES[1][1].search(bare) else None
    return sizes.pop() if len(sizes) == 1 else None


def settle(found: Sequence[Seized]) -> list[Seized]:
    """One for each mass: repeats left out, parts left out where their sum is given.

    A mass repeated by the expert counts once, with the more telling mark (net, gross).
    """
    merged: dict[tuple[str | None, float | None, int | None], Seized] = {}
    for one in found:
        key = (one.substance, one.mass_g, one.count)
        known = merged.get(key)
        if known is None or (known.gross_or_net is None and one.gross_or_net is not None):
            merged[key] = one
    kept = list(merged.values())
    return [one for one in kept if not _is_part(one, kept)]


def _is_part(one: Seized, kept: Sequence[Seized]) -> bool:
    """Whether others of the substance give the total of which this is a part."""
    if one.mass_g is None:
        return False
    same = [k for k in kept if k.substance == one.substance and k.mass_g is not None]
    for total in same:
        parts = [
            k.mass_g or 0.0 for k in same if k is not total and k.gross_or_net == total.gross_or_net
        ]
        if (
            total is not one
            and len(parts) >= 2
            and total.mass_g
            and abs(sum(parts) - total.mass_g) <= 0.011 * len(parts)
        ):
            return one.gross_or_net == total.gross_or_net
    return False

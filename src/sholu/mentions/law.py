"""Find articles of law with their parts, points and acts, as the three languages cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sholu.mentions import law_forms as forms
from sholu.mentions.sentences import Sentence

_MAY_CITE = re.compile(r"(?:ст|art)[^\W\d]*\.?\s?\d|\d\s?-?\s?ба[пб]|по\s\d{3}", re.IGNORECASE)
"""What every citation has; most sentences have none."""
_FAR = 300
"""Code points after an article within which a bare part is of it."""
_BESIDE = 40
"""Code points beside the name of an act in which its country stands: "of the Republic of …"."""


@dataclass(frozen=True)
class LawReading:
    """A citation of law.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: ``297``, ``299-1``, ``297.3`` (article and part) or ``296/302`` (from … to).
        article: without its part; ``part`` and ``points`` as numbers or letters.
        act: ``CC`` (criminal code), ``CPC`` (its procedure), ``PEC`` (penal enforcement), ``CAO``
            (administrative offences); None if the sentence names none.
        country: ISO 3166-1 of the act; None if the sentence doesn't say.
    """

    start: int
    end: int
    code: str
    article: str
    part: str | None = None
    points: tuple[str, ...] = ()
    act: str | None = None
    country: str | None = None


def find_law(text: str, sentences: Sequence[Sentence]) -> tuple[LawReading, ...]:
    """All articles cited, in order; each article and each part of a list is one reading.

    An act that one citation names holds for those after it that name none.
    """
    readings: list[LawReading] = []
    for sentence in sentences:
        stretch = text[sentence.start : sentence.end]
        cited = _find_in(stretch, sentence.start) if _MAY_CITE.search(stretch) else []
        last = (cited or readings)[-1:]
        if last and sentence.start - last[0].end < _FAR:
            cited += _bare_parts(stretch, sentence.start, last[0], cited)
        readings += sorted(cited, key=lambda reading: reading.start)
    return tuple(_with_acts(sorted(readings, key=lambda reading: reading.start)))


def _find_in(stretch: str, offset: int) -> list[LawReading]:
    found: list[LawReading] = []
    for pattern in (forms.RUSSIAN, forms.ENGLISH):
        for match in pattern.finditer(stretch):
            if not _taken(found, offset + match.start(), offset + match.end()):
                found += _listed(match, stretch, offset)
    for match in forms.COLLOQUIAL.finditer(stretch):
        if not _taken(found, offset + match.start(), offset + match.end()):
            number = match["article"]
            found.append(LawReading(offset + match.start(), offset + match.end(), number, number))
    for match in forms.KAZAKH.finditer(stretch):
        if not _taken(found, offset + match.start(), offset + match.end()):
            found += _kazakh(match, offset)
    acts = _acts_in(stretch)
    return [_of_act(reading, acts, reading.start - offset) for reading in found]


def _bare_parts(
    stretch: str, offset: int, last: LawReading, cited: Sequence[LawReading]
) -> Iterator[LawReading]:
    """Parts named without their article, which is the last one cited before."""
    for match in forms.BARE_PART.finditer(stretch):
        start, end = offset + match.start(), offset + match.end()
        before = [reading for reading in cited if reading.start < start] or [last]
        if start <= before[-1].start or _taken(cited, start, end):
            continue
        part = _number(match[match.lastgroup or 0])
        article = before[-1].article
        yield LawReading(
            start, end, f"{article}.{part}", article, part, (), before[-1].act, before[-1].country
        )


def _taken(found: Sequence[LawReading], start: int, end: int) -> bool:
    return any(start < other.end and other.start < end for other in found)


def _listed(match: re.Match[str], stretch: str, offset: int) -> Iterator[LawReading]:
    """The article with its word, and those that follow it in a list."""
    parts = match["parts"] or match["ordinal"] or match["r_in"] or match["r_after"]
    points = match["points"] or match["r_at"] or match["r_last"]
    yield from _readings(match, offset, match["article"], parts, points)
    following = forms.MORE.match(stretch, match.end())
    while following:
        parts = following["r_in"] or following["r_after"]
        points = following["r_at"] or following["r_last"]
        start = following.start("article")
        for one in _readings(following, offset, following["article"], parts, points):
            yield replace(one, start=offset + start)
        following = forms.MORE.match(stretch, following.end())


def _kazakh(match: re.Match[str], offset: int) -> Iterator[LawReading]:
    """``296, 297-баптар``; a part belongs to the last article."""
    listed = list(forms.KAZAKH_ITEM.finditer(match["list"]))
    base = match.start("list")
    for item in listed[:-1]:
        start, end = offset + base + item.start(), offset + base + item.end()
        article = _article(item.group())
        yield LawReading(start, end, article, article)
    last = listed[-1]
    for one in _readings(match, offset, last.group(), match["parts"], match["points"]):
        yield replace(one, start=offset + base + last.start())


def _readings(
    match: re.Match[str], offset: int, article: str, parts: str | None, points: str | None
) -> Iterator[LawReading]:
    """One reading per part; points belong to the last."""
    start, end = offset + match.start(), offset + match.end()
    if article.count(".") == 2:
        article, own_part, point = article.split(".")
        parts, points = parts or own_part, points or point
    number = _article(article)
    numbers = _numbers(parts)
    if not numbers:
        yield LawReading(start, end, number, number, None, _numbers(points))
    for place, part in enumerate(numbers, 1):
        own = _numbers(points) if place == len(numbers) else ()
        yield LawReading(start, end, f"{number}.{part}", number, part, own)


def _numbers(printed: str | None) -> tuple[str, ...]:
    return tuple(_number(found) for found in forms.NUMBERED.findall(printed or ""))


def _number(printed: str) -> str:
    """``3`` of "3" and of "third", ``а`` of "«а»"."""
    for number, stems in enumerate(forms.ORDINALS, start=1):
        if printed.casefold().startswith(stems):
            return str(number)
    return printed.strip('«»"“”)')


def _article(printed: str) -> str:
    """``296-302`` is a stretch of articles, ``299-1`` one article."""
    bare = re.sub(r"\s", "", printed).replace("–", "-").replace("—", "-")
    first, dash, last = bare.partition("-")
    return f"{first}/{last}" if dash and int(last) > float(first) else bare


_Act = tuple[int, str, str | None]


def _acts_in(stretch: str) -> list[_Act]:
    """Where a sentence names acts: place, kind, country."""
    found: dict[int, _Act] = {}
    for kind, pattern in forms.ACTS:
        for match in pattern.finditer(stretch):
            beside = stretch[match.end() : match.end() + _BESIDE]
            beside += " " + stretch[max(0, match.start() - _BESIDE // 2) : match.start()]
            country = next((code for code, name in forms.COUNTRIES if name.search(beside)), None)
            found.setdefault(match.start(), (match.start(), kind, country))
    return sorted(found.values())


def _of_act(reading: LawReading, acts: Sequence[_Act], place: int) -> LawReading:
    """The act after a citation, as a rule; else the last one before it."""
    after = [act for act in acts if act[0] > place]
    before = [act for act in acts if act[0] <= place]
    nearest = after[0] if after else before[-1] if before else None
    return reading if nearest is None else replace(reading, act=nearest[1], country=nearest[2])


def _with_acts(readings: Sequence[LawReading]) -> Iterator[LawReading]:
    act: str | None = None
    country: str | None = None
    for reading in readings:
        if reading.act is None and act is not None:
            reading = replace(reading, act=act, country=country)
        act, country = reading.act, reading.country
        yield reading

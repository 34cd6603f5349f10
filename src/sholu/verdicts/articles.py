"""Read articles of the criminal code with part and points, in whatever order they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

GENERAL_PART_ENDS = 98
"""The general part ends here in both codes (1997: art. 1 to 95-1; 2014: 1 to 98-2)."""

LAST_ARTICLE = 467
"""The code of 2014 ends with art. 467; higher numbers are of the code of criminal procedure."""

_ARTICLE = r"(?P<{0}>\d{{2,3}}(?:-\d)?)"
_ORDINALS = (
    ("перв", "бірінші", "first", "1"),
    ("втор", "екінші", "second", "2"),
    ("трет", "үшінші", "third", "3"),
    ("четверт", "төртінші", "fourth", "4"),
    ("пят", "бесінші", "fifth", "5"),
    ("шест", "алтыншы", "sixth", "6"),
)
_ORDINAL = (
    r"(?:перв|втор|трет|четверт|пят|шест)(?:ой|ей|ая|ую|ья|ьей|ью)\b|(?:бірінші|"
    r"екінші|үшінші|төртінші|бесінші)\b|"
    r"(?:first|second|third|fourth|fifth)\b"
)
_POINT = r"(?:\d{1,2}(?:-\d)?|[«\"]?[а-д][»\"]?(?![а-яa-z]))\)?"
_POINTS = rf"{_POINT}(?:\s?(?:,|;|и|және|мен|and)\s?{_POINT})*"
_PARTS = r"\d(?:-\d)?(?!\d)(?:\s?(?:,|и)\s?\d(?:-\d)?(?![\d)]|\s?\)))*"
_TOKEN = re.compile(
    rf"(?:ст\.?\s?ст\.?|ст\.|стать[а-я]+|ст(?=\s?\d))\s?{_ARTICLE.format('ru_article')}(?![\d/])"
    rf"|{_ARTICLE.format('bare_article')}(?=\s?,?\s?(?:ч\.|част[иьюе]))"
    rf"|(?:ч\.?\s?ч\.|ч\.|част[а-я]+|ч(?=\s?\d))\s?(?P<ru_part>{_PARTS}|{_ORDINAL})"
    rf"|(?P<ru_first>{_ORDINAL})\s+част[а-я]+"
    rf"|(?:п\.?\s?п\.?|под?пункт[а-я]*|пункт[а-я]*|п\.)\s?(?P<ru_points>{_POINTS})"
    rf"|{_ARTICLE.format('kk_article')}\s?-?\s?(?:ба[бп](?:ы|тың|қа|пен|та|"
    rf"тар)?[а-яәғқңөұүһі]*|б\.(?=\s?,?\s?\d\s?-?\s?б))"
    rf"|(?P<kk_part>\d(?:-\d)?)\s?-?\s?(?:бөлі[гк][а-яәғқңөұүһі]*|бөл\.|б\.)"
    rf"|(?P<kk_first>{_ORDINAL})\s+бөлі[гк][а-яәғқңөұүһі]*"
    rf"|(?P<kk_points>{_POINTS})\s?-?\s?(?:тарма[қғ][а-яәғқңөұүһі]*|т\.)"
    rf"|(?:articles?|arts?\.?)\s{_ARTICLE.format('en_article')}(?:\s?\((?P<en_in>\d)\))?"
    rf"|(?:parts?|paragraphs?|para\.)\s(?P<en_part>\d(?:-\d)?(?!\d)|{_ORDINAL})"
    rf"|(?:sub)?(?:points?|items?|clauses?)\s(?P<en_points>{_POINTS})"
)
_LISTED = re.compile(r"\s?(?:,|и|және|and)\s?(?P<article>\d{3}(?:-\d)?)(?![\d/.)-])")
_BETWEEN = re.compile(r"(?:\s|,|;|\.|\(|\)|-|–|of|the|и|және|мен|нің|ның|осы|его)*")
_PROCEDURE = re.compile(
    r"\s*(?:[–-]?\s?\d{3}\s?)?(?:упк|қпк|уголовно-процессуальн|қылмыстық-процес|қылмыстық процес|"
    r"коап|әқбтк|гк\b|code of criminal procedure|criminal procedure|(?:of the )?criminal procedure)"
)
_PROCEDURE_BEFORE = re.compile(
    r"(?:упк|қпк|қпк-нің|процессуального кодекса|процестік кодекс\w*)\s*(?:\w+\s){0,2}$"
)


@dataclass(frozen=True)
class Citation:
    """An article cited: where, and which."""

    start: int
    end: int
    article: str
    part: str | None
    points: tuple[str, ...]


@dataclass
class _Open:
    """A citation while its pieces are collected."""

    start: int = 0
    end: int = 0
    article: str | None = None
    part: str | None = None
    points: tuple[str, ...] = ()
    reverse: bool = False
    closed: list[Citation] = field(default_factory=list)


def find_citations(low: str, start: int, end: int) -> tuple[Citation, ...]:
    """Articles of the special part of a criminal code within ``low[start:end]``, in order.

    Args:
        low: lower case, ё written е.
    """
    found: list[Citation] = []
    for run in _runs(low, start, end):
        first, last = run[0].start(), run[-1].end()
        if _PROCEDURE.match(low, last) or _PROCEDURE_BEFORE.search(low[max(0, first - 40) : first]):
            continue
        for piece in _parted(run):
            found += [one for one in _read_run(piece, low, end) if _is_offence(one.article)]
    return tuple(found)


def _is_offence(article: str) -> bool:
    number = int(article.split("-")[0])
    return GENERAL_PART_ENDS < number <= LAST_ARTICLE


def _runs(low: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Pieces that stand together with nothing but commas between them."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(low, start, end):
        gap = _BETWEEN.match(low, run[-1].end()) if run else None
        if run and (gap is None or gap.end() < token.start()):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _parted(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """A run cut where its order turns: ``ст. 296 ч. 3 и ч. 2 ст. 297``."""
    start = 0
    for place in range(1, len(run)):
        kinds = [_kind(token) for token in run[place : place + 4]]
        turns = kinds[0] != "article" and "article" in kinds
        ahead = kinds.index("article") if turns else 0
        complete = {"article", "part"} <= {_kind(token) for token in run[start:place]}
        if turns and complete and kinds[ahead + 1 : ahead + 2] != ["part"]:
            yield run[start:place]
            start = place
    yield run[start:]


def _read_run(run: list[re.Match[str]], low: str, end: int) -> list[Citation]:
    """The citations of a run: ``ст. 296 ч. 3, ст. 297 ч. 2`` or ``п. 1 ч. 3 ст. 297``."""
    state = _Open(start=run[0].start(), reverse=_kind(run[0]) != "article")
    for token in run:
        kind, value = _kind(token), _value(token)
        if kind == "article":
            _take_article(state, token, value)
            if not state.reverse and token.groupdict().get("en_in"):
                state.part = token["en_in"]
        elif kind == "part":
            _take_part(state, token, value)
        else:
            state.points = _listed_points(value)
        state.end = token.end()
    _close(state)
    return state.closed + _listed_after(run[-1], low, end)


def _take_article(state: _Open, token: re.Match[str], value: str) -> None:
    if state.reverse:
        state.article, state.end = value, token.end()
        if token.groupdict().get("en_in") and state.part is None:
            state.part = token["en_in"]
        _close(state)
        state.start = token.end()
        return
    _close(state)
    state.start, state.article, state.part, state.points = token.start(), value, None, ()


def _take_part(state: _Open, token: re.Match[str], value: str) -> None:
    if not state.reverse and state.part is not None and state.article is not None:
        article = state.article
        _close(state)
        state.start, state.article, state.points = token.start(), article, ()
    if state.article is None and state.closed and state.reverse and not state.points:
        last = state.closed[-1]
        if last.part is None:
            state.closed[-1] = Citation(last.start, token.end(), last.article, value, last.points)
            return
    state.part = value


def _close(state: _Open) -> None:
    if state.article is not None:
        parts = re.findall(r"\d(?:-\d)?", state.part) if state.part else [None]
        state.closed += [
            Citation(state.start, state.end, state.article, part, state.points) for part in parts
        ]
    elif state.closed and state.points and not state.closed[-1].points:
        last = state.closed[-1]
        state.closed[-1] = Citation(last.start, state.end, last.article, last.part, state.points)
    state.article, state.part, state.points = None, None, ()


def _listed_after(last: re.Match[str], low: str, end: int) -> list[Citation]:
    """``ст.ст. 296, 297``: more articles after the last piece, if that is an article."""
    if _kind(last) != "article":
        return []
    more: list[Citation] = []
    place = last.end()
    while (match := _LISTED.match(low, place, end)) is not None:
        more.append(Citation(match.start("article"), match.end(), match["article"], None, ()))
        place = match.end()
    return more


def _kind(token: re.Match[str]) -> str:
    name = str(token.lastgroup)
    if name.endswith(("article", "in")):
        return "article"
    return "points" if name.endswith("points") else "part"


def _value(token: re.Match[str]) -> str:
    name = str(token.lastgroup)
    value = token["en_article"] if name == "en_in" else token[name]
    if _kind(token) != "part" or value[0].isdigit():
        return str(value)
    return next(stems[-1] for stems in _ORDINALS if value.startswith(stems))


def _listed_points(printed: str) -> tuple[str, ...]:
    found = re.findall(r"\d{1,2}(?:-\d)?|(?<![а-яәғқңөұүһі])[а-д](?![а-яәғқңөұүһі])", printed)
    return tuple(found)

"""Recognise court decisions by their form, and cut each into its parts.

A decision has a title ("ПРИГОВОР", "Қаулы"), a court with judge and secretary, a finding
("УСТАНОВИЛ") and an operative part ("ПРИГОВОРИЛ"). A press note about a trial has none of that
together. Source: Criminal Procedure Code of Kazakhstan 2014, art. 393 to 398 (the three parts of a
verdict).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Stretch = tuple[int, int]


def _spaced(words: str) -> str:
    """A pattern for words that may be printed with gaps between letters: ``П Р И Г О В О Р``."""
    return "(?:" + "|".join(r"\s?".join(word) for word in words.split("|")) + ")"


_TITLES = _spaced(
    "приговор|постановление|определение|үкім|қаулы|ұйғарым|judgment|judgement|verdict|ruling|"
    "sentence|decision"
)
_TITLE = re.compile(
    rf"^[^\w\n]*(?:(?:№|no\.?)\s?\S+\s)?(?:[а-яәғқңөұүһіa-z]+ная\s|апелляциял\w+\s|кассациял\w+\s|"
    rf"апелляционн\w+\s|кассационн\w+\s|appellate\s|cassation\s|appeal\s|саты\w*\s)*"
    rf"(?:[^\n]{{0,40}}\sтуралы\s)?(?:\w+\sреспубликасының\sатынан\s)?(?:о\s)?"
    rf"{_TITLES}(?:сы|ы|і)?(?!\w)"
    r"(?=[^\w\n]*(?:$|№|no\b|n\b|именем|об?\b|суда\b|судебной|апелляц|кассац|"
    r"в отношении|по делу|по уголовному|"
    r"\d|республик|қазақстан|in the name|on\b|of\b|қылмыстық іс|бойынша))[^\n]{0,400}$",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_TITLE = re.compile(rf"(?<!\w)(?:{_TITLES})(?!\w)", re.IGNORECASE)
_IN_THE_NAME = re.compile(
    r"\bименем\s+республики|республикасының\s+атынан|in\s+the\s+name\s+of", re.IGNORECASE
)
_FOUND = re.compile(
    rf"(?<!\w)(?:{_spaced('установил|установила|анықтады')}(?=\s*[:\n])"
    rf"|{_spaced('установил|анықтады')}(?=\sследующ)|(?-i:УСТАНОВИЛА?|АНЫҚТАДЫ|ESTABLISHED|FOUND)"
    r"|установил[ао]?\s+следующее|установлено\s*:|анықталды\s*:|established\s*:|"
    r"found\s+(?:as\sfollows|the\sfollowing)|мынаны\s+анықтады)(?!\w)",
    re.IGNORECASE,
)
_RULED = re.compile(
    rf"(?<!\w)(?:"
    rf"{_spaced('приговорил|приговорила|постановил|постановила|определил|определила|решил')}"
    rf"(?=\s*[:\n])|{_spaced('үкім')}\s{{0,3}}{_spaced('етті|шығарды|етеді')}|"
    rf"{_spaced('қаулы')}\s{{0,3}}{_spaced('етті|етілді|шығарды|алды')}|ұйғарды\s*:|"
    r"(?-i:ПРИГОВОРИЛА?|ПОСТАНОВИЛА?|ОПРЕДЕЛИЛА?)|постановлено\s*:|"
    r"(?:ruled|held|decided|resolved|ordered|sentenced|adjudged)\s*:|"
    r"(?-i:RULED|HELD|DECIDED|RESOLVED|ADJUDGED))(?!\w)",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"может|подлежит|вступ|обжал|разъясн|направить|шағым|күшіне|жариялан|may be|"
    r"appealed|enters|копи",
    re.IGNORECASE,
)
"""A line that says something of a verdict is not its title."""

_COMPOSITION = re.compile(
    r"в\s+составе|председательств|при\s+секретаре|секретар[ья]|судь[яией]|төрағалық|құрамында|"
    r"хатшы|судья\w*|\bjudges?\b|presid",
    re.IGNORECASE,
)
_COURT_WORD = re.compile(r"\bсуд(?:а|е|ом|ебн\w+)?\b|\bсот\w*|\bcourt\b|\bchamber\b", re.IGNORECASE)
_HEADER_LINE = re.compile(
    r"суд|сот|court|chamber|дело|іс\b|№|case|именем|атынан|in the name|г\.|город|қала|\d{4}|"
    r"инстанц|саты|апелляц|кассац|коллеги|алқа",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\bописк|арифметическ\w+\sошибк|қате\s?(?:лік)?\w*\s?(?:жаз\w+\s)?(?:түзет|жою)|қатені\s|"
    r"corrigendum|clerical\serror",
    re.IGNORECASE,
)

_KAZAKH = re.compile(r"[әғқңөұүһі]")
_CYRILLIC = re.compile(r"[а-яё]")
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True)
class CourtText:
    """One decision within a document's text.

    Attributes:
        text: of the document; stretches count in it, ends exclusive.
        low: the same in lower case, letter for letter.
        whole: the decision; header: up to what the court found; established: what it found and
            why; operative: what it decided.
        is_correction: mends a slip of another decision.
    """

    text: str
    low: str
    language: str
    whole: Stretch
    header: Stretch
    established: Stretch
    operative: Stretch
    is_correction: bool

    def words(self, stretch: Stretch) -> str:
        """The stretch in lower case."""
        return self.low[stretch[0] : stretch[1]]


def lower(text: str) -> str:
    """Lower case, one code point for each, so that offsets hold."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(
            one if len(one) == 1 else letter for letter in text for one in [letter.lower()]
        )
    return low.replace("ё", "е").replace("\u00a0", " ").replace("\u202f", " ")


def find_decisions(text: str) -> tuple[CourtText, ...]:
    """All decisions of a text, in order; none if it does not have their form."""
    starts = _starts(text)
    if not starts:
        return ()
    ends = [*starts[1:], len(text)]
    low = lower(text)
    cut = (_cut(text, low, (start, end)) for start, end in zip(starts, ends, strict=True))
    return tuple(decision for decision in cut if decision is not None)


def _starts(text: str) -> list[int]:
    """Where decisions may begin: at a title, the second only after an operative part."""
    titles = [
        m
        for m in _TITLE.finditer(text)
        if not (_RULED.search(m.group()) or _SAID_OF.search(m.group()))
    ]
    titles = [m for m in titles if len(m.group()) < 90 or _IN_THE_NAME.search(m.group())]
    first = _ANY_TITLE.search(text)
    if first is None:
        return []
    ruled = [match.start() for match in _RULED.finditer(text)]
    if not ruled:
        return []
    starts = [0]
    last = first.start()
    for title in titles:
        if any(last < place < title.start() for place in ruled):
            start = _with_lines_above(text, title.start())
            if start > starts[-1]:
                starts.append(start)
                last = title.start()
    return starts


def _with_lines_above(text: str, start: int) -> int:
    """The start of the lines above a title that name court, case and place."""
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1]
        if line.strip() and (len(line) > 130 or not _HEADER_LINE.search(line)):
            break
        if line.strip().endswith((".", ";")) and len(line) > 60:
            break
        start = above
    return start


def _cut(text: str, low: str, whole: Stretch) -> CourtText | None:
    """The parts of one decision; None if it lacks them."""
    start, end = whole
    ruled = list(_RULED.finditer(text, start, end))
    if not ruled:
        return None
    head = text[start : min(end, start + 2500)]
    titled = _TITLE.search(text, start, min(end, start + 900)) or _IN_THE_NAME.search(head[:900])
    signs = (
        _COMPOSITION.search(head) is not None,
        _COURT_WORD.search(head) is not None,
        _FOUND.search(text, start, end) is not None,
    )
    if not titled or sum(signs) < 2:
        return None
    found = next(iter(_FOUND.finditer(text, start, end)), None)
    operative = _operative(ruled, found)
    opening = found.start() if found and found.start() < operative.start() else None
    established = (
        (found.end(), operative.start())
        if found and opening
        else (_after_title(text, start), operative.start())
    )
    header = (start, opening if opening is not None else min(operative.start(), start + 1500))
    return CourtText(
        text=text,
        low=low,
        language=_language(low[start:end]),
        whole=whole,
        header=header,
        established=established,
        operative=(operative.end(), end),
        is_correction=_CORRECTION.search(low, start, min(end, start + 900)) is not None,
    )


def _operative(ruled: list[re.Match[str]], found: re.Match[str] | None) -> re.Match[str]:
    """The formula that opens the operative part: the last one; an earlier one repeats another."""
    after = [m for m in ruled if found is None or m.start() > found.end()]
    return (after or ruled)[-1]


def _after_title(text: str, start: int) -> int:
    title = _ANY_TITLE.search(text, start)
    return title.end() if title else start


def _language(low: str) -> str:
    """Kazakh, Russian or English by the letters."""
    kazakh, cyrillic = len(_KAZAKH.findall(low)), len(_CYRILLIC.findall(low))
    if cyrillic + kazakh < len(_LATIN.findall(low)):
        return "en"
    return "kk" if kazakh > 0.06 * (cyrillic + kazakh) else "ru"

"""What of a court's text is compared when plots are: circumstances, without names and numbers.

A court repeats two things: what it says happened, and its formulas (the articles, the expert's
conclusion, how evidence was weighed). Only the first is a plot.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sholu.verdicts.model import Verdict
from sholu.verdicts.sentences import clauses

NAME, NUMBER = "@", "#"
_BREAK = "¦"

STEM = 5
"""Letters of a word that are compared: endings tell he from she and case from case."""

LEAST_WORDS = 12
"""Words that circumstances need to be compared; fewer are alike by chance."""

FORMULA_STORIES, FORMULA_SHARE = 3, 0.1
"""What stands between two commas in decisions of so many different stories, each with at least this
share of the decisions that have it, is the courts' formula. A story that is misread now and then
has less."""

_MONTHS = (
    r"январ\w*|феврал\w*|март\w*|апрел\w*|ма[йяе]|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|"
    r"ноябр\w*|декабр\w*|қаңтар\w*|ақпан\w*|наурыз\w*|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|"
    r"тамыз\w*|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*|january|february|march|april|may|june|"
    r"july|august|september|october|november|december"
)
_NUMBER = re.compile(
    rf"\d[\d\s.,:/×x-]*\d|\d|(?<!\w)(?:{_MONTHS})(?!\w)|(?<!\w)(?:год\w*|гг?|жыл\w*|ж|year)(?!\w)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:person|data)-[a-z2-7]{2,10}(?:-?\w+)?|‹[^›]*›|\[[^\]]{1,40}\]|█+")
_INITIALS = re.compile(r"(?<!\w)[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.)*")
_COMMA = re.compile(r",\s+")
_QUOTED = re.compile(r"«[^»\n]{1,60}»|\"[^\"\n]{1,60}\"|“[^”\n]{1,60}”")
_WORD = re.compile(r"[@#¦]|[^\W\d_]+")
_LETTERS = str.maketrans("ёЁ", "еЕ")

_LEGAL = re.compile(
    "|".join(
        (
            r"(?<!\w)(?:ст|статьи|статья|стать[её]й|бап|бабы\w*|баптар\w*|articles?)(?:\.|\s|$)|-ба[пб]\w*",
            r"(?<!\w)(?:ук|упк|ҚК|ҚПК)(?!\w)|уголовн\w+ кодекс|қылмыстық кодекс|criminal code",
            r"заключени\w+ (?:\w+ )?(?:эксперт|специалист|судебн)|эксперт\w+ заключени|экспертиз",
            r"справк\w+ эксперт|сарап(?:тама|шы)\w*|expert(?:'s)? (?:opinion|report|conclusion)",
            r"forensic|вину? (?:свою )?(?:\w+ )?призна|виновн|вина (?:подсуд|его|ее)|кінәсі|кінәлі",
            r"pleaded|guilt|квалифиц|саралан|qualified|classified|доказательств|подтвержда|дәлел",
            r"evidence|proved|proven|свидетел\w* .{0,60}(?:показ|поясн|подтверд)|куәлар|witness",
            r"куә .{0,40}(?:айғақ|жауап)|суд (?:считает|приходит|находит|исслед|выслуш|учитыв)",
            r"суд установил|сот отырысы|the court (?:finds|considers|holds|notes)",
            r"судебно\w+ (?:заседани|следстви|разбиратель)|перечень\w* наркотическ",
            r"тізім\w* .{0,40}есірткі|руководствуясь|басшылыққа|предусмотренн|көзделген қылмыс",
            r"наказани|жаза(?:сын|ны|ға)|sentence|защитник|ходатайств|прокурор|қорғаушы",
            r"defence counsel|prosecutor",
        )
    ),
    re.IGNORECASE,
)
"""Words of sentences that speak of law, expertise and proof and not of what happened."""

_HEAD = re.compile(
    r"^.{0,400}?(?:(?:виновн|обвиня|обвинени)\w+ в том,? что|guilty (?:of the fact )?that)",
    re.IGNORECASE | re.DOTALL,
)
"""How a higher court begins to repeat what happened."""

_ONE_SENTENCE = 30
"""Words from which a sentence is the whole story, as courts write them: only those of its parts
between commas that speak of law are left out then."""


@dataclass(frozen=True)
class Telling:
    """Circumstances as one decision tells them, ready to be compared.

    Attributes:
        verdict: id of the decision; passage: which of its passages, from 0.
        text: the passage as it stands, names masked.
        words: stems of what happened, ``@`` for a name, ``#`` for a number or date.
    """

    verdict: str
    passage: int
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What can be compared of decisions, and ids of those that say too little."""

    tellings: tuple[Telling, ...]
    too_short: tuple[str, ...]


def read_tellings(verdicts: Sequence[Verdict]) -> Told:
    """The circumstances of decisions without names, numbers, dates, formulas and legal sentences.

    A decision about several persons may tell several plots: each of its paragraphs stands alone.
    """
    passages = {one.id: _passages(one) for one in verdicts}
    formulas = _formulas(verdicts, passages)
    tellings: list[Telling] = []
    short = []
    for verdict in verdicts:
        found = [
            Telling(verdict.id, place, text, words)
            for place, (text, parts) in enumerate(passages[verdict.id])
            if len(words := _joined(parts, formulas)) >= LEAST_WORDS
        ]
        tellings += found
        if not found:
            short.append(verdict.id)
    return Told(tuple(tellings), tuple(short))


def _joined(parts: Iterable[tuple[str, ...]], formulas: set[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for one in parts if one not in formulas for word in one)


def _passages(verdict: Verdict) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Passages with the words of each part of their sentences that is not about law."""
    text = verdict.circumstances
    whole = re.split(r"(?<=[.!?])\s*\n+", text) if len(verdict.defendants) > 1 else [text]
    return [(passage.strip(), told_words(passage)) for passage in whole if passage.strip()]


def told_words(text: str) -> list[tuple[str, ...]]:
    """Stems of what stands between commas and tells what happened; names and numbers masked."""
    told = (_HEAD.sub("", text[start:end]) for start, end in clauses(text, (0, len(text))))
    return [
        tuple(words)
        for sentence in told
        for is_comma, words in groupby(_masked(_without_law(sentence)), _BREAK.__eq__)
        if not is_comma
    ]


def _without_law(sentence: str) -> str:
    """A sentence without what speaks of law; commas as breaks."""
    parts = _COMMA.split(sentence)
    if _LEGAL.search(sentence):
        is_short = len(sentence.split()) < _ONE_SENTENCE
        parts = [] if is_short else [part for part in parts if not _LEGAL.search(part)]
    return f" {_BREAK} ".join(parts)


def mask_words(sentence: str) -> tuple[str, ...]:
    """A sentence as stems of words, ``@`` for each name and ``#`` for each number or date.

    A word with a capital that begins no sentence is taken for a name; neighbours of one kind
    become one: a name of three words is as one of two.

    >>> mask_words("Иванов нашёл 5 марта у реки Есиль 2,5 г")
    ('ивано', 'нашел', '#', 'у', 'реки', '@', '#')
    """
    return tuple(_masked(sentence))


def _masked(sentence: str) -> Iterator[str]:
    masked = _CODE.sub(f" {NAME} ", sentence.translate(_LETTERS))
    masked = _QUOTED.sub(f" {NAME} ", masked)
    masked = _INITIALS.sub(f" {NAME} ", masked)
    masked = _NUMBER.sub(f" {NUMBER} ", masked)
    before = ""
    for place, word in enumerate(_WORD.findall(masked)):
        stem = NAME if place and word[0].isupper() else word.casefold()[:STEM]
        if stem not in (NAME, NUMBER) or stem != before:
            yield stem
        before = stem


def _formulas(
    verdicts: Sequence[Verdict],
    passages: dict[str, list[tuple[str, list[tuple[str, ...]]]]],
) -> set[tuple[str, ...]]:
    """Parts of sentences that stand in decisions of several stories: they tell nothing of any."""
    stories: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        told = {one.story for one in verdict.defendants if one.story}
        if len(told) == 1:
            parts = {part for _, parts in passages[verdict.id] for part in parts}
            for part in parts:
                stories[part].update(told)
    return {part for part, told in stories.items() if _is_formula(told)}


def _is_formula(told: Counter[str]) -> bool:
    least = FORMULA_SHARE * told.total()
    return sum(number >= least for number in told.values()) >= FORMULA_STORIES

"""Rows of sentences against the number of defendants: one got 12 years, two 9 each, three 7.

A row is a clause with a term; its persons are the number in the clause, or one. What cannot be
counted (his accomplices, 8 years each) leaves the whole list unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.events.arithmetic_wholes import Told
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import Word, split_words

_VERDICT = re.compile(
    r"\b(?:sentenc\w+|convict\w+|verdict|jail\w*|prison\w*|found guilty|defendants?"
    r"|приговор\w*|осужд\w+|осудил\w*|виновн\w+|подсудим\w+|фигурант\w*|лишени\w+ свободы"
    r"|үкім\w*|сотта\w+|айыпталушы\w*|бас бостандығынан)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|each of the|every one of the|все|всем|всех|каждо\w+ из|барлық|бәрі)\b|\b\w+уі де\b"
    r"|\b\w+еуі де\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:rest|others?|remaining|остальн\w+|оставши\w+|қалған\w*|өзге\w*)\b", re.IGNORECASE
)
_UNCOUNTED = re.compile(
    r"\b(?:respectively|at large|wanted|case against"
    r"|between|various|different|ranging|several|some|up to|faces?|demanded|asked for|requested"
    r"|соответственно|розыск\w*|различн\w+|разн\w+|запросил\w*"
    r"|несколько|некотор\w+|прокурор\w* (?:просил|требовал)\w*|грозит"
    r"|тиісінше|іздеу\w*|әртүрлі|бірнеше|сұрады)\b",
    re.IGNORECASE,
)
_OTHER_END = re.compile(
    r"\b(?:acquitted|suspended|probation|fined?|restricted freedom|community service"
    r"|оправда\w+|условн\w+|штраф\w*|ограничени\w+ свободы|исправительн\w+ работ\w*"
    r"|ақтал\w+|шартты|айыппұл\w*|бас бостандығын шекте\w+)\b",
    re.IGNORECASE,
)
"""Ends of a trial without a term in years: their persons are counted if a number says how many."""
_NOISE = re.compile(
    r",?\s(?:aged \d+|a \d+-year-old|\d+ years old),?|,\s\d\d,"
    r"|\b\d\d-year-old\s|\b\d\d-летн\w+\s|,?\s(?:в возрасте )\d\d (?:лет|года),?"
    r"|\b\d\d жастағы\s|,\s\d\d жаста\w*,?"
    r"|\sand a half(?=\s)|\s(?:and|и|және)\s(?:\d+|[^\W\d]+)\s(?:months?|месяц\w*|ай(?:ға|дан)?)\b"
    r"|\sс половиной(?=\s)|(?<=жыл)\s\d+\sай\w*|\([^)]*\)",
    re.IGNORECASE,
)
"""Ages, halves and months, which are neither persons nor terms of their own."""

_RANGE = re.compile(
    r"\b(?:from|between|от)\s(?:\d+|[^\W\d]+)(?:\s(?:years?|лет|года))?\s(?:to|and|до)\s"
    r"|\b\d+\s?[–-]\s?(?=\d)|\b(?:\d+|[^\W\d]+)\sжылдан\s(?=\S+\sжылға дейін)",
    re.IGNORECASE,
)
"""``from six to ten years``: one term for each of several."""

_DASH_FOR_VERB = re.compile(r"\s[–—]\s(?=\d)")
_CLAUSE = re.compile(
    r",\s(?:(?:and|а|и|ал|және|while|but)\s)?|;\s|:\s|\s[–—]\s|\s(?:and|while|и|а|ал|және)\s",
    re.IGNORECASE,
)
_YEARS = re.compile(r"-?\s?(?:years?|год\w*|лет|жыл\w*)$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece|кажд\w+|әрқайсысы\w*|по)\b", re.IGNORECASE)
_TERM_AFTER = re.compile(r"\b(?:to|for|got|received|given|на|к|по|получил\w*)$", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:their|his|her)?\s?(?:accomplices|members|couriers|men|women|brothers|sisters|aides"
    r"|keepers|dealers|defendants|associates|the others|others|rest|сообщник[иа]\w*|курьер[ыа]м?"
    r"|братья|остальны[емх]|участник[иа]м?|подельник[иа]м?|закладчик[иа]м?)\b"
    r"|\b\w{2,}(?:[лдт][ае]р)(?:ы|і|ына|іне)?\b(?=.*[әғқңөұүһі])",
    re.IGNORECASE,
)
_TERM_TOLD = re.compile(
    r"\b(?:sentenc\w+|given|gave|got|gets|receiv\w+|serve|jail\w*|prison\w*|handed|each"
    r"|приговор\w*|осужд\w+|получ\w+|назнач\w+|дали|лишени\w+|колони\w+|отправ\w+|кажд\w+|по"
    r"|айыр\w+|сотта\w+|арқала\w+|кесіл\w+|кесті|жаза\w*|алды|үкім\w*)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d{3}|\b(?:million|млн|миллион\w*|тысяч\w*|мың)\b", re.IGNORECASE)
_LONGEST = 30
_COUNT_AND_TERM = 2
_FEWEST = 2
_BEFORE = 4
_SENTENCES = 3


def check_verdicts(text: str, sentences: Sequence[Told]) -> Iterator[Mismatch]:
    """Lists of terms that tell of more or fewer persons than were sentenced.

    Args:
        sentences: of the item in order, without the title.
    """
    place = 0
    while place < len(sentences):
        rows, last = _rows(text, sentences, place)
        if len(rows) >= _FEWEST and sum(rows) > len(rows):
            yield from _check(text, sentences, place, last, rows)
        place = last + 1


def _rows(text: str, sentences: Sequence[Told], first: int) -> tuple[list[int], int]:
    """The persons of each term that some sentences list, and the last of these sentences."""
    every: list[int] = []
    last = first
    for place in range(first, min(first + _SENTENCES, len(sentences))):
        one = sentences[place]
        rows = persons_by_term(text[one.start : one.end], one.language)
        if rows is None:
            return [], place
        if not rows:
            break
        every += rows
        last = place
    return every, last


def persons_by_term(told: str, language: str | None) -> list[int] | None:
    """How many persons each term of a sentence is for; None if some cannot be counted."""
    rows: list[int] = []
    waiting: int | None = None
    if not _TERM_TOLD.search(told):
        return rows
    told = _RANGE.sub(" each for ", _NOISE.sub(" ", told.strip(" .\n")))
    told = _DASH_FOR_VERB.sub(" for ", told)
    for clause in _CLAUSE.split(told):
        counts, terms = _numerals(clause, language)
        if len(counts) == _COUNT_AND_TERM and not terms and rows:  # two 9 each, three others eight
            counts, terms = counts[:1], counts[1:]
        if not terms:
            counts, terms = _without_term(clause, counts, listed=bool(rows))
        elif _UNCOUNTED.search(told):
            return None
        if len(terms) > 1 or len(counts) + (waiting is not None) > 1:
            return None
        if terms:
            alone = not counts and waiting is None
            if alone and (_EACH.search(clause) or _PLURAL.search(clause) or not _subject(clause)):
                return None
            rows.append(counts[0] if counts else waiting or 1)
            waiting = None
        elif counts:
            waiting = counts[0]
    return rows


def _without_term(clause: str, counts: list[int], *, listed: bool) -> tuple[list[int], list[int]]:
    """A clause without years: all of them, or persons with another end; two terms if uncounted."""
    ended = _OTHER_END.search(clause) is not None
    if counts and _ALL.search(clause):
        return [], []
    if counts:
        return counts, [0] if ended else []
    return [], [0, 0] if ended and listed and not _MONEY.search(clause) else []


def _numerals(clause: str, language: str | None) -> tuple[list[int], list[int]]:
    """The whole numbers of a clause that count persons, and those that are terms."""
    words = split_words(clause)
    counts: list[int] = []
    terms: list[int] = []
    place = 0
    while place < len(words):
        numeral = read_numeral(words, place, language)
        if numeral is None:
            place += 1
            continue
        before = clause[: words[numeral.first].start].rstrip()
        if numeral.value > _LONGEST:
            pass
        elif _is_term(words, numeral.stop, before, clause):
            terms.append(int(numeral.value))
        elif not numeral.value % 1:
            counts.append(int(numeral.value))
        place = numeral.stop
    return counts, terms


def _is_term(words: Sequence[Word], stop: int, before: str, clause: str) -> bool:
    if stop < len(words) and _YEARS.fullmatch(words[stop].text):
        return True
    after = clause[words[stop - 1].end :]
    return bool(_TERM_AFTER.search(before)) or re.match(r"\s*(?:each|apiece)\b", after) is not None


def _subject(clause: str) -> bool:
    """Whether anybody is named before the term: ``and 9 years`` is nobody's."""
    number = re.search(r"\d|\b(?:to|for|на|к)\s", clause)
    said = clause[: number.start()] if number else clause
    return len(re.findall(r"[^\W\d]{2,}", said)) >= 1


def _check(
    text: str, sentences: Sequence[Told], first: int, last: int, rows: Sequence[int]
) -> Iterator[Mismatch]:
    start, end = sentences[first].start, sentences[last].end
    opened = sentences[max(0, first - _BEFORE)].start
    if not _VERDICT.search(text, opened, end):
        return
    whole = _defendants(text, sentences, first)
    total = sum(rows)
    if whole is None or total == whole.value or total > 2 * whole.value:
        return
    every = _ALL.search(text, opened, sentences[first].end) or _REST.search(text, start, end)
    after = sentences[last + 1 : last + 3]
    goes_on = any(
        row.paragraph == sentences[last].paragraph and _GOES_ON.search(text, row.start, row.end)
        for row in after
    )
    if total < whole.value and (not every or goes_on):
        return
    numbers = [n for one in sentences[first : last + 1] for n in one.numbers]
    printed = " + ".join(str(count) for count in rows)
    yield Mismatch(
        f"The terms are for {printed} = {total} persons; the text says {whole.printed}.",
        (whole, *(n for n in numbers if n.start != whole.start)),
        "rows of sentences against the number of defendants",
        "likely",
    )


_GOES_ON = re.compile(
    r"\b(?:another|one more|suspended|probation|fined|acquitted|defendant|ещё|еще|условн\w+"
    r"|штраф\w*|оправда\w+|подсудим\w+|тағы|шартты|айыппұл\w*|ақтал\w+|айыпталушы\w*|other|remaining"
    r"|остальн\w+|қалған\w*)\b",
    re.IGNORECASE,
)


def _defendants(text: str, sentences: Sequence[Told], first: int) -> Number | None:
    """The number of those sentenced: the one called all of them, or the only one told before."""
    opening = sentences[first]
    head = [n for n in opening.numbers if _is_all(text, n, opening.start)]
    if head:
        return head[0]
    found: list[Number] = []
    for one in reversed(sentences[max(0, first - _BEFORE) : first]):
        for number in one.numbers:
            if _is_all(text, number, one.start):
                return number
            if number.unit == "person" and number.qualifier == "exact" and not number.doubtful:
                found.append(number)
    values = {n.value for n in found}
    return found[0] if len(values) == 1 else None


def _is_all(text: str, number: Number, start: int) -> bool:
    """``all seven``, ``все восемь``, ``жетеуі де``."""
    if number.unit not in (None, "person"):
        return False
    before = text[max(start, number.start - 12) : number.start]
    if re.search(r"\b(?:all|все|всем|всех|барлық)\s(?:the\s|эти\s)?$", before, re.IGNORECASE):
        return True
    return number.printed.endswith("уі") and text[number.end : number.end + 3] == " де"

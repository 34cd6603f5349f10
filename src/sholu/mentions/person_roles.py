"""Say who of the people named speaks or acts for an agency."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from sholu.mentions.affiliation import (
    is_affiliated,
    is_of_agency_after,
    is_of_agency_before,
    leads_officials,
)
from sholu.mentions.duties import stands_aside
from sholu.mentions.office_titles import is_of_agency, names_agency
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.second_in_office import POSSESSIVE, is_of_police
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

REACH = 15
"""Words between a title and its name: "head of the department for … of the region" is as long."""
_AFTER = 6

BREAKS = frozenset((
    "что", "чтобы", "который", "которая", "которые", "как", "словам", "мнению", "данным",
    "that", "which", "who", "whom", "whose", "according", "by", "with", "деп", "де", "после",
    "из-за", "because", "after", "from", "против", "against", "вместе",
))  # fmt: skip
_ACTIVE = re.compile(r"\w{2,}[аеияыо]ла?|\w{2,}[аеияыо]ли")
_NOT_ACTIVE = frozenset((
    "отдела", "дела", "начала", "села", "числа", "стола", "был", "была", "было", "были",
    "задержали", "арестовали", "осудили", "приговорили", "жедел", "ауыл", "биыл", "отдел", "школа",
    "канала", "зала", "квартала", "персонала", "материала", "филиала", "капитала", "терминала",
    "журнала", "портала", "арсенала", "трибунала", "вокзала", "протокола", "раздела", "тыла",
    "райотдела", "горотдела", "облотдела", "подотдела", "филиал", "персонал", "вокзал", "портал",
))  # fmt: skip
_ADDRESSED = frozenset((
    "asked", "met", "thanked", "invited", "visited", "greeted", "joined", "praised", "handed",
    "gave", "begged",
    "approached", "paid", "helped", "attacked", "bribed", "knew", "saw", "found", "caught", "held",
    "questioned", "searched", "sought", "stopped", "traced", "shot", "killed", "interviewed",
    "дело", "помилован", "помилована", "помилованы", "освобожден", "освобождена", "освобождены",
))  # fmt: skip
"""Who did something to an official stands before these: ``his sons asked akim …``."""
_VERBS = frozenset(("was", "were", "is", "are", "had", "has", "did", "would", "will", "could"))
_FORMER = re.compile(
    r"former|ex|retired|бывш\w*|экс|отставн\w*|отставке|запаса|бұрынғы|зейнеткер|зейнеттегі|отставкада\w*|запастағы"
)
"""Who held an office speaks for nobody now."""
_AT_HOME = re.compile(
    r"дом[ае]?|доме|квартир\w+|особняк\w*|даче|обыск\w*|home|house|flat|apartment|үй(?:і|інде|інен)?|пәтері?\w*"
)
"""What is searched is no office: ``обыск в доме депутата``."""
_INVESTIGATES = re.compile(r"судья\w*|прокурор\w*|тергеуші\w*|судь\w*|следовател\w*")
_KAZAKH_OBLIQUE = re.compile(
    r"(?P<bare>\w{3,}?)(?:[мпб]ен|[ғқ]а|[гк]е|[нд][ае]н|т[ае]н|[ыі]?н[ае])"
)
"""``судьяның төрағалығымен Асан Үсеновке қатысты іс``: with the judge, about somebody else."""
_KAZAKH_OBJECT = re.compile(r"\w{3,}(?:[тдн][ыі]|[ғқ]а|[гк]е)")


def is_official(sentence: Sentence, start: int, end: int, names: Container[int]) -> bool:
    """Whether a title before or after the name, in its own clause, makes it an official's.

    Args:
        names: where names begin in the text; a title belongs to the nearest.
    """
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    stop = bisect_left(words, end, key=lambda word: word.start)
    if sentence.language == "kk" and _is_introduced(words, first, stop):
        return False
    before = _clause_before(words, _first_of_row(words, first, names), names)
    if before and is_of_agency_after(words, stop):
        before = [*before, *words[stop : stop + _AFTER]]
    return (
        _is_title(before, sentence, words[stop - 1 : stop])
        or _title_after(words, stop, names, sentence)
        or _is_appointed(words, first, stop)
        or is_of_agency_before(words, first)
        or is_affiliated(words, first, stop, names, sentence)
        or leads_officials(words, first, stop)
        or _is_by_predicate(words, stop, sentence)
    )


def held_office(sentence: Sentence, start: int, names: Container[int]) -> bool:
    """Whether a name is that of somebody who held an office and no longer does."""
    first = bisect_left(sentence.words, start, key=lambda word: word.start)
    clause = _clause_before(sentence.words, first, names)
    return any(
        _FORMER.fullmatch(word.folded) or word.folded.startswith(("экс-", "ex-")) for word in clause
    )


def _is_appointed(words: Sequence[Word], first: int, stop: int) -> bool:
    """``appointed Berik Asylov head of …``, ``назначил Асылова председателем …``"""
    if not first or stop >= len(words) or words[first - 1].folded not in _APPOINTS:
        return False
    return any(cues_of(word.folded) & Cue.TITLE for word in words[stop : stop + 3])


_APPOINTS = frozenset(("appointed", "named", "назначил", "назначила", "назначен", "назначена"))


_NAMED_SO = frozenset(("есімді", "атты", "деген", "дейтін"))
_AGED = frozenset(("жастағы", "жасар"))


def _is_introduced(words: Sequence[Word], first: int, stop: int) -> bool:
    """``41 жастағы дәріхана қызметкері З. Өмірова есімді әйел``: nobody the reader knows."""
    named = stop < len(words) and words[stop].folded in _NAMED_SO
    return named or any(word.folded in _AGED for word in words[max(0, first - 4) : first])


def _is_by_predicate(words: Sequence[Word], stop: int, sentence: Sentence) -> bool:
    """``Bolat Iskakov works as a dog handler at customs``, ``Ахметов возглавляет отдел``"""
    place = next((n for n in range(stop, min(len(words), stop + 4)) if _serves(words, n)), None)
    if place is None:
        return False
    office = words[place + 1 : place + 1 + _AFTER + 2]
    titles = [word for word in office[:4] if cues_of(word.folded) & Cue.TITLE]
    if words[place].folded in _LEADS:
        return names_agency(office)
    return bool(titles) and is_of_agency(titles, office, sentence)


def _serves(words: Sequence[Word], place: int) -> bool:
    return words[place].folded in _SERVES or words[place].folded in _LEADS


_SERVES = frozenset((
    "works", "worked", "working", "serves", "serving", "работает", "служит", "является",
    "назначен", "назначена",
))  # fmt: skip
_LEADS = frozenset((
    "heads", "leads", "heading", "leading", "chairs", "chairing", "oversees", "overseeing",
    "commands", "commanding", "возглавляет", "возглавил", "возглавила", "возглавляющий",
    "возглавляющая", "возглавляющего", "возглавляющей", "возглавляющему", "возглавляющим",
    "руководит", "руководящий", "руководящая", "курирует", "курирующий", "курирующая",
    "командует", "командующий", "заведует", "басқарады", "басқаратын", "басқарып",
))  # fmt: skip


def _clause_before(words: Sequence[Word], first: int, names: Container[int]) -> list[Word]:
    """The words before a name, back to another name or to where another clause begins."""
    clause: list[Word] = []
    for word in reversed(_without_quoted(words[max(0, first - REACH) : first])):
        cues = cues_of(word.folded)
        if word.text in ';:"“”«»()' or word.start in names or word.folded in BREAKS:
            break
        if word.text in ",–—" and (clause or not _is_apposition(words, first)):
            break
        if cues & (Cue.SPEAKING | Cue.ACCUSED) and not cues & Cue.TITLE:
            break
        if is_active(word) or word.folded in _ADDRESSED:
            break
        clause.insert(0, word)
    return clause


def _without_quoted(words: Sequence[Word]) -> Sequence[Word]:
    """``командир отряда «Сункар» …``: the words before a name without a thing's name there."""
    if not words or words[-1].text not in "»”":
        return words
    for place in range(len(words) - 2, max(-1, len(words) - 7), -1):
        if words[place].text in "«“":
            return words[:place]
        if words[place].text in ",.!?»”":
            break
    return words


_ROW = frozenset((",", "and", "и", "мен", "пен", "бен", "және"))
_PLURAL = re.compile(r"\w+(?:[ыи]|ов|ей|[ая]м|[ая]ми|[лдт][ае]р\w*|s)")


def _first_of_row(words: Sequence[Word], first: int, names: Container[int]) -> int:
    """Where a row of names begins whose title is in the plural: ``судьи Ахметов и Садыков``."""
    place = first
    while place > 1 and words[place - 1].folded in _ROW:
        start = place - 2
        while start > 0 and (words[start].text[0].isupper() or words[start].text == "."):
            if words[start].start in names:
                break
            start -= 1
        if words[start].start not in names:
            break
        place = start
    title = words[place - 1].folded if place else ""
    in_plural = _PLURAL.fullmatch(title) and cues_of(title) & Cue.TITLE
    return place if in_plural else first


def _is_apposition(words: Sequence[Word], first: int) -> bool:
    """``the head of the centre, Marat Ospanov, said``; no ``as the investigator said, Ospanov …``:
    a sign closes the name as one opens it, or a verb of speaking stands before the title."""
    place = first
    while place < len(words) and (words[place].text[0].isupper() or words[place].text in ".-"):
        place += 1
    return place == len(words) or words[place].text in ",–—-:;()"


def is_active(word: Word) -> bool:
    """A Russian verb of the past: what stands before it does not belong to the name after it."""
    return (
        word.kind == "word"
        and word.text[0].islower()
        and _ACTIVE.fullmatch(word.folded) is not None
        and word.folded not in _NOT_ACTIVE
        and not cues_of(word.folded)
    )


_HONORIFICS = frozenset(("mr", "mrs", "ms"))
_SOMEBODY = Cue.PRIVATE | Cue.PEOPLE | Cue.GANG | Cue.RESIDENCE


def _is_title(before: Sequence[Word], sentence: Sentence, name: Sequence[Word]) -> bool:
    """Whether a clause before a name holds an office and nobody else (the wife of the akim)."""
    titles = [word for word in before if cues_of(word.folded) & Cue.TITLE]
    if not titles or any(_FORMER.fullmatch(word.folded) for word in before):
        return False
    if any(_AT_HOME.fullmatch(word.folded) for word in before):
        return False
    others = [
        word
        for place, word in enumerate(before)
        if _is_somebody(word) and word not in titles and not is_of_police(before, place)
        if not stands_aside(before, place)
    ]
    if others or (_is_somebodys(titles, before) and not names_agency(before)):
        return False
    if sentence.language == "kk" and _is_of_others(titles[-1], before, name):
        return False
    return is_of_agency(titles, before, sentence)


def _is_somebody(word: Word) -> bool:
    if word.text == "National":  # the State Committee for National Security
        return False
    return bool(cues_of(word.folded) & _SOMEBODY) and word.folded not in _HONORIFICS


def _is_somebodys(titles: Sequence[Word], before: Sequence[Word]) -> bool:
    """``His deputy, …``: the second man of whoever was named before."""
    place = before.index(titles[0])
    return place > 0 and before[place - 1].folded in POSSESSIVE


def _is_of_others(title: Word, before: Sequence[Word], name: Sequence[Word]) -> bool:
    """A Kazakh title in another case than the name's, or one whose bearer does it to the name."""
    match = _KAZAKH_OBLIQUE.fullmatch(title.folded)
    oblique = match is not None and bool(cues_of(match["bare"]) & Cue.TITLE)
    return oblique or (title is before[-1] and _is_object(title, name))


def _is_object(title: Word, name: Sequence[Word]) -> bool:
    """``Судья Ерлан Садықовты … соттады``: the judge sentenced him."""
    return (
        bool(name)
        and _INVESTIGATES.fullmatch(title.folded) is not None
        and _KAZAKH_OBJECT.fullmatch(name[0].folded) is not None
    )


def _title_after(
    words: Sequence[Word], stop: int, names: Container[int], sentence: Sentence
) -> bool:
    """A title in apposition: ``Ерлан Садыков, начальник отдела``; no ``, по словам начальника``."""
    if stop >= len(words) or words[stop].text not in ",–—-(":
        return False
    clause: list[Word] = []
    # A Kazakh title ends its phrase: "..., есірткіге қарсы күрес бөлімінің аға инспекторы".
    reach = 2 * _AFTER if sentence.language == "kk" else _AFTER
    for word in words[stop + 1 : stop + 1 + reach]:
        cues = cues_of(word.folded)
        if word.text in ",;:)" or word.start in names or word.folded in BREAKS:
            break
        if cues & (_SOMEBODY | Cue.SPEAKING | Cue.ACCUSED | Cue.ACT) and not cues & Cue.TITLE:
            break
        if is_active(word) or word.folded in _VERBS:
            break
        clause.append(word)
    titles = [word for word in clause if cues_of(word.folded) & Cue.TITLE]
    return bool(titles) and is_of_agency(titles, words[stop + 1 : stop + 3 + reach], sentence)

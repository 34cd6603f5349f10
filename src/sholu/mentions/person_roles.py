"""Say who of the people named speaks or acts for an agency."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

REACH = 10
"""Words between a title and its name: "head of the department for … of the region" is as long."""
_AFTER = 6

_COMMON_TITLE = re.compile(
    r"координатор\w*|coordinator|сотрудни\w*|employee|member|leader|лидер\w*|специалист\w*|маман\w*"
    r"|instructor|initiator"
)
"""Titles that many bear outside agencies: one must be named beside them, or somebody speak."""
_WEAK_TITLE = re.compile(
    rf"{_COMMON_TITLE.pattern}|"
    r"сотрудни\w*|employee|қызметкер\w*|member|специалист\w*|маман\w*|leader|жетекші\w*|директор\w*|director|эксперт\w*|"
    r"expert|врач\w*|instructor|секретар\w*|secretary|хатшы\w*|дәрігер\w*|глав\w*|лидер\w*|speaker|спикер\w*|initiator|"
    r"руководител\w*|басшы\w*|капитан\w*|captain|officer|general|chief|head|president|президент\w*|professor|dr|ректор\w*|rector"
)
"""Titles outside agencies too: they count where an agency is named or somebody speaks."""

_AGENCY_WORD = re.compile(
    r"полици\w*|police|министр\w*|minist\w+|мвд|іім|кнб|уқк|убн|прокур\w*|prosecut\w*|таможен\w*|customs|кеден\w*|"
    r"наркопреступ\w*|оон|бұұ|unodc|un|дгд|кгд|пд|дп|афм|health|денсаулық|здравоохран\w*|акимат\w*|әкімдік\w*|"
    r"наркоконтрол\w*|caricc|цариц\w*|интерпол\w*|interpol|border|погран\w*|шекара\w*|national|республик\w*|област\w*|"
    r"district|region|regional|облыс\w*|аудан\w*|город\w*|қала\w*|учреждени\w*|колони\w*|мекеме\w*|state|мемлекет\w*|государств\w*"
)
BREAKS = frozenset((
    "что", "чтобы", "который", "которая", "которые", "как", "словам", "мнению", "данным",
    "that", "which", "who", "whom", "whose", "according", "by", "with", "деп", "де", "после",
    "из-за", "because", "after", "from", "против", "against", "вместе",
))  # fmt: skip
_ACTIVE = re.compile(r"\w{2,}[аеияыо]ла?|\w{2,}[аеияыо]ли")
_NOT_ACTIVE = frozenset((
    "отдела", "дела", "начала", "села", "числа", "стола", "был", "была", "было", "были",
    "задержали", "арестовали", "осудили", "приговорили",
))  # fmt: skip
_VERBS = frozenset(("was", "were", "is", "are", "had", "has", "did", "would", "will", "could"))
_FORMER = re.compile(r"former|ex|retired|бывш\w*|экс|отставн\w*|бұрынғы|зейнеткер")
"""Who held an office speaks for nobody now."""
_PHYSICIAN = re.compile(
    r"врач\w*|нарколог\w*|психолог\w*|психиатр\w*|дәрігер\w*|narcologist|psychologist|psychiatrist|"
    r"toxicologist|токсиколог\w*|dr"
)
"""They speak for a patient or a hospital; for an agency where it is named beside them."""
_OF_ALL = re.compile(r"главн\w+|бас|chief|head|заведующ\w+|меңгеруші\w*")
_HOSPITAL = re.compile(
    r"больниц\w*|клиник\w*|диспансер\w*|центр\w*|аурухана\w*|орталы\w+|hospital|clinic|centre|center"
)
_INVESTIGATES = re.compile(r"судья\w*|прокурор\w*|тергеуші\w*|судь\w*|следовател\w*")
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
    before = _clause_before(words, first, names)
    if before and _is_of_agency_after(words, stop):
        before = [*before, *words[stop : stop + _AFTER]]
    return (
        _is_title(before, sentence, words[stop - 1 : stop])
        or _title_after(words, stop, names, sentence)
        or _is_appointed(words, first, stop)
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


def _is_of_agency_after(words: Sequence[Word], stop: int) -> bool:
    """``врач … из РНПЦ``, ``… of the regional centre``: an institution after a preposition."""
    after = words[stop : stop + _AFTER]
    if not after or after[0].folded not in ("из", "of", "from", "at"):
        return False
    return any(
        (word.text.isupper() and len(word.text) > 1) or Cue.ORGANISATION in cues_of(word.folded)
        for word in after[1:]
    )


def _clause_before(words: Sequence[Word], first: int, names: Container[int]) -> list[Word]:
    """The words before a name, back to another name or to where another clause begins."""
    clause: list[Word] = []
    for word in reversed(words[max(0, first - REACH) : first]):
        cues = cues_of(word.folded)
        if word.text in ';:"“”«»()' or word.start in names or word.folded in BREAKS:
            break
        if word.text in ",–—" and (clause or not _is_apposition(words, first)):
            break
        if cues & (Cue.SPEAKING | Cue.ACCUSED) and not cues & Cue.TITLE:
            break
        if is_active(word):
            break
        clause.insert(0, word)
    return clause


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


_POSSESSIVE = frozenset(("his", "her", "their", "его", "ее", "их", "оның", "олардың"))
_SOMEBODY = Cue.PRIVATE | Cue.PEOPLE | Cue.GANG | Cue.RESIDENCE


def _is_title(before: Sequence[Word], sentence: Sentence, name: Sequence[Word]) -> bool:
    """Whether a clause before a name holds an office and nobody else (the wife of the akim)."""
    titles = [word for word in before if cues_of(word.folded) & Cue.TITLE]
    if not titles or any(_FORMER.fullmatch(word.folded) for word in before):
        return False
    others = [w for w in before if cues_of(w.folded) & _SOMEBODY and w not in titles]
    if others or (_is_somebodys(titles, before) and not _names_agency(before)):
        return False
    if sentence.language == "kk" and titles[-1] is before[-1] and _is_object(titles[-1], name):
        return False
    return _is_of_agency(titles, before, sentence)


def _is_somebodys(titles: Sequence[Word], before: Sequence[Word]) -> bool:
    """``His deputy, …``: the second man of whoever was named before."""
    place = before.index(titles[0])
    return place > 0 and before[place - 1].folded in _POSSESSIVE


def _names_agency(clause: Sequence[Word]) -> bool:
    return any(
        _AGENCY_WORD.fullmatch(word.folded) or cues_of(word.folded) & Cue.ORGANISATION
        for word in clause
    )


def _is_object(title: Word, name: Sequence[Word]) -> bool:
    """``Судья Ерлан Садықовты … соттады``: the judge sentenced him."""
    return (
        bool(name)
        and _INVESTIGATES.fullmatch(title.folded) is not None
        and _KAZAKH_OBJECT.fullmatch(name[0].folded) is not None
    )


def _is_of_agency(titles: Sequence[Word], clause: Sequence[Word], sentence: Sentence) -> bool:
    """A title that others bear too counts with an agency beside it, or where somebody speaks."""
    physicians = any(_PHYSICIAN.fullmatch(title.folded) for title in titles)
    physicians = physicians and not _is_chief_of_hospital(clause)
    if any(not _WEAK_TITLE.fullmatch(title.folded) for title in titles) and not physicians:
        return True
    beside = any(
        _AGENCY_WORD.fullmatch(word.folded)
        or (cues_of(word.folded) & Cue.ORGANISATION and not physicians)
        or (word.text.isupper() and len(word.text) > 1)
        for word in clause
    )
    if physicians:
        return beside
    speaks = any(cues_of(word.folded) & Cue.SPEAKING for word in sentence.words)
    if all(_COMMON_TITLE.fullmatch(title.folded) for title in titles):
        return beside or speaks
    return (
        beside
        or speaks
        or not any(
            cues_of(word.folded) & (Cue.ACCUSED | Cue.ACT | Cue.PRIVATE) for word in sentence.words
        )
    )


def _is_chief_of_hospital(clause: Sequence[Word]) -> bool:
    """A chief physician speaks for the hospital that is named."""
    words = [word.folded for word in clause]
    return any(map(_OF_ALL.fullmatch, words)) and any(map(_HOSPITAL.fullmatch, words))


def _title_after(
    words: Sequence[Word], stop: int, names: Container[int], sentence: Sentence
) -> bool:
    """A title in apposition: ``Ерлан Садыков, начальник отдела``; no ``, по словам начальника``."""
    if stop >= len(words) or words[stop].text not in ",–—-(":
        return False
    clause: list[Word] = []
    for word in words[stop + 1 : stop + 1 + _AFTER]:
        cues = cues_of(word.folded)
        if word.text in ",;:)" or word.start in names or word.folded in BREAKS:
            break
        if cues & (_SOMEBODY | Cue.SPEAKING | Cue.ACCUSED | Cue.ACT) and not cues & Cue.TITLE:
            break
        if is_active(word) or word.folded in _VERBS:
            break
        clause.append(word)
    titles = [word for word in clause if cues_of(word.folded) & Cue.TITLE]
    return bool(titles) and _is_of_agency(titles, words[stop + 1 : stop + 3 + _AFTER], sentence)

"""The Russian noun before its number: ``летальных исходов – 5``, ``лекций будет 120``."""

from __future__ import annotations

import re

from sholu.mentions.counted import NounPhrase, counted_nouns, is_russian_verb, read_noun_phrase
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import DASHES, Word

_REACH = 14
"""Words between the noun and its number: a clause."""

_GENITIVE_PLURAL = re.compile(
    r".{2,}(?:ов|ев)|.{3,}(?:[аеия]ний|[стд]вий|ытий|аций|яций|енций|орий|ей)|.+кций"
    r"|.{2,}(?:[бвдзлнптчш]ок|[жтчш]ек|[щч]ин|граждан|жителей|упп|анд|ств|лиц|дел|мест|машин|проб|жалоб|школ|встреч|статей"
    r"|статьей|аптек|точек|проверок|камер|бригад|стран|коек|аварий)"
)
_NOT_PLURAL = re.compile(
    r"подросток|участок|рынок|подарок|кусок|список|звонок|щенок|ребенок|приток|напиток|мешок|десяток"
    r"|срок|остаток|недостаток|убыток|рисунок|порядок|осадок|поселок|потолок|крючок|сверток|цветок"
    r"|человечек|порошок|отдел|раздел|предел|надел|передел|\w*городок|возок|\w*станок|сынок|итогов|"
    r"(?:\w+(?:скол|дол|чем|бол|мен|нов|нош|стар|выш|скор|позд|быстр))ей|кишлаков|сумерек|человек"
    r"|(?:полици|семь|стать|всей|сво|эт|тво|мо|сам|одн|перв|втор|посл|сессии)\w*ей|каждой|полицией"
    r"|год\w*|месяц\w*|тенге|рубл\w+|сомов|сумов|долларов|евро|тонн|час\w*|дней|недель|лет|раз\w*"
    r"|грамм\w*|килограмм\w*|литр\w*|процент\w*|гектар\w*|метр\w*|километр\w*|миллион\w*|тысяч\w*"
    r"|миллиард\w*|органов|наркотиков|веществ|средств"
)
_PLURAL_ADJECTIVE = re.compile(r".{3,}(?:ых|их)(?:ся)?")
_NO_ADJECTIVE = frozenset(("своих", "этих", "таких", "которых", "других", "наших", "всех"))
_PREPOSITIONS = frozenset(
    ("в", "во", "на", "из", "от", "до", "с", "со", "у", "к", "ко", "по", "за", "для", "о", "об",
     "при", "через", "между", "под", "над", "без", "про", "против", "среди", "после", "перед",
     "около",     "кроме", "помимо", "вместо", "ради", "согласно", "возле", "вокруг")
)  # fmt: skip
_OPENERS = re.compile(
    r"больше|чаще|меньше|всего|итого|таких|подобных|еще|также|и|а|но|только|лишь|там|здесь|тогда|ранее"
    r"|сегодня|теперь|сейчас|итак|уже|году|года|год|месяц(?:а|ев|е)?|квартал\w?|период|сутки|неделю"
    r"|полугоди\w|числе|том|них|этом|нем|ней|смену|ночь|день|лето|зиму|весну|осень|январ\w|феврал\w|март\w?"
    r"|апрел\w|ма[йяе]|июн\w|июл\w|август\w?|сентябр\w|октябр\w|ноябр\w|декабр\w"
)


def fronted_noun(sentence: Sentence, begin: int) -> NounPhrase | None:
    """The genitive that opens the clause of a number which no noun follows.

    Args:
        begin: where the words that qualify the number begin.
    """
    if sentence.language != "ru":
        return None
    words = sentence.words
    low = _clause_start(words, begin)
    for place in range(low, begin):
        if not _is_free(words, place, low) or not _may_be_counted(words, place, begin):
            continue
        phrase = read_noun_phrase(sentence, place)
        if phrase is None:
            return None
        stop = min(phrase.stop, begin)
        while stop > place and words[stop - 1].kind != "word":
            stop -= 1
        text = " ".join(word.text for word in words[place:stop])
        return NounPhrase(text, place, stop, stop) if stop > place else None
    return None


_THEM = frozenset(("их", "таких", "таковых", "подобных"))


def speaks_of_them(sentence: Sentence, begin: int) -> bool:
    """``их пришло 170``, ``таких в регионе 22``: so many of what was counted before."""
    words = sentence.words
    if sentence.language != "ru" or (begin and words[begin - 1].kind == "number"):
        return False
    low = _clause_start(words, begin)
    return any(
        words[at].folded in _THEM and (at == low or words[at - 1].folded not in _PREPOSITIONS)
        for at in range(low, begin)
    )


_UNDERGONE = re.compile(
    r"(?:за|аре)?(?:держан|арестован)[аоы]?|(?:по)?гиб(?:ло|ли|нут)|погиб(?:ло|ли)?|ум(?:ерло|ерли|рут|ирает)"
    r"|скончал(?:ось|ись|ся)|пострадал[ои]?|отравил(?:ось|ись)|госпитализирован[оы]|осужден[оы]|оправдан[оы]"
    r"|приговорен[оы]|освобожден[оы]|оштрафован[оы]|привлечен[оы]|допрошен[оы]|опрошен[оы]|обучен[оы]"
    r"|(?:вы)?лечил(?:ось|ись)|доставлен[оы]|водворен[оы]|объявлен[оы]|разыскива(?:ется|ются)|выбыл[ои]"
    r"|трудоустроен[оы]|ранен[оы]|спасен[оы]|депортирован[оы]|выдворен[оы]|уволен[оы]|умерло|состоят|состояло"
    r"|состояли|приш(?:ло|ли)|обратил(?:ось|ись)|амнистирован[оы]|помилован[оы]|обследован[оы]|убит[оы]"
)


def undergone_by_persons(sentence: Sentence, begin: int) -> bool:
    """``задержано 47``, ``за год умерли 19``: only persons are detained, acquitted, or die."""
    if sentence.language != "ru" or not begin:
        return False
    return _UNDERGONE.fullmatch(sentence.words[begin - 1].folded) is not None


def _clause_start(words: tuple[Word, ...], begin: int) -> int:
    low = begin
    while low > 0 and begin - low < _REACH:
        before = words[low - 1]
        loose = before.text in DASHES and low < begin and before.start > words[low - 2].end
        if (
            before.text in ".,;:()!?«»"
            or (before.kind != "word" and before.text not in DASHES)
            or loose
        ):
            break
        low -= 1
    return low


def _is_free(words: tuple[Word, ...], place: int, low: int) -> bool:
    """Whether nothing before a genitive governs it: no noun, no preposition, no number."""
    if place == low:
        return place == 0 or words[place - 1].kind != "number"
    before = words[place - 1]
    if before.text in DASHES or _OPENERS.fullmatch(before.folded) or is_russian_verb(before.folded):
        return True
    return place - low >= 2 and any(  # среди них женщин, в области таких случаев
        words[at].folded in _PREPOSITIONS for at in range(max(low, place - 2), place - 1)
    )


def _may_be_counted(words: tuple[Word, ...], place: int, begin: int) -> bool:
    word = words[place]
    if word.kind != "word" or is_russian_verb(word.folded):
        return False
    if _PLURAL_ADJECTIVE.fullmatch(word.folded) and word.folded not in _NO_ADJECTIVE:
        followed = place + 1 < begin and words[place + 1].kind == "word"
        return followed or _is_person(word)
    if _NOT_PLURAL.fullmatch(word.folded):
        return False
    return _GENITIVE_PLURAL.fullmatch(word.folded) is not None


def _is_person(word: Word) -> bool:
    lists = counted_nouns("ru")
    return lists is not None and lists.stems["person"].fullmatch(word.folded) is not None

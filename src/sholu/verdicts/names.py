"""Names in court texts: in full, with initials, a bare surname, a letter with a full stop.

Published decisions shorten names to letters ("подсудимый К.", "Т.А.-ға"); other decisions print
them in full once and by the surname after that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sholu.mentions.name_runs import is_patronymic
from sholu.mentions.same_name import stems_of
from sholu.mentions.words import fold
from sholu.verdicts.court_text import Stretch

_UP = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_LOW = "a-zа-яёәғқңөұүһі"
_LETTERS = re.compile(
    rf"(?<![\w.])(?P<letters>[{_UP}]\.(?:\s?[{_UP}]\.){{0,2}})(?P<ending>-[{_LOW}]{{"
    rf"2,5}})?(?P<after>\s?)(?=(?P<next>[^\s])|$)"
)
_SHAPE = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){0,2}[A-Z][a-z]{2,}(?:ov|ova|ev|eva|yev|yeva|in|ina|"
    r"ko|uly|kyzy|qyzy|bekov|bay|bai|sky)(?!\w)(?!\s(?:City|District|Regional|"
    r"Region|region|Court|Street))"
)
"""Surnames as they are spelled in English translations."""

_LETTERS_ONLY = re.compile(rf"(?:[{_UP}]\.\s?){{1,3}}(?:-[{_LOW}]{{2,5}})?")
_CODED = re.compile(r"(?<!\w)(?:Ф\.?\s?И\.?\s?О\.?|ФИО|ТАӘ|аты-жөні|FIO)\s?(?:№\s?)?\d{0,3}(?!\w)")
_WORD = rf"[{_UP}][{_LOW}’'ьъ]+(?:-[{_UP}][{_LOW}]+)?"
_INITIALS = rf"[{_UP}]\.\s?(?:[{_UP}]\.)?"
ROLE_WORDS = (
    r"свидетел\w+|понят(?:ой|ого|ым|ых|ые)|потерпевш\w+|эксперт\w*|специалист\w*|"
    r"адвокат\w*|защитник\w*|подсудим\w+|осужд[её]нн\w+|"
    r"обвиняем\w+|подозреваем\w+|граждан(?:ин|ка|ина|ки|ину|ке|ином)|гр\.|гр-н\w*|"
    r"закупщик\w*|покупател\w+|знаком\w+|переводчик\w*|сожител\w+|"
    r"мать|матери|отец|отца|брат\w?|сестр\w|жен[аыуе]|муж\w?|"
    r"куә(?:лар|гер|герлер)?(?:дың|дің|нің|ның|лардың)?|сотталушы\w*|сотталған|"
    r"айыпталушы\w*|қорғаушы\w*|жәбірленуші\w*|"
    r"аудармашы\w*|сатып алушы|азамат|сарапшы|маман|"
    r"witness(?:es)?|defendant|convict(?:ed)?|accused|counsel|advocate|lawyer|"
    r"expert|victim|buyer|citizen"
)
_AFTER_ROLE = re.compile(
    rf"(?<!\w)(?:{ROLE_WORDS})(?:\s[–-])?\s+(?:адвокат\w*\s+)?(?P<name>{_INITIALS}\s"
    rf"?{_WORD}|{_WORD}\s{_INITIALS}|{_WORD}(?:\s{_WORD}){{0,2}})"
)
_ALSO = re.compile(
    rf"(?:\s?,\s|\s(?:и|мен|пен|бен|және|and)\s)(?P<name>{_INITIALS}\s?{_WORD}|"
    rf"{_WORD}(?:\s{_INITIALS})?)(?!\w)"
)
_FULL = re.compile(
    rf"(?<!\w){_WORD}\s{_WORD}\s{_WORD}?(?:вич|вна|ұлы|қызы|улы|кызы|оглы)\w{{0,5}}(?!\w)"
)
_LISTED = re.compile(rf"(?<!\w){_WORD}\s{_INITIALS}(?=[\s,;:.)»]|$)")
_VERB = re.compile(r"(?:ть|ться|ған|ген|лсын|лсін|уға|уге)$")
"""Infinitives and orders that open a clause of the operative part with a capital letter."""

_PATRONYMIC = re.compile(r"(?:ович|евич|овн|евн|ұлы|қызы|улы|кызы|оглы)\w{0,4}$")
_AFTER_REPUBLIC = re.compile(r"(?:республик\w*|republic of)\s$", re.IGNORECASE)
_NO_NAME = frozenset(
    [
        "суд",
        "суда",
        "судом",
        "судебная",
        "судебной",
        "судья",
        "республики",
        "республика",
        "уголовный",
        "уголовного",
        "кодекса",
        "город",
        "города",
        "область",
        "области",
        "пост",
        "посту",
        "сот",
        "соты",
        "соттың",
        "қылмыстық",
        "кодекс",
        "республикасы",
        "республикасының",
        "article",
        "court",
        "criminal",
        "code",
        "telegram",
        "whatsapp",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "by",
        "republic",
        "state",
        "police",
        "center",
        "centre",
        "прокурор",
        "прокуратуры",
        "мвд",
        "увд",
        "уп",
        "убн",
        "упн",
        "дп",
        "kz",
        "на",
        "по",
        "в",
        "с",
        "от",
        "к",
        "о",
        "за",
        "при",
        "из",
        "он",
        "она",
        "его",
        "ее",
        "их",
        "после",
        "кроме",
        "также",
        "вину",
        "вина",
        "меру",
        "срок",
        "вещественные",
        "процессуальные",
        "приговор",
        "қк",
        "упк",
        "рк",
        "ук",
        "ра",
        "іс",
        "сотталушы",
        "действия",
        "роль",
        "виновность",
        "гражданин",
        "гражданина",
        "назначение",
        "осужденный",
        "осужденная",
        "осужденного",
        "подсудимый",
        "подсудимая",
        "обвиняемый",
        "свидетель",
        "адвокат",
        "содеянное",
        "показания",
        "доводы",
        "жалоба",
        "жалобу",
        "освобождение",
        "куә",
        "адвокат",
        "мырза",
        "кінәлі",
        "үкім",
        "жаза",
        "есірткі",
        "полиция",
        "қала",
        "облыс",
    ]
)


@dataclass(frozen=True)
class CourtName:
    """A name where it stands.

    Attributes:
        start, end: code points of the text; end exclusive.
        surname: stems that the surname may have; empty for letters alone.
        initials: first letters, the surname's left out if it is spelled; lower case.
    """

    start: int
    end: int
    surname: frozenset[str]
    initials: tuple[str, ...]

    def is_same(self, other: CourtName) -> bool:
        """Whether both may be one person's: no part speaks against it."""
        if self.surname and other.surname:
            if self.surname.isdisjoint(other.surname):
                return False
            mine, theirs = self.initials[:1], other.initials[:1]
            return not (mine and theirs) or mine == theirs
        if self.surname or other.surname:
            spelled, short = (self, other) if self.surname else (other, self)
            return bool(short.initials) and _may_shorten(spelled, short)
        fewer, more = sorted((self.initials, other.initials), key=len)
        return fewer == more or (len(fewer) == 1 and fewer[0] in (more[0], more[-1]))


def _may_shorten(spelled: CourtName, short: CourtName) -> bool:
    first = {stem[0] for stem in spelled.surname}
    return short.initials[0] in first or (len(short.initials) > 1 and short.initials[-1] in first)


def find_names(text: str, stretch: Stretch, known: Iterable[Stretch]) -> list[CourtName]:
    """All names within a stretch, in order, none overlapping.

    Args:
        known: stretches that other readers took for persons' names.
    """
    start, end = stretch
    found: dict[int, int] = {}
    for given in known:
        place = _without_things(text, given) if start <= given[0] and given[1] <= end else None
        if place is not None:
            _add(found, *_with_initials(text, place))
    for pattern in (_FULL, _AFTER_ROLE, _LISTED, _CODED, _SHAPE):
        for match in pattern.finditer(text, start, end):
            place = match.span("name") if "name" in pattern.groupindex else match.span()
            place = _without_things(text, place)
            if place is not None:
                _add(found, *place)
                if pattern is _AFTER_ROLE:
                    _add_listed(found, text, place[1], end)
    for place in _letters(text, stretch, found):
        _add(found, *place)
    names = [make_name(text, s, e) for s, e in sorted(found.items())]
    spelled = [name for name in names if name is not None]
    return sorted([*spelled, *_again(text, stretch, spelled)], key=lambda name: name.start)


def _without_things(text: str, place: Stretch) -> Stretch | None:
    """The stretch without words that begin or end it and are no name; None if nothing is left."""
    if _LETTERS_ONLY.fullmatch(text[slice(*place)]) or _CODED.fullmatch(text[slice(*place)]):
        return place
    words = [
        (m.start(), m.end())
        for m in re.finditer(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?", text[place[0] : place[1]])
    ]
    shown = [text[place[0] + s : place[0] + e] for s, e in words]
    first, last = 0, len(words)
    while first < last - 1 and _VERB.search(shown[first]):
        first += 1
    while first < last and _is_thing(shown[first]):
        first += 1
    while last > first and _is_thing(shown[last - 1]):
        last -= 1
    if first == last or not any(len(word) > 1 for word in shown[first:last]):
        return None
    if all(len(word) > 2 and _PATRONYMIC.search(fold(word)) for word in shown[first:last]):
        return None
    start = place[0] + words[first][0]
    if _AFTER_REPUBLIC.search(text[max(0, start - 14) : start]):
        return None
    return start, place[0] + words[last - 1][1]


def _is_thing(word: str) -> bool:
    """Whether a word is no part of a name; a capital letter with a full stop is one."""
    return not re.fullmatch(r"\w\.", word) and fold(word.rstrip(".")) in _NO_NAME


def _add(found: dict[int, int], start: int, end: int) -> None:
    """A stretch, unless one that is there holds it; it takes in those that it holds."""
    over = [(s, e) for s, e in found.items() if s < end and start < e]
    if any(s <= start and end <= e for s, e in over):
        return
    for s, _ in over:
        del found[s]
    found[min([start, *(s for s, _ in over)])] = max([end, *(e for _, e in over)])


def _add_listed(found: dict[int, int], text: str, place: int, end: int) -> None:
    while (more := _ALSO.match(text, place, end)) is not None:
        name = _without_things(text, more.span("name"))
        if name is None:
            return
        _add(found, *name)
        place = more.end()


def _letters(text: str, stretch: Stretch, found: dict[int, int]) -> Iterator[Stretch]:
    """Letters that stand for a name; initials before or after a surname belong to that."""
    matches = list(_LETTERS.finditer(text, *stretch))
    doubtful = []
    taken = sorted(found.items())
    shown = {re.sub(r"\s", "", text[s:e]) for s, e in taken}
    sure = {letters for letters in shown if re.fullmatch(rf"(?:[{_UP}]\.)+", letters)}
    sure |= {f"{letter}." for letters in sure for letter in letters.rstrip(".").split(".")}
    for match in matches:
        start = match.start()
        stop = match.end("ending") if match["ending"] else match.end("letters")
        if any(s < stop and start < e and not (start <= s and e <= stop) for s, e in taken):
            continue
        following = match["next"] or ""
        letters = re.sub(r"\s", "", match["letters"])
        if following[:1].isupper() and match["after"] and not match["ending"]:
            doubtful.append((letters, (start, stop)))
        elif not (text[max(0, start - 1) : start] in "№" and start):
            sure |= {letters, *(f"{letter}." for letter in letters.rstrip(".").split("."))}
            yield start, stop
    for letters, place in doubtful:
        if letters in sure:
            yield place


def _again(text: str, stretch: Stretch, names: Sequence[CourtName]) -> Iterator[CourtName]:
    """Surnames of found names wherever they stand again, in any case form."""
    stems = frozenset().union(*(name.surname for name in names)) if names else frozenset()
    taken = sorted((name.start, name.end) for name in names)
    for match in re.finditer(
        rf"(?<![\w-])[{_UP}][{_LOW}{_UP}’'-]{{2,}}", text[stretch[0] : stretch[1]]
    ):
        start, end = match.start() + stretch[0], match.end() + stretch[0]
        folded = fold(match.group())
        if folded in _NO_NAME or stems.isdisjoint(stems_of(folded)):
            continue
        if not any(s < end and start < e for s, e in taken):
            name = make_name(text, *_with_initials(text, (start, end)))
            if name is not None:
                yield name


def _with_initials(text: str, place: Stretch) -> Stretch:
    """A surname with the initials before or after it."""
    if _LETTERS_ONLY.fullmatch(text[slice(*place)]):
        return place
    before = re.search(
        rf"(?<![\w.])(?:[{_UP}]\.\s?){{1,2}}$", text[max(0, place[0] - 6) : place[0]]
    )
    after = re.match(
        rf"\s[{_UP}]\.\s?(?:[{_UP}]\.)?(?=[\s,;:.)»]|$)", text[place[1] : place[1] + 8]
    )
    start = place[0] - len(before.group()) if before else place[0]
    return start, place[1] + (len(after.group().rstrip()) if after and not before else 0)


def _is_fathers(word: str) -> bool:
    folded = fold(word)
    return is_patronymic(folded) or _PATRONYMIC.search(folded) is not None


def make_name(text: str, start: int, end: int) -> CourtName | None:
    """A name from its words; None if no letter of it is a name's."""
    shown = text[start:end]
    coded = _CODED.fullmatch(shown)
    if coded:
        return CourtName(start, end, frozenset([fold(re.sub(r"\W", "", shown))]), ())
    bare = re.sub(rf"(?<=\.)-[{_LOW}]{{2,5}}$", "", shown)
    words = re.findall(r"[^\W\d_]+", bare)
    initials = [word.lower() for word in words if len(word) == 1]
    spelled = [word for word in words if len(word) > 1 and not _is_fathers(word)]
    if not spelled:
        return CourtName(start, end, frozenset(), tuple(initials)) if initials else None
    latin = spelled[0].isascii()
    surname = spelled[-1] if latin and not initials else spelled[0]
    given = [word for word in spelled if word is not surname]
    first = [given[0][0].lower()] if given else initials[:1]
    return CourtName(start, end, stems_of(fold(surname)), tuple(first))

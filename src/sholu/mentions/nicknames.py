"""Find nicknames by the words that announce them, with or without quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from sholu.mentions.known_words import is_given_name, is_ordinary_word
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import fold

_CALLING = (
    "прозвищ", "кличк", "псевдоним", "погонял", "лақап", "nickname", "alias", "k.a", "aka", "known",
    "online", "известн", "он же", "она же", "имени", "есім", "атты", "деген", "деп ",
    "атан", "called", "named", "судим", "сотталған", "ұсталған", "куратор", "неки",
    "некая", "некто", "некоего", "дилер", "барыга", "авторитет", "главар", "curator", "dealer",
    "kingpin", "ringleader", "boss", "звал", "знал", "кличут", "неким", "некой", "некому", "ник",
)  # fmt: skip
"""Without one of these a text gives no nickname."""
_CAPITAL = "[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]"
_CALLED = re.compile(
    r"(?:прозвищ\w*|кличк\w*|псевдоним\w*|погонял\w*|лақап\sаты|nicknamed?|alias|a\.?k\.?a\.?|"
    r"(?:also\s)?known(?:\sonline)?\sas|online\sas|whom\s(?:we|they|everyone|everybody|all)\s(?:\w+\s)?called|"
    r"(?:известн|знал)\w*\s(?:также\s|только\s|лишь\s)?как)\s[–:-]?\s?"
    rf"(?P<after>{_CAPITAL}[^\W\d_]{{1,20}}(?:[\s-]{_CAPITAL}[^\W\d_]{{1,20}}){{0,2}})(?!\w)"
    rf"|(?:man|woman|person|someone|guy|boy|girl|dealer|friend|courier|supplier|user|buyer|seller|somebody)"
    rf"\s(?:called|named)\s(?P<called>{_CAPITAL}[^\W\d_]{{1,20}})(?!\w)"
    rf"|(?P<before>{_CAPITAL}[^\W\d_]{{1,20}})\s(?:деп\s(?:ата|шақыр|таны)|атан)"
)
"""Nicknames without quotation marks."""
_NICKNAME = re.compile(
    r"(?:(?<!\w)(?:про)?звали|(?<!\w)прозвал[иа]?|(?<!\w)кличут|по\sимени|(?:person|man|woman|men|someone)\s(?:called|named)|псевдоним\w*|(?<!\w)ник(?:ом|а|у|нейм\w*)?|известн\w+\s(?:также\s)?как|known(?:\sonline)?\sas|прозвищ\w*|кличк\w*|погонял\w*|он\sже|она\sже|лақап\w*|nicknamed?|alias|also\sknown\sas|a\.?k\.?a\.?)"
    rf"[\s:,–-]{{0,3}}(?:аты\s)?[\"“«„‘'](?P<after>(?:the\s)?{_CAPITAL}[^\"”»“’\n]{{1,29}})[\"”»“’']"
    rf"|[\"“«„](?P<before>{_CAPITAL}[^\"”»“\n]{{1,29}})[\"”»“]\s(?:деген\s)?"
    r"(?:лақап|атты\s(?:\w+\s)?(?:жігіт|адам|азамат|кісі|ер\b|әйел|қыз\b|келіншек|бейтаныс|тұрғын|делдал)|есім|деп\sата(?!\S*\s(?:\w+-)?(?:дүкен|арна|желі|канал|топ|операция|акция|жоба))|по\sпрозвищу|бейтаныс|жігіт|кісі|оператор|сатушы|куратор|әйел|қыз\b|ер\b|азамат|адам|біреу)"
    r"|(?:судим\w+|сотталған|ұсталған|куратор\w*|неки[йм]|некая|некой|некую|некто|некоего|некоему|дилер\w*|барыга|авторитет|"
    r"главар\w+|curator|dealer|kingpin|ringleader|boss)\s[\"“«„]"
    rf"(?P<one>{_CAPITAL}[^\W\d_]{{2,19}})[\"”»“]"
)
_ANIMAL = re.compile(
    r"собак|спаниел|овчарк|лабрадор|щен[яо]к|\bконь\b|\bпес\b|пёс|пса\b|псом|псу|кинолог|ит(?:тің|пен|і)?\b|\bdog|canine|spaniel|labrador",
    re.IGNORECASE,
)
"""Dogs of the customs service have names as well."""
_BETWEEN = re.compile(
    rf"(?P<given>{_CAPITAL}[^\W\d_]{{1,20}})\s[\"“«„‘][^\"”»“’\n]{{2,25}}[\"”»“’]\s"
    rf"(?P<surname>{_CAPITAL}[^\W\d_]{{2,25}})(?!\w)"
)
"""``Vadim “Vadik” Starostin``, ``Шерали «Шер» Мирзоев``"""
_IN_BRACKETS = re.compile(r"\s?\([\"“«„](?P<nick>[^\"”»“\n]{2,30})[\"”»“]\)")


_THING_BEFORE = re.compile(
    r"(?:прегабалин|мефедрон|тропикамид|героин|гашиш|марихуан|амфетамин|кокаин|опи[йяу]|кетамин|трамадол|препарат|"
    r"веществ|наркотик|средств|таблет|порош|смес|магазин|канал|операци|маршрут|район|сел[оае]|drug|substance|"
    r"pill|powder|medicine|pregabalin|mephedrone|tramadol|heroin|hashish|amphetamine|cocaine|opium|ketamine|"
    r"fentanyl|shop|store|channel|operation|route|neighbou?rhood|village)\w*"
    r"(?:,|\s\(|\s)\s?(?:(?:более|лучше|больше|also|better|widely|commonly)\s)?$",
    re.IGNORECASE,
)
_REACH_OF_THING = 40


def _is_of_thing(text: str, match: re.Match[str]) -> bool:
    """``pregabalin, known as Lyrica``: what is known so is no person."""
    if not match.group().casefold().startswith(("known", "известн", "also known", "also")):
        return False
    return (
        _THING_BEFORE.search(text, max(0, match.start() - _REACH_OF_THING), match.start())
        is not None
    )


_NICKNAMED = re.compile(
    r"прозвищ|кличк|погонял|лақап|nicknam|whom|(?:известн|знал)\w*\s(?:только|лишь)", re.IGNORECASE
)


def _may_be_called(match: re.Match[str], start: int, end: int) -> bool:
    """Whether a word is a nickname: a quoted one is, and any after a word for nicknames;
    ``күдікті деп танылған`` is a suspect."""
    text = match.string
    quoted = text[start - 1 : start] in tuple("\"“«„‘'")
    return (
        quoted
        or _NICKNAMED.match(match.group()) is not None
        or not cues_of(fold(text[start:end])) & (NO_PART | Cue.ACCUSED)
    )


def _are_given_and_surname(given: str, surname: str) -> bool:
    """Whether two words around a nickname are a person's: ``ТОО «Рахат»`` has none before it."""
    if cues_of(fold(given)) & NO_PART or cues_of(fold(surname)) & NO_PART:
        return False
    return is_given_name(given) and not is_ordinary_word(fold(surname))


def merged(
    found: Mapping[int, tuple[int, Sentence]], more: Mapping[int, tuple[int, Sentence]]
) -> dict[int, tuple[int, Sentence]]:
    """Stretches of both, those that overlap made one: the surname of ``Vadim “Vadik” Lomov``."""
    kept: dict[int, tuple[int, Sentence]] = {}
    last, covered = 0, -1
    every = [*found.items(), *more.items()]
    for start, (end, sentence) in sorted(every, key=lambda one: (one[0], -one[1][0])):
        if start >= covered:
            kept[start] = end, sentence
            last, covered = start, end
        elif end > covered:
            kept[last] = end, kept[last][1]
            covered = end
    return kept


def find_nicknames(
    text: str, sentences: Sequence[Sentence], found: Mapping[int, tuple[int, Sentence]]
) -> dict[int, tuple[int, Sentence]]:
    """Nicknames in quotation marks, after a word that says so or in brackets after a name."""
    nicknames: dict[int, tuple[int, Sentence]] = {}
    patterns = (_NICKNAME, _CALLED) if any(word in text for word in _CALLING) else ()
    starts = [sentence.start for sentence in sentences]
    for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
        name = next(name for name, value in match.groupdict().items() if value)
        start, end = match.span(name)
        owner = bisect_left(starts, start + 1) - 1
        if name != "called" and not _may_be_called(match, start, end):
            continue
        if _is_of_thing(text, match):
            continue
        if owner >= 0 and not _ANIMAL.search(text, sentences[owner].start, start):
            nicknames[start] = end, sentences[owner]
    for match in _BETWEEN.finditer(text):
        owner = bisect_left(starts, match.start() + 1) - 1
        if owner >= 0 and _are_given_and_surname(match["given"], match["surname"]):
            nicknames[match.start()] = match.end(), sentences[owner]
    for end, sentence in found.values():
        bracketed = _IN_BRACKETS.match(text, end)
        if bracketed:
            nicknames[bracketed.start("nick")] = bracketed.end("nick"), sentence
    return nicknames

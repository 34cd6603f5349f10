"""Find nicknames by the words that announce them, with or without quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import fold

_CALLING = (
    "прозвищ", "кличк", "псевдоним", "погонял", "лақап", "nickname", "alias", "k.a", "aka", "known",
    "online", "известн", "он же", "она же", "имени", "есім", "атты", "деген", "деп ",
    "атан", "called", "named", "судим", "сотталған", "ұсталған", "куратор", "неки",
    "некая", "некто", "некоего", "дилер", "барыга", "авторитет", "главар", "curator", "dealer",
    "kingpin", "ringleader", "boss",
)  # fmt: skip
"""Without one of these a text gives no nickname."""
_CAPITAL = "[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]"
_CALLED = re.compile(
    r"(?:прозвищ\w*|кличк\w*|псевдоним\w*|погонял\w*|лақап\sаты|nicknamed|alias|a\.?k\.?a\.?|"
    r"(?:also\s)?known(?:\sonline)?\sas|online\sas|известн\w+\s(?:также\s)?как)\s[–:-]?\s?"
    rf"(?P<after>{_CAPITAL}[^\W\d_]{{1,20}}(?:[\s-]{_CAPITAL}[^\W\d_]{{1,20}}){{0,2}})(?!\w)"
    rf"|(?P<before>{_CAPITAL}[^\W\d_]{{1,20}})\s(?:деп\s(?:ата|шақыр|таны)|атан)"
)
"""Nicknames without quotation marks."""
_NICKNAME = re.compile(
    r"(?:по\sимени|(?:person|man|woman|men|someone)\s(?:called|named)|псевдоним\w*|известн\w+\s(?:также\s)?как|known(?:\sonline)?\sas|прозвищ\w*|кличк\w*|погонял\w*|он\sже|она\sже|лақап\w*|nicknamed?|alias|also\sknown\sas|a\.?k\.?a\.?)"
    rf"[\s:,–-]{{0,3}}(?:аты\s)?[\"“«„‘'](?P<after>(?:the\s)?{_CAPITAL}[^\"”»“’\n]{{1,29}})[\"”»“’']"
    rf"|[\"“«„](?P<before>{_CAPITAL}[^\"”»“\n]{{1,29}})[\"”»“]\s(?:деген\s)?"
    r"(?:лақап|атты\s(?:\w+\s)?(?:жігіт|адам|азамат|кісі|ер\b|әйел|қыз\b|келіншек|бейтаныс|тұрғын|делдал)|есім|деп\sата(?!\S*\s(?:\w+-)?(?:дүкен|арна|желі|канал|топ|операция|акция|жоба))|по\sпрозвищу|бейтаныс|жігіт|кісі|оператор|сатушы|куратор|әйел|қыз\b|ер\b|азамат|адам|біреу)"
    r"|(?:судим\w+|сотталған|ұсталған|куратор\w*|некий|некая|некто|некоего|дилер\w*|барыга|авторитет|"
    r"главар\w+|curator|dealer|kingpin|ringleader|boss)\s[\"“«„]"
    rf"(?P<one>{_CAPITAL}[^\W\d_]{{2,19}})[\"”»“]"
)
_ANIMAL = re.compile(
    r"собак|спаниел|овчарк|лабрадор|щен[яо]к|\bконь\b|\bпес\b|пёс|пса\b|псом|псу|кинолог|ит(?:тің|пен|і)?\b|\bdog|canine|spaniel|labrador",
    re.IGNORECASE,
)
"""Dogs of the customs service have names as well."""
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


def _may_be_called(text: str, start: int, end: int) -> bool:
    """Whether a word is a nickname: a quoted one is; ``күдікті деп танылған`` is a suspect."""
    quoted = text[start - 1 : start] in tuple("\"“«„‘'")
    return quoted or not cues_of(fold(text[start:end])) & (NO_PART | Cue.ACCUSED)


def find_nicknames(
    text: str, sentences: Sequence[Sentence], found: Mapping[int, tuple[int, Sentence]]
) -> dict[int, tuple[int, Sentence]]:
    """Nicknames in quotation marks, after a word that says so or in brackets after a name."""
    nicknames: dict[int, tuple[int, Sentence]] = {}
    patterns = (_NICKNAME, _CALLED) if any(word in text for word in _CALLING) else ()
    starts = [sentence.start for sentence in sentences]
    for match in chain.from_iterable(pattern.finditer(text) for pattern in patterns):
        start, end = next(match.span(name) for name, value in match.groupdict().items() if value)
        owner = bisect_left(starts, start + 1) - 1
        if not _may_be_called(text, start, end) or _is_of_thing(text, match):
            continue
        if owner >= 0 and not _ANIMAL.search(text, sentences[owner].start, start):
            nicknames[start] = end, sentences[owner]
    for end, sentence in found.values():
        bracketed = _IN_BRACKETS.match(text, end)
        if bracketed:
            nicknames[bracketed.start("nick")] = bracketed.end("nick"), sentence
    return nicknames

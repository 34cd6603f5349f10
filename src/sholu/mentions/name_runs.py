"""Runs of capitalised words and initials: where a person's name may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sholu.mentions.known_words import (
    is_english_word,
    is_given_name,
    is_listed_surname,
)
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.sentences import LONGER_INITIALS
from sholu.mentions.words import Word

LONGEST = 6
"""Words of the longest name: two first names, a patronymic of two words and a double surname."""

_LEADING = frozenset((
    "bin", "ibn", "бин", "ибн", "аль", "al", "el", "de", "da", "van", "von", "del", "der",
))  # fmt: skip
_PARTICLES = _LEADING | frozenset((
    "уулу", "улы", "ұлы", "кызы", "қызы", "оглы", "оғлы", "угли", "ўғли", "гызы", "кизи", "uulu",
    "uly", "ulu", "kyzy", "qyzy", "kizi", "qizi", "oglu", "ogly", "ugli", "o'g'li", "gizi", "ag",
))  # fmt: skip
"""Written small inside a name: son and daughter of (Kyrgyz, Kazakh, Uzbek, Azerbaijani), Arabic and
European particles."""

_PATRONYMIC = re.compile(
    r".+[аиое]н?ыч(?:а|у|ем|е)?|.{2,}(?:(?:[оеё]вич|инич|[ие]ич|ьич|мич)(?:а|у|ем|е|ы)?|(?:[оеё]вн|ичн)(?:а|ы|е|у|ой)"
    r"|[oe]vich|ichna|[oe]vna|(?:ұлы|қызы|кызы|улы|уулу|оглы|оғлы|угли|ўғли)(?:н\w+|м[ае]н)?"
    r"|uly|uulu|kyzy|qyzy|kizi|qizi|ogly|oglu|ugli)"
)
_RUSSIAN_CASE = r"а|у|ым|ом|е|ой|ы|ых|ыми"
_KAZAKH_CASE = r"[қк][ае]|[ғг][ае]|[тдн][ыі][ңн]?|[пбм]ен|[тдн][ае]н?|нан|нен|[тдл][ае]р(?:ы|і)?"
_CASES = rf"(?:{_RUSSIAN_CASE}|{_KAZAKH_CASE})?"
_SURNAME = re.compile(
    r".{2,}(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|[цс]к(?:ий|ая|ого|ому|им|ой|ую)|енко|чук|щук|нюк|юк|бойко"
    r"|зод[аые]?|зада|заде|швили|дзе|ян|янц|бек|бай|хан|жан|гали|ғали|қали|кали|гүл|гуль|мурат"
    r"|мұрат|мухамет"
    r"|[oe]v|[oe]va|yov|yova|[oe]wa|[ýy][eä]w|[iy]n|[iy]na|sk[iy]y?|skaya|skaia|enko|chuk|shchuk|yuk|zoda|zade|zadeh"
    r"|shvili|dze|ian|yan|bek|bay|bai|khan|zhan|jan|ghali|gali|qali|kali|gul|murat)" + _CASES
)
_NAME_SHAPE = re.compile(
    r"(?:.{3,}(?:бай|бек|хан|жан|ғали|гали|қали|гүл|гуль|берген|берд[іиы]|улл[ао]|ддин"
    r"|bay|bai|bek|khan|zhan|jan|ghali|qali|gul|bergen|berdi|ullah?|uddin)"
    r"|абд[уо]\w{4,}|мух[ао]м+[ае][дт]\w*|мұхам+[ае][дт]\w*|abd[uo]\w{4,}|m[uo]ham+[ae]d\w*)"
    + _CASES
)
_BY_STEM = Cue.NO_NAME | Cue.THING | Cue.THING_AFTER | Cue.ORGANISATION | Cue.PEOPLE
_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])(?<!Mc)(?<!Mac)(?<!['’ʼ‘`])[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]")
"""Within a word: an abbreviation's (``СамГУ``), save after ``O'`` and ``Mc``."""
_BODY_SHAPE = re.compile(
    r"(?:рос|гос|глав|каз|кыргыз|узбек|таджик|туркмен|нац|обл|гор|рай|спец|роспотреб|россельхоз)"
    r"\w{0,8}(?:надзор|контрол|комитет|банк|почт|гварди|агентств|инспекци|служб|пром|юст|фонд)\w{0,3}"
)
"""Short names of agencies written as one word: ``Россельхознадзор``, ``Казпочта``."""
_PLAIN_SURNAME = re.compile(
    r".{2,}(?:[оеё]в|[оеё]в[аоуы]й?|[оеё]вым|[oe]v|[oe]va|yova|skiy|skaya|enko|енко|zoda|зода"
    r"|[цс]кая|(?:[оеё]в|ин)а?(?:[тдн][ыі][ңн]?|[қғ]а|[тдн]ан|пен|мен))"
)
"""Endings that few words but surnames have; the others count beside another name word only."""


@dataclass(frozen=True)
class Run:
    """Name words in a row.

    Attributes:
        first, stop: places of its words (points of initials too) in the sentence; stop exclusive.
        names: its words that are no initials and no particles.
        initials: how many initials it has.
    """

    first: int
    stop: int
    names: tuple[Word, ...]
    initials: int


@lru_cache(maxsize=65536)
def is_patronymic(folded: str) -> bool:
    """Whether a word ends as patronymics do: -ович, -овна, -ұлы, -қызы, -uulu …"""
    return len(folded) > 5 and _PATRONYMIC.fullmatch(folded) is not None


@lru_cache(maxsize=65536)
def looks_like_surname(folded: str) -> bool:
    """Whether a word ends as surnames or first names of the region do, in any case form."""
    return len(folded) > 3 and _SURNAME.fullmatch(folded) is not None


@lru_cache(maxsize=65536)
def is_plainly_surname(folded: str) -> bool:
    """Whether a word ends as few words but surnames do."""
    return len(folded) > 4 and _PLAIN_SURNAME.fullmatch(folded) is not None


@lru_cache(maxsize=65536)
def has_name_shape(folded: str) -> bool:
    """Whether a word ends as Kazakh first names do and few other words: -бай, -бек, -хан, -жан.

    -хана is a house: зертхана, a laboratory.
    """
    return len(folded) > 5 and "хана" not in folded and _NAME_SHAPE.fullmatch(folded) is not None


def is_part(word: Word) -> bool:
    """Whether a word may be a part of a name: a capital and no other meaning."""
    if word.kind != "word" or not word.text[0].isupper() or len(word.text) < 2:
        return False
    if word.text.isupper():
        return is_name_in_capitals(word)
    if _BODY_SHAPE.fullmatch(word.folded) or _INNER_CAPITAL.search(word.text):
        return False
    unlikely = cues_of(word.folded) & NO_PART
    if not unlikely or Cue.GIVEN in cues_of(word.folded):
        return True
    given = is_given_name(word.text) or Cue.ALSO_WORD in cues_of(word.folded)
    if not unlikely & ~(Cue.THING | Cue.THING_AFTER) and given:
        return True  # Роман, Батыр
    # Наурызбай is no March, Базарбаев no bazaar.
    return not unlikely & ~_BY_STEM and (
        is_plainly_surname(word.folded) or has_name_shape(word.folded)
    )


def is_name_in_capitals(word: Word) -> bool:
    """Whether a word all in capitals is a name: most of them are abbreviations."""
    if cues_of(word.folded) & NO_PART:
        return False
    if looks_like_surname(word.folded):
        return True
    surname = not word.folded.isascii() and is_listed_surname(word.text)
    return len(word.text) > 3 and (surname or is_given_name(word.text))


def is_initial(words: Sequence[Word], place: int) -> bool:
    """Whether an initial with its full stop stands here: ``А.``, ``Дж.``"""
    word = words[place]
    short = (
        word.kind == "word"
        and word.text[0].isupper()
        and (len(word.text) == 1 or word.text in LONGER_INITIALS)
    )
    return (
        short
        and place + 1 < len(words)
        and words[place + 1].text == "."
        and words[place + 1].start == word.end
    )


def find_runs(words: Sequence[Word], text: str) -> Iterator[Run]:
    """All runs of a sentence, from left to right, none overlapping."""
    place = 0
    while place < len(words):
        run = _run_at(words, place, text)
        if run is None:
            place += 1
        else:
            yield run
            place = run.stop


def _run_at(words: Sequence[Word], first: int, text: str) -> Run | None:
    names: list[Word] = []
    initials = 0
    place = stop = first
    while place < len(words) and len(names) + initials < LONGEST:
        if place > first and not _joined(words, place, text):
            break
        if is_initial(words, place) or (initials and _is_son_of(words, place)):
            initials += 1
            place = stop = place + 2
        elif (
            is_part(words[place])
            or _goes_on_in_capitals(words[place], names)
            or _leads_in_capitals(words, place)
            or _is_syllable(words, place, names)
        ) and not _begins_anew(words[place], names, initials, words, first):
            names.append(words[place])
            place = stop = place + 1
        elif (names or initials) and words[place].folded in _PARTICLES:
            place += 1
            # "Абдыкадыр уулу Бекболот" goes on; "Токтогул кызы" may end so.
            stop = place if words[place - 1].folded not in _LEADING else stop
        elif names and _is_hyphen(words, place):
            place += 1
        elif names and _goes_on_small(words, place, names):
            place = stop = place + 2
        else:
            break
    return Run(first, stop, tuple(names), initials) if names or initials else None


def _is_son_of(words: Sequence[Word], place: int) -> bool:
    """``Н.у.Т.``, ``А.к.Б.``: son and daughter of, shortened as well."""
    return (
        words[place].text in ("у", "к", "u", "k")
        and words[place].start == words[place - 1].end
        and is_initial(words, place + 2)
        and words[place + 1].text == "."
    )


def _goes_on_in_capitals(word: Word, names: Sequence[Word]) -> bool:
    """``МАРИЯ КОВАЛЬ``, ``Мария КОВАЛЬ``: what follows a given name, in capitals.

    Three letters after a name that isn't in capitals are an abbreviation's.
    """
    return (
        bool(names)
        and word.kind == "word"
        and word.text.isupper()
        and len(word.text) > (2 if names[-1].text.isupper() else 3)
        and (is_given_name(names[-1].text) or is_patronymic(names[-1].folded))
        and not cues_of(word.folded) & (NO_PART | Cue.ACCUSED | Cue.ACT)
    )


def _leads_in_capitals(words: Sequence[Word], place: int) -> bool:
    """``КУАТ САРЫМОВ``: what stands before a plain surname in capitals, in capitals too."""
    word = words[place]
    if not (word.kind == "word" and word.text.isupper() and len(word.text) > 3):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    return (
        following is not None
        and following.text.isupper()
        and is_plainly_surname(following.folded)
        and not cues_of(word.folded) & (NO_PART | Cue.ACCUSED | Cue.ACT)
    )


def _is_syllable(words: Sequence[Word], place: int, names: Sequence[Word]) -> bool:
    """``Park Min-seo``: words besides, but not before a syllable that is written small."""
    word = words[place]
    if word.kind != "word" or not word.text[0].isupper() or len(word.text) > 5:
        return False
    if names:
        family = word.text in _KOREAN and is_given_name(names[-1].text)  # Rozalia Ten
        return family or _goes_on_small(words, place + 1, (*names, word))
    return word.text in _KOREAN and _goes_on_small(words, place + 2, words[place : place + 2])


_KOREAN = frozenset(("Park", "Young", "Min", "Ten"))
"""Names of families that are words besides."""


def _begins_anew(
    word: Word, names: Sequence[Word], initials: int, words: Sequence[Word], first: int
) -> bool:
    """Whether a capital after ``Иванов И.`` begins a sentence, as one after ``John F.`` may not."""
    if not names or not initials or names[0] is not words[first]:
        return False
    return not word.folded.isascii() or not looks_like_surname(word.folded)


def _is_hyphen(words: Sequence[Word], place: int) -> bool:
    """A hyphen inside a double name: ``Ахметова-Ким``."""
    return (
        words[place].text == "-"
        and place + 1 < len(words)
        and words[place - 1].end == words[place].start
        and words[place].end == words[place + 1].start
        and is_part(words[place + 1])
    )


def _goes_on_small(words: Sequence[Word], place: int, names: Sequence[Word]) -> bool:
    """``Kim Yong-ho``, ``Мин-су``: the second syllable of a name, written small."""
    if place + 1 >= len(words) or words[place].text != "-":
        return False
    small = words[place + 1]
    tied = words[place - 1].end == words[place].start and words[place].end == small.start
    if not tied or small.kind != "word" or not small.text.islower() or len(small.text) > 5:
        return False
    known = is_listed_surname(names[-1].text) or is_given_name(names[-1].text)
    if small.folded.isascii() and len(small.text) > 3 and is_english_word(small.folded):
        return False
    return len(names) > 1 or known


def ends_in_syllable(run: Run, words: Sequence[Word]) -> bool:
    """Whether a run is ``Park Min-seo``, ``Ким Чон-хо``: two names, the last of two syllables."""
    small = words[run.stop - 1]
    return len(run.names) > 1 and small.text.islower() and words[run.stop - 2].text == "-"


def _joined(words: Sequence[Word], place: int, text: str) -> bool:
    """Nothing but a space, or nothing at all, between a part of a name and the word before."""
    between = text[words[place - 1].end : words[place].start]
    return not between.strip(" \u00a0\u202f\n-") and len(between) <= 3

"""Read one number, in digits or in words, as each language writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.mentions.digits import read_digits
from sholu.mentions.number_words import NumberWords, number_words
from sholu.mentions.words import DASHES, Word


@dataclass(frozen=True)
class Numeral:
    """One number as it stands in a text.

    Attributes:
        value: by the language's usual reading.
        other: the other reading of a single comma or full stop before three digits, or None.
        first, stop: its words' places in the sentence; ``stop`` exclusive.
        weak: an article or pronoun as often as a number (one, один, бір).
        collective: counts persons by itself (двое, екеу).
        spelled: written in words, not digits.
        scale: the power of thousand (or dozen) that closed it; 1 if none.
        half: the bare word for half.
    """

    value: float
    other: float | None
    first: int
    stop: int
    weak: bool = False
    collective: bool = False
    spelled: bool = False
    scale: float = 1.0
    half: bool = False


def read_numeral(words: Sequence[Word], first: int, language: str | None) -> Numeral | None:
    """The number that begins with the word at ``first``, as long as it goes.

    Reads digits with a scale word (``2,5 млрд``), words (``двадцать пять``, ``two hundred and
    five``), halves (``полтора``, ``two and a half``). Ranges and units are `quantities`' work.
    """
    lexicon = number_words(language)
    if words[first].kind == "number":
        reading = read_digits(words[first].text, language)
        if reading is None:
            return None
        numeral = Numeral(reading[0], reading[1], first, first + 1)
        scaled = _scaled(words, _with_half(words, numeral, lexicon), lexicon)
        return _with_thousands(words, scaled, language)
    if words[first].kind != "word" or lexicon is None or _is_quarter(words, first):
        return None
    if first and words[first - 1].folded in _SOME:
        return None
    spelled = _read_half(words, first, lexicon) or _read_spelled(words, first, lexicon)
    return None if spelled is None else _scaled(words, _with_half(words, spelled, lexicon), lexicon)


_SOME = frozenset(("several", "few", "many", "бірнеше", "бірер", "талай"))
"""``several hundred``, ``бірнеше жүз``: no number can be told."""

_QUARTER = re.compile(r"тоқсан(?:да|дағы|ның|ы|ында|ының|ға|мен)?")
_WHICH = re.compile(r".+(?:нші|ншы)|алғашқы|соңғы|өткен|[iі]{1,3}|iv|осы|ші|шы")


def _is_quarter(words: Sequence[Word], first: int) -> bool:
    """``бірінші тоқсанда``, ``тоқсан сайын``: a quarter of the year, not ninety."""
    if [word.folded for word in words[first : first + 2]] == ["тоқсан", "сайын"]:
        return True
    if not first or _QUARTER.fullmatch(words[first].folded) is None:
        return False
    return _WHICH.fullmatch(words[first - 1].folded) is not None


def _with_thousands(words: Sequence[Word], numeral: Numeral, language: str | None) -> Numeral:
    """Add the thousands of ``1 млн 966 тысяч``: a smaller scale right after a larger one."""
    stop = numeral.stop
    if numeral.scale < 1e3 or stop >= len(words) or words[stop].kind != "number":
        return numeral
    small = read_numeral(words, stop, language)
    if numeral.scale == 1e3:
        return _with_hundreds(words, numeral, small)
    if small is None or not 1 < small.scale < numeral.scale or small.value >= numeral.scale:
        return numeral
    return replace(numeral, value=numeral.value + small.value, other=None, stop=small.stop)


def _with_hundreds(words: Sequence[Word], numeral: Numeral, small: Numeral | None) -> Numeral:
    """Add the hundreds of ``11 тысяч 200 капсул``: three digits, and whole thousands before."""
    if small is None or small.scale != 1.0 or len(words[small.first].text) != _HUNDREDS:
        return numeral
    if numeral.value % 1000 or small.other is not None or small.stop > small.first + 1:
        return numeral
    return replace(numeral, value=numeral.value + small.value, other=None, stop=small.stop)


_HUNDREDS = 3
"""Digits of what may follow thousands."""


def number_beginnings(language: str | None) -> frozenset[str]:
    """The words that a number written in words may begin with."""
    lexicon = number_words(language)
    return frozenset() if lexicon is None else lexicon.beginnings


def _scaled(words: Sequence[Word], numeral: Numeral, lexicon: NumberWords | None) -> Numeral:
    """Multiply by the scale words that follow digits or a closed group."""
    if lexicon is None:
        return numeral
    stop = skip_surplus(words, numeral.stop)
    if stop < len(words) and words[stop].text in DASHES and numeral.spelled:
        return numeral
    factor = lexicon.scale.get(words[stop].folded) if stop < len(words) else None
    if factor is None and _is_short_thousand(words, stop, numeral):
        factor = 1e3
    if factor is None:
        return numeral
    stop += 1
    if stop < len(words) and words[stop].text == "." and words[stop - 1].folded in _SHORT_SCALES:
        stop += 1
    # A number before a scale word has a decimal sign, not a thousands sign: 2,500 million is rare,
    # but both readings stay.
    other = None if numeral.other is None else _times(numeral.other, factor)
    scaled = replace(
        numeral,
        value=_times(numeral.value, factor),
        other=other,
        stop=stop,
        scale=factor,
        weak=False,
    )
    following = lexicon.scale.get(words[stop].folded, 1.0) if stop < len(words) else 1.0
    # полторы сотни тысяч: a hundred is scaled once more
    return _scaled(words, scaled, lexicon) if factor == _HUNDRED < following else scaled


_HUNDRED = 100


def _is_short_thousand(words: Sequence[Word], stop: int, numeral: Numeral) -> bool:
    """``2,5к тенге``: the letter hangs on digits."""
    if numeral.spelled or not 0 < stop < len(words) or words[stop].text not in ("к", "К"):
        return False
    return words[stop].start == words[stop - 1].end


def skip_surplus(words: Sequence[Word], stop: int) -> int:
    """The place after ``с лишним``, where a scale word or a unit may follow."""
    surplus = tuple(word.folded for word in words[stop : stop + 2]) == ("с", "лишним")
    return stop + 2 if surplus else stop


_SHORT_SCALES = frozenset({"тыс", "млн", "млрд", "трлн", "mln", "bln"})


def _times(value: float, factor: float) -> float:
    """A product without the last digits' noise: 2.3 thousand are 2300, not 2299.9999999999995."""
    return float(f"{value * factor:.12g}")


def _with_half(words: Sequence[Word], numeral: Numeral, lexicon: NumberWords | None) -> Numeral:
    """Add the half of ``two and a half``, ``два с половиной``, ``екі жарым``."""
    if lexicon is None:
        return numeral
    for phrase in lexicon.and_half:
        length = phrase.count(" ") + 1
        following = " ".join(w.folded for w in words[numeral.stop : numeral.stop + length])
        if following == phrase:
            return replace(
                numeral, value=numeral.value + 0.5, stop=numeral.stop + length, weak=False
            )
    return numeral


def _read_half(words: Sequence[Word], first: int, lexicon: NumberWords) -> Numeral | None:
    for length in (2, 1):
        stretch = words[first : first + length]
        if " ".join(word.folded for word in stretch) in lexicon.one_and_half:
            return Numeral(1.5, None, first, first + len(stretch), spelled=True)
    if words[first].folded not in lexicon.half:
        return None
    stop = first + 1
    if stop < len(words) and words[stop].folded in lexicon.article:
        stop += 1
        if stop < len(words) and words[stop].folded in lexicon.hundred:
            return Numeral(50.0, None, first, stop + 1, spelled=True)
    return Numeral(0.5, None, first, stop, spelled=True, half=True)


def _read_spelled(words: Sequence[Word], first: int, lexicon: NumberWords) -> Numeral | None:
    word = words[first].folded
    if word in lexicon.collective:
        return Numeral(
            lexicon.collective[word], None, first, first + 1, collective=True, spelled=True
        )
    if word in lexicon.article:
        return _read_article_scale(words, first, lexicon)
    return _read_sum(words, first, lexicon)


def _read_article_scale(words: Sequence[Word], first: int, lexicon: NumberWords) -> Numeral | None:
    """``a hundred``, ``a dozen``, ``a million``."""
    if first + 1 >= len(words):
        return None
    word = words[first + 1].folded
    if word in lexicon.hundred:
        return Numeral(100.0, None, first, first + 2, spelled=True)
    if word in lexicon.scale:
        return Numeral(1.0, None, first, first + 1, spelled=True)
    return None


def _read_sum(words: Sequence[Word], first: int, lexicon: NumberWords) -> Numeral | None:
    """Words that add up: groups below a thousand, closed by thousand, million, billion."""
    total, group = 0.0, 0.0
    lowest, last_scale = 1000.0, float("inf")
    index, stop, scale, weak = first, first, 1.0, True
    while index < len(words):
        word = words[index].folded
        small = lexicon.small.get(word, lexicon.weak.get(word))
        if small is None and group >= _TEN:
            small = lexicon.collective.get(word)  # он екеуі
            if small is not None and _GENITIVE.search(words[index - 1].folded):
                break  # әр онының үшеуі: three of each ten
        if small is not None and small < lowest and _fits(group, small):
            group, lowest = group + small, _room_below(small)
            weak = weak and word in lexicon.weak
        elif word in lexicon.hundred and 0 <= group < 10 and (group or not lexicon.article):
            # A bare hundred is a number where a language has no article: a couple of hundred.
            group, lowest, weak = max(group, 1.0) * 100, 100.0, False
        elif word in lexicon.scale and lexicon.scale[word] < last_scale and group > 0:
            scale = last_scale = lexicon.scale[word]
            total, group, lowest, weak = total + group * scale, 0.0, 1000.0, False
        elif index == first and _opens_with_thousand(words, index, lexicon):
            scale = last_scale = lexicon.scale[word]
            total, weak = scale, False
        elif index == stop and stop > first and _joins(words, index, lexicon, group):
            index += 1
            continue
        else:
            break
        index += 1
        stop = index
    if stop == first or _is_ordinal(words, stop, total + group):
        return None
    return Numeral(total + group, None, first, stop, weak=weak, spelled=True, scale=scale)


_TEN = 10
_GENITIVE = re.compile(r"[ндт][ыі]ң$")
_ORDINAL = re.compile(
    r"(?:перв|втор|треть|четв[её]рт|пят|шест|седьм|восьм|девят)(?:ый|ая|ое|ого|ой|ому|ом|ую|ые|ых|ым|его|ей|ем|ья|ье|ий)"
    r"|(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)[ыі]?н[шч][ыі]\w*"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
)


def _is_ordinal(words: Sequence[Word], stop: int, value: float) -> bool:
    """``в двадцать четвёртом``, ``twenty-first``: the last word says which, not how many."""
    if stop < len(words) and words[stop].text in DASHES:
        stop += 1
    tens = value >= 10 and value % 10 == 0
    return tens and stop < len(words) and _ORDINAL.fullmatch(words[stop].folded) is not None


def _opens_with_thousand(words: Sequence[Word], index: int, lexicon: NumberWords) -> bool:
    """``тысячи ста``: a thousand and a hundred; without a number after it, it is thousands of."""
    if lexicon.scale.get(words[index].folded) != 1000 or index + 1 >= len(words):
        return False
    return lexicon.small.get(words[index + 1].folded, 0.0) >= 100


def _fits(group: float, small: float) -> bool:
    """Whether a word may be added: ``twenty`` takes ``five``, ``five`` takes nothing."""
    after_tens = small < 10 and group % 100 >= 10 and group % 10 == 0  # Kazakh adds to ten, too
    after_hundreds = small < 100 and group % 100 == 0
    return group == 0 or after_tens or after_hundreds


def _room_below(small: float) -> float:
    """Only smaller words may follow: units after tens, nothing after units."""
    if small >= 100:
        return 100.0
    return 10.0 if small >= 20 or small == 10 else 0.0


def _joins(words: Sequence[Word], index: int, lexicon: NumberWords, group: float) -> bool:
    """A hyphen inside ``twenty-five`` or the ``and`` of ``two hundred and five``."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1].folded
    if words[index].text in DASHES:
        tens = group % 100 >= 20 and group % 10 == 0
        tight = words[index].start == words[index - 1].end
        return (
            tens and tight and 0 < lexicon.small.get(following, lexicon.weak.get(following, 0)) < 10
        )
    hundreds = group > 0 and group % 100 == 0
    return words[index].folded in lexicon.joins and hundreds and following in lexicon.small

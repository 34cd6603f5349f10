"""Join the ends of a range: 5–8, 5 to 8, от 5 до 8, 5-тен 8-ге дейін, 6–7–8, 3 g – 5 g."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from sholu.mentions.measured import PrintedQuantity, with_unit
from sholu.mentions.numerals import read_numeral
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import UnitIndex, match_money_before
from sholu.mentions.words import DASHES, Word

_JOINS_RANGE = {
    "en": frozenset(("to", "or", "through")),
    "ru": frozenset(("до", "или")),
    "kk": frozenset(("немесе",)),
}
_OPENS_RANGE = frozenset(("between", "from", "от", "с", "между"))
# "from 5 to 8" after these is a change in time: two figures, not the ends of a range.
_CHANGES = (
    "increas", "decreas", "rose", "rise", "risen", "grew", "grow", "fell", "fall", "drop", "declin",
    "reduc", "reach", "doubl", "tripl", "rais", "lower", "cut", "went", "going", "climb", "jump",
    "shrank", "slid", "soar", "plung", "surg", "slump", "tumbl", "expand", "quadrupl", "halv",
    "trebl", "dwindl", "chang", "widen", "swell",
    "вырос", "увелич", "вдвое", "втрое", "повыс",
    "сниз", "снижен", "смягч", "сократ", "уменьш", "возрос",
    "упал", "өс", "төменде", "азай", "артт", "артқан", "кемі",
)  # fmt: skip
_KAZAKH_CHANGES = ("өсті", "өскен", "өсіп", "төменде", "азай", "артт", "артқан", "артып", "кемі",
                   "түсті", "көтеріл", "көбей", "қысқар", "ұлғай")  # fmt: skip


def extend_range(
    sentence: Sentence, low: PrintedQuantity, index: UnitIndex, taken: Container[int]
) -> PrintedQuantity:
    """Take further ends of a range along: 5–8, 5 to 8 years, от 5 до 8, 6–7–8, 3 g – 5 g."""
    joined = low
    while True:
        place = _after_range_sign(sentence, joined)
        if place is None or place >= len(sentence.words) or place in taken:
            return joined
        high = _range_end(sentence, place, index)
        if high is None or not _same_measure(joined, high) or _are_two(sentence, joined, high):
            return joined
        joined = _join_range(joined, high)


def _are_two(sentence: Sentence, low: PrintedQuantity, high: PrintedQuantity) -> bool:
    """``6.2 percent to 588``, ``трое – двое мужчин``: not the ends of one range."""
    if low.numeral.collective or high.numeral.collective or high.numeral.weak:
        return True
    sign = sentence.words[low.stop]
    parts = sign.folded in ("to", "до") or sign.start > sentence.words[low.stop - 1].end
    if parts and _falls(low, high):
        return True
    if sentence.language == "kk" or low.unit is None or high.unit is not None:
        return False
    return sentence.words[low.stop].text not in DASHES


def _falls(low: PrintedQuantity, high: PrintedQuantity) -> bool:
    """``с 150 до 120 случаев``, ``пять – три шарика``: falling numbers are two, unless glued."""
    alike = low.unit is None or high.unit is None or low.unit == high.unit
    return alike and low.numeral.scale >= high.numeral.scale and high.value < low.value


def _range_end(sentence: Sentence, place: int, index: UnitIndex) -> PrintedQuantity | None:
    """The upper end that begins at ``place``; a currency sign may stand before it again."""
    words, language = sentence.words, sentence.language
    for skipped in (0, 1, 2):
        if place + skipped >= len(words):
            return None
        numeral = read_numeral(words, place + skipped, language)
        if numeral is None:
            continue
        if skipped and match_money_before(words, place + skipped, language, index) is None:
            return None
        return with_unit(words, numeral, language, index)
    return None


def _after_range_sign(sentence: Sentence, low: PrintedQuantity) -> int | None:
    """The place after a dash or a word that joins the ends of a range."""
    words, place = sentence.words, low.stop
    if place + 1 >= len(words):
        return None
    sign = words[place]
    if sign.text in DASHES:
        spaced = sign.start > words[place - 1].end
        return None if spaced != (words[place + 1].start > sign.end) else place + 1
    if sentence.language == "kk":
        if _tells_kazakh_change(words, place):
            return None
        if _is_ablative(words[place - 1]) or _from_lower(low, words, place):
            return place
        return place + 1 if sign.folded in _JOINS_RANGE["kk"] else None
    return place + 1 if _joins_ends(sentence, sign, low.first) else None


def _tells_kazakh_change(words: Sequence[Word], place: int) -> bool:
    """``320-дан 368-ге жетті``: what there was and what it came to, not the ends of a range."""
    for word in words[place : place + 8]:
        if word.text in ",.;:()":
            return False
        if word.folded.startswith((*_KAZAKH_CHANGES, "жетт", "жеткен", "жеткіз")):
            return True
    return False


def _joins_ends(sentence: Sentence, sign: Word, first: int) -> bool:
    """Whether a word joins the ends of a range: between 5 and 8, from 5 to 8, 5 or 8."""
    before = sentence.words[first - 1].folded if first else ""
    if sign.folded in ("and", "и"):
        return before in ("between", "между")
    if sign.folded in ("to", "до") and before in _OPENS_RANGE and tells_change(sentence, first):
        return False
    if sign.folded == "до" and before not in _OPENS_RANGE:
        return False
    return sign.folded in _JOINS_RANGE.get(sentence.language or "", ())


def _is_ablative(word: Word) -> bool:
    """The Kazakh ``5-тен 8-ге дейін``: the lower end stands in the ablative."""
    return word.folded in ("тен", "ден", "дан", "тан", "нан", "нен")


def _from_lower(low: PrintedQuantity, words: Sequence[Word], place: int) -> bool:
    """``10 жылдан 15 жылға дейін``, ``300 мыңнан``: the lower end's last word is an ablative."""
    timed = low.unit is not None and low.unit.dimension in ("time", "mass")
    bare = low.unit is None and (low.numeral.scale > 1 or low.numeral.spelled)
    bare = bare and any(word.folded == "дейін" for word in words[place : place + 6])
    return (timed or bare) and words[place - 1].folded.endswith(
        ("тен", "ден", "дан", "тан", "нан", "нен")
    )


def tells_change(sentence: Sentence, first: int) -> bool:
    """Whether a word of change governs the numbers: ``rose from``, ``на 25 % – с 4210 до``."""
    words = sentence.words
    for place in range(first - 1, max(0, first - 9) - 1, -1):
        word = words[place]
        if word.folded.startswith(_CHANGES):
            return True
        after_percent = word.text in DASHES and place and words[place - 1].text == "%"
        if word.kind == "sign" and word.text not in "'’,%" and not after_percent:
            return False
    return False


def _same_measure(low: PrintedQuantity, high: PrintedQuantity) -> bool:
    """Whether two ends can be of one range; with two units it must rise (200 g to 1 kg)."""
    if low.unit is None or high.unit is None or low.unit == high.unit:
        return True
    rises = low.value * low.unit.factor < high.value * high.unit.factor
    return low.unit.dimension == high.unit.dimension and rises


def _join_range(low: PrintedQuantity, high: PrintedQuantity) -> PrintedQuantity:
    """One range of two ends; the lower takes scale and unit of the upper (2–3 million)."""
    value, top = low.value, high.value
    if low.numeral.scale == 1.0 and high.numeral.scale > 1.0 and low.value < 1000:
        value = float(f"{low.value * high.numeral.scale:.12g}")
    if low.unit is not None and high.unit is not None and low.unit != high.unit:
        value = float(f"{value * low.unit.factor / high.unit.factor:.12g}")
    return replace(
        low,
        value=value,
        value_high=top,
        other=None,
        unit=high.unit or low.unit,
        stop=high.stop,
        number_stop=high.number_stop,
        glued=high.glued,
    )

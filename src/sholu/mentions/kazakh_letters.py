"""The letters of Kazakh: a word of another alphabet in Cyrillic, and what its spellings share.

The letters are those of the Latin alphabets of 2018 and 2021 and of the Arabic one in use in China.
What is lost (и for й, у for в) is made up for where a name is compared, not restored.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sholu.evidence.look_alikes import mend_word

_LATIN_PAIRS = (
    ("shch", "щ"), ("tş", "ч"), ("sh", "ш"), ("ch", "ч"), ("ts", "ц"), ("iia", "ия"), ("ia", "я"),
    ("iu", "ю"), ("io", "ио"),
)  # fmt: skip
_LATIN = {
    "a": "а", "ä": "ә", "á": "ә", "b": "б", "c": "ц", "ç": "ч", "d": "д", "e": "е", "f": "ф",
    "g": "г", "ğ": "ғ", "ǵ": "ғ", "h": "х", "i": "и", "ı": "і", "j": "ж", "k": "к", "l": "л",
    "m": "м", "n": "н", "ñ": "ң", "ŋ": "ң", "ń": "ң", "o": "о", "ö": "ө", "ó": "ө", "p": "п",
    "q": "қ",
    "r": "р", "s": "с", "ş": "ш", "t": "т", "u": "у", "ū": "ұ", "ü": "ү", "ú": "ү", "v": "в",
    "w": "у", "x": "х", "y": "ы", "ý": "у", "z": "з",
}  # fmt: skip
_ARABIC = {
    "ا": "а", "ب": "б", "پ": "п", "ت": "т", "ج": "ж", "چ": "ч", "ح": "х", "د": "д", "ر": "р",
    "ز": "з", "س": "с", "ش": "ш", "ع": "ғ", "ف": "ф", "ق": "қ", "ك": "к", "ک": "к", "گ": "г",
    "ڭ": "ң", "ل": "л", "م": "м", "ن": "н", "ە": "е", "ه": "е", "ھ": "х", "و": "о", "ۇ": "ұ",
    "ۋ": "у", "ۆ": "в", "ى": "ы", "ي": "и", "ی": "и", "ء": "", "ٴ": "",
}  # fmt: skip
_FRONT = str.maketrans("аоұы", "әөүі")
_AFTER_VOWEL = re.compile(r"(?<=[аәеыіоөұүу])и")


_PLAIN = str.maketrans("әғқңөұүһіё", "агкноуухие")
_LOAN = (("тс", "с"), ("ц", "с"), ("щ", "ш"), ("ч", "ш"), ("я", "иа"), ("ю", "иу"), ("э", "е"),
         ("ь", ""), ("ъ", ""))  # fmt: skip
_VOWELS = re.compile("[ыйи]+")
_BETWEEN_CYRILLIC = re.compile(r"(?<=[а-я])i|i(?=[а-я])")


def fold_plain(word: str) -> str:
    """A word as typed without the letters that Russian lacks; as long as it was.

    >>> fold_plain("қаңтарда")
    'кантарда'
    """
    return word.translate(_PLAIN)


def fold_letters(text: str) -> str:
    """Small letters, folded as by `fold_plain`, of equal length, a Latin i between Cyrillic too.

    >>> fold_letters("Қылмыстық iс")
    'кылмыстык ис'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that lower makes two of, e.g. İ
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _BETWEEN_CYRILLIC.sub("и", fold_plain(lowered))


def fold_loosely(word: str) -> str:
    """What Latin and Arabic spellings of a word have in common with its Cyrillic one.

    >>> fold_loosely("полиция"), fold_loosely("полисиия"), fold_loosely("политсия")
    ('полисиа', 'полисиа', 'полисиа')
    """
    folded = fold_plain(word)
    for letters, plain in _LOAN:
        folded = folded.replace(letters, plain)
    return _VOWELS.sub("и", folded)


_APOSTROPHES = re.compile("['’ʼ‘`´]")
_WITH_APOSTROPHE = re.compile("([aignouscy])['’ʼ‘`´]", re.IGNORECASE)
_OF_2017 = {"a": "ä", "i": "и", "g": "ğ", "n": "ñ", "o": "ö", "u": "ü", "s": "ş", "c": "ç",
            "y": "у"}  # fmt: skip
"""The alphabet of October 2017, which sets an apostrophe after a letter."""
_INFORMAL = re.compile("zh|kh|gh|ya|yu|yo", re.IGNORECASE)
_FORMAL = {"zh": "j", "kh": "h", "gh": "ğ", "ya": "ia", "yu": "iu", "yo": "io"}


def _with_formal_letters(word: str) -> str:
    """What the alphabet of 2017 or passports write with two signs, in the alphabet of 2021."""
    if _APOSTROPHES.search(word):
        marked = word.replace("I", "i").lower()
        spelled = _WITH_APOSTROPHE.sub(lambda sign: _OF_2017[sign[1]], marked)
        return re.sub("(?<!и)i", "ı", spelled)
    return _INFORMAL.sub(lambda pair: _FORMAL[pair.group().lower()], word)


@lru_cache(maxsize=65536)
def from_latin(word: str) -> str:
    """A word of the Latin alphabets in Cyrillic.

    >>> from_latin("oblysynyñ"), from_latin("Qyzylorda"), from_latin("politsiia")
    ('облысының', 'қызылорда', 'полиция')
    >>> from_latin("qatysy's'y"), from_latin("ten'ge"), from_latin("zhasyryn")
    ('қатысушы', 'теңге', 'жасырын')
    """
    word = _with_formal_letters(word)
    spelled = word.replace("I", "ı" if "ı" in word else "i").replace("İ", "i").lower()
    for latin, cyrillic in _LATIN_PAIRS:
        spelled = spelled.replace(latin, cyrillic)
    return _AFTER_VOWEL.sub("й", "".join(_LATIN.get(letter, letter) for letter in spelled))


@lru_cache(maxsize=65536)
def from_arabic(word: str) -> str:
    """A word of the Arabic alphabet in Cyrillic.

    The sign hamza makes all its vowels front ones; so do the letters that stand in such words only,
    unless a letter of the other kind is in it (a loan word).

    >>> from_arabic("الماتى"), from_arabic("ەسىرتكى"), from_arabic("ماريحۋانا")
    ('алматы', 'есірткі', 'марихуана')
    """
    spelled = "".join(_ARABIC.get(letter, letter) for letter in word)
    back = re.search(r"[ақғ]", spelled)
    if "ٴ" in word or "ء" in word or (re.search(r"[екг]", spelled) and not back):
        spelled = spelled.translate(_FRONT)
    return _AFTER_VOWEL.sub("й", spelled)


_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
_LATIN_LETTER = re.compile("[a-zñŋńǵşçäöüūúáóý]", re.IGNORECASE)


def fold_any_script(word: str) -> str:
    """What a word has in common with its spellings in all alphabets of Kazakh.

    >>> fold_any_script("تۇرعىن") == fold_any_script("turgyn") == fold_any_script("тұрғын")
    True
    """
    if _ARABIC_LETTER.search(word):
        word = from_arabic(word)
    elif _LATIN_LETTER.search(word):
        word = from_latin(mend_word(word, "rus"))
    return fold_loosely(mend_word(word.lower(), "rus"))

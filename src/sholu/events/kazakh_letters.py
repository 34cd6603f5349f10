"""Bring Kazakh to one spelling: in Cyrillic, Latin and Arabic letters, or typed without its own.

The results are for comparing with cues that went the same way, never for showing.
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans("әғқңөұүһіё", "агкноуухие")
_BETWEEN_CYRILLIC = re.compile(r"(?<=[а-я])i|i(?=[а-я])")


def fold_letters(text: str) -> str:
    """Lower case with the letters in which Kazakh differs from Russian folded, of equal length.

    Much of the press types ``кылмыс`` for ``қылмыс``, and a Latin i for the Cyrillic one.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that lower makes two of, e.g. İ
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _BETWEEN_CYRILLIC.sub("и", lowered.translate(_PLAIN))


_LATIN = str.maketrans(
    dict(
        zip(
            "aäbvgğdejzkqlmnñoöprstuūüfhşyıiwxc",
            "аабвггдежзккл" + "мнноопрстуууфхшыииухц",
            strict=True,
        )
    )
)
_LATIN_PAIRS = (("ts", "ц"), ("iia", "ия"), ("ia", "я"), ("iu", "ю"))
_LATIN_KAZAKH = re.compile("[ğñşūıöüäĞÑŞŪÖÜÄ]")
"""Letters of the alphabet of 2021; Uzbek and Turkmen have few of them, Turkish no q beside them."""

_ARABIC = str.maketrans(
    dict(
        zip(
            "اابۆگعدەجزيكقلمنڭوپرستۋۇۈفحھچشىء",
            "аабвггдежзиккл" + "мннопрстуууфххчшы ",
            strict=True,
        )
    )
    | {"ٴ": "", "،": ","}
)
_ARABIC_WORD = re.compile(r"[\u0600-\u06ff]+")
_FRONT = re.compile("[ەكگٴ]")
"""What makes the vowels of an Arabic-letter word front ones, so that its ى is an і."""

_Y_AFTER_VOWEL = re.compile(r"(?<=[аеоуыи])и(?!я)")


def to_cyrillic(text: str) -> str:
    """Kazakh in Latin or Arabic letters as folded Cyrillic; any other text as it is."""
    if not _ARABIC_WORD.search(text) and not _LATIN_KAZAKH.search(text):
        return text  # most texts; the letters need not be counted
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in letters)
    if arabic * 2 > len(letters):
        return _ARABIC_WORD.sub(lambda word: _arabic_word(word.group()), text)
    if len(_LATIN_KAZAKH.findall(text)) * 20 > len(letters) and "q" in text.lower():
        lowered = text.replace("I", "ı").replace("İ", "i").lower()
        for pair, letter in _LATIN_PAIRS:
            lowered = lowered.replace(pair, letter)
        return _Y_AFTER_VOWEL.sub("й", lowered.translate(_LATIN))
    return text


def _arabic_word(word: str) -> str:
    if _FRONT.search(word):
        word = word.replace("ى", "ي")
    plain = word.translate(_ARABIC).replace("тс", "ц")
    return _Y_AFTER_VOWEL.sub("й", plain.replace("ииа", "ия").replace("иа", "я"))

"""Give the reading form of a text: every word in the letters that the vocabulary is written in.

Kazakh in Latin or Arabic letters is spelled in Cyrillic, Kazakh typed without its own letters gets
them back where only one word is meant, and a Latin letter that strayed into a Cyrillic word (or the
other way round) is mended. Offsets lead back to the text as printed, which is what spans quote. A
text that needs none of this stays the same object.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import airlock_pii

from sholu.evidence.look_alikes import mend_word
from sholu.evidence.model import DocumentText, Passage
from sholu.mentions.kazakh_lexicon import (
    KazakhLexicon,
    fold_loosely,
    fold_plain,
    kazakh_lexicon,
    telling_words,
)
from sholu.mentions.kazakh_scripts import from_arabic, from_latin
from sholu.mentions.name_runs import is_patronymic, is_plainly_surname
from sholu.vocabulary.model import Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`´][^\W\d_]+)*[ʼ‘`´]?")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+|\bt\.me/\S+|\b[\w-]+\.(?:kz|com|ru|org|net)\b\S*"
)
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_OWN_LETTERS = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_KYRGYZ_LETTERS = re.compile("[ңөүҢӨҮ]")
_FEW = 0.01
"""Share of a Kazakh text's letters below which its own are missing; it is .15 where they are
typed (counted over the Kazakh pages of the example corpus)."""
_TOLD = 0.08
"""Share of words that tell Kazakh, above which a passage of doubtful language is taken for it."""


@dataclass(frozen=True)
class Reading:
    """A text in its reading form.

    Attributes:
        text: what readers read.
        changes: stretches of other length, in order: start and end in ``text``, start and end in
            the original.
    """

    text: str
    changes: tuple[tuple[int, int, int, int], ...]

    def original(self, offset: int) -> int:
        """Where an offset of the reading form stands in the original."""
        place = bisect_right(self.changes, offset, key=lambda change: change[0]) - 1
        return offset if place < 0 else _moved(offset, *self.changes[place])

    def read(self, offset: int) -> int:
        """Where an offset of the original stands in the reading form."""
        place = bisect_right(self.changes, offset, key=lambda change: change[2]) - 1
        if place < 0:
            return offset
        start, end, first, last = self.changes[place]
        return _moved(offset, first, last, start, end)


def _moved(offset: int, start: int, end: int, to_start: int, to_end: int) -> int:
    """An offset at or after ``start`` moved; one inside goes as far as the other stretch does."""
    if offset >= end:
        return to_end + offset - end
    return to_start + min(offset - start, to_end - to_start)


Spell = Callable[[str], str]
"""A word as printed to its reading form."""


def respell_words(text: str, stretches: Sequence[tuple[int, int, Spell]]) -> Reading:
    """A text with the words of some stretches spelled anew; addresses stay.

    >>> reading = respell_words("Qarağandy, 2025", [(0, 9, from_latin)])
    >>> reading.text, reading.original(0), reading.original(9)
    ('қарағанды, 2025', 0, 9)
    """
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    done = length = 0
    for first, last, spell in stretches:
        kept = [match.span() for match in _ADDRESS.finditer(text, first, last)]
        for match in _WORD.finditer(text, first, last):
            start, end = match.span()
            word = match.group()
            if any(begin < end and start < stop for begin, stop in kept):
                continue
            spelled = spell(word)
            if spelled == word:
                continue
            pieces += (text[done:start], spelled)
            begin = length + start - done
            length, done = begin + len(spelled), end
            if len(spelled) != len(word):
                changes.append((begin, length, start, end))
    pieces.append(text[done:])
    return Reading("".join(pieces), tuple(changes))


def reading_form(text: DocumentText, vocabulary: Vocabulary) -> tuple[DocumentText, Reading | None]:
    """A document's text for reading, and the way back; None where nothing had to be changed."""
    doubtful = [p for p in text.passages if _may_need_it(text.text, p)]
    if not doubtful:
        return text, None
    lexicon = kazakh_lexicon(vocabulary)
    latin_document = _is_in_latin_kazakh(text, lexicon)
    spellings = [
        (p, spell, language)
        for p in doubtful
        for spell, language in [_spelling(text, p, lexicon, latin=latin_document)]
        if spell is not None
    ]
    if not spellings:
        return text, None
    stretches = [(p.start, p.end, spell) for p, spell, _ in spellings]
    reading = respell_words(text.text, sorted(stretches, key=lambda stretch: stretch[0]))
    languages = {p.start: language for p, _, language in spellings}
    return _shifted(text, reading, languages), reading


def _may_need_it(text: str, passage: Passage) -> bool:
    """A quick look, so that other texts cost nothing: which passages may need a reading form."""
    if passage.script in (None, "Cyrl"):
        words = text[passage.start : passage.end]
        if _MIXED.search(words) is not None:
            return True
        return passage.language in ("kk", "ky", None) and not _has_own_letters(words)
    return passage.language not in ("en", "ru")


def _has_own_letters(words: str) -> bool:
    return len(_OWN_LETTERS.findall(words)) > _FEW * len(words)


def _is_in_latin_kazakh(text: DocumentText, lexicon: KazakhLexicon) -> bool:
    """Whether most of a document is Kazakh in Latin letters: so are its short lines then."""
    told = sum(p.end - p.start for p in text.passages if _is_latin_kazakh(text.text, p, lexicon))
    return 2 * told > len(text.text)


def _is_latin_kazakh(text: str, passage: Passage, lexicon: KazakhLexicon) -> bool:
    if passage.script != "Latn" or passage.language == "en":
        return False
    if passage.language == "kk":
        return True
    printed = _WORD.findall(text[passage.start : passage.end])
    words = [from_latin(_INFORMAL.sub(_formal, word)) for word in printed]
    if _tells_kazakh([fold_loosely(word) for word in words], printed, fold_loosely):
        return True
    known = sum(1 for word in words if lexicon.respell(word, loosely=True) is not None)
    return _LATIN_LETTERS.search(" ".join(printed)) is not None and known >= _KNOWN * len(words)


_LATIN_LETTERS = re.compile("[ñńǵūýÑŃǴŪÝ]")
"""Letters of the Kazakh Latin alphabets that Azerbaijani, Turkish, Turkmen and Uzbek lack or use
little (Turkmen has ň and ý)."""
_KNOWN = 0.35
"""Share of known words above which such a passage is Kazakh; it is .5 to .7 in Kazakh sentences and
below .2 in Turkish and Turkmen ones (the examples of tests/mentions/test_scripts.py)."""


def _tells_kazakh(words: Sequence[str], printed: Sequence[str], fold: Callable[[str], str]) -> bool:
    """Whether words of Kazakh outnumber those of its neighbours, which are looked up as printed."""
    told, other = telling_words()
    ours = {fold(word) for word in told}
    found = sum(1 for word in words if word in ours)
    against = sum(1 for word in printed if word.lower() in other)
    # One word that looks Kazakh is in many a short sentence of another language ("3,500 tenge").
    return found > against and found >= max(2, _TOLD * len(words))


def _spelling(
    text: DocumentText, passage: Passage, lexicon: KazakhLexicon, *, latin: bool
) -> tuple[Spell | None, str | None]:
    """How to spell the words of a passage, and the language it is in then."""
    words = text.text[passage.start : passage.end]
    if passage.script == "Arab" and passage.language == "kk":
        return (lambda word: _spell_arabic(word, lexicon)), "kk"
    if passage.script == "Latn":
        if _is_latin_kazakh(text.text, passage, lexicon) or (latin and passage.language != "en"):
            return (lambda word: _spell_latin(word, lexicon)), "kk"
        return None, passage.language
    if _is_plainly_typed(words, passage.language):
        return (lambda word: _spell_plain(_mended(word), lexicon)), "kk"
    return (_mended if _MIXED.search(words) else None), passage.language


def _is_plainly_typed(words: str, language: str | None) -> bool:
    """Kazakh without its letters; the detector takes most of it for Kyrgyz."""
    if (
        _has_own_letters(words)
        or _KYRGYZ_LETTERS.search(words)
        or language not in ("kk", "ky", None)
    ):
        return False
    if language == "kk":
        return True
    printed = _WORD.findall(words)
    return _tells_kazakh([fold_plain(word.lower()) for word in printed], printed, fold_plain)


def _mended(word: str) -> str:
    return mend_word(word, "rus") if _MIXED.search(word) else word


def _abbreviation(word: str, lexicon: KazakhLexicon) -> str | None:
    return lexicon.abbreviations.get(fold_plain(word.lower())) if word.isupper() else None


def _spell_plain(word: str, lexicon: KazakhLexicon) -> str:
    abbreviation = _abbreviation(word, lexicon)
    if abbreviation is not None:
        return abbreviation
    spelled = lexicon.respell(word.lower(), loosely=False)
    return word if spelled is None else _in_case_of(word, spelled)


def _spell_latin(word: str, lexicon: KazakhLexicon) -> str:
    if not word[0].isascii() and not re.match(r"[À-ſ]", word):
        return word
    cyrillic = from_latin(_INFORMAL.sub(_formal, word))
    abbreviation = _abbreviation(cyrillic.upper(), lexicon) if word.isupper() else None
    if abbreviation is not None:
        return abbreviation
    spelled = lexicon.respell(cyrillic, loosely=True) or cyrillic
    return _in_case_of(word, spelled)


_INFORMAL = re.compile("zh|kh|gh|ya|yu|yo", re.IGNORECASE)
_FORMAL = {"zh": "j", "kh": "h", "gh": "ğ", "ya": "ia", "yu": "iu", "yo": "io"}


def _formal(pair: re.Match[str]) -> str:
    """What passports and telephones write with two letters, in the alphabet of 2021."""
    formal = _FORMAL[pair.group().lower()]
    return formal.upper() if pair.group()[0].isupper() else formal


def _spell_arabic(word: str, lexicon: KazakhLexicon) -> str:
    """Arabic letters have no capitals: known names get one, and what must be a surname."""
    cyrillic = from_arabic(word)
    spelled = lexicon.respell(cyrillic, loosely=True)
    if spelled is not None:
        return spelled
    return cyrillic.capitalize() if _is_name(cyrillic) else cyrillic


def _is_name(word: str) -> bool:
    if is_plainly_surname(word) or is_patronymic(word):
        return True
    return bool(airlock_pii.detect(word.capitalize(), types=[airlock_pii.EntityType.PERSON]))


def _in_case_of(printed: str, spelled: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return spelled.upper()
    return spelled.capitalize() if printed[0].isupper() else spelled.lower()


def _shifted(
    text: DocumentText, reading: Reading, languages: dict[int, str | None]
) -> DocumentText:
    """A document's text in its reading form, with its parts where they stand there."""
    passages = tuple(
        replace(p, language=languages[p.start], script="Cyrl") if p.start in languages else p
        for p in text.passages
    )
    kazakh = sum(1 for language in languages.values() if language == "kk")
    moved = reading.read
    return replace(
        text,
        text=reading.text,
        language="kk" if 2 * kazakh > len(passages) else text.language,
        passages=tuple(replace(p, start=moved(p.start), end=moved(p.end)) for p in passages),
        cells=tuple(replace(c, start=moved(c.start), end=moved(c.end)) for c in text.cells),
        links=tuple(replace(k, start=moved(k.start), end=moved(k.end)) for k in text.links),
    )

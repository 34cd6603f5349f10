"""Give the reading form of a text: every word in the letters that the vocabulary is written in.

Kazakh in Latin or Arabic letters is spelled in Cyrillic, Kazakh typed without its own letters gets
them back where only one word is meant, and a Latin letter that strayed into a Cyrillic word (or the
other way round) is mended. Offsets lead back to the text as printed, which is what spans quote. A
text that needs none of this stays the same object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import airlock_pii

from sholu.evidence.look_alikes import mend_word
from sholu.evidence.model import DocumentText, Passage
from sholu.mentions.kazakh_letters import fold_loosely, fold_plain, from_arabic, from_latin
from sholu.mentions.kazakh_lexicon import KazakhLexicon, kazakh_lexicon, telling_words
from sholu.mentions.known_words import is_listed_name, is_ordinary_word
from sholu.mentions.model import PRINTED_WORD, ReadingForm
from sholu.mentions.name_runs import is_patronymic, is_plainly_surname
from sholu.vocabulary.model import Vocabulary

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+|\bt\.me/\S+|\b[\w-]+\.(?:kz|com|ru|org|net)\b\S*"
)
_MIXED = re.compile(r"[A-Za-zəƏɵƟ][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zəƏɵƟ]")
_OWN_LETTERS = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_KYRGYZ_LETTERS = re.compile("[ңөүҢӨҮ]")
_FEW = 0.01
"""Share of a Kazakh text's letters below which its own are missing; it is .15 where they are
typed (counted over the Kazakh pages of the example corpus)."""
_TOLD = 0.08
"""Share of words that tell Kazakh, above which a passage of doubtful language is taken for it."""


Spell = Callable[[str], str]
"""A word as printed to its reading form."""


def reading_form(text: DocumentText, vocabulary: Vocabulary) -> ReadingForm | None:
    """A document's text for reading, with the way back; None where nothing had to be changed."""
    doubtful = [p for p in text.passages if _may_need_it(text.text, p)]
    if not doubtful:
        return None
    lexicon = kazakh_lexicon(vocabulary)
    of_whole = _OfWhole(_is_in_latin_kazakh(text, lexicon), _is_plainly_typed(text))
    spellings = [
        (p, spell, language)
        for p in doubtful
        for spell, language in [_spelling(text, p, lexicon, of_whole)]
        if spell is not None
    ]
    if not spellings:
        return None
    stretches = [(p.start, p.end, spell) for p, spell, _ in spellings]
    form = respell_words(text, sorted(stretches, key=lambda stretch: stretch[0]))
    return _with_parts(text, form, {p.start: language for p, _, language in spellings})


def respell_words(text: DocumentText, stretches: Sequence[tuple[int, int, Spell]]) -> ReadingForm:
    """A text with the words of some stretches (in order) spelled anew; addresses stay.

    The words of a title that does not stand in the text are spelled as those of the first stretch.
    """
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    spelled: dict[str, str] = {}
    done = length = 0
    for match, spell in _words_of(text.text, stretches):
        start, end = match.span()
        word = spelled[match[0]] = spell(match[0])
        if word == match[0]:
            continue
        pieces += (text.text[done:start], word)
        begin = length + start - done
        length, done = begin + len(word), end
        if len(word) != len(match[0]):
            changes.append((begin, length, start, end))
    pieces.append(text.text[done:])
    for word in PRINTED_WORD.findall(text.title or ""):
        spelled.setdefault(word, stretches[0][2](word))
    return ReadingForm(replace(text, text="".join(pieces)), tuple(changes), spelled)


def _words_of(
    text: str, stretches: Sequence[tuple[int, int, Spell]]
) -> Iterator[tuple[re.Match[str], Spell]]:
    """The words of some stretches that stand in no address, each with how to spell it."""
    for first, last, spell in stretches:
        kept = [match.span() for match in _ADDRESS.finditer(text, first, last)]
        for match in PRINTED_WORD.finditer(text, first, last):
            if not any(start < match.end() and match.start() < end for start, end in kept):
                yield match, spell


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


@dataclass(frozen=True)
class _OfWhole:
    """What holds for a document as a whole, and so for its short lines: which letters it is in."""

    latin: bool
    plainly_typed: bool


def _is_in_latin_kazakh(text: DocumentText, lexicon: KazakhLexicon) -> bool:
    """Whether most of a document is Kazakh in Latin letters: so are its short lines then."""
    told = sum(p.end - p.start for p in text.passages if _is_latin_kazakh(text.text, p, lexicon))
    return 2 * told > len(text.text)


def _is_latin_kazakh(text: str, passage: Passage, lexicon: KazakhLexicon) -> bool:
    if passage.script != "Latn" or passage.language == "en":
        return False
    if passage.language == "kk":
        return True
    printed = PRINTED_WORD.findall(text[passage.start : passage.end])
    words = [from_latin(word) for word in printed]
    folded = [fold_loosely(word) for word in words]
    if _tells_kazakh(folded, printed, fold_loosely):
        return True
    known = sum(1 for word in words if lexicon.respell(word, loosely=True) is not None)
    if known < _KNOWN * len(words):
        return False
    has_letters = _LATIN_LETTERS.search(" ".join(printed)) is not None
    return has_letters or _count_telling(folded, fold_loosely) > 1


_LATIN_LETTERS = re.compile("[ñńǵūýÑŃǴŪÝ]")
"""Letters of the Kazakh Latin alphabets that Azerbaijani, Turkish, Turkmen and Uzbek lack or use
little (Turkmen has ň and ý)."""
_KNOWN = 0.35
"""Share of known words above which such a passage is Kazakh; it is .5 to .7 in Kazakh sentences and
below .2 in Turkish and Turkmen ones (the examples of tests/mentions/test_scripts.py)."""


def _count_telling(words: Sequence[str], fold: Callable[[str], str]) -> int:
    """How many folded words are ones that tell Kazakh."""
    told, stems, _ = telling_words()
    ours, begun = {fold(word) for word in told}, tuple(fold(stem) for stem in stems)
    return sum(1 for word in words if word in ours or word.startswith(begun))


def _tells_kazakh(words: Sequence[str], printed: Sequence[str], fold: Callable[[str], str]) -> bool:
    """Whether words of Kazakh outnumber those of its neighbours, which are looked up as printed."""
    found = _count_telling(words, fold)
    against = sum(1 for word in printed if word.lower() in telling_words()[2])
    # One word that looks Kazakh is in many a short sentence of another language ("3,500 tenge").
    return found > against and found >= max(2, _TOLD * len(words))


def _spelling(
    text: DocumentText, passage: Passage, lexicon: KazakhLexicon, of_whole: _OfWhole
) -> tuple[Spell | None, str | None]:
    """How to spell the words of a passage, and the language it is in then."""
    words = text.text[passage.start : passage.end]
    if passage.script == "Arab" and passage.language == "kk":
        return (lambda word: _spell_arabic(word, lexicon)), "kk"
    if passage.script == "Latn":
        if _is_latin_kazakh(text.text, passage, lexicon) or (
            of_whole.latin and passage.language != "en"
        ):
            return (lambda word: _spell_latin(word, lexicon)), "kk"
        return None, passage.language
    plain = _may_be_plainly_typed(words, passage.language)
    if plain and (of_whole.plainly_typed or passage.language == "kk"):
        return (lambda word: _spell_plain(_mended(word), lexicon)), "kk"
    mend: Spell = _mended
    if passage.language == "kk":
        mend = partial(_mended_kazakh, lexicon=lexicon)
    return (mend if _MIXED.search(words) else None), passage.language


def _is_plainly_typed(text: DocumentText) -> bool:
    """Kazakh without its letters; the detector takes most of it for Kyrgyz."""
    typed = (text.text[p.start : p.end] for p in text.passages if p.script in (None, "Cyrl")
             and _may_be_plainly_typed(text.text[p.start : p.end], p.language))  # fmt: skip
    printed = PRINTED_WORD.findall(" ".join(typed))
    return _tells_kazakh([fold_plain(word.lower()) for word in printed], printed, fold_plain)


def _may_be_plainly_typed(words: str, language: str | None) -> bool:
    own = _has_own_letters(words) or _KYRGYZ_LETTERS.search(words) is not None
    return not own and language in ("kk", "ky", None)


def _mended(word: str) -> str:
    return mend_word(word, "rus") if _MIXED.search(word) else word


def _abbreviation(word: str, lexicon: KazakhLexicon) -> str | None:
    return lexicon.abbreviations.get(fold_plain(word.lower())) if word.isupper() else None


def _mended_kazakh(word: str, lexicon: KazakhLexicon) -> str:
    """A mended word; a Latin y or o may stand for ұ, ү or ө where a known word has one."""
    mended = _mended(word)
    if mended == word or not re.search("[yo]", word, re.IGNORECASE):
        return mended
    spelled = lexicon.respell(mended.lower(), loosely=False)
    if spelled is None or _loses_letters(mended.lower(), spelled.lower()):
        return mended
    return _in_case_of(word, spelled)


def _spell_plain(word: str, lexicon: KazakhLexicon) -> str:
    abbreviation = _abbreviation(word, lexicon)
    if abbreviation is not None:
        return abbreviation
    spelled = lexicon.respell(word.lower(), loosely=False)
    return word if spelled is None else _in_case_of(word, spelled)


def _spell_latin(word: str, lexicon: KazakhLexicon) -> str:
    if not word[0].isascii() and not re.match(r"[À-ſ]", word):
        return word
    cyrillic = from_latin(word)
    abbreviation = _abbreviation(cyrillic.upper(), lexicon) if word.isupper() else None
    if abbreviation is not None:
        return abbreviation
    spelled = lexicon.respell(cyrillic, loosely=True)
    if spelled is None or _loses_letters(cyrillic, spelled.lower()):
        spelled = cyrillic
    return _in_case_of(word, spelled)


def _loses_letters(printed: str, spelled: str) -> bool:
    """Whether a word has lost letters that its writer took care to print: oqyldy is no өкілді."""
    return any(printed.count(letter) > spelled.count(letter) for letter in "қғңәөүұ")


def _spell_arabic(word: str, lexicon: KazakhLexicon) -> str:
    """Arabic letters have no capitals: known names get one, and what must be a surname."""
    cyrillic = from_arabic(word)
    if _CHINESE_SURNAME.fullmatch(cyrillic):
        return cyrillic.capitalize()
    spelled = lexicon.respell(cyrillic, loosely=True)
    if spelled is not None:
        return spelled.lower() if is_ordinary_word(cyrillic) else spelled
    return cyrillic.capitalize() if _is_name(cyrillic) else cyrillic


_VERBAL = re.compile(r".{3,}(?:т[ыі]н|[ғқ]ан|[гк]ен|[дт][ыі]|[ыі]п|мақ|мек)")
"""Endings of Kazakh verbs, and of few names."""
_CHINESE_SURNAME = re.compile(
    r"(?:жаң|ли|лю|лиу|ваң|хуаң|чы?ын|лин|луо|сұң|фаң|дың|цай|цау|сюй|пың|яң|гау|жоу|жау)"
    r"(?:д[ыі]ң|т[ыі]ң|н[ыі]ң|д[ыі]|т[ыі]|н[ыі]|ға|ге|қа|ке|дан|ден|нан|нен|мен|пен)?"
)
"""Frequent Chinese surnames as Kazakh of China spells them, those that are no Kazakh words."""


def _is_name(word: str) -> bool:
    if (is_ordinary_word(word) or _VERBAL.fullmatch(word)) and not is_patronymic(word):
        return False
    if is_plainly_surname(word) or is_patronymic(word) or is_listed_name(word):
        return True
    return bool(airlock_pii.detect(word.capitalize(), types=[airlock_pii.EntityType.PERSON]))


def _in_case_of(printed: str, spelled: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return spelled.upper()
    return spelled.capitalize() if printed[0].isupper() else spelled.lower()


def _with_parts(
    text: DocumentText, form: ReadingForm, languages: dict[int, str | None]
) -> ReadingForm:
    """A reading form with the text's parts where they stand in it."""
    passages = tuple(
        replace(p, language=languages[p.start], script="Cyrl") if p.start in languages else p
        for p in text.passages
    )
    kazakh = sum(1 for language in languages.values() if language == "kk")
    read = form.read
    document = replace(
        form.document,
        language="kk" if 2 * kazakh > len(passages) else text.language,
        passages=tuple(replace(p, start=read(p.start), end=read(p.end)) for p in passages),
        cells=tuple(replace(c, start=read(c.start), end=read(c.end)) for c in text.cells),
        links=tuple(replace(k, start=read(k.start), end=read(k.end)) for k in text.links),
    )
    return replace(form, document=document)

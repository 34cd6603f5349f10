"""Cut a document's passages into sentences with their words and language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sholu.evidence.model import DocumentText, Passage
from sholu.mentions.words import Word, split_words

_SKIPPED_KINDS = frozenset({"furniture"})
_RUNNING_TEXT = frozenset({"paragraph", "list_item"})
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]*_⁰¹²³⁴⁵⁶⁷⁸⁹")
_OPENING = frozenset("\"'“‘«„([*_-–—")

LONGER_INITIALS = frozenset(
    ("Дж", "Sh", "Zh", "Kh", "Ch", "Ye", "Yu", "Ya", "Ts", "Dzh", "Dj", "Yo")
)
"""One Cyrillic letter, or one sound, in two."""

# Words before a full stop that ends no sentence. Titles and units from the styles of the three
# languages' press; a single letter is an initial and needs no entry.
_ABBREVIATIONS = frozenset(
    [
        "no",
        "nos",
        "lt",
        "col",
        "maj",
        "gen",
        "capt",
        "sgt",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "art",
        "arts",
        "para",
        "p",
        "pp",
        "vol",
        "fig",
        "eg",
        "ie",
        "cf",
        "al",
        "inc",
        "vs",
        "approx",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "г",
        "гг",
        "ст",
        "стст",
        "ч",
        "пп",
        "п",
        "т",
        "тт",
        "тыс",
        "млн",
        "млрд",
        "трлн",
        "см",
        "им",
        "ул",
        "пр",
        "просп",
        "стр",
        "с",
        "д",
        "кв",
        "корп",
        "обл",
        "р",
        "район",
        "рн",
        "пос",
        "др",
        "пр",
        "напр",
        "руб",
        "коп",
        "мес",
        "чел",
        "экз",
        "шт",
        "рис",
        "табл",
        "гр",
        "ген",
        "полк",
        "подполк",
        "майор",
        "кап",
        "лейт",
        "тел",
        "ж",
        "жж",
        "б",
        "бб",
        "т",
        "мың",
        "қ",
        "көш",
        "даң",
        "обл",
        "м",
    ]
)


@dataclass(frozen=True)
class Sentence:
    """A sentence, a heading or a table's cell.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        language: ``en``, ``ru`` or ``kk``; None if its number words and endings aren't known here.
        kind: of its passage.
        paragraph: number of its paragraph; the same over a page break in mid-sentence.
        words: in order.
    """

    start: int
    end: int
    language: str | None
    kind: str
    paragraph: int
    words: tuple[Word, ...]

    @cached_property
    def folded(self) -> str:
        """Its words folded, one space between and at both ends, for looking phrases up."""
        return f" {' '.join(word.folded for word in self.words)} "


def read_sentences(text: DocumentText) -> tuple[Sentence, ...]:
    """All sentences outside furniture, in order of their paragraphs; those of a cell by themselves.

    A paragraph that stops in mid-sentence and goes on in lower case after a page break is one
    paragraph; its broken sentence is one sentence. Those of the last text are kept: mentions,
    events and claims of a document ask for them one after another.
    """
    global _last
    if _last is None or _last[0] is not text:
        _last = text, _cut_text(text)
    return _last[1]


_last: tuple[DocumentText, tuple[Sentence, ...]] | None = None


def _cut_text(text: DocumentText) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    number = 0
    for passages in _join_broken(text):
        for stretches in _cells_in(text, passages[0]) or [[(p.start, p.end) for p in passages]]:
            words = [w for start, end in stretches for w in split_words(text.text, start, end)]
            language = read_language(text, passages[0], words)
            sentences += _cut(words, language, passages[0].kind, number)
            number += 1
    return tuple(sorted(sentences, key=lambda sentence: sentence.start))


def _cells_in(text: DocumentText, passage: Passage) -> list[list[tuple[int, int]]]:
    """The stretches of each cell that begins in a passage of kind ``table``; torn ones together."""
    if passage.kind != "table":
        return []
    cells: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    first = bisect_left(text.cells, passage.start, key=lambda cell: cell.start)
    for cell in text.cells[first:]:
        if cell.start >= passage.end:
            break
        if cell.start < cell.end:
            cells.setdefault((cell.table, cell.row, cell.column), []).append((cell.start, cell.end))
    return list(cells.values())


def _join_broken(text: DocumentText) -> list[list[Passage]]:
    """Passages in groups: those of one broken paragraph together."""
    groups: list[list[Passage]] = []
    for passage in text.passages:
        if passage.kind in _SKIPPED_KINDS:
            continue
        if groups and _continues(text.text, groups[-1][-1], passage):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return groups


def _continues(text: str, before: Passage, after: Passage) -> bool:
    if before.kind not in _RUNNING_TEXT or after.kind != "paragraph":
        return False
    head = text[before.start : before.end].rstrip()
    tail = text[after.start : after.end].lstrip()
    return bool(head and tail) and head[-1] not in ".!?…:;" and tail[0].islower()


def read_language(text: DocumentText, passage: Passage, words: Iterable[Word]) -> str | None:
    """The language whose words and endings to use for a passage.

    The passage's own; else, if its letters are of the same script, the document's; else by
    script: Kazakh letters mean Kazakh, other Cyrillic Russian, Latin English. None for the
    languages that are told apart but not read (ky, uz, tg, az).
    """
    language = passage.language or _language_by_letters(text.language, words)
    return language if language in ("en", "ru", "kk") else None


_KAZAKH_LETTERS = frozenset("әіңғүұқөһ")


def _language_by_letters(document_language: str | None, words: Iterable[Word]) -> str | None:
    letters = {letter for word in words if word.kind == "word" for letter in word.folded}
    if not letters:
        return document_language
    if letters & _KAZAKH_LETTERS:
        return "kk"
    cyrillic = any("а" <= letter <= "я" for letter in letters)
    if document_language is not None and cyrillic == (
        document_language in ("ru", "kk", "ky", "tg")
    ):
        return document_language
    return "ru" if cyrillic else "en"


LONGEST_SENTENCE = 300
"""Words; a longer one is cut. Only lists without full stops and damaged texts have longer ones, and
what a number counts stands nearer."""


def _cut(words: list[Word], language: str | None, kind: str, paragraph: int) -> list[Sentence]:
    sentences = []
    first = 0
    for index in range(len(words)):
        too_long = index + 1 - first == LONGEST_SENTENCE
        if index + 1 == len(words) or too_long or _ends_after(words, index, first):
            part = tuple(words[first : index + 1])
            first = index + 1
            spoken = "ru" if language == "kk" and _is_russian(part) else language
            sentences.append(Sentence(part[0].start, part[-1].end, spoken, kind, paragraph, part))
    return sentences


_RUSSIAN_WORDS = frozenset(
    ("в", "во", "на", "из", "и", "не", "у", "с", "со", "по", "их", "его", "ее", "что", "за", "от",
     "до", "при", "для", "о", "об", "был", "была", "были", "это", "оба", "он", "она", "они", "под")
)  # fmt: skip


def _is_russian(words: Iterable[Word]) -> bool:
    """Whether a sentence of a Kazakh passage is Russian: none of its letters, a Russian word."""
    spelled = [word.folded for word in words if word.kind == "word"]
    if not any(word in _RUSSIAN_WORDS and word != "он" for word in spelled):
        return False
    return len(spelled) > 2 and not any(_KAZAKH_LETTERS & set(word) for word in spelled)


def _ends_after(words: list[Word], index: int, first: int) -> bool:
    """Whether the sentence begun at ``first`` ends with the word at ``index``."""
    word, following = words[index], words[index + 1]
    stop = index
    while stop > first and words[stop].text in _CLOSING:
        stop -= 1
    if words[stop].text not in _ENDS or following.text in _CLOSING | _ENDS:
        return False
    if word.end == following.start or not _may_begin(words, index + 1):
        return False
    return words[stop].text != "." or stop == first or not _is_abbreviated(words, stop - 1, first)


def _may_begin(words: list[Word], index: int) -> bool:
    """Whether a sentence may begin here: a capital, a digit, a quotation mark or a dash."""
    word = words[index]
    if word.kind == "word":
        return word.text[0].isupper()
    return word.kind in ("number", "dotted") or word.text in _OPENING


_MEASURES = frozenset(
    (
        "г",
        "гр",
        "кг",
        "т",
        "л",
        "м",
        "га",
        "р",
        "руб",
        "чел",
        "шт",
        "мес",
        "экз",
        "тыс",
        "млн",
        "млрд",
    )
)
_NAMED_YEAR = 1900
"""From here on a whole number before ``г.`` is a year, and the sentence may go on."""


def _closes_measure(words: list[Word], index: int) -> bool:
    """``вес 640 г. Экспертиза …``: an abbreviated measure at the end of a sentence."""
    if index + 2 >= len(words) or words[index].text not in _MEASURES or not index:
        return False
    number, following = words[index - 1], words[index + 2]
    if number.kind != "number" and words[index - 1].folded not in ("тыс", "млн", "млрд"):
        return False
    whole = number.text if number.text.isdecimal() else "0"
    if (
        words[index].text == "г"
        and len(whole) == len(str(_NAMED_YEAR))
        and int(whole) >= _NAMED_YEAR
    ):
        return False
    capital = following.kind == "word" and following.text[0].isupper()
    return capital and not following.text.isupper()


def _is_abbreviated(words: list[Word], index: int, first: int) -> bool:
    word = words[index]
    if _closes_measure(words, index):
        return False
    if word.kind == "word":
        return len(word.text) == 1 or word.folded in _ABBREVIATIONS or word.text in LONGER_INITIALS
    # "1." at the beginning of a paragraph numbers it.
    return word.kind == "number" and index == first and len(word.text) <= 2

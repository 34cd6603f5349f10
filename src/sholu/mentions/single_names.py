"""Say whether a single capitalised word is a person's name, by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.known_words import is_given_name, is_listed_surname, is_ordinary_word
from sholu.mentions.lone_names import is_lone_name
from sholu.mentions.name_runs import Run, has_name_shape, is_plainly_surname, looks_like_surname
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.place_words import is_of_place
from sholu.mentions.sentences import Sentence
from sholu.mentions.unknown_names import PLACE_FOLLOWS, is_locative, is_unknown_name
from sholu.mentions.words import Word

AGED_BEFORE = re.compile(
    r"\d{1,2}\s?[-–‑]?\s?(?:летн\w+|year[-\s]old|years?\sold|жастағы|жасар|жаста[гғ]ы)\s+(?:\w+\s+){0,1}$",
    re.IGNORECASE,
)
AGED_AFTER = re.compile(
    r"\s?[,(]\s?(?:aged?\s|в\sвозрасте\s)?\d{1,2}(?:\s?(?:years|года?|лет|жаста|жас)\w*)?\s?[,).;]",
    re.IGNORECASE,
)
_NICKNAMED_AFTER = re.compile(
    r"\s?,?\s?(?:по\s(?:прозвищу|кличке)|nicknamed|alias|also\sknown|он\sже|она\sже|есімді|атты\s|деген|лақап|ж\.т\.|г\.\s?р\.|\d{4}\s(?:г\.\s?р|года\sрожд))",
    re.IGNORECASE,
)
_STREET_NUMBER = re.compile(r"\s?,?\s?(?:№\s?)?\d")


def is_single_name(run: Run, words: Sequence[Word], text: str, sentence: Sentence) -> bool:
    """One word: after an age, a naming word, a word for a suspect; before an age or a nickname."""
    word = run.names[0]
    if _is_home_town(words, run.first) or _is_street_with_house(words, run, text):
        return False
    if _is_aged_or_called(run, words, text, sentence):
        return True
    if _is_explained(words, run.stop) and _may_be_name(run, word):
        return True
    before = words[run.first - 1] if run.first else None
    if before is not None and before.folded == "the" and not is_plainly_surname(word.folded):
        return False  # the Vory, the Altai, the Taliban
    if has_name_shape(word.folded) and not is_locative(word.folded):
        return before is None or before.folded not in PLACE_FOLLOWS
    near = words_before(words, run.first, 3)
    announced = bool(near) and _announces(near, word, text)
    return announced or is_unknown_name(run, sentence) or is_lone_name(run, sentence)


def _is_aged_or_called(run: Run, words: Sequence[Word], text: str, sentence: Sentence) -> bool:
    """``41-летний Марат``, ``Marat, 41``, ``Марат деген``"""
    word = run.names[0]
    if AGED_BEFORE.search(text[max(sentence.start, word.start - 40) : word.start]):
        return True
    after = text[word.end : word.end + 40]
    if AGED_AFTER.match(after) and (run.first > 0 or not _STREET_NUMBER.fullmatch(after)):
        return True
    return _NICKNAMED_AFTER.match(after) is not None and not _is_word_called(run, words)


def _is_home_town(words: Sequence[Word], first: int) -> bool:
    """``a resident of Rudaki, 33``"""
    return (
        first > 1
        and words[first - 1].folded == "of"
        and Cue.RESIDENCE in cues_of(words[first - 2].folded)
    )


def _is_street_with_house(words: Sequence[Word], run: Run, text: str) -> bool:
    """``в аптеке на Каирбекова, 344``"""
    on_street = run.first and words[run.first - 1].folded in ("на", "по", "on")
    return bool(on_street) and _STREET_NUMBER.match(text, run.names[0].end) is not None


def _is_word_called(run: Run, words: Sequence[Word]) -> bool:
    """``Ұят деген бар``: a word at the beginning of a sentence, and no person after it."""
    word = run.names[0]
    before = words[run.first - 1] if run.first else None
    inside = before is not None and before.text not in ("«", '"', "“", "–", "—")
    if inside or is_given_name(word.text) or not is_ordinary_word(word.folded):
        return False
    after = words[run.stop : run.stop + 3]
    return not any(cues_of(w.folded) & (Cue.PEOPLE | Cue.PRIVATE) for w in after)


def is_person_called_as_place(
    run: Run, words: Sequence[Word], text: str, sentence: Sentence
) -> bool:
    """``куәгер Жәнібек``, ``Айдарлы есімді``: a given name that a village has, too."""
    word = run.names[0]
    if is_of_place(words, run.first, run.stop):
        return False
    near = words_before(words, run.first, 1)
    cues = cues_of(near[0].folded) if near else Cue(0)
    # In Kazakh a place stands before the title: аудан әкімі Соколов is no mayor of Sokolov.
    titled = sentence.language == "kk" and bool(cues & Cue.TITLE)
    if is_plainly_surname(word.folded) and (titled or AGED_AFTER.match(text, word.end)):
        return True
    if not (is_given_name(word.text) or Cue.ALSO_WORD in cues_of(word.folded)):
        return False
    before = text[max(sentence.start, word.start - 40) : word.start]
    if AGED_BEFORE.search(before) or _NICKNAMED_AFTER.match(text, word.end):
        return True
    if _is_explained(words, run.stop):
        return True
    return bool(cues & (Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING)) and not cues & Cue.RESIDENCE


_ARTICLES = frozenset((
    "a", "an", "the", "his", "her", "their", "whose", "его", "ее", "их", "мой", "моя", "наш",
))  # fmt: skip


def _may_be_name(run: Run, word: Word) -> bool:
    """Where a sentence begins only what is known as a name: ``Бывает, мать …``."""
    if is_given_name(word.text) or is_listed_surname(word.text) or is_plainly_surname(word.folded):
        return run.first > 0 or not is_ordinary_word(word.folded)
    return run.first > 0 and not is_ordinary_word(word.folded)


def _is_explained(words: Sequence[Word], stop: int) -> bool:
    """``Ulan, a nephew of …``, ``Орал, брат осуждённого``: who somebody is, behind a comma."""
    if stop + 2 >= len(words) or words[stop].text != ",":
        return False
    article = words[stop + 1].folded in _ARTICLES
    who = cues_of(words[stop + (2 if article else 1)].folded)
    return bool(who & (Cue.PRIVATE | Cue.PEOPLE)) and not who & Cue.RESIDENCE


def _announces(before: Sequence[Word], word: Word, text: str) -> bool:
    """Whether the words before a single name say that a person is named."""
    last = before[-1]
    cues = cues_of(last.folded)
    surname = looks_like_surname(word.folded) or Cue.GIVEN in cues_of(word.folded)
    if last.folded in ("as", "как") and any(w.folded in _KNOWN for w in before):
        return True
    if _is_surname_inside(last, word):
        return True
    if Cue.NAMING in cues and not (last.folded == "имени" and not _by_name(before)):
        return True
    if cues & (Cue.PRIVATE | Cue.PEOPLE) and not cues & Cue.RESIDENCE:
        return last.folded not in ("detained", "arrested", "accused") or surname
    if cues & (Cue.ACCUSED | Cue.ACT | Cue.RESIDENCE):
        return surname and is_plainly_surname(word.folded)
    return (
        bool(Cue.SPEAKING in cues and text[word.end : word.end + 1] == ",") and not cues & Cue.ACT
    )


_KNOWN = frozenset(("known", "известный", "известная", "известного"))
_WHERE = frozenset((
    "in", "to", "from", "of", "near", "at", "for", "on", "via", "в", "во", "на", "из", "под", "до",
    "с", "к", "около", "близ",
))  # fmt: skip


def _is_surname_inside(before: Word, word: Word) -> bool:
    """A plain surname within a sentence, not after a word that places follow."""
    return (
        before.text[-1:].islower()
        and before.folded not in _WHERE
        and is_plainly_surname(word.folded)
    )


def _by_name(before: Sequence[Word]) -> bool:
    """``по имени Бекзат`` is a person, ``школа имени Абая`` a school."""
    return len(before) > 1 and before[-2].folded == "по"


def words_before(words: Sequence[Word], first: int, reach: int) -> list[Word]:
    """The words before a name, back to a semicolon or a full stop."""
    found: list[Word] = []
    for word in reversed(words[max(0, first - reach) : first]):
        if word.text in ";!?":
            break
        found.insert(0, word)
    return found

"""Capitalised words that no list of surnames' endings knows: given names, and names by default.

Russian and Kazakh write only names with a capital inside a sentence; in English a word that no
dictionary has is one where the words beside it speak of people. Such a word is a person's name
until a place, an agency, a thing or a word of place beside it says otherwise: a mask too many is
mended by a reader, a name too many is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.kazakh_directions import says_direction
from sholu.mentions.known_words import (
    is_english_word,
    is_given_name,
    is_listed_name,
    is_ordinary_word,
)
from sholu.mentions.name_runs import Run, is_plainly_surname, looks_like_surname
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.place_words import has_place_shape, is_toponymic, names_place_before
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

PLACE_FOLLOWS = frozenset((
    "in", "near", "at", "via", "into", "towards", "outside", "around", "в", "во", "на", "из", "под",
    "до", "около", "близ", "через", "возле", "между", "вблизи",
))  # fmt: skip
"""Prepositions of place, after which a single name is a place's."""
_PLACE_OR_PERSON = PLACE_FOLLOWS | {"to", "from", "of", "for", "on", "с", "со", "к", "ко", "по"}

_ADJECTIVE = re.compile(
    r".{2,}(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)|.{3,}(?:ый|ая|ое|ые|ого|ому|ным|ных|ную)|"
    r".{3,}(?:ндағы|ндегі|дағы|дегі|тағы|тегі|лық|лік|дық|дік|тық|тік)"
)
_LOCATIVE = re.compile(r".{3,}(?:[дт][ае]|нд[ае])(?:ғы|гі)?")
_KAZAKH_PLACE_CASE = re.compile(r".{3,}(?:[дт][ае]|нд[ае]|[дтн][ае]н)")
_HONORIFIC = re.compile(
    r"(?:молда|мулла|кари|қари|molda|mullah|qari|аке|бобо|ханум|хоним|эке|аба|эне|жеңге|тәте|уста|устоз|домла|мырза|ханым|көке|"
    r"bobo|khanum|khonim|hanim|ake|baba|eje|eke|ага|ака|ата|апа|опа|хаджи|ходжи|байке|эже|қажы|ақсақал|әже|аға|ағай|апай|көке|"
    r"aga|aka|ata|apa|opa|haji|hajji|baike|qazhy)(?:й|н\w+|[ғгдт]\w+|м[ае]н)?"
)
_AND = frozenset((",", "and", "or", "и", "или", "мен", "пен", "бен", "және"))
_SPEAKS_OF_PEOPLE = (
    Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING | Cue.NAMED | Cue.ACCUSED | Cue.ACT | Cue.SPEAKING
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORTEST = 3


def is_locative(folded: str) -> bool:
    """Whether a Kazakh word stands where something is: ``емтиханда`` is at the examination."""
    return _LOCATIVE.fullmatch(folded) is not None


def speaks_of_people(words: Sequence[Word]) -> bool:
    """Whether a word of a sentence is about persons: a suspect, a relative, what one does."""
    return any(cues_of(word.folded) & _SPEAKS_OF_PEOPLE for word in words)


def is_unknown_name(run: Run, sentence: Sentence) -> bool:
    """Whether a single capitalised word is a person's name, by the lists or by default."""
    word = run.names[0]
    words = sentence.words
    before = _inside(words, run.first)
    if has_honorific(words, run.stop):
        return True
    if _is_listed_with_places(words, run):
        return False
    if len(word.text) < _SHORTEST:  # Ли, Ан
        known = Cue.GIVEN in cues_of(word.folded) and sentence.language == "ru"
        return known and before is not None and before.folded not in PLACE_FOLLOWS
    if is_given_name(word.text) and is_named_so(word):
        return _is_lone_given(word, before)
    return before is not None and _is_name_by_default(run, before, sentence)


def _is_name_by_default(run: Run, before: Word, sentence: Sentence) -> bool:
    """A capital inside a sentence, after nothing that a place follows."""
    word, words = run.names[0], sentence.words
    in_place = before.folded in _PLACE_OR_PERSON and not is_together_with(before, word)
    if in_place or _after_place_preposition(words, run) or not is_no_word(word, sentence.language):
        return False
    if is_ordinary_word(word.folded) or is_toponymic(words, run.first, run.stop):
        return False
    if sentence.language == "kk" and says_direction(words, run.stop - 1):
        return False
    # English writes much with a capital, so that the word for a person must stand beside.
    near = words[max(0, run.first - 3) : run.stop + 2]
    return not word.folded.isascii() or speaks_of_people(near)


_INSTRUMENTAL = re.compile(r".{3,}(?:ом|ем|ым|ой|ей|ою)")


def is_together_with(before: Word, word: Word) -> bool:
    """``вместе с Кожабергеном``: with a person; what comes from a place stands in the genitive."""
    return before.folded in ("с", "со") and _INSTRUMENTAL.fullmatch(word.folded) is not None


def is_named_so(word: Word) -> bool:
    """Whether a given name is no word besides, or a name rather than that word."""
    cues = cues_of(word.folded)
    return not cues & NO_PART or Cue.GIVEN in cues


def has_honorific(words: Sequence[Word], stop: int) -> bool:
    """``Ораз-ага``, ``Сайдулла қажы``, ``Дильмурод ака``"""
    return honorific_end(words, stop) > stop


def honorific_end(words: Sequence[Word], stop: int) -> int:
    """Where an honorific after a name ends; ``stop`` if there is none. ``ата-ана`` are parents."""
    place = stop
    while place < len(words) and place < stop + 1 and words[place].text == "-":
        place += 1
    if place >= len(words) or not _HONORIFIC.fullmatch(words[place].folded):
        return stop
    after = words[place + 1] if place + 1 < len(words) else None
    if after is not None and (after.text == "-" or _is_named_thing(after)):
        return stop
    return place + 1


def _is_named_thing(word: Word) -> bool:
    """``Қорқыт ата | көшесі``: a street or a place that is called after somebody."""
    if not _POSSESSED.fullmatch(word.folded):
        return False
    return names_place_before(word) or Cue.THING_AFTER in cues_of(word.folded)


_POSSESSED = re.compile(r"\w{3,}[ыі](?:н\w*)?")


def _is_listed_with_places(words: Sequence[Word], run: Run) -> bool:
    """``the Almaly, Bostandyk and Nauryzbai districts``; ``from Ile District, Kaskelen and …``"""
    first, stop = _list_around(words, run)
    edges = [*words[max(0, first - 1) : run.first], *words[stop : stop + 1]]
    in_list = first < run.first or stop > run.stop
    return in_list and any(map(names_place_before, edges))


def is_listed_after_places(words: Sequence[Word], first: int) -> bool:
    """``in the districts of Merke, Korday and T. Ryskulov``, ``the jamoats of Boqi Rahimzoda``"""
    while first > 0 and (words[first - 1].text[0].isupper() or words[first - 1].folded in _AND):
        first -= 1
    return (
        first > 1
        and words[first - 1].folded == "of"
        and words[first - 2].folded.endswith("s")
        and names_place_before(words[first - 2])
    )


def _after_place_preposition(words: Sequence[Word], run: Run) -> bool:
    """``in Sistan and Baluchestan``"""
    first, _ = _list_around(words, run)
    return 0 < first < run.first and words[first - 1].folded in _PLACE_OR_PERSON


def _list_around(words: Sequence[Word], run: Run) -> tuple[int, int]:
    """The capitalised words, commas and ands around a name."""
    first, stop = run.first, run.stop
    while first > 0 and (words[first - 1].text[0].isupper() or words[first - 1].folded in _AND):
        first -= 1
    while stop < len(words) and (words[stop].text[0].isupper() or words[stop].folded in _AND):
        stop += 1
    return first, stop


def _inside(words: Sequence[Word], first: int) -> Word | None:
    """The word or comma before; None where a capital is due to what begins there."""
    before = words[first - 1] if first else None
    if before is None or not (before.kind == "word" or before.text == ","):
        return None
    return before


def _is_lone_given(word: Word, before: Word | None) -> bool:
    """Where a sentence begins it must be a name as listed, and no word; ``ИВС Оша`` is of Osh."""
    if word.folded.isascii() and is_english_word(word.folded):
        return False
    if is_locative(word.folded):
        return False
    if before is None:
        also_word = Cue.ALSO_WORD in cues_of(word.folded) or is_ordinary_word(word.folded)
        return is_listed_name(word.text) and not also_word
    abbreviation = before.text.isupper() and len(before.text) > 1
    return before.folded not in PLACE_FOLLOWS and not abbreviation


def is_no_word(word: Word, language: str | None) -> bool:
    """Whether a capitalised word inside a sentence is nothing but a name, and no place's."""
    if cues_of(word.folded) & NO_PART or word.text.isupper() or has_place_shape(word.folded):
        return False
    if not _CYRILLIC.search(word.text):
        return language == "en" and not is_english_word(word.folded)
    if looks_like_surname(word.folded):
        return not _ADJECTIVE.fullmatch(word.folded)
    place = _ADJECTIVE.fullmatch(word.folded) or (
        language == "kk" and _KAZAKH_PLACE_CASE.fullmatch(word.folded)
    )
    return not place


def are_unknown_names(run: Run, sentence: Sentence) -> bool:
    """Whether two words or more are a name: a given name among them, or none of them a word."""
    names = run.names
    if has_honorific(sentence.words, run.stop):
        return True
    if any(is_given_name(name.text) and not _is_word(name) for name in names):
        first = names[0]
        odd = _ADJECTIVE.fullmatch(first.folded) or is_locative(first.folded)
        return not odd or is_given_name(first.text)
    short = all(len(name.text) < _SHORTEST for name in names)
    if short or not names[0].folded.isascii() or any(map(_is_word, names)):
        return False
    if any(looks_like_surname(name.folded) for name in names):
        return True
    words = sentence.words
    inside = _inside(words, run.first)
    if inside is None or inside.folded in _PLACE_OR_PERSON:
        return sentence.language == "en" and speaks_of_people(words[run.stop : run.stop + 8])
    return sentence.language == "en" and not _is_listed_with_places(words, run)


def _is_word(name: Word) -> bool:
    return bool(cues_of(name.folded) & NO_PART) or (
        name.folded.isascii() and is_english_word(name.folded)
    )


def small_letter_names(sentence: Sentence) -> list[tuple[int, int]]:
    """``сериков алихан``: a surname and a given name side by side in a text without capitals."""
    found: list[tuple[int, int]] = []
    words = sentence.words
    surnames = any(w.text[0].islower() and is_plainly_surname(w.folded) for w in words)
    if not surnames or not speaks_of_people(words):
        return found
    for before, one, other in zip((words[0], *words), words, words[1:], strict=False):
        if not (one.text.islower() and other.text.islower()):
            continue
        if any(cues_of(word.folded) & NO_PART for word in (one, other)) or before.kind == "number":
            continue
        pairs = ((one, other), (other, one))
        if any(is_plainly_surname(a.folded) and is_exactly_given(b) for a, b in pairs):
            found.append((one.start, other.end))
    return found


def is_exactly_given(word: Word) -> bool:
    """A given name in small letters: of five letters at the least, and no English word."""
    return len(word.text) > 4 and is_given_name(word.text) and not _is_word(word)

"""What belongs to a name beside the words that gave it away: a given name, an honorific."""

from __future__ import annotations

from bisect import bisect_left

from sholu.mentions.known_words import is_given_name, is_ordinary_word
from sholu.mentions.name_runs import is_patronymic, is_plainly_surname
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.unknown_names import honorific_end


def with_given(sentence: Sentence, start: int) -> int:
    """Where a name begins with the given name before it, in a script that has no capitals."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    caseless = sentence.language == "kk" and words[0].text[0].islower()
    if (
        not caseless
        or not first
        or not (is_plainly_surname(words[first].folded) or is_patronymic(words[first].folded))
    ):
        return start
    word = words[first - 1]
    given = word.kind == "word" and word.text.islower() and len(word.text) > 3
    cues = cues_of(word.folded) & (NO_PART | Cue.NAMED | Cue.ACCUSED | Cue.ACT)
    known = is_given_name(word.text) or not is_ordinary_word(word.folded)
    return word.start if given and known and not cues else start


def with_honorific(sentence: Sentence, end: int) -> int:
    """Where a name ends with what is tied to it by a hyphen: ``Мяммет-ага``."""
    words = sentence.words
    stop = bisect_left(words, end, key=lambda word: word.start)
    tied = stop < len(words) and words[stop].text == "-" and words[stop].start == end
    last = honorific_end(words, stop) if tied else stop
    return words[last - 1].end if last > stop else end

"""Find drugs, precursors and the words for many of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.mentions.names import NameEntry, NameIndex, NameMatch, match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.mentions.substance_denied import is_denied, is_measure
from sholu.mentions.substance_senses import all_in_one_sense, handed_out, names_operation
from sholu.vocabulary.model import Vocabulary

_IMITATIONS = ("simulator", "simulant", "имитатор", "муляж")
"""What dogs are trained with smells of a drug and is none."""

_EXPLAINING = frozenset(
    (",", ",a", ",the", ",akey", "–", "—", "-", "(", "(a", "–это", "—это", ",isa", "isa")
)
"""What stands between a substance and the word that says what it is for."""

_QUOTATION = frozenset("\"'“”‘’«»„")


def find_substances(sentences: Sequence[Sentence], vocabulary: Vocabulary) -> tuple[NameMatch, ...]:
    """All substances named, in order.

    Words of the street are every-day words too (ice, snow, план): they count in quotation marks,
    by the gram and in doses only.
    """
    index = index_substances(vocabulary)
    found = [(sentence, match) for sentence in sentences for match in _find(sentence, index)]
    denied = _denied(found)
    return all_in_one_sense([pair for pair in found if pair[1].code not in denied])


def _denied(found: Sequence[tuple[Sentence, NameMatch]]) -> frozenset[str]:
    """What a text says was something else: «изъят гашиш, а не героин» is of hashish all over."""
    denied = frozenset(match.code for sentence, match in found if is_denied(sentence, match))
    return denied if any(match.code not in denied for _, match in found) else frozenset()


def _find(sentence: Sentence, index: NameIndex) -> Iterator[NameMatch]:
    if any(word.folded.startswith(_IMITATIONS) for word in sentence.words):
        return
    before: NameMatch | None = None
    for match in match_names(sentence, index):
        if match.weak and not (_is_quoted(sentence, match) or handed_out(sentence, match)):
            continue
        if not (
            _is_made_of(sentence, match)
            or is_measure(sentence, match)
            or names_operation(sentence, match)
            or (before is not None and _says_what_for(sentence, before, match))
        ):
            yield match
        before = match


def _says_what_for(sentence: Sentence, before: NameMatch, match: NameMatch) -> bool:
    """``acetic anhydride, a precursor of heroin``: no other precursor than the one named."""
    between = "".join(word.folded for word in sentence.words[before.stop : match.first])
    return match.code == "precursors" and between in _EXPLAINING


def _is_made_of(sentence: Sentence, match: NameMatch) -> bool:
    """``precursor of methamphetamine``: a drug that another substance is made into."""
    before = [word.folded for word in sentence.words[max(0, match.first - 2) : match.first]]
    if before[-1:] == ["of"]:
        before.pop()
    elif before and not before[-1].startswith("прекурсор"):
        return False
    return bool(before) and before[-1].startswith(("precursor", "прекурсор"))


def _is_quoted(sentence: Sentence, match: NameMatch) -> bool:
    words = sentence.words
    before = words[match.first - 1].text if match.first else ""
    after = words[match.stop].text if match.stop < len(words) else ""
    return before in _QUOTATION and after in _QUOTATION


@once_per_vocabulary
def index_substances(vocabulary: Vocabulary) -> NameIndex:
    """The names and slang of all substances, made once per vocabulary."""
    return NameIndex(_entries(vocabulary))


def _entries(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    for substance in vocabulary.substances:
        for language, name in substance.names.all():
            # MDA and THC are names, "mda" is a slip; "PCP" the same.
            letters = "exact" if name.isupper() and len(name) <= 4 else "any"
            yield NameEntry(substance.code, name, language, letters)
        for language, name in substance.slang.all():
            yield NameEntry(substance.code, name, language, "any", weak=True)

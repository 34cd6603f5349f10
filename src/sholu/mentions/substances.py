"""Find drugs, precursors and the words for many of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sholu.mentions.names import NameEntry, NameIndex, NameMatch, match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.mentions.substance_denied import is_denied, is_measure
from sholu.mentions.substance_senses import all_in_one_sense, handed_out, names_operation, weighed
from sholu.vocabulary.model import Vocabulary

_FIRST_LINE = 3
"""Code points before which a headline begins, signs and all, where nothing marks it as one."""

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
    by the gram and in doses only, in English by the kilogram where the text names drugs.
    """
    index = index_substances(vocabulary)
    wide = _codes_of(vocabulary, "unspecified", "precursors")
    named = [(sentence, list(match_names(sentence, index))) for sentence in sentences]
    of_drugs = any(not match.weak for _, matches in named for match in matches)
    found = [
        (sentence, match)
        for sentence, matches in named
        for match in _told(sentence, matches, wide, of_drugs)
    ]
    if not found:  # only what something else is made into, or measured by: still of drugs
        found = [(s, m) for s, matches in named for m in matches if not m.weak and is_measure(s, m)]
    denied = _denied(found)
    kept = [pair for pair in found if pair[1].code not in denied]
    read = all_in_one_sense(kept)
    vague = _codes_of(vocabulary, "unspecified")
    return _called_otherwise(read, kept[0][0] if kept else None, vague)


def _codes_of(vocabulary: Vocabulary, *groups: str) -> frozenset[str]:
    return frozenset(one.code for one in vocabulary.substances if one.group in groups)


def _called_otherwise(
    read: Sequence[NameMatch], opening: Sentence | None, vague: Collection[str]
) -> tuple[NameMatch, ...]:
    """With the drug that a text names for the word of the street in its headline.

    «Задержан с «мукой»», and below only α-PVP: no mephedrone, which others call so.
    """
    named = {match.code for match in read if not match.weak} - set(vague)
    if opening is None or len(named) != 1 or not _is_headline(opening):
        return tuple(read)
    if any(match.start < opening.end and not match.weak for match in read):
        return tuple(read)
    code = next(iter(named))
    return tuple(
        replace(match, code=code, codes=(code,), others=())
        if match.weak and match.start < opening.end and match.code not in vague
        else match
        for match in read
    )


def _is_headline(sentence: Sentence) -> bool:
    first = sentence.start < _FIRST_LINE and sentence.words[-1].text not in ".!?…"
    return sentence.kind == "heading" or first


def _denied(found: Sequence[tuple[Sentence, NameMatch]]) -> frozenset[str]:
    """What a text says was something else: «изъят гашиш, а не героин» is of hashish all over.

    «Метадон емес, мейірім ұстап қалды» puts no other substance in its place.
    """
    denied = frozenset(
        match.code
        for sentence, match in found
        if is_denied(sentence, match)
        and any(other.code != match.code for near, other in found if near is sentence)
    )
    return denied if any(match.code not in denied for _, match in found) else frozenset()


def _told(
    sentence: Sentence, matches: Sequence[NameMatch], wide: Collection[str], of_drugs: bool
) -> Iterator[NameMatch]:
    """Of the names in a sentence those that name a substance.

    Args:
        wide: codes of groups of substances.
        of_drugs: whether the text speaks of drugs by their names, too.
    """
    if any(word.folded.startswith(_IMITATIONS) for word in sentence.words):
        return
    before: NameMatch | None = None
    drugs = [match for match in matches if match.code not in wide]
    for match in matches:
        if match.weak and not (
            _is_quoted(sentence, match)
            or handed_out(sentence, match)
            or (of_drugs and sentence.language == "en" and weighed(sentence, match))
            or _is_listed(sentence, match, drugs)
        ):
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


def _is_listed(sentence: Sentence, match: NameMatch, drugs: Sequence[NameMatch]) -> bool:
    """``соль, «меф»``, ``crystal and heroin``: a street word in a row with a drug."""
    words = sentence.words
    for other in drugs:
        first, second = (match, other) if match.start < other.start else (other, match)
        between = [w.folded for w in words[first.stop : second.first] if w.text not in _QUOTATION]
        named = not other.weak or _is_quoted(sentence, other)
        if other is not match and named and len(between) == 1 and between[0] in _IN_A_ROW:
            return True
    return False


_IN_A_ROW = frozenset((",", "и", "или", "and", "or", "мен", "пен", "бен", "және", "/"))


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

"""Proposals of a language model for one item: read strictly, kept only if the item says so. Pure.

A proposal must quote the item's text word for word (spaces and line ends aside). What does not is
dropped and counted: a model's invention never reaches a person as something that was read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sholu.core.errors import SholuError
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words
from sholu.vocabulary.model import Vocabulary, VocabularyError


class ProposalError(SholuError):
    """An answer that is not the JSON that was asked for."""


@dataclass(frozen=True)
class Proposal:
    """One value that a model proposes.

    Attributes:
        field: ``kind``, ``place``, ``figure``, ``title`` or ``summary``.
        value: a code, a figure in words, or a sentence.
        quote: the item's words that say it.
        figure: value and unit of a figure; empty for other fields.
    """

    field: str
    value: str
    quote: str
    figure: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dropped:
    """A value that was not kept, and why."""

    field: str
    value: str
    reason: str


@dataclass(frozen=True)
class Proposals:
    """What was kept of an answer, and what was not."""

    kept: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]


Check = Callable[[Proposal], str]
"""Says why a proposal cannot be kept; empty if it can."""


def read_readings(
    answer: str, text: str, language: str | None, vocabulary: Vocabulary
) -> Proposals:
    """Kind, places and figures that a model proposes.

    Args:
        answer: ``{"kind": {"code", "quote"} or null, "places": [{"code", "quote"}],
            "figures": [{"value", "unit", "of", "quote"}]}``.
        text: title and text of the item, as they were sent.
        language: of the item, for numbers in words.
        vocabulary: codes that are known.

    Raises:
        ProposalError: if the answer has another form.
    """
    record = _object(answer, {"kind", "places", "figures"})
    kind = [] if record["kind"] is None else [record["kind"]]
    proposals = [_coded("kind", entry) for entry in kind]
    proposals += [_coded("place", entry) for entry in _list(record["places"], "places")]
    proposals += [_figure(entry) for entry in _list(record["figures"], "figures")]

    def check(proposal: Proposal) -> str:
        if proposal.field == "figure":
            return _figure_trouble(proposal, language, vocabulary)
        find = vocabulary.event_kind if proposal.field == "kind" else vocabulary.place
        return _unknown(find, proposal.value)

    return _sift(proposals, text, check)


def read_translation(answer: str, text: str) -> Proposals:
    """A title and the sentences of a summary that a model proposes in another language.

    Args:
        answer: ``{"title": {"text", "quote"}, "summary": [{"text", "quote"}]}``.
        text: title and text of the item, as they were sent.

    Raises:
        ProposalError: if the answer has another form.
    """
    record = _object(answer, {"title", "summary"})
    proposals = [_sentence("title", record["title"])]
    proposals += [_sentence("summary", entry) for entry in _list(record["summary"], "summary")]
    return _sift(proposals, text, _new_numbers)


def _sift(proposals: list[Proposal], text: str, check: Check) -> Proposals:
    said = _squeezed(text)
    kept, dropped = [], []
    for proposal in proposals:
        quote = _squeezed(proposal.quote)
        reason = check(proposal)
        if not quote or quote not in said:
            reason = "its quote is not in the text"
        if reason:
            dropped.append(Dropped(proposal.field, proposal.value, reason))
        else:
            kept.append(proposal)
    return Proposals(tuple(kept), tuple(dropped))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _object(answer: str, keys: set[str]) -> Mapping[str, Any]:
    try:
        record = json.loads(answer)
    except ValueError as error:
        raise ProposalError(f"The model's answer is not JSON: {error}.", "Ask again.") from error
    return _keyed(record, keys)


def _keyed(record: Any, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(record, dict) or set(record) != keys:
        found = sorted(record) if isinstance(record, dict) else type(record).__name__
        raise ProposalError(
            f"The model's answer should have {', '.join(sorted(keys))}, but has {found}.",
            "Ask again, or ask another model.",
        )
    return record


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ProposalError(f"'{name}' in the model's answer is no list.", "Ask again.")
    return value


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        raise ProposalError(f"'{key}' in the model's answer is no text.", "Ask again.")
    return _squeezed(value)


def _coded(field: str, entry: Any) -> Proposal:
    record = _keyed(entry, {"code", "quote"})
    return Proposal(field, _text(record, "code"), _text(record, "quote"))


def _sentence(field: str, entry: Any) -> Proposal:
    record = _keyed(entry, {"text", "quote"})
    return Proposal(field, _text(record, "text"), _text(record, "quote"))


def _figure(entry: Any) -> Proposal:
    record = _keyed(entry, {"value", "unit", "of", "quote"})
    value = record["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ProposalError(f"The value {value!r} of a figure is no number.", "Ask again.")
    unit, of = _text(record, "unit"), _text(record, "of")
    return Proposal("figure", f"{value:g} {unit} of {of}", _text(record, "quote"),
                    (f"{value:.12g}", unit, of))  # fmt: skip


def _figure_trouble(proposal: Proposal, language: str | None, vocabulary: Vocabulary) -> str:
    """Why a figure cannot be right: an unknown unit, or another number than in its quote."""
    value, unit, _ = proposal.figure
    words = split_words(proposal.quote)
    numerals = [read_numeral(words, place, language) for place in range(len(words))]
    told = {n for numeral in numerals if numeral for n in (numeral.value, numeral.other)}
    if float(value) not in told:
        return "its quote says another number"
    return _unknown(vocabulary.unit, unit)


def _unknown(find: Callable[[str], object], code: str) -> str:
    try:
        find(code)
    except VocabularyError:
        return f"the vocabulary has no code '{code}'"
    return ""


def _new_numbers(proposal: Proposal) -> str:
    """Why a sentence cannot be kept: a number in digits that its quote does not have."""
    new = _digits(proposal.value) - _digits(proposal.quote)
    if new:
        return f"it says {', '.join(sorted(new))}, which its quote does not"
    return "" if proposal.value else "it is empty"


def _digits(text: str) -> set[str]:
    """The numbers of a text as bare digits: 17.8 and 17,8 are one."""
    return {re.sub(r"\D", "", word.text) for word in split_words(text) if word.kind != "word"} - {
        ""
    }

"""Measure how well court decisions are read, on invented ones whose answers are known.

Items are described in evaluation/README.md. In their text ``‹…›`` encloses what must be masked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from sholu.build.evaluation_item import EvaluationError
from sholu.build.scoring import Tally
from sholu.core.ids import sha256_hex
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.redaction import private_mentions
from sholu.sources.model import Document
from sholu.verdicts.model import Defendant, Verdict
from sholu.verdicts.read import mask_decisions, read_verdicts
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Vocabulary

KEY = b"evaluation"
ALL = "all"
_MARK = re.compile(r"‹([^›]*)›")


@dataclass(frozen=True)
class DecisionItem:
    """One invented decision with its answers; see evaluation/README.md for the keys."""

    id: str
    half: str
    language: str
    text: str
    private: tuple[tuple[int, int], ...]
    answer: dict[str, Any]


@dataclass(frozen=True)
class Mistakes:
    """What was wrong with one item, a sentence each."""

    item: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class VerdictScores:
    """Tallies by language and field, and the mistakes of each item."""

    totals: dict[str, dict[str, Tally]]
    mistakes: tuple[Mistakes, ...]


def load_decisions(folder: Path) -> list[DecisionItem]:
    """All items of a folder, in order of their ids.

    Raises:
        EvaluationError: if a file lacks a key, or there is none.
    """
    paths = sorted(folder.glob("*/*-*.yaml"))
    if not paths:
        raise EvaluationError(f"{folder} holds no decision.", "Name the folder with ru, kk and en.")
    return [_load(path) for path in paths]


def _load(path: Path) -> DecisionItem:
    record = yaml.safe_load(path.read_text("utf-8"))
    missing = {"id", "half", "language", "text", "defendants", "date"} - set(record)
    if missing:
        raise EvaluationError(f"{path} lacks {', '.join(sorted(missing))}.")
    text, private = unmark(record["text"])
    return DecisionItem(record["id"], record["half"], record["language"], text, private, record)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and the stretches that they enclosed."""
    text, places, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        places.append((len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return text + marked[last:], tuple(places)


def evaluate_verdicts(
    items: Sequence[DecisionItem], progress: Callable[[int, int, str], None]
) -> VerdictScores:
    """Read each item as a build reads a plain text, and compare."""
    with TemporaryDirectory() as empty:
        vocabulary = load(Path(empty))
    law = load_law()
    totals: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    mistakes = []
    for number, item in enumerate(items, start=1):
        progress(number, len(items), item.id)
        masked, verdicts = _read(item, vocabulary, law)
        scores, said = score_decision(item, masked, verdicts)
        for field, tally in scores.items():
            for group in (item.language, ALL):
                totals[group][field] += tally
        mistakes.append(Mistakes(item.id, tuple(said)))
    return VerdictScores({name: dict(fields) for name, fields in totals.items()}, tuple(mistakes))


def _read(
    item: DecisionItem, vocabulary: Vocabulary, law: Law
) -> tuple[AnnotatedDocument, tuple[Verdict, ...]]:
    content = item.text.encode()
    text = read_document(content, f"{item.id}.txt").text
    document = Document(
        id=sha256_hex(content), name=f"{item.id}.txt", size=len(content), source=None, address=None,
        retrieved="2026-01-01T00:00:00Z", published=None, licence=None, marking="clear",
        part_of=None,
    )  # fmt: skip
    masked, decisions = mask_decisions(annotate(document, text, vocabulary, KEY), KEY)
    return masked, read_verdicts(masked, decisions, vocabulary, law, KEY).verdicts


def score_decision(
    item: DecisionItem, masked: AnnotatedDocument, verdicts: Sequence[Verdict]
) -> tuple[dict[str, Tally], list[str]]:
    """Tallies by field, and what was wrong.

    Defendants are compared in the order of their first mention. A field of a defendant who was not
    found is missed; of one who is none, wrong.
    """
    scores: dict[str, Tally] = defaultdict(Tally)
    wrong: list[str] = []

    def compare(field: str, want: Iterable[object], say: Iterable[object]) -> None:
        wanted, said = set(want), set(say)
        scores[field] += Tally(len(wanted & said), len(said), len(wanted))
        if wanted != said:
            wrong.append(f"{field}: {_sorted(said)}, not {_sorted(wanted)}")

    answer = item.answer
    verdict = verdicts[0] if verdicts else None
    compare("decisions", [1], [len(verdicts)])
    for field in ("court", "region", "date", "case_kind", "outcome", "case_number"):
        compare(field, [answer[field]], [getattr(verdict, field) if verdict else "nothing"])
    said = verdict.defendants if verdict else ()
    for want, one in zip_longest(answer["defendants"], said):
        for field in FIELDS:
            compare(
                field, FIELDS[field][0](want) if want else (), FIELDS[field][1](one) if one else ()
            )
    _score_masks(item, masked, scores, wrong)
    return scores, wrong


def _sorted(values: set[object]) -> str:
    return ", ".join(sorted(str(value) for value in values)) or "nothing"


def _score_masks(
    item: DecisionItem, masked: AnnotatedDocument, scores: dict[str, Tally], wrong: list[str]
) -> None:
    """How many private stretches are hidden to the last letter and digit."""
    text = masked.text.text
    shift = _shift(item.text, text)
    hidden = [(m.span.start, m.span.end) for m in private_mentions(masked.mentions)]
    for start, end in item.private:
        first, last = shift[start], shift[end - 1] + 1
        seen = [
            place
            for place in range(first, last)
            if text[place].isalnum() and not any(s <= place < e for s, e in hidden)
        ]
        scores["masked"] += Tally(int(not seen), 1, 1)
        if seen:
            around = text[max(0, first - 20) : last + 10].replace("\n", " ")
            wrong.append(f"not masked: {item.text[start:end]} in «{around}»")


def _shift(source: str, text: str) -> list[int]:
    """Where each character of the source stands in the text that was read from it."""
    places, place = [], 0
    for letter in source:
        if letter.isspace():
            places.append(min(place, len(text) - 1))
            continue
        found = text.find(letter, place)
        place = found + 1 if found >= 0 else place
        places.append(max(0, place - 1))
    return places


def _articles(one: dict[str, Any]) -> list[object]:
    return [f"{a['article']}.{a['part']}" for a in one["articles"]]


def _points(one: dict[str, Any]) -> list[object]:
    return [f"{a['article']}.{p}" for a in one["articles"] for p in a["points"]]


def _masses(one: dict[str, Any]) -> list[object]:
    return [f"{s['substance']} {s['mass_g'] or s['count']:g}" for s in one["substances"]]


def _weighed(one: dict[str, Any]) -> list[object]:
    return [f"{s['mass_g']:g} {s['gross_or_net']}" for s in one["substances"] if s["mass_g"]]


def _punished(one: dict[str, Any]) -> list[object]:
    return [
        f"{s['kind']} {_amount(s)}{' conditional' if s['conditional'] else ''}"
        for s in one["sanctions"]
    ]


def _amount(s: dict[str, Any]) -> str:
    values = (s[key] for key in ("months", "days", "hours", "amount_kzt", "amount_mci"))
    return "/".join(f"{value:g}" for value in values if value is not None)


def _as_dict(one: Defendant) -> dict[str, Any]:
    return {
        "articles": [vars(a) for a in one.articles],
        "substances": [vars(s) for s in one.substances],
        "sanctions": [vars(s) for s in one.sanctions],
    }


_Want = Callable[[dict[str, Any]], Iterable[object]]
_Say = Callable[[Defendant], Iterable[object]]


def _same(name: str) -> tuple[_Want, _Say]:
    return (lambda one: [one[name]]), (lambda one: [getattr(one, name)])


def _listed(read: _Want) -> tuple[_Want, _Say]:
    return read, lambda one: read(_as_dict(one))


FIELDS: dict[str, tuple[_Want, _Say]] = {
    "article_part": _listed(_articles),
    "points": _listed(_points),
    "mass_substance": _listed(_masses),
    "gross_or_net": _listed(_weighed),
    "decision": _same("decision"),
    "sanction": _listed(_punished),
    "how_found": _same("how_found"),
    "story": _same("story"),
    "below_lowest_limit": _same("below_lowest_limit"),
    "confiscation": _same("confiscation"),
    "compulsory_treatment": _same("compulsory_treatment"),
    "mitigating": ((lambda one: one["mitigating"]), (lambda one: one.mitigating)),
    "special_procedure": _same("special_procedure"),
    "repeated": _same("repeated"),
}
"""Fields of a defendant: how the answer and the reading are put to be compared."""

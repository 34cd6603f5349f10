"""Who is hidden and who stays named, in the sentences of ``people_tables``; all are invented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.redaction import is_private
from tests.mentions.conftest import Annotate

_TABLES = Path(__file__).parent / "people_tables"
_MARK = re.compile(
    r"\[(?P<name>[^\]]+)\]|\{(?P<role>[^|{}]+)\|(?P<data>[^}]+)\}|<(?P<official>[^>]+)>"
)


@dataclass(frozen=True)
class Marked:
    """A stretch that the table marks: ``name``, ``official`` or the role of personal data."""

    start: int
    end: int
    kind: str


def read_line(line: str) -> tuple[str, list[Marked]]:
    """A sentence without its marks, and where they stood."""
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(line):
        plain += line[last : match.start()]
        words = match["name"] or match["data"] or match["official"]
        kind = "name" if match["name"] else "official" if match["official"] else match["role"]
        marks.append(Marked(len(plain), len(plain) + len(words), kind))
        plain += words
        last = match.end()
    return plain + line[last:], marks


@dataclass(frozen=True)
class Outcome:
    """What came of one sentence.

    Attributes:
        missed: private stretches of which a letter or digit shows.
        wrong: what was hidden though nothing private is there.
        unnamed: officials who are hidden.
        roles: personal data found under another role.
    """

    private: int
    officials: int
    missed: list[str]
    wrong: list[str]
    unnamed: list[str]
    roles: list[str]


def outcome_of(line: str, annotated: Annotate) -> Outcome:
    text, marks = read_line(line)
    document = annotated(text)
    assert document.text.text.strip() == text
    hidden = [m for m in document.mentions if is_private(m)]
    covered = {place for m in hidden for place in range(m.span.start, m.span.end)}
    private = [m for m in marks if m.kind != "official"]
    officials = [m for m in marks if m.kind == "official"]
    return Outcome(
        len(private),
        len(officials),
        [text[m.start : m.end] for m in private if not _is_hidden(text, m, covered)],
        [
            text[m.span.start : m.span.end]
            for m in hidden
            if not any(m.span.start < k.end and k.start < m.span.end for k in marks)
        ],
        [text[m.start : m.end] for m in officials if covered & set(range(m.start, m.end))],
        _wrong_roles(document, private),
    )


def _is_hidden(text: str, mark: Marked, covered: set[int]) -> bool:
    return all(
        place in covered or not text[place].isalnum() for place in range(mark.start, mark.end)
    )


def _wrong_roles(document: AnnotatedDocument, private: list[Marked]) -> list[str]:
    found = [m for m in document.mentions if m.kind == "personal_data"]
    return [
        f"{mark.kind}: {m.role}"
        for mark in private
        for m in found
        if m.span.start < mark.end and mark.start < m.span.end and m.role != mark.kind
    ]


def outcomes(language: str, annotated: Annotate) -> list[tuple[str, Outcome]]:
    lines = (_TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [(x, outcome_of(x, annotated)) for x in lines if x and not x.startswith("#")]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_private_persons_are_hidden_and_little_else(language: str, annotated: Annotate) -> None:
    results = outcomes(language, annotated)
    private = sum(o.private for _, o in results)
    missed = [name for _, o in results for name in o.missed]
    wrong = [name for _, o in results for name in (*o.wrong, *o.unnamed)]
    assert private >= 120
    assert 1 - len(missed) / private >= 0.98, missed
    assert len(wrong) <= 0.03 * len(results), wrong
    assert [role for _, o in results for role in o.roles] == []

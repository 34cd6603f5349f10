"""The tables of ``data.sqlite``. docs/reference/formats.md says what they hold."""

from __future__ import annotations

from sholu.release.package.columns import columns_of
from sholu.release.package.model import (
    Named,
    PublicBreak,
    PublicClaim,
    PublicDecision,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicFinding,
    PublicIndicator,
    PublicObservation,
    PublicPoint,
    PublicSource,
    Withdrawn,
)

FORMAT = 1
"""Of the file; a reader refuses what it does not know."""

PAGE_SIZE = 8192
"""Bytes of a page of the database: long rows (events, paragraphs) fit without overflow."""

NOUNS: dict[str, type] = {
    "named": Named,
    "indicator": PublicIndicator,
    "break": PublicBreak,
    "source": PublicSource,
    "document": PublicDocument,
    "event": PublicEvent,
    "claim": PublicClaim,
    "observation": PublicObservation,
    "point": PublicPoint,
    "dispute": PublicDispute,
    "finding": PublicFinding,
    "decision": PublicDecision,
    "withdrawn": Withdrawn,
}
"""Tables whose columns are the fields of a dataclass."""

_FIRST = {"point": ("observation INTEGER NOT NULL", "position INTEGER NOT NULL")}
_MORE = {"event": ("day TEXT",)}
_LEFT_OUT = {"observation": ("points",)}
_KEYS = {"point": "PRIMARY KEY (observation, position)"}
_OPTIONS = {"point": " WITHOUT ROWID"}

OTHERS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event_code (kind TEXT NOT NULL, code TEXT NOT NULL, event INTEGER NOT NULL,
    PRIMARY KEY (kind, code, event)) WITHOUT ROWID;
CREATE TABLE dispute_claim (claim TEXT NOT NULL, dispute INTEGER NOT NULL,
    PRIMARY KEY (claim, dispute)) WITHOUT ROWID;
CREATE TABLE series (id TEXT PRIMARY KEY, indicator TEXT NOT NULL, place TEXT NOT NULL,
    substance TEXT, scope TEXT NOT NULL, frequency TEXT NOT NULL, accumulation TEXT NOT NULL,
    unit TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    observations INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE passage (number INTEGER PRIMARY KEY, document TEXT NOT NULL, language TEXT,
    text TEXT NOT NULL, span TEXT NOT NULL);
CREATE TABLE evidence (span TEXT PRIMARY KEY, document TEXT NOT NULL, passage INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, cell TEXT,
    boxes TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page_picture (document TEXT NOT NULL, page INTEGER NOT NULL, png BLOB NOT NULL,
    PRIMARY KEY (document, page));
CREATE VIRTUAL TABLE event_search USING fts5(words, names, content='',
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE claim_search USING fts5(words, names, content='',
    tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE passage_search USING fts5(words, names, content='',
    tokenize='unicode61 remove_diacritics 0');
"""

INDEXES = """
CREATE UNIQUE INDEX named_code ON named (kind, code);
CREATE UNIQUE INDEX indicator_code ON indicator (code);
CREATE UNIQUE INDEX source_code ON source (code);
CREATE UNIQUE INDEX document_id ON document (id);
CREATE UNIQUE INDEX event_id ON event (id);
CREATE INDEX event_day ON event (day);
CREATE INDEX event_code_event ON event_code (kind, event, code);
CREATE UNIQUE INDEX claim_id ON claim (id);
CREATE INDEX claim_indicator ON claim (indicator, place);
CREATE INDEX claim_place ON claim (place);
CREATE INDEX claim_document ON claim (document);
CREATE UNIQUE INDEX observation_id ON observation (id);
CREATE INDEX observation_series ON observation (series, first_day);
CREATE INDEX observation_indicator ON observation (indicator, frequency, place, last_day);
CREATE INDEX observation_place ON observation (place);
CREATE INDEX point_claim ON point (claim);
CREATE INDEX series_indicator ON series (indicator, place);
CREATE INDEX series_place ON series (place);
CREATE UNIQUE INDEX dispute_id ON dispute (id);
CREATE INDEX dispute_indicator ON dispute (indicator);
CREATE INDEX dispute_place ON dispute (place);
CREATE INDEX dispute_reason ON dispute (reason);
CREATE UNIQUE INDEX finding_id ON finding (id);
CREATE INDEX finding_where ON finding ("where");
CREATE INDEX finding_kind ON finding (kind);
CREATE INDEX decision_target ON decision (target);
CREATE INDEX withdrawn_id ON withdrawn (id);
"""


def statements() -> str:
    """The SQL that makes the tables, without the indexes, which come after the rows."""
    return "".join(map(_table, NOUNS)) + OTHERS


def _table(name: str) -> str:
    columns = [f'"{c.name}" {c.declared}' for c in columns_of(NOUNS[name]) if is_kept(name, c.name)]
    parts = [*_FIRST.get(name, ()), *columns, *_MORE.get(name, ())]
    parts += [_KEYS[name]] if name in _KEYS else []
    return f'CREATE TABLE "{name}" ({", ".join(parts)}){_OPTIONS.get(name, "")};\n'


def is_kept(table: str, column: str) -> bool:
    """Whether a field has a column of its own in its table."""
    return column not in _LEFT_OUT.get(table, ())

"""The nouns of a build, and the tables that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.engine.tables import Table
from sholu.entities.model import Cluster, EventKey
from sholu.events.model import Event, Way
from sholu.evidence.model import DocumentText, Span
from sholu.indicators.dispute_model import Dispute
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.model import Answer, ClaimPoint, Observation, Registration, SetAside
from sholu.indicators.prices_model import Transaction
from sholu.mentions.model import Figure, Mention
from sholu.verdicts.distance import ThresholdDistance
from sholu.verdicts.model import Verdict


@dataclass(frozen=True)
class ReadDocument:
    """What became of one document.

    Attributes:
        document: its id; ``name``, ``source``, ``marking``, ``retrieved`` as when it was added.
        text_key: what its text depends on; ``key``: what all its readings depend on.
        status: ``read``, ``partly read``, ``set aside``, ``failed`` or ``not about drugs``.
        reason: why it is not ``read``; also what of it was left unread.
    """

    document: str
    name: str
    source: str | None
    marking: str
    retrieved: str
    text_key: str
    key: str
    status: str
    reason: str
    media_type: str | None
    language: str | None
    title: str | None
    published: str | None
    characters: int
    events: int
    claims: int
    figures: int


@dataclass(frozen=True)
class DocumentFinding:
    """A finding about one document."""

    document: str
    finding: Finding


@dataclass(frozen=True)
class DocumentDispute:
    """A dispute that one document's own text gives away."""

    document: str
    dispute: Dispute


@dataclass(frozen=True)
class KeptFindings:
    """What a slow check found, kept while nothing that it hangs on changes.

    Attributes:
        name: ``integrity`` or ``plots``; ``key``: of all that the check hangs on.
    """

    name: str
    key: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class LostDecision:
    """A decision that no longer finds what it was about."""

    entry: int
    target: str
    kind: str
    who: str
    why: str


TEXT = Table("evidence.document_text", DocumentText)
SPAN = Table("evidence.span", Span)
MENTION = Table("mentions.mention", Mention, "span.document")
FIGURE = Table("mentions.figure", Figure, "span.document")
EVENT_READING = Table("events.reading", Event, "documents[1]")
WAY = Table("events.way", Way)
CLAIM_READING = Table("claims.reading", Claim)
EVENT_KEY = Table("entities.event_key", EventKey, "documents[1]")
FINDING_READING = Table("build.document_finding", DocumentFinding)
READ_DOCUMENT = Table("build.read_document", ReadDocument)
MAPPED_POINT = Table("indicators.mapped_point", ClaimPoint)
REGISTRATION = Table("indicators.registration", Registration)
ANSWER = Table("indicators.answer", Answer)
TRANSACTION = Table("indicators.transaction", Transaction)
VERDICT_READING = Table("verdicts.reading", Verdict)
TABLE_SET_ASIDE = Table("indicators.table_set_aside", SetAside)
CLAIM_SETTING = Table("indicators.claim_setting", ClaimSetting)
DOCUMENT_DISPUTE = Table("indicators.document_dispute", DocumentDispute)

PER_DOCUMENT = (
    READ_DOCUMENT,
    TEXT,
    SPAN,
    MENTION,
    FIGURE,
    EVENT_READING,
    WAY,
    CLAIM_READING,
    EVENT_KEY,
    FINDING_READING,
    MAPPED_POINT,
    REGISTRATION,
    ANSWER,
    TRANSACTION,
    TABLE_SET_ASIDE,
    VERDICT_READING,
    CLAIM_SETTING,
    DOCUMENT_DISPUTE,
)
"""Tables kept in batches of documents."""

CLUSTER = Table("entities.cluster", Cluster)
"""Events that are one, by the ids that their documents gave them; none that stands alone."""

JUDGED_EVENT = Table("entities.judged_event", Event)
EVENT = Table("events.event", Event)
JUDGED_CLAIM = Table("claims.judged_claim", Claim)
CLAIM = Table("claims.claim", Claim)
FINDING = Table("build.finding", Finding)
KEPT_FINDINGS = Table("build.kept_findings", KeptFindings)
LOST = Table("build.lost_decision", LostDecision)
CLAIM_POINT = Table("indicators.claim_point", ClaimPoint)
OBSERVATION = Table("indicators.observation", Observation)
SET_ASIDE = Table("indicators.set_aside", SetAside)
VERDICT = Table("verdicts.verdict", Verdict)
DISPUTE = Table("indicators.dispute", Dispute)
THRESHOLD_DISTANCE = Table("verdicts.threshold_distance", ThresholdDistance)

DERIVED = (
    CLUSTER, JUDGED_EVENT, EVENT, JUDGED_CLAIM, CLAIM, FINDING, LOST, CLAIM_POINT, OBSERVATION,
    SET_ASIDE, VERDICT, DISPUTE, THRESHOLD_DISTANCE, KEPT_FINDINGS,
)  # fmt: skip
"""Tables made from the others and the journal."""

"""The nouns of a release's data: what the public site, the situation report and exports read.

Everything here is public: what is marked above clear is not in it, and names of private persons are
withheld in every text. Words of the vocabulary come along, so that an old release keeps its names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sholu.vocabulary.model import Names

FILE = "data.sqlite"
"""The file in the folder of a release (SQLite 3, read only)."""

NAMED_KINDS: tuple[str, ...] = (
    "place", "substance", "substance_group", "agency", "event_kind", "indicator", "source",
)  # fmt: skip


@dataclass(frozen=True)
class About:
    """What a release's data are, and who publishes them.

    Attributes:
        release: name of the folder, such as ``2025-01-ru-r1``.
        period_start, period_end: ISO days of the information release.
        country: the observatory's own, ISO 3166-1 alpha-2.
        name, banner, contact: of the observatory, by language; ``banner`` is empty for none.
        languages: of the observatory, the first one being its own.
        versions: names and versions of what made it.
    """

    release: str
    number: int
    year: int
    reissue: int
    period_start: str
    period_end: str
    country: str
    name: dict[str, str]
    banner: dict[str, str]
    contact: dict[str, str]
    languages: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Named:
    """A word of the vocabulary, or a source, that the data use.

    Attributes:
        kind: one of `NAMED_KINDS`.
        parent: the country of a region, the region of a town, the group of a substance, the agency
            above an agency; None for none.
        latitude, longitude: of a place, degrees (WGS 84).
        valid_from, valid_to: days between which a region had this extent (``valid_to`` exclusive).
    """

    kind: str
    code: str
    names: Names
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True)
class PublicIndicator:
    """An indicator as the vocabulary defines it, with its texts by language.

    Attributes:
        direction: ``lower_is_better``, ``higher_is_better`` or ``neither``.
        standard: who defined it, by language; empty for our own.
    """

    code: str
    names: Names
    unit: str
    denominator: str | None
    direction: str
    standard: dict[str, str]
    definition: dict[str, str]
    shows: dict[str, str]
    cannot_show: dict[str, str]


@dataclass(frozen=True)
class PublicBreak:
    """A dated break of definition.

    Attributes:
        day: the first one on which the new definition holds.
        places, indicators: codes of those in the data that it touches, each named.
        what: what changed, by language; ``source``: where that is written.
    """

    day: str
    names: Names
    places: tuple[str, ...]
    indicators: tuple[str, ...]
    what: dict[str, str]
    source: dict[str, str]


@dataclass(frozen=True)
class PublicSource:
    """Who publishes, with grade and known bias (see `sholu.sources.model.Source`).

    Attributes:
        first, last: days of its first and last document, ISO; ``documents``: how many.
    """

    code: str
    names: Names
    type: str
    country: str | None
    grade: str
    bias: str
    first: str | None
    last: str | None
    documents: int


@dataclass(frozen=True)
class PublicDocument:
    """A document behind the data; only what its reader may know.

    Attributes:
        coverage: ``read``, ``partly read`` … with ``reason``.
    """

    id: str
    name: str
    source: str | None
    address: str | None
    published: str | None
    language: str | None
    media_type: str | None
    coverage: str
    reason: str


@dataclass(frozen=True)
class Box:
    """Where words stand on the picture of a page, as shares (0 to 1) of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Evidence:
    """A span in its paragraph (or table row) with private names withheld.

    Attributes:
        before, words, after: one stretch of the document's text; ``words`` is marked.
        page: number of the page; ``boxes``: where the words stand on its picture; without a
            picture there are none.
        has_picture: whether `Package.page_picture` has the page, private names blackened.
    """

    span: str
    document: str
    before: str
    words: str
    after: str
    language: str | None
    page: int | None
    cell: str | None
    boxes: tuple[Box, ...]
    has_picture: bool


@dataclass(frozen=True)
class PublicFigure:
    """A figure of an event (see `sholu.mentions.model.Figure`)."""

    id: str
    value: float
    value_high: float | None
    printed: str
    unit: str | None
    value_base: float | None
    value_high_base: float | None
    unit_base: str | None
    of: str | None
    of_code: str | None
    qualifier: str
    accumulation: str | None
    period: str | None
    suspect: str | None
    likely_reading: str | None
    span: str


@dataclass(frozen=True)
class Telling:
    """One document's telling of an event: who, when, with which span (None if it has none)."""

    source: str | None
    document: str
    published: str | None
    span: str | None


@dataclass(frozen=True)
class Difference:
    """A field in which documents differ over an event: values by document."""

    field: str
    values: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class PublicEvent:
    """An event (see `sholu.events.model.Event`) as everybody may see it.

    Attributes:
        title, text: private names withheld; in the language of its source.
        spans: ids of evidence; ``documents`` its documents.
        tellings: one for each document; ``differences``: where they differ.
        latitude, longitude: of the most precise place that is known, None without one.
        place_basis: what the position is of: ``town``, ``district``, ``region``, ``country``.
        item: number in the information release, None if it is not printed there.
    """

    id: str
    kind: str | None
    title: str
    text: str
    language: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    places: tuple[str, ...]
    date_start: str | None
    date_end: str | None
    date_basis: str | None
    published: str | None
    agencies: tuple[str, ...]
    substances: tuple[str, ...]
    figures: tuple[PublicFigure, ...]
    addresses: tuple[str, ...]
    documents: tuple[str, ...]
    spans: tuple[str, ...]
    tellings: tuple[Telling, ...]
    differences: tuple[Difference, ...]
    status: str
    confidence: float
    latitude: float | None
    longitude: float | None
    place_basis: str | None
    item: int | None


@dataclass(frozen=True)
class PublicClaim:
    """A claim (see `sholu.claims.model.Claim`) with its figure.

    Attributes:
        value, value_high, unit: as the source has them; ``printed``: its own characters.
    """

    id: str
    indicator: str | None
    place: str | None
    place_printed: str | None
    period_start: str | None
    period_end: str | None
    substance: str | None
    of: str | None
    value: float
    value_high: float | None
    unit: str | None
    value_base: float | None
    value_high_base: float | None
    unit_base: str | None
    printed: str
    qualifier: str
    accumulation: str | None
    suspect: str | None
    likely_reading: str | None
    source: str | None
    cited_source: str | None
    grade: str
    document: str | None
    span: str | None
    status: str
    confidence: float


@dataclass(frozen=True)
class PublicPoint:
    """What one claim says for a place of a series, in the unit of the indicator.

    Attributes:
        claim: id (a cell that says "suppressed" has one that is no claim of `Package.claims`).
        note: what was done to bring it here; ``suspect``: why it cannot be right as printed.
    """

    claim: str
    value: float | None
    value_high: float | None
    low: float | None
    high: float | None
    status: str
    qualifier: str
    printed: str
    source: str | None
    cited_source: str | None
    grade: str
    document: str | None
    published: str | None
    span: str | None
    suspect: str
    note: str


@dataclass(frozen=True)
class PublicObservation:
    """One place of a series (see `sholu.indicators.model.Observation`), its points public ones.

    Attributes:
        rule: what chose the value that is drawn; ``chosen``: its claim, None for a computed value.
        derived: how a computed value came about.
    """

    id: str
    series: str
    indicator: str
    place: str
    substance: str | None
    scope: str
    frequency: str
    accumulation: str
    period: str
    first_day: str
    last_day: str
    value: float | None
    value_high: float | None
    low: float | None
    high: float | None
    unit: str
    status: str
    qualifier: str
    derived: str
    chosen: str | None
    rule: str
    differing: bool
    points: tuple[PublicPoint, ...]


@dataclass(frozen=True)
class PublicDispute:
    """Claims that can't all be true (see `sholu.indicators.dispute_model.Dispute`).

    Attributes:
        explanation, likely_reading: in English.
        explanations, likely_readings: by language; empty in releases made before they were there,
            ``likely_readings`` also where nobody can say.
    """

    id: str
    kind: str
    indicator: str | None
    place: str | None
    period: str | None
    claims: tuple[str, ...]
    reason: str
    explanation: str
    likely_reading: str | None
    severity: str
    explanations: dict[str, str] = field(default_factory=dict)
    likely_readings: dict[str, str] = field(default_factory=dict)

    def explained(self, language: str) -> str:
        """The explanation in a language, else in English."""
        return self.explanations.get(language, self.explanation)

    def probably(self, language: str) -> str | None:
        """The likely reading in a language, else in English; None if nobody can say."""
        return self.likely_readings.get(language, self.likely_reading)

    def spoken(self, language: str) -> str:
        """The language in which the two are told to a reader of ``language``."""
        return language if language in self.explanations else "en"


@dataclass(frozen=True)
class PublicFinding:
    """A finding about public data (see `sholu.core.finding.Finding`)."""

    id: str
    kind: str
    where: str
    statement: str
    evidence: tuple[str, ...]
    method: str
    certainty: str
    gravity: str


@dataclass(frozen=True)
class PublicDecision:
    """What a person decided about something public: when and why, without the person's name.

    Attributes:
        entry: number in the journal; ``target``: id of an event, claim, observation or document.
        fields: what was corrected, field to new value as text.
    """

    entry: int
    at: str
    kind: str
    target: str
    why: str
    fields: dict[str, str]


@dataclass(frozen=True)
class Withdrawn:
    """Something that an earlier release had and this one has no more.

    Attributes:
        what: ``event``, ``claim`` or ``document``.
        title: as the earlier release had it (of a claim what it printed, of a document its name);
            ``release``: the last one that had it.
        at, why: of the decision that withdrew it; None if no decision did (it was read anew).
    """

    what: str
    id: str
    title: str
    release: str
    at: str | None
    why: str | None


@dataclass(frozen=True)
class Coverage:
    """How many documents were read, set aside, failed; never without this beside a result."""

    read: int
    partly_read: int
    set_aside: int
    failed: int
    not_about_drugs: int
    withheld: int

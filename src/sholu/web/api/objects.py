"""What the interface gives beside the nouns of a release's data."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.release.package.model import (
    About,
    Coverage,
    Evidence,
    PublicClaim,
    PublicDecision,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicSource,
    Withdrawn,
)


@dataclass(frozen=True)
class Mistake:
    """Why there is no answer.

    Attributes:
        hint: what to do; ``parameter``: which one is wrong, if one is.
        withdrawn: what stood under this address in an earlier release.
    """

    error: str
    hint: str
    parameter: str = ""
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True)
class Entrance:
    """Where to begin.

    Attributes:
        release: the newest one; None before the first.
        addresses: of the interface, each with what it gives.
    """

    name: dict[str, str]
    banner: dict[str, str]
    release: str | None
    openapi: str
    addresses: dict[str, str]


@dataclass(frozen=True)
class Retraction:
    """Why a release no longer stands, and since when."""

    at: str
    why: str


@dataclass(frozen=True)
class ReleaseEntry:
    """A release in the archive.

    Attributes:
        release: its name, for the parameter of that name.
        reissue: 0 for the first issue; ``why``: of a re-issue.
        items: how many reports it prints.
        has_data: whether this interface can read it; older ones are files only.
        files: PDF, HTML and JSON of it.
    """

    release: str
    number: int
    year: int
    language: str
    reissue: int
    why: str
    period: str
    items: int
    has_data: bool
    retraction: Retraction | None
    files: tuple[str, ...]


@dataclass(frozen=True)
class ReleaseData:
    """What the data of a release are.

    Attributes:
        fingerprint: SHA-256 of what the data say.
        counts: how many there are of each table.
    """

    about: About
    coverage: Coverage
    fingerprint: str
    retraction: Retraction | None
    counts: dict[str, int]


@dataclass(frozen=True)
class EventCount:
    """How many events there are of a code or month."""

    code: str
    name: str
    events: int


@dataclass(frozen=True, kw_only=True)
class EventDetails(PublicEvent):
    """An event, and what people decided about it."""

    decisions: tuple[PublicDecision, ...]


@dataclass(frozen=True, kw_only=True)
class ClaimDetails(PublicClaim):
    """A claim, where it stands, and what people decided about it.

    Attributes:
        observations, disputes: ids of those that it is a part of.
    """

    observations: tuple[str, ...]
    disputes: tuple[str, ...]
    decisions: tuple[PublicDecision, ...]


@dataclass(frozen=True, kw_only=True)
class DisputeDetails(PublicDispute):
    """A dispute with the claims themselves (``sides``), and what people decided about them."""

    sides: tuple[PublicClaim, ...]
    decisions: tuple[PublicDecision, ...]


@dataclass(frozen=True, kw_only=True)
class EvidenceDetails(Evidence):
    """A span in its paragraph, with who says it.

    Attributes:
        file: the document; ``publisher``: its source with grade and known bias.
        picture: address of the page as a picture, None without one.
    """

    file: PublicDocument | None
    publisher: PublicSource | None
    picture: str | None


@dataclass(frozen=True)
class ExportEntry:
    """A format that the whole release comes in.

    Attributes:
        about: what it is for and how to open it, by language.
    """

    format: str
    media_type: str
    address: str
    about: dict[str, str]

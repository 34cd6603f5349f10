"""What the readers of one decision share: its parts, its defendants, whose clause is whose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sholu.mentions.model import AnnotatedDocument
from sholu.verdicts.accused import Accused, share_out
from sholu.verdicts.court_text import CourtText, Stretch
from sholu.verdicts.header import Header
from sholu.verdicts.masses import NamedSubstance
from sholu.vocabulary.law_register import Law

_EVIDENCE = re.compile(
    r"(?:в|на) судебно\w+ (?:заседани|разбирательств)\w+[^.]{0,80}(?:вину|показал|"
    r"пояснил|признал)|допрошенн\w+|вин\w+ (?:подсудим\w+ )?[^.]{0,80}"
    r"(?:подтвержда|доказ|установлен)|(?:действия|содеянное)[^.]{0,80}квалифици|"
    r"будучи допрошен|из показаний|виновным себя|"
    r"сот отырысында|кінәсі[^.]{0,80}дәлелден|кінәсін[^.]{0,30}мойында|"
    r"сотта кінәлі екенін|жарыссөзде|әрекет\w+[^.]{0,60}(?:сарала|бағала)|"
    r"pleaded|admitted (?:his|her) guilt|correctly qualified|properly classified|"
    r"доводы (?:жалобы|ходатайства)|в жалобе"
)
_PLOT_LEAST = 120
"""Code points that a court needs to say what happened, at the least."""


@dataclass(frozen=True)
class Scene:
    """What the readers of one decision share."""

    annotated: AnnotatedDocument
    decision: CourtText
    header: Header
    accused: tuple[Accused, ...]
    substances: tuple[NamedSubstance, ...]
    law: Law
    key: bytes
    plot: Stretch
    evidence: Stretch


def plot_and_evidence(decision: CourtText) -> tuple[Stretch, Stretch]:
    """What the court says happened, and the evidence and reasons after it."""
    start, end = decision.established
    cut = next(
        (m.start() for m in _EVIDENCE.finditer(decision.low, min(end, start + _PLOT_LEAST), end)),
        end,
    )
    while start < cut and not decision.text[start].isalnum():
        start += 1
    cut = max(start, _clause_start(decision.text, cut)) if cut < end else end
    return (start, cut), (cut, end)


def _clause_start(text: str, place: int) -> int:
    """Where the sentence around a place begins."""
    return max(text.rfind("\n", 0, place), text.rfind(". ", 0, place)) + 1


class Shares:
    """The clauses of each part of a decision by defendant."""

    def __init__(self, scene: Scene) -> None:
        decision = scene.decision
        self.plot = share_out(decision, scene.plot, scene.accused)
        self.evidence = share_out(decision, scene.evidence, scene.accused)
        self.operative = share_out(decision, decision.operative, scene.accused)
        self.header = share_out(decision, decision.header, scene.accused)


def joined(decision: CourtText, stretches: Iterable[Stretch]) -> str:
    return " ".join(decision.words(stretch) for stretch in stretches)


def day_of(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None  # the 31st of a month that has none, as printed

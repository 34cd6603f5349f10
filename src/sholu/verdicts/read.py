"""Read the court decisions of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sholu.core.finding import Finding, make_finding
from sholu.core.ids import identify
from sholu.evidence.model import Span
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument, Mention
from sholu.mentions.redaction import Redactor
from sholu.verdicts import VERSION
from sholu.verdicts.accused import find_accused
from sholu.verdicts.articles import find_citations
from sholu.verdicts.court_text import CourtText, Stretch, find_decisions
from sholu.verdicts.defendant import read_defendant, seized_of
from sholu.verdicts.header import Header, find_dates, read_header
from sholu.verdicts.masking import mask_court, officials_among
from sholu.verdicts.masses import NamedSubstance
from sholu.verdicts.model import (
    Defendant,
    Verdict,
    VerdictReading,
)
from sholu.verdicts.names import find_names
from sholu.verdicts.operative import (
    read_outcome,
)
from sholu.verdicts.scene import Scene, Shares, day_of, plot_and_evidence
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.model import Vocabulary

READER = f"verdicts {VERSION}"

DRUG_ARTICLES = {
    "2014": frozenset(
        ["286", "296", "297", "298", "299", "299-1", "300", "301", "302", "303", "310"]
    ),
    "1997": frozenset(["250", "259", "260", "261", "262", "263", "264", "265", "266"]),
}
"""Articles on drugs of the codes of 2014 and 1997; 286 and 250 are contraband of several things."""

_GENERIC = "unspecified"
_DRUG_WORD = re.compile(r"наркот|есірткі|психотроп|прекурсор|narcotic|\bdrug|psychotropic")


def mask_decisions(
    annotated: AnnotatedDocument, key: bytes
) -> tuple[AnnotatedDocument, tuple[CourtText, ...]]:
    """The document with the persons of its court decisions masked, and those decisions.

    Args:
        key: the observatory's key for pseudonyms.

    Returns:
        The document as it is, and nothing, if it holds no decision.
    """
    decisions = find_decisions(annotated.text.text)
    return (mask_court(annotated, decisions, key) if decisions else annotated), decisions


def read_verdicts(
    annotated: AnnotatedDocument,
    decisions: Sequence[CourtText],
    vocabulary: Vocabulary,
    law: Law,
    key: bytes,
) -> VerdictReading:
    """Read decisions that a document holds; those about something else than drugs are set aside.

    Args:
        annotated: masked by `mask_decisions`, which gives the decisions too.
        key: the observatory's key for pseudonyms.
    """
    verdicts, aside = [], Counter[str]()
    for decision in decisions:
        verdict = _read_one(annotated, decision, vocabulary, law, key)
        if isinstance(verdict, str):
            aside[verdict] += 1
        else:
            verdicts.append(verdict)
    findings = [_not_understood(verdict) for verdict in verdicts if _missing(verdict)]
    reasons = [f"{number} decision(s): {why}" for why, number in aside.items()]
    return VerdictReading(tuple(verdicts), tuple(findings), "; ".join(reasons))


def _read_one(
    annotated: AnnotatedDocument,
    decision: CourtText,
    vocabulary: Vocabulary,
    law: Law,
    key: bytes,
) -> Verdict | str:
    """One decision, or why it is set aside."""
    inside = [m for m in annotated.mentions if _within(m, decision.whole)]
    people = [(m.span.start, m.span.end) for m in inside if m.kind == "person"]
    names = find_names(decision.text, decision.whole, people)
    accused = find_accused(decision, names, officials_among(decision.text, names))
    substances = _named_substances(inside, vocabulary)
    if not _is_about_drugs(decision, substances):
        return "not about drugs"
    if not accused:
        return "no defendant was found"
    plot, evidence = plot_and_evidence(decision)
    scene = Scene(
        annotated,
        decision,
        read_header(decision, inside, vocabulary),
        accused,
        substances,
        law,
        key,
        plot,
        evidence,
    )
    return _verdict(scene)


def _within(mention: Mention, stretch: Stretch) -> bool:
    return stretch[0] <= mention.span.start < stretch[1]


def _named_substances(
    mentions: Iterable[Mention], vocabulary: Vocabulary
) -> tuple[NamedSubstance, ...]:
    """Substances named, without words for drugs in general."""
    return tuple(
        NamedSubstance(m.span.start, m.span.end, m.code)
        for m in mentions
        if m.kind == "substance" and m.code and vocabulary.substance(m.code).group != _GENERIC
    )


def _is_about_drugs(decision: CourtText, substances: Sequence[NamedSubstance]) -> bool:
    """Whether an article only on drugs is cited, or another and drugs are named too."""
    cited = {one.article for one in find_citations(decision.low, *decision.whole)}
    years = [
        int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", decision.words(decision.header))
    ]
    code = "1997" if years and max(years) < 2015 else "2014"
    if cited & (DRUG_ARTICLES[code] - {"286", "250"}):
        return True
    named = substances or _DRUG_WORD.search(decision.words(decision.whole))
    return bool(named) and bool(cited & (DRUG_ARTICLES["2014"] | DRUG_ARTICLES["1997"]))


def _verdict(scene: Scene) -> Verdict:
    decision, header = scene.decision, scene.header
    offence = _offence_date(scene)
    day = day_of(offence) or day_of(header.date)
    shares = Shares(scene)
    operative_words = decision.words(decision.operative)
    outcome = (
        read_outcome(operative_words)
        if header.case_kind in ("appeal", "cassation", "supervision")
        else None
    )
    defendants = tuple(
        read_defendant(scene, shares, place, outcome, day) for place in range(len(scene.accused))
    )
    spans = _spans(scene, shares)
    redactor = Redactor(scene.annotated.mentions)
    return Verdict(
        id=identify("verdict", scene.annotated.document.id, *decision.whole),
        document=scene.annotated.document.id,
        language=decision.language,
        court=header.court,
        region=header.region,
        date=header.date,
        offence_date=offence,
        case_kind=header.case_kind,
        outcome=outcome,
        case_number=header.case_number,
        first_decision=header.first_decision,
        case=_case(header, defendants, scene.annotated.document.id),
        defendants=defendants,
        circumstances=redactor.stretch(decision.text[slice(*scene.plot)], scene.plot[0]).strip(),
        marking=scene.annotated.document.marking,
        spans=tuple(redactor.span(span) for span in spans),
        understood=_understood(header, defendants),
        status="proposed",
        reader=READER,
    )


def _offence_date(scene: Scene) -> str | None:
    """The first day in what happened, if it is not after the decision."""
    dates = [iso for iso, _ in find_dates(scene.decision.low, scene.plot)]
    limit = scene.header.date or "9999"
    return next((iso for iso in dates if iso <= limit and iso != scene.header.first_decision), None)


def _case(header: Header, defendants: Sequence[Defendant], document: str) -> str:
    """An id by the number and the year; without a number by what was first decided of whom."""
    if header.case_number:
        return identify("case", header.case_number.lower(), header.region)
    people = sorted(str(one.person) for one in defendants)
    return identify("case", header.first_decision or header.date or document, *people)


def _spans(scene: Scene, shares: Shares) -> list[Span]:
    """Court, date, operative part, masses and articles of all defendants."""
    text, header, decision = scene.annotated.text, scene.header, scene.decision
    places = [place for place in (header.court_at, header.date_at, decision.operative) if place]
    for number in range(len(scene.accused)):
        places += [(one.start, one.end) for one in seized_of(scene, shares, number)]
    return [make_span(text, *place) for place in dict.fromkeys(places) if place[0] < place[1]]


def _understood(header: Header, defendants: Sequence[Defendant]) -> tuple[str, ...]:
    known = {
        "court": header.court is not None,
        "date": header.date is not None,
        "articles": all(one.articles for one in defendants),
        "substances": all(one.substances for one in defendants),
        "decision": all(one.decision for one in defendants),
        "story": all(one.story for one in defendants),
    }
    return tuple(name for name, is_known in known.items() if is_known)


def _missing(verdict: Verdict) -> list[str]:
    return [
        name for name in ("court", "date", "articles", "decision") if name not in verdict.understood
    ]


def _not_understood(verdict: Verdict) -> Finding:
    return make_finding(
        "verdict_incomplete",
        verdict.id,
        f"Of a decision nothing was understood about: {', '.join(_missing(verdict))}.",
        evidence=tuple(span.id for span in verdict.spans[:1]),
        method="reader of court decisions",
        gravity="low",
    )

"""Read the court decisions of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sholu.core.finding import Finding, make_finding
from sholu.core.ids import identify
from sholu.evidence.model import Span
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument, Mention
from sholu.mentions.pseudonyms import pseudonym
from sholu.mentions.redaction import Redactor
from sholu.verdicts import VERSION
from sholu.verdicts.accused import Accused, find_accused, share_out
from sholu.verdicts.articles import Citation, find_citations
from sholu.verdicts.circumstances import (
    NOT_REPEATED,
    REPEATED,
    read_how_found,
    read_mitigating,
    read_repeated,
    read_special_procedure,
    read_story,
)
from sholu.verdicts.court_text import CourtText, Stretch, find_decisions
from sholu.verdicts.header import Header, find_dates, read_header
from sholu.verdicts.law import size_of, version_of
from sholu.verdicts.masking import mask_court, officials_among
from sholu.verdicts.masses import NamedSubstance, Seized, find_seized, said_size, settle
from sholu.verdicts.model import (
    AppliedArticle,
    Defendant,
    FoundSubstance,
    Sanction,
    Verdict,
    VerdictReading,
)
from sholu.verdicts.names import find_names
from sholu.verdicts.operative import (
    after_reclassification,
    is_acquittal,
    is_below_lowest,
    is_confiscated,
    is_medical,
    read_decision,
    read_outcome,
    read_treatment,
    sanctions_after_appeal,
)
from sholu.verdicts.sanctions import read_sanctions
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

_GENERIC = "unspecified"
_DRUG_WORD = re.compile(r"наркот|есірткі|психотроп|прекурсор|narcotic|\bdrug|psychotropic")


@dataclass(frozen=True)
class _Scene:
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
    plot, evidence = _plot(decision)
    scene = _Scene(
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
    """Whether an article on drugs is cited that nothing else falls under, or drugs are named too."""
    cited = {one.article for one in find_citations(decision.low, *decision.whole)}
    years = [
        int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", decision.words(decision.header))
    ]
    code = "1997" if years and max(years) < 2015 else "2014"
    if cited & (DRUG_ARTICLES[code] - {"286", "250"}):
        return True
    named = substances or _DRUG_WORD.search(decision.words(decision.whole))
    return bool(named) and bool(cited & (DRUG_ARTICLES["2014"] | DRUG_ARTICLES["1997"]))


def _plot(decision: CourtText) -> tuple[Stretch, Stretch]:
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


def _verdict(scene: _Scene) -> Verdict:
    decision, header = scene.decision, scene.header
    offence = _offence_date(scene)
    day = _day(offence) or _day(header.date)
    shares = _Shares(scene)
    operative_words = decision.words(decision.operative)
    outcome = (
        read_outcome(operative_words)
        if header.case_kind in ("appeal", "cassation", "supervision")
        else None
    )
    defendants = tuple(
        _defendant(scene, shares, place, outcome, day) for place in range(len(scene.accused))
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


class _Shares:
    """The clauses of each part of a decision by defendant."""

    def __init__(self, scene: _Scene) -> None:
        decision = scene.decision
        self.plot = share_out(decision, scene.plot, scene.accused)
        self.evidence = share_out(decision, scene.evidence, scene.accused)
        self.operative = share_out(decision, decision.operative, scene.accused)
        self.header = share_out(decision, decision.header, scene.accused)


def _joined(decision: CourtText, stretches: Iterable[Stretch]) -> str:
    return " ".join(decision.words(stretch) for stretch in stretches)


def _defendant(
    scene: _Scene, shares: _Shares, place: int, outcome: str | None, day: date | None
) -> Defendant:
    decision = scene.decision
    operative = _joined(decision, shares.operative[place])
    told = _joined(decision, [*shares.header[place], *shares.plot[place], *shares.evidence[place]])
    plot = _joined(decision, shares.plot[place])
    medical = is_medical(decision.words(decision.whole))
    decided, sanctions = _decided(scene, operative, told, outcome, medical)
    deciding = told + " " + operative if outcome or decision.is_correction else operative
    citations = _articles(scene, shares, place, decided, outcome)
    found = [] if decision.is_correction else _seized(scene, shares, place)
    mitigating_words = (
        decision.words(scene.evidence)
        if len(scene.accused) == 1
        else _joined(decision, shares.evidence[place])
    )
    numbers = [one.article for one in citations]
    return Defendant(
        person=_person(scene, place),
        role=_role(told),
        articles=tuple(_applied(scene.law, one, day) for one in citations),
        substances=tuple(_found(scene, one, plot, found, day) for one in found),
        how_found=None
        if decision.is_correction
        else read_how_found(plot, decision.words(scene.evidence)),
        story=None
        if decision.is_correction
        else read_story(plot, numbers, [one.part for one in citations]),
        decision=decided,
        sanctions=sanctions,
        below_lowest_limit=decided == "convicted" and is_below_lowest(deciding),
        confiscation=decided != "acquitted"
        and is_confiscated(
            f"{_first_verdict(told, decision.language)} {operative}" if outcome else operative
        ),
        compulsory_treatment="psychiatric"
        if decided == "medical_measures"
        else read_treatment(deciding),
        mitigating=read_mitigating(plot + " " + mitigating_words),
        special_procedure=read_special_procedure(decision.words(decision.whole)),
        repeated=_repeated(scene, place),
    )


_VERB_LAST = 260
_REPEATED = 600
"""Code points that the repeated sentence of a first court takes before and after its verb."""

_RECORD = re.compile(
    r"бұрын[^,;]{0,120}?сотталған(?! емес)|"
    r"ранее[^;)]{0,40}судим\w*[^;)]{0,160}?(?:,|;|\)|\n)|"
    r"previously convicted[^,;)]{0,120}"
)
_BY_FIRST_COURT = re.compile(
    r"осужден[аы]?\b|осужденн\w+ (?=по |к )|осуждался|признан\w*[^.]{0,20} виновн|"
    r"кінәлі деп|(?:ға|ге|қа|ке) сотталған|"
    r"(?:was|were|been) (?:convicted|found guilty|sentenced)|found guilty|sentenced"
)


def _decided(
    scene: _Scene, operative: str, told: str, outcome: str | None, medical: bool
) -> tuple[str | None, tuple[Sanction, ...]]:
    """Decision and punishments in force after it; of a higher court and a corrigendum the old ones
    as far as they stand."""
    if scene.decision.is_correction or outcome == "upheld":
        standing = _first_verdict(told, scene.decision.language)
        decided = read_decision(standing, is_medical=False) if standing else None
        return decided or "convicted", read_sanctions(standing)
    decided = read_decision(operative, medical)
    if outcome == "changed":
        if decided in ("acquitted", "terminated", "returned"):
            return decided, ()
        old = _first_verdict(told, scene.decision.language)
        return "convicted", sanctions_after_appeal(operative, old)
    if decided != "convicted":
        return decided, ()
    return decided, read_sanctions(operative)


def _first_verdict(told: str, language: str) -> str:
    """The words that repeat the first decision, up to what happened and what is asked for.

    In Kazakh the verb stands after the punishment, in Russian and English before it.
    """
    present = _RECORD.sub(" ", told)
    first = _BY_FIRST_COURT.search(present)
    if first is None:
        return ""
    start = max(0, first.start() - _VERB_LAST) if language == "kk" else first.start()
    words = present[start : first.end() + _REPEATED]
    paragraph = words.find("\n", first.end() - start)
    words = words[:paragraph] if paragraph > 0 else words
    return re.split(
        r"установил|анықтады|established:|из материалов дела|прос(?:ит|ят|ил)|сұрайды|"
        r"в жалобе|asks?\b",
        words,
    )[0]


def _articles(
    scene: _Scene, shares: _Shares, place: int, decided: str | None, outcome: str | None
) -> list[Citation]:
    """What the decision rests on: the operative part, else the accusation."""
    decision = scene.decision
    sources = [
        shares.operative[place],
        shares.header[place],
        shares.evidence[place],
        shares.plot[place],
    ]
    if decision.is_correction or outcome == "upheld":
        sources = [
            shares.header[place],
            shares.plot[place],
            shares.evidence[place],
            shares.operative[place],
        ]
    for stretches in sources:
        if decided == "convicted":
            stretches = [s for s in stretches if not is_acquittal(decision.words(s))]
        found = [one for stretch in stretches for one in _cited(scene, stretch)]
        kept = _without_repeats([one for one in found if not _of_the_past(decision, one)])
        if kept:
            return kept
    return []


def _cited(scene: _Scene, stretch: Stretch) -> list[Citation]:
    words = scene.decision.words(stretch)
    start = stretch[0] + after_reclassification(words)
    return list(find_citations(scene.decision.low, start, stretch[1]))


_PAST = re.compile(
    r"(?:ранее|бұрын|previously|судим\w*)[^;\n]{0,110}$|"
    r"(?:административн\w+ ответственност)[^.]{0,60}$"
)


def _of_the_past(decision: CourtText, one: Citation) -> bool:
    """Whether the article is of an earlier conviction."""
    before = decision.low[max(decision.whole[0], one.start - 110) : one.start]
    last = re.split(
        r"обвин|айыпта|предусмотр|charged|несудим|не судим|сотталмаған|without previous", before
    )[-1]
    return bool(_PAST.search(last))


def _without_repeats(found: Sequence[Citation]) -> list[Citation]:
    """Each article and part once, with all its points; an article without part gives way."""
    kept: dict[tuple[str, str | None], Citation] = {}
    for one in found:
        known = kept.get((one.article, one.part))
        if known is None:
            kept[(one.article, one.part)] = one
        else:
            points = tuple(dict.fromkeys([*known.points, *one.points]))
            kept[(one.article, one.part)] = replace(known, points=points)
    with_part = {article for article, part in kept if part is not None}
    return [
        one for (article, part), one in kept.items() if part is not None or article not in with_part
    ]


def _applied(law: Law, one: Citation, day: date | None) -> AppliedArticle:
    return AppliedArticle(
        one.article, one.part, one.points, version_of(law, one.article, one.part, day)
    )


def _seized(scene: _Scene, shares: _Shares, place: int) -> list[Seized]:
    """Masses of one defendant: from what happened, else from the evidence, else the operative."""
    for stretches in (shares.plot[place], shares.evidence[place], shares.operative[place]):
        found: list[Seized] = []
        context = _first_named(scene, stretches)
        for stretch in stretches:
            one = find_seized(scene.decision.low, stretch, scene.substances, context)
            named = [s.code for s in scene.substances if stretch[0] <= s.start < stretch[1]]
            context = named[-1] if named else context
            found += one
        if found:
            return settle(found)
    return []


def _first_named(scene: _Scene, stretches: Sequence[Stretch]) -> str | None:
    """The first substance named in some clauses; a mass may stand before it."""
    return next(
        (one.code for s, e in stretches for one in scene.substances if s <= one.start < e), None
    )


def _found(
    scene: _Scene, one: Seized, plot: str, shared: Sequence[Seized], day: date | None
) -> FoundSubstance:
    """A mass with its size: as its own clause says, as the plot says if there is no other mass, as
    the law register says."""
    size = one.size or (said_size(plot) if len(shared) == 1 else None)
    return FoundSubstance(
        substance=one.substance,
        mass_g=one.mass_g,
        count=one.count,
        gross_or_net=one.gross_or_net,
        size_category=size or size_of(scene.law, one.substance, one.mass_g, one.gross_or_net, day),
    )


_ROLES = (
    (
        "organiser",
        re.compile(
            r"организатор(?:ом|а)? (?:преступлени|группы)|являясь организатором|"
            r"в качестве организатора|ұйымдастырушы ретінде|as the organi[sz]er"
        ),
    ),
    ("instigator", re.compile(r"подстрекател|азғырушы|instigator")),
    (
        "accomplice",
        re.compile(
            r"пособник|в форме пособничества|көмектесуші|as an accomplice|" r"aiding and abetting"
        ),
    ),
    (
        "co_perpetrator",
        re.compile(
            r"соисполнител|группой лиц по предварительному сговору|"
            r"по предварительному сговору|бірлесіп орындаушы|алдын ала сөз байласу|"
            r"co-perpetrator|by prior conspiracy"
        ),
    ),
    (
        "perpetrator",
        re.compile(
            r"исполнител[ья] преступлени|в качестве исполнителя|орындаушы ретінде|"
            r"as the perpetrator"
        ),
    ),
)


def _role(words: str) -> str | None:
    """The role that the decision itself gives a defendant."""
    return next((code for code, pattern in _ROLES if pattern.search(words)), None)


def _repeated(scene: _Scene, place: int) -> bool | None:
    """Convicted before: what stands nearest to the defendant's name in the accusation."""
    decision = scene.decision
    start, end = decision.header
    end = decision.operative[0] if scene.header.case_kind != "first_instance" else end
    if len(scene.accused) == 1:
        return read_repeated(decision.low[start:end])
    cues = [(m.start(), False) for m in NOT_REPEATED.finditer(decision.low, start, end)] + [
        (m.start(), True) for m in REPEATED.finditer(decision.low, start, end)
    ]
    names = sorted(
        (name.start, number)
        for number, one in enumerate(scene.accused)
        for name in one.names
        if start <= name.start < end
    )
    for at, value in sorted(cues):
        line = decision.text.rfind("\n", 0, at), decision.text.find("\n", at)
        owners = [n for n in names if line[0] < n[0] < line[1]] or [n for n in names if n[0] < at]
        if owners and min(owners, key=lambda name: abs(name[0] - at))[1] == place:
            return value
    return None


def _offence_date(scene: _Scene) -> str | None:
    """The first day in what happened, if it is not after the decision."""
    dates = [iso for iso, _ in find_dates(scene.decision.low, scene.plot)]
    limit = scene.header.date or "9999"
    return next((iso for iso in dates if iso <= limit and iso != scene.header.first_decision), None)


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None  # the 31st of a month that has none, as printed


def _person(scene: _Scene, place: int) -> str:
    """A pseudonym by surname and first letter; letters alone are one person within a case only."""
    name = scene.accused[place].fullest
    words = " ".join(
        [
            min(name.surname, key=lambda stem: (len(stem), stem)) if name.surname else "",
            *name.initials,
        ]
    ).strip()
    if not name.surname:
        words = f"{words} {scene.header.case_number or scene.annotated.document.id}"
    return pseudonym(words, scene.key)


def _case(header: Header, defendants: Sequence[Defendant], document: str) -> str:
    """An id by the number and the year; without a number by what was first decided of whom."""
    if header.case_number:
        return identify("case", header.case_number.lower(), header.region)
    people = sorted(str(one.person) for one in defendants)
    return identify("case", header.first_decision or header.date or document, *people)


def _spans(scene: _Scene, shares: _Shares) -> list[Span]:
    """Court, date, operative part, masses and articles of all defendants."""
    text, header, decision = scene.annotated.text, scene.header, scene.decision
    places = [place for place in (header.court_at, header.date_at, decision.operative) if place]
    for number in range(len(scene.accused)):
        places += [(one.start, one.end) for one in _seized(scene, shares, number)]
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

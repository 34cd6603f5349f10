"""Read what one decision says of one defendant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sholu.mentions.pseudonyms import pseudonym
from sholu.verdicts.accused import accused_pseudonym
from sholu.verdicts.articles import Citation, find_citations
from sholu.verdicts.circumstances import read_how_found, read_story
from sholu.verdicts.court_text import CourtText, Stretch
from sholu.verdicts.law import size_of, version_of
from sholu.verdicts.masses import Seized, find_seized, said_size, settle
from sholu.verdicts.model import (
    AppliedArticle,
    Defendant,
    FoundSubstance,
    Sanction,
)
from sholu.verdicts.operative import (
    after_reclassification,
    is_acquittal,
    is_below_lowest,
    is_confiscated,
    is_medical,
    read_decision,
    read_treatment,
    sanctions_after_appeal,
)
from sholu.verdicts.sanctions import read_sanctions
from sholu.verdicts.scene import Scene, Shares, joined
from sholu.verdicts.weighing import (
    NOT_REPEATED,
    REPEATED,
    read_mitigating,
    read_repeated,
    read_special_procedure,
)
from sholu.vocabulary.law_register import Law


def read_defendant(
    scene: Scene, shares: Shares, place: int, outcome: str | None, day: date | None
) -> Defendant:
    decision = scene.decision
    operative = joined(decision, shares.operative[place])
    told = joined(decision, [*shares.header[place], *shares.plot[place], *shares.evidence[place]])
    plot = joined(decision, shares.plot[place])
    medical = is_medical(decision.words(decision.whole))
    decided, sanctions = _decided(scene, operative, told, outcome, medical)
    deciding = told + " " + operative if outcome or decision.is_correction else operative
    citations = _articles(scene, shares, place, decided, outcome)
    found = [] if decision.is_correction else seized_of(scene, shares, place)
    mitigating_words = (
        decision.words(scene.evidence)
        if len(scene.accused) == 1
        else joined(decision, shares.evidence[place])
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
    scene: Scene, operative: str, told: str, outcome: str | None, medical: bool
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
    scene: Scene, shares: Shares, place: int, decided: str | None, outcome: str | None
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


def _cited(scene: Scene, stretch: Stretch) -> list[Citation]:
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


def seized_of(scene: Scene, shares: Shares, place: int) -> list[Seized]:
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


def _first_named(scene: Scene, stretches: Sequence[Stretch]) -> str | None:
    """The first substance named in some clauses; a mass may stand before it."""
    return next(
        (one.code for s, e in stretches for one in scene.substances if s <= one.start < e), None
    )


def _found(
    scene: Scene, one: Seized, plot: str, shared: Sequence[Seized], day: date | None
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


def _repeated(scene: Scene, place: int) -> bool | None:
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


def _person(scene: Scene, place: int) -> str:
    """A pseudonym by the name; of letters alone one that holds within a case only."""
    accused = scene.accused[place]
    case = scene.header.case_number or scene.annotated.document.id
    letters = " ".join(accused.fullest.initials)
    return accused_pseudonym(accused, scene.key) or pseudonym(f"{letters} {case}", scene.key)

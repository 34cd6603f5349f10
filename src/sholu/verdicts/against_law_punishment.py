"""Whether the law of the day allows a punishment: its kind, its maximum, its minimum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.verdicts.against_law_model import Question, article_words, cited, sanction_words
from sholu.verdicts.model import AppliedArticle, Defendant, Sanction
from sholu.verdicts.practice_persons import provisions_on
from sholu.vocabulary import law as code
from sholu.vocabulary.law_register import Law

KINDS_OF_LAW = {"corrective_labour": "corrective_work"}
"""Kinds that the register names otherwise."""

MAIN_KINDS = (
    "fine", "corrective_labour", "community_service", "arrest", "restriction_of_freedom",
    "imprisonment", "life_imprisonment",
)  # fmt: skip
"""Main punishments, lightest first (Criminal Code of Kazakhstan 2014, Article 40). Additional ones
come from the general part too, which the register does not hold."""

_ROUNDING = 0.005
"""Share by which an amount may pass a limit: fines in tenge are rounded."""

_EARLIER = "Was a term from an earlier sentence added to it (Article 60)?"
_MISREAD = "Is the part misprinted or misread?"


@dataclass(frozen=True)
class Applied:
    """An article that a person was judged under, with its versions on the days of the law."""

    article: AppliedArticle
    versions: tuple[tuple[date, code.Provision], ...]

    @property
    def provisions(self) -> tuple[code.Provision, ...]:
        return tuple(dict.fromkeys(provision for _, provision in self.versions))


@dataclass(frozen=True)
class Judged:
    """What the checks of punishments need of a person's decision."""

    defendant: Defendant
    applied: tuple[Applied, ...]
    days: tuple[date, ...]
    spans: tuple[str, ...]
    law: Law

    @property
    def label(self) -> str:
        return ", ".join(article_words(one.article) for one in self.applied)

    @property
    def sources(self) -> tuple[str, ...]:
        provisions = (provision for one in self.applied for provision in one.provisions)
        return cited(citation for provision in provisions for citation in provision.citations)

    @property
    def is_sure(self) -> bool:
        """Whether no other rule is in sight: one article, no earlier sentence."""
        return len(self.applied) == 1 and not self.defendant.repeated


def check_punishments(judged: Judged) -> Iterator[Question]:
    """What the law does not allow among the punishments that finally stand.

    The final punishment of several articles is asked of all together: it may be any that one of
    them allows, no more than all their maxima, no less than the highest of their minima.
    """
    if not judged.applied or not all(one.provisions for one in judged.applied):
        return
    for sanction in judged.defendant.sanctions:
        if sanction.kind not in MAIN_KINDS:
            continue
        refused = _not_allowed(judged, sanction)
        if refused:
            yield refused
            continue
        yield from _milder(judged, sanction)
        yield from _beyond(judged, sanction)


def _not_allowed(judged: Judged, sanction: Sanction) -> Question | None:
    kind = KINDS_OF_LAW.get(sanction.kind, sanction.kind)
    allowed = [p.allows(kind) for one in judged.applied for p in one.provisions]
    if any(answer is not False for answer in allowed):
        return None
    words = sanction_words(sanction)
    why = "A criminal offence (misdemeanour) has no such punishment (Article 10, part 3)."
    return _question(
        judged,
        "kind_not_allowed",
        words,
        f"no {sanction.kind.replace('_', ' ')}",
        f"Under Article {judged.label} the decision says {words}; the law of the day allows no "
        f"{sanction.kind.replace('_', ' ')}. {why} {_EARLIER} {_MISREAD}",
    )


def _milder(judged: Judged, sanction: Sanction) -> Iterator[Question]:
    """A kind lighter than all that are known, where no ground for it is named."""
    known = {
        s.kind for one in judged.applied for p in one.provisions for s in p.sanctions
    } & {KINDS_OF_LAW.get(kind, kind) for kind in MAIN_KINDS}  # fmt: skip
    held = all(p.sanctions for one in judged.applied for p in one.provisions)
    order = [KINDS_OF_LAW.get(kind, kind) for kind in MAIN_KINDS]
    kind = order[MAIN_KINDS.index(sanction.kind)]
    if not known or not held or _has_ground(judged.defendant):
        return
    if order.index(kind) < min(order.index(one) for one in known):
        words, lightest = sanction_words(sanction), min(known, key=order.index).replace("_", " ")
        yield _question(
            judged,
            "milder_kind",
            words,
            lightest,
            f"Under Article {judged.label} the decision says {words}; the lightest punishment that "
            f"the register knows there is {lightest}, and no ground for a lighter one was read "
            "(Article 55). The register may lack a punishment.",
            is_note=True,
        )


def _beyond(judged: Judged, sanction: Sanction) -> Iterator[Question]:
    """A term or a sum above the maximum, or below the minimum without a named ground."""
    limits = [_limits(judged, one, sanction) for one in judged.applied]
    words = sanction_words(sanction)
    unit = next((unit for _, _, unit in limits if unit), "")
    amounts = _amounts(judged, sanction, unit)
    highest = [top for _, top, _ in limits if top is not None]
    most = sum(highest) if len(highest) == len(limits) else None
    if amounts and most is not None and min(amounts) > most * (1 + _ROUNDING):
        yield _question(
            judged,
            "above_maximum",
            words,
            f"at most {most:g} {unit}",
            f"Under Article {judged.label} the decision says {words}; the law of the day has at "
            f"most {most:g} {unit}. {_EARLIER} {_MISREAD}",
        )
    least = max((low for low, _, _ in limits if low is not None), default=None)
    if least is None or not amounts or _has_ground(judged.defendant):
        return
    if max(amounts) < least * (1 - _ROUNDING):
        yield _question(
            judged,
            "below_minimum",
            words,
            f"at least {least:g} {unit}",
            f"Under Article {judged.label} the decision says {words}; the law of the day has at "
            f"least {least:g} {unit}, and no ground for less was read. On which ground (Article "
            f"55: exceptional circumstances, an agreement) was it set? {_MISREAD}",
        )


def is_below_minimum(judged: Judged) -> bool | None:
    """Whether the term of imprisonment is below the least that the law of the day has.

    Whatever the ground: Article 55 lets a court go below it. None without a term, or where an
    applied article's minimum is not known.
    """
    terms = [s for s in judged.defendant.sanctions if s.kind == "imprisonment" and s.months]
    if not terms or not judged.applied:
        return None
    lows = [_limits(judged, one, terms[0])[0] for one in judged.applied]
    known = [low for low in lows if low is not None]
    longest = max(term.months or 0.0 for term in terms)
    if len(known) < len(lows):
        return None
    return longest < max(known) * (1 - _ROUNDING)


def judge(one: Defendant, days: Sequence[date], spans: tuple[str, ...], law: Law) -> Judged:
    """A person's decision with the versions of its articles on the days of the law."""
    applied = tuple(Applied(a, tuple(provisions_on(law, a, days))) for a in one.articles)
    return Judged(one, applied, tuple(days), spans, law)


def _limits(
    judged: Judged, one: Applied, sanction: Sanction
) -> tuple[float | None, float | None, str]:
    """The widest limits of an article's versions and clauses without a number; None if unknown."""
    kind = KINDS_OF_LAW.get(sanction.kind, sanction.kind)
    lows: list[float | None] = []
    tops: list[float | None] = []
    unit = ""
    for provision in (*one.provisions, *_unnumbered(judged.law, one)):
        for rule in provision.sanctions:
            if rule.kind == kind:
                factor = code.MONTHS_A_UNIT.get(rule.unit or "", 1.0)
                unit = "months" if rule.unit in code.MONTHS_A_UNIT else rule.unit or ""
                lows.append(None if rule.minimum is None else rule.minimum * factor)
                tops.append(None if rule.maximum is None else rule.maximum * factor)
    low = None if not lows or None in lows else min(x for x in lows if x is not None)
    top = None if not tops or None in tops else max(x for x in tops if x is not None)
    return low, top, unit


def _unnumbered(law: Law, one: Applied) -> list[code.Provision]:
    """Clauses of the article whose part no source prints: any part may be meant by them."""
    return [
        provision
        for day, applied in one.versions
        for provision in law.parts(applied.code, applied.article, day)
        if provision.part and not provision.part[0].isdigit()
    ]


def _amounts(judged: Judged, sanction: Sanction, unit: str) -> list[float]:
    """The amount in the unit of the law, by the index of each day for a fine in tenge."""
    plain = {"months": sanction.months, "days": sanction.days, "hours": sanction.hours,
             "KZT": sanction.amount_kzt, "MCI": sanction.amount_mci}.get(unit)  # fmt: skip
    if plain is not None:
        return [plain]
    if unit == "MCI" and sanction.amount_kzt is not None:
        indices = [judged.law.index_kzt(day) for day in judged.days]
        return [sanction.amount_kzt / index for index in indices if index]
    return []


def _has_ground(one: Defendant) -> bool:
    """Whether the decision names a ground for less than the minimum (Article 55; a minor's term,
    Article 81)."""
    return (
        one.below_lowest_limit
        or one.special_procedure == "procedural_agreement"
        or "youth" in one.mitigating
    )


def _question(
    judged: Judged, kind: str, applied: str, allowed: str, statement: str, *, is_note: bool = False
) -> Question:
    # Most terms of the register are not verified against the act; that a misdemeanour leads to no
    # prison is.
    is_likely = kind == "kind_not_allowed" and judged.is_sure
    certainty = "likely" if is_likely else "possible"
    return Question(
        kind, is_note, judged.label, applied, allowed, statement, certainty, judged.spans,
        judged.sources,
    )  # fmt: skip


def sized_versions(applied: Sequence[Applied]) -> list[tuple[Applied, frozenset[str]]]:
    """Articles whose parts differ by the size of the mass, with the sizes that they are for."""
    found = []
    for one in applied:
        sizes = {provision.size for provision in one.provisions}
        if sizes and None not in sizes:
            found.append((one, frozenset(size for size in sizes if size)))
    return found

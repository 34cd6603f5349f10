"""What changed in the law between two days, and what a proposal would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.vocabulary.law import (
    CATEGORIES,
    Citation,
    LawError,
    Provision,
    Sanction,
)
from sholu.vocabulary.law_proposal import Proposal, ProposedChange
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.wording import Wording

PRISON: tuple[str, ...] = ("imprisonment", "life_imprisonment")


@dataclass(frozen=True)
class Compared:
    """How the new rule stands to one of the rules before it.

    Attributes:
        direction: ``lighter``, ``severer``, ``same``, ``mixed``, ``unknown`` or ``repealed``.
    """

    before: Provision
    direction: str


@dataclass(frozen=True)
class Difference:
    """One line of a change of law.

    Attributes:
        key: act, article and part.
        covers: what it is about, after the change if there is one.
        condition: the case that this line is about; None for all.
        after: the provision on the second day; None if it is repealed.
        sanctions: what ``after`` allows in this case; none is unknown.
        direction: as in `Compared`, or ``new``.
        direction_stated: what the source itself calls it, None if it doesn't.
        compared: with each provision that held the matter on the first day; none if nothing did,
            or if the register doesn't know.
    """

    key: str
    covers: Wording
    condition: Wording | None
    after: Provision | None
    sanctions: tuple[Sanction, ...]
    direction: str
    direction_stated: str | None
    compared: tuple[Compared, ...]
    sources: tuple[Citation, ...]

    @property
    def before(self) -> tuple[Provision, ...]:
        """The provisions that held the matter on the first day."""
        return tuple(one.before for one in self.compared)

    @property
    def shown(self) -> Provision:
        """The provision that the line is about: as it is after, or was if it is repealed."""
        return self.after or self.compared[0].before


def differences(law: Law, start: date, end: date) -> tuple[Difference, ...]:
    """What changed from one day to another (both as they stand on that day), by article.

    A provision is changed if another version of it is in force on the second day; where it is new
    it is compared with those that held the matter before (``formerly``). A provision that is gone,
    and that no other took over, is repealed.

    Raises:
        LawError: the second day lies before the first.
    """
    if end < start:
        raise LawError(f"{end} lies before {start}.", "Give the earlier day first.")
    before, after = _in_force(law, start), _in_force(law, end)
    changed = [new for key, new in after.items() if before.get(key) is not new]
    rows = [row for new in changed for row in _changes(new, before, _code(law, start))]
    taken = {old.key for row in rows for old in row.before}
    gone = [old for key, old in before.items() if key not in after and key not in taken]
    rows += [_repealed(old) for old in gone]
    return tuple(sorted(rows, key=lambda row: _order(row.key)))


def _in_force(law: Law, day: date) -> dict[str, Provision]:
    """Every provision in force on a day, by key; of two versions the later."""
    return {one.key: one for one in law.provisions if one.in_force_on(day)}


def _code(law: Law, day: date) -> str:
    """The criminal code of a day; empty before the first."""
    codes = [act for act in law.acts if act.kind == "criminal_code"]
    known = any(act.in_force_from and act.in_force_from.first_day() <= day for act in codes)
    return law.criminal_code(day) if known else ""


def _changes(
    new: Provision, before: dict[str, Provision], former_code: str
) -> Iterator[Difference]:
    """A line for each case that the new version tells apart."""
    old = _predecessors(new, before, former_code)
    conditions = dict.fromkeys(sanction.condition for sanction in new.sanctions)
    for condition in conditions or (None,):
        sanctions = tuple(one for one in new.sanctions if one.condition == condition)
        compared = tuple(Compared(one, compare(one.sanctions, sanctions)) for one in old)
        yield Difference(
            key=new.key,
            covers=new.covers,
            condition=condition,
            after=new,
            sanctions=sanctions,
            direction=_direction(new.direction_stated, compared),
            direction_stated=new.direction_stated,
            compared=compared,
            sources=_sources(new.sources, sanctions),
        )


def _predecessors(
    new: Provision, before: dict[str, Provision], former_code: str
) -> tuple[Provision, ...]:
    """The version before it, else the provisions that held the matter."""
    if new.key in before:
        return (before[new.key],)
    keys = (f"{former_code}/{former}" for former in new.formerly)
    return tuple(before[key] for key in keys if key in before)


def _repealed(old: Provision) -> Difference:
    return Difference(
        key=old.key,
        covers=old.covers,
        condition=None,
        after=None,
        sanctions=(),
        direction="repealed",
        direction_stated=None,
        compared=(Compared(old, "repealed"),),
        sources=old.sources,
    )


def _direction(stated: str | None, compared: Sequence[Compared]) -> str:
    """The direction of a line: what the terms show; what the source says where they don't."""
    if stated == "new":
        return stated
    found = {one.direction for one in compared} - {"unknown"}
    if not found:
        return stated or "unknown"
    if len(found) > 1:
        found.discard("same")
    return found.pop() if len(found) == 1 else "mixed"


def compare(before: Sequence[Sanction], after: Sequence[Sanction]) -> str:
    """Whether prison terms became lighter or severer, by both ends of the term.

    Life imprisonment is longer than any term. Unknown terms aren't compared.

    Returns:
        ``lighter``, ``severer``, ``same``, ``mixed`` (one end up, the other down) or ``unknown``.
    """
    old, new = _term(before), _term(after)
    if old is None or new is None:
        return "unknown"
    moves = {_sign(then, now) for then, now in zip(old, new, strict=True)} - {0}
    if not moves:
        return "same"
    if len(moves) > 1:
        return "mixed"
    return "severer" if moves == {1} else "lighter"


def _term(sanctions: Sequence[Sanction]) -> tuple[float, float] | None:
    """The shortest and the longest prison term in months; None if either is unknown."""
    terms = [one.months() for one in sanctions if one.kind == "imprisonment"]
    lows = [low for low, _ in terms if low is not None]
    highs = [high for _, high in terms if high is not None]
    if any(one.kind == "life_imprisonment" for one in sanctions):
        highs.append(float("inf"))
    if not lows or not highs:
        return None
    return min(lows), max(highs)


def _sign(then: float, now: float) -> int:
    return (now > then) - (now < then)


def _sources(first: Sequence[Citation], sanctions: Sequence[Sanction]) -> tuple[Citation, ...]:
    """Each citation once: those of the terms, then those of the provision."""
    cited = [citation for sanction in sanctions for citation in sanction.sources]
    return tuple(dict.fromkeys((*cited, *first)))


def _order(key: str) -> tuple[str, int, str]:
    """By act, then by the number of the article."""
    act, _, rest = key.partition("/")
    digits = "".join(_leading_digits(rest))
    return act, int(digits) if digits else 0, rest


def _leading_digits(text: str) -> Iterator[str]:
    """The digits that a text begins with."""
    for character in text:
        if not character.isdigit():
            return
        yield character


@dataclass(frozen=True)
class ProposedDifference:
    """One line of a proposal beside the law in force.

    Attributes:
        now: the provision in force; None if the register has none.
        direction: by category and kind of punishment; ``unknown`` if neither is said.
    """

    key: str
    now: Provision | None
    change: ProposedChange
    direction: str


def proposed_differences(law: Law, proposal: Proposal, day: date) -> tuple[ProposedDifference, ...]:
    """A proposal against the law in force on a day, change by change in its own order."""
    rows = []
    for change in proposal.changes:
        code = change.code or law.criminal_code(day)
        now = law.article(code, change.article, change.part, day)
        key = "/".join(filter(None, (code, change.article, change.part)))
        rows.append(ProposedDifference(key, now, change, _proposed_direction(now, change)))
    return tuple(rows)


def _proposed_direction(now: Provision | None, change: ProposedChange) -> str:
    """Severer if the category rises or prison is added; lighter if they fall; else unknown."""
    severer = any(one.kind in PRISON for one in change.adds)
    lighter = bool(change.removes)
    if now is not None and now.category and change.categories:
        ranks = {CATEGORIES.index(one) for one in change.categories}
        severer |= min(ranks) > CATEGORIES.index(now.category)
        lighter |= max(ranks) < CATEGORIES.index(now.category)
    if severer and lighter:
        return "mixed"
    if severer:
        return "severer"
    return "lighter" if lighter else "unknown"

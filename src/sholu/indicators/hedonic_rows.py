"""The sales that a hedonic regression may use, as arrays, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sholu.indicators.hedonic_model import GROUPINGS, HedonicError, HedonicQuestion
from sholu.indicators.prices_model import Transaction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Group = tuple[str, ...]

LEAST_IN_GROUP = 3
"""Sales of a group below which its level rests on one or two of them: the group is left out."""


@dataclass(frozen=True)
class Sales:
    """Usable sales of one drug and currency.

    Attributes:
        log_price, log_quantity: natural logarithms of money and grams, shape (n,).
        log_purity: of the share 0 to 1, nan where not measured, shape (n,).
        group: number of each sale's group in ``groups``, shape (n,).
        small: groups with too few sales, by their number of sales; not among ``groups``.
    """

    currency: str
    log_price: NDArray[np.float64]
    log_quantity: NDArray[np.float64]
    log_purity: NDArray[np.float64]
    group: NDArray[np.int64]
    groups: tuple[Group, ...]
    small: dict[Group, int]
    left_out: dict[str, int]
    sources: tuple[str, ...]

    def only(self, chosen: NDArray[np.bool_]) -> Sales:
        """Those chosen, in the groups that still have enough of them."""
        import numpy as np

        counts = np.bincount(self.group[chosen], minlength=len(self.groups))
        kept = chosen & (counts >= LEAST_IN_GROUP)[self.group]
        numbers = np.unique(self.group[kept])
        lost = {
            name: int(counts[number])
            for number, name in enumerate(self.groups)
            if number not in numbers
        }
        return Sales(
            currency=self.currency,
            log_price=self.log_price[kept],
            log_quantity=self.log_quantity[kept],
            log_purity=self.log_purity[kept],
            group=np.searchsorted(numbers, self.group[kept]),
            groups=tuple(self.groups[number] for number in numbers),
            small={**self.small, **lost},
            left_out=self.left_out,
            sources=self.sources,
        )


def sales_of(transactions: Iterable[Transaction], question: HedonicQuestion) -> Sales:
    """The sales of the question's drug, with reasons for those that can't be used.

    Raises:
        HedonicError: if there are none, or they are in several currencies.
    """
    import numpy as np

    left_out: Counter[str] = Counter()
    kept: list[tuple[Transaction, Group]] = []
    for one in transactions:
        if one.substance != question.substance:
            continue
        reason, group = _why_not(one), _group_of(one, question.by)
        if not reason and group is None:
            reason = f"no {' or '.join(question.by)}"
        if reason:
            left_out[reason] += 1
        elif group is not None:
            kept.append((one, group))
    currency = _one_currency([one for one, _ in kept], question.substance, left_out)
    counts = Counter(group for _, group in kept)
    small = {group: count for group, count in counts.items() if count < LEAST_IN_GROUP}
    used = [(one, group) for one, group in kept if group not in small]
    if small:
        left_out[f"alone in a group of fewer than {LEAST_IN_GROUP} sales"] = sum(small.values())
    groups = tuple(sorted({group for _, group in used}))
    number = {group: position for position, group in enumerate(groups)}
    purity = [one.purity if one.purity else np.nan for one, _ in used]
    return Sales(
        currency=currency,
        log_price=np.log([one.price or np.nan for one, _ in used]),
        log_quantity=np.log([one.quantity_g or np.nan for one, _ in used]),
        log_purity=np.log(np.asarray(purity, dtype=float) / 100),
        group=np.asarray([number[group] for _, group in used], dtype=np.int64),
        groups=groups,
        small=small,
        left_out=dict(left_out),
        sources=tuple(sorted({one.document for one, _ in used})),
    )


def _why_not(one: Transaction) -> str:
    for name, value in (("price", one.price), ("weight", one.quantity_g)):
        if value is None:
            return f"no {name}"
        if value <= 0:
            return f"a {name} that is not above zero"
    return "" if one.currency else "no currency"


def _group_of(one: Transaction, by: Sequence[str]) -> Group | None:
    parts = [_part_of(one, name) for name in by]
    return None if None in parts else tuple(part for part in parts if part)


def _part_of(one: Transaction, name: str) -> str | None:
    if name == "place":
        return one.place
    if name not in GROUPINGS:
        raise HedonicError(f"Sales are not told apart by {name!r}.", f"Use {', '.join(GROUPINGS)}.")
    date = one.date or ""
    if name == "year":
        return date[:4] or None
    if len(date) < 7:
        return None
    return date[:7] if name == "month" else f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


def _one_currency(kept: Sequence[Transaction], substance: str, left_out: Counter[str]) -> str:
    currencies = Counter(one.currency or "" for one in kept)
    if not currencies:
        why = "; ".join(f"{count} with {reason}" for reason, count in left_out.items())
        raise HedonicError(
            f"There are no sales of {substance} that can be used{f': {why}' if why else ''}.",
            "Map a table of kind 'transactions' (docs/reference/mappings.md).",
        )
    if len(currencies) > 1:
        listed = ", ".join(f"{count} in {name}" for name, count in currencies.most_common())
        raise HedonicError(
            f"Can't say: the sales of {substance} are in several currencies ({listed}).",
            "Ask for one with --currency; a rate of exchange belongs to a date and a source.",
        )
    return next(iter(currencies))

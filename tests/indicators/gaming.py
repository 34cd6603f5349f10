"""Invented registers and series, honest or with a known manipulation, drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.random import Generator

from sholu.indicators.bunching import bunching
from sholu.indicators.bunching_cells import Stratum
from sholu.indicators.density import density_test
from sholu.indicators.digits import first_digits, second_digits
from sholu.indicators.funnel import leaks
from sholu.indicators.heaping import heaping_of_counts, heaping_of_masses
from sholu.indicators.integrity_answer import IntegrityAnswer
from sholu.indicators.integrity_moving_apart import moving_apart
from sholu.indicators.period_end import period_end
from sholu.indicators.splitting import splitting
from sholu.indicators.two_views import View, disagreements

REGISTRATIONS = 600
"""Of a large region in a year."""

LIMITS = ((0.46, 40.0, (0.5, 50.0, 1000.0)), (0.20, 12.0, (0.5, 5.0, 200.0)), (0.10, 1.5, (1.0,)))
"""Share of a drug, median portion in grams, thresholds in grams."""


def masses(random: Generator, share: float, median: float) -> np.ndarray:
    """Log-normal masses of four roles, weighed to 0.01 g."""
    count = random.binomial(REGISTRATIONS, share)
    factor = random.choice([1, 3, 12, 150], size=count, p=[0.62, 0.24, 0.09, 0.05])
    drawn = np.round(median * factor * random.lognormal(0, 0.9, count), 2)
    return drawn[drawn > 0]


def rounded(random: Generator, drawn: np.ndarray, share: float) -> np.ndarray:
    """A share of masses reported with one digit and a half: 0.5, 3, 3.5, 45 … (honest heaping)."""
    power = 10.0 ** np.floor(np.log10(drawn))
    return np.where(
        random.random(len(drawn)) < share, np.round(drawn / power * 2) / 2 * power, drawn
    )


def strata(random: Generator, moved: float, heaped: float) -> list[Stratum]:
    """A region's masses; of those in the upper half below a limit, ``moved`` come to lie above."""
    found = []
    for share, median, limits in LIMITS:
        drawn = rounded(random, masses(random, share, median), heaped)
        for limit in limits:
            chosen = (drawn > limit / 2) & (drawn <= limit) & (random.random(len(drawn)) < moved)
            above = np.round(limit * (1 + 0.08 * random.random(len(drawn))) + 0.005, 2)
            drawn = np.where(chosen, above, drawn)
        for limit in limits:
            others = tuple(one for one in limits if one != limit)
            found.append(Stratum(drawn, limit, 0.01, others))
    return found


def try_bunching(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Half of the masses below a limit moved above it; a third of all masses is rounded anyway."""
    return bunching(strata(random, 0.5 if gamed else 0.0, 0.3))


def try_density(random: Generator, gamed: bool) -> IntegrityAnswer:
    """The same, at 50 g of cannabis alone."""
    return density_test(strata(random, 0.5 if gamed else 0.0, 0.3)[1])


def try_heaping_masses(random: Generator, gamed: bool) -> IntegrityAnswer:
    """One mass in five ends in 0 or 5 that did not."""
    drawn = masses(random, 1.0, 40.0)
    chosen = random.random(len(drawn)) < (0.2 if gamed else 0.0)
    return heaping_of_masses(np.where(chosen, np.round(drawn / 0.05) * 0.05, drawn))


def try_heaping_counts(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Six months of ten rounded to five, over four years."""
    counts = random.poisson(45, 48)
    chosen = random.random(48) < (0.6 if gamed else 0.0)
    return heaping_of_counts(np.where(chosen, 5 * np.round(counts / 5), counts))


def invented_masses(random: Generator, gamed: bool) -> np.ndarray:
    """All drugs together; a third of the masses is thought up with high digits."""
    drawn = np.concatenate([masses(random, share, median) for share, median, _ in LIMITS])
    power = 10.0 ** np.floor(np.log10(drawn))
    thought = power * (random.choice([4, 5, 6, 7, 8], len(drawn))
                       + random.choice([3, 6, 7, 8, 9], len(drawn)) / 10)  # fmt: skip
    return np.where(random.random(len(drawn)) < (0.35 if gamed else 0.0), thought, drawn)


def try_first_digits(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Thought-up first digits."""
    return first_digits(invented_masses(random, gamed))


def try_second_digits(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Thought-up second digits."""
    return second_digits(invented_masses(random, gamed), step=0.01)


FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


def days(random: Generator, gamed: bool, months: int) -> list[date]:
    """Fewer registrations at weekends; days of campaigns scatter; one in ten waits if gamed."""
    calendar = [FIRST + timedelta(days=number) for number in range(366)]
    weights = np.array([0.4 if day.weekday() > 4 else 1.0 for day in calendar])
    weights *= random.gamma(4.0, 0.25, 366)
    drawn = [calendar[at] for at in random.choice(366, REGISTRATIONS, p=weights / weights.sum())]
    ends = [
        day for day in calendar if (day + timedelta(days=1)).day == 1 and day.month % months == 0
    ]
    if not gamed:
        return drawn
    waits = random.random(len(drawn)) < 0.1
    return [next(end for end in ends if end >= day) if wait else day
            for day, wait in zip(drawn, waits, strict=True)]  # fmt: skip


def try_month_end(random: Generator, gamed: bool) -> IntegrityAnswer:
    """One in ten registrations waits for the end of the month."""
    return period_end(days(random, gamed, 1), "month", FIRST, LAST)


def try_quarter_end(random: Generator, gamed: bool) -> IntegrityAnswer:
    """One in ten waits for the end of the quarter."""
    return period_end(days(random, gamed, 3), "quarter", FIRST, LAST)


def try_year_end(random: Generator, gamed: bool) -> IntegrityAnswer:
    """One in ten waits for the end of the year."""
    return period_end(days(random, gamed, 12), "year", FIRST, LAST)


def try_splitting(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Four dealers, each bought from eight times in one month; others are met again by chance."""
    persons = random.integers(0, 2_000, REGISTRATIONS)
    units, months = random.integers(0, 4, REGISTRATIONS), random.integers(0, 12, REGISTRATIONS)
    if gamed:
        for dealer in range(4):
            at = slice(8 * dealer, 8 * dealer + 8)
            persons[at], units[at], months[at] = -dealer - 1, dealer, 2 * dealer
    groups = list(zip(units.tolist(), months.tolist(), strict=True))
    return splitting(persons.tolist(), groups, units.tolist(), "one person in one month of a unit")


def try_moving_apart(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Four years by month: users fall by a third of what detections rise."""
    detections = random.poisson(60, 48).astype(float)
    users = 700 * np.exp(np.cumsum(random.normal(0, 0.02, 48)))
    against = 1 - (0.35 if gamed else 0.0) * (detections / 60 - 1)
    return moving_apart(detections, np.round(users * against))


def try_funnel(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Twenty regions differ by a tenth; the first loses half of what the others bring to court."""
    suspects = random.integers(200, 900, 20)
    share = 0.55 * np.exp(random.normal(0, 0.1, 20))
    share[0] *= 0.45 if gamed else 1.0
    courts = random.binomial(suspects, np.minimum(share, 1.0))
    return leaks(suspects, courts, [f"XA-{number:02d}" for number in range(1, 21)])[0]


def try_two_views(random: Generator, gamed: bool) -> IntegrityAnswer:
    """Twenty regions; the first trebles its facts while wholesale, price and volume go down."""
    views = [_view(random, number, gamed and number == 1) for number in range(1, 21)]
    return disagreements(views)[0]


def _view(random: Generator, number: int, gamed: bool) -> View:
    up, down = (3.0, 0.35) if gamed else (1.0, 1.0)
    facts, seized = 20 * up * random.lognormal(0, 0.15), 250 * down * random.lognormal(0, 0.3)
    price = 55 * (0.75 if gamed else 1.0) * random.lognormal(0, 0.05)
    share = 0.05 * down * random.lognormal(0, 0.2)
    return View(f"XA-{number:02d}", "2024", 30 * facts, 30.0, facts, "heroin", "USD/g", price, None,
                seized * 0.03, seized, share)  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """A test with data that are honest or gamed."""

    name: str
    run: Callable[[Generator, bool], IntegrityAnswer]


TRIALS = tuple(
    Trial(name.removeprefix("try_"), function)
    for name, function in sorted(globals().items())
    if name.startswith("try_")
)


def rates(trial: Trial, draws: int, seed: int, level: float) -> tuple[float, float, float]:
    """Share of gamed data found at ``level``, of honest data that alarm at 5 %, and unanswered."""
    random = np.random.default_rng(seed)
    gamed = [trial.run(random, True) for _ in range(draws)]
    honest = [trial.run(random, False) for _ in range(draws)]
    found = sum(one.p is not None and one.p <= level for one in gamed) / draws
    false = sum(one.p is not None and one.p <= 0.05 for one in honest) / draws
    silent = sum(one.p is None for one in [*gamed, *honest]) / (2 * draws)
    return found, false, silent

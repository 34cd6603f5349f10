"""Look the law up: which provision, which threshold, which index applied on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sholu.core.finding import Finding, make_finding
from sholu.vocabulary.law import LawError, Provision, Threshold, in_force_on
from sholu.vocabulary.law_category import category_findings
from sholu.vocabulary.law_proposal import Proposal
from sholu.vocabulary.law_size import SizeReading, read_size
from sholu.vocabulary.law_sources import Act, CalculationIndex, LawFinding, Reference, Report


@dataclass(frozen=True, eq=False)
class Law:
    """The register. Ask it by act, article, part and day; what it doesn't know it says so.

    Versions of a provision stand in the order in which they came into force.
    """

    references: tuple[Reference, ...]
    acts: tuple[Act, ...]
    provisions: tuple[Provision, ...]
    thresholds: tuple[Threshold, ...]
    law_findings: tuple[LawFinding, ...]
    reports: tuple[Report, ...]
    indices: tuple[CalculationIndex, ...]
    proposals: tuple[Proposal, ...]

    def criminal_code(self, day: date) -> str:
        """The code of the criminal code that was in force on a day.

        Raises:
            LawError: the register knows of none, e.g. before 1998.
        """
        for act in self.acts:
            if act.kind == "criminal_code" and in_force_on(act.in_force_from, act.in_force_to, day):
                return act.code
        known = [act for act in self.acts if act.kind == "criminal_code"]
        first = min((act.in_force_from for act in known if act.in_force_from), default=None)
        raise LawError(
            f"The register knows no criminal code that was in force on {day.isoformat()}.",
            f"It begins on {first}." if first else "",
        )

    def article(self, code: str, article: str, part: str, day: date) -> Provision | None:
        """The version of a part that was in force on a day; None if the register has none.

        Args:
            code: an act, e.g. ``KZ.CC2014``; see `criminal_code`.
            part: empty for the article as a whole.
        """
        found = None
        for provision in self._by_article.get((code, article), ()):
            if provision.part == part and provision.in_force_on(day):
                # Later versions come later; while a start is known to the year only, both fit.
                found = provision
        return found

    def parts(self, code: str, article: str, day: date) -> tuple[Provision, ...]:
        """Every part of an article in force on a day, in the register's order."""
        versions = self._by_article.get((code, article), ())
        names = dict.fromkeys(provision.part for provision in versions)
        found = (self.article(code, article, part, day) for part in names)
        return tuple(provision for provision in found if provision is not None)

    def articles(self, code: str) -> tuple[str, ...]:
        """The articles of an act that the register holds, in order."""
        return tuple(article for act, article in self._by_article if act == code)

    def threshold(self, substance: str, day: date, form: str = "") -> tuple[Threshold, ...]:
        """All readings of a substance's thresholds on a day, the preferred first.

        Args:
            substance: code in the vocabulary.
            form: one of `sholu.vocabulary.law.FORMS`; empty if nothing is said.

        Returns:
            Several where sources disagree; none if the register has no threshold for it.
        """
        found = [
            threshold
            for threshold in self.thresholds
            if (threshold.substance, threshold.form) == (substance, form)
            and threshold.in_force_on(day)
        ]
        return tuple(sorted(found, key=lambda threshold: not threshold.preferred))

    def size(
        self, substance: str, mass_g: float, measured: str | None, day: date, form: str = ""
    ) -> tuple[SizeReading, ...]:
        """What size a mass is on a day, by every reading of the thresholds, the preferred first.

        Args:
            substance, form: as for `threshold`.
            mass_g: grams.
            measured: ``gross`` (all that was seized), ``net`` (the pure drug) or None if unsaid.

        Returns:
            None of them if the register has no threshold for the substance on that day.

        Raises:
            LawError: the mass is negative or no number.
        """
        return tuple(
            read_size(threshold, mass_g, measured)
            for threshold in self.threshold(substance, day, form)
        )

    def provisions_of_size(self, size: str, day: date) -> tuple[Provision, ...]:
        """The parts of the criminal code that a mass of a size leads to on a day."""
        code = self.criminal_code(day)
        return tuple(
            provision
            for article in self.articles(code)
            for provision in self.parts(code, article, day)
            if provision.size == size
        )

    def index_kzt(self, day: date) -> float | None:
        """The monthly calculation index for fines, in tenge; None for a year not held."""
        years = {index.year: index.kzt for index in self.indices}
        return years.get(day.year)

    def act(self, code: str) -> Act:
        """The act of a code.

        Raises:
            LawError: there is none.
        """
        for act in self.acts:
            if act.code == code:
                return act
        raise LawError(f"No act has the code {code!r}.", f"Known are {', '.join(self._codes)}.")

    def proposal(self, name: str) -> Proposal:
        """The proposal of a name.

        Raises:
            LawError: there is none.
        """
        for proposal in self.proposals:
            if proposal.name == name:
                return proposal
        known = ", ".join(proposal.name for proposal in self.proposals)
        raise LawError(f"No proposal is called {name!r}.", f"Known are {known}.")

    def short_title(self, source: str, language: str) -> str:
        """Author and year of a source; an act by its title."""
        reference = self._references.get(source)
        return reference.short if reference else self.act(source).title.of(language)

    def finding(self, key: str) -> LawFinding:
        """Where sources disagree, by its key."""
        return self._findings[key]

    def findings(self, language: str = "en") -> tuple[Finding, ...]:
        """Disagreements, suspect figures, categories that don't fit: what a person looks at."""
        return tuple(
            make_finding(
                found.kind,
                found.where,
                found.statement.of(language),
                evidence=tuple(f"{cited.source}: {cited.place}" for cited in found.sources),
                method="law register: sources compared",
                certainty=found.certainty,
                gravity=found.gravity,
            )
            for found in self.all_findings
        )

    @property
    def all_findings(self) -> tuple[LawFinding, ...]:
        """Those that are listed, and categories that don't fit their terms."""
        return (*self.law_findings, *category_findings(self.provisions))

    @property
    def _codes(self) -> tuple[str, ...]:
        return tuple(act.code for act in self.acts)

    # cached_property writes into __dict__, past the frozen __setattr__: the lists don't change.
    @cached_property
    def _by_article(self) -> Mapping[tuple[str, str], tuple[Provision, ...]]:
        by_article: dict[tuple[str, str], list[Provision]] = {}
        for provision in self.provisions:
            by_article.setdefault((provision.code, provision.article), []).append(provision)
        return {key: tuple(versions) for key, versions in by_article.items()}

    @cached_property
    def _findings(self) -> Mapping[str, LawFinding]:
        return {found.key: found for found in self.law_findings}

    @cached_property
    def _references(self) -> Mapping[str, Reference]:
        return {reference.code: reference for reference in self.references}

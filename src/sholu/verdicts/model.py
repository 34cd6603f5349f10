"""The nouns of verdicts: a court decision, its defendants, what was found, what was decided.

Codes are listed beside the attributes. Unknown is None (or an empty tuple), never a default.
"""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.finding import Finding
from sholu.evidence.model import Span


@dataclass(frozen=True)
class AppliedArticle:
    """An article of the criminal code that a defendant was judged under.

    Attributes:
        article: ``297`` or ``299-1``; part: ``3`` or ``1-1``; points: ``1``, ``2`` …
        version: the version in the law register in force at the offence (at the decision if the
            date of the offence is not known), as its code and first day: ``2014@2019-12-27``; the
            code alone (``1997``) where the register has no such part.
    """

    article: str
    part: str | None
    points: tuple[str, ...]
    version: str | None


@dataclass(frozen=True)
class FoundSubstance:
    """A substance and its mass, as the court found it to be a defendant's.

    Attributes:
        substance: code of the vocabulary; None if it names none that is known.
        mass_g: in grams; count: pieces (plants, tablets, ampoules) where no mass is given.
        gross_or_net: ``gross`` (the mixture as seized), ``net`` (dried, or the pure substance) or
            None; a decision that gives both has two of these with one substance.
        size_category: ``below_small``, ``small``, ``large`` or ``especially_large``, as the court
            says, else as the law register says for the mass and the date; None if neither does.
    """

    substance: str | None
    mass_g: float | None
    count: int | None
    gross_or_net: str | None
    size_category: str | None


@dataclass(frozen=True)
class Sanction:
    """A punishment as it finally stands for a defendant (after aggregation, after appeal).

    Attributes:
        kind: ``fine``, ``corrective_labour``, ``community_service``, ``arrest``,
            ``restriction_of_freedom``, ``imprisonment``, ``life_imprisonment``,
            ``deprivation_of_right`` (posts, activities, driving), ``deprivation_of_rank`` or
            ``expulsion`` (of a foreigner). Confiscation stands with the defendant.
        months: years times twelve plus months; days: of arrest; hours: of community service.
        amount_kzt: in tenge; amount_mci: in monthly calculation indices (MRP).
        conditional: whether it is suspended (art. 63 of 2014, also of 1997).
    """

    kind: str
    months: float | None
    days: float | None
    hours: float | None
    amount_kzt: float | None
    amount_mci: float | None
    conditional: bool


@dataclass(frozen=True)
class Defendant:
    """What one decision says of one defendant.

    Attributes:
        person: keyed pseudonym, the same in all decisions of an observatory.
        role: ``perpetrator``, ``co_perpetrator``, ``organiser``, ``instigator``, ``accomplice``;
            None if the decision does not say.
        articles: those that the decision rests on; of an acquittal or a termination the accusation.
        how_found: ``search`` (of a dwelling, a car), ``personal_search``, ``controlled_purchase``,
            ``border``, ``checkpoint``, ``drop_observed``, ``voluntary`` or ``other``.
        story: ``found`` ("found it and did not hand it over"), ``own_use``, ``sale``, ``courier``,
            ``production``, ``cultivation``, ``contraband`` or ``other``.
        decision: ``convicted``, ``acquitted``, ``terminated`` (reconciliation, active repentance,
            statute of limitations …), ``released`` (guilty, freed from punishment),
            ``medical_measures`` (no responsibility, compulsory treatment), ``returned`` (decision
            quashed, case sent back).
        sanctions: in force after this decision; empty if none.
        below_lowest_limit: punishment below the article's lowest limit (art. 55.4 of 2014).
        confiscation: of property; not the destruction of drugs.
        compulsory_treatment: ``drug_addiction``, ``alcohol_addiction``, ``substance_addiction``,
            ``psychiatric`` or None.
        mitigating: ``admission``, ``repentance``, ``help_to_investigation``,
            ``voluntary_surrender``, ``minor_children``, ``first_offence``, ``youth``, ``age``,
            ``illness``, ``pregnancy``, ``positive_character``, ``hardship``, ``coercion``.
        special_procedure: ``procedural_agreement``, ``shortened``, ``accelerated``, ``order``,
            ``jury`` or None.
        repeated: relapse, or convicted before (unspent); None if nothing is said.
    """

    person: str | None
    role: str | None
    articles: tuple[AppliedArticle, ...]
    substances: tuple[FoundSubstance, ...]
    how_found: str | None
    story: str | None
    decision: str | None
    sanctions: tuple[Sanction, ...]
    below_lowest_limit: bool
    confiscation: bool
    compulsory_treatment: str | None
    mitigating: tuple[str, ...]
    special_procedure: str | None
    repeated: bool | None


@dataclass(frozen=True)
class Verdict:
    """A court decision as read. A reader proposes it; a person accepts it.

    Attributes:
        court: as printed, in the nominative where the text gives it; region: ISO 3166-2.
        date: of the decision (ISO); offence_date: of the first offence (ISO, partial allowed).
        case_kind: ``first_instance``, ``appeal``, ``cassation``, ``supervision`` or
            ``corrigendum``.
        outcome: of a higher court: ``upheld``, ``changed``, ``quashed``; else None.
        case_number: as printed, capitals and hyphens normal; None if none is printed.
        first_decision: date of the earlier decision that a higher court or a corrigendum is about.
        case: id shared by all decisions of one case.
        circumstances: what the court established, names masked; what plots compare.
        marking: the highest of its document; spans: the court, date, operative part, masses.
        understood: which of ``court``, ``date``, ``articles``, ``substances``, ``decision``,
            ``story`` were found for all defendants.
        status: ``proposed``, ``accepted``, ``corrected`` or ``rejected``.
        reader: name and version of what read it.
    """

    id: str
    document: str
    language: str
    court: str | None
    region: str | None
    date: str | None
    offence_date: str | None
    case_kind: str
    outcome: str | None
    case_number: str | None
    first_decision: str | None
    case: str
    defendants: tuple[Defendant, ...]
    circumstances: str
    marking: str
    spans: tuple[Span, ...]
    understood: tuple[str, ...]
    status: str
    reader: str


@dataclass(frozen=True)
class VerdictReading:
    """What was made of one document.

    Attributes:
        set_aside: why nothing was read, or what was left; empty if all was read.
    """

    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    set_aside: str

"""One question put to every design, once more without a rival cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sholu.policy.confounder import take_out
from sholu.policy.designs import Question, judge
from sholu.policy.disagreement import disagreement
from sholu.policy.hypothesis import JudgedTest
from sholu.policy.model import Check, Effect, PolicyError, Refusal, Variant
from sholu.policy.wording import words_of


@dataclass(frozen=True)
class Evaluation:
    """What all designs say.

    Attributes:
        title: what was judged.
        outcome: on what, with its unit.
        answers: of the designs, refusals with their reasons.
        adjusted: the same with the confounder's part taken out; empty without a confounder.
        notes: what holds for all of them.
        summary: where they agree and where not.
        hypotheses: tests that were registered for this measure and outcome, beside the answers.
    """

    title: str
    outcome: str
    answers: tuple[Effect | Refusal, ...]
    adjusted: tuple[Effect | Refusal, ...]
    notes: tuple[Check, ...]
    summary: str
    hypotheses: tuple[JudgedTest, ...] = ()


def evaluate(
    title: str,
    question: Question,
    designs: Sequence[str],
    *,
    confounder: str | None = None,
    notes: tuple[Check, ...] = (),
    other_starts: Mapping[str, Question] = MappingProxyType({}),
    language: str = "en",
) -> Evaluation:
    """Run the designs, again without the confounder's part, and again from other days.

    Args:
        other_starts: the same question with another first day, by its name; the answers stand as
            variants beside the first ones.
        language: of the summary, en, ru or kk.

    Raises:
        PolicyError: if no design can answer; the message gives each one's reason.
    """
    answers = judge(question, designs)
    for name, other in other_starts.items():
        answers = _beside(answers, name, judge(other, designs))
    effects = [answer for answer in answers if isinstance(answer, Effect)]
    if not effects:
        reasons = [a for a in answers if isinstance(a, Refusal)]
        raise PolicyError("\n".join(f"{one.design}: {one.reason}" for one in reasons))
    adjusted: tuple[Effect | Refusal, ...] = ()
    summary = disagreement(effects, language)
    if confounder is not None:
        found = take_out(question.rows, confounder)
        adjusted = judge(replace(question, rows=found.rows), designs)
        again = [answer for answer in adjusted if isinstance(answer, Effect)]
        notes = (
            *notes,
            Check(
                "confounder",
                "information",
                f"Where no measure holds the outcome changes by {found.slope:.4g} with one unit of "
                f"{confounder}, which explains {found.share:.0%} of what units and periods leave.",
            ),
        )
        without = words_of("wording.yaml", language)("without", confounder=confounder)
        summary += f" {without} {disagreement(again, language)}"
    return Evaluation(title, question.label or question.outcome, answers, adjusted, notes, summary)


def _beside(
    answers: tuple[Effect | Refusal, ...], name: str, others: Sequence[Effect | Refusal]
) -> tuple[Effect | Refusal, ...]:
    """Put what each design says from another day on beside its first answer, as a variant."""
    found: list[Effect | Refusal] = []
    for answer, other in zip(answers, others, strict=True):
        if isinstance(answer, Effect) and isinstance(other, Effect):
            variant = Variant(name, other.estimate, other.se, other.low, other.high)
            answer = replace(answer, variants=(variant, *answer.variants))
        found.append(answer)
    return tuple(found)

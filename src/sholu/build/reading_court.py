"""Read a document of court decisions: verdicts, and nothing that could be printed as news."""

from __future__ import annotations

from dataclasses import replace

from sholu.build.model import DocumentFinding
from sholu.build.task import Reading, Task, document_row
from sholu.mentions.model import AnnotatedDocument
from sholu.verdicts.court_text import CourtText
from sholu.verdicts.model import VerdictReading
from sholu.verdicts.read import read_verdicts
from sholu.vocabulary.load_law import load_law
from sholu.vocabulary.model import Vocabulary


def read_court(
    task: Task,
    annotated: AnnotatedDocument,
    decisions: tuple[CourtText, ...],
    vocabulary: Vocabulary,
) -> Reading:
    """The verdicts of a document.

    It gives no event and no claim: its numbers are of one case, and a release would print it as
    news.

    Args:
        annotated, decisions: as `sholu.verdicts.read.mask_decisions` gives them.
    """
    law = load_law(task.vocabulary.parent / "law")
    read = read_verdicts(annotated, decisions, vocabulary, law, task.pseudonyms)
    row = document_row(task, _status(read), read.set_aside, annotated.text)
    spans = [mention.span for mention in annotated.mentions]
    spans += [figure.span for figure in annotated.figures]
    spans += [span for verdict in read.verdicts for span in verdict.spans]
    decided = min((one.date for one in read.verdicts if one.date), default=None)
    findings = (*annotated.text.findings, *read.findings)
    return Reading(
        row=replace(
            row, published=task.document.published or decided, figures=len(annotated.figures)
        ),
        text=annotated.text,
        spans=tuple({span.id: span for span in spans}.values()),
        mentions=annotated.mentions,
        figures=annotated.figures,
        findings=tuple(DocumentFinding(task.document.id, finding) for finding in findings),
        verdicts=read.verdicts,
    )


def _status(read: VerdictReading) -> str:
    """The word for what became of the document."""
    if read.verdicts:
        return "partly read" if read.set_aside else "read"
    return "not about drugs" if "not about drugs" in read.set_aside else "set aside"

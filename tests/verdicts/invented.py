"""Decisions made of a few facts; courts and persons are invented."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from sholu.evidence.model import Span
from sholu.verdicts.model import AppliedArticle, Defendant, FoundSubstance, Sanction, Verdict

_numbers = count(1)


def span(id_: str, quote: str) -> Span:
    return Span(
        id=id_, document="d" * 64, text_version="1", start=0, end=len(quote), quote=quote,
        prefix="", suffix="", page=None, cell=None,
    )  # fmt: skip


def sanction(kind: str, **amounts: Any) -> Sanction:
    plain = Sanction(kind, None, None, None, None, None, False)
    return replace(plain, **amounts)


def substance(code: str | None, mass_g: float | None, weighed: str | None = None,
              size: str | None = None) -> FoundSubstance:  # fmt: skip
    return FoundSubstance(code, mass_g, None, weighed, size)


def defendant(article: str = "297.3", **fields: Any) -> Defendant:
    """A person convicted under ``297.3``; several articles with a comma between."""
    applied = tuple(
        AppliedArticle(name.partition(".")[0], name.partition(".")[2] or None, (), None)
        for name in article.split(",")
    )
    plain = Defendant(
        person=f"person-{next(_numbers)}", role=None, articles=applied, substances=(),
        how_found=None, story=None, decision="convicted", sanctions=(), below_lowest_limit=False,
        confiscation=False, compulsory_treatment=None, mitigating=(), special_procedure=None,
        repeated=None,
    )  # fmt: skip
    return replace(plain, **fields)


def verdict(*defendants: Defendant, **fields: Any) -> Verdict:
    number = next(_numbers)
    plain = Verdict(
        id=f"verdict-{number:05d}", document="d" * 64, language="ru", court="Court A",
        region="XA-01", date="2024-06-03", offence_date="2024-02-01", case_kind="first_instance",
        outcome=None, case_number=None, first_decision=None, case=f"case-{number}",
        defendants=defendants, circumstances="", marking="clear",
        spans=(span(f"span-{number}", "words of the decision"),), understood=(),
        status="proposed", reader="test",
    )  # fmt: skip
    return replace(plain, **fields)

"""The days that are read from an invented item of 20 March 2031."""

from __future__ import annotations

from sholu.build.evaluation import answer_of, read_item
from sholu.build.evaluation_item import EvaluationItem


def days_of_item(language: str, title: str, text: str) -> tuple[str | None, str | None]:
    """First and last day of the event, as ISO dates."""
    item = EvaluationItem(
        id=f"{language}-001", half="development", language=language, script="Cyrl",
        source_country="KZ", published="2031-03-20", address="https://news.example/a",
        title=title, text=text, about_drugs=True, kind=None, countries=(), regions=(), places=(),
        date_start=None, date_end=None, date_basis=None, substances=(), agencies=(), figures=(),
        not_figures=(), persons=(), personal_data=(), law=(), same_event_as=(), checks=(), note="",
    )  # fmt: skip
    answer = answer_of(read_item(item))
    return answer.date_start, answer.date_end

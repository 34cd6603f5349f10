"""The situation report as PDF: the seven answers, contradictions, gaps, sources, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from sholu.charts.choropleth import choropleth
from sholu.charts.design import typst_design
from sholu.charts.map import draw_map
from sholu.charts.series import specify_series
from sholu.charts.series_grammar import describe_series
from sholu.charts.svg import svg_of
from sholu.core.alphabet import alphabetical
from sholu.core.period import parse_period
from sholu.release.addresses import breakable
from sholu.release.model import Publisher
from sholu.release.package.model import PublicDispute, PublicEvent
from sholu.release.package.reader import Package
from sholu.release.pdf import compile_pdf
from sholu.release.pdf_data import Files, publisher_data
from sholu.release.reader_form import measured, number, period_words
from sholu.release.situation.evidence_list import EvidenceList
from sholu.release.situation.model import Answer, KeyFigure, RegionMap, Situation
from sholu.release.situation.pictures import map_values, trend_chart
from sholu.release.situation.sentences import (
    change_words,
    figure_name,
    figure_notes,
    figure_value,
    gap_sentence,
    say,
)
from sholu.release.wording import date_in_words

CHART_PX = 560
MOST_DISPUTES_LISTED = 12
MOST_CLAIMS_OF_A_DISPUTE = 5
MOST_DOCUMENTS = 2


@cache
def _words() -> dict[str, dict[str, str]]:
    folder = resources.files("sholu.release.situation")
    words: dict[str, dict[str, str]] = yaml.safe_load(
        folder.joinpath("report_wording.yaml").read_text("utf-8")
    )
    return words


def write_report(package: Package, situation: Situation, publisher: Publisher) -> bytes:
    """The situation report as a PDF of some 10 to 20 pages.

    Raises:
        ReleaseError: if the compiler refuses the document.
    """
    data, files = report_data(package, situation, publisher)
    day = parse_period(situation.period).last_day()
    what = f"the situation report {situation.place} {situation.period}"
    return compile_pdf("situation_report.typ", data, files, day, what)


def report_data(
    package: Package, situation: Situation, publisher: Publisher
) -> tuple[dict[str, Any], Files]:
    """What the template prints, and its pictures."""
    return _Report(package, situation).data(publisher)


class _Report:
    """Gathers the data; numbers pictures and evidence as they come."""

    def __init__(self, package: Package, situation: Situation) -> None:
        self.package = package
        self.situation = situation
        self.language = situation.language
        self.files: Files = {}
        self.evidence = EvidenceList(package, situation.language)

    def say(self, key: str, **values: object) -> str:
        return _words()[key][self.language].format(**values)

    def data(self, publisher: Publisher) -> tuple[dict[str, Any], Files]:
        situation, package, language = self.situation, self.package, self.language
        last = parse_period(situation.period).last_day()
        place = package.name("place", situation.place, language)
        period = period_words(situation.period, language)
        answers = [self._answer(n, one) for n, one in enumerate(situation.answers, start=1)]
        data = {
            "say": {key: texts[language] for key, texts in _words().items()},
            "design": typst_design(),
            "language": language,
            "document_title": f"{self.say('title')}: {place}, {period}",
            "running": f"{self.say('title')}: {place}",
            "place": place,
            "period": period,
            "year": last.year,
            "end": {"year": last.year, "month": last.month, "day": last.day},
            "from_release": self.say("from_release", release=package.about.release),
            "publisher": publisher_data(publisher, self.files),
            "glance": [self._glance(n, one) for n, one in enumerate(situation.answers, start=1)],
            "answers": answers,
            "disputes": self._all_disputes(),
            "sources": self._sources(),
            "evidence": self.evidence.rows(self.say),
            "coverage": self.say("coverage", **vars(package.coverage)),
            "withdrawn": [
                f"{one.title} ({one.release}){f': {one.why}' if one.why else ''}"
                for one in package.withdrawn()
            ],
            "versions": [f"{name} {version}" for name, version in package.about.versions],
        }
        return data, self.files

    def _glance(self, n: int, answer: Answer) -> dict[str, Any]:
        fresh = [figure for figure in answer.figures if figure.in_period]
        named = sum(len(gap.indicators) for gap in answer.gaps if gap.kind == "never")
        asked = len(answer.question.indicators)
        first = fresh[0] if fresh else None
        return {
            "number": n,
            "title": answer.question.title[self.language],
            "known": f"{asked - named} / {asked}",
            "figure": f"{figure_name(first, self.package, self.language)}: "
            f"{figure_value(first, self.language)}"
            if first
            else self.say("none_in_period"),
            "gaps": named,
        }

    def _answer(self, n: int, answer: Answer) -> dict[str, Any]:
        language = self.language
        return {
            "number": n,
            "title": answer.question.title[language],
            "sentences": [sentence.text for sentence in answer.sentences],
            "figures": [self._figure(figure) for figure in answer.figures],
            "more_figures": self._more("more_figures", answer.more_figures),
            "chart": self._chart(n, answer),
            "map": self._map(n, answer.map) if answer.map else None,
            "events": [self._event(event) for event in answer.events],
            "disputes": [self._dispute(one) for one in answer.disputes],
            "more_disputes": self._more("more_disputes", answer.more_disputes),
            "gaps": [gap_sentence(gap, self.package, language) for gap in answer.gaps],
            "cannot_say": answer.question.cannot_say[language],
        }

    def _more(self, key: str, count: int) -> str:
        return self.say(key, count=count) if count > 0 else ""

    def _figure(self, figure: KeyFigure) -> dict[str, Any]:
        language = self.language
        notes = figure_notes(figure, language)
        if figure.change is not None:
            notes.append(change_words(figure.change, figure, language))
        if not figure.in_period:
            notes.insert(0, self.say("older"))
        return {
            "name": figure_name(figure, self.package, language),
            "value": figure_value(figure, language),
            "evidence": self.evidence.number(figure),
            "period": period_words(figure.period, language),
            "notes": "; ".join(notes),
            "sources": breakable(", ".join(self._told_by(figure))),
        }

    def _told_by(self, figure: KeyFigure) -> list[str]:
        """Sources by name; the document where nobody is registered or a work is cited by number."""
        names = [self.package.name("source", code, self.language) for code in figure.sources]
        if names and not any(name.startswith("[") for name in names):
            return names
        found = (self.package.document(id_) for id_ in figure.documents[:MOST_DOCUMENTS])
        return [*(one.name for one in found if one is not None), *names]

    def _chart(self, n: int, answer: Answer) -> dict[str, str] | None:
        if not answer.trends:
            return None
        chart = trend_chart(answer.trends, self.package.breaks(), self.package, self.language)
        name = f"chart-{n}.svg"
        svg = svg_of(specify_series(chart, CHART_PX), self.language)
        self.files[name] = svg.encode("utf-8")
        return {"file": name, "text": describe_series(chart)}

    def _map(self, n: int, shown: RegionMap) -> dict[str, Any]:
        language, situation = self.language, self.situation
        values = map_values(shown, situation.place, situation.period, self.package, language)

        def printed(value: float) -> str:
            if shown.per:
                return number(round(value, 1), language)
            return measured(round(value, 2), shown.unit, language)

        picture = choropleth(values, printed, say("no_data", language))
        name = f"map-{n}.svg"
        self.files[name] = draw_map(picture).encode("utf-8")
        rows = sorted(values.values.items(), key=lambda pair: (pair[1] is None, -(pair[1] or 0)))
        return {
            "file": name,
            "title": values.title,
            "text": self.say("map_text", title=values.title),
            "rows": [
                [values.names[code], say("no_data", language) if v is None else printed(v)]
                for code, v in rows
            ],
        }

    def _event(self, event: PublicEvent) -> dict[str, Any]:
        language, package = self.language, self.package
        places = [
            package.name("place", code, language) for code in event.regions or event.countries
        ]
        told = [one.source for one in event.tellings if one.source]
        published = period_words(event.published, language) if event.published else ""
        facts = [
            date_in_words(event.date_start, event.date_end, language) or published,
            ", ".join(places),
            ", ".join(package.name("source", code, language) for code in dict.fromkeys(told)),
        ]
        return {
            "title": event.title,
            "language": event.language or language,
            "facts": " · ".join(fact for fact in facts if fact),
        }

    def _dispute(self, dispute: PublicDispute) -> dict[str, Any]:
        language, package = self.language, self.package
        claims = [package.claim(id_) for id_ in dispute.claims[:MOST_CLAIMS_OF_A_DISPUTE]]
        indicator = dispute.indicator and package.name("indicator", dispute.indicator, language)
        period = dispute.period and period_words(dispute.period, language)
        return {
            "title": " · ".join(part for part in (indicator, period) if part),
            "claims": [
                {
                    "printed": claim.printed,
                    "of": claim.of or "",
                    "source": package.name("source", claim.source, language)
                    if claim.source
                    else "",
                }
                for claim in claims
                if claim is not None
            ],
            "language": dispute.spoken(language),
            "explanation": dispute.explained(language),
            "likely": dispute.probably(language) or "",
        }

    def _all_disputes(self) -> dict[str, Any]:
        place = self.situation.place
        count = self.package.count_disputes(place=place)
        shown = self.package.disputes(place=place, limit=MOST_DISPUTES_LISTED)
        return {
            "rows": [self._dispute(one) for one in shown],
            "more": self._more("more_disputes", count - len(shown)),
        }

    def _sources(self) -> list[dict[str, Any]]:
        """The sources that this report's figures and events name, by name."""
        codes = _named_sources(self.situation.answers)
        known = [one for one in self.package.sources() if one.code in codes]
        rows = [
            {
                "name": one.names.preferred(self.language),
                "type": say(f"type_{one.type}", self.language),
                "grade": one.grade,
                "bias": one.bias,
                "documents": one.documents,
                "days": "–".join(dict.fromkeys((day or "")[:4] for day in (one.first, one.last))),
            }
            for one in known
        ]
        return sorted(rows, key=lambda row: alphabetical(str(row["name"])))


def _named_sources(answers: Sequence[Answer]) -> set[str]:
    figures = {code for one in answers for figure in one.figures for code in figure.sources}
    events = {
        telling.source or ""
        for one in answers
        for event in one.events
        for telling in event.tellings
    }
    return figures | events

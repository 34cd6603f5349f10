"""Tables of practice as a terminal, another program or a page takes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import click

from sholu.cli.court_pages import by_id, openings, render
from sholu.cli.listing import Record, print_records
from sholu.cli.verdict_scope import print_notes
from sholu.verdicts.model import Verdict
from sholu.verdicts.practice_intervals import Middle, Share
from sholu.verdicts.practice_persons import CountedPerson
from sholu.verdicts.practice_regression import MassRegression, regress_on_mass
from sholu.verdicts.practice_sentences import SentenceRow, sentence_table
from sholu.verdicts.practice_tables import PracticeRow, decision_table, medical_table
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.wording import Wording

PERSON_TABLES = ("decisions", "medical")
TABLES = (*PERSON_TABLES, "sentences", "mass")

_TITLES = {
    "decisions": Wording(
        "Table 1. Types of judicial decisions and punishments",
        "Таблица 1. Виды судебных решений и наказаний",
        "1-кесте. Сот шешімдері мен жазалардың түрлері",
    ),
    "medical": Wording(
        "Table 2. The use of compulsory medical measures",
        "Таблица 2. Применение принудительных мер медицинского характера",
        "2-кесте. Медициналық сипаттағы мәжбүрлеу шараларын қолдану",
    ),
}
_SENTENCES = "Terms, shares and durations (95 % intervals in brackets; * of few)"
_MASS = "Term of imprisonment against mass"
_KINDS = {
    "decisions": Wording(
        "type of decision or punishment",
        "вид решения или наказания",
        "шешімнің немесе жазаның түрі",
    ),
    "medical": Wording("type of addiction", "вид зависимости", "тәуелділік түрі"),
}
_GROUPS = {
    "article": Wording("article", "статья", "бап"),
    "region": Wording("region", "регион", "өңір"),
    "court": Wording("court", "суд", "сот"),
    "role": Wording("role", "роль", "рөл"),
    "year": Wording("year", "год", "жыл"),
    "size": Wording("size", "размер", "мөлшері"),
}
_DECISIONS = Wording("decisions", "решения", "шешімдер")
_MORE = Wording("{0} and {1} more", "{0} и ещё {1}", "{0} және тағы {1}")
_PEOPLE = Wording("number of people", "число лиц", "адам саны")
_ARTICLE = Wording("Art. {0}", "Ст. {0}", "{0}-бап")
_PART = Wording("{0}, part {1}", "{0}, ч. {1}", "{0}, {1}-бөлік")


@dataclass(frozen=True)
class Practice:
    """What is to be printed.

    Attributes:
        names: of `TABLES`; by: what rows are made by; notes: what a reader must know.
        language: of the tables of persons; figures and notes are in English.
    """

    persons: Sequence[CountedPerson]
    law: Law
    names: Sequence[str]
    by: str
    notes: Sequence[str]
    language: str

    def person_rows(self, name: str) -> list[PracticeRow]:
        table = decision_table if name == "decisions" else medical_table
        return table(self.persons, self.by)

    def sentence_rows(self) -> list[SentenceRow]:
        return sentence_table(self.persons, self.law, self.by)

    def group_name(self, group: str) -> str:
        """``Art. 296, part 2`` for an article."""
        article, _, part = group.partition(".")
        if self.by != "article" or not article[0].isdigit():
            return group
        named = _ARTICLE.of(self.language).format(article)
        return _PART.of(self.language).format(named, part) if part else named


def print_json(practice: Practice) -> None:
    """One object with all tables; its keys are a contract with other tools."""
    tables: dict[str, Any] = {name: _records(practice, name) for name in practice.names}
    if "mass" in tables:
        tables["mass"] = tables["mass"][0]
    payload = {
        "by": practice.by,
        "people": len(practice.persons),
        **tables,
        "notes": list(practice.notes),
    }
    click.echo(json.dumps(payload, ensure_ascii=False, indent=2))


def print_csv(practice: Practice) -> None:
    """One table, or both tables of persons with their names in the first column."""
    records = [record for name in practice.names for record in _records(practice, name)]
    print_records("", records, list(records[0]) if records else [], "csv")
    print_notes(practice.notes, "csv")


def _records(practice: Practice, name: str) -> list[Record]:
    if name in PERSON_TABLES:
        return [_person_record(row, name, practice) for row in practice.person_rows(name)]
    if name == "sentences":
        return [_sentence_record(row, practice.by) for row in practice.sentence_rows()]
    return [asdict(regress_on_mass(practice.persons))]


def _person_record(row: PracticeRow, name: str, practice: Practice) -> Record:
    article, _, part = row.group.partition(".")
    of_article = {"article": article, "part": part or None} if practice.by == "article" else {}
    return {
        "table": name,
        "by": practice.by,
        "group": row.group,
        **of_article,
        "code": row.code,
        "type": row.wording.of(practice.language),
        "people": row.people,
        "verdicts": list(row.verdicts),
        "spans": list(row.spans),
    }


def _sentence_record(row: SentenceRow, by: str) -> Record:
    values = {
        name: asdict(value) | {"few": value.is_of_few}
        for name, value in vars(row).items()
        if isinstance(value, Share | Middle)
    }
    return {
        "by": by,
        "group": row.group,
        "people": row.people,
        "convicted": row.convicted,
        **values,
        "verdicts": list(row.verdicts),
    }


def print_tables(practice: Practice) -> None:
    """Tables for a terminal, in the shape of court statistics."""
    for name in practice.names:
        if name == "mass":
            click.echo(f"{_MASS}:")
            for line in _regression_lines(regress_on_mass(practice.persons)):
                click.echo(f"  {line}")
            continue
        if name == "sentences":
            title, lines = _SENTENCES, _sentence_lines(practice)
        else:
            title, lines = _TITLES[name].of(practice.language), _person_lines(practice, name)
        print_records(title, lines, list(lines[0]) if lines else [], "table")
    print_notes(practice.notes, "table")


def _person_lines(practice: Practice, name: str) -> list[Record]:
    return [
        {
            _GROUPS[practice.by].of(practice.language): named,
            _KINDS[name].of(practice.language): row.wording.of(practice.language),
            _PEOPLE.of(practice.language): row.people,
            _DECISIONS.of(practice.language): _few(row.verdicts, practice.language),
        }
        for named, row in _named_once(practice, name)
    ]


def _named_once(practice: Practice, name: str) -> Iterator[tuple[str, PracticeRow]]:
    """Rows with their group's name in its first row only."""
    before = None
    for row in practice.person_rows(name):
        yield "" if row.group == before else practice.group_name(row.group), row
        before = row.group


def _few(ids: Sequence[str], language: str) -> str:
    """The first id, and how many more."""
    return ids[0] if len(ids) == 1 else _MORE.of(language).format(ids[0], len(ids) - 1)


def _sentence_lines(practice: Practice) -> list[Record]:
    return [
        {
            practice.by: practice.group_name(row.group),
            "people": row.people,
            "convicted": row.convicted,
            "prison, median months": _middle(row.months),
            "sent to prison": _share(row.imprisoned),
            "conditional": _share(row.conditional),
            "below limit, as said": _share(row.below_lowest_limit),
            "below limit, by the law": _share(row.below_minimum),
            "acquitted": _share(row.acquitted),
            "days from offence": _middle(row.days),
        }
        for row in practice.sentence_rows()
    ]


def _middle(value: Middle) -> str:
    if value.median is None:
        return "-"
    interval = "no interval" if value.low is None else f"{value.low:g} to {value.high:g}"
    return f"{value.median:g} [{interval}], n = {value.number}" + ("*" if value.is_of_few else "")


def _share(value: Share) -> str:
    if value.share is None or value.low is None or value.high is None:
        return "-"
    words = f"{value.number} of {value.of}: {value.share:.0%} [{value.low:.0%} to {value.high:.0%}]"
    return words + ("*" if value.is_of_few else "")


def _regression_lines(found: MassRegression) -> Iterator[str]:
    yield f"{found.persons} persons"
    if found.refused:
        yield found.refused
    for one in found.coefficients:
        says = f"{one.factor:.2f} times the term [{one.low:.2f} to {one.high:.2f}]"
        yield f"{one.name}: {says}, {one.persons} persons"
    for factor, why in found.not_adjusted_for if not found.refused else ():
        yield f"not adjusted for {factor}: {why}"
    for check in found.checks:
        yield f"{check.result}: {check.name}: {check.says}"
    for why, number in found.left_out:
        yield f"left out: {number} ({why})"


def print_page(practice: Practice) -> None:
    """One self-contained page; each number opens its decisions."""
    held = by_id(person.verdict for person in practice.persons)
    wants = set(practice.names)
    page = render(
        "practice.html",
        by=_GROUPS[practice.by].of(practice.language),
        language=practice.language,
        notes=practice.notes,
        persons=[
            {
                "title": _TITLES[name].of(practice.language),
                "kind": _KINDS[name].of(practice.language),
                "rows": _page_rows(practice, name, held),
            }
            for name in practice.names
            if name in _KINDS
        ],
        lines=_sentence_lines(practice) if "sentences" in wants else [],
        people=_PEOPLE.of(practice.language),
        lines_title=_SENTENCES,
        regression=list(_regression_lines(regress_on_mass(practice.persons)))
        if "mass" in wants
        else [],
        regression_title=_MASS,
    )
    click.echo(page)


def _page_rows(practice: Practice, name: str, held: Mapping[str, Verdict]) -> list[Record]:
    return [
        {
            "named": named,
            "type": row.wording.of(practice.language),
            "people": row.people,
            "decisions": len(row.verdicts),
            "opened": openings(held, row.verdicts),
        }
        for named, row in _named_once(practice, name)
    ]

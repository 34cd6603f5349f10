"""Commands over the catalogue of indicators: what is counted, what it shows and cannot show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.listing import format_option, language_option, print_records, print_translated
from sholu.indicators.record import indicator_record
from sholu.vocabulary.indicator_words import DIRECTION_WORDS, denominator_text
from sholu.vocabulary.model import Indicator, Vocabulary
from sholu.vocabulary.wording import Wording

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

HEADINGS: Mapping[str, Wording] = {
    "code": Wording("code", "код", "коды"),
    "name": Wording("name", "название", "атауы"),
    "definition": Wording("definition", "определение", "анықтамасы"),
    "unit": Wording("unit", "единица", "өлшем бірлігі"),
    "denominator": Wording("denominator", "знаменатель", "бөлімі"),
    "direction": Wording("direction", "направление", "бағыты"),
    "standard": Wording("standard", "стандарт", "стандарты"),
    "shows": Wording("shows", "что показывает", "нені көрсетеді"),
    "cannot_show": Wording("cannot show", "чего не показывает", "нені көрсете алмайды"),
    "indicators": Wording("Indicators", "Показатели", "Көрсеткіштер"),
    "what": Wording("what", "что", "не"),
    "says": Wording("says", "значение", "мәні"),
}

LISTED = ("code", "name", "unit", "denominator", "direction", "standard", "cannot_show")


@click.group(invoke_without_command=True)
@language_option
@format_option
@click.pass_context
def indicators(context: click.Context, language: str, form: str) -> None:
    """List the catalogue of indicators: unit, denominator, what each shows and cannot show.

    'sholu indicators show CODE' prints one with its definition.
    """
    if context.invoked_subcommand is not None:
        return
    vocabulary = context.obj.observatory().vocabulary
    records = [
        in_words(one, vocabulary, language)
        if form in ("table", "html")
        else indicator_record(one, language)
        for one in vocabulary.indicators
    ]
    headings = {key: HEADINGS[key] for key in LISTED}
    print_translated(HEADINGS["indicators"].of(language), records, headings, language, form)


@indicators.command()
@click.argument("code")
@language_option
@format_option
@click.pass_obj
def show(place: Workplace, code: str, language: str, form: str) -> None:
    """Print one indicator by its CODE: definition, unit, what it shows and cannot show."""
    vocabulary = place.observatory().vocabulary
    indicator = vocabulary.indicator(code)
    record = indicator_record(indicator, language)
    if form == "json":
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    if form == "csv":
        print_records(code, [record], list(record), form)
        return
    rows = [
        {"what": HEADINGS[key].of(language), "says": text}
        for key, text in in_words(indicator, vocabulary, language).items()
        if text
    ]
    headings = {key: HEADINGS[key] for key in ("what", "says")}
    print_translated(indicator.names.preferred(language), rows, headings, language, form)


def in_words(indicator: Indicator, vocabulary: Vocabulary, language: str) -> dict[str, Any]:
    """What is known of an indicator, for people: units, denominator and direction in words."""
    return {
        "code": indicator.code,
        "name": indicator.names.preferred(language),
        "definition": indicator.definition.of(language),
        "unit": vocabulary.unit_name(indicator.unit, language),
        "denominator": denominator_text(indicator, vocabulary, language) or None,
        "direction": DIRECTION_WORDS[indicator.direction].of(language),
        "standard": indicator.standard.of(language) if indicator.standard else None,
        "shows": indicator.shows.of(language),
        "cannot_show": indicator.cannot_show.of(language),
    }


COMMANDS = (indicators,)

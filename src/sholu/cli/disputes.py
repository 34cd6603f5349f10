"""Commands over contradictions: disputes, audit, triangulate."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from sholu.build.dispute_look import Audit, Disputes
from sholu.claims.model import Claim
from sholu.cli.listing import format_option, print_records, print_with_sentences
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.engine.rows import to_plain
from sholu.indicators.dispute_model import REASONS, Dispute, finding_of
from sholu.indicators.gaps import find_gaps
from sholu.indicators.triangulation import Triangulation, source_matrix
from sholu.mentions.record import figure_record

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

explained_in = click.option(
    "--lang",
    "language",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of explanations of disputes; sentences of other findings are English.",
)


@click.command()
@click.option("--reason", type=click.Choice(list(REASONS)), help="Only disputes of this reason.")
@click.option("--indicator", help="Only disputes about this indicator.")
@explained_in
@format_option
@click.pass_obj
def disputes(
    place: Workplace, reason: str | None, indicator: str | None, language: str, form: str
) -> None:
    """List claims that can't all be true, with why they probably differ.

    \b
    different_period         they count over different times
    different_scope          they count different things
    rounding                 one number, rounded in different ways
    later_revision           the same source says otherwise later
    garbled                  a misprint: lost dash, decimal comma, unit, copied cell
    inconsistent_arithmetic  parts, totals, shares, changes don't fit together
    anachronism              newer, or older, than its source can know
    true_conflict            nothing explains it
    """
    look = Disputes(place.observatory())
    found = [
        one
        for one in look.disputes()
        if (not reason or one.reason == reason) and (not indicator or one.indicator == indicator)
    ]
    records = [{**to_plain(one), **_texts(one, language)} for one in found]
    columns = ["severity", "reason", "explanation", "likely_reading", "indicator", "place"]
    if form == "json":
        for record, one in zip(records, found, strict=True):
            record["texts"] = {code: _texts(one, code) for code in INTERFACE_LANGUAGES}
    if form != "html":
        print_records("Disputes", records, columns, form)
        return
    claims = look.claims()
    for record, one in zip(records, found, strict=True):
        record["figures"] = [
            figure_record(claims[id_].figure) for id_ in one.claims if id_ in claims
        ]
    spans = [claims[id_].figure.span for one in found for id_ in one.claims if id_ in claims]
    order = [*columns[:4], "figures", "indicator", "place", "period", "kind", "claims", "id"]
    pages = [{key: record[key] for key in order} for record in records]
    print_with_sentences("Disputes", pages, order, form, lambda: look.look.contexts(spans))


def _texts(dispute: Dispute, language: str) -> dict[str, str | None]:
    likely = dispute.likely_reading
    return {
        "explanation": dispute.explanation.of(language),
        "likely_reading": likely.of(language) if likely else None,
    }


@click.command()
@click.argument("document")
@explained_in
@format_option
@click.pass_obj
def audit(place: Workplace, document: str, language: str, form: str) -> None:
    """Audit the numbers of a DOCUMENT: its name, or the beginning of its id.

    Parts against totals, shares and changes against both figures, tables against their totals, a
    release's counts against its items. Nothing is printed where nothing is wrong.
    """
    look = Disputes(place.observatory())
    found = look.audit(document)
    records = _audit_records(found, look.claims(), language)
    columns = ["gravity", "kind", "statement", "evidence"]
    print_records(f"Audit of {found.document.name}", records, columns, form)


def _audit_records(
    found: Audit, claims: Mapping[str, Claim], language: str
) -> list[dict[str, Any]]:
    """Findings speak English; disputes speak the reader's language."""
    disputed = (finding_of(one, claims, language) for one in found.disputes)
    return [to_plain(finding) for finding in (*found.findings, *disputed)]


@click.command()
@click.argument("indicator", required=False)
@click.option("--place", "place_code", help="Only claims about this place (ISO 3166 code).")
@click.option("--matrix", "show", flag_value="matrix", help="Indicator by type of source.")
@click.option("--gaps", "show", flag_value="gaps", help="What no source says.")
@click.option("--weak", "show", flag_value="weak", help="Only claims that weak sources alone say.")
@format_option
@click.pass_obj
def triangulate(
    place: Workplace, indicator: str | None, place_code: str | None, show: str | None, form: str
) -> None:
    """Show who supports and who contradicts each claim; of one INDICATOR, or of all.

    \b
    supported     another source says the same
    contradicted  another source says what can't be true with it
    disputed      both
    single        no other source speaks of it
    weak          only forums or encyclopaedias say it
    """
    observatory = place.observatory()
    if indicator is not None:
        observatory.vocabulary.indicator(indicator)
    found = [
        one
        for one in Disputes(observatory).triangulated()
        if (not indicator or one.indicator == indicator)
        and (not place_code or one.place == place_code)
    ]
    if show == "matrix":
        _print_matrix(found, form)
    elif show == "gaps":
        gaps = [to_plain(gap) for gap in find_gaps(found)]
        print_records("Gaps", gaps, ["indicator", "place", "kind", "statement", "claims"], form)
    else:
        kept = [one for one in found if show is None or one.verdict == "weak"]
        _print_claims(kept, form)


def _print_matrix(found: list[Triangulation], form: str) -> None:
    rows = source_matrix(found)
    records = [{"indicator": row.indicator, **row.counts, "gaps": list(row.gaps)} for row in rows]
    columns = ["indicator", *(rows[0].counts if rows else ()), "gaps"]
    print_records("Claims by type of source", records, columns, form)


def _print_claims(found: list[Triangulation], form: str) -> None:
    records = [to_plain(one) for one in found]
    if form == "json":
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for record, one in zip(records, found, strict=True):
        record["says"] = f"{one.voice.name} ({one.voice.type}, {one.voice.grade})"
        record["supports"] = [_told(w.printed, w.voice.name) for w in one.supports]
        record["contradicts"] = [_told(w.printed, w.voice.name) for w in one.contradicts]
        del record["voice"]
    columns = [
        "verdict", "indicator", "place", "period", "printed", "says", "supports", "contradicts",
    ]  # fmt: skip
    print_records("Claims and who says them", records, columns, form)


def _told(printed: str, name: str) -> str:
    return f"{printed} ({name[:40]})"


COMMANDS = (disputes, audit, triangulate)

"""The command that says how large a mass is in the law, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.law_printing import (
    Answer,
    day_option,
    day_or_today,
    listed_findings,
    open_register,
    print_answer,
)
from sholu.cli.law_reasoning import Question, disputed, threshold_rows
from sholu.cli.law_rows import finding_lines
from sholu.cli.listing import format_option, language_option
from sholu.vocabulary.law import FORMS, LawError
from sholu.vocabulary.law_mass import find_substance, read_mass
from sholu.vocabulary.law_record import finding_record, provision_record, size_record
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_size import MEASURED, SizeReading
from sholu.vocabulary.law_sources import LawFinding
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


# A negative mass begins like an option; it should be told what is wrong with it.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="SUBSTANCE MASS")
@click.option("--form", "plant_form", type=click.Choice(FORMS[1:]), help="How a plant was weighed.")
@click.option("--weighed", type=click.Choice(MEASURED), help="With additives, or the pure drug.")
@day_option
@language_option
@format_option
@click.pass_obj
def threshold(
    place: Workplace,
    words: tuple[str, ...],
    plant_form: str | None,
    weighed: str | None,
    on: str | None,
    language: str,
    form: str,
) -> None:
    """Say whether a MASS of a SUBSTANCE is small, large or especially large, and why.

    For example: sholu law threshold heroin 0.6g --on 2018-03-01. Names in English, Russian or
    Kazakh; masses such as 600 mg, 1.2 kg, 0,6 г. Both readings are printed where sources disagree.
    """
    register = open_register(place.root)
    asked = _question(words, weighed, plant_form or "", day_or_today(on), _vocabulary(place.root))
    readings = _sizes(register, asked)
    findings = listed_findings(
        register, (key for one in readings for key in one.threshold.findings)
    )
    payload = _threshold_payload(register, asked, readings, findings, language)
    answer = Answer(
        payload=payload,
        title=f"{asked.substance.names.preferred(language)}, {asked.day}",
        rows=threshold_rows(register, asked, readings, language),
        columns=("step", "what", "says", "source"),
        text_column="says",
        lines=finding_lines(register, findings, language),
    )
    print_answer(answer, language, form)


def _vocabulary(root: Path) -> Vocabulary:
    """The vocabulary, with an observatory's own words if there is one."""
    local = root / "inputs" / "vocabulary"
    return load(local if local.is_dir() else None)


def _question(
    words: Sequence[str], weighed: str | None, form: str, day: date, vocabulary: Vocabulary
) -> Question:
    """Substance and mass; what begins with a digit or a sign is the mass."""
    begin = next((i for i, one in enumerate(words) if one[:1].isdigit() or one[:1] in "-−+."), None)
    if not begin:
        raise LawError("A substance and a mass are due.", "For example: heroin 0.6g.")
    substance = find_substance(" ".join(words[:begin]), vocabulary)
    mass_g = read_mass(" ".join(words[begin:]), vocabulary)
    return Question(substance, mass_g, weighed, form, day)


def _sizes(register: Law, asked: Question) -> tuple[SizeReading, ...]:
    """The sizes by every reading.

    Raises:
        LawError: the register has no threshold for it on that day.
    """
    code = asked.substance.code
    found = register.size(code, asked.mass_g, asked.measured, asked.day, asked.form)
    if found:
        return found
    others = sorted({one.substance for one in register.thresholds})
    same = [one for one in register.thresholds if (one.substance, one.form) == (code, asked.form)]
    starts = sorted(str(one.in_force_from) for one in same if one.in_force_from)
    raise LawError(
        f"The register has no threshold for {code} {asked.form}".rstrip() + f" on {asked.day}.",
        f"It has one from {starts[0]}." if starts else f"It has some for {', '.join(others)}.",
    )


def _threshold_payload(
    register: Law,
    asked: Question,
    readings: Sequence[SizeReading],
    findings: Sequence[LawFinding],
    language: str,
) -> dict[str, Any]:
    sizes = dict.fromkeys(reading.size for reading in readings if reading.size)
    leads_to = [
        provision for size in sizes for provision in register.provisions_of_size(size, asked.day)
    ]
    return {
        "substance": asked.substance.code,
        "mass_g": asked.mass_g,
        "weighed": asked.measured,
        "form": asked.form or None,
        "on": asked.day.isoformat(),
        "size_category": readings[0].size,
        "at_least": readings[0].at_least,
        "disputed": disputed(readings),
        "readings": [size_record(register, one, language) for one in readings],
        "provisions": [provision_record(register, one, language) for one in leads_to],
        "findings": [finding_record(register, one, language) for one in findings],
    }

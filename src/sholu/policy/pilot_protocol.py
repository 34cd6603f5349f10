"""The protocol of a pilot: what a ministry signs before anything begins."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import typst

from sholu.charts.design import typst_design
from sholu.charts.print_fonts import font_folders, printable
from sholu.policy.model import PolicyError
from sholu.policy.pilot import PilotDesign
from sholu.policy.pilot_power import Power
from sholu.policy.wording import Words, words_of

TEMPLATE = "pilot_protocol.typ"


@dataclass(frozen=True)
class Section:
    """A heading with sentences, and a table (its first row the heads) or none."""

    title: str
    sentences: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()


def protocol_title(outcome: str, language: str) -> str:
    """The protocol's title in a language."""
    return _words(language)("title", outcome=outcome)


def protocol_sections(design: PilotDesign, outcome: str, language: str) -> tuple[Section, ...]:
    """The protocol's text.

    Args:
        outcome: name of the first outcome with its unit.
        language: en, ru or kk.
    """
    say = _words(language)
    return (
        _question(design, outcome, say),
        _regions(design, say),
        _size(design, say),
        _outcomes(design, outcome, say),
        _analysis(design, say),
        _stopping(design, say),
        Section(say("limits"), (say("elsewhere"), say("past"))),
    )


def _words(language: str) -> Words:
    return words_of("pilot_wording.yaml", language)


def _question(design: PilotDesign, outcome: str, say: Words) -> Section:
    effect = design.request.effect
    share = abs(effect) / abs(design.level) if design.level else float("nan")
    hoped = say(
        "hoped",
        direction=say("rise" if effect > 0 else "fall"),
        effect=f"{abs(effect):g}",
        outcome=outcome,
        level=f"{design.level:.4g}",
        share=f"{share:.0%}",
    )
    return Section(say("question"), (hoped, say("before")))


def _regions(design: PilotDesign, say: Words) -> Section:
    plan = design.chosen.plan
    if plan.kind == "stepped-wedge":
        how = say("waves", treated=plan.treated, waves=plan.waves)
        starts = ((name, str(at)) for name, at in design.regions)
        table = ((say("region"), say("starts_in")), *starts)
    else:
        how = say("strata", treated=plan.treated)
        table = (
            (say("with_measure"), say("without_measure")),
            (", ".join(name for name, _ in design.regions), ", ".join(design.comparison)),
        )
    return Section(say("regions"), (how, say("seed", seed=design.request.seed)), table)


def _size(design: PilotDesign, say: Words) -> Section:
    plan, power = design.chosen.plan, design.chosen
    reached = say(
        "power",
        length=plan.length,
        treated=plan.treated,
        found=f"{power.found:.0%}",
        first=design.history[0],
        last=design.history[1],
        error=f"{power.error:.1%}",
        false=f"{power.false:.1%}",
    )
    if not design.reached:
        reached = say("weak", wanted=f"{design.request.power:.0%}") + " " + reached
    return Section(say("size"), (reached,), _power_table(design.tried, say))


def _power_table(tried: tuple[Power, ...], say: Words) -> tuple[tuple[str, ...], ...]:
    """Power by regions (rows) and length (columns)."""
    lengths = sorted({one.plan.length for one in tried})
    sizes = sorted({one.plan.treated for one in tried})
    found = {(one.plan.treated, one.plan.length): one.found for one in tried}
    head = (say("regions_head"), *(say("periods_head", length=length) for length in lengths))
    return (
        head,
        *((str(size), *(f"{found[size, length]:.0%}" for length in lengths)) for size in sizes),
    )


def _outcomes(design: PilotDesign, outcome: str, say: Words) -> Section:
    asked = design.request
    sentences = [say("first_outcome", outcome=outcome)]
    if asked.also:
        level = f"{0.05 / len(asked.also):.3g}"
        sentences.append(say("also", also=", ".join(asked.also), level=level))
    sentences.append(say("unmoved", unmoved=asked.unmoved) if asked.unmoved else say("no_unmoved"))
    command = (
        f"sholu hypotheses register CODE --measure … --outcome {asked.outcome} --design did "
        f"--sign {'up' if asked.effect > 0 else 'down'} --rule placebo --who … --why …"
    )
    sentences.append(say("register", command=command))
    return Section(say("outcomes"), tuple(sentences))


def _analysis(design: PilotDesign, say: Words) -> Section:
    plan = design.chosen.plan
    how = (
        say("estimate_waves")
        if plan.kind == "stepped-wedge"
        else say("estimate_change", before=plan.before, length=plan.length)
    )
    return Section(say("analysis"), (how, say("as_drawn")))


def _stopping(design: PilotDesign, say: Words) -> Section:
    from scipy.stats import norm

    rows = tuple(
        (str(number), str(after), f"{bound:.3f}", f"{2 * norm.sf(bound):.4f}")
        for number, (after, bound) in enumerate(
            zip(design.look_after, design.bounds, strict=True), 1
        )
    )
    head = (say("look"), say("after_period"), say("bound"), say("p_at_look"))
    return Section(say("stopping"), (say("looks", looks=len(rows)), say("bounds")), (head, *rows))


def as_markdown(title: str, sections: tuple[Section, ...]) -> str:
    """The protocol as Markdown."""
    parts = [f"# {title}\n"]
    for section in sections:
        parts.append(f"## {section.title}\n")
        parts += [f"{sentence}\n" for sentence in section.sentences]
        if section.table:
            head, *rows = section.table
            lines = [head, tuple("---" for _ in head), *rows]
            parts.append("\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n")
    return "\n".join(parts)


def as_pdf(title: str, banner: str, sections: tuple[Section, ...], language: str) -> bytes:
    """The protocol on A4, through typst; all words reach it as data.

    Raises:
        PolicyError: if the compiler refuses the document.
    """
    data = {
        "title": title,
        "banner": banner,
        "language": language,
        "signed": _words(language)("signed"),
        "design": typst_design(),
        "sections": [vars(section) for section in sections],
    }
    template = resources.files("sholu.policy").joinpath("templates", TEMPLATE).read_bytes()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / TEMPLATE
        path.write_bytes(template)
        try:
            compiler = typst.Compiler(
                path,
                root=Path(name),
                font_paths=font_folders(),
                ignore_system_fonts=True,
                sys_inputs={"data": printable(json.dumps(data, ensure_ascii=False))},
            )
            pdf = compiler.compile(format="pdf")
        except RuntimeError as error:
            raise PolicyError(f"The protocol's PDF could not be made: {error}.") from error
    assert isinstance(pdf, bytes)
    return pdf

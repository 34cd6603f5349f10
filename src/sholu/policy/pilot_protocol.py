"""The protocol of a pilot: what a ministry signs before anything begins."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import typst

from sholu.charts.design import font_folder, typst_design
from sholu.policy.model import PolicyError
from sholu.policy.pilot import PilotDesign
from sholu.policy.pilot_power import Power

TEMPLATE = "pilot_protocol.typ"


@dataclass(frozen=True)
class Section:
    """A heading with sentences, and a table (its first row the heads) or none."""

    title: str
    sentences: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()


def protocol_sections(design: PilotDesign, outcome: str) -> tuple[Section, ...]:
    """The protocol's text.

    Args:
        outcome: name of the first outcome with its unit.
    """
    return (
        _question(design, outcome),
        _regions(design),
        _size(design),
        _outcomes(design, outcome),
        _analysis(design),
        _stopping(design),
        _limits(design),
    )


def _question(design: PilotDesign, outcome: str) -> Section:
    hoped = "a rise" if design.request.effect > 0 else "a fall"
    share = abs(design.request.effect) / abs(design.level) if design.level else float("nan")
    return Section(
        "What the pilot is to find out",
        (
            f"Whether the measure brings {hoped} of {abs(design.request.effect):g} or more in: "
            f"{outcome}. In the last year of the series its mean was {design.level:.4g} a period, "
            f"so that is {share:.0%} of it.",
            "This page is written before the pilot begins. What it says decides; what it does not "
            "say may be looked at, but explores only.",
        ),
    )


def _regions(design: PilotDesign) -> Section:
    plan = design.chosen.plan
    if plan.kind == "stepped-wedge":
        how = (
            f"All {plan.treated} regions get the measure, in {plan.waves} waves. The lot decided "
            "the order, so those that wait are the comparison."
        )
        table = (("region", "starts in period"), *((name, str(at)) for name, at in design.regions))
    else:
        how = (
            f"{plan.treated} regions get the measure. They were put in order of their past level, "
            f"cut into {plan.treated} strata, and one was drawn by lot in each."
        )
        table = (
            ("with the measure", "comparison, without it until the end"),
            (", ".join(name for name, _ in design.regions), ", ".join(design.comparison)),
        )
    seed = f"The lot was drawn with the seed {design.request.seed}; anybody can draw it again."
    return Section("Regions", (how, seed), table)


def _size(design: PilotDesign) -> Section:
    plan, power = design.chosen.plan, design.chosen
    reached = (
        f"A pilot of {plan.length} periods with {plan.treated} regions finds that effect in "
        f"{power.found:.0%} of {plan.kind} pilots tried on the series of {design.history[0]} to "
        f"{design.history[1]} (error of the simulation {power.error:.1%}); it sees one that isn't "
        f"there in {power.false:.1%}."
    )
    if not design.reached:
        reached = (
            f"No size that was tried finds that effect in {design.request.power:.0%} of pilots. "
            "Such a pilot should not begin: look for a larger effect, a quieter outcome or more "
            "time. The strongest: " + reached
        )
    return Section("Size and length", (reached,), _power_table(design.tried))


def _power_table(tried: tuple[Power, ...]) -> tuple[tuple[str, ...], ...]:
    """Power by regions (rows) and length (columns)."""
    lengths = sorted({one.plan.length for one in tried})
    sizes = sorted({one.plan.treated for one in tried})
    found = {(one.plan.treated, one.plan.length): one.found for one in tried}
    head = ("regions", *(f"{length} periods" for length in lengths))
    return (
        head,
        *((str(size), *(f"{found[size, length]:.0%}" for length in lengths)) for size in sizes),
    )


def _outcomes(design: PilotDesign, outcome: str) -> Section:
    asked = design.request
    sentences = [f"The first outcome decides alone: {outcome}."]
    if asked.also:
        sentences.append(
            f"Further outcomes, reported whatever they show: {', '.join(asked.also)}. Each is "
            f"judged at {0.05 / len(asked.also):.3g} (Bonferroni)."
        )
    sentences.append(
        f"One that should not move: {asked.unmoved}. If it does, something else happened."
        if asked.unmoved
        else "No outcome that should not move was named; name one before the start."
    )
    sentences.append(
        "Register the test before the start: 'sholu hypotheses register CODE --measure … --outcome "
        f"{asked.outcome} --design did --sign {'up' if asked.effect > 0 else 'down'} --rule "
        "placebo --who … --why …'."
    )
    return Section("Outcomes", tuple(sentences))


def _analysis(design: PilotDesign) -> Section:
    plan = design.chosen.plan
    how = (
        "the difference between regions under the measure and those still waiting, with regions "
        "and periods taken out"
        if plan.kind == "stepped-wedge"
        else f"the mean change from the {plan.before} periods before the start to the "
        f"{plan.length} of the pilot, treated less comparison"
    )
    return Section(
        "Analysis",
        (
            f"The estimate is {how}. The test compares it with what other lots of the same draw "
            "would have given; the interval comes from the spread between regions.",
            "All regions are judged as they were drawn, also those that began late or gave up. A "
            "region that reports nothing is named, not filled in.",
        ),
    )


def _stopping(design: PilotDesign) -> Section:
    from scipy.stats import norm

    rows = tuple(
        (str(number), str(after), f"{bound:.3f}", f"{2 * norm.sf(bound):.4f}")
        for number, (after, bound) in enumerate(
            zip(design.look_after, design.bounds, strict=True), 1
        )
    )
    return Section(
        "When it may stop early",
        (
            f"{len(rows)} looks are planned. The pilot stops if the statistic passes the bound in "
            "either direction: for a clear gain, and as well for clear harm. Without that it goes "
            "on to its end; a look that was not planned spends nothing and decides nothing.",
            "Bounds: O'Brien and Fleming (1979) by the spending of Lan and DeMets (1983), 5 % over "
            "all looks on two sides.",
        ),
        (("look", "after period", "bound of z", "p at the look"), *rows),
    )


def _limits(design: PilotDesign) -> Section:
    return Section(
        "What it will not tell",
        (
            "Whether the measure would do the same in other regions, for longer, or everywhere at "
            "once; what it costs; what it does to those who move to a region without it.",
            "The power rests on the past: if the series becomes more restless, or its definition "
            "changes, it does not hold. A pilot that finds nothing has shown only that an effect "
            "of that size is unlikely.",
        ),
    )


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


def as_pdf(title: str, banner: str, sections: tuple[Section, ...]) -> bytes:
    """The protocol on A4, through typst; all words reach it as data.

    Raises:
        PolicyError: if the compiler refuses the document.
    """
    data = {
        "title": title,
        "banner": banner,
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
                font_paths=[font_folder()],
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
            pdf = compiler.compile(format="pdf")
        except RuntimeError as error:
            raise PolicyError(f"The protocol's PDF could not be made: {error}.") from error
    assert isinstance(pdf, bytes)
    return pdf

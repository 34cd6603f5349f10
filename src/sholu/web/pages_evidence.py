"""The evidence of a figure: sentence, source, other claims, decisions, how it came about."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from sholu.release.package.model import (
    Evidence,
    PublicClaim,
    PublicDecision,
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicObservation,
    PublicPoint,
)
from sholu.web.page import Page
from sholu.web.view import View, not_found


@dataclass(frozen=True)
class About:
    """What the words of a span are used for; each is None if the address does not say it.

    Attributes:
        point: the observation's own point that rests on the span.
    """

    observation: PublicObservation | None = None
    point: PublicPoint | None = None
    claim: PublicClaim | None = None
    event: PublicEvent | None = None
    figure: PublicFigure | None = None


@dataclass(frozen=True)
class Mark:
    """A rectangle over words, in pixels of the page's picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """The picture of a page: its size in pixels, and the marks over the words."""

    width: int
    height: int
    marks: tuple[Mark, ...]


def evidence(view: View) -> Page:
    """The panel of a span; with ``?claim=``, ``?observation=`` or ``?event=`` also what for."""
    words = view.package.evidence(view.parts["span"])
    if words is None:
        raise not_found()
    document = view.package.document(words.document)
    about = _about(view, words)
    return Page(
        "evidence.html",
        view.say["evidence"],
        {
            "words": words,
            "document": document,
            "source": view.package.source(_source_code(about, document)),
            "about": about,
            "others": others(about),
            "steps": steps(view, about),
            "disputes": view.package.disputes(claim=about.claim.id) if about.claim else (),
            "decisions": _decisions(view, about, words),
            "sheet": sheet_of(view, words),
        },
    )


def claim(view: View) -> Page:
    """One claim: what one source says with one number."""
    found = view.package.claim(view.parts["id"])
    if found is None:
        gone = view.package.withdrawn_one(view.parts["id"])
        if gone is None:
            raise not_found()
        return Page("withdrawn.html", gone.title, {"gone": gone})
    document = view.package.document(found.document) if found.document else None
    words = view.package.evidence(found.span) if found.span else None
    return Page(
        "claim.html",
        f"{found.printed}, {view.name('indicator', found.indicator)}",
        {
            "claim": found,
            "words": words,
            "sheet": sheet_of(view, words) if words else None,
            "document": document,
            "source": view.package.source(found.source) if found.source else None,
            "observations": view.package.observations_of_claim(found.id),
            "disputes": view.package.disputes(claim=found.id),
            "decisions": view.package.decisions(found.id),
        },
    )


def _about(view: View, words: Evidence) -> About:
    event = view.package.event(view.asked("event")) if view.asked("event") else None
    if event is not None:
        figure = next((one for one in event.figures if one.span == words.span), None)
        return About(event=event, figure=figure)
    package = view.package
    observation = package.observation(view.asked("observation"))
    asked_claim = view.asked("claim")
    if observation is None and asked_claim:
        cells = package.observations_of_claim(asked_claim)
        observation = cells[0] if cells else None
    points = observation.points if observation else ()
    point = next(
        (one for one in points if asked_claim in (one.claim, "") and one.span == words.span), None
    )
    claim_id = asked_claim or (point.claim if point else "")
    return About(observation, point, package.claim(claim_id) if claim_id else None)


def _source_code(about: About, document: PublicDocument | None) -> str:
    """Whose words they are: a table may be by another than who published the document."""
    told = about.point or about.claim
    return (told.source if told else None) or (document.source if document else None) or ""


def others(about: About) -> tuple[PublicPoint, ...]:
    """Other claims about the same place of the series."""
    if about.observation is None:
        return ()
    return tuple(one for one in about.observation.points if one != about.point)


def steps(view: View, about: About) -> list[str]:
    """How the printed words became the value that is drawn, a sentence for each step."""
    say, told = view.say, []
    read = about.claim or about.figure
    if read is not None:
        value = view.values(read.value, read.value_high, read.unit)
        qualifier = "" if read.qualifier == "exact" else say[f"qualifier_{read.qualifier}"] + " "
        told.append(say["step_read"].format(printed=read.printed, value=qualifier + value))
        if read.unit_base and read.unit_base != read.unit and read.value_base is not None:
            base = view.values(read.value_base, read.value_high_base, read.unit_base)
            told.append(say["step_base"].format(value=base))
    one, point = about.observation, about.point
    if one is None:
        return told
    told.append(
        say["step_place"].format(
            indicator=view.name("indicator", one.indicator),
            place=view.name("place", one.place),
            period=view.period(one.period),
        )
    )
    if point is not None and point.value is not None:
        value = view.values(point.value, point.value_high, one.unit)
        note = f" ({point.note})" if point.note else ""
        told.append(say["step_point"].format(value=value) + note)
    told.append(_chosen(view, one, point))
    return told


def _chosen(view: View, one: PublicObservation, point: PublicPoint | None) -> str:
    say = view.say
    value = view.observed(one)
    if one.derived:
        how = say.get(f"derived_{one.derived}", one.derived)
        return say["step_derived"].format(value=value, how=how)
    rule = say.get(f"rule_{one.rule}", one.rule)
    if len(one.points) < 2:
        return say["step_only"].format(value=value)
    is_drawn = point is not None and point.claim == one.chosen
    key = "step_chosen" if is_drawn else "step_not_chosen"
    return say[key].format(value=value, rule=rule, count=len(one.points))


def _decisions(view: View, about: About, words: Evidence) -> tuple[PublicDecision, ...]:
    targets = [words.document]
    targets += [one.id for one in (about.claim, about.observation, about.event) if one]
    found = {one.entry: one for id_ in targets for one in view.package.decisions(id_)}
    return tuple(found[entry] for entry in sorted(found))


def sheet_of(view: View, words: Evidence) -> Sheet | None:
    """The picture of the page with its marks; None without a picture."""
    if not words.has_picture or words.page is None:
        return None
    picture = view.package.page_picture(words.document, words.page)
    if picture is None:
        return None
    # The header of a PNG has its size in bytes 16 to 24 (RFC 2083, 11.2.1).
    width, height = struct.unpack(">II", picture[16:24])
    marks = tuple(
        Mark(
            round(box.left * width, 1),
            round(box.top * height, 1),
            round((box.right - box.left) * width, 1),
            round((box.bottom - box.top) * height, 1),
        )
        for box in words.boxes
    )
    return Sheet(width, height, marks)


PAGES = (("/evidence/{span}", evidence), ("/claims/{id}", claim))

"""A release in which every word that comes from outside tries to become code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from sholu.release.freeze import freeze, retract
from sholu.release.html import write_html
from sholu.release.json_form import write_json
from sholu.release.model import Edition
from sholu.release.package.contents import Contents, Passage
from sholu.release.package.model import (
    FILE,
    Difference,
    Named,
    PublicClaim,
    PublicDecision,
    PublicEvent,
    PublicObservation,
    Withdrawn,
)
from sholu.release.package.write import package_bytes
from sholu.vocabulary.model import Names
from tests.browser.payloads import FORMULAS
from tests.release.invented_events import EVENTS, PERIOD, compose_invented
from tests.web.invented_package import PAPER, contents, page_png

PACKED = 60
"""Payloads in the text of one event."""


class Words:
    """Gives the payloads out, one after another, and again from the start."""

    def __init__(self, payloads: Sequence[str]) -> None:
        self._next = cycle(payloads)

    def one(self) -> str:
        """The next payload."""
        return next(self._next)

    def names(self) -> Names:
        """A name in each language."""
        return Names((self.one(),), (self.one(),), (self.one(),))

    def texts(self) -> dict[str, str]:
        """A text in each language."""
        return {language: self.one() for language in ("en", "ru", "kk")}


def hostile_events(payloads: Sequence[str], model: PublicEvent) -> list[PublicEvent]:
    """Events whose texts hold all payloads, and all other fields some."""
    words, formulas = Words(payloads), cycle(FORMULAS)
    made = []
    for number, start in enumerate(range(0, len(payloads), PACKED)):
        figures = tuple(
            replace(one, printed=words.one(), of=words.one(), suspect=words.one(),
                    likely_reading=words.one())
            for one in model.figures
        )  # fmt: skip
        made.append(
            replace(
                model,
                id=f"event-hostile-{number}",
                title=next(formulas) if number % 5 == 0 else payloads[start],
                text="\n\n".join(payloads[start : start + PACKED]),
                places=(words.one(),),
                agencies=(words.one(),),
                addresses=tuple(words.one() for _ in range(6)),
                figures=figures,
                differences=(Difference("place", {PAPER: (words.one(),)}),),
            )
        )
    return made


def hostile_contents(payloads: Sequence[str]) -> Contents:
    """The invented contents with payloads in the place of words."""
    base, words = contents(), Words(payloads)
    model = next(one for one in base.events if one.id == "event-reed")
    events = (*base.events, *hostile_events(payloads, model))
    return replace(
        base,
        about=replace(base.about, name=words.texts(), banner=words.texts(),
                      contact=words.texts()),
        named=tuple(_named(one, words) for one in base.named),
        indicators=tuple(
            replace(one, names=words.names(), definition=words.texts(), shows=words.texts(),
                    cannot_show=words.texts(), standard=words.texts())
            for one in base.indicators
        ),
        breaks=tuple(
            replace(one, names=words.names(), what=words.texts(), source=words.texts())
            for one in base.breaks
        ),
        sources=tuple(
            replace(one, names=words.names(), bias=words.one(), type=words.one())
            for one in base.sources
        ),
        documents=tuple(
            replace(one, name=words.one(), address=words.one(), reason=words.one())
            for one in base.documents
        ),
        events=events,
        claims=tuple(_claim(one, words) for one in base.claims),
        observations=tuple(_observation(one, words) for one in base.observations),
        disputes=tuple(
            replace(one, explanation=words.one(), likely_reading=words.one())
            for one in base.disputes
        ),
        findings=tuple(
            replace(one, statement=words.one(), method=words.one(), certainty=words.one())
            for one in base.findings
        ),
        passages=tuple(_passage(one, words) for one in base.passages),
        pictures=tuple(replace(one, png=page_png()) for one in base.pictures),
        decisions=tuple(
            PublicDecision(number, "2024-12-30T10:00:00Z", words.one(), target, words.one(),
                           {words.one(): words.one()})
            for number, target in enumerate(("claim-xa-2023", "event-reed", "event-hostile-0"))
        ),
        withdrawn=(Withdrawn("event", "event-gone", words.one(), words.one(),
                             "2025-01-20T09:00:00Z", words.one()),),
    )  # fmt: skip


def _named(one: Named, words: Words) -> Named:
    return replace(one, names=words.names())


def _claim(one: PublicClaim, words: Words) -> PublicClaim:
    return replace(one, place_printed=words.one(), of=words.one(), printed=words.one(),
                   suspect=words.one(), likely_reading=words.one(),
                   cited_source=words.one())  # fmt: skip


def _observation(one: PublicObservation, words: Words) -> PublicObservation:
    points = tuple(
        replace(point, printed=words.one(), cited_source=words.one(), suspect=words.one(),
                note=words.one(), source=None if number else point.source)
        for number, point in enumerate(one.points)
    )  # fmt: skip
    scope = words.one() if one.place == "XA-04" else ""
    return replace(one, points=points, derived=words.one() if one.place == "XA-03" else "",
                   rule=words.one() if one.place == "XA-03" else one.rule, scope=scope)  # fmt: skip


def _passage(one: Passage, words: Words) -> Passage:
    """Attacks after the words that are marked, and for one passage over them."""
    if one.id == "passage-paper":
        return replace(one, text=" ".join(words.one() for _ in range(12)))
    return replace(one, text=f"{one.text} {words.one()}")


def publish_hostile(releases: Path, payloads: Sequence[str]) -> None:
    """Freeze the hostile release, and a hostile one that was retracted."""
    words = Words(payloads)
    events = [replace(one, title=words.one(), text="\n\n".join((one.text, words.one())))
              for one in EVENTS]  # fmt: skip
    data = package_bytes(hostile_contents(payloads))
    for number in (1, 2):
        edition = Edition(number, PERIOD, "en", 0, "")
        release = replace(compose_invented("en", events), edition=edition)
        files = {"release.json": write_json(release), FILE: data,
                 "release.html": write_html(release, {}, {})}  # fmt: skip
        freeze(releases, edition, files)
    retract(releases / "2025-02", words.one(), words.one(), "2025-02-01T10:00:00Z")

"""Figures out of a package; what was read for one question is there for the next."""

from __future__ import annotations

from collections.abc import Collection

from sholu.release.package.model import PublicObservation
from sholu.release.package.reader import Package
from sholu.release.situation.key_figures import Setting, figures_of, figures_of_regions
from sholu.release.situation.model import KeyFigure


class KnownFigures:
    """Figures out of a package; what was read for one question is there for the next."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._read: dict[tuple[str, str], tuple[PublicObservation, ...]] = {}
        self._told = {(head.indicator, head.place) for head in package.series_list()}

    def of_place(self, indicator: str, place: str) -> tuple[PublicObservation, ...]:
        """Observations of an indicator at a place."""
        key = (indicator, place)
        if key not in self._told:
            return ()
        if key not in self._read:
            self._read[key] = self.package.observations(indicator=indicator, place=place)
        return self._read[key]

    def below(self, indicator: str, regions: Collection[str]) -> list[PublicObservation]:
        """Observations of an indicator at regions."""
        return [one for region in sorted(regions) for one in self.of_place(indicator, region)]

    def here_and_below(self, indicator: str, setting: Setting) -> list[PublicObservation]:
        """Observations of an indicator at the place and its regions."""
        own = self.of_place(indicator, setting.place)
        return [*own, *self.below(indicator, setting.regions)]

    def figures(self, indicator: str, setting: Setting) -> list[KeyFigure]:
        """The place's own figures; where none is of the whole period, its regions' first."""
        own = figures_of(self.of_place(indicator, setting.place), setting)
        if setting.regions and not any(figure.whole for figure in own):
            return [*figures_of_regions(self.below(indicator, setting.regions), setting), *own]
        return own

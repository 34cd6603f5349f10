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
        self._read: dict[str, tuple[PublicObservation, ...]] = {}

    def of_place(self, indicator: str, place: str) -> list[PublicObservation]:
        """Observations of an indicator at a place."""
        return [one for one in self.everywhere(indicator) if one.place == place]

    def below(self, indicator: str, regions: Collection[str]) -> list[PublicObservation]:
        """Observations of an indicator at regions."""
        return [one for one in self.everywhere(indicator) if one.place in regions]

    def everywhere(self, indicator: str) -> tuple[PublicObservation, ...]:
        """All observations of an indicator."""
        if indicator not in self._read:
            self._read[indicator] = self.package.observations(indicator=indicator)
        return self._read[indicator]

    def figures(self, indicator: str, setting: Setting) -> list[KeyFigure]:
        """The place's own figures; where none is of the whole period, its regions' first."""
        own = figures_of(self.of_place(indicator, setting.place), setting)
        if setting.regions and not any(figure.whole for figure in own):
            return [*figures_of_regions(self.below(indicator, setting.regions), setting), *own]
        return own

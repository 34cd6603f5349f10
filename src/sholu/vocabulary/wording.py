"""A text in the three languages of the interface."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """One text in the three languages, in our own words."""

    en: str
    ru: str
    kk: str

    def of(self, language: str) -> str:
        """The text in ``en``, ``ru`` or ``kk``."""
        return self.by_language()[language]

    def by_language(self) -> dict[str, str]:
        """The texts by ``en``, ``ru`` and ``kk``, as records hold them."""
        return {"en": self.en, "ru": self.ru, "kk": self.kk}

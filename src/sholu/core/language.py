"""The languages that Sholu reads and writes."""

from __future__ import annotations

READ_LANGUAGES: tuple[str, ...] = ("en", "ru", "kk", "ky", "uz", "tg", "az")
"""ISO 639-1 codes of the languages told apart in documents."""

INTERFACE_LANGUAGES: tuple[str, ...] = ("en", "ru", "kk")
"""Languages of headings, fixed wording and vocabulary."""

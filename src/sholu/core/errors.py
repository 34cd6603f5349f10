"""The root of all errors that a user may see."""

from __future__ import annotations


class SholuError(Exception):
    """Something a person can put right. Each room has its own subclass.

    Args:
        message: what was expected, what came, and in which record.
        hint: what to do next, as a sentence; empty if the message says it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

"""What people decided: append, read, replay, migrate. The only door to SQLite."""

from sholu.journal.chain import verify
from sholu.journal.log import Journal, create_journal, open_journal
from sholu.journal.model import KINDS, Entry, JournalError

__all__ = [
    "KINDS",
    "Entry",
    "Journal",
    "JournalError",
    "create_journal",
    "open_journal",
    "verify",
]

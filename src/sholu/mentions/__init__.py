"""Find what is known in a text: places, substances, quantities, dates, agencies, law, people."""

VERSION = "14"
"""Goes up when a reader changes what it says; documents are then read again."""

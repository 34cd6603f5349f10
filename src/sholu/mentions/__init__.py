"""Find what is known in a text: places, substances, quantities, dates, agencies, law, people."""

VERSION = "13"
"""Goes up when a reader changes what it says; documents are then read again."""

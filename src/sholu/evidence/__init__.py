"""Bytes to text and spans: what a document says, and where exactly it says it."""

VERSION = "1"
"""Goes up when a reader changes what it says; documents are then read again."""

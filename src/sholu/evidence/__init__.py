"""Bytes to text and spans: what a document says, and where exactly it says it."""

VERSION = "2"
"""Goes up when a reader changes what it says; documents are then read again."""

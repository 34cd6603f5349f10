"""Bytes to text and spans: what a document says, and where exactly it says it."""

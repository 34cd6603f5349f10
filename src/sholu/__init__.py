"""Sholu: the open-source software of a drug observatory."""

__version__ = "0.1.0"

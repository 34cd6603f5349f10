"""What is the same: one event told by several documents. Every judgement can be taken back."""

VERSION = "14"
"""Goes up when a reader changes what it says; documents are then read again."""

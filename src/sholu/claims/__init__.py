"""Read what sources say in numbers: one quantitative statement by one source."""

VERSION = "4"
"""Changes whenever a reader of this room may read something else; stale readings are read again."""

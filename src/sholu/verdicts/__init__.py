"""What courts decided: decisions read into defendants, articles and sanctions; practice, plots."""

VERSION = "1"
"""Changes whenever a reader of this room may read something else; stale readings are read again."""

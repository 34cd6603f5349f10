"""Series, disputes, audits, integrity of statistics, prices."""

VERSION = "2"
"""Changes whenever a mapped table may be read otherwise, or claims may come to other series."""

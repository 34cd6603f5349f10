"""Series, disputes, audits, integrity of statistics, prices."""

VERSION = "8"
"""Changes whenever a mapped table may be read otherwise, claims may come to other
series, or disputes may be found otherwise."""

"""Series, disputes, audits, integrity of statistics, prices."""

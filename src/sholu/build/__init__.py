"""Which step runs when, what is stale, status, check, backup: one observatory on disk."""

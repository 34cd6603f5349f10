"""Read what happened: releases in the layout of information centres, and news items."""

VERSION = "14"
"""Goes up when a reader changes what it says; documents are then read again."""

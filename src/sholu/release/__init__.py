"""The information release: choose what goes in, compose it, print it, freeze it for ever."""

VERSION = "1"
"""Goes up when a release of the same events would say or look otherwise."""

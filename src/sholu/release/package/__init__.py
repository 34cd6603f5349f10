"""The data of a release: everything that may be public, redacted, frozen in one file."""

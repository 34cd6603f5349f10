"""The situation of a country or a region: seven questions, answered from a release's data."""

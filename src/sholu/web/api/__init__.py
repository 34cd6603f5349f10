"""The data of releases for programs: JSON, CSV, GeoJSON. One list describes and serves it."""

"""The data of releases for programs: JSON, CSV, GeoJSON, feeds; one list describes and serves it."""

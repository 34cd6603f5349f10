"""The data of a release in the formats that its users open."""

"""Read what sources say in numbers: one quantitative statement by one source."""

"""One grammar for all charts, drawn to SVG on the server, and the numbers of the design system."""

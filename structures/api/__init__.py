"""The catalogue for scripts: the same things as its pages, as JSON."""

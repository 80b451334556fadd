"""The only place that writes a file: whole or not at all, and never through a link."""

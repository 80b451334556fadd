"""Exporting the quarter from the screens: as it may be published, into a file that one names."""

"""Quarterly performance indicators on domestic abuse: kept, checked, read and reported.

The package imports nothing here, so that any part of it is cheap to import.
"""

__version__ = "0.1.0"

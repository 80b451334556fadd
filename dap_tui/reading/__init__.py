"""Bytes to the model, and findings: bad data is never an exception.

`workspace.read_workspace(root)` reads all that can be read; `root.find_root(start)` finds the nearest folder, here
or above, that is one. Nothing is imported here, so that a word or a name costs no more than its own module.
polars is loaded only where the returns are large (`workspace.BULK_BYTES`).
"""

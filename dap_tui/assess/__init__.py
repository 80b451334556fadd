"""Everything that is worked out, as pure functions of what was read: no terminal, no file, no clock.

`Assessor(workspace, as_of).assess(period)` gives the Assessment that every front end reads.
"""

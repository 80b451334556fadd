"""What every test shares."""

collect_ignore = ["bench"]
"""Benchmarks are run, not collected: no test fails for being slow."""

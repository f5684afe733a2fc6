"""Faults that a reader's state has to live through, each tried many times."""

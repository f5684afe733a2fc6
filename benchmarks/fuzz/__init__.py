"""Fuzzers: what readers and rules do with files that nobody would write."""

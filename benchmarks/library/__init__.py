"""How quick the library is: ``python -m benchmarks.library``."""

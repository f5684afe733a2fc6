"""Other systems in the same benchmark, each in a Python of its own where its packages are."""

"""How well quotes and their speakers are found, on public data."""

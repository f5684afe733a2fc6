"""Which articles are there, and which of them are wanted."""

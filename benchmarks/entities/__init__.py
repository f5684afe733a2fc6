"""How well, how fast and in how much memory names are found."""

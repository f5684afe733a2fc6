"""How articles, quotes and notes leave the program again."""

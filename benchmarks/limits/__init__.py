"""How long the largest and the most hostile files of each format take to open."""

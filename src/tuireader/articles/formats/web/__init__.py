"""How the article in a web page is found; the parsers and libraries for it stay in this room."""

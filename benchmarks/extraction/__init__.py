"""How well the article in a web page is found."""

"""How an article lies on the page: lines, runs of one look, places. Pure, without a screen."""

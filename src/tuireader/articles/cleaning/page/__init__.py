"""Whole web pages saved as text: which of their lines are the article."""

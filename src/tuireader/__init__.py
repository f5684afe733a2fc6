"""A terminal reader for saved news articles that shows who said what, and about whom."""

__version__ = "0.1.0"

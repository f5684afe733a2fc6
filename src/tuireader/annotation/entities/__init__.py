"""The people, organisations, places and dates of a text."""

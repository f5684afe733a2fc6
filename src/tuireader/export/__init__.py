"""How what the reader keeps leaves again, and how it comes in: Markdown, CSV, JSON, bookmarks."""

"""What the reader did: read, bookmarked, noted. Precious, small, human-readable."""

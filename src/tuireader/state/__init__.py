"""What the reader did: read, bookmarked, noted. Precious, small, human-readable.

`open_state` opens it; `ReaderState` says what can be done with it.
"""

from tuireader.state.reader_state import ArticleRecord, ReaderState, Subject
from tuireader.state.tinydb_state import open_state

__all__ = ["ArticleRecord", "ReaderState", "Subject", "open_state"]

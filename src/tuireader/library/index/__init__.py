"""The index: what the files say, kept in SQLite so that nothing is read twice.

It is derived from the files and may be deleted or damaged at any time.
"""

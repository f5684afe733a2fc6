"""The query language of the filter bar, the saved views and the command line."""

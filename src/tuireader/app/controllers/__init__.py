"""What the main screen does, by concern: its panes, its list, its keys, its command line."""

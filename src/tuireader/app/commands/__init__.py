"""One class a command: its key, help, palette entry and footer place."""

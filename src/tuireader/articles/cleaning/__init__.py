"""From raw text to readable text, every change recorded."""

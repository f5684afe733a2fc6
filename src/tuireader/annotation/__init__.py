"""What an article says, and who says it."""

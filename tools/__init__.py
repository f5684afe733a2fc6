"""What builds the data that the program ships."""

"""The shell's door: a thin list of commands over the rooms."""

"""What an article is, and how a file becomes one."""

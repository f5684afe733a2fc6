"""What cleaning is measured on, and how."""

"""Repairs of typography: each rule mends one kind of damage and never changes the wording."""

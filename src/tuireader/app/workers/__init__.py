"""Slow work away from the screen; it posts messages and touches no widget."""

"""What read-later services export: links with their tags, states and highlights."""

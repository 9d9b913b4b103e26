"""CIT: citations in text and notes against the list."""

"""REF: entries of the reference list."""

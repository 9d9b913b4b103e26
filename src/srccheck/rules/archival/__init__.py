"""ARC: archival references against the registry and against each other."""

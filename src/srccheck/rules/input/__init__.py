"""SRC: the run itself, what could be read and what could not be checked."""

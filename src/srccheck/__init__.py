"""A linter for the scholarly apparatus of a manuscript."""

__version__ = "0.1.0"

"""TRN: names, scripts, romanisation."""

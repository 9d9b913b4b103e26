"""URL: links."""

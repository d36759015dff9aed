"""The resident pages, one file a subject."""

"""Calling to a meeting: what is issued, to whom it goes, by which letters, files and packets."""

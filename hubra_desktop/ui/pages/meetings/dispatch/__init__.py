"""Calling to a meeting: the sheet, the log of what was sent, and what ends a meeting."""

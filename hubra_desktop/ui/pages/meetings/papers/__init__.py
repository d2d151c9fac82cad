"""The papers of a meeting: which there are, which are awaited, and from whom."""

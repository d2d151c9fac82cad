"""One register on disk: open, lock, migrate, back up, record what changed."""

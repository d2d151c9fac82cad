"""Where it is noted who has a register open; apart, so that a start can look there first."""

from pathlib import Path


def holder_note(path: Path) -> Path:
    """Return where it is noted who has the register open; it exists only while somebody does."""
    return path.with_name(f".{path.name}.holder")

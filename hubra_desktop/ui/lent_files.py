"""Folders for what is lent to the computer's other programs: gone when the window is."""

from tempfile import TemporaryDirectory, mkdtemp


class LentFiles:
    """Makes folders that last until ``stop``."""

    def __init__(self) -> None:
        self._within: TemporaryDirectory[str] | None = None

    def folder(self) -> str:
        """Return a new folder, so that no two files of one name meet."""
        if self._within is None:
            self._within = TemporaryDirectory(prefix="hubra-", ignore_cleanup_errors=True)
        return mkdtemp(dir=self._within.name)

    def stop(self) -> None:
        """Take back what was lent."""
        if self._within is not None:
            self._within.cleanup()
            self._within = None

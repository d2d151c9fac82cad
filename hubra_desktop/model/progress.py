"""How long work tells how far it has come, and learns that nobody waits for it any more."""

from typing import Final


class StoppedError(Exception):
    """The work was told to stop; what it had made so far is not to be kept."""


class Progress:
    """What long work is given: it calls ``at`` now and then. This one tells nobody."""

    def at(self, what: str, done: int = 0, of: int = 0) -> None:
        """Tell what is being done, and which of how many; raises StoppedError when it is to end."""
        self.go_on()
        self.show(what, done, of)

    def go_on(self) -> None:
        """Raise StoppedError when the work is to end."""
        if self.stopped:
            raise StoppedError

    @property
    def stopped(self) -> bool:
        """Tell whether the work is to end."""
        return False

    def show(self, what: str, done: int, of: int) -> None:
        """Show how far the work has come; ``of`` 0: nobody knows how much there is."""


NOBODY: Final = Progress()
"""Whom work tells that nobody waits for beside something else."""

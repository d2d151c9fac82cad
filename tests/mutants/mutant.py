"""One planted bug: a text of the program, what it becomes, and the tests that must notice."""

from pathlib import Path
from typing import NamedTuple


class Mutant(NamedTuple):
    """A bug in ``module`` (below hubra_desktop), where ``text`` stands once and becomes ``bug``.

    ``tests`` are paths below tests; one of them must fail on it.
    """

    module: str
    text: str
    bug: str
    tests: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Return the module's path from the root."""
        return Path("hubra_desktop") / self.module

    def planted(self, source: str) -> str:
        """Return the module's source with the bug in it; ValueError unless it has one place."""
        if source.count(self.text) != 1:
            message = f"{self.module}: stands {source.count(self.text)} times: {self.text!r}"
            raise ValueError(message)
        return source.replace(self.text, self.bug)

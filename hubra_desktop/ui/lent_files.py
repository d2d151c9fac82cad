"""Files lent to the computer's other programs: gone when the window is, or swept away later."""

from pathlib import Path
from tempfile import mkdtemp

from hubra_desktop.model.language import say
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.reasons import reason
from hubra_desktop.store.scratch import ScratchFolder
from hubra_desktop.work.files import replace_file


class LentFiles:
    """Lends files until ``stop``."""

    def __init__(self) -> None:
        self._within: ScratchFolder | None = None

    def lend(self, name: str, content: bytes) -> Path:
        """Write a file in a folder of its own, so that no two of one name meet; raises OSError.

        It is a copy, and nobody is to think that changes of it are kept.
        """
        if self._within is None:
            self._within = ScratchFolder()
        path = Path(mkdtemp(dir=self._within.path)) / name
        replace_file(path, content)
        path.chmod(0o400)
        return path

    def stop(self) -> None:
        """Take back what was lent."""
        within, self._within = self._within, None
        if within is not None:
            within.remove()


def not_lent(name: str, error: OSError) -> str:
    """Say why a file could not be lent, and what to do instead."""
    return say(
        "{name} kunde inte öppnas ({why}). Se till att det finns plats på disken, eller spara "
        "filen och öppna den själv.",
        name=quoted(name),
        why=reason(error),
    )

"""Where the program's own files lie: fonts, icons, translations, the demo register.

In the source tree they stand beside the package, in a wheel and in the built
program inside it. Everything else asks here, so that no other module knows how
the program was installed.
"""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Name the file or folder ``parts`` below the program's resources; it need not exist."""
    return _root().joinpath(*parts)

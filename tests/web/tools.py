"""Where the tools stand that a page is checked with: a browser, Java, and two packages."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "build" / "web" / "node_modules"
JAR = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = PACKAGES / "axe-core" / "axe.min.js"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class MissingToolError(Exception):
    """A tool is not installed; the text says what to do."""


def present(path: Path) -> Path:
    """Return ``path``; raises MissingToolError when nothing is there."""
    if not path.is_file():
        message = f"{path.name} is not installed: run `make check-html`"
        raise MissingToolError(message)
    return path


def program(*names: str) -> str:
    """Return the first of the programs that is installed; raises MissingToolError."""
    for name in names:
        if found := shutil.which(name):
            return found
    message = f"none of {', '.join(names)} is installed: run `make check-html`"
    raise MissingToolError(message)


def is_root() -> bool:
    """Tell whether the process is root's, for whom the browser has no sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0

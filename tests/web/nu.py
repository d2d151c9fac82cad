"""What the Nu Html Checker, the standard's own, says of pages: errors and warnings alike."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.web.tools import JAR, present, program


def version() -> str:
    """Return the checker's version."""
    return _checker("--version").split()[0]


def markup_faults(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what is wrong with each page, by its name; all of them in one run."""
    with TemporaryDirectory(prefix="hubra-nu-") as folder:
        files = {name: Path(folder, f"{place}.html") for place, name in enumerate(pages)}
        for name, file in files.items():
            file.write_text(pages[name], encoding="utf-8")
        report = _checker("--stdout", "--exit-zero-always", "--format", "json", *files.values())
    found: dict[str, list[str]] = {name: [] for name in pages}
    names = {file.as_uri().removeprefix("file://"): name for name, file in files.items()}
    for message in json.loads(report)["messages"]:
        found[names[str(message["url"]).removeprefix("file:")]].append(_told(message))
    return found


def _checker(*arguments: str | Path) -> str:
    done = subprocess.run(
        [program("java"), "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", present(JAR), *arguments],
        capture_output=True,
        check=True,
        timeout=120,
        encoding="utf-8",
    )
    return done.stdout


def _told(message: dict[str, Any]) -> str:
    extract = " ".join(str(message.get("extract", "")).split())[:120]
    kind = message.get("subType", message["type"])
    return f"line {message.get('lastLine', '?')}: {kind}: {message['message']} ({extract})"

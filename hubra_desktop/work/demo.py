"""The demo register: what the council's own public documents tell, to practise on."""

from pathlib import Path

from hubra_desktop.exchange.json_file import load
from hubra_desktop.paths import resource
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.workspace import Workspace


def make_demo(path: Path) -> None:
    """Make the demo register at ``path``; raises RegisterError, and leaves nothing half made."""
    bundle = load(resource("demo", "huddinge.json").read_bytes())
    Workspace.create(path.absolute(), first=ImportBundle(bundle, barrier=True)).close()

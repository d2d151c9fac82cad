"""The demo register: what the council's own public documents tell, to practise on."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Final

from hubra_desktop.exchange.json_file import load
from hubra_desktop.paths import resource
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.workspace import Workspace

EXERCISE_DAY: Final = dt.date(2018, 2, 28)
"""The day that it is for those who practise: that of the council's own kallelse."""


def make_demo(path: Path, day: dt.date | None = None) -> None:
    """Make the demo register at ``path``, where it is ``day``, None for the real day.

    Raises RegisterError, and leaves nothing half made.
    """
    bundle = load(resource("demo", "huddinge.json").read_bytes())
    assert bundle.register is not None
    bundle = replace(bundle, register=replace(bundle.register, exercise_day=day))
    Workspace.create(path.absolute(), first=ImportBundle(bundle, barrier=True)).close()

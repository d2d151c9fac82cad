"""How corrections are drawn at random, by their commands' names."""

from collections.abc import Mapping

from hubra_desktop.work.commands.applications import (
    ChangeApplicant,
    ChangeApplication,
    NewApplicant,
)
from hubra_desktop.work.commands.history import TakeBack
from tests.work.paper_makers import Maker

CORRECTIONS: Mapping[str, Maker] = {
    "NewApplicant": lambda d: NewApplicant(
        d.one("Ny förening", "Ur Dimman", ""), d.values("association")
    ),
    "ChangeApplicant": lambda d: ChangeApplicant(
        d.id("body"), d.one("Ur Dimman", "Nytt namn", ""), d.values("association")
    ),
    "ChangeApplication": lambda d: ChangeApplication(
        d.id("grant"), d.one("Ur Dimman", "Ny förening", ""), d.values("grant")
    ),
    "TakeBack": lambda d: TakeBack((d.number(1, 40),)),
}

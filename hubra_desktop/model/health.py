"""What a thorough look at a register found, as a report that holds nothing of its content.

The report is made to be sent to whoever looks after the computer: it has counts, kinds of
rows and versions, but no name, no title, no amount and no text out of the register.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.swedish import clock_of


class HealthLevel(StrEnum):
    """What came of one part of the look, the worst last."""

    SOUND = "sound"
    UNTRIED = "untried"
    ODD = "odd"
    BROKEN = "broken"


_SIGNS: Final[Mapping[HealthLevel, str]] = {
    HealthLevel.SOUND: N_("OK"),
    HealthLevel.UNTRIED: N_("EJ PRÖVAT"),
    HealthLevel.ODD: N_("SE ÖVER"),
    HealthLevel.BROKEN: N_("FEL"),
}
_MOST_DETAILS: Final = 12
"""Lines under one part: more of them tell a reader nothing that the count does not."""


@dataclass(frozen=True)
class CheckResult:
    """What came of one part: its name, a sentence, and lines for who is to mend it.

    A part that is not ``of_register`` lies beside it: the register is whole without it.
    """

    part: str
    level: HealthLevel
    sentence: str
    details: tuple[str, ...] = ()
    of_register: bool = True


@dataclass(frozen=True)
class HealthReport:
    """All parts of the look, and what the computer and the file are (name and value)."""

    moment: datetime
    results: tuple[CheckResult, ...]
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def level(self) -> HealthLevel:
        """Return the worst that was found."""
        order = list(HealthLevel)
        return max(
            (each.level for each in self.results), key=order.index, default=HealthLevel.SOUND
        )

    @property
    def summary(self) -> str:
        """Say in a sentence or two what came of it, and what to do."""
        count = Counter((each.level, each.of_register) for each in self.results)
        damaged = count[HealthLevel.BROKEN, True]
        if damaged:
            return say_count(
                "{n} del av registret är skadad. Öppna den senaste säkerhetskopian, eller rädda "
                "det som går.",
                "{n} delar av registret är skadade. Öppna den senaste säkerhetskopian, eller "
                "rädda det som går.",
                damaged,
            )
        told = [say("Registret är helt.")]
        if count[HealthLevel.UNTRIED, True]:
            told = [say("Inget fel är funnet i registret, men allt är inte prövat.")]
        if count[HealthLevel.BROKEN, False]:
            told.append(say("Någon av säkerhetskopiorna är skadad. Gör en ny."))
        odd = count[HealthLevel.ODD, True] + count[HealthLevel.ODD, False]
        if odd:
            told.append(say_count("{n} sak bör ses över.", "{n} saker bör ses över.", odd))
        return " ".join(told)

    @property
    def text(self) -> str:
        """Return the whole report as lines of plain text."""
        day = f"{self.moment:%Y-%m-%d} {clock_of(self.moment)}"
        lines = [say("Kontroll av ett register i Hubra, {moment}", moment=day), self.summary, ""]
        for each in self.results:
            lines.append(f"[{say(_SIGNS[each.level])}] {each.part}: {each.sentence}")
            lines += (f"    {line}" for line in cut_details(each.details))
        lines += ["", say("Programmet, datorn och filen")]
        lines += (f"    {name}: {value}" for name, value in self.facts)
        lines += ["", say("Rapporten innehåller inget av det som står i registret.")]
        return "\n".join(lines) + "\n"


def cut_details(details: Sequence[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    more = len(details) - _MOST_DETAILS
    cut = [say_count("… och {n} till", "… och {n} till", more)] if more > 0 else []
    return [*details[:_MOST_DETAILS], *cut]


def counts_told(counts: Mapping[str, int]) -> str:
    """Write how many of each kind, the most first: ``meeting 12, person 3``."""
    by_count = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{kind} {count}" for kind, count in by_count)


def nameless_folder(folder: PurePath, home: PurePath, user: str) -> str:
    """Write a folder with ``~`` for the user's home, and ``…`` for her name elsewhere."""
    told = str(folder)
    if folder.is_relative_to(home):
        below = folder.relative_to(home)
        told = str(PurePath("~") / below) if below.parts else "~"
    if not user:
        return told
    return re.sub(rf"(?<!\w){re.escape(user)}(?!\w)", "…", told, flags=re.IGNORECASE)

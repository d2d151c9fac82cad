"""How a register stands with its backups, in the few words of a status line and in a sentence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.language import say

LATE: Final = timedelta(minutes=90)
"""How old a change may be before it must have been backed up: an hour, and time to do it."""


@dataclass(frozen=True)
class BackupState:
    """When the ``newest`` generation was made, and since when a change is ``waiting`` for one.

    ``failed`` says why the latest could not be made, ``away`` that the second place has not
    been reached for long; both "" when all is well. Moments are local.
    """

    newest: datetime | None = None
    waiting: datetime | None = None
    failed: str = ""
    away: str = ""

    def words(self, now: datetime) -> str:
        """Return what the status line says."""
        if self.failed:
            return say("Säkerhetskopian blev inte gjord")
        if self._is_late(now):
            when = moment_in_words(self.newest, now) if self.newest else ""
            late = say("Ingen säkerhetskopia sedan {moment}", moment=when)
            return late if when else say("Ingen säkerhetskopia än")
        if self.newest is None:
            return say("Ingen säkerhetskopia än")
        latest = moment_in_words(self.newest, now)
        if self.away:
            return say("Säkerhetskopia {moment}, men inte på det andra stället", moment=latest)
        return say("Säkerhetskopia {moment}", moment=latest)

    def wrong(self, now: datetime) -> str:
        """Return what is wrong and what to do; "" when nothing is."""
        if self.failed:
            return self.failed
        if self._is_late(now):
            return say("Det som du har ändrat på sista tiden är inte kopierat. Välj Kopiera nu.")
        return self.away

    def _is_late(self, now: datetime) -> bool:
        return self.waiting is not None and now - self.waiting > LATE

"""Fetching back what was, asked for in a dialog: what is said before it, and what came of it."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say, say_count
from hubra_desktop.store.history import RowKey
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.choices import ask_which
from hubra_desktop.ui.pages.history.since import called_by_kind, gone_first, left_out_text
from hubra_desktop.ui.pages.history.wording import Images
from hubra_desktop.work.commands.fetch import (
    FetchBack,
    GoneFirstError,
    LeftOut,
    as_fetched,
    rows_going,
)
from hubra_desktop.work.fetching import fetch_of
from hubra_desktop.work.workspace import Workspace

SHOWN_MISSING = 3
"""Rows that are named in a sentence: what is read aloud must be short."""


class Fetching:
    """Fetches rows of an earlier state back into the register of the desk."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        self._desk, self._place = desk, place

    def notes(self, past: Workspace, key: RowKey, images: Images) -> list[str]:
        """Say what of a row would not come back, before it is asked for."""
        try:
            command = self._command(past, key)
            with self._desk.read() as now:
                _, left = as_fetched(now, command)
        except GoneFirstError as gone:
            return [gone_first(gone.key, images)]
        except InputError as refusal:
            return [refusal.sentence]
        return _lines(left, images)

    def fetch(self, past: Workspace, key: RowKey, images: Images) -> str:
        """Make a row as it was and say so; "" when that is not agreed to. Raises InputError."""
        name = called_by_kind(key, images)
        try:
            command = self._command(past, key)
            with self._desk.read() as now:
                going = rows_going(now, command)
                _, left = as_fetched(now, command)
            missing = _missing(left, images)
            if going and not self._agreed(name, len(going), missing):
                return ""
            changes = self._desk.attempt(command, confirmed=None)
        except GoneFirstError as gone:
            raise InputError(gone_first(gone.key, images)) from None
        if changes is None:
            raise InputError(self._desk.not_usable_yet())
        if not changes.rows:
            if missing:
                told = say("Inget mer kan hämtas tillbaka nu: {row}.", row=name)
                return f"{told} {missing}"
            return say("Det är redan som det var: {row}.", row=name)
        told = say("Hämtat tillbaka som det var: {row}.", row=name)
        if missing:
            told = say("Hämtat tillbaka, men inte allt: {row}.", row=name)
        self._desk.messages.tell(told, "undo")
        return f"{told} {missing}".rstrip()

    def _command(self, past: Workspace, key: RowKey) -> FetchBack:
        with past.read() as then, self._desk.read() as now:
            return fetch_of(then, now, key)

    def _agreed(self, name: str, going: int, missing: str) -> bool:
        question = say_count(
            "{row} blir som det var. En rad som har kommit till sedan dess tas bort. Det kan "
            "tas tillbaka med Ångra.",
            "{row} blir som det var. {n} rader som har kommit till sedan dess tas bort. Det kan "
            "tas tillbaka med Ångra.",
            going,
            row=name,
        )
        asked = f"{question} {missing}".rstrip()
        return ask_which(self._place, asked, say("Hämta tillbaka")) == 0


def _lines(left: Iterable[LeftOut], images: Images) -> list[str]:
    return [left_out_text(each, images) for each in left]


def _missing(left: Sequence[LeftOut], images: Images) -> str:
    """Say what does not come back, in one piece; "" when all of it does."""
    lines = _lines(left[:SHOWN_MISSING], images)
    if more := len(left) - len(lines):
        lines.append(say_count("… och en rad till", "… och {n} rader till", more))
    return " ".join(lines)

"""Asks when a meeting and each of its rows really began and ended."""

from collections.abc import Callable, Sequence
from textwrap import shorten

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.running import in_time
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.timetable import next_day
from hubra_desktop.ui.forms.converters import CLOCK
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.commands.running import CorrectTimes

MIN_WIDTH = 560
TITLE = 44
"""How many letters of a title stand before its times."""


class TimesDialog(FormDialog):
    """Shows the times that were recorded; what is saved stands in their place."""

    stored = True

    def __init__(
        self, meeting: Meeting, runs: Sequence[AgendaRun], parent: QWidget | None = None
    ) -> None:
        super().__init__("run-times", say("Rätta tiderna"), say("Spara"), parent, prefix="times")
        self.setMinimumWidth(MIN_WIDTH)
        self._meeting, self._runs = meeting, in_time(runs)
        told = say("Tiderna bestämmer vilka som var inne vid varje punkt, och när de kom och gick.")
        titles = {item.id: item.title for item in meeting.items}
        opened, closed = say("Sammanträdet öppnades"), say("Sammanträdet slutade")
        rows: list[str | QWidget | Field] = [
            build.label(told, "muted", self),
            Field("opened", opened, CLOCK, first=meeting.opened_at, needed=_wanted()),
            Field("closed", closed, CLOCK, first=meeting.ended_at),
        ]
        for place, run in enumerate(self._runs):
            title = titles.get(run.item_id or "", "") or say("Paus")
            began = say("{title} började", title=shorten(title, TITLE, placeholder=" …"))
            ended = say("slutade")
            rows += [
                Field(f"began{place}", began, CLOCK, first=run.started, needed=_wanted()),
                Field(f"ended{place}", ended, CLOCK, first=run.ended),
            ]
        self.form.build(*rows)

    def take(self, values: Values) -> None:
        opened = values["opened"]

        def late(minutes: int | None) -> int | None:
            return None if minutes is None else next_day(minutes, opened)

        times = tuple(
            (run.id, late(values[f"began{place}"]) or 0, late(values[f"ended{place}"]))
            for place, run in enumerate(self._runs)
        )
        self.answer = CorrectTimes(self._meeting.id, opened, late(values["closed"]), times)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        meeting: Meeting,
        runs: Sequence[AgendaRun],
        save: Callable[[CorrectTimes], object],
    ) -> None:
        """Ask, until ``save(command)`` has stored the times or the dialog is left."""
        cls(meeting, runs, parent).ended(save)


def _wanted() -> str:
    return say("Skriv när det började, till exempel 15.30.")

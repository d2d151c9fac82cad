"""What the minutes say of the meeting as a whole: how it began and ended, and where they are."""

from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Minutes
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.meetings.minutes.open_minutes import OpenMinutes


class HeldTimes(Form):
    """When the meeting really began and ended."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("meeting-times", "", parent, desk=desk, change=Meeting)
        self.setAccessibleName(say("När sammanträdet hölls"))
        self.stand_in_panel()
        self.build(
            (
                Field("opened_at", say("Sammanträdet började"), CLOCK),
                Field("ended_at", say("Sammanträdet slutade"), CLOCK),
            )
        )


class MinutesHead(Form):
    """Edits the minutes of the open meeting apart from their §§."""

    def __init__(self, desk: Desk, minutes: OpenMinutes, parent: QWidget | None = None) -> None:
        super().__init__("minutes-head", "", parent, desk=desk, change=Minutes)
        self.setAccessibleName(say("Första sidan"))
        self._minutes = minutes
        self.times = HeldTimes(desk, self.inside)
        kinds = terms_of(MinutesKind, word)
        self.build(
            self.times,
            Field("kind", say("Protokoll eller minnesanteckningar"), CHOICE, choices=kinds),
            Field("opening", say("Inledning"), TEXT, hint=say("t.ex. att mötet öppnas")),
            Field("closing", say("Avslutning"), TEXT, hint=say("t.ex. att mötet avslutas")),
            Field("place", say("Var justeringen görs")),
            Field("kept_at", say("Var det förvaras")),
            Field(
                "note", say("Egen anteckning, skrivs aldrig ut"), TEXT, printed=False,
            ),
        )  # fmt: skip
        self.end()

    def show_minutes(self, view: MinutesView) -> None:
        """Show what the minutes in view say of the meeting as a whole."""
        if self.show_record(view.minutes):
            self.times.show_record(view.meeting)

    def flush(self) -> bool:
        return all([super().flush(), self.times.flush()])

    def mend(self) -> str:
        return self.times.mend() or super().mend()

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.times.set_editable(editable)

    @property
    def places(self) -> set[str]:
        return super().places | self.times.places

    def go_to(self, name: str) -> None:
        if name in self.times.places:
            self.times.go_to(name)
        else:
            super().go_to(name)

    def draft(self, name: str, value: Any) -> None:
        if name in ("opening", "closing"):
            self._minutes.type_head(name, value)

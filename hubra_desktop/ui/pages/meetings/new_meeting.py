"""Asks for the day of a new meeting: from the standing items, or as a copy of an earlier one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text, weekday_in_text
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, DAY_NEEDED, START, terms_of
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.times import EndAfterStart
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.queries import MeetingRow


@dataclass(frozen=True)
class NewMeetingAnswer:
    """What was asked for; ``copy_of`` is the id of the meeting to copy, None for the template.

    Times are minutes since midnight.
    """

    date: date
    start: int
    end: int | None
    place: str
    kind: MeetingKind
    copy_of: str | None


class NewMeetingDialog(FormDialog):
    """Reads dates and times in all typed forms; a copy begins with times and place of its own.

    The planned end goes along with the start, so that the meeting is as long as it was.
    ``against`` tells what speaks against a day, which is said beside its weekday.
    """

    def __init__(
        self,
        today: date,
        meetings: Sequence[MeetingRow],
        places: tuple[str, ...],
        copy_of: str | None,
        template: MeetingTemplate,
        parent: QWidget | None = None,
        *,
        against: Callable[[date], str] = lambda _: "",
    ) -> None:
        title, accept = say("Nytt sammanträde"), say("Skapa sammanträdet")
        super().__init__("new-meeting", title, accept, parent, prefix="new")
        self.form.come_close_to(today)
        self._copied = {row.id: row for row in meetings}
        self._template = template
        self._place = template.place or (places[0] if places else "")
        self._build(places)
        self._times = EndAfterStart(self.entries["start"], self.entries["end"])
        self.entries["copy_of"].show_value(copy_of if copy_of in self._copied else None)
        self._show_source()
        self.entries["copy_of"].edited.connect(self._show_source)
        self._against = against
        self.entries["date"].edited.connect(self._weigh)

    def _build(self, places: tuple[str, ...]) -> None:
        hint = say("7 mars, 7/3 2018 eller 2018-03-07")
        tip = say("Veckodagen visas här.")
        copies: list[tuple[str, object]] = [
            (say("Kopia av sammanträdet {day}", day=day_in_text(row.date)), row.id)
            for row in self._copied.values()
        ]
        sources = [(say("Stående punkter"), None), *copies]
        kinds = terms_of(MeetingKind, word)
        self.form.build(
            Field("date", say("&Datum"), DAY_NEEDED, hint=hint, tip=tip),
            Field("copy_of", say("B&örja med"), CHOICE, choices=sources),
            Field("start", say("Bö&rjar"), START),
            Field("end", say("Planerat sl&ut"), CLOCK),
            Field("place", say("&Plats"), words=places),
            Field("kind", say("S&lag"), CHOICE, choices=kinds),
        )
        self.entries["date"].say(tip)

    def _weigh(self) -> None:
        """Say what speaks against the day: a holiday, a school break, another meeting."""
        entry = self.entries["date"]
        try:
            day = entry.read()
        except InputError:
            return
        reason = self._against(day)
        if reason:
            entry.say(say("{day}. Tänk på: {reason}.", day=weekday_in_text(day), reason=reason))

    def _show_source(self) -> None:
        """Begin with the times, the place and the kind of what is to be copied."""
        row = self._copied.get(self.entries["copy_of"].read() or "")
        shown: dict[str, Any] = {
            "start": row.start if row else self._template.start,
            "end": row.end if row else self._template.end,
            "place": row.place if row else self._place,
            "kind": row.kind if row else MeetingKind.ORDINARY,
        }
        for name, value in shown.items():
            self.entries[name].refuse("")
            self.entries[name].show_value(value)
        self._times.begin()

    def take(self, values: Values) -> None:
        self.answer = values.record(NewMeetingAnswer)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        today: date,
        meetings: Sequence[MeetingRow],
        places: tuple[str, ...],
        copy_of: str | None,
        template: MeetingTemplate,
        against: Callable[[date], str],
        make: Callable[[NewMeetingAnswer], object],
    ) -> None:
        """Ask, until ``make(answer)`` has made the meeting or the dialog is left."""
        cls(today, meetings, places, copy_of, template, parent, against=against).ended(make)

"""Asks for the day of a new meeting: from the standing items, or as a copy of an earlier one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, DAY_NEEDED, START, terms_of
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.words import word

DEFAULT_START = 15 * 60 + 30
DEFAULT_END = 17 * 60 + 30


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
    """Reads dates and times in all typed forms; a copy takes times and place along."""

    def __init__(
        self,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None,
        parent: QWidget | None = None,
    ) -> None:
        title, accept = self.tr("New meeting"), self.tr("Make meeting")
        super().__init__("new-meeting", title, accept, parent, prefix="new")
        self.answer: NewMeetingAnswer | None = None
        self.form.come_close_to(today)
        hint = self.tr("7 mars, 7/3 2018 or 2018-03-07")
        tip = self.tr("The weekday is shown here.")
        sources = [(self.tr("Standing items"), None), *meetings]
        kinds = terms_of(MeetingKind, word)
        place = places[0] if places else ""
        self.form.build(
            Field("date", self.tr("&Date"), DAY_NEEDED, hint=hint, tip=tip),
            Field("copy_of", self.tr("&Begin with"), CHOICE, choices=sources, first=copy_of),
            Field("start", self.tr("&Starts"), START, first=DEFAULT_START, shown=_not_copied),
            Field("end", self.tr("Planned &end"), CLOCK, first=DEFAULT_END, shown=_not_copied),
            Field("place", self.tr("&Place"), first=place, words=places, shown=_not_copied),
            Field("kind", self.tr("&Kind"), CHOICE, choices=kinds, shown=_not_copied),
        )
        self.form.show_fitting(self.form.now())
        self.entries["date"].say(tip)

    def take(self, values: Values) -> None:
        self.answer = values.record(NewMeetingAnswer)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None = None,
    ) -> NewMeetingAnswer | None:
        """Ask, and return what was answered or None."""
        return cls(today, meetings, places, copy_of, parent).ended().answer


def _not_copied(now: Any) -> bool:
    """Tell whether times and place are to be asked for: a copy takes those of the other."""
    return now.copy_of is None

"""Asks for the day of a new meeting: from the standing items, or as a copy of an earlier one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.terms import MeetingKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, DAY_NEEDED, START, terms_of
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.values import Values

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
    """Reads dates and times in all typed forms; a copy takes times and place along.

    ``make(answer)`` makes the meeting and raises InputError.
    """

    def __init__(
        self,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None,
        make: Callable[[NewMeetingAnswer], object],
        parent: QWidget | None = None,
    ) -> None:
        title, accept = say("Nytt sammanträde"), say("Skapa sammanträdet")
        super().__init__("new-meeting", title, accept, parent, prefix="new")
        self._make = make
        self.form.come_close_to(today)
        hint = say("7 mars, 7/3 2018 eller 2018-03-07")
        tip = say("Veckodagen visas här.")
        sources = [(say("Stående punkter"), None), *meetings]
        kinds = terms_of(MeetingKind, word)
        place = places[0] if places else ""
        self.form.build(
            Field("date", say("&Datum"), DAY_NEEDED, hint=hint, tip=tip),
            Field("copy_of", say("B&örja med"), CHOICE, choices=sources, first=copy_of),
            Field("start", say("Bö&rjar"), START, first=DEFAULT_START, shown=_not_copied),
            Field("end", say("Planerat sl&ut"), CLOCK, first=DEFAULT_END, shown=_not_copied),
            Field("place", say("&Plats"), first=place, words=places, shown=_not_copied),
            Field("kind", say("S&lag"), CHOICE, choices=kinds, shown=_not_copied),
        )
        self.form.show_fitting(self.form.now())
        self.entries["date"].say(tip)

    def take(self, values: Values) -> None:
        self._make(values.record(NewMeetingAnswer))

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        today: date,
        meetings: list[tuple[str, object]],
        places: tuple[str, ...],
        copy_of: str | None,
        make: Callable[[NewMeetingAnswer], object],
    ) -> None:
        """Ask, until the meeting is made or the dialog is left."""
        cls(today, meetings, places, copy_of, make, parent).ended()


def _not_copied(now: Any) -> bool:
    """Tell whether times and place are to be asked for: a copy takes those of the other."""
    return now.copy_of is None

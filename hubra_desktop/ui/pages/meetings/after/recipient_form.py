"""The form of somebody who is told or asked of a decision: a name that the register may know."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.queries.named_recipients import NamedRecipient, RecipientsByName


class RecipientForm(Form):
    """Subclasses build the fields, ``name`` among them, and say what a known name brings along."""

    def __init__(
        self, name: str, label: str, desk: Desk, meeting: OpenMeeting, *, change: type
    ) -> None:
        super().__init__(name, "", desk=desk, change=change)
        self.setAccessibleName(label)
        self._meeting = meeting
        self._known: RecipientsByName | None = None

    def near(self) -> date:
        sheet = self._meeting.sheet
        return sheet.date if sheet is not None else self.desk.today()

    def offered(self, known: RecipientsByName) -> Sequence[str]:
        """Return the names that are offered."""
        return known.labels

    def named(self, one: NamedRecipient) -> Mapping[str, Any]:
        """Return what is written of who is named."""
        raise NotImplementedError

    def fill(self, record: Any) -> None:
        with self.desk.read() as reader:
            self._known = RecipientsByName(reader)
        complete(self.texts["name"], self.offered(self._known))
        super().fill(record)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        if "name" in values and self._known is not None:
            values = {**values, **self.named(self._known.named(str(values["name"])))}
        super().write(values, edit)
